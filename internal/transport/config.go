package transport

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// Names of the service: of the SDK client, in signatures, and in the X-Amz-Target
// header.
const (
	ServiceID    = "Lightsail"
	signingName  = "lightsail"
	targetPrefix = "Lightsail_20161128."
)

// A Config holds what calls need of a client's options after all defaults are
// applied. It does not change after [NewConfig], and is safe for concurrent use.
type Config struct {
	APIOptions                 []func(*middleware.Stack) error
	AppID                      string
	ClientLogMode              aws.ClientLogMode
	Credentials                aws.CredentialsProvider // nil leaves requests unsigned
	DisableClockSkewCorrection bool
	DisableHTTPS               bool
	DisableParamValidation     bool
	HTTPClient                 interface {
		Do(*http.Request) (*http.Response, error)
	}
	Interceptors   smithyhttp.InterceptorRegistry
	Logger         logging.Logger
	MeterProvider  metrics.MeterProvider
	Region         string
	Retryer        aws.Retryer
	Signer         v4.HTTPSigner
	TracerProvider tracing.TracerProvider

	// DefaultSigner is the [v4.Signer] that the client created, or nil. If it is also
	// Signer, the transport may sign in its place.
	DefaultSigner v4.HTTPSigner

	// SigningName and SigningRegion, if set, override the signing name and
	// Region of the endpoint.
	SigningName, SigningRegion string

	// Features are added to the User-Agent header: paginator, waiter. The
	// features of the retryer and the credentials are added without being here.
	Features []string

	// ResolveEndpoint returns the endpoint of an attempt.
	ResolveEndpoint func(context.Context) (smithyendpoints.Endpoint, error)

	// Validate returns an error for an input that must not be sent. With
	// requiredOnly it checks required fields only.
	Validate func(op *Operation, input any, requiredOnly bool) error

	// Codec encodes and decodes bodies.
	Codec *Codec

	// ConfigErr, if not nil, is returned by every call with these options,
	// before credentials are retrieved.
	ConfigErr error

	// Version is the module's version in the User-Agent header.
	Version string

	inLambda      bool // the process is a function of AWS Lambda
	shared        *shared
	attempt       *retry.Attempt
	signerOptions []func(*v4.SignerOptions)
}

// A Codec encodes and decodes the bodies of the service's protocol.
type Codec struct {
	// New returns a pointer to a zero value of the type that like points to.
	New func(like any) any

	// SameType reports whether v has the type of the pointer like, and whether
	// it is nil.
	SameType func(v, like any) (same, isNil bool)

	// Encode encodes an input.
	Encode func(input any) ([]byte, error)

	// Decode decodes an output. Its error wraps io.ErrUnexpectedEOF if the body
	// ended early, and the context's error if that ended.
	Decode func(ctx context.Context, body []byte, output any) error

	// Mask replaces the sensitive values of a body by mask. The body is decoded
	// into a struct like that which like points to; nil means an error body. It
	// fails if the body is not JSON.
	Mask func(body []byte, like any, mask string) ([]byte, error)

	// ServiceError returns the error that a response other than 2xx describes by
	// its X-Amzn-ErrorType header and its body.
	ServiceError func(errorType string, body []byte) error
}

// shared is state that all calls of one client share, whatever their options.
type shared struct {
	// skew is the last known difference between the service's clock and this
	// machine's, in nanoseconds.
	skew atomic.Int64

	signer     sigv4.Signer
	derived    cache[derivedKey, *derived]
	userAgents cache[userAgentKey, string]
}

// NewConfig returns a config that is ready for calls. The base of a call with
// options of its own is the config of its client; a client's config has none.
func NewConfig(config Config, base *Config) *Config {
	var logger logging.Logger = maskingLogger{config.Logger}
	config.signerOptions = []func(*v4.SignerOptions){func(o *v4.SignerOptions) {
		o.Logger = logger
		o.LogSigning = config.ClientLogMode.IsSigning()
	}}
	if config.ConfigErr == nil {
		config.ConfigErr = interceptorErr(&config.Interceptors, installed)
	}
	if base == nil {
		config.shared = new(shared)
		_, config.inLambda = os.LookupEnv("AWS_LAMBDA_FUNCTION_NAME")
	} else {
		config.shared, config.inLambda = base.shared, base.inLambda
	}
	if base != nil && config.sameRetries(base) {
		config.attempt = base.attempt
	} else {
		config.attempt = config.newAttempt(sameRequest)
	}
	return &config
}

// newAttempt returns the retry loop.
func (c *Config) newAttempt(cloner retry.RequestCloner) *retry.Attempt {
	return retry.NewAttemptMiddleware(c.Retryer, cloner, func(a *retry.Attempt) {
		a.LogAttempts = c.ClientLogMode.IsRetries()
		a.ClientSkew = &c.shared.skew
		a.DisableClockSkewCorrection = c.DisableClockSkewCorrection
		a.OperationMeter = c.MeterProvider.Meter(scopeName)
	})
}

// sameRetries reports whether the config can use the retry loop of base. On the
// direct path nothing is metered, so a metered base has another loop.
func (c *Config) sameRetries(base *Config) bool {
	switch c.Retryer.(type) {
	case *retry.Standard, *retry.AdaptiveMode:
	default:
		return false // comparing another type may panic
	}
	return c.Retryer == base.Retryer &&
		!c.metered() && !base.metered() &&
		c.ClientLogMode.IsRetries() == base.ClientLogMode.IsRetries() &&
		c.DisableClockSkewCorrection == base.DisableClockSkewCorrection
}

// sameRequest is the request cloner of the direct path, which builds a new
// request for every attempt.
func sameRequest(request any) any { return request }

// endpoint calls ResolveEndpoint and wraps its error as the official client does.
func (c *Config) endpoint(ctx context.Context) (smithyendpoints.Endpoint, error) {
	endpoint, err := c.ResolveEndpoint(ctx)
	if err != nil {
		return endpoint, fmt.Errorf("failed to resolve service endpoint, %w", err)
	}
	return endpoint, nil
}
