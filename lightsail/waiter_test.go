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
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// In a bubble of testing/synctest, minutes of waiting take no time, and every
// moment is exact.

// inBubble runs a test in a bubble, with a server that has the bucket archive.
// The server's options may give it a lag.
func inBubble(t *testing.T, test func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client), opts ...lightsailtest.Option) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, opts...)
		client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
		_, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
			BucketName: aws.String("archive"),
			BundleId:   aws.String("small_1_0"),
		})
		if err != nil {
			t.Fatal(err)
		}
		server.ResetCalls()
		test(t, server, client)
	})
}

// hidden is a server on which a new bucket never shows.
var hidden = lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1 << 30})

// pending is a server on which a new bucket never has a state.
var pending = lightsailtest.WithLag(lightsailtest.Lag{Pending: 1 << 30})

var archive = &lightsail.GetBucketsInput{BucketName: aws.String("archive")}

// gaps are the times between the calls of a server.
func gaps(server *lightsailtest.Server) (all []time.Duration) {
	calls := server.Calls()
	for i := range calls[1:] {
		all = append(all, calls[i+1].Time.Sub(calls[i].Time))
	}
	return all
}

func TestWaitSuccessAtOnce(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		start := time.Now()
		out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if elapsed := time.Since(start); elapsed != 0 {
			t.Errorf("it took %v", elapsed)
		}
		if len(out.Buckets) != 1 || *out.Buckets[0].Name != "archive" || *out.Buckets[0].State.Code != "OK" {
			t.Errorf("output %+v", out)
		}
		server.AssertCalls(t, `GetBuckets {"bucketName":"archive"}`)
	})
}

// Two looks at which the bucket is not found, two at which it has no state, and
// Progress is told of each.
func TestWaitSuccessAfterLooks(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		start := time.Now()
		var progress []lightsail.WaiterProgress[lightsail.GetBucketsOutput]
		waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) {
				if p.Elapsed != time.Since(start) {
					t.Errorf("attempt %d: elapsed %v, want %v", p.Attempt, p.Elapsed, time.Since(start))
				}
				progress = append(progress, p)
			}
		})

		if err := waiter.Wait(t.Context(), archive, time.Hour); err != nil {
			t.Fatal(err)
		}

		if len(progress) != 5 || len(server.Calls()) != 5 {
			t.Fatalf("told of %d looks, of %d calls, want 5", len(progress), len(server.Calls()))
		}
		for i, p := range progress {
			if p.Attempt != i+1 || p.Elapsed != server.Calls()[i].Time.Sub(start) {
				t.Errorf("look %d: attempt %d after %v", i+1, p.Attempt, p.Elapsed)
			}
			if notYet := i < 2; lightsail.IsNotFound(p.Err) != notYet || (p.Output == nil) != notYet {
				t.Errorf("look %d: output %v, error %v", i+1, p.Output, p.Err)
			}
		}
		if progress[3].Output.Buckets[0].State != nil || *progress[4].Output.Buckets[0].State.Code != "OK" {
			t.Error("not the outputs of the looks")
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 2, Pending: 2}))
}

func TestWaitFailedState(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Hour)

		var state *lightsail.BucketStateError
		if !errors.As(err, &state) {
			t.Fatalf("error %v", err)
		}
		const message = "The creation of the bucket timed out."
		want := lightsail.BucketStateError{Bucket: "archive", Code: "Unknown", Message: message}
		if diff := cmp.Diff(want, *state); diff != "" {
			t.Error(diff)
		}
		for _, part := range []string{"archive", "Unknown", message} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("error %q does not tell %q", err, part)
			}
		}
		if out != nil || len(server.Calls()) != 2 {
			t.Errorf("output %v after %d calls, want none after 2", out, len(server.Calls()))
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{Pending: 1, Failed: true}))
}

// Only the state Unknown is a failure. Everything else is not OK yet.
func TestWaitStates(t *testing.T) {
	for _, buckets := range []string{
		``,
		`{"name":"archive"}`,
		`{"name":"archive","state":{}}`,
		`{"name":"archive","state":{"code":""}}`,
		`{"name":"archive","state":{"code":"Pending","message":"a state to come"}}`,
	} {
		synctest.Test(t, func(t *testing.T) {
			not := say(200, `{"buckets":[`+buckets+`]}`)
			http, seen := answers(not, not, say(200, `{"buckets":[{"name":"archive","state":{"code":"OK"}}]}`))
			if err := lightsail.NewBucketAvailableWaiter(newClient(http)).Wait(t.Context(), archive, time.Hour); err != nil || seen.len() != 3 {
				t.Errorf("%s: %d looks, error %v", buckets, seen.len(), err)
			}
		})
	}
	http, _ := answers(say(200, `{"buckets":[{"name":"archive","state":{"code":"Unknown"}}]}`))
	err := lightsail.NewBucketAvailableWaiter(newClient(http)).Wait(t.Context(), archive, time.Hour)
	var state *lightsail.BucketStateError
	if !errors.As(err, &state) || state.Message != "" {
		t.Errorf("error %v", err)
	}
}

