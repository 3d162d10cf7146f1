package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetBuckets returns one bucket by its name, or one page of all buckets in the
// Region.
//
// If BucketName is set and no such bucket exists, GetBuckets returns a
// *[types.NotFoundException], not an empty list. Use [GetBucketsPaginator] to list
// all buckets.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBuckets.html
func (c *Client) GetBuckets(ctx context.Context, params *GetBucketsInput, optFns ...func(*Options)) (*GetBucketsOutput, error) {
	return invoke[*GetBucketsOutput](ctx, c, &getBuckets, params, optFns)
}

var getBuckets = transport.Operation{
	Name:       "GetBuckets",
	Input:      (*GetBucketsInput)(nil),
	Output:     (*GetBucketsOutput)(nil),
	Repeatable: true,
}

// GetBucketsInput is the input of [Client.GetBuckets].
type GetBucketsInput struct {
	// BucketName selects one bucket. If nil, GetBuckets returns all buckets in the
	// Region, one page at a time.
	BucketName *string `json:"bucketName,omitzero"`

	// IncludeConnectedResources sets the field ResourcesReceivingAccess of the
	// buckets. The default is false.
	IncludeConnectedResources *bool `json:"includeConnectedResources,omitzero"`

	// IncludeCors sets the field Cors of the bucket. It is supported only together
	// with BucketName. The default is false.
	IncludeCors *bool `json:"includeCors,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

func (in *GetBucketsInput) check(v *violations) { v.bucketName("BucketName", in.BucketName) }

// GetBucketsOutput is the output of [Client.GetBuckets].
type GetBucketsOutput struct {
	// AccountLevelBpaSync describes how the account-level Block Public Access
	// settings of Amazon S3 affect the buckets.
	AccountLevelBpaSync *types.AccountLevelBpaSync `json:"accountLevelBpaSync,omitzero"`

	// Buckets are the buckets of this page. A page can be empty without being the
	// last one.
	Buckets []types.Bucket `json:"buckets,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBucketsAPIClient is the part of [Client] that [GetBucketsPaginator] calls.
type GetBucketsAPIClient interface {
	// GetBuckets is [Client.GetBuckets].
	GetBuckets(context.Context, *GetBucketsInput, ...func(*Options)) (*GetBucketsOutput, error)
}

// GetBucketsPaginatorOptions are the options of a [GetBucketsPaginator].
type GetBucketsPaginatorOptions = PaginatorOptions

// GetBucketsPaginator iterates over the pages of [Client.GetBuckets], or over the
// Buckets in them. [PaginatorOptions] describes all paginators.
type GetBucketsPaginator struct {
	paginator *paginator[*GetBucketsInput, *GetBucketsOutput]
}

// NewGetBucketsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetBucketsPaginator(client GetBucketsAPIClient, params *GetBucketsInput, optFns ...func(*GetBucketsPaginatorOptions)) *GetBucketsPaginator {
	return &GetBucketsPaginator{newPaginator(client.GetBuckets, params, optFns,
		func(in *GetBucketsInput) **string { return &in.PageToken },
		func(out *GetBucketsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetBucketsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetBucketsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetBucketsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetBucketsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetBucketsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetBucketsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Bucket, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetBucketsOutput) []types.Bucket { return out.Buckets })
}
