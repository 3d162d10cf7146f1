package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetBundles returns one page of the bundles for instances. A bundle determines
// CPUs, memory, disk, monthly data transfer and price.
//
// The IDs depend on the Region: "small_3_0" is "small_3_1" in ap-south-1. Bundles
// for buckets are returned by [Client.GetBucketBundles].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBundles.html
func (c *Client) GetBundles(ctx context.Context, params *GetBundlesInput, optFns ...func(*Options)) (*GetBundlesOutput, error) {
	return invoke[*GetBundlesOutput](ctx, c, &getBundles, params, optFns)
}

var getBundles = transport.Operation{
	Name:       "GetBundles",
	Input:      (*GetBundlesInput)(nil),
	Output:     (*GetBundlesOutput)(nil),
	Repeatable: true,
}

// GetBundlesInput is the input of [Client.GetBundles].
type GetBundlesInput struct {
	// AppCategory selects bundles of a category. With [types.AppCategoryLfR] the
	// bundles of Lightsail for Research are returned. If empty, they are left out.
	AppCategory types.AppCategory `json:"appCategory,omitzero"`

	// IncludeInactive includes bundles that can no longer be used for new
	// instances. The default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetBundlesOutput is the output of [Client.GetBundles].
type GetBundlesOutput struct {
	// Bundles are the bundles of this page.
	Bundles []types.Bundle `json:"bundles,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBundlesAPIClient is the part of [Client] that [GetBundlesPaginator] calls.
type GetBundlesAPIClient interface {
	// GetBundles is [Client.GetBundles].
	GetBundles(context.Context, *GetBundlesInput, ...func(*Options)) (*GetBundlesOutput, error)
}

// GetBundlesPaginatorOptions are the options of a [GetBundlesPaginator].
type GetBundlesPaginatorOptions = PaginatorOptions

// GetBundlesPaginator iterates over the pages of [Client.GetBundles], or over the
// Bundles in them. [PaginatorOptions] describes all paginators.
type GetBundlesPaginator struct {
	paginator *paginator[*GetBundlesInput, *GetBundlesOutput]
}

// NewGetBundlesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetBundlesPaginator(client GetBundlesAPIClient, params *GetBundlesInput, optFns ...func(*GetBundlesPaginatorOptions)) *GetBundlesPaginator {
	return &GetBundlesPaginator{newPaginator(client.GetBundles, params, optFns,
		func(in *GetBundlesInput) **string { return &in.PageToken },
		func(out *GetBundlesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetBundlesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetBundlesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetBundlesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetBundlesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetBundlesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetBundlesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Bundle, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetBundlesOutput) []types.Bundle { return out.Bundles })
}
