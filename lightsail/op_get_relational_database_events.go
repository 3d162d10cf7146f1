package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseEvents returns one page of the recent events of a database,
// such as the start and the end of a backup.
//
// Events go back at most 14 days, and 1 hour by default. They are messages of
// Lightsail about the database; [Client.GetRelationalDatabaseLogEvents] returns the
// logs of the database engine. Use [GetRelationalDatabaseEventsPaginator] to list
// all events.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseEvents.html
func (c *Client) GetRelationalDatabaseEvents(ctx context.Context, params *GetRelationalDatabaseEventsInput, optFns ...func(*Options)) (*GetRelationalDatabaseEventsOutput, error) {
	return invoke[*GetRelationalDatabaseEventsOutput](ctx, c, &getRelationalDatabaseEvents, params, optFns)
}

var getRelationalDatabaseEvents = transport.Operation{
	Name:       "GetRelationalDatabaseEvents",
	Input:      (*GetRelationalDatabaseEventsInput)(nil),
	Output:     (*GetRelationalDatabaseEventsOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseEventsInput is the input of [Client.GetRelationalDatabaseEvents].
type GetRelationalDatabaseEventsInput struct {
	// RelationalDatabaseName is the name of the database whose events are returned.
	// Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// DurationInMinutes is how far the events go back, in minutes: 1 to 20160
	// (14 days). The default is 60.
	DurationInMinutes *int32 `json:"durationInMinutes,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabaseEventsOutput is the output of [Client.GetRelationalDatabaseEvents].
type GetRelationalDatabaseEventsOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// RelationalDatabaseEvents are the events of this page.
	RelationalDatabaseEvents []types.RelationalDatabaseEvent `json:"relationalDatabaseEvents,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseEventsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseEventsAPIClient is the part of [Client] that [GetRelationalDatabaseEventsPaginator] calls.
type GetRelationalDatabaseEventsAPIClient interface {
	// GetRelationalDatabaseEvents is [Client.GetRelationalDatabaseEvents].
	GetRelationalDatabaseEvents(context.Context, *GetRelationalDatabaseEventsInput, ...func(*Options)) (*GetRelationalDatabaseEventsOutput, error)
}

// GetRelationalDatabaseEventsPaginatorOptions are the options of a [GetRelationalDatabaseEventsPaginator].
type GetRelationalDatabaseEventsPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseEventsPaginator iterates over the pages of [Client.GetRelationalDatabaseEvents], or over the
// RelationalDatabaseEvents in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseEventsPaginator struct {
	paginator *paginator[*GetRelationalDatabaseEventsInput, *GetRelationalDatabaseEventsOutput]
}

// NewGetRelationalDatabaseEventsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseEventsPaginator(client GetRelationalDatabaseEventsAPIClient, params *GetRelationalDatabaseEventsInput, optFns ...func(*GetRelationalDatabaseEventsPaginatorOptions)) *GetRelationalDatabaseEventsPaginator {
	return &GetRelationalDatabaseEventsPaginator{newPaginator(client.GetRelationalDatabaseEvents, params, optFns,
		func(in *GetRelationalDatabaseEventsInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseEventsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseEventsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseEventsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseEventsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseEventsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseEventsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseEventsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabaseEvent, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseEventsOutput) []types.RelationalDatabaseEvent {
		return out.RelationalDatabaseEvents
	})
}
