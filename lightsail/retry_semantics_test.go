package lightsail_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// inProcess sends to a server without a socket.
func inProcess(server *lightsailtest.Server) func(*lightsail.Options) {
	return func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() }
}

// Every attempt of a call says the same, and bears a date and a signature of its
// own, which the server verifies.
func TestAttempts(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}))
			server.Inject("", lightsailtest.Latency(2*time.Second).Always())
			client := server.Client(inProcess(server), way)
			for _, faults := range [][]lightsailtest.Fault{
				{lightsailtest.Throttle(), lightsailtest.Drop()},
				{lightsailtest.Status(503), lightsailtest.DropAnswer()},
			} {
				server.Inject("UpdateBucket", faults...)
				_, err := client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{
					BucketName: aws.String("photos"), Versioning: aws.String("Enabled"),
				})
				if err != nil {
					t.Fatal(err)
				}
				calls := server.Calls()
				if len(calls) != 3 {
					t.Fatalf("%d requests, want 3", len(calls))
				}
				dates, signatures := map[string]bool{}, map[string]bool{}
				for _, c := range calls {
					dates[c.Header.Get("X-Amz-Date")] = true
					signatures[c.Header.Get("Authorization")] = true
					if c.Header.Get("Amz-Sdk-Invocation-Id") != calls[0].Header.Get("Amz-Sdk-Invocation-Id") {
						t.Errorf("another invocation ID: %v", c)
					}
					if *c.Input.(*lightsail.UpdateBucketInput).Versioning != "Enabled" {
						t.Errorf("another input: %v", c)
					}
				}
				if len(dates) != len(calls) || len(signatures) != len(calls) {
					t.Errorf("%d requests have %d dates and %d signatures", len(calls), len(dates), len(signatures))
				}
				server.ResetCalls()
			}
		})
	})
}

func TestInvocationIDs(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(500, ""), say(200, "{}"), say(500, ""), say(200, "{}"))
		client := newClient(http, quick, way)
		for range 2 {
			if _, err := client.GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
		}
		var ids [4]string
		for i := range ids {
			ids[i] = seen.header(i, "Amz-Sdk-Invocation-Id")
		}
		if ids[0] == "" || ids[0] != ids[1] || ids[2] != ids[3] || ids[0] == ids[2] {
			t.Errorf("invocation IDs %q", ids)
		}
	})
}

// The time that a call has left is told in the server's time, once that is known.
func TestAttemptHeader(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			http, seen := answers(func() (*http.Response, error) {
				resp := answer(200, "{}")
				resp.Header.Set("Date", time.Now().Add(time.Second).UTC().Format(http.TimeFormat))
				return resp, nil
			})
			client := newClient(http, way, func(o *lightsail.Options) { o.RetryMaxAttempts = 5 })
			ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(10*time.Minute).UTC())
			defer cancel()
			for i, call := range []struct {
				ctx  context.Context
				want string
			}{
				{ctx, "attempt=1; max=5"},
				{ctx, "attempt=1; max=5; ttl=20000101T001001Z"},
				{t.Context(), "attempt=1; max=5"},
			} {
				if _, err := client.GetBuckets(call.ctx, nil); err != nil {
					t.Fatal(err)
				}
				if got := seen.header(i, "Amz-Sdk-Request"); got != call.want {
					t.Errorf("call %d: %q, want %q", i+1, got, call.want)
				}
			}
		})
	})
}

