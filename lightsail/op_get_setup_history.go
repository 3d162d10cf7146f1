package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetSetupHistory returns one page of the latest calls of
// [Client.SetupInstanceHttps] for an instance, with the commands that they ran and
// the output of these.
//
// The service returns the latest five calls. Use [GetSetupHistoryPaginator] to get
// all of them.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetSetupHistory.html
func (c *Client) GetSetupHistory(ctx context.Context, params *GetSetupHistoryInput, optFns ...func(*Options)) (*GetSetupHistoryOutput, error) {
	return invoke[*GetSetupHistoryOutput](ctx, c, &getSetupHistory, params, optFns)
}

var getSetupHistory = transport.Operation{
	Name:       "GetSetupHistory",
	Input:      (*GetSetupHistoryInput)(nil),
	Output:     (*GetSetupHistoryOutput)(nil),
	Repeatable: true,
}

// GetSetupHistoryInput is the input of [Client.GetSetupHistory].
type GetSetupHistoryInput struct {
	// ResourceName is the name of the instance. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetSetupHistoryOutput is the output of [Client.GetSetupHistory].
type GetSetupHistoryOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// SetupHistory are the calls of this page.
	SetupHistory []types.SetupHistory `json:"setupHistory,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetSetupHistoryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetSetupHistoryAPIClient is the part of [Client] that [GetSetupHistoryPaginator] calls.
type GetSetupHistoryAPIClient interface {
	// GetSetupHistory is [Client.GetSetupHistory].
	GetSetupHistory(context.Context, *GetSetupHistoryInput, ...func(*Options)) (*GetSetupHistoryOutput, error)
}

// GetSetupHistoryPaginatorOptions are the options of a [GetSetupHistoryPaginator].
type GetSetupHistoryPaginatorOptions = PaginatorOptions

// GetSetupHistoryPaginator iterates over the pages of [Client.GetSetupHistory], or over the
// SetupHistory in them. [PaginatorOptions] describes all paginators.
type GetSetupHistoryPaginator struct {
	paginator *paginator[*GetSetupHistoryInput, *GetSetupHistoryOutput]
}

// NewGetSetupHistoryPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetSetupHistoryPaginator(client GetSetupHistoryAPIClient, params *GetSetupHistoryInput, optFns ...func(*GetSetupHistoryPaginatorOptions)) *GetSetupHistoryPaginator {
	return &GetSetupHistoryPaginator{newPaginator(client.GetSetupHistory, params, optFns,
		func(in *GetSetupHistoryInput) **string { return &in.PageToken },
		func(out *GetSetupHistoryOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetSetupHistoryPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetSetupHistoryPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetSetupHistoryOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetSetupHistoryPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetSetupHistoryOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetSetupHistoryPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.SetupHistory, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetSetupHistoryOutput) []types.SetupHistory { return out.SetupHistory })
}
