package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	DistributionName *string `json:"distributionName,omitzero"`
}

// DeleteDistributionOutput is the output of [Client.DeleteDistribution].
type DeleteDistributionOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
