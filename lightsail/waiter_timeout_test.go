package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// requireTimeout returns err as a WaiterTimeoutError. It also checks that err is not an
// error of a context.
func requireTimeout(t *testing.T, err error) *lightsail.WaiterTimeoutError {
	t.Helper()
	var timeout *lightsail.WaiterTimeoutError
	if !errors.As(err, &timeout) {
		t.Fatalf("got error %v, want a WaiterTimeoutError", err)
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		t.Errorf("got error %v that is a context error, want one that is not", err)
	}
	return timeout
}

func TestWaiterTimeout(t *testing.T) {
	t.Parallel()
	t.Run("last attempt has an output", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			start := time.Now()
			out, err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).WaitForOutput(t.Context(), archive, 5*time.Minute)

			timeout := requireTimeout(t, err)
			if timeout.Waiter != "BucketAvailable" || timeout.MaxWait != 5*time.Minute || timeout.Attempts != len(server.Calls()) || timeout.Err != nil {
				t.Errorf("got timeout %#v after %d requests, want the waiter, 5m, these attempts and no error", timeout, len(server.Calls()))
			}
			last, ok := timeout.Last.(*lightsail.GetBucketsOutput)
			if !ok || *last.Buckets[0].Name != "archive" {
				t.Errorf("got last output %#v, want bucket archive", timeout.Last)
			}
			if out != nil {
				t.Errorf("got output %v with an error, want nil", out)
			}
			for _, part := range []string{"BucketAvailable", "5m0s", fmt.Sprint(timeout.Attempts), "no state"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("got error %q, want %q in it", err, part)
				}
			}
			if elapsed := time.Since(start); elapsed > 5*time.Minute {
				t.Errorf("got an elapsed time of %v, want at most 5m", elapsed)
			}
		}, alwaysPending)
	})
	t.Run("last attempt has an error", func(t *testing.T) {
		withServer(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).Wait(t.Context(), archive, 5*time.Minute)
			timeout := requireTimeout(t, err)
			if !lightsail.IsNotFound(timeout.Err) || timeout.Last != nil {
				t.Errorf("got last output %#v and error %v, want nil and not found", timeout.Last, timeout.Err)
			}
			if !strings.Contains(err.Error(), "NotFoundException") {
				t.Errorf("got error %q, want NotFoundException in it", err)
			}
		}, alwaysHidden)
	})
	// The service does not respond. The waiter must return at maxWait.
	t.Run("during the first attempt", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Hour))
			start := time.Now()
			err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).Wait(t.Context(), archive, 5*time.Minute)
			if timeout := requireTimeout(t, err); timeout.Attempts != 1 || timeout.Last != nil || timeout.Err == nil {
				t.Errorf("got timeout %#v, want 1 attempt with an error", timeout)
			}
			if elapsed := time.Since(start); elapsed != 5*time.Minute {
				t.Errorf("got an elapsed time of %v, want 5m", elapsed)
			}
		})
	})
	// The second attempt is canceled, so the last output is that of the first.
	t.Run("during the second attempt", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Second), lightsailtest.Latency(time.Hour))
			err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).Wait(t.Context(), archive, 5*time.Minute)
			timeout := requireTimeout(t, err)
			if last, ok := timeout.Last.(*lightsail.GetBucketsOutput); !ok || len(last.Buckets) != 1 || timeout.Attempts != 2 {
				t.Errorf("got timeout %#v, want 2 attempts and the output of the first", timeout)
			}
		}, alwaysPending)
	})
	// There is no time for a second attempt.
	t.Run("maxWait shorter than MinDelay", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).Wait(t.Context(), archive, time.Second)
			if timeout := requireTimeout(t, err); timeout.Attempts != 1 {
				t.Errorf("got timeout %#v, want 1 attempt", timeout)
			}
			server.AssertCalls(t, "GetBuckets")
		}, alwaysPending)
	})
}

// limitAttempts fails a test whose waiter makes more than 1,000 attempts.
func limitAttempts(t *testing.T) func(*lightsail.BucketAvailableWaiterOptions) {
	return func(o *lightsail.BucketAvailableWaiterOptions) {
		o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) {
			if p.Attempt > 1000 {
				t.Fatalf("got attempt %d after %v, want fewer", p.Attempt, p.Elapsed)
			}
		}
	}
}

