package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetExportSnapshotRecords returns one page of the records of snapshots that were
// exported to Amazon EC2 with [Client.ExportSnapshot].
//
// Use [GetExportSnapshotRecordsPaginator] to list all records. The service has no
// operation that returns a record by its name.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetExportSnapshotRecords.html
func (c *Client) GetExportSnapshotRecords(ctx context.Context, params *GetExportSnapshotRecordsInput, optFns ...func(*Options)) (*GetExportSnapshotRecordsOutput, error) {
	return invoke[*GetExportSnapshotRecordsOutput](ctx, c, &getExportSnapshotRecords, params, optFns)
}

var getExportSnapshotRecords = transport.Operation{
	Name:       "GetExportSnapshotRecords",
	Input:      (*GetExportSnapshotRecordsInput)(nil),
	Output:     (*GetExportSnapshotRecordsOutput)(nil),
	Repeatable: true,
}

// GetExportSnapshotRecordsInput is the input of [Client.GetExportSnapshotRecords].
type GetExportSnapshotRecordsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetExportSnapshotRecordsOutput is the output of [Client.GetExportSnapshotRecords].
type GetExportSnapshotRecordsOutput struct {
	// ExportSnapshotRecords are the records of this page.
	ExportSnapshotRecords []types.ExportSnapshotRecord `json:"exportSnapshotRecords,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetExportSnapshotRecordsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetExportSnapshotRecordsAPIClient is the part of [Client] that [GetExportSnapshotRecordsPaginator] calls.
type GetExportSnapshotRecordsAPIClient interface {
	// GetExportSnapshotRecords is [Client.GetExportSnapshotRecords].
	GetExportSnapshotRecords(context.Context, *GetExportSnapshotRecordsInput, ...func(*Options)) (*GetExportSnapshotRecordsOutput, error)
}

// GetExportSnapshotRecordsPaginatorOptions are the options of a [GetExportSnapshotRecordsPaginator].
type GetExportSnapshotRecordsPaginatorOptions = PaginatorOptions

// GetExportSnapshotRecordsPaginator iterates over the pages of [Client.GetExportSnapshotRecords], or over the
// ExportSnapshotRecords in them. [PaginatorOptions] describes all paginators.
type GetExportSnapshotRecordsPaginator struct {
	paginator *paginator[*GetExportSnapshotRecordsInput, *GetExportSnapshotRecordsOutput]
}

// NewGetExportSnapshotRecordsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetExportSnapshotRecordsPaginator(client GetExportSnapshotRecordsAPIClient, params *GetExportSnapshotRecordsInput, optFns ...func(*GetExportSnapshotRecordsPaginatorOptions)) *GetExportSnapshotRecordsPaginator {
	return &GetExportSnapshotRecordsPaginator{newPaginator(client.GetExportSnapshotRecords, params, optFns,
		func(in *GetExportSnapshotRecordsInput) **string { return &in.PageToken },
		func(out *GetExportSnapshotRecordsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetExportSnapshotRecordsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetExportSnapshotRecordsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetExportSnapshotRecordsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetExportSnapshotRecordsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetExportSnapshotRecordsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetExportSnapshotRecordsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.ExportSnapshotRecord, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetExportSnapshotRecordsOutput) []types.ExportSnapshotRecord {
		return out.ExportSnapshotRecords
	})
}
