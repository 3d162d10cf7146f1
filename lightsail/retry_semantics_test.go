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

// inProcess is a client option that sends requests to server without sockets.
func inProcess(server *lightsailtest.Server) func(*lightsail.Options) {
	return func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() }
}

// TestAttempts checks that all attempts of a call have the same input and invocation ID,
// and each its own date and signature, which the server verifies.
func TestAttempts(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}))
			server.Inject("", lightsailtest.Latency(2*time.Second).Always())
			client := server.Client(inProcess(server), path)
			for _, faults := range [][]lightsailtest.Fault{
				{lightsailtest.Throttle(), lightsailtest.Drop()},
				{lightsailtest.Status(503), lightsailtest.DropResponse()},
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
					t.Fatalf("got %d requests, want 3", len(calls))
				}
				dates, signatures := map[string]bool{}, map[string]bool{}
				for _, c := range calls {
					dates[c.Header.Get("X-Amz-Date")] = true
					signatures[c.Header.Get("Authorization")] = true
					if c.Header.Get("Amz-Sdk-Invocation-Id") != calls[0].Header.Get("Amz-Sdk-Invocation-Id") {
						t.Errorf("%v: got invocation ID %s, want %s", c, c.Header.Get("Amz-Sdk-Invocation-Id"), calls[0].Header.Get("Amz-Sdk-Invocation-Id"))
					}
					if got := *c.Input.(*lightsail.UpdateBucketInput).Versioning; got != "Enabled" {
						t.Errorf("%v: got versioning %s, want Enabled", c, got)
					}
				}
				if len(dates) != len(calls) || len(signatures) != len(calls) {
					t.Errorf("got %d dates and %d signatures in %d requests, want one each", len(dates), len(signatures), len(calls))
				}
				server.ResetCalls()
			}
		})
	})
}

func TestInvocationIDs(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(500, ""), response(200, "{}"), response(500, ""), response(200, "{}"))
		client := newClient(do, noRetryDelay, path)
		for range 2 {
			if _, err := client.GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
		}
		var ids [4]string
		for i := range ids {
			ids[i] = sent.header(i, "Amz-Sdk-Invocation-Id")
		}
		if ids[0] == "" || ids[0] != ids[1] || ids[2] != ids[3] || ids[0] == ids[2] {
			t.Errorf("got invocation IDs %q, want one for the attempts of each call", ids)
		}
	})
}

// TestAttemptHeader checks the Amz-Sdk-Request header. It has the deadline as ttl in the
// server's time once that is known.
func TestAttemptHeader(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			do, sent := sequence(func() (*http.Response, error) {
				resp := newResponse(200, "{}")
				resp.Header.Set("Date", time.Now().Add(time.Second).UTC().Format(http.TimeFormat))
				return resp, nil
			})
			client := newClient(do, path, func(o *lightsail.Options) { o.RetryMaxAttempts = 5 })
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
				if got := sent.header(i, "Amz-Sdk-Request"); got != call.want {
					t.Errorf("call %d: got %q, want %q", i+1, got, call.want)
				}
			}
		})
	})
}

// TestRetryQuota checks that all calls of a client share a quota. An outage uses it up;
// then each call fails after its first attempt. Successful calls refill it.
func TestRetryQuota(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		status := 502
		sent := 0
		client := newClient(func(*http.Request) (*http.Response, error) { sent++; return newResponse(status, "{}"), nil },
			func(o *lightsail.Options) { o.Retryer = retry.NewStandard(zeroBackoff) }, path)
		requests := func() (int, error) {
			sent = 0
			_, err := client.GetBuckets(context.Background(), nil)
			return sent, err
		}
		for i := range 50 {
			if n, err := requests(); n != 3 || err == nil {
				t.Fatalf("call %d: got %d requests and error %v, want 3 and an error", i+1, n, err)
			}
		}
		n, err := requests()
		var exceeded ratelimit.QuotaExceededError
		var api smithy.APIError
		if n != 1 || !errors.As(err, &exceeded) || !errors.As(err, &api) {
			t.Errorf("without quota: got %d requests and error %v, want 1 and a QuotaExceededError with the API error", n, err)
		}
		// A call that succeeds at once adds one token. A retry costs five.
		status = 200
		for range 5 {
			if _, err := requests(); err != nil {
				t.Fatal(err)
			}
		}
		status = 502
		if n, err := requests(); n != 2 || !errors.As(err, &exceeded) {
			t.Errorf("with quota for one retry: got %d requests and error %v, want 2 and a QuotaExceededError", n, err)
		}
		// Another client has its own quota.
		if _, err := newClient(func(*http.Request) (*http.Response, error) { sent++; return newResponse(status, ""), nil }, noRetryDelay, path).
			GetBuckets(context.Background(), nil); err == nil || errors.As(err, &exceeded) {
			t.Errorf("other client: got error %v, want one that is not a QuotaExceededError", err)
		}
	})
}

// zeroBackoff removes the delays of a standard retryer.
func zeroBackoff(o *retry.StandardOptions) {
	o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
}

// TestAdaptiveMode checks that the adaptive mode limits the rate of a client's attempts
// once the service throttles. The option FailOnNoAttemptTokens makes a call over the
// rate fail. If it waited, synctest's clock would not advance: the retryer computes a
// wait that it rounds to zero, and repeats it forever.
func TestAdaptiveMode(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			throttled, sent := false, 0
			client := newClient(func(*http.Request) (*http.Response, error) {
				sent++
				if throttled {
					return newResponse(400, `{"__type":"ThrottlingException"}`), nil
				}
				return newResponse(200, "{}"), nil
			}, path, func(o *lightsail.Options) {
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
				t.Fatalf("throttled: got %d requests and error %v, want 101 and an error", sent, err)
			}
			throttled = false
			_, err := client.GetBuckets(t.Context(), nil)
			if err == nil || !strings.Contains(err.Error(), "unable to get attempt token") || sent != 101 {
				t.Fatalf("over the rate: got %d requests and error %v, want 101 and no attempt token", sent, err)
			}
			<-time.After(10 * time.Second)
			if _, err := client.GetBuckets(t.Context(), nil); err != nil {
				t.Fatalf("after 10s: got error %v, want none", err)
			}
		})
	})
}

