package interop_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// telemetry holds the spans and measurements of a recording tracer and meter.
type telemetry struct {
	sync.Mutex
	Spans   []*span  // in the order of their start
	Metrics []string // one text per measurement, with unit and properties
}

type span struct {
	Scope, Name, Path string
	Kind              tracing.SpanKind
	Properties        map[string]any
	Status            tracing.SpanStatus
	Events            []string
	Duration          time.Duration

	start time.Time
	ends  int // number of calls of End
}

var telemetryOptions = cmp.Options{
	cmpopts.IgnoreUnexported(span{}),
	cmpopts.IgnoreTypes(sync.Mutex{}),
	// Each client has its own text for a deserialization error.
	cmp.FilterPath(
		func(p cmp.Path) bool { return strings.HasSuffix(p.GoString(), `.Properties["exception.message"]`) },
		cmp.Transformer("cut", func(v any) string {
			text, _, _ := strings.Cut(fmt.Sprint(v), deserializationFailed)
			return text
		}),
	),
}

type tracerProvider struct{ recorded *telemetry }

func (p tracerProvider) Tracer(scope string, optFns ...tracing.TracerOption) tracing.Tracer {
	var options tracing.TracerOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return tracer{p.recorded, scope + propertiesText(options.Properties)}
}

type tracer struct {
	recorded *telemetry
	scope    string
}

func (r tracer) StartSpan(ctx context.Context, name string, optFns ...tracing.SpanOption) (context.Context, tracing.Span) {
	var options tracing.SpanOptions
	for _, fn := range optFns {
		fn(&options)
	}
	s := &span{Scope: r.scope, Name: name, Path: name, Kind: options.Kind, Properties: map[string]any{}, start: time.Now()}
	if parent, ok := tracing.GetSpan(ctx); ok {
		if parent, ok := parent.(spanRecorder); ok {
			s.Path = parent.Path + "/" + name
		}
	}
	for k, v := range options.Properties.Values() {
		s.Properties[fmt.Sprint(k)] = v
	}
	r.recorded.Lock()
	defer r.recorded.Unlock()
	r.recorded.Spans = append(r.recorded.Spans, s)
	return tracing.WithSpan(ctx, spanRecorder{s, r.recorded}), spanRecorder{s, r.recorded}
}

// spanRecorder implements [tracing.Span].
type spanRecorder struct {
	*span
	recorded *telemetry
}

func (r spanRecorder) Name() string               { return r.span.Name }
func (spanRecorder) Context() tracing.SpanContext { return tracing.SpanContext{} }

func (r spanRecorder) SetStatus(status tracing.SpanStatus) {
	r.recorded.Lock()
	defer r.recorded.Unlock()
	r.Status = status
}

func (r spanRecorder) SetProperty(k, v any) {
	r.recorded.Lock()
	defer r.recorded.Unlock()
	r.Properties[fmt.Sprint(k)] = v
}

func (r spanRecorder) End() {
	r.recorded.Lock()
	defer r.recorded.Unlock()
	if r.ends++; r.ends == 1 {
		r.Duration = time.Since(r.start)
	}
}

func (r spanRecorder) AddEvent(name string, optFns ...tracing.EventOption) {
	var options tracing.EventOptions
	for _, fn := range optFns {
		fn(&options)
	}
	r.recorded.Lock()
	defer r.recorded.Unlock()
	r.Events = append(r.Events, name+propertiesText(options.Properties))
}

type meterProvider struct{ recorded *telemetry }

func (p meterProvider) Meter(scope string, optFns ...metrics.MeterOption) metrics.Meter {
	var options metrics.MeterOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return meter{recorded: p.recorded, scope: scope + propertiesText(options.Properties)}
}

// meter records the instruments that the clients use: counters and float64
// histograms.
type meter struct {
	metrics.NopMeter
	recorded *telemetry
	scope    string
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

// instrument returns an instrument without its description, which differs between the
// clients.
func (m meter) instrument(name string, optFns []metrics.InstrumentOption) instrument {
	var options metrics.InstrumentOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return instrument{m.recorded, fmt.Sprintf("%s: %s [%s]", m.scope, name, options.UnitLabel)}
}

type instrument struct {
	recorded *telemetry
	name     string
}

func (i instrument) record(value any, optFns []metrics.RecordMetricOption) {
	var options metrics.RecordMetricOptions
	for _, fn := range optFns {
		fn(&options)
	}
	i.recorded.Lock()
	defer i.recorded.Unlock()
	i.recorded.Metrics = append(i.recorded.Metrics, fmt.Sprintf("%s %v%s", i.name, value, propertiesText(options.Properties)))
}

type counter instrument

func (c counter) Add(_ context.Context, n int64, optFns ...metrics.RecordMetricOption) {
	instrument(c).record(n, optFns)
}

type histogram instrument

func (h histogram) Record(_ context.Context, value float64, optFns ...metrics.RecordMetricOption) {
	instrument(h).record(value, optFns)
}

// propertiesText returns the properties in the order of their keys.
func propertiesText(p smithy.Properties) string {
	var texts []string
	for k, v := range p.Values() {
		texts = append(texts, fmt.Sprintf(" %v=%v", k, v))
	}
	slices.Sort(texts)
	return strings.Join(texts, "")
}
