package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"

	"github.com/lightsail-go/sdk/lightsail"
)

// retryRuns is the number of runs of a case. Delays are random. All of them must be
// within their bounds, and at least one must be in the upper half.
const retryRuns = 40

func TestRetryCases(t *testing.T) {
	cases := loadRetryCases(t)
	run := func(name string, cases []retryCase, rules retryRules) {
		for _, c := range cases {
			t.Run(name+"/"+c.ID, func(t *testing.T) {
				if why, ok := skippedCases[c.ID]; ok {
					t.Skip(why)
				}
				t.Setenv("AWS_NEW_RETRIES_2026", strconv.FormatBool(rules.new))
				eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
					synctest.Test(t, func(t *testing.T) { rules.run(t, c, path) })
				})
			})
		}
	}
	negative := cases.RetryAfterNegative
	negative.ID = "negative x-amz-retry-after"
	run("standard 2.0", append(cases.Standard20, cases.Standard20More...), retryRules{})
	run("standard 2.1", append(cases.Standard21, negative), retryRules{new: true})
}

type retryRules struct{ new bool }

func (rules retryRules) run(t *testing.T, c retryCase, path func(*lightsail.Options)) {
	tokens, maxBackoff := uint(500), 20.0
	if c.Given.InitialRetryTokens != nil {
		tokens = *c.Given.InitialRetryTokens
	}
	if c.Given.MaxBackoffTime != nil {
		maxBackoff = *c.Given.MaxBackoffTime
	}
	upper := make([]bool, len(c.Responses))
	for range retryRuns {
		quota := ratelimit.NewTokenRateLimit(tokens)
		script := &script{steps: c.Responses, quota: quota}
		client := newClient(script.do, path, func(o *lightsail.Options) {
			o.Retryer = retry.NewStandard(func(so *retry.StandardOptions) {
				so.RateLimiter, so.MaxBackoff = quota, time.Duration(maxBackoff*float64(time.Second))
				if c.Given.MaxAttempts != 0 {
					so.MaxAttempts = c.Given.MaxAttempts
				}
			})
		})

		for i := 0; i < len(c.Responses); {
			_, err := client.GetBuckets(t.Context(), nil)
			script.quotas = append(script.quotas, quota.Remaining())
			for attempt := 1; ; attempt++ {
				expected := c.Responses[i].Expected
				want := *expected.RetryQuota
				if !rules.new && expected.Outcome == "success" {
					want = min(want+1, tokens) // the SDK for Go returns one token more
				}
				if got := script.quotas[i]; got != want {
					t.Fatalf("after response %d: got quota %d, want %d", i+1, got, want)
				}
				if expected.Outcome != "retry_request" {
					if got := outcome(err); got != expected.Outcome || script.next != i+1 {
						t.Fatalf("after response %d of %d: got %s (%v), want %s", i+1, script.next, got, err, expected.Outcome)
					}
					i++
					break
				}
				i++
				low, high := rules.delay(c.Responses[i-1], attempt, maxBackoff)
				if script.next <= i {
					t.Fatalf("after response %d: got error %v, want a retry", i, err)
				}
				got := script.times[i].Sub(script.times[i-1]).Seconds()
				if got < low-1e-6 || got > high+1e-6 {
					t.Fatalf("after response %d: got a delay of %g s, want %g to %g", i, got, low, high)
				}
				upper[i-1] = upper[i-1] || got >= (low+high)/2-1e-6
			}
		}
	}
	for i, seen := range upper {
		if c.Responses[i].Expected.Outcome == "retry_request" && !seen {
			t.Errorf("after response %d: got no delay in the upper half in %d runs, want at least one", i+1, retryRuns)
		}
	}
}

// delay returns the bounds of the delay after a response, in seconds. The cases state
// the delay for the highest random factor.
func (rules retryRules) delay(s step, attempt int, maxBackoff float64) (low, high float64) {
	high = s.Expected.Delay
	if !rules.new {
		// The SDK for Go counts from 1 and adds no random factor once the delay is at
		// its maximum.
		if attempt > int(math.Log2(maxBackoff)) {
			return maxBackoff, maxBackoff
		}
		return 0, math.Pow(2, float64(attempt))
	}
	if ms, err := strconv.Atoi(s.Response.Headers["x-amz-retry-after"]); err == nil && ms > 0 {
		low = min(float64(ms)/1000, 5)
	}
	return low, high
}

func outcome(err error) string {
	var exhausted *retry.MaxAttemptsError
	var quota ratelimit.QuotaExceededError
	switch {
	case err == nil:
		return "success"
	case errors.As(err, &exhausted):
		return "max_attempts_exceeded"
	case errors.As(err, &quota):
		return "retry_quota_exceeded"
	}
	return "fail_request"
}

