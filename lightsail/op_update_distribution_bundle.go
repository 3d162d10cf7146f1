package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	BundleId *string `json:"bundleId,omitzero"`

	DistributionName *string `json:"distributionName,omitzero"`
}

// UpdateDistributionBundleOutput is the output of [Client.UpdateDistributionBundle].
type UpdateDistributionBundleOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateDistributionBundleOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
