package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBucketAccessKeys = operation[GetBucketAccessKeysInput, GetBucketAccessKeysOutput]{
	Operation: transport.Operation{
		Name:      "GetBucketAccessKeys",
		ReadOnly:  true,
		NewOutput: newOutput[GetBucketAccessKeysOutput],
		Validate: validated("GetBucketAccessKeysInput", func(in *GetBucketAccessKeysInput, v *violations) {
			v.required("BucketName", in.BucketName == nil)
			v.bucketName("BucketName", in.BucketName)
		}),
	},
	metadata: func(out *GetBucketAccessKeysOutput) *middleware.Metadata { return &out.ResultMetadata },
}

// GetBucketAccessKeys returns the access keys of a bucket, without their secrets.
// There is one page of them.
func (c *Client) GetBucketAccessKeys(ctx context.Context, params *GetBucketAccessKeysInput, optFns ...func(*Options)) (*GetBucketAccessKeysOutput, error) {
	return invoke(ctx, c, &getBucketAccessKeys, params, optFns)
}

// GetBucketAccessKeysInput says which bucket the keys are for.
type GetBucketAccessKeysInput struct {
	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`
}

// GetBucketAccessKeysOutput is the keys of a bucket.
type GetBucketAccessKeysOutput struct {
	// AccessKeys are the keys, at most two. SecretAccessKey is not filled.
	AccessKeys []types.AccessKey `json:"accessKeys,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}
