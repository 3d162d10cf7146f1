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

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// errNoKeys is the error of credentials that cannot sign.
var errNoKeys = errors.New("the credentials provider returned no access key ID or no secret access key")

// signs reports whether requests are signed.
func (c *Config) signs() bool { return c.Credentials != nil }

// credentials retrieves the credentials of an attempt. They are zero if requests
// are sent unsigned.
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

// signsItself reports whether requests are signed by [sigv4.Signer] where it can. Its
// signatures are those of the default signer, but it does not log.
func (c *Config) signsItself() bool {
	return c.DefaultSigner != nil && c.Signer == c.DefaultSigner && !c.ClientLogMode.IsSigning()
}

// scope returns the signing scope of a request to endpoint. The endpoint's
// properties override the Region, and the config's signing options override both.
func (c *Config) scope(endpoint *smithyendpoints.Endpoint) scope {
	s := c.defaultScope()
	s.ofEndpoint(endpoint)
	s.override(c.SigningName, c.SigningRegion)
	return s
}

func (c *Config) defaultScope() scope {
	return scope{name: signingName, region: c.Region}
}

// A scope holds what a signature depends on besides the request and the
// credentials.
type scope struct {
	name, region          string
	disableDoubleEncoding bool
}

func (s *scope) ofEndpoint(endpoint *smithyendpoints.Endpoint) {
	if endpoint.Properties.Values() == nil {
		return // reading an empty Properties would allocate its map
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

// ofContext returns s with the signing name and Region of the context. Those come from
// the config, and middleware may have changed them.
func (s scope) ofContext(ctx context.Context) scope {
	//lint:ignore SA1019 middleware still sets them, and the official client respects it
	s.override(awsmiddleware.GetSigningName(ctx), awsmiddleware.GetSigningRegion(ctx))
	return s
}

// override sets the name and the Region that are not empty.
func (s *scope) override(name, region string) {
	if name != "" {
		s.name = name
	}
	if region != "" {
		s.region = region
	}
}

// sign signs req, whose body has the given hash. The signing time is now plus
// the clock skew. The header values that it sets may be stored in values.
func (c *call) sign(
	ctx context.Context, req *http.Request, bodyHash string, credentials aws.Credentials, s scope, skew time.Duration,
	values *sigv4.Values,
) error {
	now := time.Now().Add(skew)
	if c.config.signsItself() &&
		c.config.shared.signer.Sign(req, credentials, bodyHash, s.name, s.region, now, values) {
		return nil
	}
	options := c.config.signerOptions
	if s.disableDoubleEncoding {
		options = append(options[:len(options):len(options)], func(o *v4.SignerOptions) { o.DisableURIPathEscaping = true })
	}
	if err := c.config.Signer.SignHTTP(ctx, credentials, req, bodyHash, s.name, s.region, now, options...); err != nil {
		return fmt.Errorf("sign request: %w", fmt.Errorf("sign http: %w", err))
	}
	return nil
}
