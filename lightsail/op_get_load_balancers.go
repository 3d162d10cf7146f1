package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancers returns one page of the load balancers in the Region.
//
// Use [GetLoadBalancersPaginator] to list all load balancers, and
// [Client.GetLoadBalancer] to get one by its name.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetLoadBalancers.html
func (c *Client) GetLoadBalancers(ctx context.Context, params *GetLoadBalancersInput, optFns ...func(*Options)) (*GetLoadBalancersOutput, error) {
	return invoke[*GetLoadBalancersOutput](ctx, c, &getLoadBalancers, params, optFns)
}

var getLoadBalancers = transport.Operation{
	Name:       "GetLoadBalancers",
	Input:      (*GetLoadBalancersInput)(nil),
	Output:     (*GetLoadBalancersOutput)(nil),
	Repeatable: true,
}

// GetLoadBalancersInput is the input of [Client.GetLoadBalancers].
type GetLoadBalancersInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetLoadBalancersOutput is the output of [Client.GetLoadBalancers].
type GetLoadBalancersOutput struct {
	// LoadBalancers are the load balancers of this page. A page can be empty
	// without being the last one.
	LoadBalancers []types.LoadBalancer `json:"loadBalancers,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancersOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetLoadBalancersAPIClient is the part of [Client] that [GetLoadBalancersPaginator] calls.
type GetLoadBalancersAPIClient interface {
	// GetLoadBalancers is [Client.GetLoadBalancers].
	GetLoadBalancers(context.Context, *GetLoadBalancersInput, ...func(*Options)) (*GetLoadBalancersOutput, error)
}

// GetLoadBalancersPaginatorOptions are the options of a [GetLoadBalancersPaginator].
type GetLoadBalancersPaginatorOptions = PaginatorOptions

// GetLoadBalancersPaginator iterates over the pages of [Client.GetLoadBalancers], or over the
// LoadBalancers in them. [PaginatorOptions] describes all paginators.
type GetLoadBalancersPaginator struct {
	paginator *paginator[*GetLoadBalancersInput, *GetLoadBalancersOutput]
}

// NewGetLoadBalancersPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetLoadBalancersPaginator(client GetLoadBalancersAPIClient, params *GetLoadBalancersInput, optFns ...func(*GetLoadBalancersPaginatorOptions)) *GetLoadBalancersPaginator {
	return &GetLoadBalancersPaginator{newPaginator(client.GetLoadBalancers, params, optFns,
		func(in *GetLoadBalancersInput) **string { return &in.PageToken },
		func(out *GetLoadBalancersOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetLoadBalancersPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetLoadBalancersPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetLoadBalancersOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetLoadBalancersPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetLoadBalancersOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetLoadBalancersPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.LoadBalancer, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetLoadBalancersOutput) []types.LoadBalancer { return out.LoadBalancers })
}