// The retries of all calls of a client draw on one quota. An outage uses it up,
// and then each call fails at once; success fills it again.
func TestRetryQuota(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		status := 502
		sent := 0
		client := newClient(func(*http.Request) (*http.Response, error) { sent++; return answer(status, "{}"), nil },
			func(o *lightsail.Options) { o.Retryer = retry.NewStandard(noDelay) }, way)
		requests := func() (int, error) {
			sent = 0
			_, err := client.GetBuckets(context.Background(), nil)
			return sent, err
		}
		for i := range 50 {
			if n, err := requests(); n != 3 || err == nil {
				t.Fatalf("call %d: %d requests, error %v", i+1, n, err)
			}
		}
		n, err := requests()
		var exceeded ratelimit.QuotaExceededError
		var api smithy.APIError
		if n != 1 || !errors.As(err, &exceeded) || !errors.As(err, &api) {
			t.Errorf("with no quota left: %d requests, error %v", n, err)
		}
		// A call that succeeds at once gives one token, and a retry costs five.
		status = 200
		for range 5 {
			if _, err := requests(); err != nil {
				t.Fatal(err)
			}
		}
		status = 502
		if n, err := requests(); n != 2 || !errors.As(err, &exceeded) {
			t.Errorf("with quota for one retry: %d requests, error %v", n, err)
		}
		// Another client has a quota of its own.
		if _, err := newClient(func(*http.Request) (*http.Response, error) { sent++; return answer(status, ""), nil }, quick, way).
			GetBuckets(context.Background(), nil); errors.As(err, &exceeded) {
			t.Errorf("error %v", err)
		}
	})
}

// noDelay takes the waiting out of a standard retryer.
func noDelay(o *retry.StandardOptions) {
	o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
}

// The adaptive mode bounds the rate of all attempts of a client once it is
// throttled. That a call which is over the rate fails, and does not wait, is here
// for the sake of the test: in a bubble, where time passes only while all wait,
// upstream's rounding would let it wait for nothing for ever.
func TestAdaptiveMode(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			throttled, sent := false, 0
			client := newClient(func(*http.Request) (*http.Response, error) {
				sent++
				if throttled {
					return answer(400, `{"__type":"ThrottlingException"}`), nil
				}
				return answer(200, "{}"), nil
			}, way, func(o *lightsail.Options) {
				o.Retryer = retry.NewAdaptiveMode(func(ao *retry.AdaptiveModeOptions) {
					ao.FailOnNoAttemptTokens = true
					ao.StandardOptions = append(ao.StandardOptions, func(so *retry.StandardOptions) { so.MaxAttempts = 1 })
				})
			})
			for range 100 {
				if _, err := client.GetBuckets(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
			}
			throttled = true
			if _, err := client.GetBuckets(t.Context(), nil); err == nil || sent != 101 {
				t.Fatalf("%d requests, error %v", sent, err)
			}
			throttled = false
			_, err := client.GetBuckets(t.Context(), nil)
			if err == nil || !strings.Contains(err.Error(), "unable to get attempt token") || sent != 101 {
				t.Fatalf("over the rate: %d requests, error %v", sent, err)
			}
			<-time.After(10 * time.Second)
			if _, err := client.GetBuckets(t.Context(), nil); err != nil {
				t.Fatalf("after a while: %v", err)
			}
		})
	})
}

// A call that waits for its turn in the adaptive mode ends with its context.
func TestAdaptiveModeCanceled(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(400, `{"__type":"ThrottlingException"}`))
		client := newClient(http, way, func(o *lightsail.Options) { o.Retryer = retry.NewAdaptiveMode() })
		one := func(o *lightsail.Options) { o.RetryMaxAttempts = 1 }
		if _, err := client.GetBuckets(context.Background(), nil, one); err == nil {
			t.Fatal("no error")
		}
		ctx, cancel := context.WithCancel(context.Background())
		_, err := client.GetBuckets(ctx, nil, func(o *lightsail.Options) {
			o.Retryer = cancelingTurn{o.Retryer.(aws.RetryerV2), cancel}
		})
		if !errors.Is(err, context.Canceled) || seen.len() != 1 {
			t.Errorf("%d requests, error %v", seen.len(), err)
		}
	})
}

// cancelingTurn gives up once it is its turn to wait for an attempt.
type cancelingTurn struct {
	aws.RetryerV2
	cancel context.CancelFunc
}

func (r cancelingTurn) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	r.cancel()
	return r.RetryerV2.GetAttemptToken(ctx)
}

