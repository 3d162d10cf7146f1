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
)

// What the service is called: by the SDK, in signatures, and in the
// X-Amz-Target header.
const (
	ServiceID    = "Lightsail"
	signingName  = "lightsail"
	targetPrefix = "Lightsail_20161128."
)

// A Config is what calls need of a client's options once all defaults are
// settled. It is not changed after [NewConfig], and safe for concurrent use.
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

	// SigningName and SigningRegion override what the endpoint and the region
	// say, where set.
	SigningName, SigningRegion string

	// Features are marks for the user agent beside those of the retryer and the
	// credentials: paginator, waiter.
	Features []string

	// ResolveEndpoint tells where to send an attempt.
	ResolveEndpoint func(context.Context) (smithyendpoints.Endpoint, error)

	// Validate refuses an input that must not be sent. With requiredOnly, only
	// what is missing counts.
	Validate func(op *Operation, input any, requiredOnly bool) error

	// Codec writes and reads bodies.
	Codec *Codec

	// Refusal, where set, is why no call can be made with these options. It is
	// told before credentials are asked for.
	Refusal error

	// Version is the module's version, for the user agent.
	Version string

	inLambda      bool // whether this process is a function of AWS Lambda, as it is from its start or never
	shared        *shared
	attempt       *retry.Attempt
	signerOptions []func(*v4.SignerOptions)
}

// A Codec knows what bodies look like, and what becomes of them.
type Codec struct {
	// SameType tells whether v is of the type of the pointer like, and whether it
	// is nil.
	SameType func(v, like any) (same, isNil bool)

	// Encode writes an input.
	Encode func(input any) ([]byte, error)

	// Decode reads an output. Where the body ended early its error wraps
	// io.ErrUnexpectedEOF.
	Decode func(body []byte, output any) error

	// Mask puts mask in place of the values of the members of a body that have
	// these names. It fails where the body is no JSON.
	Mask func(body []byte, names []string, mask string) ([]byte, error)

	// ServiceError makes the error that an answer other than 2xx bears, of the
	// value of its X-Amzn-ErrorType header and its body.
	ServiceError func(errorType string, body []byte) error
}

// shared is what all calls of one client share, whatever their options.
type shared struct {
	// skew is how far the service's clock is ahead of ours, in nanoseconds, as
	// far as known.
	skew atomic.Int64

	constants constantsTable
}

// NewConfig completes config so that calls can be made with it. Those of calls with
// options of their own are based on that of their client, and those of clients on
// none.
func NewConfig(config Config, base *Config) *Config {
	var logger logging.Logger = maskingLogger{config.Logger}
	config.signerOptions = []func(*v4.SignerOptions){func(o *v4.SignerOptions) {
		o.Logger = logger
		o.LogSigning = config.ClientLogMode.IsSigning()
	}}
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

// sameRetries tells whether the config's retry loop can be that of base: where it
// does the same with the same retryer, and that is one of the SDK's own.
func (c *Config) sameRetries(base *Config) bool {
	switch c.Retryer.(type) {
	case *retry.Standard, *retry.AdaptiveMode:
	default:
		return false // comparing it might panic
	}
	return c.Retryer == base.Retryer &&
		c.ClientLogMode.IsRetries() == base.ClientLogMode.IsRetries() &&
		c.DisableClockSkewCorrection == base.DisableClockSkewCorrection
}

// sameRequest stands where the SDK clones the request for an attempt. A call
// builds a new request for every attempt, so there is nothing to clone.
func sameRequest(request any) any { return request }

// endpoint is the config's ResolveEndpoint, with its error as the official
// client words it.
func (c *Config) endpoint(ctx context.Context) (smithyendpoints.Endpoint, error) {
	endpoint, err := c.ResolveEndpoint(ctx)
	if err != nil {
		return endpoint, fmt.Errorf("failed to resolve service endpoint, %w", err)
	}
	return endpoint, nil
}
