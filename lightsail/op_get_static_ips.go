package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetStaticIps returns one page of the static IPs in the Region. Use
// [GetStaticIpsPaginator] to list all.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetStaticIps.html
func (c *Client) GetStaticIps(ctx context.Context, params *GetStaticIpsInput, optFns ...func(*Options)) (*GetStaticIpsOutput, error) {
	return invoke[*GetStaticIpsOutput](ctx, c, &getStaticIps, params, optFns)
}

var getStaticIps = transport.Operation{
	Name:       "GetStaticIps",
	Input:      (*GetStaticIpsInput)(nil),
	Output:     (*GetStaticIpsOutput)(nil),
	Repeatable: true,
}

// GetStaticIpsInput is the input of [Client.GetStaticIps].
type GetStaticIpsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetStaticIpsOutput is the output of [Client.GetStaticIps].
type GetStaticIpsOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// StaticIps are the static IPs of this page, attached or not. A page can be
	// empty without being the last one.
	StaticIps []types.StaticIp `json:"staticIps,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetStaticIpsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetStaticIpsAPIClient is the part of [Client] that [GetStaticIpsPaginator] calls.
type GetStaticIpsAPIClient interface {
	// GetStaticIps is [Client.GetStaticIps].
	GetStaticIps(context.Context, *GetStaticIpsInput, ...func(*Options)) (*GetStaticIpsOutput, error)
}

// GetStaticIpsPaginatorOptions are the options of a [GetStaticIpsPaginator].
type GetStaticIpsPaginatorOptions = PaginatorOptions

// GetStaticIpsPaginator iterates over the pages of [Client.GetStaticIps], or over the
// StaticIps in them. [PaginatorOptions] describes all paginators.
type GetStaticIpsPaginator struct {
	paginator *paginator[*GetStaticIpsInput, *GetStaticIpsOutput]
}

// NewGetStaticIpsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetStaticIpsPaginator(client GetStaticIpsAPIClient, params *GetStaticIpsInput, optFns ...func(*GetStaticIpsPaginatorOptions)) *GetStaticIpsPaginator {
	return &GetStaticIpsPaginator{newPaginator(client.GetStaticIps, params, optFns,
		func(in *GetStaticIpsInput) **string { return &in.PageToken },
		func(out *GetStaticIpsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetStaticIpsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetStaticIpsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetStaticIpsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetStaticIpsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetStaticIpsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetStaticIpsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.StaticIp, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetStaticIpsOutput) []types.StaticIp { return out.StaticIps })
}
