package transport

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	smithyauth "github.com/aws/smithy-go/auth"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// errNoKeys refuses credentials that cannot sign anything.
var errNoKeys = errors.New("the credentials provider returned no access key ID or no secret access key")

// signs tells whether requests are signed.
func (c *Config) signs() bool { return c.Credentials != nil }

// credentials asks the provider for the keys of an attempt. They are zero where
// requests go out unsigned.
func (c *Config) credentials(ctx context.Context) (credentials aws.Credentials, err error) {
	if !c.signs() {
		return credentials, nil
	}
	credentials, err = c.Credentials.Retrieve(ctx)
	if err == nil && !credentials.HasKeys() {
		err = errNoKeys
	}
	if err != nil {
		return aws.Credentials{}, fmt.Errorf("get identity: %w", fmt.Errorf("get credentials: %w", err))
	}
	return credentials, nil
}

// scope returns what a request to endpoint is signed for. The endpoint has its
// say over the Region, and what the config sets outright over both.
func (c *Config) scope(endpoint *smithyendpoints.Endpoint) scope {
	s := c.defaultScope()
	s.ofEndpoint(endpoint)
	s.override(c.SigningName, c.SigningRegion)
	return s
}

func (c *Config) defaultScope() scope {
	return scope{name: signingName, region: c.Region}
}

// A scope is what a signature depends on beside the request and the keys.
type scope struct {
	name, region          string
	disableDoubleEncoding bool
}

func (s *scope) ofEndpoint(endpoint *smithyendpoints.Endpoint) {
	if endpoint.Properties.Values() == nil {
		return // and spare the map that a look into it would make
	}
	options, _ := smithyauth.GetAuthOptions(&endpoint.Properties)
	for _, option := range options {
		if name, ok := smithyhttp.GetSigV4SigningName(&option.SignerProperties); ok {
			s.name = name
		}
		if region, ok := smithyhttp.GetSigV4SigningRegion(&option.SignerProperties); ok {
			s.region = region
		}
		if disable, ok := smithyhttp.GetDisableDoubleEncoding(&option.SignerProperties); ok {
			s.disableDoubleEncoding = disable
		}
	}
}

// ofContext takes over what the context of a watched call says. It got that from
// the config, and middleware may have changed it.
func (s *scope) ofContext(ctx context.Context) {
	//lint:ignore SA1019 middleware still sets them, and the official client heeds it
	s.override(awsmiddleware.GetSigningName(ctx), awsmiddleware.GetSigningRegion(ctx))
}

// override replaces what is set.
func (s *scope) override(name, region string) {
	if name != "" {
		s.name = name
	}
	if region != "" {
		s.region = region
	}
}

// sign signs req, whose body has the given hash, as of now, corrected by the
// clock skew.
func (c *call) sign(ctx context.Context, req *http.Request, bodyHash string, credentials aws.Credentials, s scope) error {
	options := c.config.signerOptions
	if s.disableDoubleEncoding {
		options = append(options[:len(options):len(options)], func(o *v4.SignerOptions) { o.DisableURIPathEscaping = true })
	}
	now := time.Now().Add(c.skew)
	if err := c.config.Signer.SignHTTP(ctx, credentials, req, bodyHash, s.name, s.region, now, options...); err != nil {
		return fmt.Errorf("sign request: %w", fmt.Errorf("sign http: %w", err))
	}
	return nil
}
