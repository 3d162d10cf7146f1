package lightsail_test

import (
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// withServer runs a test in a synctest bubble, in which delays take no time and all times
// are exact. The server has a new bucket named archive. The client calls the server
// without sockets.
func withServer(t *testing.T, test func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client), opts ...lightsailtest.Option) {
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

// alwaysHidden makes a new bucket never appear.
var alwaysHidden = lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1 << 30})

// alwaysPending makes a new bucket never get a state.
var alwaysPending = lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1 << 30})

// archive is the input for the bucket archive.
var archive = &lightsail.GetBucketsInput{BucketName: aws.String("archive")}

// delays returns the times between the calls that a server received.
func delays(server *lightsailtest.Server) (all []time.Duration) {
	calls := server.Calls()
	for i := range calls[1:] {
		all = append(all, calls[i+1].Time.Sub(calls[i].Time))
	}
	return all
}

func TestWaiterSuccessOnFirstAttempt(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		start := time.Now()
		out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if elapsed := time.Since(start); elapsed != 0 {
			t.Errorf("got an elapsed time of %v, want 0", elapsed)
		}
		if len(out.Buckets) != 1 || *out.Buckets[0].Name != "archive" || *out.Buckets[0].State.Code != "OK" {
			t.Errorf("got output %+v, want bucket archive in state OK", out)
		}
		server.AssertCalls(t, `GetBuckets {"bucketName":"archive"}`)
	})
}

// TestWaiterProgress waits for a bucket that is not found by two attempts and has no state
// in two more. Progress must be called after each of the five attempts.
func TestWaiterProgress(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		start := time.Now()
		var progress []lightsail.WaiterProgress[*lightsail.GetBucketsOutput]
		waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) {
				if p.Elapsed != time.Since(start) {
					t.Errorf("attempt %d: got elapsed time %v, want %v", p.Attempt, p.Elapsed, time.Since(start))
				}
				progress = append(progress, p)
			}
		})

		if err := waiter.Wait(t.Context(), archive, time.Hour); err != nil {
			t.Fatal(err)
		}

		if len(progress) != 5 || len(server.Calls()) != 5 {
			t.Fatalf("got %d calls of Progress and %d requests, want 5", len(progress), len(server.Calls()))
		}
		for i, p := range progress {
			if p.Attempt != i+1 || p.Elapsed != server.Calls()[i].Time.Sub(start) {
				t.Errorf("attempt %d: got number %d after %v, want the time of the request", i+1, p.Attempt, p.Elapsed)
			}
			if notFound := i < 2; lightsail.IsNotFound(p.Err) != notFound || (p.Output == nil) != notFound {
				t.Errorf("attempt %d: got output %v and error %v, want not found = %t", i+1, p.Output, p.Err, notFound)
			}
		}
		if progress[3].Output.Buckets[0].State != nil || *progress[4].Output.Buckets[0].State.Code != "OK" {
			t.Errorf("got states %v and %v in the last two attempts, want nil and OK", progress[3].Output.Buckets[0].State, progress[4].Output.Buckets[0].State)
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 2}, lightsailtest.Lag{State: "pending", Polls: 2}))
}

// TestWaiterRetriedFault checks that a fault that the client's retries hide is one attempt
// of the waiter.
func TestWaiterRetriedFault(t *testing.T) {
	t.Parallel()
	faults := map[string]lightsailtest.Fault{
		"throttle": lightsailtest.Throttle(),
		"503":      lightsailtest.Status(503),
		"drop":     lightsailtest.Drop(),
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("GetBuckets", fault.Times(2))
				polls := 0
				waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
					o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) {
						if polls++; p.Err != nil {
							t.Errorf("got error %v, want none", p.Err)
						}
					}
				})
				if err := waiter.Wait(t.Context(), archive, time.Minute); err != nil {
					t.Errorf("got error %v, want none", err)
				}
				if requests := len(server.Calls()); polls != 1 || requests != 3 {
					t.Errorf("got %d attempts of the waiter with %d requests, want 1 with 3", polls, requests)
				}
			})
		})
	}
}

