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

// interceptorLog records the calls of interceptors and the fields of their context that
// are set: I for Input, O for Output, Q for Request, S for Response.
type interceptorLog struct{ calls []string }

func (l *interceptorLog) record(name string, in *smithyhttp.InterceptorContext) error {
	set := ""
	for _, field := range []struct {
		name string
		set  bool
	}{{"I", in.Input != nil}, {"O", in.Output != nil}, {"Q", in.Request != nil}, {"S", in.Response != nil}} {
		if field.set {
			set += field.name
		}
	}
	l.calls = append(l.calls, name+" "+set)
	return nil
}

func (l *interceptorLog) BeforeExecution(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeExecution", in)
}
func (l *interceptorLog) BeforeSerialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeSerialization", in)
}
func (l *interceptorLog) AfterSerialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterSerialization", in)
}
func (l *interceptorLog) BeforeRetryLoop(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeRetryLoop", in)
}
func (l *interceptorLog) BeforeAttempt(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeAttempt", in)
}
func (l *interceptorLog) BeforeSigning(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeSigning", in)
}
func (l *interceptorLog) AfterSigning(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterSigning", in)
}
func (l *interceptorLog) BeforeTransmit(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeTransmit", in)
}
func (l *interceptorLog) AfterTransmit(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterTransmit", in)
}
func (l *interceptorLog) BeforeDeserialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("BeforeDeserialization", in)
}
func (l *interceptorLog) AfterDeserialization(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterDeserialization", in)
}
func (l *interceptorLog) AfterAttempt(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterAttempt", in)
}
func (l *interceptorLog) AfterExecution(_ context.Context, in *smithyhttp.InterceptorContext) error {
	return l.record("AfterExecution", in)
}

func (l *interceptorLog) registry() (r smithyhttp.InterceptorRegistry) {
	r.AddBeforeExecution(l)
	r.AddBeforeSerialization(l)
	r.AddAfterSerialization(l)
	r.AddBeforeRetryLoop(l)
	r.AddBeforeAttempt(l)
	r.AddBeforeSigning(l)
	r.AddAfterSigning(l)
	r.AddBeforeTransmit(l)
	r.AddAfterTransmit(l)
	r.AddBeforeDeserialization(l)
	r.AddAfterDeserialization(l)
	r.AddAfterAttempt(l)
	r.AddAfterExecution(l)
	return r
}

