package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBuckets = transport.Operation{
	Name:      "GetBuckets",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetBucketsOutput) },
}

// GetBuckets returns one bucket, or a page of all buckets of the Region.
//
// A bucket that is asked for by name and does not exist is a
// *types.NotFoundException, not an empty list.
func (c *Client) GetBuckets(ctx context.Context, params *GetBucketsInput, optFns ...func(*Options)) (*GetBucketsOutput, error) {
	if params == nil {
		params = new(GetBucketsInput)
	}
	result, err := c.invoke(ctx, &getBuckets, params, optFns)
	out, _ := result.(*GetBucketsOutput)
	return out, err
}

// GetBucketsInput says which buckets to return, and what of them.
type GetBucketsInput struct {
	// BucketName asks for one bucket. Without it, all buckets of the Region are
	// returned, page by page.
	BucketName *string `json:"bucketName,omitzero"`

	// IncludeConnectedResources fills ResourcesReceivingAccess. The default is
	// false.
	IncludeConnectedResources *bool `json:"includeConnectedResources,omitzero"`

	// IncludeCors fills Cors. It works only together with BucketName. The
	// default is false.
	IncludeCors *bool `json:"includeCors,omitzero"`

	// PageToken is the NextPageToken of the page before. Unset, it asks for the
	// first page.
	PageToken *string `json:"pageToken,omitzero"`
}

func (in *GetBucketsInput) check(v *violations) {
	v.bucketName("BucketName", in.BucketName)
}

// GetBucketsOutput is a page of buckets.
type GetBucketsOutput struct {
	// AccountLevelBpaSync tells how Amazon S3's Block Public Access of the whole
	// account bears on the buckets.
	AccountLevelBpaSync *types.AccountLevelBpaSync `json:"accountLevelBpaSync,omitzero"`

	// Buckets are the buckets of this page. A page may be empty and yet not be
	// the last.
	Buckets []types.Bucket `json:"buckets,omitzero"`

	// NextPageToken asks for the next page. On the last page it is nil or "".
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBucketsAPIClient is what a paginator or a waiter needs of a client. [Client] is
// one; in a test, yours may be another.
type GetBucketsAPIClient interface {
	GetBuckets(context.Context, *GetBucketsInput, ...func(*Options)) (*GetBucketsOutput, error)
}

// GetBucketsPaginator goes through the pages of GetBuckets. Its items are buckets.
type GetBucketsPaginator = Paginator[GetBucketsInput, GetBucketsOutput, types.Bucket]

// GetBucketsPaginatorOptions say how a GetBucketsPaginator goes through its pages.
type GetBucketsPaginatorOptions = PaginatorOptions

// NewGetBucketsPaginator returns a paginator that starts at the page params asks
// for. Nil params ask for all buckets.
func NewGetBucketsPaginator(client GetBucketsAPIClient, params *GetBucketsInput, optFns ...func(*GetBucketsPaginatorOptions)) *GetBucketsPaginator {
	p := &GetBucketsPaginator{list: list[GetBucketsInput, GetBucketsOutput, types.Bucket]{
		call:  client.GetBuckets,
		token: func(in *GetBucketsInput) **string { return &in.PageToken },
		next:  func(out *GetBucketsOutput) *string { return out.NextPageToken },
		items: func(out *GetBucketsOutput) []types.Bucket { return out.Buckets },
	}}
	return p.start(params, optFns)
}
