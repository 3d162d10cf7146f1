package interop_test

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// TestTelemetryOfOperations checks that both clients create the same spans and
// measurements for every operation.
func TestTelemetryOfOperations(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		recorded := assertSameTelemetry(t, settings{responders: []responder{delayed(respond(200, "{}"))}}, op, completeInput(op))
		if want := "Lightsail." + op; recorded.Spans[0].Name != want {
			t.Errorf("first span: got %q, want %q", recorded.Spans[0].Name, want)
		}
	})
}

// TestTelemetryOfOutcomes checks that both clients create the same spans and
// measurements for successful, retried and failed calls.
func TestTelemetryOfOutcomes(t *testing.T) {
	const notFound = `{"__type":"NotFoundException","message":"no such bucket","code":"NotFound"}`
	throttled := respond(400, `{"__type":"ThrottlingException"}`)
	for name, test := range map[string]struct {
		settings
		op       string
		input    any
		attempts int
	}{
		"success":             {settings{responders: []responder{delayed(success)}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"modelled error":      {settings{responders: []responder{delayed(respond(404, notFound))}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"other error":         {settings{responders: []responder{delayed(respond(403, `{"__type":"ExpiredTokenException"}`))}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"throttled once":      {settings{responders: []responder{delayed(throttled), delayed(success)}}, "GetBuckets", completeInput("GetBuckets"), 2},
		"always throttled":    {settings{responders: []responder{throttled}}, "CreateBucket", completeInput("CreateBucket"), 3},
		"connection refused":  {settings{responders: []responder{delayed(fail(errors.New("connection refused")))}}, "GetBuckets", completeInput("GetBuckets"), 3},
		"connection closed":   {settings{responders: []responder{fail(io.EOF), delayed(success)}}, "GetBuckets", completeInput("GetBuckets"), 2},
		"body is not JSON":    {settings{responders: []responder{respond(200, "<html>")}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"canceled":            {settings{responders: []responder{delayed(delayed(success))}, context: canceledAfterSecond}, "GetBuckets", completeInput("GetBuckets"), 1},
		"rejected input":      {settings{ours: func(o *lightsail.Options) { o.DisableParamValidation = false }}, "CreateBucket", &lightsail.CreateBucketInput{}, 0},
		"no credentials":      {settings{options: map[string]any{"Credentials": aws.AnonymousCredentials{}}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"failing credentials": {settings{options: map[string]any{"Credentials": provider{err: errors.New("expired")}}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"failing endpoint":    {settings{options: map[string]any{"EndpointResolverV2": resolveFunc(failingResolver)}}, "GetBuckets", completeInput("GetBuckets"), 1},
		"four calls":          {settings{calls: 4}, "GetBuckets", completeInput("GetBuckets"), 4},
	} {
		t.Run(name, func(t *testing.T) {
			recorded := assertSameTelemetry(t, test.settings, test.op, test.input)
			attempts := 0
			for _, s := range recorded.Spans {
				if s.Name == "Attempt" {
					attempts++
				}
			}
			if attempts != test.attempts {
				t.Errorf("got %d attempts, want %d", attempts, test.attempts)
			}
		})
	}
}

func failingResolver(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	return smithyendpoints.Endpoint{}, errors.New("no endpoint")
}

// TestTelemetryOverSockets checks the measurements that exist only for calls over
// sockets, such as the time to get a connection.
func TestTelemetryOverSockets(t *testing.T) {
	server := lightsailtest.NewServer(t)
	ours, reference := new(telemetry), new(telemetry)
	ourClient := lightsail.NewFromConfig(server.Config(), func(o *lightsail.Options) {
		o.TracerProvider, o.MeterProvider = tracerProvider{ours}, meterProvider{ours}
	})
	if _, err := ourClient.GetBundles(t.Context(), nil); err != nil {
		t.Error(err)
	}
	officialClient := official.NewFromConfig(server.Config(), func(o *official.Options) {
		o.TracerProvider, o.MeterProvider = tracerProvider{reference}, meterProvider{reference}
	})
	if _, err := officialClient.GetBundles(t.Context(), nil); err != nil {
		t.Error(err)
	}
	got, want := withoutTimes(ours), withoutTimes(reference)
	if diff := cmp.Diff(want, got, telemetryOptions); diff != "" {
		t.Errorf("official (-), ours (+):\n%s", diff)
	}
	if !strings.Contains(strings.Join(want.Metrics, "\n"), "client.http.connections.acquire_duration") {
		t.Errorf("no connection was measured: %q", want.Metrics)
	}
}

// withoutTimes returns recorded without durations and request IDs. It also removes the
// measurement of the returned connection, which can happen after the call.
func withoutTimes(recorded *telemetry) *telemetry {
	recorded.Lock()
	defer recorded.Unlock()
	for _, s := range recorded.Spans {
		s.Duration = 0
		if _, ok := s.Properties["aws.request_id"]; ok {
			s.Properties["aws.request_id"] = "an ID"
		}
	}
	duration := regexp.MustCompile(`\[s\] [0-9.e-]+`)
	var kept []string
	for _, m := range recorded.Metrics {
		if !strings.Contains(m, "client.http.connections.usage [{connection}] -1") {
			kept = append(kept, duration.ReplaceAllString(m, "[s]"))
		}
	}
	slices.Sort(kept)
	return &telemetry{Spans: recorded.Spans, Metrics: kept}
}

// TestTelemetryOfInvalidOptions checks that our client reports invalid options before
// it retrieves credentials. The official client retrieves them first.
func TestTelemetryOfInvalidOptions(t *testing.T) {
	ours, reference := recordTelemetry(t, settings{options: map[string]any{
		"BaseEndpoint": aws.String("https://example.com"), "EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled,
	}}, "GetBuckets", completeInput("GetBuckets"))
	n, m := len(reference.Spans), len(reference.Metrics)
	reference.Spans = slices.DeleteFunc(reference.Spans, func(s *span) bool { return s.Name == "GetIdentity" || s.Name == "ResolveEndpoint" })
	reference.Metrics = slices.DeleteFunc(reference.Metrics, func(m string) bool {
		return strings.Contains(m, "resolve_identity_duration") || strings.Contains(m, "resolve_endpoint_duration")
	})
	if len(reference.Spans) != n-2 || len(reference.Metrics) != m-2 {
		t.Error("the official client behaves like ours")
	}
	compareTelemetry(t, ours, reference)
}

// assertSameTelemetry calls op with both clients and compares their telemetry. It
// returns the telemetry of our client on the direct path.
func assertSameTelemetry(t *testing.T, s settings, op string, input any) *telemetry {
	t.Helper()
	ours, reference := recordTelemetry(t, s, op, input)
	compareTelemetry(t, ours, reference)
	return ours[0]
}

// compareTelemetry compares the telemetry of each run of our client with that of the
// official client. The number of calls of End may differ: some steps of the official
// client end a span twice, and only the first call has an effect.
func compareTelemetry(t *testing.T, ours []*telemetry, reference *telemetry) {
	t.Helper()
	for _, recorded := range ours {
		if diff := cmp.Diff(reference, recorded, telemetryOptions); diff != "" {
			t.Errorf("official (-), ours (+):\n%s", diff)
			continue
		}
		for i, s := range recorded.Spans {
			if s.ends < 1 || s.ends > reference.Spans[i].ends {
				t.Errorf("span %s: End was called %d times", s.Path, s.ends)
			}
		}
	}
}

// recordTelemetry calls op with both clients, which have a recording tracer and meter.
// Our client has one result for each run of exchanges.
func recordTelemetry(t *testing.T, s settings, op string, input any) (ours []*telemetry, reference *telemetry) {
	t.Helper()
	s.config = fixedBackoff
	set := s.ours
	s.ours = func(o *lightsail.Options) {
		if set != nil {
			set(o)
		}
		recorded := new(telemetry)
		ours = append(ours, recorded)
		o.TracerProvider, o.MeterProvider = tracerProvider{recorded}, meterProvider{recorded}
	}
	s.official = func(o *official.Options) {
		reference = new(telemetry)
		o.TracerProvider, o.MeterProvider = tracerProvider{reference}, meterProvider{reference}
	}
	got, want := exchanges(t, s, op, input)
	assertSame(t, got, want)
	for _, recorded := range append(ours, reference) {
		slices.Sort(recorded.Metrics)
	}
	return ours, reference
}
