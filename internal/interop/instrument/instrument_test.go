package instrument_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// An instrumentation is one of the modules, installed as its documentation describes.
type instrumentation interface {
	// install adds the module to a configuration.
	install(*aws.Config)

	// begin starts the parent span of a call. The returned function ends it.
	begin(context.Context) (context.Context, func())

	// recorded returns the spans of the call, after the parent has ended. It also
	// returns replacements for random IDs, which occur in spans and headers.
	recorded(*testing.T) (spans []span, ids map[string]string)
}

// A span holds the name and the attributes of a span or segment by attribute name.
type span map[string]any

// A scenario is a call and its expected outcome.
type scenario struct {
	name           string
	bucket         string // BucketName of GetBuckets; "" means nil
	invalidInput   bool   // call CreateBucket without a name instead of GetBuckets
	invalidOptions bool   // combine FIPS with a base endpoint
	faults         []lightsailtest.Fault
	cancel         bool // cancel the context during the call
	attempts       int
	status         int    // status of the last response; 0 if there is none
	failure        string // part of the error; "" if the call succeeds
}

var scenarios = []scenario{
	{name: "success", attempts: 1, status: 200},
	{name: "not found", bucket: "nowhere", attempts: 1, status: 404, failure: "NotFoundException"},
	{name: "throttled, then success", faults: []lightsailtest.Fault{lightsailtest.Throttle()}, attempts: 2, status: 200},
	{name: "service error", faults: []lightsailtest.Fault{lightsailtest.Error(&types.ServiceException{Message: aws.String("oops")}).Always()},
		attempts: 3, status: 500, failure: "exceeded maximum number of attempts"},
	{name: "connection closed", faults: []lightsailtest.Fault{lightsailtest.Drop().Always()}, attempts: 3, failure: "request send failed"},
	{name: "invalid JSON", faults: []lightsailtest.Fault{lightsailtest.Garble()}, attempts: 1, status: 200, failure: deserializationFailed},
	{name: "canceled", cancel: true, attempts: 1, failure: "canceled"},
	{name: "invalid options", invalidOptions: true, failure: "FIPS and custom endpoint are not supported"},
	{name: "invalid input", invalidInput: true, failure: "CreateBucketInput.BucketName"},
}

// deserializationFailed is the text of smithy.DeserializationError. The text after it
// is not compared, because each client has its own.
const deserializationFailed = "deserialization failed"

// clients create a client and make the call of a scenario.
var clients = []struct {
	name string
	call func(context.Context, aws.Config, scenario) error
}{
	{"official", func(ctx context.Context, cfg aws.Config, s scenario) error {
		client := official.NewFromConfig(cfg)
		if s.invalidInput {
			_, err := client.CreateBucket(ctx, &official.CreateBucketInput{})
			return err
		}
		_, err := client.GetBuckets(ctx, &official.GetBucketsInput{BucketName: optional(s.bucket)})
		return err
	}},
	{"ours", func(ctx context.Context, cfg aws.Config, s scenario) error {
		client := lightsail.NewFromConfig(cfg)
		if s.invalidInput {
			_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{})
			return err
		}
		_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: optional(s.bucket)})
		return err
	}},
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// An observation is the recorded result of a call.
type observation struct {
	Spans [][]span // by instrumentation
	Sent  []request
	Err   string
}

// A request is a recorded request.
type request struct {
	URL    string
	Signed []string // names of the signed headers
	Header map[string]string
}

// compareClients makes the call of each scenario with both clients and compares the
// observations. It then calls check with the observation of our client.
func compareClients(t *testing.T, instrument func(t *testing.T) []instrumentation, check func(t *testing.T, s scenario, o observation)) {
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			var observations []observation
			for _, c := range clients {
				o := observe(t, instrument(t), s, c.call)
				if !strings.Contains(o.Err, s.failure) || (o.Err == "") != (s.failure == "") {
					t.Errorf("%s: got error %q, want %q", c.name, o.Err, s.failure)
				}
				if len(o.Sent) != s.attempts {
					t.Errorf("%s: got %d requests, want %d", c.name, len(o.Sent), s.attempts)
				}
				observations = append(observations, o)
			}
			if diff := cmp.Diff(observations[0], observations[1]); diff != "" {
				t.Errorf("official (-), ours (+):\n%s", diff)
			}
			check(t, s, observations[1])
		})
	}
}

// TestAllModulesTogether checks that the modules work if all are installed.
func TestAllModulesTogether(t *testing.T) {
	all := func(t *testing.T) []instrumentation {
		return []instrumentation{newOTel(), newXRay(t), newNewRelic(t), newDatadog()}
	}
	compareClients(t, all, func(t *testing.T, s scenario, o observation) {
		calls := 1
		if s.invalidInput {
			calls = 0
		}
		for i, want := range []int{calls, calls, s.attempts, calls} {
			if got := len(o.Spans[i]); got != want {
				t.Errorf("module %d: got %d spans, want %d", i, got, want)
			}
		}
	})
}

