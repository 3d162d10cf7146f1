package interop_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// A tracer and a meter are told the same of every operation by both clients, and
// of every way in which a call can end.
func TestTelemetryOfOperations(t *testing.T) {
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			seen := sameTelemetry(t, settings{answers: []answer{late(reply(200, "{}"))}}, op, complete(op))
			if want := "Lightsail." + op; seen.Spans[0].Name != want {
				t.Errorf("the first span is %q, want %q", seen.Spans[0].Name, want)
			}
		})
	}
}

func TestTelemetryOfOutcomes(t *testing.T) {
	const notFound = `{"__type":"NotFoundException","message":"no such bucket","code":"NotFound"}`
	for name, test := range map[string]struct {
		settings
		op       string
		input    any
		attempts int
	}{
		"success":                {settings{answers: []answer{late(well)}}, "GetBuckets", complete("GetBuckets"), 1},
		"a modelled error":       {settings{answers: []answer{late(reply(404, notFound))}}, "GetBuckets", complete("GetBuckets"), 1},
		"another error":          {settings{answers: []answer{late(reply(403, `{"__type":"ExpiredTokenException"}`))}}, "GetBuckets", complete("GetBuckets"), 1},
		"throttled once":         {settings{answers: []answer{late(reply(400, `{"__type":"ThrottlingException"}`)), late(well)}}, "GetBuckets", complete("GetBuckets"), 2},
		"throttled for good":     {settings{answers: []answer{reply(400, `{"__type":"ThrottlingException"}`)}}, "CreateBucket", complete("CreateBucket"), 3},
		"no connection":          {settings{answers: []answer{late(refuse(errors.New("connection refused")))}}, "GetBuckets", complete("GetBuckets"), 3},
		"a connection that ends": {settings{answers: []answer{refuse(io.EOF), late(well)}}, "GetBuckets", complete("GetBuckets"), 2},
		"no JSON":                {settings{answers: []answer{reply(200, "<html>")}}, "GetBuckets", complete("GetBuckets"), 1},
		"given up":               {settings{answers: []answer{late(late(well))}, context: givenUp}, "GetBuckets", complete("GetBuckets"), 1},
		"refused input":          {settings{ours: func(o *lightsail.Options) { o.DisableParamValidation = false }}, "CreateBucket", &lightsail.CreateBucketInput{}, 0},
		"no credentials":         {settings{options: map[string]any{"Credentials": aws.AnonymousCredentials{}}}, "GetBuckets", complete("GetBuckets"), 1},
		"failing credentials":    {settings{options: map[string]any{"Credentials": provider{err: errors.New("expired")}}}, "GetBuckets", complete("GetBuckets"), 1},
		"a failing resolver":     {settings{options: map[string]any{"EndpointResolverV2": resolve(lost)}}, "GetBuckets", complete("GetBuckets"), 1},
		"four calls":             {settings{calls: 4}, "GetBuckets", complete("GetBuckets"), 4},
	} {
		t.Run(name, func(t *testing.T) {
			seen := sameTelemetry(t, test.settings, test.op, test.input)
			attempts := 0
			for _, s := range seen.Spans {
				if s.Name == "Attempt" {
					attempts++
				}
			}
			if attempts != test.attempts {
				t.Errorf("%d attempts, want %d", attempts, test.attempts)
			}
		})
	}
}

func lost(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	return smithyendpoints.Endpoint{}, errors.New("lost")
}

// Over a socket there is more to tell: the connection, and the time until the
// answer begins.
func TestTelemetryOverSockets(t *testing.T) {
	server := lightsailtest.NewServer(t)
	ours, theirs := new(telemetry), new(telemetry)
	client := lightsail.NewFromConfig(server.Config(), func(o *lightsail.Options) {
		o.TracerProvider, o.MeterProvider = tracerProvider{ours}, meterProvider{ours}
	})
	if _, err := client.GetBundles(t.Context(), nil); err != nil {
		t.Error(err)
	}
	officialClient := official.NewFromConfig(server.Config(), func(o *official.Options) {
		o.TracerProvider, o.MeterProvider = tracerProvider{theirs}, meterProvider{theirs}
	})
	if _, err := officialClient.GetBundles(t.Context(), nil); err != nil {
		t.Error(err)
	}
	got, want := untimed(ours), untimed(theirs)
	if diff := cmp.Diff(want, got, telemetryAlike); diff != "" {
		t.Errorf("official (-), ours (+):\n%s", diff)
	}
	if !strings.Contains(strings.Join(want.Metrics, "\n"), "client.http.connections.acquire_duration") {
		t.Errorf("no connection was seen: %q", want.Metrics)
	}
}

