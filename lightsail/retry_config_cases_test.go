package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

func TestBackoffSequence(t *testing.T) {
	cases := loadRetryCases(t)
	t.Setenv("AWS_NEW_RETRIES_2026", "true")
	retryer := newClient(nil).Options().Retryer
	for i, want := range cases.BackoffSequences.Standard21.Delays {
		highest := 0.0
		for range retryRuns {
			d, err := retryer.RetryDelay(i, errors.New("transient"))
			if err != nil {
				t.Fatal(err)
			}
			highest = max(highest, d.Seconds())
		}
		if highest > want || highest < want/2 {
			t.Errorf("retry %d: got a maximum of %g s in %d delays, want %g to %g", i+1, highest, retryRuns, want/2, want)
		}
	}
}

// TestErrorClassification checks which statuses and codes are retried. A case is for one
// classifier; the client retries what any of them accepts.
func TestErrorClassification(t *testing.T) {
	t.Parallel()
	cases := loadRetryCases(t)
	retryable := map[classified]bool{}
	for _, c := range append(cases.Classification.Throttling, cases.Classification.Transient...) {
		key := c
		key.Retryable = false
		retryable[key] = retryable[key] || c.Retryable
	}
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for c, want := range retryable {
			// One classifier ignores the code and decides by the status.
			want = want || retryable[classified{StatusCode: c.StatusCode}]
			do, sent := sequence(func() (*http.Response, error) {
				if c.TransportError != "" {
					return nil, errors.New(c.TransportError)
				}
				return coded(c.StatusCode, c.ErrorCode, nil), nil
			})
			_, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), nil)
			if (sent.len() == 3) != want || (err == nil) != (c.StatusCode == 200) {
				t.Errorf("%+v: got %d requests and error %v, want retries = %t", c, sent.len(), err, want)
			}
		}
	})
}

func TestMaxAttemptsCases(t *testing.T) {
	t.Parallel()
	for _, c := range loadRetryCases(t).MaxAttempts.Cases {
		t.Run(c.ID, func(t *testing.T) {
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				do, sent := sequence(response(200, "{}"))
				cfg := aws.Config{Region: "us-east-1", HTTPClient: do, RetryMode: c.Client.Mode, RetryMaxAttempts: c.Client.MaxAttempts}
				client := lightsail.NewFromConfig(cfg, path)
				options := client.Options()
				if options.RetryMode != c.ExpectClient.Mode || options.Retryer.MaxAttempts() != c.ExpectClient.MaxAttempts {
					t.Errorf("got mode %s with %d attempts, want %s with %d", options.RetryMode, options.Retryer.MaxAttempts(), c.ExpectClient.Mode, c.ExpectClient.MaxAttempts)
				}
				_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) {
					if c.Op != nil {
						o.RetryMaxAttempts = *c.Op
					}
				})
				want := fmt.Sprintf("attempt=1; max=%d", c.ExpectOp)
				if err != nil || sent.header(0, "Amz-Sdk-Request") != want {
					t.Errorf("got Amz-Sdk-Request %q and error %v, want %q and none", sent.header(0, "Amz-Sdk-Request"), err, want)
				}
			})
		})
	}
}

// TestClockSkewCases checks which errors are retried with the time of the server.
func TestClockSkewCases(t *testing.T) {
	t.Parallel()
	for _, c := range loadRetryCases(t).ClockSkew.Cases {
		t.Run(c.ID, func(t *testing.T) {
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				synctest.Test(t, func(t *testing.T) {
					dated := func(resp *http.Response, seconds float64) *http.Response {
						date := time.Now().Add(time.Duration(seconds) * time.Second)
						resp.Header.Set("Date", date.UTC().Format(http.TimeFormat))
						return resp
					}
					do, sent := sequence(
						func() (*http.Response, error) { return dated(newResponse(200, "{}"), c.UsedSkew), nil },
						func() (*http.Response, error) {
							resp := coded(400, c.ErrorCode, nil)
							if c.ErrorCode == "" {
								resp = newResponse(400, "<html>")
							}
							if c.ServerSkew != nil {
								dated(resp, *c.ServerSkew)
							}
							return resp, nil
						},
						response(200, "{}"),
					)
					client := newClient(do, noRetryDelay, path)
					if _, err := client.GetBuckets(t.Context(), nil); err != nil {
						t.Fatal(err)
					}
					_, err := client.GetBuckets(t.Context(), nil)
					if retried := sent.len() == 3; retried != c.Retried || (err == nil) != c.Retried {
						t.Fatalf("got retried = %t and error %v, want %t", retried, err, c.Retried)
					}
					for i, skew := range []float64{0, c.UsedSkew} {
						want := time.Now().Add(time.Duration(skew) * time.Second).UTC().Format("20060102T150405Z")
						if got := sent.header(i, "X-Amz-Date"); got != want {
							t.Errorf("request %d: got X-Amz-Date %s, want %s", i+1, got, want)
						}
					}
					if c.Retried {
						want := time.Now().Add(time.Duration(*c.ServerSkew) * time.Second).UTC().Format("20060102T150405Z")
						if got := sent.header(2, "X-Amz-Date"); got != want {
							t.Errorf("retry: got X-Amz-Date %s, want %s", got, want)
						}
					}
				})
			})
		})
	}
}
