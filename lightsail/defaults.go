package lightsail

import (
	"net"
	"net/http"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/defaults"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
)

// setCallDefaults fills in the options of a call from those of its client, for
// fields in which nil means the client's own, and then applies the defaults.
func (o *Options) setCallDefaults(client *Options) {
	if o.HTTPClient == nil {
		o.HTTPClient = client.HTTPClient
	}
	if o.Retryer == nil {
		o.Retryer = client.Retryer
	}
	if o.HTTPSignerV4 == nil {
		o.HTTPSignerV4 = client.HTTPSignerV4
	}
	if o.EndpointResolverV2 == nil {
		o.EndpointResolverV2 = client.EndpointResolverV2
	}
	o.setDefaults()
}

// setDefaults fills in fields that are not set, and replaces anonymous
// credentials by nil. Repeating it changes nothing.
func (o *Options) setDefaults() {
	if aws.IsCredentialsProvider(o.Credentials, (*aws.AnonymousCredentials)(nil)) {
		o.Credentials = nil
	}
	if o.Logger == nil {
		o.Logger = logging.Nop{}
	}
	if o.Retryer == nil || o.HTTPClient == nil || !o.modeApplied {
		o.applyMode()
	}
	if o.HTTPSignerV4 == nil {
		o.defaultSigner = v4.NewSigner()
		o.HTTPSignerV4 = o.defaultSigner
	}
	if o.EndpointResolverV2 == nil {
		o.EndpointResolverV2 = NewDefaultEndpointResolverV2()
	}
	if o.TracerProvider == nil {
		o.TracerProvider = &tracing.NopTracerProvider{}
	}
	if o.MeterProvider == nil {
		o.MeterProvider = metrics.NopMeterProvider{}
	}
}

// applyMode sets the retryer and the HTTP client's timeouts by DefaultsMode.
func (o *Options) applyMode() {
	mode := o.DefaultsMode
	mode.SetFromString(string(mode))
	if mode == aws.DefaultsModeAuto {
		mode = defaults.ResolveDefaultsModeAuto(o.Region, o.RuntimeEnvironment)
	}
	configuration, err := defaults.GetModeConfiguration(mode)
	if o.Retryer == nil {
		o.Retryer = o.defaultRetryer(configuration.RetryMode)
	}
	if o.HTTPClient == nil {
		o.HTTPClient = awshttp.NewBuildableClient()
	}
	if client, ok := o.HTTPClient.(*awshttp.BuildableClient); ok {
		// The modes legacy and unset have no configuration. They do not even
		// change the dialer of the caller's client.
		if err == nil {
			client = withTimeouts(client, configuration)
		}
		o.HTTPClient = withReadTimeout(client)
	}
	o.modeApplied = true
}

func (o *Options) defaultRetryer(ofDefaults aws.RetryMode) aws.Retryer {
	if o.RetryMode == "" {
		o.RetryMode = ofDefaults
	}
	if o.RetryMode == "" {
		o.RetryMode = aws.RetryModeStandard
	}
	standard := func(so *retry.StandardOptions) {
		if o.RetryMaxAttempts != 0 {
			so.MaxAttempts = o.RetryMaxAttempts
		}
	}
	if o.RetryMode == aws.RetryModeAdaptive {
		return retry.NewAdaptiveMode(func(ao *retry.AdaptiveModeOptions) {
			ao.StandardOptions = append(ao.StandardOptions, standard)
		})
	}
	return retry.NewStandard(standard)
}

// limitAttempts applies RetryMaxAttempts to the retryer, also to the caller's.
func (o *Options) limitAttempts() {
	if o.RetryMaxAttempts != 0 {
		o.Retryer = retry.AddWithMaxAttempts(o.Retryer, o.RetryMaxAttempts)
	}
}

// withTimeouts returns a copy of client with the timeouts of a mode.
func withTimeouts(client *awshttp.BuildableClient, configuration defaults.Configuration) *awshttp.BuildableClient {
	return client.WithDialerOptions(func(dialer *net.Dialer) {
		if timeout, ok := configuration.GetConnectTimeout(); ok {
			dialer.Timeout = timeout
		}
	}).WithTransportOptions(func(transport *http.Transport) {
		if timeout, ok := configuration.GetTLSNegotiationTimeout(); ok {
			transport.TLSHandshakeTimeout = timeout
		}
	})
}

// withReadTimeout returns client with the read timeout that an environment
// variable enables in the SDK's service clients. The SDK's own function for it is
// internal.
func withReadTimeout(client *awshttp.BuildableClient) *awshttp.BuildableClient {
	if _, ok := client.GetReadTimeout(); ok || os.Getenv("AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026") != "true" {
		return client
	}
	return client.WithReadTimeout(readTimeout)
}

// readTimeout is the SDK's default read timeout.
const readTimeout = 5 * time.Minute
