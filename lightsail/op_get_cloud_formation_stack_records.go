package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetCloudFormationStackRecords returns one page of the records of stacks that were
// created with [Client.CreateCloudFormationStack].
//
// Use [GetCloudFormationStackRecordsPaginator] to list all records. The service has
// no operation that returns a record by its name.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetCloudFormationStackRecords.html
func (c *Client) GetCloudFormationStackRecords(ctx context.Context, params *GetCloudFormationStackRecordsInput, optFns ...func(*Options)) (*GetCloudFormationStackRecordsOutput, error) {
	return invoke[*GetCloudFormationStackRecordsOutput](ctx, c, &getCloudFormationStackRecords, params, optFns)
}

var getCloudFormationStackRecords = transport.Operation{
	Name:       "GetCloudFormationStackRecords",
	Input:      (*GetCloudFormationStackRecordsInput)(nil),
	Output:     (*GetCloudFormationStackRecordsOutput)(nil),
	Repeatable: true,
}

// GetCloudFormationStackRecordsInput is the input of [Client.GetCloudFormationStackRecords].
type GetCloudFormationStackRecordsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetCloudFormationStackRecordsOutput is the output of [Client.GetCloudFormationStackRecords].
type GetCloudFormationStackRecordsOutput struct {
	// CloudFormationStackRecords are the records of this page.
	CloudFormationStackRecords []types.CloudFormationStackRecord `json:"cloudFormationStackRecords,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetCloudFormationStackRecordsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetCloudFormationStackRecordsAPIClient is the part of [Client] that [GetCloudFormationStackRecordsPaginator] calls.
type GetCloudFormationStackRecordsAPIClient interface {
	// GetCloudFormationStackRecords is [Client.GetCloudFormationStackRecords].
	GetCloudFormationStackRecords(context.Context, *GetCloudFormationStackRecordsInput, ...func(*Options)) (*GetCloudFormationStackRecordsOutput, error)
}

// GetCloudFormationStackRecordsPaginatorOptions are the options of a [GetCloudFormationStackRecordsPaginator].
type GetCloudFormationStackRecordsPaginatorOptions = PaginatorOptions

// GetCloudFormationStackRecordsPaginator iterates over the pages of [Client.GetCloudFormationStackRecords], or over the
// CloudFormationStackRecords in them. [PaginatorOptions] describes all paginators.
type GetCloudFormationStackRecordsPaginator struct {
	paginator *paginator[*GetCloudFormationStackRecordsInput, *GetCloudFormationStackRecordsOutput]
}

// NewGetCloudFormationStackRecordsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetCloudFormationStackRecordsPaginator(client GetCloudFormationStackRecordsAPIClient, params *GetCloudFormationStackRecordsInput, optFns ...func(*GetCloudFormationStackRecordsPaginatorOptions)) *GetCloudFormationStackRecordsPaginator {
	return &GetCloudFormationStackRecordsPaginator{newPaginator(client.GetCloudFormationStackRecords, params, optFns,
		func(in *GetCloudFormationStackRecordsInput) **string { return &in.PageToken },
		func(out *GetCloudFormationStackRecordsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetCloudFormationStackRecordsPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetCloudFormationStackRecordsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetCloudFormationStackRecordsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetCloudFormationStackRecordsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetCloudFormationStackRecordsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetCloudFormationStackRecordsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.CloudFormationStackRecord, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetCloudFormationStackRecordsOutput) []types.CloudFormationStackRecord {
		return out.CloudFormationStackRecords
	})
}
