package lightsail_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/tracing"

	"github.com/lightsail-go/sdk/lightsail"
)

// countingServer responds with an empty page and counts connections.
func countingServer(t *testing.T) (url string, connections *atomic.Int64) {
	connections = new(atomic.Int64)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(`{}`)) }))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	return server.URL, connections
}

// A nil HTTP client in the options of a call is the client's own, with its
// connections.
func TestNilHTTPClientOfCall(t *testing.T) {
	t.Parallel()
	url, connections := countingServer(t)
	client := lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &url})
	for range 20 {
		if _, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.HTTPClient = nil }); err != nil {
			t.Fatal(err)
		}
	}
	if n := connections.Load(); n != 1 {
		t.Errorf("20 calls opened %d connections, want 1", n)
	}
}

// Nil in the options of a call means the client's own retryer, signer and endpoint
// resolver.
func TestNilOptionsOfCall(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		retryer := &recordingRetryer{RetryerV2: aws.NopRetryer{}}
		signer := new(countingSigner)
		resolver := new(countingResolver)
		do, _ := sequence(response(200, `{}`))
		client := newClient(do, func(o *lightsail.Options) {
			o.Retryer, o.HTTPSignerV4, o.EndpointResolverV2 = retryer, signer, resolver
		}, path)
		_, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) {
			o.Retryer, o.HTTPSignerV4, o.EndpointResolverV2 = nil, nil, nil
			o.Logger, o.TracerProvider, o.MeterProvider = nil, nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if retryer.calls.Load() == 0 || signer.calls.Load() != 1 || resolver.calls.Load() != 1 {
			t.Errorf("retryer called %d times, signer %d, resolver %d; want more than 0, 1, 1",
				retryer.calls.Load(), signer.calls.Load(), resolver.calls.Load())
		}
	})
}

// Nil credentials in the options of a call send it unsigned.
func TestNilCredentialsOfCall(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, `{}`))
		client := newClient(do, path)
		if _, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.Credentials = nil }); err != nil {
			t.Fatal(err)
		}
		if got := sent.header(0, "Authorization"); got != "" {
			t.Errorf("Authorization %q, want none", got)
		}
	})
}

// A deprecated resolver in aws.Config is an error unless something else determines
// the endpoint.
func TestLegacyResolverWithOtherEndpoint(t *testing.T) {
	t.Parallel()
	base := "http://127.0.0.1:1"
	legacy := aws.Config{
		Region: "us-east-1", Credentials: testCredentials,
		//lint:ignore SA1019 the test is about it
		EndpointResolverWithOptions: aws.EndpointResolverWithOptionsFunc(nil),
	}
	call := func(cfg aws.Config, client, call func(*lightsail.Options)) (requests int, err error) {
		do, sent := sequence(response(200, `{}`))
		cfg.HTTPClient = do
		_, err = lightsail.NewFromConfig(cfg, client).GetBuckets(t.Context(), nil, call)
		return sent.len(), err
	}
	none := func(*lightsail.Options) {}
	setBase := func(o *lightsail.Options) { o.BaseEndpoint = &base }
	setResolver := func(o *lightsail.Options) { o.EndpointResolverV2 = new(countingResolver) }
	withBase := legacy
	withBase.BaseEndpoint = &base

	if sent, err := call(legacy, none, none); err == nil || sent != 0 || !strings.Contains(err.Error(), "BaseEndpoint") {
		t.Errorf("nothing else set: error %v, %d requests; want an error that names BaseEndpoint, and none", err, sent)
	}
	for name, row := range map[string]struct {
		cfg          aws.Config
		client, call func(*lightsail.Options)
	}{
		"BaseEndpoint of the config":       {withBase, none, none},
		"BaseEndpoint of the client":       {legacy, setBase, none},
		"BaseEndpoint of the call":         {legacy, none, setBase},
		"EndpointResolverV2 of the client": {legacy, setResolver, none},
		"EndpointResolverV2 of the call":   {legacy, none, setResolver},
	} {
		if sent, err := call(row.cfg, row.client, row.call); err != nil || sent != 1 {
			t.Errorf("%s: error %v, %d requests; want none, 1", name, err, sent)
		}
	}
}

// The password of a base endpoint does not reach the tracer.
func TestTracerGetsNoPassword(t *testing.T) {
	t.Parallel()
	base := "http://user:hunter2@127.0.0.1:1/"
	recorder := new(propertyRecorder)
	do, _ := sequence(response(200, `{}`))
	client := newClient(do, func(o *lightsail.Options) { o.BaseEndpoint, o.TracerProvider = &base, recorder })
	if _, err := client.GetBuckets(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	text := recorder.String()
	if !strings.Contains(text, "127.0.0.1") || strings.Contains(text, "hunter2") {
		t.Errorf("properties %s; want the endpoint without its password", text)
	}
}

type recordingRetryer struct {
	aws.RetryerV2
	calls atomic.Int64
}

func (r *recordingRetryer) MaxAttempts() int {
	r.calls.Add(1)
	return r.RetryerV2.MaxAttempts()
}

type countingSigner struct{ calls atomic.Int64 }

func (s *countingSigner) SignHTTP(context.Context, aws.Credentials, *http.Request, string, string, string, time.Time, ...func(*v4.SignerOptions)) error {
	s.calls.Add(1)
	return nil
}

type countingResolver struct{ calls atomic.Int64 }

func (r *countingResolver) ResolveEndpoint(context.Context, lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	r.calls.Add(1)
	return smithyendpoints.Endpoint{URI: url.URL{Scheme: "http", Host: "127.0.0.1:1"}}, nil
}

// propertyRecorder is a tracer that records the properties of all spans.
type propertyRecorder struct {
	mu    sync.Mutex
	lines []string
}

func (r *propertyRecorder) Tracer(string, ...tracing.TracerOption) tracing.Tracer { return r }

func (r *propertyRecorder) StartSpan(ctx context.Context, name string, _ ...tracing.SpanOption) (context.Context, tracing.Span) {
	return ctx, &recordedSpan{name: name, recorder: r}
}

func (r *propertyRecorder) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.lines, "\n")
}

type recordedSpan struct {
	name     string
	recorder *propertyRecorder
}

func (s *recordedSpan) Name() string                            { return s.name }
func (s *recordedSpan) Context() tracing.SpanContext            { return tracing.SpanContext{} }
func (s *recordedSpan) AddEvent(string, ...tracing.EventOption) {}
func (s *recordedSpan) SetStatus(tracing.SpanStatus)            {}
func (s *recordedSpan) End()                                    {}
func (s *recordedSpan) SetProperty(k, v any) {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	s.recorder.lines = append(s.recorder.lines, fmt.Sprint(k, "=", v))
}
