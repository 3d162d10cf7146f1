package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstances returns one page of the instances in the Region.
//
// Use [GetInstancesPaginator] to list all instances: a program that reads the first
// page only misses the others. Instances of other Regions are never included. The
// service decides how many instances a page has.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstances.html
func (c *Client) GetInstances(ctx context.Context, params *GetInstancesInput, optFns ...func(*Options)) (*GetInstancesOutput, error) {
	return invoke[*GetInstancesOutput](ctx, c, &getInstances, params, optFns)
}

var getInstances = transport.Operation{
	Name:       "GetInstances",
	Input:      (*GetInstancesInput)(nil),
	Output:     (*GetInstancesOutput)(nil),
	Repeatable: true,
}

// GetInstancesInput is the input of [Client.GetInstances].
type GetInstancesInput struct {
	// IncludeHealthStatus sets the fields InstanceStatus and SystemStatus of each
	// instance. The default is false.
	IncludeHealthStatus *bool `json:"includeHealthStatus,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetInstancesOutput is the output of [Client.GetInstances].
type GetInstancesOutput struct {
	// Instances are the instances of this page.
	Instances []types.Instance `json:"instances,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstancesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetInstancesAPIClient is the part of [Client] that [GetInstancesPaginator] calls.
type GetInstancesAPIClient interface {
	// GetInstances is [Client.GetInstances].
	GetInstances(context.Context, *GetInstancesInput, ...func(*Options)) (*GetInstancesOutput, error)
}

// GetInstancesPaginatorOptions are the options of a [GetInstancesPaginator].
type GetInstancesPaginatorOptions = PaginatorOptions

// GetInstancesPaginator iterates over the pages of [Client.GetInstances], or over the
// Instances in them. [PaginatorOptions] describes all paginators.
type GetInstancesPaginator struct {
	paginator *paginator[*GetInstancesInput, *GetInstancesOutput]
}

// NewGetInstancesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetInstancesPaginator(client GetInstancesAPIClient, params *GetInstancesInput, optFns ...func(*GetInstancesPaginatorOptions)) *GetInstancesPaginator {
	return &GetInstancesPaginator{newPaginator(client.GetInstances, params, optFns,
		func(in *GetInstancesInput) **string { return &in.PageToken },
		func(out *GetInstancesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetInstancesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetInstancesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetInstancesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetInstancesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetInstancesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetInstancesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Instance, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetInstancesOutput) []types.Instance { return out.Instances })
}
