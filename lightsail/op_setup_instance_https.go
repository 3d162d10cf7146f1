package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// SetupInstanceHttps turns on HTTPS for the website on an instance: it requests a
// TLS certificate from a certificate authority and installs it on the instance.
//
// It is made for instances with a WordPress blueprint. The service runs commands on
// the instance; the call can return before they end. [Client.GetSetupHistory]
// returns their progress and output. If the instance does not exist, a
// *[types.NotFoundException] is returned.
//
// A certificate that is managed by Lightsail, for a load balancer or a
// distribution, is created by other operations:
// [Client.CreateLoadBalancerTlsCertificate] and [Client.CreateCertificate].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_SetupInstanceHttps.html
func (c *Client) SetupInstanceHttps(ctx context.Context, params *SetupInstanceHttpsInput, optFns ...func(*Options)) (*SetupInstanceHttpsOutput, error) {
	return invoke[*SetupInstanceHttpsOutput](ctx, c, &setupInstanceHttps, params, optFns)
}

var setupInstanceHttps = transport.Operation{
	Name:   "SetupInstanceHttps",
	Input:  (*SetupInstanceHttpsInput)(nil),
	Output: (*SetupInstanceHttpsOutput)(nil),
}

// SetupInstanceHttpsInput is the input of [Client.SetupInstanceHttps].
type SetupInstanceHttpsInput struct {
	// CertificateProvider is the certificate authority. The only known value is
	// "LetsEncrypt". Required.
	CertificateProvider types.CertificateProvider `json:"certificateProvider,omitzero" required:"true"`

	// DomainNames are the domains and subdomains of the website, 1 to 10. If there
	// are several, at least one must have at most 63 characters. Required.
	DomainNames []string `json:"domainNames,omitzero" required:"true"`

	// EmailAddress is the address that receives warnings about the renewal of the
	// certificate: 6 to 254 characters. Required.
	EmailAddress *string `json:"emailAddress,omitzero" required:"true" sensitive:"true"`

	// InstanceName is the name of the instance with the website. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v SetupInstanceHttpsInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v SetupInstanceHttpsInput) LogValue() slog.Value { return redact.LogValue(v) }

// SetupInstanceHttpsOutput is the output of [Client.SetupInstanceHttps].
type SetupInstanceHttpsOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *SetupInstanceHttpsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