// TestWaiterContextDeadline checks that the deadline of the caller's context is not a
// WaiterTimeoutError.
func TestWaiterContextDeadline(t *testing.T) {
	t.Parallel()
	check := func(t *testing.T, client *lightsail.Client) {
		t.Helper()
		start := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		out, err := lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).WaitForOutput(ctx, archive, time.Hour)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) || out != nil {
			t.Errorf("got output %v and error %v, want nil and context.DeadlineExceeded", out, err)
		}
		if elapsed := time.Since(start); elapsed != 3*time.Second {
			t.Errorf("got an elapsed time of %v, want 3s", elapsed)
		}
	}
	t.Run("between attempts", func(t *testing.T) {
		withServer(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
			check(t, client)
		}, alwaysPending)
	})
	t.Run("during an attempt", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Hour))
			check(t, client)
		})
	})
}

func TestWaiterContextCanceled(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		ctx, cancel := context.WithCancel(t.Context())
		start := time.Now()
		// The second attempt is after 2 seconds, the third after 4 or more.
		time.AfterFunc(3*time.Second, cancel)
		err := lightsail.NewBucketAvailableWaiter(client).Wait(ctx, archive, time.Hour)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.Is(err, context.Canceled) || errors.As(err, &timeout) {
			t.Errorf("got error %v, want context.Canceled", err)
		}
		if elapsed := time.Since(start); elapsed != 3*time.Second || len(server.Calls()) != 2 {
			t.Errorf("got %d requests in %v, want 2 in 3s", len(server.Calls()), elapsed)
		}
	}, alwaysPending)
	t.Run("before the wait", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			err := lightsail.NewBucketAvailableWaiter(client).Wait(ctx, archive, time.Hour)
			if !errors.Is(err, context.Canceled) || len(server.Calls()) != 0 {
				t.Errorf("got %d requests and error %v, want none and context.Canceled", len(server.Calls()), err)
			}
		})
	})
}

// TestWaiterTimeoutErrorText checks that the text of a timeout describes the last output.
func TestWaiterTimeoutErrorText(t *testing.T) {
	t.Parallel()
	wait := func(t *testing.T, config *types.BucketAccessLogConfig) error {
		client := fixedBuckets{&lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: aws.String("archive"), AccessLogConfig: config}}}}
		return lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOn("logs", "a/")).Wait(t.Context(), archive, time.Second)
	}
	calls := 0
	web := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
	details := fixedDetails{&types.InstanceAccessDetails{Protocol: types.InstanceAccessProtocolSsh, Username: aws.String("ubuntu")}, &calls}
	for _, row := range []struct {
		err      error
		contains []string
	}{
		{wait(t, nil), []string{"off"}},
		{wait(t, lightsail.AccessLogOn("other", "b/")), []string{"other", "b/"}},
		{lightsail.NewBucketAvailableWaiter(fixedBuckets{&lightsail.GetBucketsOutput{}}).Wait(t.Context(), archive, time.Second), []string{"the Bucket does not exist"}},
		{lightsail.NewInstanceAccessDetailsReadyWaiter(details).Wait(t.Context(), web, time.Second), []string{"ipAddress", "privateKey", "certKey"}},
	} {
		requireTimeout(t, row.err)
		for _, part := range row.contains {
			if !strings.Contains(row.err.Error(), part) {
				t.Errorf("got error %q, want %q in it", row.err, part)
			}
		}
	}
}

// TestWaiterTimeoutErrorRedacted checks that a timeout has the last output and that its text
// contains no sensitive field of it.
func TestWaiterTimeoutErrorRedacted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		client := fixedDetails{&types.InstanceAccessDetails{PrivateKey: aws.String(canary)}, &calls}
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		err := lightsail.NewInstanceAccessDetailsReadyWaiter(client).Wait(t.Context(), in, time.Minute)
		last, ok := requireTimeout(t, err).Last.(*lightsail.GetInstanceAccessDetailsOutput)
		if !ok || *last.AccessDetails.PrivateKey != canary {
			t.Errorf("got last output %v, want the private key in it", last)
		}
		for _, format := range []string{"%v", "%+v", "%s"} {
			if text := fmt.Sprintf(format, err); strings.Contains(text, canary) {
				t.Errorf("%s: got %s, want no canary", format, text)
			}
		}
	})
}
