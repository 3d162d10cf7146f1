package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateBucketBundle changes the bundle of a bucket to a larger or smaller one.
//
// The bundle can be changed once in a monthly billing cycle; the field
// AbleToUpdateBundle of the bucket reports whether it can. A change restarts the
// storage and transfer counters of the cycle.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateBucketBundle.html
func (c *Client) UpdateBucketBundle(ctx context.Context, params *UpdateBucketBundleInput, optFns ...func(*Options)) (*UpdateBucketBundleOutput, error) {
	return invoke[*UpdateBucketBundleOutput](ctx, c, &updateBucketBundle, params, optFns)
}

var updateBucketBundle = transport.Operation{
	Name:   "UpdateBucketBundle",
	Input:  (*UpdateBucketBundleInput)(nil),
	Output: (*UpdateBucketBundleOutput)(nil),
}

// UpdateBucketBundleInput is the input of [Client.UpdateBucketBundle].
type UpdateBucketBundleInput struct {
	// BucketName is the name of the bucket. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// BundleId is the ID of the new bundle. [Client.GetBucketBundles] lists them.
	// Required.
	BundleId *string `json:"bundleId,omitzero" required:"true"`
}

func (in *UpdateBucketBundleInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// UpdateBucketBundleOutput is the output of [Client.UpdateBucketBundle].
type UpdateBucketBundleOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateBucketBundleOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