// script returns the responses of a case in order. It records when each request was
// sent and the quota at that time, which is the quota after the previous response.
type script struct {
	steps  []step
	quota  *ratelimit.TokenRateLimit
	next   int
	times  []time.Time
	quotas []uint
}

func (s *script) do(*http.Request) (*http.Response, error) {
	if s.next == len(s.steps) {
		return nil, errors.New("more requests than responses in the case")
	}
	if s.next > 0 && len(s.quotas) < s.next {
		s.quotas = append(s.quotas, s.quota.Remaining())
	}
	s.times = append(s.times, time.Now())
	r := s.steps[s.next].Response
	s.next++
	if r.ErrorKind != "" {
		return nil, timeoutError{}
	}
	return coded(r.StatusCode, r.ErrorCode, r.Headers), nil
}

// coded returns a response with an error code, or with an empty object if code is "".
func coded(status int, code string, headers map[string]string) *http.Response {
	body := "{}"
	if code != "" {
		body = fmt.Sprintf(`{"__type":%q}`, code)
	}
	resp := newResponse(status, body)
	for name, value := range headers {
		resp.Header.Set(name, value)
	}
	return resp
}

type timeoutError struct{}

func (timeoutError) Error() string { return "timeout" }

func (timeoutError) Timeout() bool { return true }

// TestRetryQuotaSharedByCalls makes two concurrent calls that share a quota. The order
// of responses is that of the case: two to the first call, two to the second, and the
// last to the first.
func TestRetryQuotaSharedByCalls(t *testing.T) {
	cases := loadRetryCases(t)
	t.Setenv("AWS_NEW_RETRIES_2026", "true")
	for _, c := range cases.MultiThreaded {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			synctest.Test(t, func(t *testing.T) {
				quota := ratelimit.NewTokenRateLimit(500)
				client := newClient(nil, path, func(o *lightsail.Options) {
					o.Retryer = retry.NewStandard(func(so *retry.StandardOptions) {
						so.RateLimiter, so.MaxAttempts = quota, c.Given.MaxAttempts
					})
				})
				var quotas [2][]uint
				turns := [2]chan struct{}{make(chan struct{}), make(chan struct{})}
				waits := make(chan struct{})
				ended := make(chan error)
				for thread, steps := range c.Threads {
					next := 0
					do := doFunc(func(*http.Request) (*http.Response, error) {
						if next > 0 {
							quotas[thread] = append(quotas[thread], quota.Remaining())
						}
						waits <- struct{}{}
						<-turns[thread]
						r := steps[next].Response
						next++
						return coded(r.StatusCode, r.ErrorCode, nil), nil
					})
					go func() {
						_, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.HTTPClient = do })
						quotas[thread] = append(quotas[thread], quota.Remaining())
						ended <- err
					}()
				}
				<-waits
				<-waits
				for _, thread := range []int{0, 0, 1} {
					turns[thread] <- struct{}{}
					<-waits
				}
				turns[1] <- struct{}{}
				errs := []error{<-ended}
				turns[0] <- struct{}{}
				errs = append(errs, <-ended)
				for _, err := range errs {
					if err != nil {
						t.Errorf("got error %v, want none", err)
					}
				}
				for thread, steps := range c.Threads {
					for i, s := range steps {
						if got := quotas[thread][i]; got != *s.Expected.RetryQuota {
							t.Errorf("call %d, after response %d: got quota %d, want %d", thread+1, i+1, got, *s.Expected.RetryQuota)
						}
					}
				}
				if got := quota.Remaining(); got != c.ExpectedFinalQuota {
					t.Errorf("got quota %d at the end, want %d", got, c.ExpectedFinalQuota)
				}
			})
		})
	}
}

// TestRetryQuotaOverTwoCalls checks the quota after each response against the tests of
// the SDK for Go.
func TestRetryQuotaOverTwoCalls(t *testing.T) {
	t.Parallel()
	cases := loadRetryCases(t)
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		quota := ratelimit.NewTokenRateLimit(500)
		var got []uint
		n := 0
		client := newClient(func(*http.Request) (*http.Response, error) {
			if n > 0 && len(got) < n {
				got = append(got, quota.Remaining())
			}
			r := cases.GoSpecific.Steps[n].Response
			n++
			switch r := r.(type) {
			case map[string]any:
				return newResponse(int(r["status_code"].(float64)), ""), nil
			case string:
				if r == "success" {
					return newResponse(200, "{}"), nil
				}
			}
			return nil, timeoutError{}
		}, func(o *lightsail.Options) {
			o.Retryer = retry.NewStandard(func(so *retry.StandardOptions) { so.RateLimiter = quota })
		}, noRetryDelay, path)
		for range 2 {
			if _, err := client.GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			got = append(got, quota.Remaining())
		}
		for i, s := range cases.GoSpecific.Steps {
			if got[i] != s.RetryQuota {
				t.Errorf("after response %d: got quota %d, want %d", i+1, got[i], s.RetryQuota)
			}
		}
	})
}