// timedOut checks that err is a time-out and nothing that looks like the
// caller's context.
func timedOut(t *testing.T, err error) *lightsail.WaiterTimeoutError {
	t.Helper()
	var timeout *lightsail.WaiterTimeoutError
	if !errors.As(err, &timeout) {
		t.Fatalf("error %v, want a WaiterTimeoutError", err)
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		t.Errorf("error %v looks like that of the caller's context", err)
	}
	return timeout
}

func TestWaitTimeout(t *testing.T) {
	t.Run("with an output at last", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			start := time.Now()
			out, err := lightsail.NewBucketAvailableWaiter(client, endless(t)).WaitForOutput(t.Context(), archive, 5*time.Minute)

			timeout := timedOut(t, err)
			if timeout.Waiter != "BucketAvailable" || timeout.MaxWait != 5*time.Minute || timeout.Attempts != len(server.Calls()) || timeout.Err != nil {
				t.Errorf("time-out %#v after %d calls", timeout, len(server.Calls()))
			}
			last, ok := timeout.Last.(*lightsail.GetBucketsOutput)
			if !ok || *last.Buckets[0].Name != "archive" {
				t.Errorf("last seen: %#v", timeout.Last)
			}
			if out != nil {
				t.Errorf("output %v beside the error", out)
			}
			for _, part := range []string{"BucketAvailable", "5m0s", fmt.Sprint(timeout.Attempts), "no state"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("error %q does not tell %q", err, part)
				}
			}
			if elapsed := time.Since(start); elapsed > 5*time.Minute {
				t.Errorf("it took %v", elapsed)
			}
		}, pending)
	})
	t.Run("with an error at last", func(t *testing.T) {
		inBubble(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client, endless(t)).Wait(t.Context(), archive, 5*time.Minute)
			timeout := timedOut(t, err)
			if !lightsail.IsNotFound(timeout.Err) || timeout.Last != nil {
				t.Errorf("last seen: %#v, %v", timeout.Last, timeout.Err)
			}
			if !strings.Contains(err.Error(), "NotFoundException") {
				t.Errorf("error %q does not tell what was seen", err)
			}
		}, hidden)
	})
	// The service hangs. It is the waiter that gives up, and at once.
	t.Run("during a look", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Hour))
			start := time.Now()
			err := lightsail.NewBucketAvailableWaiter(client, endless(t)).Wait(t.Context(), archive, 5*time.Minute)
			if timeout := timedOut(t, err); timeout.Attempts != 1 || timeout.Last != nil || timeout.Err == nil {
				t.Errorf("time-out %#v", timeout)
			}
			if elapsed := time.Since(start); elapsed != 5*time.Minute {
				t.Errorf("it took %v", elapsed)
			}
		})
	})
	// What was seen is what an earlier look saw: the last did not come to its end.
	t.Run("during a later look", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Second), lightsailtest.Latency(time.Hour))
			err := lightsail.NewBucketAvailableWaiter(client, endless(t)).Wait(t.Context(), archive, 5*time.Minute)
			timeout := timedOut(t, err)
			if last, ok := timeout.Last.(*lightsail.GetBucketsOutput); !ok || len(last.Buckets) != 1 || timeout.Attempts != 2 {
				t.Errorf("time-out %#v", timeout)
			}
		}, pending)
	})
	// Too short for a second look: there is one.
	t.Run("less than a delay", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client, endless(t)).Wait(t.Context(), archive, time.Second)
			if timeout := timedOut(t, err); timeout.Attempts != 1 {
				t.Errorf("time-out %#v", timeout)
			}
			server.AssertCalls(t, "GetBuckets")
		}, pending)
	})
}

// endless fails a test whose waiter looks far more often than its delays allow.
func endless(t *testing.T) func(*lightsail.WaiterOptions[lightsail.GetBucketsInput, lightsail.GetBucketsOutput]) {
	return func(o *lightsail.WaiterOptions[lightsail.GetBucketsInput, lightsail.GetBucketsOutput]) {
		o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) {
			if p.Attempt > 1000 {
				t.Fatalf("look %d after %v", p.Attempt, p.Elapsed)
			}
		}
	}
}

