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

// A watcher is one of the modules, installed as its documentation says.
type watcher interface {
	// install adds it to a configuration.
	install(*aws.Config)

	// begin starts what calls are to be a part of. The function it returns ends
	// that.
	begin(context.Context) (context.Context, func())

	// seen returns what was reported of the calls, after the end, and words to
	// put where IDs made by chance stand, in headers, too.
	seen(*testing.T) (spans []span, ids map[string]string)
}

// A span is a span or segment: its name, and its attributes by their names.
type span map[string]any

// A scenario is a call, and what becomes of it.
type scenario struct {
	name     string
	bucket   string // asked for; "" is all
	invalid  bool   // CreateBucket without a name, instead of GetBuckets
	refused  bool   // have options that cannot be
	faults   []lightsailtest.Fault
	giveUp   bool // in the middle
	attempts int
	status   int    // of the last answer, 0 where there was none
	failure  string // in the error
}

var scenarios = []scenario{
	{name: "success", attempts: 1, status: 200},
	{name: "not found", bucket: "nowhere", attempts: 1, status: 404, failure: "NotFoundException"},
	{name: "throttled, then well", faults: []lightsailtest.Fault{lightsailtest.Throttle()}, attempts: 2, status: 200},
	{name: "failing service", faults: []lightsailtest.Fault{lightsailtest.Error(&types.ServiceException{Message: aws.String("oops")}).Always()},
		attempts: 3, status: 500, failure: "exceeded maximum number of attempts"},
	{name: "failing connection", faults: []lightsailtest.Fault{lightsailtest.Drop().Always()}, attempts: 3, failure: "request send failed"},
	{name: "odd answer", faults: []lightsailtest.Fault{lightsailtest.Garble()}, attempts: 1, status: 200, failure: deserialization},
	{name: "given up", giveUp: true, attempts: 1, failure: "canceled"},
	{name: "refused options", refused: true, failure: "FIPS and custom endpoint are not supported"},
	{name: "refused input", invalid: true, failure: "CreateBucketInput.BucketName"},
}

// What is wrong with a body is worded by each client for itself.
const deserialization = "deserialization failed"

// clients make a client with a configuration and the call of a scenario with it.
var clients = []struct {
	name string
	call func(context.Context, aws.Config, scenario) error
}{
	{"official", func(ctx context.Context, cfg aws.Config, s scenario) error {
		client := official.NewFromConfig(cfg)
		if s.invalid {
			_, err := client.CreateBucket(ctx, &official.CreateBucketInput{})
			return err
		}
		_, err := client.GetBuckets(ctx, &official.GetBucketsInput{BucketName: nonZero(s.bucket)})
		return err
	}},
	{"ours", func(ctx context.Context, cfg aws.Config, s scenario) error {
		client := lightsail.NewFromConfig(cfg)
		if s.invalid {
			_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{})
			return err
		}
		_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: nonZero(s.bucket)})
		return err
	}},
}

func nonZero(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// An observation is what came of a call.
type observation struct {
	Spans [][]span // by watcher
	Sent  []request
	Err   string
}

// A request is one that left: its headers, and which of them are signed.
type request struct {
	URL    string
	Signed []string
	Header map[string]string
}

// alike makes the calls of all scenarios with both clients and compares what is
// seen. check then looks at what was seen of our client.
func alike(t *testing.T, watch func(t *testing.T) []watcher, check func(t *testing.T, s scenario, seen observation)) {
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			var seen []observation
			for _, c := range clients {
				o := observe(t, watch(t), s, c.call)
				if !strings.Contains(o.Err, s.failure) || (o.Err == "") != (s.failure == "") {
					t.Errorf("%s: error %q, want %q", c.name, o.Err, s.failure)
				}
				if len(o.Sent) != s.attempts {
					t.Errorf("%s: %d requests, want %d", c.name, len(o.Sent), s.attempts)
				}
				seen = append(seen, o)
			}
			if diff := cmp.Diff(seen[0], seen[1]); diff != "" {
				t.Errorf("official (-), ours (+):\n%s", diff)
			}
			check(t, s, seen[1])
		})
	}
}

// Modules that are installed together do not get into each other's way.
func TestAllTogether(t *testing.T) {
	all := func(t *testing.T) []watcher {
		return []watcher{newOTel(), newXRay(t), newNewRelic(t), newDatadog()}
	}
	alike(t, all, func(t *testing.T, s scenario, seen observation) {
		calls := 1
		if s.invalid {
			calls = 0
		}
		for i, want := range []int{calls, calls, s.attempts, calls} {
			if got := len(seen.Spans[i]); got != want {
				t.Errorf("watcher %d has %d spans, want %d", i, got, want)
			}
		}
	})
}

