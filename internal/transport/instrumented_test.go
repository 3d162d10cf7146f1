package transport

import (
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// The stack installs every kind of interceptor that this version of smithy-go has.
func TestEveryInterceptorKindIsInstalled(t *testing.T) {
	registry := reflect.TypeFor[smithyhttp.InterceptorRegistry]()
	for i := range registry.NumField() {
		var one smithyhttp.InterceptorRegistry
		list := reflect.ValueOf(&one).Elem().Field(i)
		list.Set(reflect.MakeSlice(list.Type(), 1, 1))
		if got := installed(&one); got != 1 {
			t.Errorf("%d of the interceptors in %s are installed, want 1", got, registry.Field(i).Name)
		}
		if err := interceptorErr(&one, installed); err != nil {
			t.Errorf("%s: %v", registry.Field(i).Name, err)
		}
	}
}

// A kind of interceptor that a newer smithy-go adds is an error, not skipped.
func TestUnknownInterceptorKind(t *testing.T) {
	type registry struct {
		BeforeAttempt []smithyhttp.BeforeAttemptInterceptor
		BeforeNewStep []any
	}
	known := func(r *registry) int { return len(r.BeforeAttempt) }
	for _, test := range []struct {
		name     string
		registry registry
		want     string // "" is no error
	}{
		{"empty", registry{}, ""},
		{"known kind", registry{BeforeAttempt: make([]smithyhttp.BeforeAttemptInterceptor, 2)}, ""},
		{"empty list of an unknown kind", registry{BeforeNewStep: []any{}}, ""},
		{"unknown kind", registry{BeforeNewStep: []any{1}}, "Interceptors.BeforeNewStep"},
		{"both", registry{make([]smithyhttp.BeforeAttemptInterceptor, 1), []any{1}}, "Interceptors.BeforeNewStep"},
	} {
		err := interceptorErr(&test.registry, known)
		if got := err != nil; got != (test.want != "") || got && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one that contains %q", test.name, err, test.want)
		}
	}
}

// meterProvider is a provider that records.
type meterProvider struct{ metrics.NopMeterProvider }

// A call without a meter does not use the retry loop of a client with one, nor the
// other way round.
func TestRetryLoopDependsOnMeter(t *testing.T) {
	config := Config{Logger: logging.Nop{}, Retryer: retry.NewStandard(), MeterProvider: metrics.NopMeterProvider{}}
	metered := config
	metered.MeterProvider = &meterProvider{}
	plainBase, meteredBase := NewConfig(config, nil), NewConfig(metered, nil)
	for _, test := range []struct {
		name         string
		config, base *Config
		shared       bool
	}{
		{"no meter", &config, plainBase, true},
		{"meter of the client only", &config, meteredBase, false},
		{"meter of the call only", &metered, plainBase, false},
	} {
		got := NewConfig(*test.config, test.base)
		if shared := got.attempt == test.base.attempt; shared != test.shared {
			t.Errorf("%s: the retry loop is shared: %t, want %t", test.name, shared, test.shared)
		}
	}
}
