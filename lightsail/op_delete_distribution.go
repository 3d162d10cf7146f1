package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteDistribution deletes a distribution. The deletion cannot be undone.
//
// The distribution is deleted when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that. Requests for its domain names then
// fail. Use [Client.UpdateDistribution] with IsEnabled false to stop serving and
// keep the distribution.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteDistribution.html
func (c *Client) DeleteDistribution(ctx context.Context, params *DeleteDistributionInput, optFns ...func(*Options)) (*DeleteDistributionOutput, error) {
	return invoke[*DeleteDistributionOutput](ctx, c, &deleteDistribution, params, optFns)
}

var deleteDistribution = transport.Operation{
	Name:   "DeleteDistribution",
	Input:  (*DeleteDistributionInput)(nil),
	Output: (*DeleteDistributionOutput)(nil),
}

// DeleteDistributionInput is the input of [Client.DeleteDistribution].
type DeleteDistributionInput struct {
	// DistributionName is the name of the distribution to delete. Always set it,
	// although the model of the service does not require it.
	DistributionName *string `json:"distributionName,omitzero"`
}

// DeleteDistributionOutput is the output of [Client.DeleteDistribution].
type DeleteDistributionOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
