package lightsail_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"os"
	"reflect"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"

	"github.com/lightsail-go/sdk/lightsail"
)

// The cases of other SDKs on retries, as data. Two sets of rules are in use:
// those of today, and those that AWS_NEW_RETRIES_2026=true asks for, which the
// retryer reads whenever it is asked something.
type retryCases struct {
	Standard20     []retryCase `json:"standard_2_0"`
	Standard20More []retryCase `json:"standard_2_0_more"`
	Standard21     []retryCase `json:"standard_2_1"`
	MultiThreaded  []struct {
		ID                 string
		Given              given
		Threads            [][]step
		ExpectedFinalQuota uint `json:"expected_final_quota"`
	} `json:"standard_2_1_multi_threaded"`
	RetryAfterNegative retryCase `json:"standard_2_1_retry_after_negative"`
	BackoffSequences   struct {
		Standard21 struct {
			Delays []float64 `json:"delays_s"`
		} `json:"standard_2_1_rand_1"`
	} `json:"backoff_sequences"`
	Classification struct{ Throttling, Transient []classified } `json:"error_classification"`
	MaxAttempts    struct{ Cases []maxAttemptsCase }            `json:"max_attempts_config"`
	GoSpecific     struct{ Steps []goStep }                     `json:"go_specific_2_0"`
	ClockSkew      struct{ Cases []skewCase }                   `json:"clock_skew"`

	groups map[string]any
}

type retryCase struct {
	ID        string
	Given     given
	Responses []step
}

type given struct {
	MaxAttempts        int      `json:"max_attempts"`
	InitialRetryTokens *uint    `json:"initial_retry_tokens"`
	MaxBackoffTime     *float64 `json:"max_backoff_time"`
}

type step struct {
	Response struct {
		StatusCode int               `json:"status_code"`
		ErrorCode  string            `json:"error_code"`
		ErrorKind  string            `json:"error_kind"`
		Headers    map[string]string `json:"headers"`
	}
	Expected struct {
		Outcome    string
		RetryQuota *uint `json:"retry_quota"`
		Delay      float64
	}
}

type classified struct {
	StatusCode     int    `json:"status_code"`
	ErrorCode      string `json:"error_code"`
	TransportError string `json:"transport_error"`
	Retryable      bool
}

type maxAttemptsCase struct {
	ID     string
	Client struct {
		Mode        aws.RetryMode
		MaxAttempts int `json:"max_attempts"`
	}
	Op           *int
	ExpectClient struct {
		Mode        aws.RetryMode
		MaxAttempts int `json:"max_attempts"`
	} `json:"expect_client"`
	ExpectOp int `json:"expect_op_max_attempts"`
}

type goStep struct {
	Response   any
	RetryQuota uint `json:"retry_quota"`
}

type skewCase struct {
	ID         string
	ErrorCode  string   `json:"error_code"`
	ServerSkew *float64 `json:"server_skew_s"`
	UsedSkew   float64  `json:"skew_used_for_signing_s"`
	Retried    bool     `json:"retry_as_clock_skew"`
}

// notOurs are the cases that cannot be run, and why.
var notOurs = map[string]string{
	"Long-polling backoff after transient error when token bucket empty":  "no operation of Lightsail is long polling",
	"Long-polling backoff after throttling error when token bucket empty": "no operation of Lightsail is long polling",
	"Long-polling max attempts exceeded must NOT delay":                   "no operation of Lightsail is long polling",
	"Long-polling success must NOT delay":                                 "no operation of Lightsail is long polling",
	"Long-polling non-retryable errors must NOT delay":                    "no operation of Lightsail is long polling",
	"dynamodb base backoff and increased retries":                         "the delays and attempts of another service",
	"explicit server delay 30 s is capped at max backoff":                 "by the rules of today, the SDK for Go heeds no delay that a server asks for",
	"default quota is exhausted after 50 operations of 3 attempts":        "it has no list of answers; TestRetryQuota runs it",
	// Whole groups.
	"quota_unit":                "the token bucket of aws-sdk-go-v2 by itself; the cases above show it in use",
	"adaptive_cubic":            "the inner rates of aws-sdk-go-v2 cannot be seen from outside; TestAdaptiveMode shows what they come to",
	"adaptive_e2e":              "likewise",
	"request_headers":           "TestAttempts and TestAttemptHeader run them; botocore's own form is not the SDK's for Go",
	"go_connection_errors":      "an error of the HTTP client is always wrapped as one of sending; the rows of TestFaultMatrix show which are retried",
	"backoff_sequences of 2.0":  "the SDK for Go draws the first delay from 2 s, not 1 s, as the file says under divergences; the cases of 2.0 are run with that",
	"go_specific_2_0 in delays": "they fix the random factor inside aws-sdk-go-v2; TestRetryCases checks the bounds of each delay instead",
}

