package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDistributionBundles returns the bundles of distributions: what each costs and
// how much data transfer it includes.
//
// Use it to choose a BundleId for [Client.CreateDistribution] or
// [Client.UpdateDistributionBundle]. Call it in us-east-1, the only Region with
// distributions; in another Region it returns a *[types.InvalidInputException].
//
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
	// Bundles are the bundles that distributions can have. Check IsActive before
	// you use one.
	Bundles []types.DistributionBundle `json:"bundles,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
