package transport

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
)

// scopeName is the name that tracers and meters are asked for. It is the
// official client's, like those of spans and metrics, so that dashboards go on
// showing what they did.
const scopeName = "github.com/aws/aws-sdk-go-v2/service/lightsail"

// The metrics of a call.
const (
	callDuration = iota
	serializationDuration
	identityDuration
	endpointDuration
	signingDuration
	deserializationDuration
	metricCount
)

// instruments are the histograms of the metrics, all in seconds.
type instruments [metricCount]metrics.Float64Histogram

// newInstruments returns the instruments of a config, or nil where nobody
// measures.
func newInstruments(config *Config) (*instruments, error) {
	if !config.metered() {
		return nil, nil
	}
	meter := config.MeterProvider.Meter(scopeName)
	var all instruments
	for i, m := range [metricCount]struct{ name, description string }{
		callDuration:            {"client.call.duration", "How long a call takes, retries included."},
		serializationDuration:   {"client.call.serialization_duration", "How long it takes to encode the input."},
		identityDuration:        {"client.call.auth.resolve_identity_duration", "How long it takes to get credentials."},
		endpointDuration:        {"client.call.resolve_endpoint_duration", "How long it takes to find the endpoint, DNS aside."},
		signingDuration:         {"client.call.auth.signing_duration", "How long it takes to sign a request."},
		deserializationDuration: {"client.call.deserialization_duration", "How long it takes to read and decode the answer."},
	} {
		histogram, err := meter.Float64Histogram(m.name, func(o *metrics.InstrumentOptions) {
			o.UnitLabel = "s"
			o.Description = m.description
		})
		if err != nil {
			return nil, err
		}
		all[i] = histogram
	}
	return &all, nil
}

// start begins the span of the whole call. The function it returns ends it.
func (c *call) start(ctx context.Context) (context.Context, func(error)) {
	tracer := c.config.TracerProvider.Tracer(scopeName)
	ctx = tracing.WithOperationTracer(ctx, tracer)
	ctx, span := tracer.StartSpan(ctx, ServiceID+"."+c.op.Name, func(o *tracing.SpanOptions) {
		o.Kind = tracing.SpanKindClient
		o.Properties.Set("rpc.system", "aws-api")
		o.Properties.Set("rpc.method", c.op.Name)
		o.Properties.Set("rpc.service", ServiceID)
	})
	stop := c.clock(ctx, callDuration, "")
	return ctx, func(err error) {
		describe(span, err)
		span.End()
		stop()
	}
}

// describe tells span what a call came to.
func describe(span tracing.Span, err error) {
	span.SetProperty("error", err != nil)
	if err == nil {
		span.SetStatus(tracing.SpanStatusOK)
		return
	}
	span.SetStatus(tracing.SpanStatusError)
	span.SetProperty("exception.type", fmt.Sprintf("%T", err))
	span.SetProperty("exception.message", err.Error())
	var api smithy.APIError
	if errors.As(err, &api) {
		span.SetProperty("api.error_code", api.ErrorCode())
		span.SetProperty("api.error_message", api.ErrorMessage())
		span.SetProperty("api.error_fault", api.ErrorFault().String())
	}
}

// clock starts to measure. The function it returns records the time since then.
func (c *call) clock(ctx context.Context, metric int, schemeID string) (stop func()) {
	if c.instruments == nil {
		return func() {}
	}
	start := time.Now()
	return func() {
		c.instruments[metric].Record(ctx, time.Since(start).Seconds(), func(o *metrics.RecordMetricOptions) {
			o.Properties.Set("rpc.service", ServiceID)
			o.Properties.Set("rpc.method", c.op.Name)
			if schemeID != "" {
				o.Properties.Set("auth.scheme_id", schemeID)
			}
		})
	}
}
