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
	alike(t, func(*testing.T) []watcher { return []watcher{newDatadog()} }, func(t *testing.T, s scenario, seen observation) {
		if s.invalid {
			return // what validates comes first
		}
		got := only(t, seen.Spans[0])
		got.has(t, span{
			"name": "Lightsail.request", "resource.name": "Lightsail.GetBuckets", "service.name": "aws.Lightsail", "of the root": true,
			"aws.operation": "GetBuckets", "aws.region": "us-east-1", "aws.request_id": s.requestID(),
			"http.method": s.sent("POST"), "http.url": s.sent("https://lightsail.us-east-1.amazonaws.com/"), "http.status_code": s.sent(float64(s.status)),
		})
		for _, r := range seen.Sent {
			if agent := got["aws.agent"]; agent != r.Header["User-Agent"] {
				t.Errorf("aws.agent: %v, sent %s", agent, r.Header["User-Agent"])
			}
		}
	})
}

// datadog is dd-trace-go, with its tracer that keeps spans in memory.
type datadog struct {
	tracer mocktracer.Tracer
	root   *tracer.Span
}

func newDatadog() watcher { return &datadog{tracer: mocktracer.Start()} }

func (*datadog) install(cfg *aws.Config) { awstrace.AppendMiddleware(cfg) }

func (d *datadog) begin(ctx context.Context) (context.Context, func()) {
	d.root, ctx = tracer.StartSpanFromContext(ctx, "root")
	return ctx, func() { d.root.Finish() }
}

func (d *datadog) seen(t *testing.T) (spans []span, ids map[string]string) {
	defer d.tracer.Stop() // the next one can't begin before
	for _, s := range d.tracer.OpenSpans() {
		t.Errorf("%s was left open", s)
	}
	for _, s := range d.tracer.FinishedSpans() {
		if s.OperationName() == "root" {
			continue
		}
		seen := span(s.Tags())
		delete(seen, "error.stack")
		seen["name"] = s.OperationName()
		seen["of the root"] = s.ParentID() == d.root.Context().SpanID()
		spans = append(spans, seen)
	}
	return spans, nil
}
