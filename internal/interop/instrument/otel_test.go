package instrument_test

import (
	"context"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"go.opentelemetry.io/contrib/instrumentation/github.com/aws/aws-sdk-go-v2/otelaws"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

func TestOpenTelemetry(t *testing.T) {
	compareClients(t, func(*testing.T) []instrumentation { return []instrumentation{newOTel()} }, func(t *testing.T, s scenario, o observation) {
		if s.invalidInput {
			return // input validation precedes the module
		}
		status := "Unset"
		if s.failure != "" {
			status = "Error"
		}
		single(t, o.Spans[0]).assertAttributes(t, span{
			"name": "Lightsail.GetBuckets", "kind": "client", "of the root": true,
			"rpc.method": "Lightsail/GetBuckets", "aws.region": "us-east-1",
			"http.response.status_code": s.ifSent(int64(s.status)), "aws.request_id": s.requestID(), "status": status,
		})
		for i, r := range o.Sent {
			if got := r.Header["Traceparent"]; got != "00-<trace>-<span>-01" || slices.Contains(r.Signed, "traceparent") {
				t.Errorf("attempt %d: got Traceparent %q and signed headers %s", i+1, got, r.Signed)
			}
		}
	})
}

// otel is otelaws with the in-memory exporter of the OpenTelemetry SDK.
type otel struct {
	exporter *tracetest.InMemoryExporter
	provider *trace.TracerProvider
}

func newOTel() instrumentation {
	exporter := tracetest.NewInMemoryExporter()
	return &otel{exporter, trace.NewTracerProvider(trace.WithSyncer(exporter))}
}

func (o *otel) install(cfg *aws.Config) {
	otelaws.AppendMiddlewares(&cfg.APIOptions, otelaws.WithTracerProvider(o.provider), otelaws.WithTextMapPropagator(propagation.TraceContext{}))
}

func (o *otel) begin(ctx context.Context) (context.Context, func()) {
	ctx, root := o.provider.Tracer("test").Start(ctx, "root")
	return ctx, func() { root.End() }
}

func (o *otel) recorded(*testing.T) (spans []span, ids map[string]string) {
	all := o.exporter.GetSpans()
	root := all[len(all)-1]
	ids = map[string]string{root.SpanContext.TraceID().String(): "<trace>"}
	for _, s := range all[:len(all)-1] {
		recorded := span{
			"name": s.Name, "kind": s.SpanKind.String(), "status": s.Status.Code.String(), "description": s.Status.Description,
			"scope": s.InstrumentationScope.Name, "events": len(s.Events), "of the root": s.Parent.SpanID() == root.SpanContext.SpanID(),
		}
		for _, a := range s.Attributes {
			recorded[string(a.Key)] = a.Value.AsInterface()
		}
		spans = append(spans, recorded)
		ids[s.SpanContext.SpanID().String()] = "<span>"
	}
	return spans, ids
}
