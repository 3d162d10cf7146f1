package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DetachCertificateFromDistribution.html
func (c *Client) DetachCertificateFromDistribution(ctx context.Context, params *DetachCertificateFromDistributionInput, optFns ...func(*Options)) (*DetachCertificateFromDistributionOutput, error) {
	return invoke[*DetachCertificateFromDistributionOutput](ctx, c, &detachCertificateFromDistribution, params, optFns)
}

var detachCertificateFromDistribution = transport.Operation{
	Name:   "DetachCertificateFromDistribution",
	Input:  (*DetachCertificateFromDistributionInput)(nil),
	Output: (*DetachCertificateFromDistributionOutput)(nil),
}

// DetachCertificateFromDistributionInput is the input of [Client.DetachCertificateFromDistribution].
type DetachCertificateFromDistributionInput struct {
	DistributionName *string `json:"distributionName,omitzero" required:"true"`
}

// DetachCertificateFromDistributionOutput is the output of [Client.DetachCertificateFromDistribution].
type DetachCertificateFromDistributionOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DetachCertificateFromDistributionOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
