package instrument_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/newrelic/go-agent/v3/newrelic"
)

func TestNewRelic(t *testing.T) {
	compareClients(t, func(t *testing.T) []instrumentation { return []instrumentation{newNewRelic(t)} }, func(t *testing.T, s scenario, o observation) {
		segments := o.Spans[0]
		if len(segments) != s.attempts {
			t.Fatalf("got %d segments, want %d: %v", len(segments), s.attempts, segments)
		}
		for _, segment := range segments {
			segment.assertAttributes(t, span{
				"name": "External/lightsail.us-east-1.amazonaws.com/http/POST", "parentId": "<root>", "traceId": "<trace>",
				"http.method": "POST", "http.url": "https://lightsail.us-east-1.amazonaws.com/",
				"aws.service": "Lightsail", "aws.operation": "GetBuckets", "aws.region": "us-east-1",
			})
		}
		if s.attempts == 1 {
			segments[0].assertAttributes(t, span{"aws.requestId": s.requestID(), "http.statusCode": float64(s.status)})
		}
		for i, r := range o.Sent {
			if got := r.Header["Traceparent"]; got != "00-<trace>-<segment>-01" || slices.Contains(r.Signed, "traceparent") {
				t.Errorf("attempt %d: got Traceparent %q and signed headers %s", i+1, got, r.Signed)
			}
		}
	})
}

// newRelic is New Relic's agent with an in-memory collector.
type newRelic struct {
	collector *collector
	app       *newrelic.Application
	txn       *newrelic.Transaction
	root      newrelic.TraceMetadata
}

func newNewRelic(t *testing.T) instrumentation {
	n := &newRelic{collector: &collector{}}
	app, err := newrelic.NewApplication(
		newrelic.ConfigAppName("test"),
		newrelic.ConfigLicense(strings.Repeat("0", 40)),
		newrelic.ConfigModuleDependencyMetricsEnabled(false),
		func(cfg *newrelic.Config) {
			cfg.Transport = n.collector
			cfg.Utilization.DetectAWS = false
			cfg.Utilization.DetectAzure = false
			cfg.Utilization.DetectDocker = false
			cfg.Utilization.DetectGCP = false
			cfg.Utilization.DetectKubernetes = false
			cfg.Utilization.DetectPCF = false
			cfg.RuntimeSampler.Enabled = false
		})
	if err != nil {
		t.Fatal(err)
	}
	if err := app.WaitForConnection(time.Minute); err != nil {
		t.Fatal(err)
	}
	n.app = app
	t.Cleanup(func() { app.Shutdown(time.Minute) })
	return n
}

// install replaces nrawssdk-v2, of which no version is in the checksum database. It
// reads the same values from the middleware stack. The agent, its segments and its
// headers are the published ones.
func (*newRelic) install(cfg *aws.Config) {
	cfg.APIOptions = append(cfg.APIOptions, func(s *middleware.Stack) error {
		return s.Deserialize.Add(middleware.DeserializeMiddlewareFunc("NewRelic", newRelicSegment), middleware.Before)
	})
}

func newRelicSegment(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, metadata middleware.Metadata, err error,
) {
	segment := newrelic.StartExternalSegment(newrelic.FromContext(ctx), in.Request.(*smithyhttp.Request).Request)
	defer segment.End()
	segment.AddAttribute("aws.service", awsmiddleware.GetServiceID(ctx))
	segment.AddAttribute("aws.operation", awsmiddleware.GetOperationName(ctx))
	segment.AddAttribute("aws.region", awsmiddleware.GetRegion(ctx))
	out, metadata, err = next.HandleDeserialize(ctx, in)
	if resp, ok := out.RawResponse.(*smithyhttp.Response); ok {
		segment.Response = resp.Response
		segment.AddAttribute("http.statusCode", strconv.Itoa(resp.StatusCode))
	}
	if id, ok := awsmiddleware.GetRequestIDMetadata(metadata); ok {
		segment.AddAttribute("aws.requestId", id)
	}
	return out, metadata, err
}

func (n *newRelic) begin(ctx context.Context) (context.Context, func()) {
	n.txn = n.app.StartTransaction("root")
	n.root = n.txn.GetTraceMetadata()
	return newrelic.NewContext(ctx, n.txn), n.txn.End
}

// recorded shuts the agent down, which makes it report.
func (n *newRelic) recorded(*testing.T) (spans []span, ids map[string]string) {
	n.app.Shutdown(time.Minute)
	ids = map[string]string{n.root.TraceID: "<trace>", n.root.SpanID: "<root>"}
	n.collector.Lock()
	defer n.collector.Unlock()
	for _, s := range n.collector.spans {
		if s["category"] != "http" {
			continue
		}
		ids[s["guid"].(string)] = "<segment>"
		for _, name := range []string{"transactionId", "duration", "priority", "timestamp"} {
			delete(s, name)
		}
		spans = append(spans, s)
	}
	// The agent reports spans in no particular order.
	slices.SortFunc(spans, func(a, b span) int {
		return strings.Compare(fmt.Sprint(a["aws.requestId"]), fmt.Sprint(b["aws.requestId"]))
	})
	return spans, ids
}

// A collector responds to the agent and keeps its span events.
type collector struct {
	sync.Mutex
	spans []span
}

func (c *collector) RoundTrip(r *http.Request) (*http.Response, error) {
	reply := "null"
	switch r.URL.Query().Get("method") {
	case "preconnect":
		reply = `{"redirect_host":"collector.invalid"}`
	case "connect":
		reply = `{"agent_run_id":"1","account_id":"1","trusted_account_key":"1","primary_application_id":"1","sampling_target":1000,"collect_span_events":true}`
	case "span_event_data":
		if err := c.keep(r.Body); err != nil {
			return nil, err
		}
	}
	return &http.Response{
		StatusCode: 200, Header: http.Header{},
		Body: io.NopCloser(strings.NewReader(`{"return_value":` + reply + `}`)),
	}, nil
}

func (c *collector) keep(body io.Reader) error {
	text, err := gzip.NewReader(body)
	if err != nil {
		return err
	}
	var payload []json.RawMessage // run ID, reservoir, events
	if err := json.NewDecoder(text).Decode(&payload); err != nil {
		return err
	}
	var events [][]span // three maps each: intrinsic, user and agent attributes
	if err := json.Unmarshal(payload[2], &events); err != nil {
		return err
	}
	c.Lock()
	defer c.Unlock()
	for _, event := range events {
		all := span{}
		for _, attributes := range event {
			maps.Copy(all, attributes)
		}
		c.spans = append(c.spans, all)
	}
	return nil
}
