package lightsail

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/logging"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// EndpointResolverOptions select among the endpoints of the service in a Region.
type EndpointResolverOptions struct {
	// Logger and LogDeprecated exist for compatibility with the official client.
	// They are not used.
	Logger        logging.Logger
	LogDeprecated bool

	// ResolvedRegion exists for compatibility too. It is not used.
	ResolvedRegion string

	// DisableHTTPS makes calls use plain HTTP.
	DisableHTTPS bool

	// UseDualStackEndpoint selects an endpoint that supports IPv4 and IPv6.
	UseDualStackEndpoint aws.DualStackEndpointState

	// UseFIPSEndpoint selects an endpoint whose cryptographic modules are
	// validated by FIPS 140.
	UseFIPSEndpoint aws.FIPSEndpointState
}

// GetResolvedRegion returns ResolvedRegion.
func (o EndpointResolverOptions) GetResolvedRegion() string { return o.ResolvedRegion }

// GetDisableHTTPS returns DisableHTTPS.
func (o EndpointResolverOptions) GetDisableHTTPS() bool { return o.DisableHTTPS }

// GetUseDualStackEndpoint returns UseDualStackEndpoint.
func (o EndpointResolverOptions) GetUseDualStackEndpoint() aws.DualStackEndpointState {
	return o.UseDualStackEndpoint
}

// GetUseFIPSEndpoint returns UseFIPSEndpoint.
func (o EndpointResolverOptions) GetUseFIPSEndpoint() aws.FIPSEndpointState {
	return o.UseFIPSEndpoint
}

// EndpointParameters are what the endpoint of a call depends on.
type EndpointParameters struct {
	// Region is the AWS Region. Required unless Endpoint is set.
	Region *string

	// UseDualStack selects an endpoint that supports IPv4 and IPv6. The default is
	// false. It cannot be combined with Endpoint.
	UseDualStack *bool

	// UseFIPS selects an endpoint that is validated by FIPS 140. The default is
	// false. It cannot be combined with Endpoint.
	UseFIPS *bool

	// Endpoint is a URL that replaces the service's endpoint.
	Endpoint *string
}

// ValidateRequired returns an error if UseDualStack or UseFIPS is nil.
func (p EndpointParameters) ValidateRequired() error {
	if p.UseDualStack == nil {
		return errors.New("parameter UseDualStack is required")
	}
	if p.UseFIPS == nil {
		return errors.New("parameter UseFIPS is required")
	}
	return nil
}

// WithDefaults returns a copy of p with defaults for UseDualStack and UseFIPS.
func (p EndpointParameters) WithDefaults() EndpointParameters {
	if p.UseDualStack == nil {
		p.UseDualStack = aws.Bool(false)
	}
	if p.UseFIPS == nil {
		p.UseFIPS = aws.Bool(false)
	}
	return p
}

// EndpointResolverV2 resolves the endpoint of a call. It is called for every
// attempt. Implementations must be safe for concurrent use.
type EndpointResolverV2 interface {
	// ResolveEndpoint returns the endpoint for params.
	ResolveEndpoint(ctx context.Context, params EndpointParameters) (smithyendpoints.Endpoint, error)
}

// NewDefaultEndpointResolverV2 returns the default resolver of a client.
//
// It knows the endpoints of all partitions of AWS, with FIPS and dual stack. A
// Region that matches no partition is treated as one of the partition "aws".
func NewDefaultEndpointResolverV2() EndpointResolverV2 {
	return defaultResolver{}
}

type defaultResolver struct{}

// ResolveEndpoint applies the endpoint rules of the service.
func (defaultResolver) ResolveEndpoint(_ context.Context, params EndpointParameters) (smithyendpoints.Endpoint, error) {
	params = params.WithDefaults()
	fips, dualStack := *params.UseFIPS, *params.UseDualStack

	var address string
	switch {
	case params.Endpoint != nil && fips:
		return ruleError("Invalid Configuration: FIPS and custom endpoint are not supported")
	case params.Endpoint != nil && dualStack:
		return ruleError("Invalid Configuration: Dualstack and custom endpoint are not supported")
	case params.Endpoint != nil:
		address = *params.Endpoint
	case params.Region == nil:
		return ruleError("Invalid Configuration: Missing Region")
	default:
		address = "https://" + partitionOf(*params.Region).host(*params.Region, fips, dualStack)
	}
	u, err := url.Parse(address)
	if err != nil {
		// The error of url.Parse quotes the URL with its password.
		return smithyendpoints.Endpoint{}, errors.New("the endpoint is not a URL")
	}
	return smithyendpoints.Endpoint{URI: *u, Headers: http.Header{}}, nil
}

