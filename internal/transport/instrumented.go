package transport

import (
	"fmt"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// instrumented reports whether something observes or changes the steps of a
// call, so that it must take the middleware path.
func (c *Config) instrumented() bool {
	const modes = aws.LogSigning | aws.LogRequest | aws.LogRequestWithBody | aws.LogResponse | aws.LogResponseWithBody
	return len(c.APIOptions) > 0 || c.intercepted() || c.traced() || c.metered() || c.ClientLogMode&modes != 0
}

// intercepted reports whether there are interceptors of the kinds that the stack
// installs.
func (c *Config) intercepted() bool { return installed(&c.Interceptors) > 0 }

// installed counts the interceptors of the kinds that the stack installs.
func installed(i *smithyhttp.InterceptorRegistry) int {
	return len(i.BeforeExecution) + len(i.AfterExecution) +
		len(i.BeforeSerialization) + len(i.AfterSerialization) +
		len(i.BeforeRetryLoop) +
		len(i.BeforeAttempt) + len(i.AfterAttempt) +
		len(i.BeforeSigning) + len(i.AfterSigning) +
		len(i.BeforeTransmit) + len(i.AfterTransmit) +
		len(i.BeforeDeserialization) + len(i.AfterDeserialization)
}

// interceptorErr returns an error that names a list of the registry that is not
// empty and that installed does not count. A newer smithy-go may add such lists;
// its interceptors must not be skipped silently.
func interceptorErr[Registry any](registry *Registry, installed func(*Registry) int) error {
	lists := reflect.ValueOf(registry).Elem()
	for i := range lists.NumField() {
		if lists.Field(i).Len() == 0 {
			continue
		}
		without := *registry
		reflect.ValueOf(&without).Elem().Field(i).SetZero()
		if installed(&without) == installed(registry) {
			return fmt.Errorf("unsupported interceptors in Options.Interceptors.%s: update this module", lists.Type().Field(i).Name)
		}
	}
	return nil
}

func (c *Config) traced() bool {
	switch c.TracerProvider.(type) {
	case nil, tracing.NopTracerProvider, *tracing.NopTracerProvider:
		return false
	}
	return true
}

func (c *Config) metered() bool {
	switch c.MeterProvider.(type) {
	case nil, metrics.NopMeterProvider, *metrics.NopMeterProvider:
		return false
	}
	return true
}
