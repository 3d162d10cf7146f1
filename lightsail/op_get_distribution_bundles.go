package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributionBundles.html
func (c *Client) GetDistributionBundles(ctx context.Context, params *GetDistributionBundlesInput, optFns ...func(*Options)) (*GetDistributionBundlesOutput, error) {
	return invoke[*GetDistributionBundlesOutput](ctx, c, &getDistributionBundles, params, optFns)
}

var getDistributionBundles = transport.Operation{
	Name:       "GetDistributionBundles",
	Input:      (*GetDistributionBundlesInput)(nil),
	Output:     (*GetDistributionBundlesOutput)(nil),
	Repeatable: true,
}

// GetDistributionBundlesInput is the input of [Client.GetDistributionBundles].
type GetDistributionBundlesInput struct{}

// GetDistributionBundlesOutput is the output of [Client.GetDistributionBundles].
type GetDistributionBundlesOutput struct {
	Bundles []types.DistributionBundle `json:"bundles,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
