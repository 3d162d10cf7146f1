package lightsail_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// hooks notes the interceptors that were called, and what they were given.
type hooks struct{ seen []string }

func (h *hooks) note(name string, in *smithyhttp.InterceptorContext) error {
	has := ""
	for _, field := range []struct {
		name string
		set  bool
	}{{"I", in.Input != nil}, {"O", in.Output != nil}, {"Q", in.Request != nil}, {"S", in.Response != nil}} {
		if field.set {
			has += field.name
		}
	}
	h.seen = append(h.seen, name+" "+has)
	return nil
}

func (h *hooks) BeforeExecution(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeExecution", in)
}
func (h *hooks) BeforeSerialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeSerialization", in)
}
func (h *hooks) AfterSerialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterSerialization", in)
}
func (h *hooks) BeforeRetryLoop(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeRetryLoop", in)
}
func (h *hooks) BeforeAttempt(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeAttempt", in)
}
func (h *hooks) BeforeSigning(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeSigning", in)
}
func (h *hooks) AfterSigning(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterSigning", in)
}
func (h *hooks) BeforeTransmit(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeTransmit", in)
}
func (h *hooks) AfterTransmit(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterTransmit", in)
}
func (h *hooks) BeforeDeserialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("BeforeDeserialization", in)
}
func (h *hooks) AfterDeserialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterDeserialization", in)
}
func (h *hooks) AfterAttempt(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterAttempt", in)
}
func (h *hooks) AfterExecution(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return h.note("AfterExecution", in)
}

func (h *hooks) registry() (r smithyhttp.InterceptorRegistry) {
	r.AddBeforeExecution(h)
	r.AddBeforeSerialization(h)
	r.AddAfterSerialization(h)
	r.AddBeforeRetryLoop(h)
	r.AddBeforeAttempt(h)
	r.AddBeforeSigning(h)
	r.AddAfterSigning(h)
	r.AddBeforeTransmit(h)
	r.AddAfterTransmit(h)
	r.AddBeforeDeserialization(h)
	r.AddAfterDeserialization(h)
	r.AddAfterAttempt(h)
	r.AddAfterExecution(h)
	return r
}

func TestInterceptors(t *testing.T) {
	attempt := []string{
		"BeforeAttempt IQ", "BeforeSigning IQ", "AfterSigning IQ", "BeforeTransmit IQ",
		"AfterTransmit IQS", "BeforeDeserialization IQS", "AfterDeserialization IOQS", "AfterAttempt IOQS",
	}
	before := []string{"BeforeExecution I", "BeforeSerialization I", "AfterSerialization IQ", "BeforeRetryLoop IQ"}
	// From the second attempt on, output and response of the one before are
	// still there, as with the official client.
	again := slices.Clone(attempt)
	for i := range again[:4] {
		again[i] = strings.Replace(again[i], "IQ", "IOQS", 1)
	}
	for i := range again[4:6] {
		again[4+i] = strings.Replace(again[4+i], "IQS", "IOQS", 1)
	}
	want := slices.Concat(before, attempt, again, []string{"AfterExecution IOQS"})

	for name, install := range map[string]func(*hooks) *lightsail.Client{
		"client": func(h *hooks) *lightsail.Client {
			http, _ := answers(say(503, ""), say(200, "{}"))
			return newClient(http, quick, func(o *lightsail.Options) { o.Interceptors = h.registry() })
		},
		"config": func(h *hooks) *lightsail.Client {
			http, _ := answers(say(503, ""), say(200, "{}"))
			return lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: keys, HTTPClient: http, Interceptors: h.registry()}, quick)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := new(hooks)
			if _, err := install(h).GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, h.seen); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	http, _ := answers(say(503, ""), say(200, "{}"))
	recorder := new(recorder)
	client := newClient(http, quick, func(o *lightsail.Options) { o.TracerProvider = recorder })
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	attempt := []string{"Attempt", "ResolveAuthScheme", "GetIdentity", "ResolveEndpoint", "ComputePayloadSHA256", "SignRequest", "DoHTTPRequest", "OperationDeserializer"}
	want := slices.Concat([]string{"github.com/aws/aws-sdk-go-v2/service/lightsail: Lightsail.GetBuckets", "OperationSerializer", "RetryLoop"}, attempt, attempt)
	if diff := cmp.Diff(want, recorder.names); diff != "" {
		t.Error(diff)
	}
	for s := range recorder.open {
		t.Errorf("span %s was left open", s.name)
	}
	properties := map[string]any{
		"rpc.system": "aws-api", "rpc.method": "GetBuckets", "rpc.service": "Lightsail", "error": false,
		"client.call.resolved_endpoint": "https://lightsail.us-east-1.amazonaws.com", "auth.scheme_id": "aws.auth#sigv4",
		"aws.request_id": "7a1e-request",
	}
	for name, value := range properties {
		if got := recorder.properties[name]; got != value {
			t.Errorf("%s: %v, want %v", name, got, value)
		}
	}
}

// A call from within a traced call of another service adds no spans to it, unless
// this client is traced, too.
func TestTracerOfCaller(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, _ := answers(say(200, "{}"))
		outer := new(recorder)
		ctx := tracing.WithOperationTracer(context.Background(), outer.Tracer("S3"))
		if _, err := newClient(http, way).GetBuckets(ctx, nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"S3: "}, outer.names); diff != "" {
			t.Error(diff)
		}
	})
}

