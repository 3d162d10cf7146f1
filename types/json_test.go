package types_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

func TestJSONRoundTrip(t *testing.T) {
	bucket := types.Bucket{
		AbleToUpdateBundle: ptr(false),
		AccessLogConfig:    &types.BucketAccessLogConfig{Enabled: ptr(true), Prefix: ptr("a<b>&c/")},
		AccessRules:        &types.AccessRules{AllowPublicOverrides: ptr(true), GetObject: types.AccessTypePrivate},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}, MaxAgeSeconds: ptr(int32(0)),
		}}},
		CreatedAt:              ptr(time.Date(2024, 5, 6, 7, 8, 9, 123e6, time.UTC)),
		Location:               &types.ResourceLocation{AvailabilityZone: ptr("all"), RegionName: "xx-unknown-9"},
		Name:                   ptr(""),
		ReadonlyAccessAccounts: []string{},
		Tags:                   []types.Tag{{Key: ptr("k"), Value: ptr("")}, {}},
	}
	text, err := json.Marshal(bucket)
	if err != nil {
		t.Fatal(err)
	}
	var back types.Bucket
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(bucket, back); diff != "" {
		t.Errorf("JSON round trip (-want +got):\n%s", diff)
	}
}

func TestJSONOfSetAndUnset(t *testing.T) {
	for _, row := range []struct {
		name string
		in   any
		want string
	}{
		{"all unset: nothing is written", types.Bucket{}, `{}`},
		{"a nil list is dropped", types.Bucket{ReadonlyAccessAccounts: nil}, `{}`},
		{"an empty list clears", types.Bucket{ReadonlyAccessAccounts: []string{}}, `{"readonlyAccessAccounts":[]}`},
		{"an empty list of structs clears", types.BucketCorsConfig{Rules: []types.BucketCorsRule{}}, `{"rules":[]}`},
		{"a nil pointer is dropped", types.Bucket{Name: nil, CreatedAt: nil, State: nil}, `{}`},
		{"a pointer to a zero is a value", types.Blueprint{IsActive: ptr(false), MinPower: ptr(int32(0)),
			Version: ptr("")},
			`{"isActive":false,"minPower":0,"version":""}`},
		{"a pointer to an empty struct is a value", types.Bucket{State: &types.BucketState{}}, `{"state":{}}`},
		{"an unset enum is dropped", types.AccessRules{GetObject: ""}, `{}`},
	} {
		text, err := json.Marshal(row.in)
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != row.want {
			t.Errorf("%s: got %s, want %s", row.name, text, row.want)
		}
	}
}

func ptr[T any](v T) *T { return &v }
