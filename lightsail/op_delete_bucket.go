package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteBucket deletes a bucket and the objects in it. Afterwards any account can
// use its name.
//
// A bucket that contains objects, has access keys, has attached instances or is the
// origin of a distribution is deleted only if ForceDelete is true.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteBucket.html
func (c *Client) DeleteBucket(ctx context.Context, params *DeleteBucketInput, optFns ...func(*Options)) (*DeleteBucketOutput, error) {
	return invoke[*DeleteBucketOutput](ctx, c, &deleteBucket, params, optFns)
}

var deleteBucket = transport.Operation{
	Name:   "DeleteBucket",
	Input:  (*DeleteBucketInput)(nil),
	Output: (*DeleteBucketOutput)(nil),
}

// DeleteBucketInput is the input of [Client.DeleteBucket].
type DeleteBucketInput struct {
	// BucketName is the name of the bucket to delete. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// ForceDelete deletes the bucket even if it is in use. The default is false.
	ForceDelete *bool `json:"forceDelete,omitzero"`
}

func (in *DeleteBucketInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// DeleteBucketOutput is the output of [Client.DeleteBucket].
type DeleteBucketOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
