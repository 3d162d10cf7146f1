package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseBlueprints returns one page of the blueprints for databases:
// the database engines and major versions that [Client.CreateRelationalDatabase]
// offers.
//
// Blueprints of instances are a different list, returned by
// [Client.GetBlueprints]. Use [GetRelationalDatabaseBlueprintsPaginator] to list
// all blueprints for databases.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseBlueprints.html
func (c *Client) GetRelationalDatabaseBlueprints(ctx context.Context, params *GetRelationalDatabaseBlueprintsInput, optFns ...func(*Options)) (*GetRelationalDatabaseBlueprintsOutput, error) {
	return invoke[*GetRelationalDatabaseBlueprintsOutput](ctx, c, &getRelationalDatabaseBlueprints, params, optFns)
}

var getRelationalDatabaseBlueprints = transport.Operation{
	Name:       "GetRelationalDatabaseBlueprints",
	Input:      (*GetRelationalDatabaseBlueprintsInput)(nil),
	Output:     (*GetRelationalDatabaseBlueprintsOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseBlueprintsInput is the input of [Client.GetRelationalDatabaseBlueprints].
type GetRelationalDatabaseBlueprintsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabaseBlueprintsOutput is the output of [Client.GetRelationalDatabaseBlueprints].
type GetRelationalDatabaseBlueprintsOutput struct {
	// Blueprints are the blueprints of this page.
	Blueprints []types.RelationalDatabaseBlueprint `json:"blueprints,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseBlueprintsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseBlueprintsAPIClient is the part of [Client] that [GetRelationalDatabaseBlueprintsPaginator] calls.
type GetRelationalDatabaseBlueprintsAPIClient interface {
	// GetRelationalDatabaseBlueprints is [Client.GetRelationalDatabaseBlueprints].
	GetRelationalDatabaseBlueprints(context.Context, *GetRelationalDatabaseBlueprintsInput, ...func(*Options)) (*GetRelationalDatabaseBlueprintsOutput, error)
}

// GetRelationalDatabaseBlueprintsPaginatorOptions are the options of a [GetRelationalDatabaseBlueprintsPaginator].
type GetRelationalDatabaseBlueprintsPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseBlueprintsPaginator iterates over the pages of [Client.GetRelationalDatabaseBlueprints], or over the
// Blueprints in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseBlueprintsPaginator struct {
	paginator *paginator[*GetRelationalDatabaseBlueprintsInput, *GetRelationalDatabaseBlueprintsOutput]
}

// NewGetRelationalDatabaseBlueprintsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseBlueprintsPaginator(client GetRelationalDatabaseBlueprintsAPIClient, params *GetRelationalDatabaseBlueprintsInput, optFns ...func(*GetRelationalDatabaseBlueprintsPaginatorOptions)) *GetRelationalDatabaseBlueprintsPaginator {
	return &GetRelationalDatabaseBlueprintsPaginator{newPaginator(client.GetRelationalDatabaseBlueprints, params, optFns,
		func(in *GetRelationalDatabaseBlueprintsInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseBlueprintsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseBlueprintsPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseBlueprintsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseBlueprintsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseBlueprintsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseBlueprintsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseBlueprintsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabaseBlueprint, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseBlueprintsOutput) []types.RelationalDatabaseBlueprint {
		return out.Blueprints
	})
}
