package lightsail_test

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// retryCases are the retry test cases that AWS SDKs share. There are two sets of
// rules: the current ones, 2.0, and the ones that AWS_NEW_RETRIES_2026=true enables,
// 2.1. The retryer reads the variable on every use.
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

// skippedCases are the cases that cannot run, with the reason.
var skippedCases = map[string]string{
	"Long-polling backoff after transient error when token bucket empty":  "Lightsail has no long-polling operation",
	"Long-polling backoff after throttling error when token bucket empty": "Lightsail has no long-polling operation",
	"Long-polling max attempts exceeded must NOT delay":                   "Lightsail has no long-polling operation",
	"Long-polling success must NOT delay":                                 "Lightsail has no long-polling operation",
	"Long-polling non-retryable errors must NOT delay":                    "Lightsail has no long-polling operation",
	"dynamodb base backoff and increased retries":                         "these are the settings of another service",
	"explicit server delay 30 s is capped at max backoff":                 "under the current rules, the SDK for Go ignores delays that a server requests",
	"default quota is exhausted after 50 operations of 3 attempts":        "it has no list of responses; TestRetryQuota covers it",
	// Whole groups.
	"quota_unit":                "unit tests of the token bucket of aws-sdk-go-v2; the cases above use it",
	"adaptive_cubic":            "the rates inside aws-sdk-go-v2 are not accessible; TestAdaptiveMode checks their effect",
	"adaptive_e2e":              "as adaptive_cubic",
	"request_headers":           "TestAttempts and TestAttemptHeader cover them; the format of botocore differs from the SDK for Go",
	"go_connection_errors":      "errors of the HTTP client are always wrapped in a RequestSendError; TestFaultMatrix shows which ones are retried",
	"backoff_sequences of 2.0":  "the first delay of the SDK for Go is up to 2 s, not 1 s, as the file states under divergences; the 2.0 cases run with that",
	"go_specific_2_0 in delays": "they set the random factor inside aws-sdk-go-v2; TestRetryCases checks the bounds of each delay instead",
}

func loadRetryCases(t *testing.T) (cases retryCases) {
	t.Helper()
	text, err := os.ReadFile("../../shared/conformance/retries.json")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no ../shared/conformance/retries.json beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(json.Unmarshal(text, &cases), json.Unmarshal(text, &cases.groups)); err != nil {
		t.Fatal(err)
	}
	return cases
}

// TestAllRetryCasesCovered checks that every case of the file runs or is in
// skippedCases.
func TestAllRetryCasesCovered(t *testing.T) {
	t.Parallel()
	cases := loadRetryCases(t)
	skipped := 0
	for _, c := range append(cases.Standard20More, cases.Standard21...) {
		if _, ok := skippedCases[c.ID]; ok {
			skipped++
		}
	}
	if want := 8; skipped != want {
		t.Errorf("got %d skipped cases, want %d", skipped, want)
	}
	known := map[string]bool{"about": true, "sources": true, "conventions": true, "constants": true, "divergences": true}
	for field := range fields(reflect.TypeFor[retryCases]()) {
		known[field.Tag.Get("json")] = true
	}
	for group := range cases.groups {
		if !known[group] && skippedCases[group] == "" {
			t.Errorf("group %s: got a group that does not run, want it in skippedCases", group)
		}
	}
	t.Logf("cases that run: %d of 2.0, %d of 2.1, %d concurrent, 1 negative header, %d of clock skew, %d classifications, %d of attempts",
		len(cases.Standard20)+len(cases.Standard20More)-2, len(cases.Standard21)-6, len(cases.MultiThreaded),
		len(cases.ClockSkew.Cases), len(cases.Classification.Throttling)+len(cases.Classification.Transient), len(cases.MaxAttempts.Cases))
	for id, why := range skippedCases {
		t.Logf("skipped: %s: %s", id, why)
	}
}
