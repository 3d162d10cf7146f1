package awsjson_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// The baseline decodes into the same structs with encoding/json. Timestamps are float64
// there, since encoding/json does not decode a number into a time.Time.
type (
	baselineBucket struct {
		types.Bucket
		CreatedAt *float64 `json:"createdAt"`
	}
	baselineOutput struct {
		AccountLevelBpaSync struct {
			types.AccountLevelBpaSync
			LastSyncedAt *float64 `json:"lastSyncedAt"`
		} `json:"accountLevelBpaSync"`
		Buckets       []baselineBucket `json:"buckets"`
		NextPageToken *string          `json:"nextPageToken"`
	}
)

func BenchmarkUnmarshalBuckets(b *testing.B) {
	for _, n := range []int{1, 100, 1000} {
		page := bucketsPage(n)
		run := func(name string, f func() error) {
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				b.SetBytes(int64(len(page)))
				b.ReportAllocs()
				for b.Loop() {
					if err := f(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		run("awsjson", func() error { return awsjson.Unmarshal(b.Context(), page, &getBucketsOutput{}) })
		run("encoding-json", func() error { return json.Unmarshal(page, &baselineOutput{}) })
	}
}

func BenchmarkMarshalUpdate(b *testing.B) {
	in := fullUpdate()
	b.Run("awsjson", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := awsjson.Marshal(in); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("awsjson-append", func(b *testing.B) {
		b.ReportAllocs()
		buffer := make([]byte, 0, 4096)
		for b.Loop() {
			if _, err := awsjson.Append(buffer, in); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}

type container struct {
	Command     []string          `json:"command,omitzero"`
	Environment map[string]string `json:"environment,omitzero"`
	Image       *string           `json:"image,omitzero"`
	Ports       map[string]color  `json:"ports,omitzero"`
}

type containers struct {
	Containers map[string]container `json:"containers,omitzero"`
}

func BenchmarkMaps(b *testing.B) {
	c := container{Command: []string{"run"}, Image: ptr("nginx:1.27"), Ports: map[string]color{"80": "HTTP", "443": "HTTPS"},
		Environment: map[string]string{"LOG_LEVEL": "debug", "REGION": "us-east-1", "TEAM": "web"}}
	in := &containers{Containers: map[string]container{"web": c, "api": c}}
	text, err := awsjson.Marshal(in)
	if err != nil {
		b.Fatal(err)
	}
	run := func(name string, f func() error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("marshal/awsjson", func() error { _, err := awsjson.Marshal(in); return err })
	run("marshal/encoding-json", func() error { _, err := json.Marshal(in); return err })
	run("unmarshal/awsjson", func() error { return awsjson.Unmarshal(b.Context(), text, &containers{}) })
	run("unmarshal/encoding-json", func() error { return json.Unmarshal(text, &containers{}) })
}

func BenchmarkParseError(b *testing.B) {
	body := []byte(`{"__type":"com.amazonaws.lightsail#NotFoundException","code":"NotFoundException","docs":"https://example.com/","message":"The Bucket does not exist: my-bucket","tip":null}`)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := awsjson.ParseError("", body); err != nil {
			b.Fatal(err)
		}
	}
}