// untimed returns what was seen without the time that it took, without request
// IDs, and without the return of the connection, which may come at any time.
func untimed(seen *telemetry) *telemetry {
	seen.Lock()
	defer seen.Unlock()
	for _, s := range seen.Spans {
		s.Took = 0
		if _, ok := s.Properties["aws.request_id"]; ok {
			s.Properties["aws.request_id"] = "an ID"
		}
	}
	duration := regexp.MustCompile(`\[s\] [0-9.e-]+`)
	var kept []string
	for _, m := range seen.Metrics {
		if !strings.Contains(m, "client.http.connections.usage [{connection}] -1") {
			kept = append(kept, duration.ReplaceAllString(m, "[s]"))
		}
	}
	slices.Sort(kept)
	return &telemetry{Spans: seen.Spans, Metrics: kept}
}

// late answers after a second.
func late(a answer) answer {
	return func(r *http.Request) (*http.Response, error) {
		select {
		case <-time.After(time.Second):
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
		return a(r)
	}
}

// Options that cannot be are told before credentials are asked for, which the
// official client does first.
func TestTelemetryOfRefusedOptions(t *testing.T) {
	ours, theirs := bothTelemetries(t, settings{options: map[string]any{
		"BaseEndpoint": aws.String("https://example.com"), "EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled,
	}}, "GetBuckets", complete("GetBuckets"))
	n, m := len(theirs.Spans), len(theirs.Metrics)
	theirs.Spans = slices.DeleteFunc(theirs.Spans, func(s *span) bool { return s.Name == "GetIdentity" || s.Name == "ResolveEndpoint" })
	theirs.Metrics = slices.DeleteFunc(theirs.Metrics, func(m string) bool {
		return strings.Contains(m, "resolve_identity_duration") || strings.Contains(m, "resolve_endpoint_duration")
	})
	if len(theirs.Spans) != n-2 || len(theirs.Metrics) != m-2 {
		t.Error("the official client does the same")
	}
	alikeTelemetry(t, ours, theirs)
}

// sameTelemetry makes both clients call op with a recording tracer and meter,
// compares what these saw, and returns it.
func sameTelemetry(t *testing.T, s settings, op string, input any) *telemetry {
	t.Helper()
	ours, theirs := bothTelemetries(t, s, op, input)
	alikeTelemetry(t, ours, theirs)
	return ours[0]
}

// alikeTelemetry compares what is recorded of each run of ours with what is of the
// official client. How often a span is ended may differ: some steps of the official
// client do it twice, of which the first counts.
func alikeTelemetry(t *testing.T, ours []*telemetry, theirs *telemetry) {
	t.Helper()
	for _, seen := range ours {
		if diff := cmp.Diff(theirs, seen, telemetryAlike); diff != "" {
			t.Errorf("official (-), ours (+):\n%s", diff)
			continue
		}
		for i, s := range seen.Spans {
			if s.ends < 1 || s.ends > theirs.Spans[i].ends {
				t.Errorf("the span %s of ours ended %d times", s.Path, s.ends)
			}
		}
	}
}

// bothTelemetries makes both clients call op with a recording tracer and meter.
func bothTelemetries(t *testing.T, s settings, op string, input any) (ours []*telemetry, theirs *telemetry) {
	t.Helper()
	s.config = steady
	set := s.ours
	s.ours = func(o *lightsail.Options) {
		if set != nil {
			set(o)
		}
		seen := new(telemetry)
		ours = append(ours, seen)
		o.TracerProvider, o.MeterProvider = tracerProvider{seen}, meterProvider{seen}
	}
	s.theirs = func(o *official.Options) {
		theirs = new(telemetry)
		o.TracerProvider, o.MeterProvider = tracerProvider{theirs}, meterProvider{theirs}
	}
	got, want := exchanges(t, s, op, input)
	same(t, got, want)
	for _, seen := range append(ours, theirs) {
		slices.Sort(seen.Metrics)
	}
	return ours, theirs
}

// telemetry is what a tracer and a meter have seen.
type telemetry struct {
	sync.Mutex
	Spans   []*span  // in the order in which they began
	Metrics []string // each measurement, with its unit and properties
}

type span struct {
	Scope, Name, Path string
	Kind              tracing.SpanKind
	Properties        map[string]any
	Status            tracing.SpanStatus
	Events            []string
	Took              time.Duration

	began time.Time
	ends  int
}

var telemetryAlike = cmp.Options{
	cmpopts.IgnoreUnexported(span{}),
	cmpopts.IgnoreTypes(sync.Mutex{}),
	// What is wrong with a body is worded by each client for itself.
	cmp.FilterPath(
		func(p cmp.Path) bool { return strings.HasSuffix(p.GoString(), `.Properties["exception.message"]`) },
		cmp.Transformer("cut", func(v any) string {
			text, _, _ := strings.Cut(fmt.Sprint(v), deserialization)
			return text
		}),
	),
}

type tracerProvider struct{ seen *telemetry }

func (p tracerProvider) Tracer(scope string, optFns ...tracing.TracerOption) tracing.Tracer {
	var options tracing.TracerOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return tracer{p.seen, scope + written(options.Properties)}
}

type tracer struct {
	seen  *telemetry
	scope string
}

func (r tracer) StartSpan(ctx context.Context, name string, optFns ...tracing.SpanOption) (context.Context, tracing.Span) {
	var options tracing.SpanOptions
	for _, fn := range optFns {
		fn(&options)
	}
	s := &span{Scope: r.scope, Name: name, Path: name, Kind: options.Kind, Properties: map[string]any{}, began: time.Now()}
	if parent, ok := tracing.GetSpan(ctx); ok {
		if parent, ok := parent.(recording); ok {
			s.Path = parent.Path + "/" + name
		}
	}
	for k, v := range options.Properties.Values() {
		s.Properties[fmt.Sprint(k)] = v
	}
	r.seen.Lock()
	defer r.seen.Unlock()
	r.seen.Spans = append(r.seen.Spans, s)
	return tracing.WithSpan(ctx, recording{s, r.seen}), recording{s, r.seen}
}

// recording is a span under the names of the interface.
type recording struct {
	*span
	seen *telemetry
}

func (r recording) Name() string                      { return r.span.Name }
func (recording) Context() (none tracing.SpanContext) { return none }

func (r recording) SetStatus(status tracing.SpanStatus) {
	r.seen.Lock()
	defer r.seen.Unlock()
	r.Status = status
}

func (r recording) SetProperty(k, v any) {
	r.seen.Lock()
	defer r.seen.Unlock()
	r.Properties[fmt.Sprint(k)] = v
}

func (r recording) End() {
	r.seen.Lock()
	defer r.seen.Unlock()
	if r.ends++; r.ends == 1 {
		r.Took = time.Since(r.began)
	}
}

func (r recording) AddEvent(name string, optFns ...tracing.EventOption) {
	var options tracing.EventOptions
	for _, fn := range optFns {
		fn(&options)
	}
	r.seen.Lock()
	defer r.seen.Unlock()
	r.Events = append(r.Events, name+written(options.Properties))
}

type meterProvider struct{ seen *telemetry }

func (p meterProvider) Meter(scope string, optFns ...metrics.MeterOption) metrics.Meter {
	var options metrics.MeterOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return meter{seen: p.seen, scope: scope + written(options.Properties)}
}

// meter records counters and the histograms of durations, which is what clients
// use.
type meter struct {
	metrics.NopMeter
	seen  *telemetry
	scope string
}

func (m meter) Int64Counter(name string, optFns ...metrics.InstrumentOption) (metrics.Int64Counter, error) {
	return counter(m.instrument("counter "+name, optFns)), nil
}

func (m meter) Int64UpDownCounter(name string, optFns ...metrics.InstrumentOption) (metrics.Int64UpDownCounter, error) {
	return counter(m.instrument("up-down counter "+name, optFns)), nil
}

func (m meter) Float64Histogram(name string, optFns ...metrics.InstrumentOption) (metrics.Float64Histogram, error) {
	return histogram(m.instrument("histogram "+name, optFns)), nil
}

// The descriptions of instruments are each client's own.
func (m meter) instrument(name string, optFns []metrics.InstrumentOption) instrument {
	var options metrics.InstrumentOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return instrument{m.seen, fmt.Sprintf("%s: %s [%s]", m.scope, name, options.UnitLabel)}
}

type instrument struct {
	seen *telemetry
	name string
}

func (i instrument) note(value any, optFns []metrics.RecordMetricOption) {
	var options metrics.RecordMetricOptions
	for _, fn := range optFns {
		fn(&options)
	}
	i.seen.Lock()
	defer i.seen.Unlock()
	i.seen.Metrics = append(i.seen.Metrics, fmt.Sprintf("%s %v%s", i.name, value, written(options.Properties)))
}

type counter instrument

func (c counter) Add(_ context.Context, n int64, optFns ...metrics.RecordMetricOption) {
	instrument(c).note(n, optFns)
}

type histogram instrument

func (h histogram) Record(_ context.Context, value float64, optFns ...metrics.RecordMetricOption) {
	instrument(h).note(value, optFns)
}

// written writes properties in the order of their keys.
func written(p smithy.Properties) string {
	var words []string
	for k, v := range p.Values() {
		words = append(words, fmt.Sprintf(" %v=%v", k, v))
	}
	slices.Sort(words)
	return strings.Join(words, "")
}
