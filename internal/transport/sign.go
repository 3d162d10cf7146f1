package transport

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"
	smithyauth "github.com/aws/smithy-go/auth"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// errNoKeys refuses credentials that cannot sign anything.
var errNoKeys = errors.New("the credentials provider returned no access key ID or no secret access key")

// credentials asks the provider for the keys of an attempt. It returns nil where
// requests go out unsigned.
func (c *Config) credentials(ctx context.Context) (*aws.Credentials, error) {
	if c.Credentials == nil {
		return nil, nil
	}
	credentials, err := c.Credentials.Retrieve(ctx)
	if err == nil && !credentials.HasKeys() {
		err = errNoKeys
	}
	if err != nil {
		return nil, fmt.Errorf("get identity: get credentials: %w", err)
	}
	return &credentials, nil
}

// signing returns the properties that a request to endpoint is signed with. The
// endpoint has its say over the config, and the context over both.
func signing(ctx context.Context, config *Config, endpoint *smithyendpoints.Endpoint) scope {
	s := scope{name: signingName, region: config.Region}
	options, _ := smithyauth.GetAuthOptions(&endpoint.Properties)
	for _, option := range options {
		s.override(&option.SignerProperties)
	}
	if name := awsmiddleware.GetSigningName(ctx); name != "" {
		s.name = name
	}
	if region := awsmiddleware.GetSigningRegion(ctx); region != "" {
		s.region = region
	}
	return s
}

// A scope is what a signature depends on beside the request and the keys.
type scope struct {
	name, region          string
	disableDoubleEncoding bool
}

func (s *scope) override(properties *smithy.Properties) {
	if name, ok := smithyhttp.GetSigV4SigningName(properties); ok {
		s.name = name
	}
	if region, ok := smithyhttp.GetSigV4SigningRegion(properties); ok {
		s.region = region
	}
	if disable, ok := smithyhttp.GetDisableDoubleEncoding(properties); ok {
		s.disableDoubleEncoding = disable
	}
}

// sign signs req as of now, corrected by the clock skew.
func (c *call) sign(ctx context.Context, req *http.Request, credentials aws.Credentials, s scope) error {
	var options []func(*v4.SignerOptions)
	if s.disableDoubleEncoding {
		options = append(options, func(o *v4.SignerOptions) { o.DisableURIPathEscaping = true })
	}
	err := c.config.Signer.SignHTTP(ctx, credentials, req, c.bodyHash, s.name, s.region, c.now(), options...)
	if err != nil {
		return fmt.Errorf("sign request: sign http: %w", err)
	}
	return nil
}
