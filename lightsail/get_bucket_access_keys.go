package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBucketAccessKeys = transport.Operation{
	Name:      "GetBucketAccessKeys",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetBucketAccessKeysOutput) },
}

// GetBucketAccessKeys returns the access keys of a bucket, without their secrets.
// There is one page of them.
func (c *Client) GetBucketAccessKeys(ctx context.Context, params *GetBucketAccessKeysInput, optFns ...func(*Options)) (*GetBucketAccessKeysOutput, error) {
	if params == nil {
		params = new(GetBucketAccessKeysInput)
	}
	result, err := c.invoke(ctx, &getBucketAccessKeys, params, optFns)
	out, _ := result.(*GetBucketAccessKeysOutput)
	return out, err
}

// GetBucketAccessKeysInput says which bucket the keys are for.
type GetBucketAccessKeysInput struct {
	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`
}

func (in *GetBucketAccessKeysInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
}

// GetBucketAccessKeysOutput is the keys of a bucket.
type GetBucketAccessKeysOutput struct {
	// AccessKeys are the keys, at most two. SecretAccessKey is not filled.
	AccessKeys []types.AccessKey `json:"accessKeys,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketAccessKeysOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
