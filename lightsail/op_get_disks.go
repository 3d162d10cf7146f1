package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDisks returns one page of the block storage disks in the Region.
//
// Use [GetDisksPaginator] to list all disks.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDisks.html
func (c *Client) GetDisks(ctx context.Context, params *GetDisksInput, optFns ...func(*Options)) (*GetDisksOutput, error) {
	return invoke[*GetDisksOutput](ctx, c, &getDisks, params, optFns)
}

var getDisks = transport.Operation{
	Name:       "GetDisks",
	Input:      (*GetDisksInput)(nil),
	Output:     (*GetDisksOutput)(nil),
	Repeatable: true,
}

// GetDisksInput is the input of [Client.GetDisks].
type GetDisksInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetDisksOutput is the output of [Client.GetDisks].
type GetDisksOutput struct {
	// Disks are the disks of this page.
	Disks []types.Disk `json:"disks,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDisksOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetDisksAPIClient is the part of [Client] that [GetDisksPaginator] calls.
type GetDisksAPIClient interface {
	// GetDisks is [Client.GetDisks].
	GetDisks(context.Context, *GetDisksInput, ...func(*Options)) (*GetDisksOutput, error)
}

// GetDisksPaginatorOptions are the options of a [GetDisksPaginator].
type GetDisksPaginatorOptions = PaginatorOptions

// GetDisksPaginator iterates over the pages of [Client.GetDisks], or over the
// Disks in them. [PaginatorOptions] describes all paginators.
type GetDisksPaginator struct {
	paginator *paginator[*GetDisksInput, *GetDisksOutput]
}

// NewGetDisksPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetDisksPaginator(client GetDisksAPIClient, params *GetDisksInput, optFns ...func(*GetDisksPaginatorOptions)) *GetDisksPaginator {
	return &GetDisksPaginator{newPaginator(client.GetDisks, params, optFns,
		func(in *GetDisksInput) **string { return &in.PageToken },
		func(out *GetDisksOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetDisksPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetDisksPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetDisksOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetDisksPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetDisksOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetDisksPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.Disk, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetDisksOutput) []types.Disk { return out.Disks })
}
