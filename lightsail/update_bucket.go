package lightsail

import (
	"context"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var updateBucket = transport.Operation{
	Name:      "UpdateBucket",
	NewOutput: func() any { return new(UpdateBucketOutput) },
}

// UpdateBucket changes the settings of a bucket that are given and leaves the
// others as they are.
//
// The answer holds the bucket as it is after the change, its access log
// configuration included. Log files begin to follow a change of that within
// about an hour.
func (c *Client) UpdateBucket(ctx context.Context, params *UpdateBucketInput, optFns ...func(*Options)) (*UpdateBucketOutput, error) {
	if params == nil {
		params = new(UpdateBucketInput)
	}
	result, err := c.invoke(ctx, &updateBucket, params, optFns)
	out, _ := result.(*UpdateBucketOutput)
	return out, err
}

// UpdateBucketInput says which bucket to change, and what of it.
type UpdateBucketInput struct {
	// BucketName is required: the bucket to change.
	BucketName *string `json:"bucketName,omitzero"`

	// AccessLogConfig turns access logs on or off. Nil leaves them as they are.
	AccessLogConfig *types.BucketAccessLogConfig `json:"accessLogConfig,omitzero"`

	// AccessRules say who may read the bucket's objects without credentials.
	AccessRules *types.AccessRules `json:"accessRules,omitzero"`

	// Cors replaces all rules by which web pages of other origins may use the
	// bucket.
	Cors *types.BucketCorsConfig `json:"cors,omitzero"`

	// ReadonlyAccessAccounts replaces the list of the AWS accounts that may read
	// the bucket, at most 10 account IDs. An empty list that is not nil clears
	// it.
	ReadonlyAccessAccounts []string `json:"readonlyAccessAccounts,omitzero"`

	// Versioning is Enabled, or Suspended, which keeps the versions there are.
	// A change of it resets a bucket whose objects can be public one by one to
	// all private.
	Versioning *string `json:"versioning,omitzero"`
}

func (in *UpdateBucketInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
	if config := in.AccessLogConfig; config != nil {
		v.required("AccessLogConfig.Enabled", config.Enabled == nil)
		// What stands beside a false Enabled is the service's to judge.
		if aws.ToBool(config.Enabled) {
			if config.Destination == nil {
				v.refuse("AccessLogConfig.Destination", "is required to turn access logs on")
			}
			v.bucketName("AccessLogConfig.Destination", config.Destination)
		}
	}
	if cors := in.Cors; cors != nil {
		for i, rule := range cors.Rules {
			path := "Cors.Rules[" + strconv.Itoa(i) + "]."
			v.requiredList(path+"AllowedMethods", rule.AllowedMethods)
			v.requiredList(path+"AllowedOrigins", rule.AllowedOrigins)
		}
	}
}

// UpdateBucketOutput is the bucket changed.
type UpdateBucketOutput struct {
	// Bucket is the bucket after the change. Its Cors is filled only where the
	// call set it.
	Bucket *types.Bucket `json:"bucket,omitzero"`

	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
