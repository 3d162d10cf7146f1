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

// HTTPClient sends one HTTP request. An *http.Client is one. It must be safe for
// concurrent use.
type HTTPClient interface {
	Do(*http.Request) (*http.Response, error)
}

// HTTPSignerV4 signs one HTTP request with AWS Signature Version 4. It must be
// safe for concurrent use.
type HTTPSignerV4 interface {
	SignHTTP(ctx context.Context, credentials aws.Credentials, r *http.Request, payloadHash string, service string, region string, signingTime time.Time, optFns ...func(*v4.SignerOptions)) error
}

// Options say how a client, or a single call, goes to the service.
//
// A call's option functions get a copy of the client's options, and what they
// set holds for that call alone.
type Options struct {
	// APIOptions change the middleware of every call.
	APIOptions []func(*middleware.Stack) error

	// AppID names the application in the User-Agent header.
	AppID string

	// BaseEndpoint replaces the service's own address, for example with that of
	// a test server: a URL with scheme http or https, and a path where needed.
	BaseEndpoint *string

	// ClientLogMode says what goes to Logger. Nothing does by default.
	ClientLogMode aws.ClientLogMode

	// Credentials sign the requests. With none, or with
	// aws.AnonymousCredentials, requests go out unsigned.
	Credentials aws.CredentialsProvider

	// DefaultsMode sets timeouts of connections and the retry mode for kinds of
	// networks. It is read when the client is made.
	DefaultsMode aws.DefaultsMode

	// DisableClockSkewCorrection signs with this machine's clock, however wrong
	// the service's answers show it to be.
	DisableClockSkewCorrection bool

	// DisableParamValidation sends input that is known to be refused, for
	// example a bucket name with capitals. Required members are still required.
	DisableParamValidation bool

	// EndpointOptions choose among the service's addresses.
	EndpointOptions EndpointResolverOptions

	// EndpointResolverV2 finds the address of a call. The default knows all
	// partitions.
	EndpointResolverV2 EndpointResolverV2

	// HTTPClient sends the requests. The default is an
	// awshttp.BuildableClient with the timeouts of DefaultsMode.
	HTTPClient HTTPClient

	// HTTPSignerV4 signs the requests. The default is that of aws-sdk-go-v2.
	HTTPSignerV4 HTTPSignerV4

	// Interceptors are called at the steps of every call.
	Interceptors smithyhttp.InterceptorRegistry

	// Logger gets what ClientLogMode says. The default drops it.
	Logger logging.Logger

	// MeterProvider records metrics of every call. The default does not.
	MeterProvider metrics.MeterProvider

	// Region is the AWS Region to call, for example us-east-1: a Region, not an
	// Availability Zone. It is required unless BaseEndpoint or a resolver of
	// your own gives the address, and it is part of every signature.
	Region string

	// RetryMaxAttempts bounds how often a call is attempted, the first time
	// included. 0 leaves it to the Retryer, whose default is 3.
	RetryMaxAttempts int

	// RetryMode is standard, the default, or adaptive. It is read when the
	// client is made, and only where Retryer is nil.
	RetryMode aws.RetryMode

	// Retryer says what is tried again and when. The default is that of
	// RetryMode.
	Retryer aws.Retryer

	// RuntimeEnvironment is what config.LoadDefaultConfig learnt of the machine
	// for DefaultsMode auto.
	RuntimeEnvironment aws.RuntimeEnvironment

	// TracerProvider records spans of every call. The default does not.
	TracerProvider tracing.TracerProvider

	// features mark the user agent: a page of a paginator, a look of a waiter.
	features []string

	// signingName and signingRegion override what the endpoint says.
	signingName, signingRegion string

	// modeApplied tells that DefaultsMode has had its say.
	modeApplied bool

	// refusal is why no call can be made with these options.
	refusal error
}

// Copy returns a copy of o that shares no list with it.
func (o Options) Copy() Options {
	o.APIOptions = slices.Clone(o.APIOptions)
	o.Interceptors = o.Interceptors.Copy()
	o.features = slices.Clone(o.features)
	return o
}

// WithAPIOptions returns an option that adds to APIOptions.
func WithAPIOptions(optFns ...func(*middleware.Stack) error) func(*Options) {
	return func(o *Options) {
		o.APIOptions = append(o.APIOptions, optFns...)
	}
}

// WithEndpointResolverV2 returns an option that sets EndpointResolverV2.
func WithEndpointResolverV2(v EndpointResolverV2) func(*Options) {
	return func(o *Options) {
		o.EndpointResolverV2 = v
	}
}

// WithSigV4SigningName returns an option that signs for another service name
// than lightsail. It prevails over the endpoint resolver's.
func WithSigV4SigningName(name string) func(*Options) {
	return func(o *Options) {
		o.signingName = name
	}
}

// WithSigV4SigningRegion returns an option that signs for another Region than
// the one called. It prevails over the endpoint resolver's.
func WithSigV4SigningRegion(region string) func(*Options) {
	return func(o *Options) {
		o.signingRegion = region
	}
}