func TestNopRetryer(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(503, ""))
		nop := func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} }
		for name, call := range map[string]func() error{
			"client": func() error {
				_, err := newClient(http, nop, way).GetBuckets(context.Background(), nil)
				return err
			},
			"call": func() error {
				_, err := newClient(http, way).GetBuckets(context.Background(), nil, nop)
				return err
			},
		} {
			before := seen.len()
			err := call()
			var exhausted *retry.MaxAttemptsError
			if err == nil || errors.As(err, &exhausted) || seen.len() != before+1 {
				t.Errorf("%s: %d requests, error %v", name, seen.len()-before, err)
			}
			if got := seen.header(before, "Amz-Sdk-Request"); got != "attempt=1; max=1" {
				t.Errorf("%s: attempt header %q", name, got)
			}
		}
	})
}

// What the service says about when to come back.
func TestRetryAfter(t *testing.T) {
	for name, row := range map[string]struct {
		newRules    string
		header      string
		value       string
		least, most time.Duration // for one retry
	}{
		"Retry-After":                        {"false", "Retry-After", "3600", 0, 2 * time.Second},
		"Retry-After, new rules":             {"true", "Retry-After", "3600", 0, 50 * time.Millisecond},
		"x-amz-retry-after":                  {"false", "X-Amz-Retry-After", "4000", 0, 2 * time.Second},
		"x-amz-retry-after, new rules":       {"true", "X-Amz-Retry-After", "4000", 4 * time.Second, 4 * time.Second},
		"x-amz-retry-after, bound":           {"true", "X-Amz-Retry-After", "3600000", 5 * time.Second, 5050 * time.Millisecond},
		"x-amz-retry-after, another value":   {"true", "X-Amz-Retry-After", "Fri", 0, 50 * time.Millisecond},
		"x-amz-retry-after, beyond an int64": {"true", "X-Amz-Retry-After", "99999999999999999999", 0, 50 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("AWS_NEW_RETRIES_2026", row.newRules)
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				synctest.Test(t, func(t *testing.T) {
					http, seen := answers(func() (*http.Response, error) {
						return coded(503, "", map[string]string{row.header: row.value}), nil
					}, say(200, "{}"))
					start := time.Now()
					if _, err := newClient(http, way).GetBuckets(t.Context(), nil); err != nil || seen.len() != 2 {
						t.Fatalf("%d requests, error %v", seen.len(), err)
					}
					if waited := time.Since(start); waited < row.least || waited > row.most {
						t.Errorf("waited %v, want %v to %v", waited, row.least, row.most)
					}
				})
			})
		})
	}
}

// Keys that expire are replaced: before the next call, and even between two
// attempts of one.
func TestCredentialsRotate(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			all := make([]aws.Credentials, 3)
			for i := range all {
				all[i] = aws.Credentials{
					AccessKeyID: "AKID" + string(rune('A'+i)), SecretAccessKey: "wJalrXUtnFEMI", SessionToken: "token",
					CanExpire: true, Expires: time.Now().Add(time.Duration(i+1) * time.Hour),
				}
			}
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(all[0], all[1:]...))
			server.Inject("GetBuckets", lightsailtest.Latency(0), lightsailtest.Hook(func(*http.Request, lightsailtest.RoundTrip) (*http.Response, error) {
				<-time.After(90 * time.Minute)
				return answer(503, ""), nil
			}))
			asked := 0
			client := server.Client(inProcess(server), way, func(o *lightsail.Options) {
				o.Credentials = aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
					asked++
					return all[asked-1], nil
				}))
			})
			for range 3 {
				if _, err := client.GetBuckets(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
				if asked == 2 {
					<-time.After(time.Hour)
				}
			}
			var keys []string
			for _, c := range server.Calls() {
				_, key, _ := strings.Cut(c.Header.Get("Authorization"), "Credential=")
				keys = append(keys, key[:len("AKIDA")])
			}
			if diff := cmp.Diff([]string{"AKIDA", "AKIDA", "AKIDB", "AKIDC"}, keys); diff != "" {
				t.Errorf("the keys of the requests (-want +got):\n%s", diff)
			}
		})
	})
}
