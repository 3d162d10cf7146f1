package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetBucketBundles returns the bundles for buckets. A bundle determines storage,
// monthly data transfer and price. The result is not paginated.
//
// Some IDs, such as "small_1_0", are also IDs of instance bundles, which
// [Client.GetBundles] returns.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBucketBundles.html
func (c *Client) GetBucketBundles(ctx context.Context, params *GetBucketBundlesInput, optFns ...func(*Options)) (*GetBucketBundlesOutput, error) {
	return invoke[*GetBucketBundlesOutput](ctx, c, &getBucketBundles, params, optFns)
}

var getBucketBundles = transport.Operation{
	Name:       "GetBucketBundles",
	Input:      (*GetBucketBundlesInput)(nil),
	Output:     (*GetBucketBundlesOutput)(nil),
	Repeatable: true,
}

// GetBucketBundlesInput is the input of [Client.GetBucketBundles].
type GetBucketBundlesInput struct {
	// IncludeInactive includes bundles that can no longer be used for new buckets.
	// The default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`
}

// GetBucketBundlesOutput is the output of [Client.GetBucketBundles].
type GetBucketBundlesOutput struct {
	// Bundles are the bundles for buckets.
	Bundles []types.BucketBundle `json:"bundles,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
