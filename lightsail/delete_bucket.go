package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var deleteBucket = transport.Operation{
	Name:      "DeleteBucket",
	NewOutput: func() any { return new(DeleteBucketOutput) },
}

// DeleteBucket deletes a bucket with all that is in it. Its name is then free
// again, for any account.
//
// A bucket that has objects or access keys, to which instances are attached, or
// which is the origin of a distribution, is deleted only with ForceDelete.
func (c *Client) DeleteBucket(ctx context.Context, params *DeleteBucketInput, optFns ...func(*Options)) (*DeleteBucketOutput, error) {
	if params == nil {
		params = new(DeleteBucketInput)
	}
	result, err := c.invoke(ctx, &deleteBucket, params, optFns)
	out, _ := result.(*DeleteBucketOutput)
	return out, err
}

// DeleteBucketInput says which bucket to delete.
type DeleteBucketInput struct {
	// BucketName is required: the bucket to delete.
	BucketName *string `json:"bucketName,omitzero"`

	// ForceDelete deletes the bucket even where it is in use. The default is
	// false.
	ForceDelete *bool `json:"forceDelete,omitzero"`
}

func (in *DeleteBucketInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
}

// DeleteBucketOutput is what was started.
type DeleteBucketOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
