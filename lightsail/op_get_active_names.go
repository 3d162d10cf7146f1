package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// GetActiveNames returns one page of the names of the resources in the Region that
// have not been deleted.
//
// Resources of all types share one set of names in a Region. A new resource cannot
// have a name that is in the list. Use [GetActiveNamesPaginator] to list all names.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetActiveNames.html
func (c *Client) GetActiveNames(ctx context.Context, params *GetActiveNamesInput, optFns ...func(*Options)) (*GetActiveNamesOutput, error) {
	return invoke[*GetActiveNamesOutput](ctx, c, &getActiveNames, params, optFns)
}

var getActiveNames = transport.Operation{
	Name:       "GetActiveNames",
	Input:      (*GetActiveNamesInput)(nil),
	Output:     (*GetActiveNamesOutput)(nil),
	Repeatable: true,
}

// GetActiveNamesInput is the input of [Client.GetActiveNames].
type GetActiveNamesInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetActiveNamesOutput is the output of [Client.GetActiveNames].
type GetActiveNamesOutput struct {
	// ActiveNames are the names of this page, without the types of the resources.
	ActiveNames []string `json:"activeNames,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetActiveNamesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetActiveNamesAPIClient is the part of [Client] that [GetActiveNamesPaginator] calls.
type GetActiveNamesAPIClient interface {
	// GetActiveNames is [Client.GetActiveNames].
	GetActiveNames(context.Context, *GetActiveNamesInput, ...func(*Options)) (*GetActiveNamesOutput, error)
}

// GetActiveNamesPaginatorOptions are the options of a [GetActiveNamesPaginator].
type GetActiveNamesPaginatorOptions = PaginatorOptions

// GetActiveNamesPaginator iterates over the pages of [Client.GetActiveNames], or over the
// ActiveNames in them. [PaginatorOptions] describes all paginators.
type GetActiveNamesPaginator struct {
	paginator *paginator[*GetActiveNamesInput, *GetActiveNamesOutput]
}

// NewGetActiveNamesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetActiveNamesPaginator(client GetActiveNamesAPIClient, params *GetActiveNamesInput, optFns ...func(*GetActiveNamesPaginatorOptions)) *GetActiveNamesPaginator {
	return &GetActiveNamesPaginator{newPaginator(client.GetActiveNames, params, optFns,
		func(in *GetActiveNamesInput) **string { return &in.PageToken },
		func(out *GetActiveNamesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetActiveNamesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetActiveNamesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetActiveNamesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetActiveNamesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetActiveNamesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetActiveNamesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[string, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetActiveNamesOutput) []string { return out.ActiveNames })
}
