package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// SetResourceAccessForBucket allows or denies an instance the access to a bucket
// without access keys.
//
// The instance must be in the Region of the bucket and must be running or stopped.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_SetResourceAccessForBucket.html
func (c *Client) SetResourceAccessForBucket(ctx context.Context, params *SetResourceAccessForBucketInput, optFns ...func(*Options)) (*SetResourceAccessForBucketOutput, error) {
	return invoke[*SetResourceAccessForBucketOutput](ctx, c, &setResourceAccessForBucket, params, optFns)
}

var setResourceAccessForBucket = transport.Operation{
	Name:   "SetResourceAccessForBucket",
	Input:  (*SetResourceAccessForBucketInput)(nil),
	Output: (*SetResourceAccessForBucketOutput)(nil),
}

// SetResourceAccessForBucketInput is the input of [Client.SetResourceAccessForBucket].
type SetResourceAccessForBucketInput struct {
	// Access is "allow" or "deny". Required.
	Access types.ResourceBucketAccess `json:"access,omitzero" required:"true"`

	// BucketName is the name of the bucket. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// ResourceName is the name of the instance. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

func (in *SetResourceAccessForBucketInput) check(v *violations) {
	v.bucketName("BucketName", in.BucketName)
}

// SetResourceAccessForBucketOutput is the output of [Client.SetResourceAccessForBucket].
type SetResourceAccessForBucketOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *SetResourceAccessForBucketOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
