package transport

import (
	"reflect"
	"strings"
	"testing"

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