// The caller's own deadline is no time-out of the waiter.
func TestWaitDeadlineOfCaller(t *testing.T) {
	check := func(t *testing.T, client *lightsail.Client) {
		t.Helper()
		start := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		out, err := lightsail.NewBucketAvailableWaiter(client, endless(t)).WaitForOutput(ctx, archive, time.Hour)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) || out != nil {
			t.Errorf("output %v, error %v, want that of the context", out, err)
		}
		if elapsed := time.Since(start); elapsed != 3*time.Second {
			t.Errorf("it took %v", elapsed)
		}
	}
	t.Run("between looks", func(t *testing.T) {
		inBubble(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
			check(t, client)
		}, pending)
	})
	t.Run("during a look", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			server.Inject("GetBuckets", lightsailtest.Latency(time.Hour))
			check(t, client)
		})
	})
}

func TestWaitCancelled(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		ctx, cancel := context.WithCancel(t.Context())
		start := time.Now()
		// The second look is after 2 seconds, the third not before 4.
		time.AfterFunc(3*time.Second, cancel)
		err := lightsail.NewBucketAvailableWaiter(client).Wait(ctx, archive, time.Hour)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.Is(err, context.Canceled) || errors.As(err, &timeout) {
			t.Errorf("error %v, want that of the context", err)
		}
		if elapsed := time.Since(start); elapsed != 3*time.Second || len(server.Calls()) != 2 {
			t.Errorf("%d calls, and it took %v", len(server.Calls()), elapsed)
		}
	}, pending)
	t.Run("beforehand", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			err := lightsail.NewBucketAvailableWaiter(client).Wait(ctx, archive, time.Hour)
			if !errors.Is(err, context.Canceled) || len(server.Calls()) != 0 {
				t.Errorf("%d calls, error %v", len(server.Calls()), err)
			}
		})
	})
}

// What the client's retryer heals, the waiter does not see.
func TestWaitErrorHealed(t *testing.T) {
	faults := map[string]lightsailtest.Fault{
		"throttle": lightsailtest.Throttle(),
		"503":      lightsailtest.Status(503),
		"drop":     lightsailtest.Drop(),
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("GetBuckets", fault.Times(2))
				looks := 0
				waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
					o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) {
						if looks++; p.Err != nil {
							t.Error(p.Err)
						}
					}
				})
				if err := waiter.Wait(t.Context(), archive, time.Minute); err != nil {
					t.Error(err)
				}
				if attempts := len(server.Calls()); looks != 1 || attempts != 3 {
					t.Errorf("%d looks with %d attempts, want 1 with 3", looks, attempts)
				}
			})
		})
	}
}

func TestWaitErrorNotHealed(t *testing.T) {
	denied := &types.AccessDeniedException{Message: aws.String("You are not authorized.")}
	faults := map[string]struct {
		fault    lightsailtest.Fault
		code     string
		attempts int
	}{
		"throttle for ever": {lightsailtest.Throttle().Always(), "ThrottlingException", 3},
		"access denied":     {lightsailtest.Error(denied), "AccessDeniedException", 1},
		"invalid input":     {lightsailtest.Error(&types.InvalidInputException{}), "InvalidInputException", 1},
	}
	for name, row := range faults {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("GetBuckets", row.fault)
				out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Hour)
				var api smithy.APIError
				if !errors.As(err, &api) || api.ErrorCode() != row.code || out != nil {
					t.Errorf("output %v, error %v", out, err)
				}
				if attempts := len(server.Calls()); attempts != row.attempts {
					t.Errorf("%d attempts, want %d", attempts, row.attempts)
				}
			})
		})
	}
}

// The delays double at most, from MinDelay to MaxDelay, with a random part that
// does not go below MinDelay.
func TestWaitDelays(t *testing.T) {
	check := func(t *testing.T, all []time.Duration, shortest, longest time.Duration) {
		t.Helper()
		ceiling, grown := shortest, false
		for i, gap := range all {
			if gap < shortest || gap > ceiling {
				t.Errorf("delay %d is %v, want from %v to %v", i+1, gap, shortest, ceiling)
			}
			ceiling = min(2*ceiling, longest)
			grown = grown || gap > 2*shortest
		}
		if !grown {
			t.Errorf("delays do not grow: %v", all)
		}
	}
	t.Run("by default", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			if n := len(server.Calls()); n != 41 {
				t.Errorf("%d looks, want 41", n)
			}
			check(t, gaps(server), 2*time.Second, 30*time.Second)
		}, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 40}))
	})
	t.Run("as asked for", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay = time.Minute, 10*time.Minute
			})
			if err := waiter.Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			check(t, gaps(server), time.Minute, 10*time.Minute)
		}, lightsailtest.WithLag(lightsailtest.Lag{Pending: 40}))
	})
	t.Run("of one wait", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, 24*time.Hour, func(o *lightsail.BucketAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay = 7*time.Second, 7*time.Second
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, gap := range gaps(server) {
				if gap != 7*time.Second {
					t.Errorf("delay %v, want 7s", gap)
				}
			}
		}, lightsailtest.WithLag(lightsailtest.Lag{Pending: 5}))
	})
	t.Run("without a longest", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) { o.MaxDelay = 0 })
			if err := waiter.Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			check(t, gaps(server), 2*time.Second, 2*time.Minute)
			if slices.Max(gaps(server)) <= 30*time.Second {
				t.Error("no delay is above the waiter's own longest")
			}
		}, lightsailtest.WithLag(lightsailtest.Lag{Pending: 60}))
	})
	// The last delays before the end are no shorter, however the time divides.
	t.Run("to the end", func(t *testing.T) {
		for _, maxWait := range []time.Duration{2 * time.Second, 3 * time.Second, 4 * time.Second, 5 * time.Second, 59 * time.Second, time.Minute, time.Hour} {
			inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				start := time.Now()
				timedOut(t, lightsail.NewBucketAvailableWaiter(client, endless(t)).Wait(t.Context(), archive, maxWait))
				if time.Since(start) > maxWait {
					t.Errorf("max wait %v: it took %v", maxWait, time.Since(start))
				}
				for i, gap := range gaps(server) {
					if gap < 2*time.Second || gap > 30*time.Second {
						t.Errorf("max wait %v: delay %d is %v, want from 2s to 30s", maxWait, i+1, gap)
					}
				}
			}, pending)
		}
	})
}

