package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DetachCertificateFromDistribution detaches the SSL/TLS certificate from a
// distribution. The distribution then no longer serves the domain names of the
// certificate.
//
// The change is finished when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that. The certificate is not deleted;
// [Client.AttachCertificateToDistribution] attaches it again.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// DistributionName is the name of the distribution whose certificate is
	// detached. Required.
	DistributionName *string `json:"distributionName,omitzero" required:"true"`
}

// DetachCertificateFromDistributionOutput is the output of [Client.DetachCertificateFromDistribution].
type DetachCertificateFromDistributionOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DetachCertificateFromDistributionOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
