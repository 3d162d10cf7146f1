package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteBucketAccessKey deletes an access key of a bucket. Requests that are signed
// with the key then fail.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteBucketAccessKey.html
func (c *Client) DeleteBucketAccessKey(ctx context.Context, params *DeleteBucketAccessKeyInput, optFns ...func(*Options)) (*DeleteBucketAccessKeyOutput, error) {
	return invoke[*DeleteBucketAccessKeyOutput](ctx, c, &deleteBucketAccessKey, params, optFns)
}

var deleteBucketAccessKey = transport.Operation{
	Name:   "DeleteBucketAccessKey",
	Input:  (*DeleteBucketAccessKeyInput)(nil),
	Output: (*DeleteBucketAccessKeyOutput)(nil),
}

// DeleteBucketAccessKeyInput is the input of [Client.DeleteBucketAccessKey].
type DeleteBucketAccessKeyInput struct {
	// AccessKeyId is the ID of the access key to delete. Required.
	AccessKeyId *string `json:"accessKeyId,omitzero" required:"true"`

	// BucketName is the name of the bucket that the key belongs to. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`
}

func (in *DeleteBucketAccessKeyInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// DeleteBucketAccessKeyOutput is the output of [Client.DeleteBucketAccessKey].
type DeleteBucketAccessKeyOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteBucketAccessKeyOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