func loadRetryCases(t *testing.T) (cases retryCases) {
	t.Helper()
	text, err := os.ReadFile("../../shared/conformance/retries.json")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the cases of other SDKs, ../shared/conformance/retries.json, are not beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(json.Unmarshal(text, &cases), json.Unmarshal(text, &cases.groups)); err != nil {
		t.Fatal(err)
	}
	return cases
}

// draws is how often a case is run. Delays are random: all are to be within their
// bounds, and one of so many in the upper half.
const draws = 40

func TestRetryCases(t *testing.T) {
	cases := loadRetryCases(t)
	run := func(name string, cases []retryCase, rules retryRules) {
		for _, c := range cases {
			t.Run(name+"/"+c.ID, func(t *testing.T) {
				if why, ok := notOurs[c.ID]; ok {
					t.Skip(why)
				}
				t.Setenv("AWS_NEW_RETRIES_2026", strconv.FormatBool(rules.new))
				eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
					synctest.Test(t, func(t *testing.T) { rules.run(t, c, way) })
				})
			})
		}
	}
	negative := cases.RetryAfterNegative
	negative.ID = "x-amz-retry-after that is negative"
	run("standard 2.0", append(cases.Standard20, cases.Standard20More...), retryRules{})
	run("standard 2.1", append(cases.Standard21, negative), retryRules{new: true})
}

type retryRules struct{ new bool }

func (rules retryRules) run(t *testing.T, c retryCase, way func(*lightsail.Options)) {
	tokens, maxBackoff := uint(500), 20.0
	if c.Given.InitialRetryTokens != nil {
		tokens = *c.Given.InitialRetryTokens
	}
	if c.Given.MaxBackoffTime != nil {
		maxBackoff = *c.Given.MaxBackoffTime
	}
	upper := make([]bool, len(c.Responses))
	for range draws {
		quota := ratelimit.NewTokenRateLimit(tokens)
		script := &script{steps: c.Responses, quota: quota}
		client := newClient(script.do, way, func(o *lightsail.Options) {
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
					want = min(want+1, tokens) // the SDK for Go gives back one more
				}
				if got := script.quotas[i]; got != want {
					t.Fatalf("after answer %d the quota is %d, want %d", i+1, got, want)
				}
				if expected.Outcome != "retry_request" {
					if got := outcome(err); got != expected.Outcome || script.next != i+1 {
						t.Fatalf("after answer %d of %d: %s (%v), want %s", i+1, script.next, got, err, expected.Outcome)
					}
					i++
					break
				}
				i++
				low, high := rules.delay(c.Responses[i-1], attempt, maxBackoff)
				if script.next <= i {
					t.Fatalf("answer %d was not retried: %v", i, err)
				}
				got := script.times[i].Sub(script.times[i-1]).Seconds()
				if got < low-1e-6 || got > high+1e-6 {
					t.Fatalf("after answer %d a delay of %g s, want %g to %g", i, got, low, high)
				}
				upper[i-1] = upper[i-1] || got >= (low+high)/2-1e-6
			}
		}
	}
	for i, seen := range upper {
		if c.Responses[i].Expected.Outcome == "retry_request" && !seen {
			t.Errorf("after answer %d, none of %d delays is in the upper half", i+1, draws)
		}
	}
}

