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

// A call that somebody watches allocates no more often than the official
// client's, however it is watched and whatever comes of it.
func TestCostOfWatchedCalls(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates, too")
	}
	type providers struct {
		tracer tracing.TracerProvider
		meter  metrics.MeterProvider
	}
	ways := []struct {
		name  string
		watch func(*aws.Config, *providers)
	}{
		{"middleware", func(cfg *aws.Config, _ *providers) {
			cfg.APIOptions = []func(*middleware.Stack) error{func(*middleware.Stack) error { return nil }}
		}},
		{"an interceptor", func(cfg *aws.Config, _ *providers) {
			cfg.Interceptors.AddBeforeTransmit(onlooker{})
		}},
		{"logs", func(cfg *aws.Config, _ *providers) {
			cfg.ClientLogMode = aws.LogRequest | aws.LogResponse
		}},
		{"a tracer", func(_ *aws.Config, to *providers) { to.tracer = blind{} }},
		{"a meter", func(_ *aws.Config, to *providers) { to.meter = blind{} }},
	}
	outcomes := []struct {
		name string
		script
	}{
		{"success", script{{200, `{"buckets":[{"name":"logs","state":{"code":"OK"}}]}`}}},
		{"a long page", script{{200, `{"buckets":[{}` + strings.Repeat(`,{"name":"logs","state":{"code":"OK"},"createdAt":1.6358E9}`, 100) + `]}`}}},
		{"an error", script{{404, `{"__type":"NotFoundException","message":"no such bucket"}`}}},
		{"throttled", script{{400, `{"__type":"ThrottlingException"}`}, {200, `{}`}}},
	}
	for _, way := range ways {
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
			to := providers{&tracing.NopTracerProvider{}, metrics.NopMeterProvider{}}
			way.watch(&cfg, &to)
			wire := &teller{script: outcome.script}
			cfg.HTTPClient = &http.Client{Transport: wire}
			ours := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
				o.TracerProvider, o.MeterProvider = to.tracer, to.meter
			})
			theirs := official.NewFromConfig(cfg, func(o *official.Options) {
				o.TracerProvider, o.MeterProvider = to.tracer, to.meter
			})
			ctx := context.Background()
			got := testing.AllocsPerRun(200, func() { _, _ = ours.GetBuckets(ctx, nil) })
			want := testing.AllocsPerRun(200, func() { _, _ = theirs.GetBuckets(ctx, nil) })
			t.Logf("%s, %s: ours %.0f allocations, official %.0f", way.name, outcome.name, got, want)
			if got > want {
				t.Errorf("%s, %s: ours allocates more often", way.name, outcome.name)
			}
			if n := 2 * 201 * len(outcome.script); wire.sent != n {
				t.Errorf("%s, %s: %d requests, want %d", way.name, outcome.name, wire.sent, n)
			}
		}
	}
}

// A script is what is answered, in turn and over again.
type script []struct {
	status int
	body   string
}

// teller answers by a script.
type teller struct {
	script
	sent int
}

func (s *teller) RoundTrip(r *http.Request) (*http.Response, error) {
	a := s.script[s.sent%len(s.script)]
	s.sent++
	return &http.Response{
		StatusCode: a.status, ProtoMajor: 1, ProtoMinor: 1,
		Header:  http.Header{"X-Amzn-Requestid": {"r-1"}},
		Body:    io.NopCloser(strings.NewReader(a.body)),
		Request: r, ContentLength: int64(len(a.body)),
	}, nil
}

// unlimited lets every retry pass.
type unlimited struct{}

func (unlimited) GetToken(context.Context, uint) (func() error, error) {
	return func() error { return nil }, nil
}
func (unlimited) AddTokens(uint) error { return nil }

type onlooker struct{}

func (onlooker) BeforeTransmit(context.Context, *smithyhttp.InterceptorContext) error { return nil }

// blind is a tracer and a meter that record nothing, but are not known to.
type blind struct{}

func (blind) Tracer(scope string, optFns ...tracing.TracerOption) tracing.Tracer {
	return (&tracing.NopTracerProvider{}).Tracer(scope, optFns...)
}

func (blind) Meter(scope string, optFns ...metrics.MeterOption) metrics.Meter {
	return metrics.NopMeterProvider{}.Meter(scope, optFns...)
}
