package lightsail

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// HTTPClient sends HTTP requests. [http.Client] implements it. Implementations
// must be safe for concurrent use.
type HTTPClient interface {
	// Do sends a request and returns the response, as [http.Client.Do] does.
	Do(*http.Request) (*http.Response, error)
}

// HTTPSignerV4 signs HTTP requests with AWS Signature Version 4. [v4.Signer]
// implements it. Implementations must be safe for concurrent use.
type HTTPSignerV4 interface {
	// SignHTTP adds a signature to the headers of r. payloadHash is the SHA-256 of
	// the body in hexadecimal.
	SignHTTP(ctx context.Context, credentials aws.Credentials, r *http.Request, payloadHash string, service string, region string, signingTime time.Time, optFns ...func(*v4.SignerOptions)) error
}

// Options configure a [Client] or a single call.
//
// The option functions of a call receive a copy of the client's options. What they
// set applies to that call only.
type Options struct {
	// APIOptions are functions that change the middleware stack of every call.
	APIOptions []func(*middleware.Stack) error

	// AppID is the ID of the application in the User-Agent header.
	AppID string

	// BaseEndpoint replaces the service's endpoint, for example by that of a test
	// server. It is a URL with the scheme http or https and may have a path.
	BaseEndpoint *string

	// ClientLogMode selects what is logged to Logger. The default is nothing.
	ClientLogMode aws.ClientLogMode

	// Credentials provide the credentials that requests are signed with. If nil
	// or aws.AnonymousCredentials, requests are sent unsigned.
	Credentials aws.CredentialsProvider

	// DefaultsMode selects a set of connection timeouts and the default retry
	// mode. Only New reads it.
	DefaultsMode aws.DefaultsMode

	// DisableClockSkewCorrection disables the correction of signing times. By
	// default a difference between this machine's clock and the service's, known
	// from the Date header of responses, is added to the signing time.
	DisableClockSkewCorrection bool

	// DisableParamValidation turns off the client's checks of input, such as that of
	// bucket names, except the check of required fields.
	DisableParamValidation bool

	// EndpointOptions select among the endpoints of the service.
	EndpointOptions EndpointResolverOptions

	// EndpointResolverV2 resolves the endpoint of every attempt. The default
	// knows the endpoints of all partitions. In an option function of a call, nil
	// means the client's resolver.
	EndpointResolverV2 EndpointResolverV2

	// HTTPClient sends the requests. The default is an awshttp.BuildableClient
	// with the timeouts of DefaultsMode. In an option function of a call, nil
	// means the client's HTTP client.
	HTTPClient HTTPClient

	// HTTPSignerV4 signs the requests. The default is the signer of
	// aws-sdk-go-v2. In an option function of a call, nil means the client's
	// signer.
	HTTPSignerV4 HTTPSignerV4

	// Interceptors are called at defined points of every call.
	Interceptors smithyhttp.InterceptorRegistry

	// Logger receives what ClientLogMode selects. If nil, nothing is logged.
	Logger logging.Logger

	// MeterProvider provides the meter that records metrics of every call. If
	// nil, none are recorded.
	MeterProvider metrics.MeterProvider

	// Region is the AWS Region to call, such as us-east-1. It is not an
	// Availability Zone such as us-east-1a. It is part of every signature, and it
	// is required unless BaseEndpoint or EndpointResolverV2 determines the
	// endpoint.
	Region string

	// RetryMaxAttempts is the maximum number of attempts of a call, including the
	// first. If 0, Retryer decides; its default is 3.
	RetryMaxAttempts int

	// RetryMode is aws.RetryModeStandard, the default, or aws.RetryModeAdaptive.
	// Only New reads it, and only if Retryer is nil.
	RetryMode aws.RetryMode

	// Retryer decides which errors are retried and how long to wait before. The
	// default is the retryer of RetryMode. In an option function of a call, nil
	// means the client's retryer.
	Retryer aws.Retryer

	// RuntimeEnvironment describes the machine. config.LoadDefaultConfig sets it
	// if DefaultsMode is aws.DefaultsModeAuto.
	RuntimeEnvironment aws.RuntimeEnvironment

	// TracerProvider provides the tracer that records spans of every call. If
	// nil, none are recorded.
	TracerProvider tracing.TracerProvider

	// features are added to the User-Agent header by paginators and waiters.
	features []string

	// defaultSigner is the signer that setDefaults set, if it did. Signing with this one
	// has a shortcut in the transport.
	defaultSigner HTTPSignerV4

	// signingName and signingRegion override those of the endpoint.
	signingName, signingRegion string

	// modeApplied reports that DefaultsMode was applied.
	modeApplied bool

	// legacyResolver reports that aws.Config has a deprecated endpoint resolver.
	legacyResolver bool
}

// Copy returns a copy of o. Changes of its slices do not affect o.
func (o Options) Copy() Options {
	o.APIOptions = slices.Clone(o.APIOptions)
	o.Interceptors = o.Interceptors.Copy()
	o.features = slices.Clone(o.features)
	return o
}

// WithAPIOptions returns an option function that appends to APIOptions.
func WithAPIOptions(optFns ...func(*middleware.Stack) error) func(*Options) {
	return func(o *Options) {
		o.APIOptions = append(o.APIOptions, optFns...)
	}
}

// WithEndpointResolverV2 returns an option function that sets EndpointResolverV2.
func WithEndpointResolverV2(v EndpointResolverV2) func(*Options) {
	return func(o *Options) {
		o.EndpointResolverV2 = v
	}
}

// WithSigV4SigningName returns an option function that sets the service name in
// signatures. The default is "lightsail". It overrides the endpoint resolver's.
func WithSigV4SigningName(name string) func(*Options) {
	return func(o *Options) {
		o.signingName = name
	}
}

// WithSigV4SigningRegion returns an option function that sets the Region in
// signatures. The default is the Region that is called. It overrides the endpoint
// resolver's.
func WithSigV4SigningRegion(region string) func(*Options) {
	return func(o *Options) {
		o.signingRegion = region
	}
}

// configErr returns the error that every call with these options returns, or nil.
func (o *Options) configErr() error {
	_, isDefault := o.EndpointResolverV2.(defaultResolver)
	if o.legacyResolver && o.BaseEndpoint == nil && isDefault {
		return errLegacyResolver
	}
	return nil
}
