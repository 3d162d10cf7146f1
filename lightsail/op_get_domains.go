package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDomains returns one page of the domains that have a DNS zone in the account,
// with their entries. Use [GetDomainsPaginator] to list all.
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDomains.html
func (c *Client) GetDomains(ctx context.Context, params *GetDomainsInput, optFns ...func(*Options)) (*GetDomainsOutput, error) {
	return invoke[*GetDomainsOutput](ctx, c, &getDomains, params, optFns)
}

var getDomains = transport.Operation{
	Name:       "GetDomains",
	Input:      (*GetDomainsInput)(nil),
	Output:     (*GetDomainsOutput)(nil),
	Repeatable: true,
}

// GetDomainsInput is the input of [Client.GetDomains].
type GetDomainsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetDomainsOutput is the output of [Client.GetDomains].
type GetDomainsOutput struct {
	// Domains are the domains of this page. A page can be empty without being the
	// last one.
	Domains []types.Domain `json:"domains,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDomainsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetDomainsAPIClient is the part of [Client] that [GetDomainsPaginator] calls.
type GetDomainsAPIClient interface {
	// GetDomains is [Client.GetDomains].
	GetDomains(context.Context, *GetDomainsInput, ...func(*Options)) (*GetDomainsOutput, error)
}

// GetDomainsPaginatorOptions are the options of a [GetDomainsPaginator].
type GetDomainsPaginatorOptions = PaginatorOptions

// GetDomainsPaginator iterates over the pages of [Client.GetDomains], or over the
// Domains in them. [PaginatorOptions] describes all paginators.
type GetDomainsPaginator struct {
	paginator *paginator[*GetDomainsInput, *GetDomainsOutput]
}

// NewGetDomainsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetDomainsPaginator(client GetDomainsAPIClient, params *GetDomainsInput, optFns ...func(*GetDomainsPaginatorOptions)) *GetDomainsPaginator {
	return &GetDomainsPaginator{newPaginator(client.GetDomains, params, optFns,
		func(in *GetDomainsInput) **string { return &in.PageToken },
		func(out *GetDomainsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetDomainsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetDomainsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetDomainsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetDomainsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetDomainsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetDomainsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Domain, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetDomainsOutput) []types.Domain { return out.Domains })
}
