package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseParameters returns one page of the parameters of a database:
// the settings of its engine, such as the limits on connections and memory.
//
// Each parameter has its value, the values that are allowed, and whether it can be
// changed. [Client.UpdateRelationalDatabaseParameters] changes parameters. Use
// [GetRelationalDatabaseParametersPaginator] to list all of them.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseParameters.html
func (c *Client) GetRelationalDatabaseParameters(ctx context.Context, params *GetRelationalDatabaseParametersInput, optFns ...func(*Options)) (*GetRelationalDatabaseParametersOutput, error) {
	return invoke[*GetRelationalDatabaseParametersOutput](ctx, c, &getRelationalDatabaseParameters, params, optFns)
}

var getRelationalDatabaseParameters = transport.Operation{
	Name:       "GetRelationalDatabaseParameters",
	Input:      (*GetRelationalDatabaseParametersInput)(nil),
	Output:     (*GetRelationalDatabaseParametersOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseParametersInput is the input of [Client.GetRelationalDatabaseParameters].
type GetRelationalDatabaseParametersInput struct {
	// RelationalDatabaseName is the name of the database whose parameters are
	// returned. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabaseParametersOutput is the output of [Client.GetRelationalDatabaseParameters].
type GetRelationalDatabaseParametersOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// Parameters are the parameters of this page.
	Parameters []types.RelationalDatabaseParameter `json:"parameters,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseParametersOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseParametersAPIClient is the part of [Client] that [GetRelationalDatabaseParametersPaginator] calls.
type GetRelationalDatabaseParametersAPIClient interface {
	// GetRelationalDatabaseParameters is [Client.GetRelationalDatabaseParameters].
	GetRelationalDatabaseParameters(context.Context, *GetRelationalDatabaseParametersInput, ...func(*Options)) (*GetRelationalDatabaseParametersOutput, error)
}

// GetRelationalDatabaseParametersPaginatorOptions are the options of a [GetRelationalDatabaseParametersPaginator].
type GetRelationalDatabaseParametersPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseParametersPaginator iterates over the pages of [Client.GetRelationalDatabaseParameters], or over the
// Parameters in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseParametersPaginator struct {
	paginator *paginator[*GetRelationalDatabaseParametersInput, *GetRelationalDatabaseParametersOutput]
}

// NewGetRelationalDatabaseParametersPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseParametersPaginator(client GetRelationalDatabaseParametersAPIClient, params *GetRelationalDatabaseParametersInput, optFns ...func(*GetRelationalDatabaseParametersPaginatorOptions)) *GetRelationalDatabaseParametersPaginator {
	return &GetRelationalDatabaseParametersPaginator{newPaginator(client.GetRelationalDatabaseParameters, params, optFns,
		func(in *GetRelationalDatabaseParametersInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseParametersOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseParametersPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseParametersPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseParametersOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseParametersPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseParametersOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseParametersPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabaseParameter, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseParametersOutput) []types.RelationalDatabaseParameter {
		return out.Parameters
	})
}
