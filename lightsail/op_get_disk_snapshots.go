package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDiskSnapshots returns one page of the manual snapshots of disks in the Region.
//
// Use [GetDiskSnapshotsPaginator] to list all snapshots, and
// [Client.GetAutoSnapshots] to list the automatic snapshots of one disk.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDiskSnapshots.html
func (c *Client) GetDiskSnapshots(ctx context.Context, params *GetDiskSnapshotsInput, optFns ...func(*Options)) (*GetDiskSnapshotsOutput, error) {
	return invoke[*GetDiskSnapshotsOutput](ctx, c, &getDiskSnapshots, params, optFns)
}

var getDiskSnapshots = transport.Operation{
	Name:       "GetDiskSnapshots",
	Input:      (*GetDiskSnapshotsInput)(nil),
	Output:     (*GetDiskSnapshotsOutput)(nil),
	Repeatable: true,
}

// GetDiskSnapshotsInput is the input of [Client.GetDiskSnapshots].
type GetDiskSnapshotsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetDiskSnapshotsOutput is the output of [Client.GetDiskSnapshots].
type GetDiskSnapshotsOutput struct {
	// DiskSnapshots are the snapshots of this page.
	DiskSnapshots []types.DiskSnapshot `json:"diskSnapshots,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDiskSnapshotsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetDiskSnapshotsAPIClient is the part of [Client] that [GetDiskSnapshotsPaginator] calls.
type GetDiskSnapshotsAPIClient interface {
	// GetDiskSnapshots is [Client.GetDiskSnapshots].
	GetDiskSnapshots(context.Context, *GetDiskSnapshotsInput, ...func(*Options)) (*GetDiskSnapshotsOutput, error)
}

// GetDiskSnapshotsPaginatorOptions are the options of a [GetDiskSnapshotsPaginator].
type GetDiskSnapshotsPaginatorOptions = PaginatorOptions

// GetDiskSnapshotsPaginator iterates over the pages of [Client.GetDiskSnapshots], or over the
// DiskSnapshots in them. [PaginatorOptions] describes all paginators.
type GetDiskSnapshotsPaginator struct {
	paginator *paginator[*GetDiskSnapshotsInput, *GetDiskSnapshotsOutput]
}

// NewGetDiskSnapshotsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetDiskSnapshotsPaginator(client GetDiskSnapshotsAPIClient, params *GetDiskSnapshotsInput, optFns ...func(*GetDiskSnapshotsPaginatorOptions)) *GetDiskSnapshotsPaginator {
	return &GetDiskSnapshotsPaginator{newPaginator(client.GetDiskSnapshots, params, optFns,
		func(in *GetDiskSnapshotsInput) **string { return &in.PageToken },
		func(out *GetDiskSnapshotsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetDiskSnapshotsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetDiskSnapshotsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetDiskSnapshotsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetDiskSnapshotsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetDiskSnapshotsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetDiskSnapshotsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.DiskSnapshot, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetDiskSnapshotsOutput) []types.DiskSnapshot { return out.DiskSnapshots })
}
