package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AttachCertificateToDistribution attaches an SSL/TLS certificate to a
// distribution, which then serves HTTPS for the domain names of the certificate.
//
// The change is finished when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that. The call does not change DNS records:
// those of the domain names must point to the DomainName of the distribution.
//
// Distributions and their certificates exist in us-east-1 only. In another Region
// the call returns a *[types.InvalidInputException]. If the distribution or the
// certificate does not exist, a *[types.NotFoundException] is returned.
//
// [Client.DetachCertificateFromDistribution] undoes the change.
// [Client.CreateCertificate] creates a certificate.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachCertificateToDistribution.html
func (c *Client) AttachCertificateToDistribution(ctx context.Context, params *AttachCertificateToDistributionInput, optFns ...func(*Options)) (*AttachCertificateToDistributionOutput, error) {
	return invoke[*AttachCertificateToDistributionOutput](ctx, c, &attachCertificateToDistribution, params, optFns)
}

var attachCertificateToDistribution = transport.Operation{
	Name:   "AttachCertificateToDistribution",
	Input:  (*AttachCertificateToDistributionInput)(nil),
	Output: (*AttachCertificateToDistributionOutput)(nil),
}

// AttachCertificateToDistributionInput is the input of [Client.AttachCertificateToDistribution].
type AttachCertificateToDistributionInput struct {
	// CertificateName is the name of the certificate in Lightsail, which can differ
	// from its domain name. The certificate must have the status "ISSUED".
	// [Client.GetCertificates] lists certificates. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	// DistributionName is the name of the distribution that is to use the
	// certificate. Required.
	DistributionName *string `json:"distributionName,omitzero" required:"true"`
}

// AttachCertificateToDistributionOutput is the output of [Client.AttachCertificateToDistribution].
type AttachCertificateToDistributionOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachCertificateToDistributionOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
