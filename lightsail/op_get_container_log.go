package lightsail

import (
	"context"
	"iter"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContainerLog returns one page of the log of a container: what its program
// printed. Use [GetContainerLogPaginator] to read the whole log.
//
// If a deployment failed, the logs of its containers usually have the reason. If
// the service has more than one node, the entries of all nodes are merged. Entries
// are retained for a limited time.
//
// If the service does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerLog.html
func (c *Client) GetContainerLog(ctx context.Context, params *GetContainerLogInput, optFns ...func(*Options)) (*GetContainerLogOutput, error) {
	return invoke[*GetContainerLogOutput](ctx, c, &getContainerLog, params, optFns)
}

var getContainerLog = transport.Operation{
	Name:       "GetContainerLog",
	Input:      (*GetContainerLogInput)(nil),
	Output:     (*GetContainerLogOutput)(nil),
	Repeatable: true,
}

// GetContainerLogInput is the input of [Client.GetContainerLog].
type GetContainerLogInput struct {
	// ContainerName is the name of the container, its key in the Containers of a
	// deployment. The container can be running or have run before. Required.
	ContainerName *string `json:"containerName,omitzero" required:"true"`

	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	// EndTime is the end of the time range of the entries. If nil, the
	// service chooses it.
	EndTime *time.Time `json:"endTime,omitzero"`

	// FilterPattern selects entries by words in them. "ERROR" selects entries with
	// that word, "-ERROR" those without it, "ERROR Exception" those with both
	// words, and "?ERROR ?Exception" those with at least one of them. If nil or
	// empty, all entries are returned.
	FilterPattern *string `json:"filterPattern,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`

	// StartTime is the start of the time range of the entries. If nil, the
	// service chooses it.
	StartTime *time.Time `json:"startTime,omitzero"`
}

// GetContainerLogOutput is the output of [Client.GetContainerLog].
type GetContainerLogOutput struct {
	// LogEvents are the entries of this page.
	LogEvents []types.ContainerServiceLogEvent `json:"logEvents,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerLogOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetContainerLogAPIClient is the part of [Client] that [GetContainerLogPaginator] calls.
type GetContainerLogAPIClient interface {
	// GetContainerLog is [Client.GetContainerLog].
	GetContainerLog(context.Context, *GetContainerLogInput, ...func(*Options)) (*GetContainerLogOutput, error)
}

// GetContainerLogPaginatorOptions are the options of a [GetContainerLogPaginator].
type GetContainerLogPaginatorOptions = PaginatorOptions

// GetContainerLogPaginator iterates over the pages of [Client.GetContainerLog], or over the
// LogEvents in them. [PaginatorOptions] describes all paginators.
type GetContainerLogPaginator struct {
	paginator *paginator[*GetContainerLogInput, *GetContainerLogOutput]
}

// NewGetContainerLogPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetContainerLogPaginator(client GetContainerLogAPIClient, params *GetContainerLogInput, optFns ...func(*GetContainerLogPaginatorOptions)) *GetContainerLogPaginator {
	return &GetContainerLogPaginator{newPaginator(client.GetContainerLog, params, optFns,
		func(in *GetContainerLogInput) **string { return &in.PageToken },
		func(out *GetContainerLogOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetContainerLogPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetContainerLogPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetContainerLogOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetContainerLogPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetContainerLogOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetContainerLogPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.ContainerServiceLogEvent, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetContainerLogOutput) []types.ContainerServiceLogEvent { return out.LogEvents })
}
