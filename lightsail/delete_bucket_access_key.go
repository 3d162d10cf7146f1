package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var deleteBucketAccessKey = transport.Operation{
	Name:      "DeleteBucketAccessKey",
	NewOutput: func() any { return new(DeleteBucketAccessKeyOutput) },
}

// DeleteBucketAccessKey deletes a pair of keys of a bucket. Programs that use it
// are then refused.
func (c *Client) DeleteBucketAccessKey(ctx context.Context, params *DeleteBucketAccessKeyInput, optFns ...func(*Options)) (*DeleteBucketAccessKeyOutput, error) {
	if params == nil {
		params = new(DeleteBucketAccessKeyInput)
	}
	result, err := c.invoke(ctx, &deleteBucketAccessKey, params, optFns)
	out, _ := result.(*DeleteBucketAccessKeyOutput)
	return out, err
}

// DeleteBucketAccessKeyInput says which keys of which bucket to delete.
type DeleteBucketAccessKeyInput struct {
	// AccessKeyId is required: the ID of the pair.
	AccessKeyId *string `json:"accessKeyId,omitzero"`

	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`
}

func (in *DeleteBucketAccessKeyInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
	v.required("AccessKeyId", in.AccessKeyId == nil)
	v.notBlank("AccessKeyId", in.AccessKeyId)
}

// DeleteBucketAccessKeyOutput is what was started.
type DeleteBucketAccessKeyOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteBucketAccessKeyOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
