package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetOperationsForResource returns one page of the records of operations that
// earlier calls started on one resource.
//
// GetOperationsForResource only reads: it starts no operation. Use
// [GetOperationsForResourcePaginator] to list all records.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetOperationsForResource.html
func (c *Client) GetOperationsForResource(ctx context.Context, params *GetOperationsForResourceInput, optFns ...func(*Options)) (*GetOperationsForResourceOutput, error) {
	return invoke[*GetOperationsForResourceOutput](ctx, c, &getOperationsForResource, params, optFns)
}

var getOperationsForResource = transport.Operation{
	Name:       "GetOperationsForResource",
	Input:      (*GetOperationsForResourceInput)(nil),
	Output:     (*GetOperationsForResourceOutput)(nil),
	Repeatable: true,
}

// GetOperationsForResourceInput is the input of [Client.GetOperationsForResource].
type GetOperationsForResourceInput struct {
	// ResourceName is the name of the resource, for example of an instance or a
	// static IP. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetOperationsForResourceOutput is the output of [Client.GetOperationsForResource].
type GetOperationsForResourceOutput struct {
	// NextPageCount was meant to be the number of remaining pages.
	//
	// Deprecated: use NextPageToken. The service has discontinued this field.
	NextPageCount *string `json:"nextPageCount,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// Operations are the records of this page.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetOperationsForResourceOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetOperationsForResourceAPIClient is the part of [Client] that [GetOperationsForResourcePaginator] calls.
type GetOperationsForResourceAPIClient interface {
	// GetOperationsForResource is [Client.GetOperationsForResource].
	GetOperationsForResource(context.Context, *GetOperationsForResourceInput, ...func(*Options)) (*GetOperationsForResourceOutput, error)
}

// GetOperationsForResourcePaginatorOptions are the options of a [GetOperationsForResourcePaginator].
type GetOperationsForResourcePaginatorOptions = PaginatorOptions

// GetOperationsForResourcePaginator iterates over the pages of [Client.GetOperationsForResource], or over the
// Operations in them. [PaginatorOptions] describes all paginators.
type GetOperationsForResourcePaginator struct {
	paginator *paginator[*GetOperationsForResourceInput, *GetOperationsForResourceOutput]
}

// NewGetOperationsForResourcePaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetOperationsForResourcePaginator(client GetOperationsForResourceAPIClient, params *GetOperationsForResourceInput, optFns ...func(*GetOperationsForResourcePaginatorOptions)) *GetOperationsForResourcePaginator {
	return &GetOperationsForResourcePaginator{newPaginator(client.GetOperationsForResource, params, optFns,
		func(in *GetOperationsForResourceInput) **string { return &in.PageToken },
		func(out *GetOperationsForResourceOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetOperationsForResourcePaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetOperationsForResourcePaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetOperationsForResourceOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetOperationsForResourcePaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetOperationsForResourceOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetOperationsForResourcePaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Operation, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetOperationsForResourceOutput) []types.Operation { return out.Operations })
}
