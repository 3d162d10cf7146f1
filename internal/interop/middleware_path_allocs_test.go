package interop_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestMiddlewarePathAllocations checks that a call on the middleware path makes no more
// allocations than the official client, for each kind of instrumentation and outcome.
func TestMiddlewarePathAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector adds allocations")
	}
	type providers struct {
		tracer tracing.TracerProvider
		meter  metrics.MeterProvider
	}
	instrumentations := []struct {
		name    string
		install func(*aws.Config, *providers)
	}{
		{"middleware", func(cfg *aws.Config, _ *providers) {
			cfg.APIOptions = []func(*middleware.Stack) error{func(*middleware.Stack) error { return nil }}
		}},
		{"interceptor", func(cfg *aws.Config, _ *providers) {
			cfg.Interceptors.AddBeforeTransmit(nopInterceptor{})
		}},
		{"logs", func(cfg *aws.Config, _ *providers) {
			cfg.ClientLogMode = aws.LogRequest | aws.LogResponse
		}},
		{"tracer", func(_ *aws.Config, p *providers) { p.tracer = nopProvider{} }},
		{"meter", func(_ *aws.Config, p *providers) { p.meter = nopProvider{} }},
	}
	outcomes := []struct {
		name string
		script
	}{
		{"success", script{{200, `{"buckets":[{"name":"logs","state":{"code":"OK"}}]}`}}},
		{"long page", script{{200, `{"buckets":[{}` + strings.Repeat(`,{"name":"logs","state":{"code":"OK"},"createdAt":1.6358E9}`, 100) + `]}`}}},
		{"error", script{{404, `{"__type":"NotFoundException","message":"no such bucket"}`}}},
		{"throttled", script{{400, `{"__type":"ThrottlingException"}`}, {200, `{}`}}},
	}
	for _, instrumentation := range instrumentations {
		for _, outcome := range outcomes {
			cfg := aws.Config{
				Region:      "us-east-1",
				Credentials: provider{Credentials: keys},
				Retryer: func() aws.Retryer {
					return retry.NewStandard(func(o *retry.StandardOptions) {
						o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
						o.RateLimiter = unlimited{}
					})
				},
			}
			p := providers{&tracing.NopTracerProvider{}, metrics.NopMeterProvider{}}
			instrumentation.install(&cfg, &p)
			transport := &scriptedTransport{script: outcome.script}
			cfg.HTTPClient = &http.Client{Transport: transport}
			ours := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
				o.TracerProvider, o.MeterProvider = p.tracer, p.meter
			})
			reference := official.NewFromConfig(cfg, func(o *official.Options) {
				o.TracerProvider, o.MeterProvider = p.tracer, p.meter
			})
			ctx := context.Background()
			got := testing.AllocsPerRun(200, func() { _, _ = ours.GetBuckets(ctx, nil) })
			want := testing.AllocsPerRun(200, func() { _, _ = reference.GetBuckets(ctx, nil) })
			t.Logf("%s, %s: ours %.0f allocations, official %.0f", instrumentation.name, outcome.name, got, want)
			if got > want {
				t.Errorf("%s, %s: got %.0f allocations, want at most %.0f", instrumentation.name, outcome.name, got, want)
			}
			if n := 2 * 201 * len(outcome.script); transport.sent != n {
				t.Errorf("%s, %s: got %d requests, want %d", instrumentation.name, outcome.name, transport.sent, n)
			}
		}
	}
}

// A script is a sequence of responses that repeats.
type script []struct {
	status int
	body   string
}

// scriptedTransport returns the responses of a script.
type scriptedTransport struct {
	script
	sent int
}

func (s *scriptedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	response := s.script[s.sent%len(s.script)]
	s.sent++
	return &http.Response{
		StatusCode: response.status, ProtoMajor: 1, ProtoMinor: 1,
		Header:  http.Header{"X-Amzn-Requestid": {"r-1"}},
		Body:    io.NopCloser(strings.NewReader(response.body)),
		Request: r, ContentLength: int64(len(response.body)),
	}, nil
}

// unlimited is a rate limiter that allows every retry.
type unlimited struct{}

func (unlimited) GetToken(context.Context, uint) (func() error, error) {
	return func() error { return nil }, nil
}
func (unlimited) AddTokens(uint) error { return nil }

type nopInterceptor struct{}

func (nopInterceptor) BeforeTransmit(context.Context, *smithyhttp.InterceptorContext) error {
	return nil
}

// nopProvider is a tracer and meter provider that records nothing. The clients cannot
// know that, because it has its own type.
type nopProvider struct{}

func (nopProvider) Tracer(scope string, optFns ...tracing.TracerOption) tracing.Tracer {
	return (&tracing.NopTracerProvider{}).Tracer(scope, optFns...)
}

func (nopProvider) Meter(scope string, optFns ...metrics.MeterOption) metrics.Meter {
	return metrics.NopMeterProvider{}.Meter(scope, optFns...)
}
