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

// scopeName is the name of the tracer and the meter. Like the names of spans and
// metrics it is the official client's, so existing dashboards keep working.
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

// newInstruments returns the instruments of a config, or nil if it has no meter.
func newInstruments(config *Config) (*instruments, error) {
	if !config.metered() {
		return nil, nil
	}
	meter := config.MeterProvider.Meter(scopeName)
	var all instruments
	for i, m := range [metricCount]struct{ name, description string }{
		callDuration:            {"client.call.duration", "Duration of a call, including retries."},
		serializationDuration:   {"client.call.serialization_duration", "Duration of encoding the input."},
		identityDuration:        {"client.call.auth.resolve_identity_duration", "Duration of retrieving credentials."},
		endpointDuration:        {"client.call.resolve_endpoint_duration", "Duration of resolving the endpoint, without DNS."},
		signingDuration:         {"client.call.auth.signing_duration", "Duration of signing a request."},
		deserializationDuration: {"client.call.deserialization_duration", "Duration of reading and decoding the response."},
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

// start starts the span of the whole call. The function it returns ends it.
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

// describe sets the outcome of a call on its span.
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

// clock starts a measurement. The function it returns records its duration.
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