// The feature of a waiter is B; E is that of the retryer.
func TestWaiterUserAgent(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
		client := newClient(http, way)
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, time.Minute); err != nil {
			t.Fatal(err)
		}
		if got := features(seen.header(0, "User-Agent")); !slices.Contains(got, "B") || !slices.Contains(got, "E") || slices.Contains(got, "C") {
			t.Errorf("features %v of %s", got, seen.header(0, "User-Agent"))
		}
		if _, err := client.GetBuckets(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if got := features(seen.header(1, "User-Agent")); slices.Contains(got, "B") {
			t.Errorf("a call without a waiter has the features %v", got)
		}
	})
}

// Only what needs a middleware stack gets one.
func TestWaiterStaysUnwatched(t *testing.T) {
	watched := false
	client := newClient(func(*http.Request) (*http.Response, error) {
		watched = onStack()
		return answer(200, `{"buckets":[{"state":{"code":"OK"}}]}`), nil
	})
	wait := func(optFns ...func(*lightsail.BucketAvailableWaiterOptions)) bool {
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, time.Minute, optFns...); err != nil {
			t.Fatal(err)
		}
		return watched
	}
	if !wait(func(o *lightsail.BucketAvailableWaiterOptions) { o.LogWaitAttempts = true }) {
		t.Fatal("a middleware stack is not recognised")
	}
	if wait() {
		t.Error("a look went by way of a middleware stack")
	}
}

func TestLogWaitAttempts(t *testing.T) {
	inBubble(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
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
			t.Fatalf("logged:\n%s", &log)
		}
		for i, line := range lines {
			if !strings.HasSuffix(line, fmt.Sprintf("attempt count: %d", i+1)) {
				t.Errorf("line %d: %s", i+1, line)
			}
		}

		log.Reset()
		if err := waiter.Wait(t.Context(), archive, time.Hour); err != nil || log.Len() != 0 {
			t.Errorf("error %v, and logged without being asked to:\n%s", err, &log)
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{Pending: 2}))
}

// Options of the waiter and of one wait, for its client and its middleware, all
// reach the call, and those of one wait end with it.
func TestWaiterOptionsReachTheCall(t *testing.T) {
	http, seen := answers(say(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	waiter := lightsail.NewBucketAvailableWaiter(newClient(http), func(o *lightsail.BucketAvailableWaiterOptions) {
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
		got := slices.DeleteFunc(strings.Fields(seen.header(i, "User-Agent")), func(part string) bool {
			return !strings.HasPrefix(part, "app/") && !strings.HasPrefix(part, "tool/") && !strings.HasPrefix(part, "once/")
		})
		equal(t, fmt.Sprintf("user agent of wait %d", i+1), got, want...)
	}
}

// One waiter, many goroutines: what one wait is told is not told to another.
func TestWaiterOfManyGoroutines(t *testing.T) {
	http, _ := answers(say(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	add := func(o *lightsail.BucketAvailableWaiterOptions) {
		o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { return nil })
		o.ClientOptions = append(o.ClientOptions, func(*lightsail.Options) {})
	}
	// After three times there is room for a fourth.
	waiter := lightsail.NewBucketAvailableWaiter(newClient(http), add, add, add)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				mine := 0
				err := waiter.Wait(t.Context(), archive, time.Minute, func(o *lightsail.BucketAvailableWaiterOptions) {
					o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { mine++; return nil })
					o.ClientOptions = append(o.ClientOptions, func(*lightsail.Options) { mine++ })
				})
				if err != nil || mine != 2 {
					t.Errorf("options applied %d times, want 2; error %v", mine, err)
				}
			}
		})
	}
	wg.Wait()
}

