package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetBlueprints returns one page of the blueprints that instances are created from.
// A blueprint is an image with an operating system, or with an operating system and
// an application.
//
// A blueprint can be on any page. Use [GetBlueprintsPaginator] to find one by its
// ID.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBlueprints.html
func (c *Client) GetBlueprints(ctx context.Context, params *GetBlueprintsInput, optFns ...func(*Options)) (*GetBlueprintsOutput, error) {
	return invoke[*GetBlueprintsOutput](ctx, c, &getBlueprints, params, optFns)
}

var getBlueprints = transport.Operation{
	Name:       "GetBlueprints",
	Input:      (*GetBlueprintsInput)(nil),
	Output:     (*GetBlueprintsOutput)(nil),
	Repeatable: true,
}

// GetBlueprintsInput is the input of [Client.GetBlueprints].
type GetBlueprintsInput struct {
	// AppCategory selects blueprints of a category. With [types.AppCategoryLfR] the
	// blueprints of Lightsail for Research are returned. If empty, they are left
	// out.
	AppCategory types.AppCategory `json:"appCategory,omitzero"`

	// IncludeInactive includes blueprints that can no longer be used for new
	// instances. The default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetBlueprintsOutput is the output of [Client.GetBlueprints].
type GetBlueprintsOutput struct {
	// Blueprints are the blueprints of this page.
	Blueprints []types.Blueprint `json:"blueprints,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBlueprintsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBlueprintsAPIClient is the part of [Client] that [GetBlueprintsPaginator] calls.
type GetBlueprintsAPIClient interface {
	// GetBlueprints is [Client.GetBlueprints].
	GetBlueprints(context.Context, *GetBlueprintsInput, ...func(*Options)) (*GetBlueprintsOutput, error)
}

// GetBlueprintsPaginatorOptions are the options of a [GetBlueprintsPaginator].
type GetBlueprintsPaginatorOptions = PaginatorOptions

// GetBlueprintsPaginator iterates over the pages of [Client.GetBlueprints], or over the
// Blueprints in them. [PaginatorOptions] describes all paginators.
type GetBlueprintsPaginator struct {
	paginator *paginator[*GetBlueprintsInput, *GetBlueprintsOutput]
}

// NewGetBlueprintsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetBlueprintsPaginator(client GetBlueprintsAPIClient, params *GetBlueprintsInput, optFns ...func(*GetBlueprintsPaginatorOptions)) *GetBlueprintsPaginator {
	return &GetBlueprintsPaginator{newPaginator(client.GetBlueprints, params, optFns,
		func(in *GetBlueprintsInput) **string { return &in.PageToken },
		func(out *GetBlueprintsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetBlueprintsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetBlueprintsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetBlueprintsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetBlueprintsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetBlueprintsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetBlueprintsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Blueprint, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetBlueprintsOutput) []types.Blueprint { return out.Blueprints })
}