// recorder is a tracer, its provider and all of its spans.
type recorder struct {
	names      []string
	open       map[*span]bool
	properties map[any]any
}

func (r *recorder) Tracer(scope string, _ ...tracing.TracerOption) tracing.Tracer {
	r.names = append(r.names, scope+": ")
	r.properties, r.open = map[any]any{}, map[*span]bool{}
	return r
}

func (r *recorder) StartSpan(ctx context.Context, name string, optFns ...tracing.SpanOption) (context.Context, tracing.Span) {
	var options tracing.SpanOptions
	for _, fn := range optFns {
		fn(&options)
	}
	for key, value := range options.Properties.Values() {
		r.properties[key] = value
	}
	if n := len(r.names); strings.HasSuffix(r.names[n-1], ": ") {
		r.names[n-1] += name
	} else {
		r.names = append(r.names, name)
	}
	s := &span{r, name}
	r.open[s] = true
	return tracing.WithSpan(ctx, s), s
}

type span struct {
	*recorder
	name string
}

func (s *span) Name() string                            { return s.name }
func (s *span) Context() (c tracing.SpanContext)        { return c }
func (s *span) AddEvent(string, ...tracing.EventOption) {}
func (s *span) SetStatus(tracing.SpanStatus)            {}
func (s *span) SetProperty(k, v any)                    { s.properties[k] = v }
func (s *span) End()                                    { delete(s.open, s) }

func TestMetrics(t *testing.T) {
	http, _ := answers(say(503, ""), say(200, "{}"))
	meter := &meter{counts: map[string]int{}}
	client := newClient(http, quick, func(o *lightsail.Options) { o.MeterProvider = meter })
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{
		"client.call.duration":                       1,
		"client.call.serialization_duration":         1,
		"client.call.auth.resolve_identity_duration": 2,
		"client.call.resolve_endpoint_duration":      2,
		"client.call.auth.signing_duration":          2,
		"client.call.deserialization_duration":       2,
		"client.call.attempts":                       2,
		"client.call.errors":                         1,
		"client.call.attempt_duration":               2,
		"client.http.do_request_duration":            2,
	}
	if diff := cmp.Diff(want, meter.counts); diff != "" {
		t.Error(diff)
	}
}

// meter counts what is recorded, by name.
type meter struct {
	metrics.NopMeter
	mu     sync.Mutex
	counts map[string]int
}

func (m *meter) Meter(string, ...metrics.MeterOption) metrics.Meter { return m }

func (m *meter) Float64Histogram(name string, _ ...metrics.InstrumentOption) (metrics.Float64Histogram, error) {
	return instrument{m, name}, nil
}

func (m *meter) Int64Counter(name string, _ ...metrics.InstrumentOption) (metrics.Int64Counter, error) {
	return counter{instrument{m, name}}, nil
}

type instrument struct {
	*meter
	name string
}

func (i instrument) Record(_ context.Context, _ float64, optFns ...metrics.RecordMetricOption) {
	i.count()
}

func (i instrument) count() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.counts[i.name]++
}

type counter struct{ instrument }

func (c counter) Add(context.Context, int64, ...metrics.RecordMetricOption) { c.count() }

func TestLogModes(t *testing.T) {
	for mode, want := range map[aws.ClientLogMode][]string{
		aws.LogRetries:          {"retrying request Lightsail/GetBuckets, attempt 2"},
		aws.LogSigning:          {"CANONICAL STRING", "STRING TO SIGN"},
		aws.LogRequest:          {"Request\nPOST / HTTP/1.1", "X-Amz-Target: Lightsail_20161128.GetBuckets"},
		aws.LogRequestWithBody:  {"Request\nPOST / HTTP/1.1", `{"pageToken":"2"}`},
		aws.LogResponse:         {"Response\nHTTP/1.1 200 OK", "X-Amzn-Requestid: 7a1e-request"},
		aws.LogResponseWithBody: {"Response\nHTTP/1.1 200 OK", `{"nextPageToken":"3"}`},
	} {
		var log strings.Builder
		logger := logging.LoggerFunc(func(_ logging.Classification, format string, v ...any) { fmt.Fprintf(&log, format+"\n", v...) })
		http, _ := answers(say(503, ""), say(200, `{"nextPageToken":"3"}`))
		client := newClient(http, quick)
		for _, on := range []aws.ClientLogMode{0, mode} {
			log.Reset()
			_, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{PageToken: aws.String("2")}, func(o *lightsail.Options) {
				o.Logger, o.ClientLogMode = logger, on
				o.HTTPClient, _ = answers(say(503, ""), say(200, `{"nextPageToken":"3"}`))
			})
			if err != nil {
				t.Fatal(err)
			}
			if on == 0 && log.Len() > 0 {
				t.Errorf("logged without a mode: %s", log.String())
			}
		}
		for _, text := range want {
			if !strings.Contains(strings.ReplaceAll(log.String(), "\r", ""), text) {
				t.Errorf("mode %d did not log %q:\n%s", mode, text, log.String())
			}
		}
	}
}
