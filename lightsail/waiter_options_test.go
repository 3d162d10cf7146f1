package lightsail_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestWaiterUserAgent checks the feature IDs in the User-Agent: B is the waiter's and E the
// retryer's; C is the paginator's.
func TestWaiterUserAgent(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
		client := newClient(do, path)
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, time.Minute); err != nil {
			t.Fatal(err)
		}
		if got := features(sent.header(0, "User-Agent")); !slices.Contains(got, "B") || !slices.Contains(got, "E") || slices.Contains(got, "C") {
			t.Errorf("got features %v of %s, want B and E without C", got, sent.header(0, "User-Agent"))
		}
		if _, err := client.GetBuckets(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if got := features(sent.header(1, "User-Agent")); slices.Contains(got, "B") {
			t.Errorf("got features %v of a call without a waiter, want none of B", got)
		}
	})
}

// TestWaiterUsesDirectPath checks that a waiter uses the middleware path only if an option
// requires it.
func TestWaiterUsesDirectPath(t *testing.T) {
	t.Parallel()
	usedStack := false
	client := newClient(func(*http.Request) (*http.Response, error) {
		usedStack = calledFromStack()
		return newResponse(200, `{"buckets":[{"state":{"code":"OK"}}]}`), nil
	})
	wait := func(optFns ...func(*lightsail.BucketAvailableWaiterOptions)) bool {
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, time.Minute, optFns...); err != nil {
			t.Fatal(err)
		}
		return usedStack
	}
	if !wait(func(o *lightsail.BucketAvailableWaiterOptions) { o.LogWaitAttempts = true }) {
		t.Fatal("got no middleware stack with LogWaitAttempts, want one: calledFromStack does not work")
	}
	if wait() {
		t.Error("got a call on the middleware path, want the direct path")
	}
}

func TestWaiterLogWaitAttempts(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
		var log bytes.Buffer
		waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.ClientOptions = append(o.ClientOptions, func(o *lightsail.Options) { o.Logger = logging.NewStandardLogger(&log) })
		})

		err := waiter.Wait(t.Context(), archive, time.Hour, func(o *lightsail.BucketAvailableWaiterOptions) { o.LogWaitAttempts = true })
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(log.String()), "\n")
		if len(lines) != 3 {
			t.Fatalf("got log\n%s\nwant 3 lines", &log)
		}
		for i, line := range lines {
			if !strings.HasSuffix(line, fmt.Sprintf("attempt count: %d", i+1)) {
				t.Errorf("got log line %s, want attempt count: %d", line, i+1)
			}
		}

		log.Reset()
		if err := waiter.Wait(t.Context(), archive, time.Hour); err != nil || log.Len() != 0 {
			t.Errorf("without LogWaitAttempts: got error %v and log\n%s\nwant none", err, &log)
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 2}))
}

// TestWaiterCallOptions checks that APIOptions and ClientOptions of a waiter and of one wait
// apply to the calls, and that those of one wait do not apply to the next.
func TestWaiterCallOptions(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	waiter := lightsail.NewBucketAvailableWaiter(newClient(do), func(o *lightsail.BucketAvailableWaiterOptions) {
		o.APIOptions = append(o.APIOptions, awsmiddleware.AddUserAgentKeyValue("tool", "1.0"))
		o.ClientOptions = append(o.ClientOptions, func(o *lightsail.Options) { o.AppID = "waiter" })
	})
	err := waiter.Wait(t.Context(), archive, time.Minute, func(o *lightsail.BucketAvailableWaiterOptions) {
		o.APIOptions = append(o.APIOptions, awsmiddleware.AddUserAgentKeyValue("once", "2.0"))
		o.ClientOptions = append(o.ClientOptions, func(o *lightsail.Options) { o.AppID += "-once" })
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := waiter.Wait(t.Context(), archive, time.Minute); err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{{"app/waiter-once", "tool/1.0", "once/2.0"}, {"app/waiter", "tool/1.0"}} {
		got := slices.DeleteFunc(strings.Fields(sent.header(i, "User-Agent")), func(part string) bool {
			return !strings.HasPrefix(part, "app/") && !strings.HasPrefix(part, "tool/") && !strings.HasPrefix(part, "once/")
		})
		equal(t, fmt.Sprintf("User-Agent of wait %d", i+1), got, want...)
	}
}

// TestWaiterConcurrentWaits checks that the options of concurrent waits do not mix.
func TestWaiterConcurrentWaits(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	add := func(o *lightsail.BucketAvailableWaiterOptions) {
		o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { return nil })
		o.ClientOptions = append(o.ClientOptions, func(*lightsail.Options) {})
	}
	// After three appends, the slices have capacity for a fourth element.
	waiter := lightsail.NewBucketAvailableWaiter(newClient(do), add, add, add)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				applied := 0
				err := waiter.Wait(t.Context(), archive, time.Minute, func(o *lightsail.BucketAvailableWaiterOptions) {
					o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { applied++; return nil })
					o.ClientOptions = append(o.ClientOptions, func(*lightsail.Options) { applied++ })
				})
				if err != nil || applied != 2 {
					t.Errorf("got %d options applied and error %v, want 2 and none", applied, err)
				}
			}
		})
	}
	wg.Wait()
}

