package lightsailtest_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A program lists all buckets and enables the access logs of each.
func TestListAndUpdateBuckets(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(7), lightsailtest.WithBuckets(make([]types.Bucket, 30)...))
	client := server.Client()
	ctx := timeout(t)

	if _, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{
		BucketName: aws.String("access-logs"),
		BundleId:   aws.String("small_1_0"),
	}); err != nil {
		t.Fatal(err)
	}

	var names []string
	pages := 0
	for in := new(lightsail.GetBucketsInput); pages < maxPages; {
		out, err := client.GetBuckets(ctx, in)
		if err != nil {
			t.Fatal(err)
		}
		pages++
		for _, b := range out.Buckets {
			names = append(names, *b.Name)
		}
		if in.PageToken = out.NextPageToken; in.PageToken == nil {
			break
		}
	}
	if len(names) != 31 || pages != 5 {
		t.Fatalf("got %d buckets on %d pages, want 31 on 5", len(names), pages)
	}

	for _, name := range names {
		out, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
			BucketName: &name,
			AccessLogConfig: &types.BucketAccessLogConfig{
				Enabled:     aws.Bool(true),
				Destination: aws.String("access-logs"),
				Prefix:      aws.String(name + "/"),
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := *out.Bucket.AccessLogConfig.Prefix; got != name+"/" {
			t.Errorf("%s: got prefix %q, want %q", name, got, name+"/")
		}
	}

	_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: aws.String("missing")})
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) || aws.ToString(notFound.Code) != "DoesNotExist" {
		t.Errorf("got %v, want a NotFoundException", err)
	}
}

func TestHTTPClientInSynctest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
		client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
		server.Inject("", lightsailtest.Latency(time.Hour))

		start := time.Now()
		if _, err := client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took != time.Hour {
			t.Errorf("took %v of fake time, want an hour", took)
		}

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		server.Inject("", lightsailtest.Latency(time.Hour))
		if _, err := client.GetBundles(ctx, nil); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
		}
	})
}

func TestConfig(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-west-1"))
	config := server.Config()
	if config.Region != "eu-west-1" || *config.BaseEndpoint != server.URL() || config.HTTPClient != nil {
		t.Errorf("got config %+v, want Region eu-west-1, BaseEndpoint %s, and no HTTPClient", config, server.URL())
	}
	if err := createBucket(timeout(t), lightsail.NewFromConfig(config), "alpha"); err != nil {
		t.Fatal(err)
	}
	// The same configuration without sockets.
	config.HTTPClient = server.HTTPClient()
	config.BaseEndpoint = nil
	if err := createBucket(t.Context(), lightsail.NewFromConfig(config), "beta"); err != nil {
		t.Fatal(err)
	}
	if n := len(server.Snapshot().Buckets); n != 2 {
		t.Errorf("got %d buckets, want 2", n)
	}
}

// Another HTTP server can use the server as its handler.
func TestServerAsHandler(t *testing.T) {
	server := lightsailtest.NewServer(t)
	outer := httptest.NewTLSServer(server)
	defer outer.Close()
	client := server.Client(func(o *lightsail.Options) {
		o.BaseEndpoint = &outer.URL
		o.HTTPClient = outer.Client()
	})
	if err := createBucket(timeout(t), client, "alpha"); err != nil {
		t.Fatal(err)
	}
}

