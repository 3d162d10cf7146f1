package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetOperations returns one page of the records of operations that earlier calls
// started in the Region, from the oldest to the newest.
//
// GetOperations only reads: it starts no operation. A page has at most 200 records.
// Use [GetOperationsPaginator] to list all records, and
// [Client.GetOperationsForResource] to list those of one resource. To wait for the
// operations of one call, use [OperationSucceededWaiter].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetOperations.html
func (c *Client) GetOperations(ctx context.Context, params *GetOperationsInput, optFns ...func(*Options)) (*GetOperationsOutput, error) {
	return invoke[*GetOperationsOutput](ctx, c, &getOperations, params, optFns)
}

var getOperations = transport.Operation{
	Name:       "GetOperations",
	Input:      (*GetOperationsInput)(nil),
	Output:     (*GetOperationsOutput)(nil),
	Repeatable: true,
}

// GetOperationsInput is the input of [Client.GetOperations].
type GetOperationsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetOperationsOutput is the output of [Client.GetOperations].
type GetOperationsOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// Operations are the records of this page, from the oldest to the newest.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetOperationsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetOperationsAPIClient is the part of [Client] that [GetOperationsPaginator] calls.
type GetOperationsAPIClient interface {
	// GetOperations is [Client.GetOperations].
	GetOperations(context.Context, *GetOperationsInput, ...func(*Options)) (*GetOperationsOutput, error)
}

// GetOperationsPaginatorOptions are the options of a [GetOperationsPaginator].
type GetOperationsPaginatorOptions = PaginatorOptions

// GetOperationsPaginator iterates over the pages of [Client.GetOperations], or over the
// Operations in them. [PaginatorOptions] describes all paginators.
type GetOperationsPaginator struct {
	paginator *paginator[*GetOperationsInput, *GetOperationsOutput]
}

// NewGetOperationsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetOperationsPaginator(client GetOperationsAPIClient, params *GetOperationsInput, optFns ...func(*GetOperationsPaginatorOptions)) *GetOperationsPaginator {
	return &GetOperationsPaginator{newPaginator(client.GetOperations, params, optFns,
		func(in *GetOperationsInput) **string { return &in.PageToken },
		func(out *GetOperationsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetOperationsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetOperationsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetOperationsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetOperationsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetOperationsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetOperationsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Operation, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetOperationsOutput) []types.Operation { return out.Operations })
}