// TestWaiterRetryable checks the results of Retryable: true continues the wait, an error
// ends it, and false ends it with success.
func TestWaiterRetryable(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		stop := errors.New("stop")
		attempts := 0
		waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Retryable = func(_ context.Context, in *lightsail.GetBucketsInput, out *lightsail.GetBucketsOutput, err error) (bool, error) {
				if *in.BucketName != "archive" || *out.Buckets[0].State.Code != "OK" || err != nil {
					t.Errorf("got input %+v, output %+v, error %v, want archive, OK and none", in, out, err)
				}
				if attempts++; attempts == 3 {
					return false, stop
				}
				return true, nil
			}
		})
		if err := waiter.Wait(t.Context(), archive, time.Hour); !errors.Is(err, stop) || attempts != 3 {
			t.Errorf("got %d attempts and error %v, want 3 and the error of Retryable", attempts, err)
		}

		// A Retryable for one wait may continue after errors that end the wait by default.
		server.Inject("GetBuckets", lightsailtest.Error(&types.AccessDeniedException{}).Times(2))
		out, err := waiter.WaitForOutput(t.Context(), archive, time.Hour, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Retryable = func(_ context.Context, _ *lightsail.GetBucketsInput, _ *lightsail.GetBucketsOutput, err error) (bool, error) {
				return err != nil, nil
			}
		})
		if err != nil || out == nil || len(server.Calls()) != 6 {
			t.Errorf("got %d requests, output %v, error %v, want 6, an output and none", len(server.Calls()), out, err)
		}
	})
}

func TestWaiterInvalidOptions(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	client := newClient(do)
	type options = lightsail.BucketAvailableWaiterOptions
	for name, row := range map[string]struct {
		in      *lightsail.GetBucketsInput
		maxWait time.Duration
		option  func(*options)
		want    string // part of the error
	}{
		"no maxWait":          {archive, 0, func(*options) {}, "maximum wait time"},
		"negative maxWait":    {archive, -time.Second, func(*options) {}, "maximum wait time"},
		"no MinDelay":         {archive, time.Minute, func(o *options) { o.MinDelay = 0 }, "minimum waiter delay"},
		"negative MinDelay":   {archive, time.Minute, func(o *options) { o.MinDelay = -1 }, "minimum waiter delay"},
		"MinDelay > MaxDelay": {archive, time.Minute, func(o *options) { o.MinDelay = 31 * time.Second }, "31s"},
		"no Retryable":        {archive, time.Minute, func(o *options) { o.Retryable = nil }, "Retryable"},
		"nil input":           {nil, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
		"no bucket name":      {&lightsail.GetBucketsInput{}, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
		"empty bucket name":   {&lightsail.GetBucketsInput{BucketName: aws.String("")}, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
	} {
		for where, wait := range map[string]func() error{
			"constructor": func() error {
				return lightsail.NewBucketAvailableWaiter(client, row.option).Wait(t.Context(), row.in, row.maxWait)
			},
			"Wait": func() error {
				return lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), row.in, row.maxWait, row.option)
			},
		} {
			if err := wait(); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%s, option of %s: got error %v, want %q", name, where, err, row.want)
			}
		}
	}
	if sent.len() != 0 {
		t.Errorf("got %d requests, want none", sent.len())
	}

	// These options are valid.
	for _, option := range []func(*options){
		func(o *options) { o.MinDelay, o.MaxDelay = 1, 1 },
		func(o *options) { o.MinDelay = 30 * time.Second },
		func(o *options) { o.MinDelay, o.MaxDelay = 2*time.Minute, 0 },
	} {
		if err := lightsail.NewBucketAvailableWaiter(client, option).Wait(t.Context(), archive, time.Minute); err != nil {
			t.Errorf("got error %v, want none", err)
		}
	}
}

func TestWaiterInputUnchanged(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
		in := &lightsail.GetBucketsInput{BucketName: aws.String("archive"), IncludeCors: aws.Bool(true)}
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), in, time.Hour); err != nil {
			t.Fatal(err)
		}
		want := &lightsail.GetBucketsInput{BucketName: aws.String("archive"), IncludeCors: aws.Bool(true)}
		if diff := cmp.Diff(want, in); diff != "" {
			t.Errorf("input (-want +got):\n%s", diff)
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1}))
}