// observe makes the call of a scenario with one client and all instrumentations.
func observe(t *testing.T, instrumentations []instrumentation, s scenario, call func(context.Context, aws.Config, scenario) error) (o observation) {
	server := lightsailtest.NewServer(t, lightsailtest.WithModelStatuses(), lightsailtest.WithFaults("", s.faults...),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("logs")}),
		// Whole seconds give all responses the same length.
		lightsailtest.WithClock(func() time.Time { return time.Now().Truncate(time.Second) }))
	cfg := server.Config()
	cfg.BaseEndpoint = nil
	if s.invalidOptions {
		cfg.BaseEndpoint = aws.String("https://example.com")
		cfg.ConfigSources = []any{fips{}}
	}
	transport := &recordingTransport{next: server.HTTPClient().Transport, ids: map[string]string{}}
	cfg.HTTPClient = &http.Client{Transport: transport}

	ctx := t.Context()
	var ends []func()
	for _, module := range instrumentations {
		var end func()
		ctx, end = module.begin(ctx)
		ends = append(ends, end)
		module.install(&cfg)
	}
	if s.cancel {
		var cancel context.CancelFunc
		ctx, cancel = context.WithCancel(ctx)
		server.Inject("", lightsailtest.Hook(func(*http.Request, lightsailtest.RoundTrip) (*http.Response, error) {
			cancel()
			return nil, errors.New("no response")
		}))
	}
	err := call(ctx, cfg, s)
	for _, end := range slices.Backward(ends) {
		end()
	}

	replacements := transport.ids
	for _, module := range instrumentations {
		spans, ids := module.recorded(t)
		o.Spans = append(o.Spans, spans)
		maps.Copy(replacements, ids)
	}
	for _, spans := range o.Spans {
		for _, s := range spans {
			for name, value := range s {
				if text, ok := value.(string); ok {
					s[name] = replaceIDs(text, replacements)
				}
			}
		}
	}
	for _, r := range transport.sent {
		for name, value := range r.Header {
			r.Header[name] = replaceIDs(value, replacements)
		}
	}
	if err != nil {
		o.Err = replaceIDs(err.Error(), replacements)
	}
	o.Sent = transport.sent
	return o
}

// fips is a configuration source that selects FIPS endpoints.
type fips struct{}

func (fips) GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error) {
	return aws.FIPSEndpointStateEnabled, true, nil
}

// recordingTransport records requests, and replacements for the request IDs of
// responses.
type recordingTransport struct {
	next http.RoundTripper
	sent []request
	ids  map[string]string
}

var (
	signedHeaders = regexp.MustCompile(`SignedHeaders=([^,]+)`)
	apiVersion    = regexp.MustCompile(`api/lightsail#[0-9.]+`)
)

func (t *recordingTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	sent := request{URL: r.URL.String(), Header: map[string]string{}}
	if m := signedHeaders.FindStringSubmatch(r.Header.Get("Authorization")); m != nil {
		sent.Signed = strings.Split(m[1], ";")
	}
	for name, values := range r.Header {
		sent.Header[name] = strings.Join(values, ", ")
	}
	// The values of these headers depend on the time or are random.
	for _, name := range []string{"Authorization", "X-Amz-Date", "Amz-Sdk-Invocation-Id", "Newrelic", "Tracestate"} {
		if sent.Header[name] != "" {
			sent.Header[name] = "set"
		}
	}
	t.sent = append(t.sent, sent)
	resp, err := t.next.RoundTrip(r)
	if err == nil && resp.Header.Get("X-Amzn-Requestid") != "" {
		t.ids[resp.Header.Get("X-Amzn-Requestid")] = fmt.Sprintf("<request ID %d>", len(t.sent))
	}
	return resp, err
}

// replaceIDs replaces random IDs in text. It also replaces the API version and the text
// of a deserialization error, which differ between the clients.
func replaceIDs(text string, replacements map[string]string) string {
	for id, replacement := range replacements {
		text = strings.ReplaceAll(text, id, replacement)
	}
	if before, _, cut := strings.Cut(text, deserializationFailed); cut {
		text = before + deserializationFailed
	}
	return apiVersion.ReplaceAllString(text, "api/lightsail#version")
}

// requestID returns the replacement for the request ID of the last response, or nil if
// there is no response.
func (s scenario) requestID() any {
	if s.status == 0 {
		return nil
	}
	return fmt.Sprintf("<request ID %d>", s.attempts)
}

// ifSent returns value, or nil if the scenario sends no request.
func (s scenario) ifSent(value any) any {
	if s.attempts == 0 {
		return nil
	}
	return value
}

// assertAttributes fails the test unless s has the attributes of want. A nil value means
// that the attribute is absent.
func (s span) assertAttributes(t *testing.T, want span) {
	t.Helper()
	for name, value := range want {
		if got := s[name]; got != value {
			t.Errorf("attribute %s: got %#v, want %#v", name, got, value)
		}
	}
}

// single returns the only span. It ends the test if there is not exactly one.
func single(t *testing.T, spans []span) span {
	t.Helper()
	if len(spans) != 1 {
		t.Fatalf("got %d spans, want 1: %v", len(spans), spans)
	}
	return spans[0]
}
