package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var createBucket = transport.Operation{
	Name:      "CreateBucket",
	NewOutput: func() any { return new(CreateBucketOutput) },
}

// CreateBucket makes a bucket: a place for files, reached over the API of Amazon
// S3 and paid by the month.
//
// The bucket is ready to use once its State is OK, usually within seconds.
// There is no idempotency token: to repeat a call that had worked is refused
// with *types.InvalidInputException, because the name is taken. Access logs,
// access rules and CORS are set on a bucket that exists, with
// [Client.UpdateBucket].
func (c *Client) CreateBucket(ctx context.Context, params *CreateBucketInput, optFns ...func(*Options)) (*CreateBucketOutput, error) {
	if params == nil {
		params = new(CreateBucketInput)
	}
	result, err := c.invoke(ctx, &createBucket, params, optFns)
	out, _ := result.(*CreateBucketOutput)
	return out, err
}

// CreateBucketInput says which bucket to make.
type CreateBucketInput struct {
	// BucketName is required: 3 to 54 lower-case letters, digits and hyphens,
	// with no hyphen at either end. No other bucket of the partition may have
	// it, in Lightsail or in Amazon S3, whoever owns it. It cannot be changed.
	BucketName *string `json:"bucketName,omitzero"`

	// BundleId is required: the plan that sets storage, monthly transfer and
	// price, for example small_1_0.
	BundleId *string `json:"bundleId,omitzero"`

	// EnableObjectVersioning keeps the old versions of objects that are
	// overwritten or deleted. The default is false.
	EnableObjectVersioning *bool `json:"enableObjectVersioning,omitzero"`

	// Tags are put on the bucket, at most 50. Where one cannot be put, no
	// bucket is made.
	Tags []types.Tag `json:"tags,omitzero"`
}

func (in *CreateBucketInput) check(v *violations) {
	v.required("BucketName", in.BucketName == nil)
	v.bucketName("BucketName", in.BucketName)
	v.required("BundleId", in.BundleId == nil)
	v.notBlank("BundleId", in.BundleId)
}

// CreateBucketOutput is the bucket made.
type CreateBucketOutput struct {
	// Bucket is the new bucket. Its State may be missing at first.
	Bucket *types.Bucket `json:"bucket,omitzero"`

	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
