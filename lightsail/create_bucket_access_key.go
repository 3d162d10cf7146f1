package lightsail

import (
	"context"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var createBucketAccessKey = transport.Operation{
	Name:      "CreateBucketAccessKey",
	NewOutput: func() any { return new(CreateBucketAccessKeyOutput) },
}

// CreateBucketAccessKey makes a pair of keys with which programs use a bucket
// over the API of Amazon S3. A bucket has at most two.
//
// The answer holds the secret key, which cannot be had again. Printed by package
// fmt or logged by package slog, the answer does not show it.
func (c *Client) CreateBucketAccessKey(ctx context.Context, params *CreateBucketAccessKeyInput, optFns ...func(*Options)) (*CreateBucketAccessKeyOutput, error) {
	if params == nil {
		params = new(CreateBucketAccessKeyInput)
	}
	result, err := c.invoke(ctx, &createBucketAccessKey, params, optFns)
	out, _ := result.(*CreateBucketAccessKeyOutput)
	return out, err
}

// CreateBucketAccessKeyInput says which bucket the keys are for.
type CreateBucketAccessKeyInput struct {
	// BucketName is required: the bucket.
	BucketName *string `json:"bucketName,omitzero"`
}

func (in *CreateBucketAccessKeyInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
}

// CreateBucketAccessKeyOutput is the new pair of keys.
type CreateBucketAccessKeyOutput struct {
	// AccessKey is the pair, with its SecretAccessKey. Its LastUsed is not
	// filled.
	AccessKey *types.AccessKey `json:"accessKey,omitzero"`

	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateBucketAccessKeyOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// LogValue is what package slog logs: the key with its secret redacted.
func (out CreateBucketAccessKeyOutput) LogValue() slog.Value {
	attrs := []slog.Attr{slog.Any("operations", out.Operations)}
	if out.AccessKey != nil {
		attrs = append(attrs, slog.Any("accessKey", *out.AccessKey))
	}
	return slog.GroupValue(attrs...)
}