func TestServersAreIndependent(t *testing.T) {
	one, two := lightsailtest.NewServer(t), lightsailtest.NewServer(t)
	if err := createBucket(timeout(t), one.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	if err := createBucket(timeout(t), two.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	one.AssertCalls(t, "CreateBucket")
}

func TestStartAddressError(t *testing.T) {
	first, err := lightsailtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if _, err := lightsailtest.Start(lightsailtest.WithAddress(strings.TrimPrefix(first.URL(), "http://"))); err == nil {
		t.Error("Start with an address that is in use returned no error")
	}
	f := &fakeTB{TB: t}
	if url := lightsailtest.NewServer(f, lightsailtest.WithAddress("256.0.0.1:0")).URL(); url != "" || len(f.end()) != 1 {
		t.Errorf("URL with an invalid address: got %q and test failures %q, want an empty URL and one failure", url, f.failures)
	}
}

func TestClose(t *testing.T) {
	ctx := timeout(t)
	f := &fakeTB{TB: t}
	server := lightsailtest.NewServer(f)
	client := server.Client()
	if err := createBucket(ctx, client, "alpha"); err != nil {
		t.Fatal(err)
	}

	// Close cancels the request that the hook is handling and waits for the hook.
	var ended atomic.Bool
	server.Inject("GetBundles", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		<-r.Context().Done()
		for range 1000 {
			runtime.Gosched()
		}
		ended.Store(true)
		return nil, r.Context().Err()
	}))
	result := make(chan error, 1)
	go func() {
		_, err := client.GetBundles(ctx, nil, noRetry)
		result <- err
	}()
	for len(server.Calls()) < 2 {
		if ctx.Err() != nil {
			t.Fatal("the server did not receive the request")
		}
		runtime.Gosched()
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	if !ended.Load() {
		t.Error("Close returned before the hook")
	}
	if err := <-result; err == nil {
		t.Error("the call that Close canceled succeeded")
	}

	// Later calls fail, and they do not fail a test that has ended.
	for _, client := range []*lightsail.Client{client, server.Client(), server.Client(inProcess(server))} {
		if _, err := client.GetBundles(ctx, nil); err == nil {
			t.Error("a call of a closed server succeeded")
		}
	}
	if err := server.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if failures := f.end(); failures != nil {
		t.Errorf("got test failures %q, want none", failures)
	}
	server.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	if f.failures != nil {
		t.Errorf("after the end of the test: got failures %q, want none", f.failures)
	}
	if len(server.Snapshot().Buckets) != 1 {
		t.Error("Close discarded the state")
	}
}

// A canceled call ends immediately, even while the client reads the response.
func TestCallCanceled(t *testing.T) {
	forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		tests := []struct {
			fault  lightsailtest.Fault
			status int // Status of the Call at the time of the cancellation
		}{
			{lightsailtest.Latency(time.Hour), 0},
			{lightsailtest.Trickle(1, time.Hour), http.StatusOK},
		}
		for _, test := range tests {
			server.ResetCalls()
			server.Inject("GetBuckets", test.fault)
			ctx, cancel := context.WithCancel(timeout(t))
			go func() {
				defer cancel()
				for calls := server.Calls(); len(calls) == 0 || calls[0].Status != test.status; calls = server.Calls() {
					if ctx.Err() != nil {
						return
					}
					runtime.Gosched()
				}
			}()
			_, err := client.GetBuckets(ctx, nil)
			cancel() // ends the goroutine if the call failed early
			if !errors.Is(err, context.Canceled) {
				t.Errorf("status %d: got %v, want %v", test.status, err, context.Canceled)
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		server.ResetCalls()
		if _, err := client.GetBuckets(ctx, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("canceled before the call: got %v, want %v", err, context.Canceled)
		}
		server.AssertCalls(t)
	})
}

// With the in-process client, the end of the context ends the response, as it does on a
// connection.
func TestHTTPClientContextCanceled(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	newRequest := func() (*http.Request, context.CancelFunc) {
		ctx, cancel := context.WithCancel(t.Context())
		return newRequest("GetBuckets", `{}`).sign(t, anyURL).WithContext(ctx), cancel
	}

	req, cancel := newRequest()
	server.Inject("", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		return next(r)
	}))
	if resp, err := server.HTTPClient().Do(req); !errors.Is(err, context.Canceled) {
		if err == nil {
			resp.Body.Close()
		}
		t.Errorf("canceled before the response: got %v, want %v", err, context.Canceled)
	}

	req, cancel = newRequest()
	resp, err := server.HTTPClient().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	cancel()
	if _, err := io.ReadAll(resp.Body); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled before the body was read: got %v, want %v", err, context.Canceled)
	}
}

func TestQuickStart(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client()

	if err := createBucket(timeout(t), client, "my-archive"); err != nil {
		t.Fatal(err)
	}

	if got := len(server.Snapshot().Buckets); got != 1 {
		t.Errorf("got %d buckets, want 1", got)
	}
	server.AssertCalls(t, "CreateBucket")
}

// BenchmarkServer measures how long it takes to start and close a server.
func BenchmarkServer(b *testing.B) {
	b.Run("sockets", func(b *testing.B) {
		for b.Loop() {
			server, err := lightsailtest.Start()
			if err != nil {
				b.Fatal(err)
			}
			if err := server.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("in-process", func(b *testing.B) {
		for b.Loop() {
			lightsailtest.NewServer(b).HTTPClient()
		}
	})
	b.Run("first call", func(b *testing.B) {
		for b.Loop() {
			server, err := lightsailtest.Start()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := server.Client().GetBuckets(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
			if err := server.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
