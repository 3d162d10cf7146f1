package lightsail

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateBucket changes the settings of a bucket that are set in params. Other
// settings do not change.
//
// The output has the bucket after the change, including its access log
// configuration. The delivery of log files follows a change within about an hour.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateBucket.html
func (c *Client) UpdateBucket(ctx context.Context, params *UpdateBucketInput, optFns ...func(*Options)) (*UpdateBucketOutput, error) {
	return invoke[*UpdateBucketOutput](ctx, c, &updateBucket, params, optFns)
}

var updateBucket = transport.Operation{
	Name:   "UpdateBucket",
	Input:  (*UpdateBucketInput)(nil),
	Output: (*UpdateBucketOutput)(nil),
}

// UpdateBucketInput is the input of [Client.UpdateBucket].
type UpdateBucketInput struct {
	// BucketName is the name of the bucket to change. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// AccessLogConfig turns access logs on or off. [AccessLogOn] and [AccessLogOff]
	// return values for it. If nil, it does not change.
	AccessLogConfig *types.BucketAccessLogConfig `json:"accessLogConfig,omitzero"`

	// AccessRules determine which objects can be read without credentials. If nil,
	// they do not change.
	AccessRules *types.AccessRules `json:"accessRules,omitzero"`

	// Cors replaces all rules for cross-origin requests of web pages. If nil, it
	// does not change.
	Cors *types.BucketCorsConfig `json:"cors,omitzero"`

	// ReadonlyAccessAccounts replaces the IDs of the AWS accounts that can read the
	// bucket, at most 10. An empty non-nil slice removes all.
	ReadonlyAccessAccounts []string `json:"readonlyAccessAccounts,omitzero"`

	// Versioning is "Enabled", or "Suspended", which stops creating versions and
	// keeps the existing ones. If the bucket allows public access to individual
	// objects, a change of Versioning makes all objects private. If nil, it does
	// not change.
	Versioning *string `json:"versioning,omitzero"`
}

func (in *UpdateBucketInput) check(v *violations) {
	v.bucketName("BucketName", in.BucketName)
	// The service decides what else is valid while Enabled is false.
	if config := in.AccessLogConfig; config != nil && aws.ToBool(config.Enabled) {
		if config.Destination == nil {
			v.reject("AccessLogConfig.Destination", "is required to turn access logs on")
		}
		v.bucketName("AccessLogConfig.Destination", config.Destination)
	}
}

// UpdateBucketOutput is the output of [Client.UpdateBucket].
type UpdateBucketOutput struct {
	// Bucket is the bucket after the change. Its Cors is set only if the call
	// changed it.
	Bucket *types.Bucket `json:"bucket,omitzero"`

	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
