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

// errBusy is an error that IsBusy matches.
var errBusy = &types.InvalidInputException{Message: aws.String("The bucket is being changed. " + fewMinutes + ".")}

// enableVersioning returns a function for RetryBusy.
func enableVersioning(client *lightsail.Client) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: aws.String("archive"), Versioning: aws.String("Enabled")})
		return err
	}
}

func TestRetryBusy(t *testing.T) {
	t.Parallel()
	notFound := &types.NotFoundException{Message: aws.String("There is none.")}
	for name, row := range map[string]struct {
		faults   []lightsailtest.Fault
		requests int
		failed   func(error) bool // nil for success
	}{
		"never busy":           {nil, 1, nil},
		"busy twice":           {[]lightsailtest.Fault{lightsailtest.Error(errBusy).Times(2)}, 3, nil},
		"busy, then throttled": {[]lightsailtest.Fault{lightsailtest.Error(errBusy), lightsailtest.Throttle().Times(2)}, 4, nil},
		"fails":                {[]lightsailtest.Fault{lightsailtest.Error(notFound)}, 1, lightsail.IsNotFound},
		"busy, then fails":     {[]lightsailtest.Fault{lightsailtest.Error(errBusy), lightsailtest.Error(notFound)}, 2, lightsail.IsNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("UpdateBucket", row.faults...)
				err := lightsail.RetryBusy(t.Context(), time.Hour, enableVersioning(client))
				if row.failed == nil && err != nil || row.failed != nil && !row.failed(err) {
					t.Errorf("got error %v, want NotFoundException: %t, or none", err, row.failed != nil)
				}
				if got := len(server.Calls()); got != row.requests {
					t.Errorf("got %d requests, want %d: %v", got, row.requests, server.Calls())
				}
			})
		})
	}
}

// TestRetryBusyUnchangedError checks that an error other than a busy one is returned as it
// is, even if the context ends at the same time.
func TestRetryBusyUnchangedError(t *testing.T) {
	t.Parallel()
	want := errors.New("no luck")
	for name, end := range map[string]func(cancel context.CancelFunc){
		"context is alive":   func(context.CancelFunc) {},
		"context ends":       func(cancel context.CancelFunc) { cancel() },
		"maxWait has passed": func(context.CancelFunc) { time.Sleep(2 * time.Hour) },
	} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			err := lightsail.RetryBusy(ctx, time.Hour, func(context.Context) error {
				end(cancel)
				return want
			})
			if err != want {
				t.Errorf("%s: got error %v, want the one of the function", name, err)
			}
			if err := lightsail.RetryBusy(ctx, time.Hour, func(context.Context) error { end(cancel); return nil }); err != nil {
				t.Errorf("%s: got error %v, want none", name, err)
			}
		})
	}
}

// TestRetryBusyDelays checks the documented delays: 5 seconds at first, at most 1 minute.
func TestRetryBusyDelays(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("UpdateBucket", lightsailtest.Error(errBusy).Times(30))
		if err := lightsail.RetryBusy(t.Context(), 2*time.Hour, enableVersioning(client)); err != nil {
			t.Fatal(err)
		}
		longest := time.Duration(0)
		for i, delay := range delays(server) {
			if i == 0 && delay != 5*time.Second || delay < 5*time.Second || delay > time.Minute {
				t.Errorf("got delay %d of %v, want 5s for the first and 5s to 1m", i+1, delay)
			}
			longest = max(longest, delay)
		}
		if longest < 30*time.Second {
			t.Errorf("got delays of at most %v, want them to grow", longest)
		}
	})
}

func TestRetryBusyTimeout(t *testing.T) {
	t.Parallel()
	t.Run("always busy", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("UpdateBucket", lightsailtest.Error(errBusy).Always())
			start := time.Now()
			err := lightsail.RetryBusy(t.Context(), 5*time.Minute, enableVersioning(client))
			timeout := requireTimeout(t, err)
			if timeout.Waiter != "RetryBusy" || timeout.MaxWait != 5*time.Minute || timeout.Attempts != len(server.Calls()) || timeout.Last != nil {
				t.Errorf("got timeout %#v after %d requests, want these attempts and 5m", timeout, len(server.Calls()))
			}
			if !lightsail.IsBusy(timeout.Err) || !strings.Contains(err.Error(), fewMinutes) {
				t.Errorf("got last error %v in %q, want the busy one in both", timeout.Err, err)
			}
			if elapsed := time.Since(start); elapsed > 5*time.Minute {
				t.Errorf("got an elapsed time of %v, want at most 5m", elapsed)
			}
		})
	})
	t.Run("during a call", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("UpdateBucket", lightsailtest.Error(errBusy), lightsailtest.Latency(time.Hour))
			start := time.Now()
			timeout := requireTimeout(t, lightsail.RetryBusy(t.Context(), 5*time.Minute, enableVersioning(client)))
			if timeout.Attempts != 2 || !lightsail.IsBusy(timeout.Err) {
				t.Errorf("got timeout %#v, want 2 attempts and the busy error of the first", timeout)
			}
			if elapsed := time.Since(start); elapsed != 5*time.Minute {
				t.Errorf("got an elapsed time of %v, want 5m", elapsed)
			}
		})
	})
	t.Run("maxWait not positive", func(t *testing.T) {
		for _, maxWait := range []time.Duration{0, -1} {
			err := lightsail.RetryBusy(t.Context(), maxWait, func(context.Context) error {
				t.Errorf("maxWait %v: the function was called, want an error before", maxWait)
				return nil
			})
			if err == nil || !strings.Contains(err.Error(), "must be greater than zero") {
				t.Errorf("maxWait %v: got error %v, want one that names the rule", maxWait, err)
			}
		}
	})
}

func TestRetryBusyContextEnds(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		fault lightsailtest.Fault
		want  error
	}{
		"between calls, canceled": {lightsailtest.Error(errBusy).Always(), context.Canceled},
		"between calls, deadline": {lightsailtest.Error(errBusy).Always(), context.DeadlineExceeded},
		"during a call, canceled": {lightsailtest.Latency(time.Hour), context.Canceled},
		"during a call, deadline": {lightsailtest.Latency(time.Hour), context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("UpdateBucket", row.fault)
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if row.want == context.Canceled {
					time.AfterFunc(3*time.Second, cancel)
				} else {
					ctx, cancel = context.WithTimeout(t.Context(), 3*time.Second)
					defer cancel()
				}
				start := time.Now()
				err := lightsail.RetryBusy(ctx, time.Hour, enableVersioning(client))
				if !errors.Is(err, row.want) || errors.As(err, new(*lightsail.WaiterTimeoutError)) {
					t.Errorf("got error %v, want one that wraps %v", err, row.want)
				}
				if elapsed := time.Since(start); elapsed != 3*time.Second {
					t.Errorf("got an elapsed time of %v, want 3s", elapsed)
				}
			})
		})
	}
}

// TestRetryBusyWrappedError checks that the function may wrap the error of the call.
func TestRetryBusyWrappedError(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		err := lightsail.RetryBusy(t.Context(), time.Hour, func(context.Context) error {
			if calls++; calls < 3 {
				return fmt.Errorf("enabling versioning: %w", errBusy)
			}
			return nil
		})
		if err != nil || calls != 3 {
			t.Errorf("got %d calls and error %v, want 3 and none", calls, err)
		}
	})
}
