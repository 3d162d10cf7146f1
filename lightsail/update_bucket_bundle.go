package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var updateBucketBundle = transport.Operation{
	Name:      "UpdateBucketBundle",
	NewOutput: func() any { return new(UpdateBucketBundleOutput) },
}

// UpdateBucketBundle gives a bucket another plan, larger or smaller.
//
// That is possible once in a monthly billing cycle; the bucket's
// AbleToUpdateBundle tells whether it still is. What the bucket has stored and
// transferred in the cycle is counted anew.
func (c *Client) UpdateBucketBundle(ctx context.Context, params *UpdateBucketBundleInput, optFns ...func(*Options)) (*UpdateBucketBundleOutput, error) {
	if params == nil {
		params = new(UpdateBucketBundleInput)
	}
	result, err := c.invoke(ctx, &updateBucketBundle, params, optFns)
	out, _ := result.(*UpdateBucketBundleOutput)
	return out, err
}

// UpdateBucketBundleInput says which bucket gets which plan.
type UpdateBucketBundleInput struct {
	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`

	// BundleId is required: the plan, one of those that GetBucketBundles returns.
	BundleId *string `json:"bundleId,omitzero"`
}

func (in *UpdateBucketBundleInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
	v.required("BundleId", in.BundleId == nil)
	v.notBlank("BundleId", in.BundleId)
}

// UpdateBucketBundleOutput is what was started. The bucket itself is not in it.
type UpdateBucketBundleOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateBucketBundleOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