// Retryable decides alone: true goes on, an error ends, false is success.
func TestRetryable(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		enough := errors.New("enough")
		looks := 0
		waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Retryable = func(_ context.Context, in *lightsail.GetBucketsInput, out *lightsail.GetBucketsOutput, err error) (bool, error) {
				if *in.BucketName != "archive" || *out.Buckets[0].State.Code != "OK" || err != nil {
					t.Errorf("input %+v, output %+v, error %v", in, out, err)
				}
				if looks++; looks == 3 {
					return false, enough
				}
				return true, nil
			}
		})
		if err := waiter.Wait(t.Context(), archive, time.Hour); !errors.Is(err, enough) || looks != 3 {
			t.Errorf("%d looks, error %v", looks, err)
		}

		// For one wait, an error that would end it can be waited out, and so on.
		server.Inject("GetBuckets", lightsailtest.Error(&types.AccessDeniedException{}).Times(2))
		out, err := waiter.WaitForOutput(t.Context(), archive, time.Hour, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Retryable = func(_ context.Context, _ *lightsail.GetBucketsInput, _ *lightsail.GetBucketsOutput, err error) (bool, error) {
				return err != nil, nil
			}
		})
		if err != nil || out == nil || len(server.Calls()) != 6 {
			t.Errorf("%d calls, output %v, error %v", len(server.Calls()), out, err)
		}
	})
}

func TestWaiterOptionsRefused(t *testing.T) {
	http, seen := answers(say(200, `{"buckets":[{"state":{"code":"OK"}}]}`))
	client := newClient(http)
	type options = lightsail.BucketAvailableWaiterOptions
	for name, row := range map[string]struct {
		in      *lightsail.GetBucketsInput
		maxWait time.Duration
		option  func(*options)
		tells   string
	}{
		"no time":               {archive, 0, func(*options) {}, "maximum wait time"},
		"negative time":         {archive, -time.Second, func(*options) {}, "maximum wait time"},
		"no delay":              {archive, time.Minute, func(o *options) { o.MinDelay = 0 }, "minimum waiter delay"},
		"negative delay":        {archive, time.Minute, func(o *options) { o.MinDelay = -1 }, "minimum waiter delay"},
		"shortest over longest": {archive, time.Minute, func(o *options) { o.MinDelay = 31 * time.Second }, "31s"},
		"nothing to decide by":  {archive, time.Minute, func(o *options) { o.Retryable = nil }, "Retryable"},
		"no input":              {nil, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
		"no bucket":             {&lightsail.GetBucketsInput{}, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
		"no bucket's name":      {&lightsail.GetBucketsInput{BucketName: aws.String("")}, time.Minute, func(*options) {}, "GetBucketsInput.BucketName"},
	} {
		for when, wait := range map[string]func() error{
			"made": func() error {
				return lightsail.NewBucketAvailableWaiter(client, row.option).Wait(t.Context(), row.in, row.maxWait)
			},
			"called": func() error {
				return lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), row.in, row.maxWait, row.option)
			},
		} {
			if err := wait(); err == nil || !strings.Contains(err.Error(), row.tells) {
				t.Errorf("%s, when %s: error %v, want one about %q", name, when, err, row.tells)
			}
		}
	}
	if seen.len() != 0 {
		t.Errorf("%d requests", seen.len())
	}

	// At the edge.
	for _, option := range []func(*options){
		func(o *options) { o.MinDelay, o.MaxDelay = 1, 1 },
		func(o *options) { o.MinDelay = 30 * time.Second },
		func(o *options) { o.MinDelay, o.MaxDelay = 2*time.Minute, 0 },
	} {
		if err := lightsail.NewBucketAvailableWaiter(client, option).Wait(t.Context(), archive, time.Minute); err != nil {
			t.Error(err)
		}
	}
}

func TestInputOfWaiter(t *testing.T) {
	inBubble(t, func(t *testing.T, _ *lightsailtest.Server, client *lightsail.Client) {
		in := &lightsail.GetBucketsInput{BucketName: aws.String("archive"), IncludeCors: aws.Bool(true)}
		if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), in, time.Hour); err != nil {
			t.Fatal(err)
		}
		want := &lightsail.GetBucketsInput{BucketName: aws.String("archive"), IncludeCors: aws.Bool(true)}
		if diff := cmp.Diff(want, in); diff != "" {
			t.Error(diff)
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1}))
}

// logsOn is a configuration in another spelling than AccessLogOn's.
func logsOn(destination, prefix *string) *types.BucketAccessLogConfig {
	return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: destination, Prefix: prefix}
}

