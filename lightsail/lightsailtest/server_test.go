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

func TestMainJob(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(7), lightsailtest.WithBuckets(make([]types.Bucket, 30)...))
	client := server.Client()
	ctx := t.Context()

	if _, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{
		BucketName: aws.String("access-logs"),
		BundleId:   aws.String("small_1_0"),
	}); err != nil {
		t.Fatal(err)
	}

	var names []string
	pages := 0
	for in := new(lightsail.GetBucketsInput); ; {
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
			t.Errorf("%s: prefix %q", name, got)
		}
	}

	_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: aws.String("nowhere")})
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) || aws.ToString(notFound.Code) != "DoesNotExist" {
		t.Errorf("got %v, want a NotFoundException", err)
	}
}

func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithInstances(lightsailtest.Instance{Name: "web"}))
		client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
		server.Inject("", lightsailtest.Latency(time.Hour))

		begun := time.Now()
		if _, err := client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(begun); took != time.Hour {
			t.Errorf("took %v of the bubble's time, want an hour", took)
		}

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		server.Inject("", lightsailtest.Latency(time.Hour))
		if _, err := client.GetBundles(ctx, nil); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want that the time was over", err)
		}
	})
}

func TestConfig(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegion("eu-west-1"))
	config := server.Config()
	if config.Region != "eu-west-1" || *config.BaseEndpoint != server.URL() || config.HTTPClient != nil {
		t.Errorf("got %+v", config)
	}
	if err := createBucket(t.Context(), lightsail.NewFromConfig(config), "alpha"); err != nil {
		t.Fatal(err)
	}
	// Without sockets, for a client of any SDK that is made from a configuration.
	config.HTTPClient = server.HTTPClient()
	config.BaseEndpoint = nil
	if err := createBucket(t.Context(), lightsail.NewFromConfig(config), "beta"); err != nil {
		t.Fatal(err)
	}
	if n := len(server.Snapshot().Buckets); n != 2 {
		t.Errorf("%d buckets", n)
	}
}

// A server is a handler for a listener that somebody else has.
func TestHandler(t *testing.T) {
	server := lightsailtest.NewServer(t)
	outer := httptest.NewTLSServer(server)
	defer outer.Close()
	client := server.Client(func(o *lightsail.Options) {
		o.BaseEndpoint = &outer.URL
		o.HTTPClient = outer.Client()
	})
	if err := createBucket(t.Context(), client, "alpha"); err != nil {
		t.Fatal(err)
	}
}

func TestServersShareNothing(t *testing.T) {
	one, two := lightsailtest.NewServer(t), lightsailtest.NewServer(t)
	if err := createBucket(t.Context(), one.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	if err := createBucket(t.Context(), two.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	one.AssertCalls(t, "CreateBucket")
}

func TestStartFails(t *testing.T) {
	first, err := lightsailtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if _, err := lightsailtest.Start(lightsailtest.WithAddress(strings.TrimPrefix(first.URL(), "http://"))); err == nil {
		t.Error("an address that is in use was listened on")
	}
	f := &failing{TB: t}
	if url := lightsailtest.NewServer(f, lightsailtest.WithAddress("256.0.0.1:0")).URL(); url != "" || len(f.end()) != 1 {
		t.Errorf("an address that is none is %q, and told as %q", url, f.failures)
	}
}

func TestClose(t *testing.T) {
	f := &failing{TB: t}
	server := lightsailtest.NewServer(f)
	client := server.Client()
	if err := createBucket(t.Context(), client, "alpha"); err != nil {
		t.Fatal(err)
	}

	// A call that is being answered ends with the server, and before it.
	var ended atomic.Bool
	server.Inject("GetBundles", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		<-r.Context().Done()
		for range 1000 {
			runtime.Gosched()
		}
		ended.Store(true)
		return nil, r.Context().Err()
	}))
	failed := make(chan error)
	go func() {
		_, err := client.GetBundles(t.Context(), nil, once)
		failed <- err
	}()
	for len(server.Calls()) < 2 {
		runtime.Gosched()
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	if !ended.Load() {
		t.Error("Close does not wait for the calls that are being answered")
	}
	if err := <-failed; err == nil {
		t.Error("the call that was being answered succeeded")
	}

	// After that nothing is answered, and no test that has ended is failed.
	for _, client := range []*lightsail.Client{client, server.Client(), server.Client(inProcess(server))} {
		if _, err := client.GetBundles(t.Context(), nil); err == nil {
			t.Error("a server that is closed answers")
		}
	}
	if err := server.Close(); err != nil {
		t.Errorf("the second time: %v", err)
	}
	if failures := f.end(); failures != nil {
		t.Errorf("the test fails: %q", failures)
	}
	server.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	if f.failures != nil {
		t.Errorf("the test that has ended fails: %q", f.failures)
	}
	if len(server.Snapshot().Buckets) != 1 {
		t.Error("the state is gone")
	}
}

// A call that is given up ends at once, also while its answer is read.
func TestCancel(t *testing.T) {
	both(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		tests := []struct {
			fault  lightsailtest.Fault
			status int // when the call is given up
		}{
			{lightsailtest.Latency(time.Hour), 0},
			{lightsailtest.Trickle(1, time.Hour), http.StatusOK},
		}
		for _, test := range tests {
			server.ResetCalls()
			server.Inject("GetBuckets", test.fault)
			ctx, cancel := context.WithCancel(t.Context())
			go func() {
				defer cancel()
				for calls := server.Calls(); len(calls) == 0 || calls[0].Status != test.status; calls = server.Calls() {
					runtime.Gosched()
				}
			}()
			if _, err := client.GetBuckets(ctx, nil); !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		server.ResetCalls()
		if _, err := client.GetBuckets(ctx, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("given up before: got %v", err)
		}
		server.AssertCalls(t)
	})
}

// A context that ends takes the answer along, as it does on a connection.
func TestCancelWithoutSockets(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
	newRequest := func() (*http.Request, context.CancelFunc) {
		ctx, cancel := context.WithCancel(t.Context())
		return newRequest("GetBuckets", `{}`).sign(t, "http://anywhere/").WithContext(ctx), cancel
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
		t.Errorf("before the answer: got %v", err)
	}

	req, cancel = newRequest()
	resp, err := server.HTTPClient().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	cancel()
	if _, err := io.ReadAll(resp.Body); !errors.Is(err, context.Canceled) {
		t.Errorf("before the body: got %v", err)
	}
}

func TestTenLines(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client()

	if err := createBucket(t.Context(), client, "my-archive"); err != nil {
		t.Fatal(err)
	}

	if got := len(server.Snapshot().Buckets); got != 1 {
		t.Errorf("%d buckets, want 1", got)
	}
	server.AssertCalls(t, "CreateBucket")
}

// The time it takes until a server can be called, and to end it.
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