func ruleError(message string) (smithyendpoints.Endpoint, error) {
	return smithyendpoints.Endpoint{}, fmt.Errorf("endpoint rule error, %s", message)
}

// resolveEndpoint returns a function that resolves the endpoint of an attempt. The
// default resolver always returns the same endpoint, so it is called here once.
func (o *Options) resolveEndpoint() (func(context.Context) (smithyendpoints.Endpoint, error), error) {
	resolver := o.EndpointResolverV2
	params, err := o.endpointParameters()
	if err != nil {
		return nil, err
	}
	if _, ok := resolver.(defaultResolver); !ok {
		return func(ctx context.Context) (smithyendpoints.Endpoint, error) {
			return resolver.ResolveEndpoint(ctx, params)
		}, nil
	}
	endpoint, err := resolver.ResolveEndpoint(context.Background(), params)
	if err != nil {
		return nil, err
	}
	return func(context.Context) (smithyendpoints.Endpoint, error) {
		return endpoint, nil
	}, nil
}

// sameEndpoint reports whether o and other both have the default resolver and it
// returns the same endpoint for them.
func (o *Options) sameEndpoint(other *Options) bool {
	_, isDefault := o.EndpointResolverV2.(defaultResolver)
	_, wasDefault := other.EndpointResolverV2.(defaultResolver)
	return isDefault && wasDefault &&
		o.Region == other.Region &&
		aws.ToString(o.BaseEndpoint) == aws.ToString(other.BaseEndpoint) &&
		(o.BaseEndpoint == nil) == (other.BaseEndpoint == nil) &&
		o.EndpointOptions.UseDualStackEndpoint == other.EndpointOptions.UseDualStackEndpoint &&
		o.EndpointOptions.UseFIPSEndpoint == other.EndpointOptions.UseFIPSEndpoint
}

// endpointParameters returns the parameters of the endpoint. It rejects values
// that would otherwise fail as a DNS lookup of an unknown host.
func (o *Options) endpointParameters() (EndpointParameters, error) {
	region := intrinsicRegion(o.Region)
	params := EndpointParameters{
		UseDualStack: aws.Bool(o.EndpointOptions.UseDualStackEndpoint == aws.DualStackEndpointStateEnabled),
		UseFIPS:      aws.Bool(o.EndpointOptions.UseFIPSEndpoint == aws.FIPSEndpointStateEnabled || region != o.Region),
	}
	_, ownRules := o.EndpointResolverV2.(defaultResolver)
	if region != "" {
		labels := strings.Split(region, ".")
		if ownRules && o.BaseEndpoint == nil {
			// The default resolver makes it one label of a host name.
			labels = []string{region}
		}
		if slices.ContainsFunc(labels, notLabel) {
			return params, fmt.Errorf("invalid input region %q: a Region must be a valid label of a host name", o.Region)
		}
		params.Region = &region
	}
	if o.BaseEndpoint != nil {
		endpoint := *o.BaseEndpoint
		params.Endpoint = &endpoint
		if ownRules {
			return params, validBaseEndpoint(endpoint)
		}
	}
	if !ownRules {
		return params, nil
	}
	if region == "" {
		_, err := ruleError("Invalid Configuration: Missing Region: set AWS_REGION, the profile's region, or Options.Region")
		return params, err
	}
	if parent := regionOfZone(region); parent != "" {
		return params, fmt.Errorf("invalid Region %q: it is an Availability Zone of the Region %q", region, parent)
	}
	return params, nil
}

// validBaseEndpoint returns an error for a URL that cannot be called. net/url
// accepts a single bracket as a part of a host name.
func validBaseEndpoint(endpoint string) error {
	u, err := url.Parse(endpoint)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(u.Hostname(), "[]") {
		return errors.New("BaseEndpoint must be a URL with scheme and host, such as http://localhost:4566")
	}
	return nil
}

// notLabel reports whether s is not a valid label of a host name.
func notLabel(s string) bool {
	return !smithyhttp.ValidHostLabel(s) || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-")
}
