package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var setResourceAccessForBucket = transport.Operation{
	Name:      "SetResourceAccessForBucket",
	NewOutput: func() any { return new(SetResourceAccessForBucketOutput) },
}

// SetResourceAccessForBucket lets an instance use a bucket without access keys,
// or no longer.
//
// The instance must be in the bucket's Region, and running or stopped.
func (c *Client) SetResourceAccessForBucket(ctx context.Context, params *SetResourceAccessForBucketInput, optFns ...func(*Options)) (*SetResourceAccessForBucketOutput, error) {
	if params == nil {
		params = new(SetResourceAccessForBucketInput)
	}
	result, err := c.invoke(ctx, &setResourceAccessForBucket, params, optFns)
	out, _ := result.(*SetResourceAccessForBucketOutput)
	return out, err
}

// SetResourceAccessForBucketInput says which instance, which bucket, and whether.
type SetResourceAccessForBucketInput struct {
	// Access is required: allow or deny.
	Access types.ResourceBucketAccess `json:"access,omitzero"`

	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`

	// ResourceName is required: the instance.
	ResourceName *string `json:"resourceName,omitzero"`
}

func (in *SetResourceAccessForBucketInput) check(v *violations) {
	v.required("ResourceName", in.ResourceName == nil)
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
	v.required("Access", in.Access == "")
}

// SetResourceAccessForBucketOutput is what was started.
type SetResourceAccessForBucketOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *SetResourceAccessForBucketOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
