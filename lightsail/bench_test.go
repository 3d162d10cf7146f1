package lightsail_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// What a call costs, for comparison with benchstat. How that stands beside the
// official client is for internal/bench to tell.

func BenchmarkCall(b *testing.B) {
	for name, way := range ways {
		b.Run(name, func(b *testing.B) {
			client := newClient(still(`{}`), way)
			run(b, func() error {
				_, err := client.GetBuckets(b.Context(), nil)
				return err
			})
		})
	}
}

// Many goroutines on one client.
func BenchmarkCallParallel(b *testing.B) {
	client := newClient(still(`{}`))
	b.SetParallelism(32)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := client.GetBuckets(b.Context(), nil); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// A call with an option function of its own.
func BenchmarkCallOption(b *testing.B) {
	client := newClient(still(`{}`))
	run(b, func() error {
		_, err := client.GetBuckets(b.Context(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 5 })
		return err
	})
}

func BenchmarkUpdate(b *testing.B) {
	for name, way := range ways {
		b.Run(name, func(b *testing.B) {
			client := newClient(still(pageText(b, 1)), way)
			in := fullUpdate()
			run(b, func() error {
				_, err := client.UpdateBucket(b.Context(), in)
				return err
			})
		})
	}
}

func BenchmarkPage(b *testing.B) {
	for _, n := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text := pageText(b, n)
			client := newClient(still(text))
			b.SetBytes(int64(len(text)))
			run(b, func() error { return getPage(b.Context(), client, n) })
		})
	}
}

// A list of ten pages through its paginator.
func BenchmarkPaginator(b *testing.B) {
	client := newClient(pages(pageText(b, 100), 10))
	run(b, func() error { return allPages(b.Context(), client, 1000) })
}

// run measures f.
func run(b *testing.B, f func() error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := f(); err != nil {
			b.Fatal(err)
		}
	}
}

// ways are the ways through the pipeline, as options of a client.
var ways = map[string]func(*lightsail.Options){
	"unwatched": func(*lightsail.Options) {},
	"watched":   lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil }),
}

func getPage(ctx context.Context, client *lightsail.Client, buckets int) error {
	out, err := client.GetBuckets(ctx, nil)
	if err == nil && len(out.Buckets) != buckets {
		err = fmt.Errorf("%d buckets", len(out.Buckets))
	}
	return err
}

func allPages(ctx context.Context, client *lightsail.Client, buckets int) error {
	n := 0
	for _, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return err
		}
		n++
	}
	if n != buckets {
		return fmt.Errorf("%d buckets", n)
	}
	return nil
}

// still returns a transport that always answers the same, and adds as little as
// possible to what is measured: its answers share their headers.
func still(body string) transport {
	header := http.Header{"X-Amzn-Requestid": {"7a1e-request"}, "Content-Type": {"application/x-amz-json-1.1"}}
	return func(r *http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode:    http.StatusOK,
			Proto:         "HTTP/1.1",
			ProtoMajor:    1,
			ProtoMinor:    1,
			Header:        header,
			Body:          io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)),
		}, nil
	}
}

// pages returns a transport that answers with n pages, again and again. The text
// of a page has no token, and those before the last get one.
func pages(text string, n int) transport {
	var answers []transport
	for i := range n - 1 {
		answers = append(answers, still(strings.TrimSuffix(text, "}")+fmt.Sprintf(`,"nextPageToken":"%d"}`, i)))
	}
	answers = append(answers, still(text))
	next := 0
	return func(r *http.Request) (*http.Response, error) {
		answer := answers[next]
		next = (next + 1) % n
		return answer(r)
	}
}

// pageText is a page of n buckets with the members that a bucket usually has. The
// first of them stands also where UpdateBucket answers.
func pageText(tb testing.TB, n int) string {
	tb.Helper()
	buckets := make([]types.Bucket, n)
	for i := range buckets {
		name := fmt.Sprintf("media-files-%04d", i)
		buckets[i] = types.Bucket{
			AbleToUpdateBundle:     aws.Bool(true),
			AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("access-logs"), Prefix: aws.String("logs/" + name + "/")},
			AccessRules:            &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
			Arn:                    aws.String(fmt.Sprintf("arn:aws:lightsail:us-east-1:111122223333:Bucket/f067b03e-%04d-4a2a-9e1c-6b1d3c0e7f21", i)),
			BundleId:               aws.String("medium_1_0"),
			CreatedAt:              aws.Time(time.Unix(1635800000+int64(i), 0)),
			Location:               &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
			Name:                   aws.String(name),
			ObjectVersioning:       aws.String("NeverEnabled"),
			ReadonlyAccessAccounts: []string{"444455556666"},
			ResourceType:           aws.String("Bucket"),
			State:                  &types.BucketState{Code: aws.String("OK")},
			SupportCode:            aws.String("621291663362/" + name),
			Tags:                   []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}, {Key: aws.String("environment"), Value: aws.String("production")}},
			Url:                    aws.String("https://" + name + ".s3.us-east-1.amazonaws.com/"),
		}
	}
	text, err := awsjson.Marshal(&struct {
		Bucket  *types.Bucket  `json:"bucket"`
		Buckets []types.Bucket `json:"buckets"`
	}{&buckets[0], buckets})
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// fullUpdate sets every member.
func fullUpdate() *lightsail.UpdateBucketInput {
	return &lightsail.UpdateBucketInput{
		BucketName:      aws.String("media-files-0000"),
		AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("access-logs"), Prefix: aws.String("logs/media-files-0000/")},
		AccessRules:     &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET", "PUT"}, AllowedOrigins: []string{"https://example.com"},
			AllowedHeaders: []string{"*"}, ExposeHeaders: []string{"ETag"}, Id: aws.String("web"), MaxAgeSeconds: aws.Int32(3600),
		}}},
		ReadonlyAccessAccounts: []string{"111122223333", "444455556666"},
		Versioning:             aws.String("Enabled"),
	}
}