// What is there, what is wanted, and whether they are the same.
func TestWaitAccessLogSame(t *testing.T) {
	logs, empty := aws.String("logs"), aws.String("")
	rows := map[string]struct {
		is   *types.BucketAccessLogConfig
		want types.BucketAccessLogConfig
		same bool
	}{
		"on, on":                               {logsOn(logs, nil), *lightsail.AccessLogOn("logs", ""), true},
		"on, on with an empty prefix":          {logsOn(logs, nil), *logsOn(logs, empty), true},
		"on with an empty prefix, on":          {logsOn(logs, empty), *lightsail.AccessLogOn("logs", ""), true},
		"on with a prefix, the same":           {logsOn(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", "a/"), true},
		"on with a prefix, another":            {logsOn(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", "b/"), false},
		"on with a prefix, on":                 {logsOn(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", ""), false},
		"on, on with a prefix":                 {logsOn(logs, nil), *lightsail.AccessLogOn("logs", "a/"), false},
		"on, on to another bucket":             {logsOn(logs, nil), *lightsail.AccessLogOn("other", ""), false},
		"on, off":                              {logsOn(logs, nil), *lightsail.AccessLogOff(), false},
		"off, on":                              {lightsail.AccessLogOff(), *lightsail.AccessLogOn("logs", ""), false},
		"off, off":                             {lightsail.AccessLogOff(), *lightsail.AccessLogOff(), true},
		"absent, off":                          {nil, *lightsail.AccessLogOff(), true},
		"absent, the zero value":               {nil, types.BucketAccessLogConfig{}, true},
		"absent, on":                           {nil, *lightsail.AccessLogOn("logs", ""), false},
		"off with a destination, off":          {&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: logs, Prefix: logs}, *lightsail.AccessLogOff(), true},
		"off, off with a destination":          {lightsail.AccessLogOff(), types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: logs}, true},
		"without enabled, off":                 {&types.BucketAccessLogConfig{}, *lightsail.AccessLogOff(), true},
		"on with other letters in the prefix":  {logsOn(logs, aws.String("A/")), *lightsail.AccessLogOn("logs", "a/"), false},
		"absent, wanted with enabled left out": {nil, types.BucketAccessLogConfig{Destination: logs}, true},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			client := fixedBuckets{&lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: aws.String("archive"), AccessLogConfig: row.is}}}}
			synctest.Test(t, func(t *testing.T) {
				err := lightsail.NewBucketAccessLogConfiguredWaiter(client, row.want).Wait(t.Context(), archive, time.Minute)
				if row.same {
					if err != nil {
						t.Error(err)
					}
				} else if timeout := timedOut(t, err); timeout.Waiter != "BucketAccessLogConfigured" {
					t.Errorf("time-out %#v", timeout)
				}
			})
		})
	}
}

// fixedBuckets is a client that has one answer.
type fixedBuckets struct{ out *lightsail.GetBucketsOutput }

func (f fixedBuckets) GetBuckets(context.Context, *lightsail.GetBucketsInput, ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	return f.out, nil
}

// The change that is waited for is another's. The wanted value belongs to its
// maker again once the waiter is made.
func TestWaitAccessLogConfigured(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.PutBuckets(types.Bucket{Name: aws.String("logs")})
		want := lightsail.AccessLogOn("logs", "archive/")
		waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *want)
		*want.Prefix = "changed/"
		time.AfterFunc(time.Minute, func() {
			_, err := client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{
				BucketName:      aws.String("archive"),
				AccessLogConfig: lightsail.AccessLogOn("logs", "archive/"),
			})
			if err != nil {
				t.Error(err)
			}
		})
		start := time.Now()

		out, err := waiter.WaitForOutput(t.Context(), archive, time.Hour)

		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(logsOn(aws.String("logs"), aws.String("archive/")), out.Buckets[0].AccessLogConfig); diff != "" {
			t.Error(diff)
		}
		if elapsed := time.Since(start); elapsed < time.Minute || elapsed > 90*time.Second {
			t.Errorf("it took %v, for a change after a minute and delays of at most 30 seconds", elapsed)
		}
	})
}

// A bucket that does not exist has nothing to wait for.
func TestWaitAccessLogOfNoBucket(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOff())
		err := waiter.Wait(t.Context(), archive, time.Hour)
		if !lightsail.IsNotFound(err) || len(server.Calls()) != 1 {
			t.Errorf("%d calls, error %v", len(server.Calls()), err)
		}
		if err := waiter.Wait(t.Context(), nil, time.Hour); err == nil || !strings.Contains(err.Error(), "GetBucketsInput.BucketName") {
			t.Errorf("error %v", err)
		}
	}, hidden)
}

