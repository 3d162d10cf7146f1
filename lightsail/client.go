package lightsail

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/transport"
)

// ServiceID is the name by which the AWS SDK and its tools know the service.
const ServiceID = transport.ServiceID

// ServiceAPIVersion is the version of the service's interface.
const ServiceAPIVersion = "2016-11-28"

// A Client calls Amazon Lightsail.
//
// Make it with [NewFromConfig] or [New]. It is safe for concurrent use, keeps
// connections open between calls, and needs no closing.
type Client struct {
	options Options
	config  *transport.Config
}

// New returns a client with the given options.
//
// Defaults stand in for what is not set, then optFns are applied in their order.
// The caller's options are not changed. Options that cannot work, a missing
// Region for example, are told by the first call.
func New(options Options, optFns ...func(*Options)) *Client {
	options = options.Copy()
	options.setDefaults()
	for _, fn := range optFns {
		fn(&options)
	}
	options.setDefaults()
	options.limitAttempts()

	c := &Client{options: options}
	c.config = options.config(nil)
	return c
}

// NewFromConfig returns a client with the settings of cfg, as
// config.LoadDefaultConfig makes it.
//
// Every setting that the official client heeds is heeded: ServiceOptions,
// Interceptors, and FIPS, dual-stack and endpoint settings of the environment
// and the profile among them. Only EndpointResolver and
// EndpointResolverWithOptions, both deprecated, are not: with one of them set,
// every call fails and names BaseEndpoint, which replaces them.
func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client {
	return New(optionsFromConfig(cfg), func(o *Options) {
		for _, fn := range cfg.ServiceOptions {
			fn(ServiceID, o)
		}
		for _, fn := range optFns {
			fn(o)
		}
	})
}

// Options returns a copy of the client's options, defaults included.
func (c *Client) Options() Options {
	return c.options.Copy()
}
