package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	DistributionName *string `json:"distributionName,omitzero" required:"true"`
}

// AttachCertificateToDistributionOutput is the output of [Client.AttachCertificateToDistribution].
type AttachCertificateToDistributionOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachCertificateToDistributionOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
