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

// EndpointResolverOptions choose among the addresses of the service in a Region.
type EndpointResolverOptions struct {
	// Logger and LogDeprecated are here for the sake of code written for the
	// official client. Nothing is logged.
	Logger        logging.Logger
	LogDeprecated bool

	// ResolvedRegion is here for the same reason. It is not read.
	ResolvedRegion string

	// DisableHTTPS calls the address by plain HTTP.
	DisableHTTPS bool

	// UseDualStackEndpoint chooses an address that IPv6 reaches, too.
	UseDualStackEndpoint aws.DualStackEndpointState

	// UseFIPSEndpoint chooses an address whose cryptography is validated by
	// FIPS 140.
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

// EndpointParameters are what an address depends on.
type EndpointParameters struct {
	// Region is the AWS Region. It is required where Endpoint is not set.
	Region *string

	// UseDualStack is false by default, and cannot be true beside Endpoint.
	UseDualStack *bool

	// UseFIPS is false by default, and cannot be true beside Endpoint.
	UseFIPS *bool

	// Endpoint is an address that replaces the service's own.
	Endpoint *string
}

// ValidateRequired returns an error that names a parameter that is not set.
func (p EndpointParameters) ValidateRequired() error {
	if p.UseDualStack == nil {
		return errors.New("parameter UseDualStack is required")
	}
	if p.UseFIPS == nil {
		return errors.New("parameter UseFIPS is required")
	}
	return nil
}

// WithDefaults returns the parameters with their defaults filled in.
func (p EndpointParameters) WithDefaults() EndpointParameters {
	if p.UseDualStack == nil {
		p.UseDualStack = aws.Bool(false)
	}
	if p.UseFIPS == nil {
		p.UseFIPS = aws.Bool(false)
	}
	return p
}

// EndpointResolverV2 finds the address of a call. It is asked for every attempt
// and must be safe for concurrent use.
type EndpointResolverV2 interface {
	ResolveEndpoint(ctx context.Context, params EndpointParameters) (smithyendpoints.Endpoint, error)
}

// NewDefaultEndpointResolverV2 returns the resolver that a client has by default.
//
// It knows the addresses of all partitions, with FIPS and dual stack. A Region
// that fits no partition is taken for one of the partition aws.
func NewDefaultEndpointResolverV2() EndpointResolverV2 {
	return defaultResolver{}
}

type defaultResolver struct{}

// ResolveEndpoint finds an address by the service's own rules.
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
		// What url.Parse says repeats the address, password and all.
		return smithyendpoints.Endpoint{}, errors.New("the endpoint is not a URL")
	}
	return smithyendpoints.Endpoint{URI: *u, Headers: http.Header{}}, nil
}

func ruleError(message string) (smithyendpoints.Endpoint, error) {
	return smithyendpoints.Endpoint{}, fmt.Errorf("endpoint rule error, %s", message)
}

// resolveEndpoint returns a function that finds the address of an attempt, or
// why there is none. The default resolver always says the same, so it is asked
// once, before anything is asked of others.
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

// sameEndpoint tells whether the default resolver, where both have it, finds the
// same address for o and other.
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

// endpointParameters checks what addresses are made of, and says in words what
// would otherwise end as a name that no DNS knows.
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
			// It becomes one label of a host name, and leaves the rest of the
			// name as it is.
			labels = []string{region}
		}
		if slices.ContainsFunc(labels, notLabel) {
			return params, fmt.Errorf("invalid input region %q: it is not a host name's label", o.Region)
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
		_, err := ruleError("Invalid Configuration: Missing Region: set Region in the options or in aws.Config, " +
			"or AWS_REGION or the profile's region where they are loaded")
		return params, err
	}
	if zone := zoneOf(region); zone != "" {
		return params, fmt.Errorf("%q is an Availability Zone, not a Region: its Region is %q", region, zone)
	}
	return params, nil
}

// validBaseEndpoint refuses what cannot be called. net/url takes a lone bracket for
// a part of a host's name.
func validBaseEndpoint(endpoint string) error {
	u, err := url.Parse(endpoint)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(u.Hostname(), "[]") {
		return errors.New("BaseEndpoint must be a URL with scheme and host, such as http://localhost:4566")
	}
	return nil
}

// notLabel tells whether s cannot be a label of a host name.
func notLabel(s string) bool {
	return !smithyhttp.ValidHostLabel(s) || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-")
}
