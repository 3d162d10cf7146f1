package lightsailtest_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestCalls(t *testing.T) {
	var observed []string
	server := lightsailtest.NewServer(t, lightsailtest.WithObserver(func(c lightsailtest.Call) {
		observed = append(observed, fmt.Sprint(c, " ", c.Status, " ", c.Code))
	}))
	client := server.Client(inProcess(server))
	server.Inject("CreateBucket", lightsailtest.Drop(), lightsailtest.Throttle())
	if err := createBucket(t.Context(), client, "alpha"); err != nil {
		t.Fatal(err)
	}
	if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("missing")}); err == nil {
		t.Fatal("GetBuckets found a bucket that does not exist")
	}

	want := []string{
		`CreateBucket {"bucketName":"alpha","bundleId":"small_1_0"} 0 `,
		`CreateBucket #2 {"bucketName":"alpha","bundleId":"small_1_0"} 400 ThrottlingException`,
		`CreateBucket #3 {"bucketName":"alpha","bundleId":"small_1_0"} 200 `,
		`GetBuckets {"bucketName":"missing"} 400 NotFoundException`,
	}
	if diff := cmp.Diff(want, observed); diff != "" {
		t.Errorf("calls of the observer (-want +got):\n%s", diff)
	}
	calls := server.Calls()
	if len(calls) != 4 {
		t.Fatalf("got %d calls, want 4", len(calls))
	}
	c := calls[1]
	if c.Operation != "CreateBucket" || c.Attempt != 2 || c.Header.Get("X-Amz-Target") != "Lightsail_20161128.CreateBucket" || c.Time.IsZero() {
		t.Errorf("second call: got %+v", c)
	}
	if c.Header.Get("Amz-Sdk-Invocation-Id") == "" || c.Header.Get("Amz-Sdk-Invocation-Id") != calls[2].Header.Get("Amz-Sdk-Invocation-Id") {
		t.Errorf("two attempts of one call have invocation IDs %q and %q, want the same",
			c.Header.Get("Amz-Sdk-Invocation-Id"), calls[2].Header.Get("Amz-Sdk-Invocation-Id"))
	}
	wantInput := &lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: aws.String("small_1_0")}
	if diff := cmp.Diff(any(wantInput), c.Input); diff != "" {
		t.Errorf("Input of the second call (-want +got):\n%s", diff)
	}

	server.ResetCalls()
	server.AssertCalls(t)
}

func TestAssertCalls(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}))
	client := server.Client(inProcess(server))
	server.Inject("GetBundles", lightsailtest.Throttle())
	for _, name := range []*string{nil, aws.String("alpha")} {
		if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: name}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := client.GetBundles(t.Context(), nil); err != nil {
		t.Fatal(err)
	}

	server.AssertCalls(t, "GetBuckets", `GetBuckets {"bucketName":"alpha"}`, "GetBundles", "GetBundles #2")

	tests := []struct {
		want []string
		diff string
	}{
		{[]string{"GetBuckets", "GetBlueprints", "GetBuckets", "GetBundles #2"}, `calls differ (-want +got):
  GetBuckets
- GetBlueprints
  GetBuckets {"bucketName":"alpha"}
+ GetBundles
  GetBundles #2
`},
		{[]string{"GetBuckets", `GetBuckets {"bucketName":"beta"}`}, `calls differ (-want +got):
  GetBuckets
- GetBuckets {"bucketName":"beta"}
+ GetBuckets {"bucketName":"alpha"}
+ GetBundles
+ GetBundles #2
`},
		{nil, `calls differ (-want +got):
+ GetBuckets
+ GetBuckets {"bucketName":"alpha"}
+ GetBundles
+ GetBundles #2
`},
	}
	for _, test := range tests {
		f := &fakeTB{TB: t}
		server.AssertCalls(f, test.want...)
		if diff := cmp.Diff([]string{test.diff}, f.failures); diff != "" {
			t.Errorf("AssertCalls(%q) (-want +got):\n%s", test.want, diff)
		}
	}
}

// A server keeps at most 10,000 calls.
func TestCallsLimit(t *testing.T) {
	var observed atomic.Int64
	server := lightsailtest.NewServer(t, lightsailtest.WithUnsigned(), lightsailtest.WithCredentials(testCredentials),
		lightsailtest.WithObserver(func(lightsailtest.Call) { observed.Add(1) }))
	req := newRequest("GetBuckets", `{}`).sign(t, anyURL)
	req.Header.Del("Authorization")
	for range 10_005 {
		req.Body = nil
		req.Body, _ = req.GetBody()
		send(t, server.HTTPClient(), req)
	}
	if n := len(server.Calls()); n != 10_000 || observed.Load() != 10_005 {
		t.Errorf("got %d calls of %d, want 10000 of 10005", n, observed.Load())
	}
}
