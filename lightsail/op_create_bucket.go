package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateBucket creates a bucket: object storage that is billed monthly and is used
// through the API of Amazon S3.
//
// The bucket can be used when its State is "OK", usually within seconds;
// [BucketAvailableWaiter] waits for that. A bucket is created without access logs
// and with private access. Use [Client.UpdateBucket] to configure access logs,
// access rules and CORS.
//
// There is no idempotency token. Repeating a successful call returns a
// *[types.InvalidInputException], because the name is in use.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateBucket.html
func (c *Client) CreateBucket(ctx context.Context, params *CreateBucketInput, optFns ...func(*Options)) (*CreateBucketOutput, error) {
	return invoke[*CreateBucketOutput](ctx, c, &createBucket, params, optFns)
}

var createBucket = transport.Operation{
	Name:   "CreateBucket",
	Input:  (*CreateBucketInput)(nil),
	Output: (*CreateBucketOutput)(nil),
}

// CreateBucketInput is the input of [Client.CreateBucket].
type CreateBucketInput struct {
	// BucketName is the name of the new bucket: 3 to 54 lower-case letters, digits
	// and hyphens, with a letter or digit at both ends. It must be unique among all
	// buckets of the AWS partition, including those of other accounts and of Amazon
	// S3. It cannot be changed. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// BundleId is the ID of the bundle, which determines storage, monthly data
	// transfer and price, for example "small_1_0". [Client.GetBucketBundles] lists
	// them. Required.
	BundleId *string `json:"bundleId,omitzero" required:"true"`

	// EnableObjectVersioning keeps previous versions of objects that are
	// overwritten or deleted. The default is false.
	EnableObjectVersioning *bool `json:"enableObjectVersioning,omitzero"`

	// Tags are the tags of the bucket, at most 50. If they cannot be applied, the
	// bucket is not created.
	Tags []types.Tag `json:"tags,omitzero"`
}

func (in *CreateBucketInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// CreateBucketOutput is the output of [Client.CreateBucket].
type CreateBucketOutput struct {
	// Bucket is the new bucket. Its State can be nil at first.
	Bucket *types.Bucket `json:"bucket,omitzero"`

	// Operations are records of the changes that the call started. To wait until the
	// bucket can be used, use [BucketAvailableWaiter].
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateBucketOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
