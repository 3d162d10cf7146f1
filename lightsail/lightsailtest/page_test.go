package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// If buckets are added or removed between two pages, every other bucket is still listed
// exactly once.
func TestPagesWithConcurrentChanges(t *testing.T) {
	named := func(names ...string) (buckets []types.Bucket) {
		for _, name := range names {
			buckets = append(buckets, types.Bucket{Name: &name})
		}
		return buckets
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2),
		lightsailtest.WithBuckets(named("f", "b", "d", "h", "j")...))
	client := server.Client(inProcess(server))

	var names []string
	in := new(lightsail.GetBucketsInput)
	for page := 1; page == 1 || in.PageToken != nil; page++ {
		if page > maxPages {
			t.Fatalf("more than %d pages", maxPages)
		}
		out, err := client.GetBuckets(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range out.Buckets {
			names = append(names, *b.Name)
		}
		if page == 1 {
			server.Remove("b", "d", "j") // d is the last bucket of the page
			server.PutBuckets(named("a", "c", "e", "k")...)
		}
		in.PageToken = out.NextPageToken
	}
	if diff := cmp.Diff([]string{"b", "d", "e", "f", "h", "k"}, names); diff != "" {
		t.Errorf("listed buckets (-want +got):\n%s", diff)
	}
}

func TestPageTokens(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(make([]types.Bucket, 3)...))
	client := server.Client(inProcess(server))
	yes := aws.Bool(true)
	first, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes})
	if err != nil {
		t.Fatal(err)
	}
	token := *first.NextPageToken
	if strings.Contains(token, "bucket") {
		t.Errorf("token %q contains the name of a bucket", token)
	}
	if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes, PageToken: &token}); err != nil {
		t.Errorf("token with the same query: %v", err)
	}
	if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String("")}); err != nil {
		t.Errorf("empty token: %v", err)
	}

	wantInvalidToken := func(what string, err error) {
		t.Helper()
		if errorCode(err) != invalidInput || !strings.Contains(err.Error(), "pageToken") {
			t.Errorf("%s: got %v, want %s for pageToken", what, err, invalidInput)
		}
	}
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: &token})
	wantInvalidToken("token of another query", err)
	_, err = client.GetBundles(t.Context(), &lightsail.GetBundlesInput{PageToken: &token})
	wantInvalidToken("token of another operation", err)
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("bucket-0001"), PageToken: &token})
	wantInvalidToken("token together with a bucket name", err)
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String("bucket-0001")})
	wantInvalidToken("forged token", err)
	other := lightsailtest.NewServer(t)
	_, err = other.Client(inProcess(other)).GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes, PageToken: &token})
	wantInvalidToken("token of another server", err)
}
