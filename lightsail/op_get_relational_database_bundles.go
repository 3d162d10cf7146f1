package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseBundles returns one page of the bundles for databases: the
// plans that determine memory, vCPUs, storage, data transfer and monthly price.
//
// Bundles of instances, buckets and distributions are different lists, and an ID
// can occur in several of them. Use [GetRelationalDatabaseBundlesPaginator] to list
// all bundles for databases.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseBundles.html
func (c *Client) GetRelationalDatabaseBundles(ctx context.Context, params *GetRelationalDatabaseBundlesInput, optFns ...func(*Options)) (*GetRelationalDatabaseBundlesOutput, error) {
	return invoke[*GetRelationalDatabaseBundlesOutput](ctx, c, &getRelationalDatabaseBundles, params, optFns)
}

var getRelationalDatabaseBundles = transport.Operation{
	Name:       "GetRelationalDatabaseBundles",
	Input:      (*GetRelationalDatabaseBundlesInput)(nil),
	Output:     (*GetRelationalDatabaseBundlesOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseBundlesInput is the input of [Client.GetRelationalDatabaseBundles].
type GetRelationalDatabaseBundlesInput struct {
	// IncludeInactive adds retired bundles, with which databases can no longer be
	// created. If nil, only active bundles are returned.
	IncludeInactive *bool `json:"includeInactive,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabaseBundlesOutput is the output of [Client.GetRelationalDatabaseBundles].
type GetRelationalDatabaseBundlesOutput struct {
	// Bundles are the bundles of this page.
	Bundles []types.RelationalDatabaseBundle `json:"bundles,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseBundlesOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseBundlesAPIClient is the part of [Client] that [GetRelationalDatabaseBundlesPaginator] calls.
type GetRelationalDatabaseBundlesAPIClient interface {
	// GetRelationalDatabaseBundles is [Client.GetRelationalDatabaseBundles].
	GetRelationalDatabaseBundles(context.Context, *GetRelationalDatabaseBundlesInput, ...func(*Options)) (*GetRelationalDatabaseBundlesOutput, error)
}

// GetRelationalDatabaseBundlesPaginatorOptions are the options of a [GetRelationalDatabaseBundlesPaginator].
type GetRelationalDatabaseBundlesPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseBundlesPaginator iterates over the pages of [Client.GetRelationalDatabaseBundles], or over the
// Bundles in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseBundlesPaginator struct {
	paginator *paginator[*GetRelationalDatabaseBundlesInput, *GetRelationalDatabaseBundlesOutput]
}

// NewGetRelationalDatabaseBundlesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseBundlesPaginator(client GetRelationalDatabaseBundlesAPIClient, params *GetRelationalDatabaseBundlesInput, optFns ...func(*GetRelationalDatabaseBundlesPaginatorOptions)) *GetRelationalDatabaseBundlesPaginator {
	return &GetRelationalDatabaseBundlesPaginator{newPaginator(client.GetRelationalDatabaseBundles, params, optFns,
		func(in *GetRelationalDatabaseBundlesInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseBundlesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseBundlesPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseBundlesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseBundlesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseBundlesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseBundlesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseBundlesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabaseBundle, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseBundlesOutput) []types.RelationalDatabaseBundle { return out.Bundles })
}