func TestWaiterCallError(t *testing.T) {
	t.Parallel()
	denied := &types.AccessDeniedException{Message: aws.String("You are not authorized.")}
	faults := map[string]struct {
		fault    lightsailtest.Fault
		code     string
		attempts int
	}{
		"throttle always": {lightsailtest.Throttle().Always(), "ThrottlingException", 3},
		"access denied":   {lightsailtest.Error(denied), "AccessDeniedException", 1},
		"invalid input":   {lightsailtest.Error(&types.InvalidInputException{}), "InvalidInputException", 1},
	}
	for name, row := range faults {
		t.Run(name, func(t *testing.T) {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("GetBuckets", row.fault)
				out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Hour)
				var api smithy.APIError
				if !errors.As(err, &api) || api.ErrorCode() != row.code || out != nil {
					t.Errorf("got output %v and error %v, want nil and %s", out, err, row.code)
				}
				if attempts := len(server.Calls()); attempts != row.attempts {
					t.Errorf("got %d requests, want %d", attempts, row.attempts)
				}
			})
		})
	}
}

// TestWaiterDelays checks that the delays at most double, are between MinDelay and
// MaxDelay, and grow.
func TestWaiterDelays(t *testing.T) {
	t.Parallel()
	check := func(t *testing.T, all []time.Duration, minDelay, maxDelay time.Duration) {
		t.Helper()
		limit, grown := minDelay, false
		for i, delay := range all {
			if delay < minDelay || delay > limit {
				t.Errorf("delay %d: got %v, want %v to %v", i+1, delay, minDelay, limit)
			}
			limit = min(2*limit, maxDelay)
			grown = grown || delay > 2*minDelay
		}
		if !grown {
			t.Errorf("got delays %v, want them to grow", all)
		}
	}
	t.Run("defaults", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			if err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			if n := len(server.Calls()); n != 41 {
				t.Errorf("got %d requests, want 41", n)
			}
			check(t, delays(server), 2*time.Second, 30*time.Second)
		}, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 40}))
	})
	t.Run("options of the waiter", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay = time.Minute, 10*time.Minute
			})
			if err := waiter.Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			check(t, delays(server), time.Minute, 10*time.Minute)
		}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 40}))
	})
	t.Run("options of one wait", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			err := lightsail.NewBucketAvailableWaiter(client).Wait(t.Context(), archive, 24*time.Hour, func(o *lightsail.BucketAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay = 7*time.Second, 7*time.Second
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, delay := range delays(server) {
				if delay != 7*time.Second {
					t.Errorf("got delay %v, want 7s", delay)
				}
			}
		}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 5}))
	})
	t.Run("no MaxDelay", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) { o.MaxDelay = 0 })
			if err := waiter.Wait(t.Context(), archive, 24*time.Hour); err != nil {
				t.Fatal(err)
			}
			check(t, delays(server), 2*time.Second, 2*time.Minute)
			if slices.Max(delays(server)) <= 30*time.Second {
				t.Errorf("got a maximum delay of %v, want one above the waiter's default of 30s", slices.Max(delays(server)))
			}
		}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 60}))
	})
	// The last delays must not be shorter than MinDelay, whatever maxWait is.
	t.Run("before the timeout", func(t *testing.T) {
		for _, maxWait := range []time.Duration{2 * time.Second, 3 * time.Second, 4 * time.Second, 5 * time.Second, 59 * time.Second, time.Minute, time.Hour} {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				start := time.Now()
				requireTimeout(t, lightsail.NewBucketAvailableWaiter(client, limitAttempts(t)).Wait(t.Context(), archive, maxWait))
				if time.Since(start) > maxWait {
					t.Errorf("maxWait %v: got an elapsed time of %v, want at most maxWait", maxWait, time.Since(start))
				}
				for i, delay := range delays(server) {
					if delay < 2*time.Second || delay > 30*time.Second {
						t.Errorf("maxWait %v: got delay %d of %v, want 2s to 30s", maxWait, i+1, delay)
					}
				}
			}, alwaysPending)
		}
	})
}
