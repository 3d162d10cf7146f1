package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancerTlsPolicies returns one page of the TLS policies for load
// balancers. A TLS policy is a set of protocols and ciphers for HTTPS connections
// of clients.
//
// The policies are predefined. Set TlsPolicyName in [Client.CreateLoadBalancer] to
// select one, or change it with [Client.UpdateLoadBalancerAttribute].
//
// Use [GetLoadBalancerTlsPoliciesPaginator] to list all policies.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetLoadBalancerTlsPolicies.html
func (c *Client) GetLoadBalancerTlsPolicies(ctx context.Context, params *GetLoadBalancerTlsPoliciesInput, optFns ...func(*Options)) (*GetLoadBalancerTlsPoliciesOutput, error) {
	return invoke[*GetLoadBalancerTlsPoliciesOutput](ctx, c, &getLoadBalancerTlsPolicies, params, optFns)
}

var getLoadBalancerTlsPolicies = transport.Operation{
	Name:       "GetLoadBalancerTlsPolicies",
	Input:      (*GetLoadBalancerTlsPoliciesInput)(nil),
	Output:     (*GetLoadBalancerTlsPoliciesOutput)(nil),
	Repeatable: true,
}

// GetLoadBalancerTlsPoliciesInput is the input of [Client.GetLoadBalancerTlsPolicies].
type GetLoadBalancerTlsPoliciesInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetLoadBalancerTlsPoliciesOutput is the output of [Client.GetLoadBalancerTlsPolicies].
type GetLoadBalancerTlsPoliciesOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// TlsPolicies are the policies of this page. A page can be empty without being
	// the last one.
	TlsPolicies []types.LoadBalancerTlsPolicy `json:"tlsPolicies,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerTlsPoliciesOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetLoadBalancerTlsPoliciesAPIClient is the part of [Client] that [GetLoadBalancerTlsPoliciesPaginator] calls.
type GetLoadBalancerTlsPoliciesAPIClient interface {
	// GetLoadBalancerTlsPolicies is [Client.GetLoadBalancerTlsPolicies].
	GetLoadBalancerTlsPolicies(context.Context, *GetLoadBalancerTlsPoliciesInput, ...func(*Options)) (*GetLoadBalancerTlsPoliciesOutput, error)
}

// GetLoadBalancerTlsPoliciesPaginatorOptions are the options of a [GetLoadBalancerTlsPoliciesPaginator].
type GetLoadBalancerTlsPoliciesPaginatorOptions = PaginatorOptions

// GetLoadBalancerTlsPoliciesPaginator iterates over the pages of [Client.GetLoadBalancerTlsPolicies], or over the
// TlsPolicies in them. [PaginatorOptions] describes all paginators.
type GetLoadBalancerTlsPoliciesPaginator struct {
	paginator *paginator[*GetLoadBalancerTlsPoliciesInput, *GetLoadBalancerTlsPoliciesOutput]
}

// NewGetLoadBalancerTlsPoliciesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetLoadBalancerTlsPoliciesPaginator(client GetLoadBalancerTlsPoliciesAPIClient, params *GetLoadBalancerTlsPoliciesInput, optFns ...func(*GetLoadBalancerTlsPoliciesPaginatorOptions)) *GetLoadBalancerTlsPoliciesPaginator {
	return &GetLoadBalancerTlsPoliciesPaginator{newPaginator(client.GetLoadBalancerTlsPolicies, params, optFns,
		func(in *GetLoadBalancerTlsPoliciesInput) **string { return &in.PageToken },
		func(out *GetLoadBalancerTlsPoliciesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetLoadBalancerTlsPoliciesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetLoadBalancerTlsPoliciesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetLoadBalancerTlsPoliciesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetLoadBalancerTlsPoliciesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetLoadBalancerTlsPoliciesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetLoadBalancerTlsPoliciesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.LoadBalancerTlsPolicy, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetLoadBalancerTlsPoliciesOutput) []types.LoadBalancerTlsPolicy { return out.TlsPolicies })
}