func TestWaitAccessDetails(t *testing.T) {
	server := func(instance lightsailtest.Instance) lightsailtest.Option {
		instance.Name, instance.NotReady = "web", 3
		return lightsailtest.WithInstances(instance)
	}
	wait := func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) *types.InstanceAccessDetails {
		t.Helper()
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		out, err := lightsail.NewInstanceAccessDetailsReadyWaiter(client).WaitForOutput(t.Context(), in, 15*time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(server.Calls()); n != 4 {
			t.Errorf("%d looks, want 4", n)
		}
		for i, gap := range gaps(server) {
			if gap < 5*time.Second || gap > time.Minute {
				t.Errorf("delay %d is %v, want from 5s to 1m", i+1, gap)
			}
		}
		return out.AccessDetails
	}
	t.Run("ssh", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			details := wait(t, server, client)
			if aws.ToString(details.IpAddress) == "" || aws.ToString(details.PrivateKey) == "" || aws.ToString(details.CertKey) == "" || aws.ToString(details.Username) == "" {
				t.Error("something is missing")
			}
		}, server(lightsailtest.Instance{}))
	})
	// The password is waited for although nobody asked for rdp.
	t.Run("rdp", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			if aws.ToString(wait(t, server, client).Password) == "" {
				t.Error("there is no password")
			}
		}, server(lightsailtest.Instance{Platform: types.InstancePlatformWindows}))
	})
	t.Run("rdp with an own key", func(t *testing.T) {
		inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			details := wait(t, server, client)
			if aws.ToString(details.Password) != "" || aws.ToString(details.PasswordData.Ciphertext) == "" {
				t.Error("there is a password, or no ciphertext")
			}
		}, server(lightsailtest.Instance{Platform: types.InstancePlatformWindows, KeyPairName: "mine"}))
	})
}

// fixedDetails is a client that has one answer, and counts how often it gave it.
type fixedDetails struct {
	details *types.InstanceAccessDetails
	looks   *int
}

func (f fixedDetails) GetInstanceAccessDetails(context.Context, *lightsail.GetInstanceAccessDetailsInput, ...func(*lightsail.Options)) (*lightsail.GetInstanceAccessDetailsOutput, error) {
	*f.looks++
	return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: f.details}, nil
}

// What may be missing, and what must not.
func TestWaitAccessDetailsReady(t *testing.T) {
	type details = types.InstanceAccessDetails
	ssh := func(change func(*details)) *details {
		d := &details{
			Protocol:   types.InstanceAccessProtocolSsh,
			IpAddress:  aws.String("192.0.2.1"),
			Username:   aws.String("ubuntu"),
			PrivateKey: aws.String("key"),
			CertKey:    aws.String("certificate"),
		}
		change(d)
		return d
	}
	rdp := func(change func(*details)) *details {
		d := &details{
			Protocol:     types.InstanceAccessProtocolRdp,
			IpAddress:    aws.String("192.0.2.1"),
			Username:     aws.String("Administrator"),
			Password:     aws.String(""),
			PasswordData: &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: aws.String("mine")},
		}
		change(d)
		return d
	}
	const askSSH, askRDP = types.InstanceAccessProtocolSsh, types.InstanceAccessProtocolRdp
	rows := map[string]struct {
		asked   types.InstanceAccessProtocol
		details *details
		ready   bool
	}{
		"ssh":                            {"", ssh(func(d *details) {}), true},
		"ssh, no protocol told":          {"", ssh(func(d *details) { d.Protocol = "" }), true},
		"ssh, IPv6 only":                 {"", ssh(func(d *details) { d.IpAddress, d.Ipv6Addresses = nil, []string{"2001:db8::1"} }), true},
		"ssh, no address":                {"", ssh(func(d *details) { d.IpAddress = nil }), false},
		"ssh, an empty address":          {"", ssh(func(d *details) { d.IpAddress = aws.String("") }), false},
		"ssh, no user":                   {"", ssh(func(d *details) { d.Username = nil }), false},
		"ssh, an empty user":             {"", ssh(func(d *details) { d.Username = aws.String("") }), false},
		"ssh, no key":                    {"", ssh(func(d *details) { d.PrivateKey = nil }), false},
		"ssh, an empty key":              {"", ssh(func(d *details) { d.PrivateKey = aws.String("") }), false},
		"ssh, no certificate":            {"", ssh(func(d *details) { d.CertKey = nil }), false},
		"ssh, an empty certificate":      {"", ssh(func(d *details) { d.CertKey = aws.String("") }), false},
		"ssh, a password instead":        {"", ssh(func(d *details) { d.CertKey, d.Password = nil, aws.String("x") }), false},
		"rdp, nothing yet":               {askRDP, rdp(func(d *details) {}), false},
		"rdp, not even empty members":    {askRDP, rdp(func(d *details) { d.Password, d.PasswordData = nil, nil }), false},
		"rdp, no ciphertext":             {askRDP, rdp(func(d *details) { d.PasswordData = &types.PasswordData{} }), false},
		"rdp, a password":                {askRDP, rdp(func(d *details) { d.Password = aws.String("x") }), true},
		"rdp, a ciphertext":              {askRDP, rdp(func(d *details) { d.PasswordData.Ciphertext = aws.String("x") }), true},
		"rdp, a password and no data":    {askRDP, rdp(func(d *details) { d.Password, d.PasswordData = aws.String("x"), nil }), true},
		"rdp, no protocol told, not yet": {askRDP, rdp(func(d *details) { d.Protocol = "" }), false},
		"rdp, no protocol told":          {askRDP, rdp(func(d *details) { d.Protocol, d.Password = "", aws.String("x") }), true},
		"asked for ssh, told rdp":        {askSSH, rdp(func(d *details) { d.Password = aws.String("x") }), true},
		"asked for rdp, told ssh":        {askRDP, ssh(func(d *details) {}), true},
		"asked for rdp, told half ssh":   {askRDP, ssh(func(d *details) { d.CertKey, d.Password = nil, aws.String("x") }), false},
		"nothing":                        {"", nil, false},
		"empty":                          {"", &details{}, false},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				looks := 0
				waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(fixedDetails{row.details, &looks})
				in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web"), Protocol: row.asked}
				err := waiter.Wait(t.Context(), in, time.Minute)
				if row.ready {
					if err != nil || looks != 1 {
						t.Errorf("%d looks, error %v", looks, err)
					}
					return
				}
				timeout := timedOut(t, err)
				if timeout.Waiter != "InstanceAccessDetailsReady" || timeout.Attempts != looks || looks < 3 {
					t.Errorf("time-out %#v after %d looks", timeout, looks)
				}
			})
		})
	}
}