func TestInterceptors(t *testing.T) {
	t.Parallel()
	attempt := []string{
		"BeforeAttempt IQ", "BeforeSigning IQ", "AfterSigning IQ", "BeforeTransmit IQ",
		"AfterTransmit IQS", "BeforeDeserialization IQS", "AfterDeserialization IOQS", "AfterAttempt IOQS",
	}
	before := []string{"BeforeExecution I", "BeforeSerialization I", "AfterSerialization IQ", "BeforeRetryLoop IQ"}
	// After the first attempt, the context still has its output and response, as with
	// the official client.
	secondAttempt := slices.Clone(attempt)
	for i := range secondAttempt[:4] {
		secondAttempt[i] = strings.Replace(secondAttempt[i], "IQ", "IOQS", 1)
	}
	for i := range secondAttempt[4:6] {
		secondAttempt[4+i] = strings.Replace(secondAttempt[4+i], "IQS", "IOQS", 1)
	}
	want := slices.Concat(before, attempt, secondAttempt, []string{"AfterExecution IOQS"})

	for name, install := range map[string]func(*interceptorLog) *lightsail.Client{
		"client": func(l *interceptorLog) *lightsail.Client {
			do, _ := sequence(response(503, ""), response(200, "{}"))
			return newClient(do, noRetryDelay, func(o *lightsail.Options) { o.Interceptors = l.registry() })
		},
		"config": func(l *interceptorLog) *lightsail.Client {
			do, _ := sequence(response(503, ""), response(200, "{}"))
			return lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: testCredentials, HTTPClient: do, Interceptors: l.registry()}, noRetryDelay)
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := new(interceptorLog)
			if _, err := install(l).GetBuckets(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, l.calls); diff != "" {
				t.Errorf("interceptors (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(503, ""), response(200, "{}"))
	spans := new(spanRecorder)
	client := newClient(do, noRetryDelay, func(o *lightsail.Options) { o.TracerProvider = spans })
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	attempt := []string{"Attempt", "ResolveAuthScheme", "GetIdentity", "ResolveEndpoint", "ComputePayloadSHA256", "SignRequest", "DoHTTPRequest", "OperationDeserializer"}
	want := slices.Concat([]string{"github.com/aws/aws-sdk-go-v2/service/lightsail: Lightsail.GetBuckets", "OperationSerializer", "RetryLoop"}, attempt, attempt)
	if diff := cmp.Diff(want, spans.names); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	for s := range spans.open {
		t.Errorf("span %s: got no End, want one", s.name)
	}
	properties := map[string]any{
		"rpc.system": "aws-api", "rpc.method": "GetBuckets", "rpc.service": "Lightsail", "error": false,
		"client.call.resolved_endpoint": "https://lightsail.us-east-1.amazonaws.com", "auth.scheme_id": "aws.auth#sigv4",
		"aws.request_id": "7a1e-request",
	}
	for name, value := range properties {
		if got := spans.properties[name]; got != value {
			t.Errorf("span property %s: got %v, want %v", name, got, value)
		}
	}
}

// TestTracerInCallerContext checks that a client without a tracer adds no spans to the
// call of another service whose context it is given.
func TestTracerInCallerContext(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, _ := sequence(response(200, "{}"))
		outer := new(spanRecorder)
		ctx := tracing.WithOperationTracer(context.Background(), outer.Tracer("S3"))
		if _, err := newClient(do, path).GetBuckets(ctx, nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"S3: "}, outer.names); diff != "" {
			t.Errorf("spans of the caller (-want +got):\n%s", diff)
		}
	})
}

// spanRecorder is a tracer provider and its tracer. It records the spans.
type spanRecorder struct {
	names      []string
	open       map[*span]bool
	properties map[any]any
}

func (r *spanRecorder) Tracer(scope string, _ ...tracing.TracerOption) tracing.Tracer {
	r.names = append(r.names, scope+": ")
	r.properties, r.open = map[any]any{}, map[*span]bool{}
	return r
}

func (r *spanRecorder) StartSpan(ctx context.Context, name string, optFns ...tracing.SpanOption) (context.Context, tracing.Span) {
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
	*spanRecorder
	name string
}

func (s *span) Name() string                            { return s.name }
func (s *span) Context() (c tracing.SpanContext)        { return c }
func (s *span) AddEvent(string, ...tracing.EventOption) {}
func (s *span) SetStatus(tracing.SpanStatus)            {}
func (s *span) SetProperty(k, v any)                    { s.properties[k] = v }
func (s *span) End()                                    { delete(s.open, s) }

func TestMetrics(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(503, ""), response(200, "{}"))
	meter := &meter{counts: map[string]int{}}
	client := newClient(do, noRetryDelay, func(o *lightsail.Options) { o.MeterProvider = meter })
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
		t.Errorf("recorded values by metric (-want +got):\n%s", diff)
	}
}

// meter counts recorded values by metric name.
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
	t.Parallel()
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
		do, _ := sequence(response(503, ""), response(200, `{"nextPageToken":"3"}`))
		client := newClient(do, noRetryDelay)
		for _, on := range []aws.ClientLogMode{0, mode} {
			log.Reset()
			_, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{PageToken: aws.String("2")}, func(o *lightsail.Options) {
				o.Logger, o.ClientLogMode = logger, on
				o.HTTPClient, _ = sequence(response(503, ""), response(200, `{"nextPageToken":"3"}`))
			})
			if err != nil {
				t.Fatal(err)
			}
			if on == 0 && log.Len() > 0 {
				t.Errorf("got log %s without a log mode, want none", log.String())
			}
		}
		for _, text := range want {
			if !strings.Contains(strings.ReplaceAll(log.String(), "\r", ""), text) {
				t.Errorf("mode %d: got log\n%s\nwant %q in it", mode, log.String(), text)
			}
		}
	}
}
