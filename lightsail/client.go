package lightsail

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/transport"
)

// ServiceID is the ID of the service in the AWS SDK. Middleware and
// [aws.Config.ServiceOptions] receive it.
const ServiceID = "Lightsail"

// ServiceAPIVersion is the version of the service's API.
const ServiceAPIVersion = "2016-11-28"

// A Client calls Amazon Lightsail.
//
// Create one with [NewFromConfig] or [New] and share it: a Client is safe for
// concurrent use and reuses connections. It does not need to be closed.
type Client struct {
	options Options
	config  *transport.Config
}

// New returns a client with the given options.
//
// New fills in the defaults of fields that are not set, then calls optFns in
// order on a copy of options. New does not validate options. Invalid options, such
// as a missing Region, are reported by the first call.
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

// NewFromConfig returns a client with the settings of cfg, which usually comes
// from config.LoadDefaultConfig.
//
// It applies the settings that the official client applies, including
// ServiceOptions, Interceptors, and the FIPS, dual-stack and endpoint settings of
// the environment and the profile.
//
// The deprecated fields EndpointResolver and EndpointResolverWithOptions are not
// supported. If cfg has one of them and neither cfg nor an option function sets
// BaseEndpoint or EndpointResolverV2, every call returns an error.
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

// Options returns a copy of the client's options, including defaults.
func (c *Client) Options() Options {
	return c.options.Copy()
}