// delay is between which bounds the delay after an answer is to be, in seconds.
// The cases have it for the highest random factor.
func (rules retryRules) delay(s step, attempt int, maxBackoff float64) (low, high float64) {
	high = s.Expected.Delay
	if !rules.new {
		// The SDK for Go counts from 1, and draws no more once it is at the bound.
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

// A script answers requests in their order, and notes when each came and what the
// quota was then, which is what it was after the answer before.
type script struct {
	steps  []step
	quota  *ratelimit.TokenRateLimit
	next   int
	times  []time.Time
	quotas []uint
}

func (s *script) do(*http.Request) (*http.Response, error) {
	if s.next == len(s.steps) {
		return nil, errors.New("a request too many")
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

// coded is an answer with an error code.
func coded(status int, code string, headers map[string]string) *http.Response {
	body := "{}"
	if code != "" {
		body = fmt.Sprintf(`{"__type":%q}`, code)
	}
	resp := answer(status, body)
	for name, value := range headers {
		resp.Header.Set(name, value)
	}
	return resp
}

type timeoutError struct{}

func (timeoutError) Error() string { return "time-out" }
func (timeoutError) Timeout() bool { return true }

// Two calls at once draw on one quota. The order of the answers is that of the
// case: two of the first call, two of the second, the last of the first.
func TestRetryQuotaIsShared(t *testing.T) {
	cases := loadRetryCases(t)
	t.Setenv("AWS_NEW_RETRIES_2026", "true")
	for _, c := range cases.MultiThreaded {
		eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
			synctest.Test(t, func(t *testing.T) {
				quota := ratelimit.NewTokenRateLimit(500)
				client := newClient(nil, way, func(o *lightsail.Options) {
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
					http := transport(func(*http.Request) (*http.Response, error) {
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
						_, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.HTTPClient = http })
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
						t.Error(err)
					}
				}
				for thread, steps := range c.Threads {
					for i, s := range steps {
						if got := quotas[thread][i]; got != *s.Expected.RetryQuota {
							t.Errorf("call %d after answer %d: quota %d, want %d", thread+1, i+1, got, *s.Expected.RetryQuota)
						}
					}
				}
				if got := quota.Remaining(); got != c.ExpectedFinalQuota {
					t.Errorf("the quota ends as %d, want %d", got, c.ExpectedFinalQuota)
				}
			})
		})
	}
}

// Over two calls, the quota goes up and down as the SDK's own tests have it.
func TestRetryQuotaOfGo(t *testing.T) {
	cases := loadRetryCases(t)
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
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
				return answer(int(r["status_code"].(float64)), ""), nil
			case string:
				if r == "success" {
					return answer(200, "{}"), nil
				}
			}
			return nil, timeoutError{}
		}, func(o *lightsail.Options) {
			o.Retryer = retry.NewStandard(func(so *retry.StandardOptions) { so.RateLimiter = quota })
		}, quick, way)
		for range 2 {
			if _, err := client.GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			got = append(got, quota.Remaining())
		}
		for i, s := range cases.GoSpecific.Steps {
			if got[i] != s.RetryQuota {
				t.Errorf("after answer %d: quota %d, want %d", i+1, got[i], s.RetryQuota)
			}
		}
	})
}

func TestBackoffSequence(t *testing.T) {
	cases := loadRetryCases(t)
	t.Setenv("AWS_NEW_RETRIES_2026", "true")
	retryer := newClient(nil).Options().Retryer
	for i, want := range cases.BackoffSequences.Standard21.Delays {
		highest := 0.0
		for range draws {
			d, err := retryer.RetryDelay(i, errors.New("transient"))
			if err != nil {
				t.Fatal(err)
			}
			highest = max(highest, d.Seconds())
		}
		if highest > want || highest < want/2 {
			t.Errorf("retry %d: the longest of %d delays is %g s, want %g to %g", i+1, draws, highest, want/2, want)
		}
	}
}

// What is retried, by status and code. The cases ask one classifier at a time, the
// client all of them.
func TestErrorClassification(t *testing.T) {
	cases := loadRetryCases(t)
	retryable := map[classified]bool{}
	for _, c := range append(cases.Classification.Throttling, cases.Classification.Transient...) {
		key := c
		key.Retryable = false
		retryable[key] = retryable[key] || c.Retryable
	}
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for c, want := range retryable {
			// A code that one classifier leaves to the status.
			want = want || retryable[classified{StatusCode: c.StatusCode}]
			http, seen := answers(func() (*http.Response, error) {
				if c.TransportError != "" {
					return nil, errors.New(c.TransportError)
				}
				return coded(c.StatusCode, c.ErrorCode, nil), nil
			})
			_, err := newClient(http, quick, way).GetBuckets(context.Background(), nil)
			if (seen.len() == 3) != want || (err == nil) != (c.StatusCode == 200) {
				t.Errorf("%+v: %d requests, error %v, retryable: %v", c, seen.len(), err, want)
			}
		}
	})
}