func observe(t *testing.T, watchers []watcher, s scenario, call func(context.Context, aws.Config, scenario) error) (o observation) {
	server := lightsailtest.NewServer(t, lightsailtest.WithModelStatuses(), lightsailtest.WithFaults("", s.faults...),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("logs")}),
		// In whole seconds, so that answers are of the same length.
		lightsailtest.WithClock(func() time.Time { return time.Now().Truncate(time.Second) }))
	cfg := server.Config()
	cfg.BaseEndpoint = nil
	if s.refused {
		cfg.BaseEndpoint = aws.String("https://example.com")
		cfg.ConfigSources = []any{fips{}}
	}
	wire := &wire{next: server.HTTPClient().Transport, ids: map[string]string{}}
	cfg.HTTPClient = &http.Client{Transport: wire}

	ctx := t.Context()
	var ends []func()
	for _, w := range watchers {
		var end func()
		ctx, end = w.begin(ctx)
		ends = append(ends, end)
		w.install(&cfg)
	}
	if s.giveUp {
		var cancel context.CancelFunc
		ctx, cancel = context.WithCancel(ctx)
		server.Inject("", lightsailtest.Hook(func(*http.Request, lightsailtest.RoundTrip) (*http.Response, error) {
			cancel()
			return nil, errors.New("too late")
		}))
	}
	err := call(ctx, cfg, s)
	for _, end := range slices.Backward(ends) {
		end()
	}

	words := wire.ids
	for _, w := range watchers {
		spans, ids := w.seen(t)
		o.Spans = append(o.Spans, spans)
		maps.Copy(words, ids)
	}
	for _, spans := range o.Spans {
		for _, s := range spans {
			for name, value := range s {
				if text, ok := value.(string); ok {
					s[name] = fixed(text, words)
				}
			}
		}
	}
	for _, r := range wire.sent {
		for name, value := range r.Header {
			r.Header[name] = fixed(value, words)
		}
	}
	if err != nil {
		o.Err = fixed(err.Error(), words)
	}
	o.Sent = wire.sent
	return o
}

// fips is where a configuration was loaded from that wants FIPS endpoints.
type fips struct{}

func (fips) GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error) {
	return aws.FIPSEndpointStateEnabled, true, nil
}

// A wire remembers what is sent, and the IDs of what is answered.
type wire struct {
	next http.RoundTripper
	sent []request
	ids  map[string]string
}

var (
	signedHeaders = regexp.MustCompile(`SignedHeaders=([^,]+)`)
	apiVersion    = regexp.MustCompile(`api/lightsail#[0-9.]+`)
)

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	sent := request{URL: r.URL.String(), Header: map[string]string{}}
	if m := signedHeaders.FindStringSubmatch(r.Header.Get("Authorization")); m != nil {
		sent.Signed = strings.Split(m[1], ";")
	}
	for name, values := range r.Header {
		sent.Header[name] = strings.Join(values, ", ")
	}
	for _, name := range []string{"Authorization", "X-Amz-Date", "Amz-Sdk-Invocation-Id", "Newrelic", "Tracestate"} { // the clock and chance
		if sent.Header[name] != "" {
			sent.Header[name] = "set"
		}
	}
	w.sent = append(w.sent, sent)
	resp, err := w.next.RoundTrip(r)
	if err == nil && resp.Header.Get("X-Amzn-Requestid") != "" {
		w.ids[resp.Header.Get("X-Amzn-Requestid")] = fmt.Sprintf("<request ID %d>", len(w.sent))
	}
	return resp, err
}

// fixed puts fixed words where chance stands, and where each client has its own.
func fixed(text string, words map[string]string) string {
	for id, word := range words {
		text = strings.ReplaceAll(text, id, word)
	}
	if before, _, cut := strings.Cut(text, deserialization); cut {
		text = before + deserialization
	}
	return apiVersion.ReplaceAllString(text, "api/lightsail#version")
}

// requestID is what the ID of the last answer becomes.
func (s scenario) requestID() any {
	if s.status == 0 {
		return nil
	}
	return fmt.Sprintf("<request ID %d>", s.attempts)
}

// sent is value, or nil where nothing was sent.
func (s scenario) sent(value any) any {
	if s.attempts == 0 {
		return nil
	}
	return value
}

// has fails the test unless s has these attributes with these values. Those that
// are nil must not be there.
func (s span) has(t *testing.T, want span) {
	t.Helper()
	for name, value := range want {
		if got := s[name]; got != value {
			t.Errorf("%s: %#v, want %#v", name, got, value)
		}
	}
}

// only is the one span that there is.
func only(t *testing.T, spans []span) span {
	t.Helper()
	if len(spans) != 1 {
		t.Fatalf("%d spans, want 1: %v", len(spans), spans)
	}
	return spans[0]
}
