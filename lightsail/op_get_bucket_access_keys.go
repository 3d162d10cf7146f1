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

// GetBucketAccessKeys returns the access keys of a bucket, without their secret
// access keys. The result is not paginated.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBucketAccessKeys.html
func (c *Client) GetBucketAccessKeys(ctx context.Context, params *GetBucketAccessKeysInput, optFns ...func(*Options)) (*GetBucketAccessKeysOutput, error) {
	return invoke[*GetBucketAccessKeysOutput](ctx, c, &getBucketAccessKeys, params, optFns)
}

var getBucketAccessKeys = transport.Operation{
	Name:       "GetBucketAccessKeys",
	Input:      (*GetBucketAccessKeysInput)(nil),
	Output:     (*GetBucketAccessKeysOutput)(nil),
	Repeatable: true,
}

// GetBucketAccessKeysInput is the input of [Client.GetBucketAccessKeys].
type GetBucketAccessKeysInput struct {
	// BucketName is the name of the bucket. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`
}

func (in *GetBucketAccessKeysInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// GetBucketAccessKeysOutput is the output of [Client.GetBucketAccessKeys].
type GetBucketAccessKeysOutput struct {
	// AccessKeys are the access keys of the bucket, at most two. SecretAccessKey is
	// not set.
	AccessKeys []types.AccessKey `json:"accessKeys,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketAccessKeysOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetBucketAccessKeysOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetBucketAccessKeysOutput) LogValue() slog.Value { return redact.LogValue(v) }
