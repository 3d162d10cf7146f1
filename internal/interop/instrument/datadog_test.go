package instrument_test

import (
	"context"
	"testing"

	awstrace "github.com/DataDog/dd-trace-go/contrib/aws/aws-sdk-go-v2/v2/aws"
	"github.com/DataDog/dd-trace-go/v2/ddtrace/mocktracer"
	"github.com/DataDog/dd-trace-go/v2/ddtrace/tracer"
	"github.com/aws/aws-sdk-go-v2/aws"
)

func TestDatadog(t *testing.T) {
	compareClients(t, func(*testing.T) []instrumentation { return []instrumentation{newDatadog()} }, func(t *testing.T, s scenario, o observation) {
		if s.invalidInput {
			return // input validation precedes the module
		}
		got := single(t, o.Spans[0])
		got.assertAttributes(t, span{
			"name": "Lightsail.request", "resource.name": "Lightsail.GetBuckets", "service.name": "aws.Lightsail", "of the root": true,
			"aws.operation": "GetBuckets", "aws.region": "us-east-1", "aws.request_id": s.requestID(),
			"http.method": s.ifSent("POST"), "http.url": s.ifSent("https://lightsail.us-east-1.amazonaws.com/"), "http.status_code": s.ifSent(float64(s.status)),
		})
		for _, r := range o.Sent {
			if agent := got["aws.agent"]; agent != r.Header["User-Agent"] {
				t.Errorf("aws.agent: got %v, want the User-Agent header %s", agent, r.Header["User-Agent"])
			}
		}
	})
}

// datadog is dd-trace-go with its mock tracer, which keeps spans in memory.
type datadog struct {
	tracer mocktracer.Tracer
	root   *tracer.Span
}

func newDatadog() instrumentation { return &datadog{tracer: mocktracer.Start()} }

func (*datadog) install(cfg *aws.Config) { awstrace.AppendMiddleware(cfg) }

func (d *datadog) begin(ctx context.Context) (context.Context, func()) {
	d.root, ctx = tracer.StartSpanFromContext(ctx, "root")
	return ctx, func() { d.root.Finish() }
}

func (d *datadog) recorded(t *testing.T) (spans []span, ids map[string]string) {
	defer d.tracer.Stop() // only one tracer can be active
	for _, s := range d.tracer.OpenSpans() {
		t.Errorf("span %s was not finished", s)
	}
	for _, s := range d.tracer.FinishedSpans() {
		if s.OperationName() == "root" {
			continue
		}
		recorded := span(s.Tags())
		delete(recorded, "error.stack")
		recorded["name"] = s.OperationName()
		recorded["of the root"] = s.ParentID() == d.root.Context().SpanID()
		spans = append(spans, recorded)
	}
	return spans, nil
}
