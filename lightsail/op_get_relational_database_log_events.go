package lightsail

import (
	"context"
	"iter"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseLogEvents returns one page of a log of the database engine,
// such as its error log.
//
// The first page is at the end of the log, or at its beginning if StartFromHead is
// true. Each page has two tokens: NextBackwardToken leads to older entries and
// NextForwardToken to newer ones. Either can be the PageToken of the next call. At
// an end of the log, the service can return the same token again instead of none.
//
// Use [GetRelationalDatabaseLogEventsPaginator] to read several pages. It follows
// one of the tokens and recognizes the end.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
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
	// LogStreamName is the name of the log.
	// [Client.GetRelationalDatabaseLogStreams] lists the names. Required.
	LogStreamName *string `json:"logStreamName,omitzero" required:"true"`

	// RelationalDatabaseName is the name of the database that wrote the log.
	// Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// EndTime is the end of the time range of the entries. If nil, the
	// service chooses it.
	EndTime *time.Time `json:"endTime,omitzero"`

	// PageToken selects the page to return: the NextBackwardToken or
	// NextForwardToken of another page. If nil, the page at the end of the log is
	// returned, or at its beginning if StartFromHead is true.
	PageToken *string `json:"pageToken,omitzero"`

	// StartFromHead selects the oldest entries for the first page. The default is
	// false: the newest entries. PostgreSQL supports only false.
	StartFromHead *bool `json:"startFromHead,omitzero"`

	// StartTime is the start of the time range of the entries. If nil, the
	// service chooses it.
	StartTime *time.Time `json:"startTime,omitzero"`
}

// GetRelationalDatabaseLogEventsOutput is the output of [Client.GetRelationalDatabaseLogEvents].
type GetRelationalDatabaseLogEventsOutput struct {
	// NextBackwardToken is the PageToken of the page with the next older entries.
	// It is nil, empty or the same as the PageToken of this page if there is none.
	NextBackwardToken *string `json:"nextBackwardToken,omitzero"`

	// NextForwardToken is the PageToken of the page with the next newer entries.
	// It is nil, empty or the same as the PageToken of this page if there is none.
	NextForwardToken *string `json:"nextForwardToken,omitzero"`

	// ResourceLogEvents are the log entries of this page.
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

// GetRelationalDatabaseLogEventsPaginator iterates over the pages of
// [Client.GetRelationalDatabaseLogEvents], or over the ResourceLogEvents in them.
// [PaginatorOptions] describes all paginators.
//
// If StartFromHead is true, the paginator starts at the page with the oldest
// entries and follows NextForwardToken. Otherwise it starts at the page with the
// newest entries and follows NextBackwardToken: later pages have older entries.
// Within a page, entries keep the order in which the service returns them.
//
// For this operation, unlike for all others, a page token that the service returns
// again is the regular end of the listing and not an error: StopOnDuplicateToken is
// true by default.
type GetRelationalDatabaseLogEventsPaginator struct {
	paginator *paginator[*GetRelationalDatabaseLogEventsInput, *GetRelationalDatabaseLogEventsOutput]
}

// NewGetRelationalDatabaseLogEventsPaginator returns a paginator that starts at the
// page that params select. LogStreamName and RelationalDatabaseName are required.
//
// StartFromHead in params selects the direction: true for NextForwardToken, nil or
// false for NextBackwardToken. Unlike in other paginators, StopOnDuplicateToken is
// true unless optFns set it to false.
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
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseLogEventsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.LogEvent, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseLogEventsOutput) []types.LogEvent { return out.ResourceLogEvents })
}