// TestAdaptiveModeCanceled cancels a call that waits for an attempt token.
func TestAdaptiveModeCanceled(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(400, `{"__type":"ThrottlingException"}`))
		client := newClient(do, path, func(o *lightsail.Options) { o.Retryer = retry.NewAdaptiveMode() })
		noRetry := func(o *lightsail.Options) { o.RetryMaxAttempts = 1 }
		if _, err := client.GetBuckets(context.Background(), nil, noRetry); err == nil {
			t.Fatal("got no error, want throttling")
		}
		ctx, cancel := context.WithCancel(context.Background())
		var err error
		runWithTimeout(t, "canceled call", func() {
			_, err = client.GetBuckets(ctx, nil, func(o *lightsail.Options) {
				o.Retryer = tokenCancelingRetryer{o.Retryer.(aws.RetryerV2), cancel}
			})
		})
		if !errors.Is(err, context.Canceled) || sent.len() != 1 {
			t.Errorf("got %d requests and error %v, want 1 and context.Canceled", sent.len(), err)
		}
	})
}

// tokenCancelingRetryer cancels the call's context when the call waits for an attempt
// token.
type tokenCancelingRetryer struct {
	aws.RetryerV2
	cancel context.CancelFunc
}

func (r tokenCancelingRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	r.cancel()
	return r.RetryerV2.GetAttemptToken(ctx)
}

func TestNopRetryer(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(503, ""))
		nop := func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} }
		for name, call := range map[string]func() error{
			"client": func() error {
				_, err := newClient(do, nop, path).GetBuckets(context.Background(), nil)
				return err
			},
			"call": func() error {
				_, err := newClient(do, path).GetBuckets(context.Background(), nil, nop)
				return err
			},
		} {
			before := sent.len()
			err := call()
			var exhausted *retry.MaxAttemptsError
			if err == nil || errors.As(err, &exhausted) || sent.len() != before+1 {
				t.Errorf("%s: got %d requests and error %v, want 1 and no MaxAttemptsError", name, sent.len()-before, err)
			}
			if got := sent.header(before, "Amz-Sdk-Request"); got != "attempt=1; max=1" {
				t.Errorf("%s: got Amz-Sdk-Request %q, want attempt=1; max=1", name, got)
			}
		}
	})
}

// TestRetryAfter checks which headers of a response delay a retry, under the current and
// the new rules.
func TestRetryAfter(t *testing.T) {
	for name, row := range map[string]struct {
		newRules    string
		header      string
		value       string
		least, most time.Duration // delay of one retry
	}{
		"Retry-After":                        {"false", "Retry-After", "3600", 0, 2 * time.Second},
		"Retry-After, new rules":             {"true", "Retry-After", "3600", 0, 50 * time.Millisecond},
		"x-amz-retry-after":                  {"false", "X-Amz-Retry-After", "4000", 0, 2 * time.Second},
		"x-amz-retry-after, new rules":       {"true", "X-Amz-Retry-After", "4000", 4 * time.Second, 4 * time.Second},
		"x-amz-retry-after, over the limit":  {"true", "X-Amz-Retry-After", "3600000", 5 * time.Second, 5050 * time.Millisecond},
		"x-amz-retry-after, not a number":    {"true", "X-Amz-Retry-After", "Fri", 0, 50 * time.Millisecond},
		"x-amz-retry-after, beyond an int64": {"true", "X-Amz-Retry-After", "99999999999999999999", 0, 50 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("AWS_NEW_RETRIES_2026", row.newRules)
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				synctest.Test(t, func(t *testing.T) {
					do, sent := sequence(func() (*http.Response, error) {
						return coded(503, "", map[string]string{row.header: row.value}), nil
					}, response(200, "{}"))
					start := time.Now()
					if _, err := newClient(do, path).GetBuckets(t.Context(), nil); err != nil || sent.len() != 2 {
						t.Fatalf("got %d requests and error %v, want 2 and none", sent.len(), err)
					}
					if delay := time.Since(start); delay < row.least || delay > row.most {
						t.Errorf("got a delay of %v, want %v to %v", delay, row.least, row.most)
					}
				})
			})
		})
	}
}

// TestExpiredCredentialsReplaced checks that expired credentials are replaced before the
// next call and between two attempts of a call.
func TestExpiredCredentialsReplaced(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
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
				return newResponse(503, ""), nil
			}))
			retrieved := 0
			client := server.Client(inProcess(server), path, func(o *lightsail.Options) {
				o.Credentials = aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
					retrieved++
					return all[retrieved-1], nil
				}))
			})
			for range 3 {
				if _, err := client.GetBuckets(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
				if retrieved == 2 {
					<-time.After(time.Hour)
				}
			}
			var keyIDs []string
			for _, c := range server.Calls() {
				_, key, _ := strings.Cut(c.Header.Get("Authorization"), "Credential=")
				keyIDs = append(keyIDs, key[:len("AKIDA")])
			}
			if diff := cmp.Diff([]string{"AKIDA", "AKIDA", "AKIDB", "AKIDC"}, keyIDs); diff != "" {
				t.Errorf("access key IDs of the requests (-want +got):\n%s", diff)
			}
		})
	})
}
