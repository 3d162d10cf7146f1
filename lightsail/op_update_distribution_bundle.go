package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateDistributionBundle changes the bundle of a distribution, which determines
// its price and the data transfer that the price includes. Use it when a
// distribution exceeds its monthly data transfer, which costs extra.
//
// The bundle can be changed once in a monthly billing cycle. AbleToUpdateBundle of
// the distribution, which [Client.GetDistributions] returns, reports whether it can
// be changed now. The change is finished when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistributionBundle.html
func (c *Client) UpdateDistributionBundle(ctx context.Context, params *UpdateDistributionBundleInput, optFns ...func(*Options)) (*UpdateDistributionBundleOutput, error) {
	return invoke[*UpdateDistributionBundleOutput](ctx, c, &updateDistributionBundle, params, optFns)
}

var updateDistributionBundle = transport.Operation{
	Name:   "UpdateDistributionBundle",
	Input:  (*UpdateDistributionBundleInput)(nil),
	Output: (*UpdateDistributionBundleOutput)(nil),
}

// UpdateDistributionBundleInput is the input of [Client.UpdateDistributionBundle].
type UpdateDistributionBundleInput struct {
	// BundleId is the ID of the new bundle, for example "medium_1_0".
	// [Client.GetDistributionBundles] lists them. Always set it, although the model
	// of the service does not require it.
	BundleId *string `json:"bundleId,omitzero"`

	// DistributionName is the name of the distribution to change. Always set it,
	// although the model of the service does not require it.
	DistributionName *string `json:"distributionName,omitzero"`
}

// UpdateDistributionBundleOutput is the output of [Client.UpdateDistributionBundle].
type UpdateDistributionBundleOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateDistributionBundleOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
