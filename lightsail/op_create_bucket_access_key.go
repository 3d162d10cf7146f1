package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateBucketAccessKey creates an access key for a bucket. Programs sign requests
// to the Amazon S3 API with it.
//
// The output is the only place where the secret access key is returned. A bucket
// has at most two access keys; a third is rejected with a
// *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateBucketAccessKey.html
func (c *Client) CreateBucketAccessKey(ctx context.Context, params *CreateBucketAccessKeyInput, optFns ...func(*Options)) (*CreateBucketAccessKeyOutput, error) {
	return invoke[*CreateBucketAccessKeyOutput](ctx, c, &createBucketAccessKey, params, optFns)
}

var createBucketAccessKey = transport.Operation{
	Name:   "CreateBucketAccessKey",
	Input:  (*CreateBucketAccessKeyInput)(nil),
	Output: (*CreateBucketAccessKeyOutput)(nil),
}

// CreateBucketAccessKeyInput is the input of [Client.CreateBucketAccessKey].
type CreateBucketAccessKeyInput struct {
	// BucketName is the name of the bucket. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`
}

func (in *CreateBucketAccessKeyInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// CreateBucketAccessKeyOutput is the output of [Client.CreateBucketAccessKey].
type CreateBucketAccessKeyOutput struct {
	// AccessKey is the new access key with its SecretAccessKey. LastUsed is not
	// set.
	AccessKey *types.AccessKey `json:"accessKey,omitzero"`

	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateBucketAccessKeyOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateBucketAccessKeyOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateBucketAccessKeyOutput) LogValue() slog.Value { return redact.LogValue(v) }
