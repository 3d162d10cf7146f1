package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetAlarms returns one alarm by its name, or one page of the alarms of a resource
// or of the Region, with their current states. Use [GetAlarmsPaginator] to list
// all.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetAlarms.html
func (c *Client) GetAlarms(ctx context.Context, params *GetAlarmsInput, optFns ...func(*Options)) (*GetAlarmsOutput, error) {
	return invoke[*GetAlarmsOutput](ctx, c, &getAlarms, params, optFns)
}

var getAlarms = transport.Operation{
	Name:       "GetAlarms",
	Input:      (*GetAlarmsInput)(nil),
	Output:     (*GetAlarmsOutput)(nil),
	Repeatable: true,
}

// GetAlarmsInput is the input of [Client.GetAlarms].
type GetAlarmsInput struct {
	// AlarmName selects one alarm. If AlarmName and MonitoredResourceName are nil,
	// GetAlarms returns all alarms in the Region, one page at a time.
	AlarmName *string `json:"alarmName,omitzero"`

	// MonitoredResourceName selects the alarms of one instance, load balancer or
	// relational database.
	MonitoredResourceName *string `json:"monitoredResourceName,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetAlarmsOutput is the output of [Client.GetAlarms].
type GetAlarmsOutput struct {
	// Alarms are the alarms of this page. A page can be empty without being the
	// last one.
	Alarms []types.Alarm `json:"alarms,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetAlarmsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetAlarmsAPIClient is the part of [Client] that [GetAlarmsPaginator] calls.
type GetAlarmsAPIClient interface {
	// GetAlarms is [Client.GetAlarms].
	GetAlarms(context.Context, *GetAlarmsInput, ...func(*Options)) (*GetAlarmsOutput, error)
}

// GetAlarmsPaginatorOptions are the options of a [GetAlarmsPaginator].
type GetAlarmsPaginatorOptions = PaginatorOptions

// GetAlarmsPaginator iterates over the pages of [Client.GetAlarms], or over the
// Alarms in them. [PaginatorOptions] describes all paginators.
type GetAlarmsPaginator struct {
	paginator *paginator[*GetAlarmsInput, *GetAlarmsOutput]
}

// NewGetAlarmsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetAlarmsPaginator(client GetAlarmsAPIClient, params *GetAlarmsInput, optFns ...func(*GetAlarmsPaginatorOptions)) *GetAlarmsPaginator {
	return &GetAlarmsPaginator{newPaginator(client.GetAlarms, params, optFns,
		func(in *GetAlarmsInput) **string { return &in.PageToken },
		func(out *GetAlarmsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetAlarmsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetAlarmsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetAlarmsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetAlarmsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetAlarmsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetAlarmsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Alarm, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetAlarmsOutput) []types.Alarm { return out.Alarms })
}