// An instance that does not exist ends the wait, and so does any other error.
func TestWaitAccessDetailsError(t *testing.T) {
	inBubble(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client)
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		if err := waiter.Wait(t.Context(), in, time.Hour); !lightsail.IsNotFound(err) {
			t.Errorf("error %v", err)
		}
		server.Inject("", lightsailtest.Error(&types.AccessDeniedException{}))
		var denied *types.AccessDeniedException
		if err := waiter.Wait(t.Context(), in, time.Hour); !errors.As(err, &denied) {
			t.Errorf("error %v", err)
		}
		if err := waiter.Wait(t.Context(), nil, time.Hour); err == nil || !strings.Contains(err.Error(), "GetInstanceAccessDetailsInput.InstanceName") {
			t.Errorf("error %v", err)
		}
		server.AssertCalls(t, "GetInstanceAccessDetails", "GetInstanceAccessDetails")
	})
}

// The text of a time-out tells what was seen, in a few words.
func TestWaitTimeoutTells(t *testing.T) {
	wait := func(t *testing.T, config *types.BucketAccessLogConfig) error {
		client := fixedBuckets{&lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: aws.String("archive"), AccessLogConfig: config}}}}
		return lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOn("logs", "a/")).Wait(t.Context(), archive, time.Second)
	}
	looks := 0
	web := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
	details := fixedDetails{&types.InstanceAccessDetails{Protocol: types.InstanceAccessProtocolSsh, Username: aws.String("ubuntu")}, &looks}
	for _, row := range []struct {
		err   error
		tells []string
	}{
		{wait(t, nil), []string{"off"}},
		{wait(t, lightsail.AccessLogOn("other", "b/")), []string{"other", "b/"}},
		{lightsail.NewBucketAvailableWaiter(fixedBuckets{&lightsail.GetBucketsOutput{}}).Wait(t.Context(), archive, time.Second), []string{"no bucket"}},
		{lightsail.NewInstanceAccessDetailsReadyWaiter(details).Wait(t.Context(), web, time.Second), []string{"ipAddress", "privateKey", "certKey"}},
	} {
		timedOut(t, row.err)
		for _, part := range row.tells {
			if !strings.Contains(row.err.Error(), part) {
				t.Errorf("error %q does not tell %q", row.err, part)
			}
		}
	}
}

// A time-out holds the last output, and its text shows no secret of it.
func TestWaitTimeoutTellsNoSecret(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		looks := 0
		client := fixedDetails{&types.InstanceAccessDetails{PrivateKey: aws.String("do not tell")}, &looks}
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		err := lightsail.NewInstanceAccessDetailsReadyWaiter(client).Wait(t.Context(), in, time.Minute)
		last, ok := timedOut(t, err).Last.(*lightsail.GetInstanceAccessDetailsOutput)
		if !ok || *last.AccessDetails.PrivateKey != "do not tell" {
			t.Error("the last output is not there")
		}
		for _, format := range []string{"%v", "%+v", "%s"} {
			if text := fmt.Sprintf(format, err); strings.Contains(text, "do not tell") {
				t.Errorf("%s: %s", format, text)
			}
		}
	})
}
