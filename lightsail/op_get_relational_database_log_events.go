package lightsail

import (
	"context"
	"iter"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseLogEvents.html
func (c *Client) GetRelationalDatabaseLogEvents(ctx context.Context, params *GetRelationalDatabaseLogEventsInput, optFns ...func(*Options)) (*GetRelationalDatabaseLogEventsOutput, error) {
	return invoke[*GetRelationalDatabaseLogEventsOutput](ctx, c, &getRelationalDatabaseLogEvents, params, optFns)
}

var getRelationalDatabaseLogEvents = transport.Operation{
	Name:       "GetRelationalDatabaseLogEvents",
	Input:      (*GetRelationalDatabaseLogEventsInput)(nil),
	Output:     (*GetRelationalDatabaseLogEventsOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseLogEventsInput is the input of [Client.GetRelationalDatabaseLogEvents].
type GetRelationalDatabaseLogEventsInput struct {
	LogStreamName *string `json:"logStreamName,omitzero" required:"true"`

	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	EndTime *time.Time `json:"endTime,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`

	StartFromHead *bool `json:"startFromHead,omitzero"`

	StartTime *time.Time `json:"startTime,omitzero"`
}

// GetRelationalDatabaseLogEventsOutput is the output of [Client.GetRelationalDatabaseLogEvents].
type GetRelationalDatabaseLogEventsOutput struct {
	NextBackwardToken *string `json:"nextBackwardToken,omitzero"`

	NextForwardToken *string `json:"nextForwardToken,omitzero"`

	ResourceLogEvents []types.LogEvent `json:"resourceLogEvents,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseLogEventsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseLogEventsAPIClient is the part of [Client] that [GetRelationalDatabaseLogEventsPaginator] calls.
type GetRelationalDatabaseLogEventsAPIClient interface {
	// GetRelationalDatabaseLogEvents is [Client.GetRelationalDatabaseLogEvents].
	GetRelationalDatabaseLogEvents(context.Context, *GetRelationalDatabaseLogEventsInput, ...func(*Options)) (*GetRelationalDatabaseLogEventsOutput, error)
}

// GetRelationalDatabaseLogEventsPaginatorOptions are the options of a [GetRelationalDatabaseLogEventsPaginator].
type GetRelationalDatabaseLogEventsPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseLogEventsPaginator iterates over the pages of [Client.GetRelationalDatabaseLogEvents], or over the
// ResourceLogEvents in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseLogEventsPaginator struct {
	paginator paginator[*GetRelationalDatabaseLogEventsInput, *GetRelationalDatabaseLogEventsOutput]
}

// NewGetRelationalDatabaseLogEventsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseLogEventsPaginator(client GetRelationalDatabaseLogEventsAPIClient, params *GetRelationalDatabaseLogEventsInput, optFns ...func(*GetRelationalDatabaseLogEventsPaginatorOptions)) *GetRelationalDatabaseLogEventsPaginator {
	fromHead := params != nil && params.StartFromHead != nil && *params.StartFromHead
	endQuietly := func(o *GetRelationalDatabaseLogEventsPaginatorOptions) { o.StopOnDuplicateToken = true }
	optFns = append([]func(*GetRelationalDatabaseLogEventsPaginatorOptions){endQuietly}, optFns...)
	return &GetRelationalDatabaseLogEventsPaginator{newPaginator(client.GetRelationalDatabaseLogEvents, params, optFns,
		func(in *GetRelationalDatabaseLogEventsInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseLogEventsOutput) *string {
			if fromHead {
				return out.NextForwardToken
			}
			return out.NextBackwardToken
		})}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseLogEventsPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseLogEventsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseLogEventsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseLogEventsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseLogEventsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed; after a break, with the page after the current
// one.
func (p *GetRelationalDatabaseLogEventsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.LogEvent, error] {
	return allItems(ctx, &p.paginator, optFns, func(out *GetRelationalDatabaseLogEventsOutput) []types.LogEvent { return out.ResourceLogEvents })
}