func TestMaxAttemptsCases(t *testing.T) {
	for _, c := range loadRetryCases(t).MaxAttempts.Cases {
		t.Run(c.ID, func(t *testing.T) {
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				http, seen := answers(say(200, "{}"))
				cfg := aws.Config{Region: "us-east-1", HTTPClient: http, RetryMode: c.Client.Mode, RetryMaxAttempts: c.Client.MaxAttempts}
				client := lightsail.NewFromConfig(cfg, way)
				options := client.Options()
				if options.RetryMode != c.ExpectClient.Mode || options.Retryer.MaxAttempts() != c.ExpectClient.MaxAttempts {
					t.Errorf("the client has mode %s and %d attempts", options.RetryMode, options.Retryer.MaxAttempts())
				}
				_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) {
					if c.Op != nil {
						o.RetryMaxAttempts = *c.Op
					}
				})
				want := fmt.Sprintf("attempt=1; max=%d", c.ExpectOp)
				if err != nil || seen.header(0, "Amz-Sdk-Request") != want {
					t.Errorf("sent %q, want %q; error %v", seen.header(0, "Amz-Sdk-Request"), want, err)
				}
			})
		})
	}
}

// A clock that differs: which errors are tried again, signed for the other time.
func TestClockSkewCases(t *testing.T) {
	for _, c := range loadRetryCases(t).ClockSkew.Cases {
		t.Run(c.ID, func(t *testing.T) {
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				synctest.Test(t, func(t *testing.T) {
					dated := func(resp *http.Response, seconds float64) *http.Response {
						date := time.Now().Add(time.Duration(seconds) * time.Second)
						resp.Header.Set("Date", date.UTC().Format(http.TimeFormat))
						return resp
					}
					http, seen := answers(
						func() (*http.Response, error) { return dated(answer(200, "{}"), c.UsedSkew), nil },
						func() (*http.Response, error) {
							resp := coded(400, c.ErrorCode, nil)
							if c.ErrorCode == "" {
								resp = answer(400, "<html>")
							}
							if c.ServerSkew != nil {
								dated(resp, *c.ServerSkew)
							}
							return resp, nil
						},
						say(200, "{}"),
					)
					client := newClient(http, quick, way)
					if _, err := client.GetBuckets(t.Context(), nil); err != nil {
						t.Fatal(err)
					}
					_, err := client.GetBuckets(t.Context(), nil)
					if retried := seen.len() == 3; retried != c.Retried || (err == nil) != c.Retried {
						t.Fatalf("retried: %v, want %v; error %v", retried, c.Retried, err)
					}
					for i, skew := range []float64{0, c.UsedSkew} {
						want := time.Now().Add(time.Duration(skew) * time.Second).UTC().Format("20060102T150405Z")
						if got := seen.header(i, "X-Amz-Date"); got != want {
							t.Errorf("request %d is of %s, want %s", i+1, got, want)
						}
					}
					if c.Retried {
						want := time.Now().Add(time.Duration(*c.ServerSkew) * time.Second).UTC().Format("20060102T150405Z")
						if got := seen.header(2, "X-Amz-Date"); got != want {
							t.Errorf("the retry is of %s, want %s", got, want)
						}
					}
				})
			})
		})
	}
}

// Every case of the file is run, or named with the reason why not.
func TestRetryCasesAreAllKnown(t *testing.T) {
	cases := loadRetryCases(t)
	left := 0
	for _, c := range append(cases.Standard20More, cases.Standard21...) {
		if _, ok := notOurs[c.ID]; ok {
			left++
		}
	}
	if want := 8; left != want {
		t.Errorf("%d cases are left out by name, want %d", left, want)
	}
	known := map[string]bool{"about": true, "sources": true, "conventions": true, "constants": true, "divergences": true}
	for field := range fields(reflect.TypeFor[retryCases]()) {
		known[field.Tag.Get("json")] = true
	}
	for group := range cases.groups {
		if !known[group] && notOurs[group] == "" {
			t.Errorf("the group %s is not run, and not left out by name", group)
		}
	}
	t.Logf("run: %d of 2.0, %d of 2.1, %d on several goroutines, 1 negative header, %d of clock skew, %d classifications, %d of attempts",
		len(cases.Standard20)+len(cases.Standard20More)-2, len(cases.Standard21)-6, len(cases.MultiThreaded),
		len(cases.ClockSkew.Cases), len(cases.Classification.Throttling)+len(cases.Classification.Transient), len(cases.MaxAttempts.Cases))
	for id, why := range notOurs {
		t.Logf("not run: %s: %s", id, why)
	}
}
