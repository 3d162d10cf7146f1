package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDistributions returns one distribution by its name, or one page of all
// distributions.
//
// If DistributionName is set and no such distribution exists, GetDistributions
// returns a *[types.NotFoundException]. Use [GetDistributionsPaginator] to list all
// distributions.
//
// A [DistributionEnabledWaiter] waits until all servers of a distribution have
// applied a change: its Status is then no longer "InProgress".
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributions.html
func (c *Client) GetDistributions(ctx context.Context, params *GetDistributionsInput, optFns ...func(*Options)) (*GetDistributionsOutput, error) {
	return invoke[*GetDistributionsOutput](ctx, c, &getDistributions, params, optFns)
}

var getDistributions = transport.Operation{
	Name:       "GetDistributions",
	Input:      (*GetDistributionsInput)(nil),
	Output:     (*GetDistributionsOutput)(nil),
	Repeatable: true,
}

// GetDistributionsInput is the input of [Client.GetDistributions].
type GetDistributionsInput struct {
	// DistributionName selects one distribution. If nil, GetDistributions returns
	// all distributions, one page at a time.
	DistributionName *string `json:"distributionName,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetDistributionsOutput is the output of [Client.GetDistributions].
type GetDistributionsOutput struct {
	// Distributions are the distributions of this page. A page can be empty without
	// being the last one.
	Distributions []types.LightsailDistribution `json:"distributions,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetDistributionsAPIClient is the part of [Client] that [GetDistributionsPaginator] calls.
type GetDistributionsAPIClient interface {
	// GetDistributions is [Client.GetDistributions].
	GetDistributions(context.Context, *GetDistributionsInput, ...func(*Options)) (*GetDistributionsOutput, error)
}

// GetDistributionsPaginatorOptions are the options of a [GetDistributionsPaginator].
type GetDistributionsPaginatorOptions = PaginatorOptions

// GetDistributionsPaginator iterates over the pages of [Client.GetDistributions], or over the
// Distributions in them. [PaginatorOptions] describes all paginators.
type GetDistributionsPaginator struct {
	paginator *paginator[*GetDistributionsInput, *GetDistributionsOutput]
}

// NewGetDistributionsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetDistributionsPaginator(client GetDistributionsAPIClient, params *GetDistributionsInput, optFns ...func(*GetDistributionsPaginatorOptions)) *GetDistributionsPaginator {
	return &GetDistributionsPaginator{newPaginator(client.GetDistributions, params, optFns,
		func(in *GetDistributionsInput) **string { return &in.PageToken },
		func(out *GetDistributionsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetDistributionsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetDistributionsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetDistributionsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetDistributionsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetDistributionsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetDistributionsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.LightsailDistribution, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetDistributionsOutput) []types.LightsailDistribution { return out.Distributions })
}
