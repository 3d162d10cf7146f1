package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstanceSnapshots returns one page of the manual snapshots of instances in the
// Region.
//
// Use [GetInstanceSnapshotsPaginator] to list all snapshots, and
// [Client.GetAutoSnapshots] to list the automatic snapshots of one instance.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstanceSnapshots.html
func (c *Client) GetInstanceSnapshots(ctx context.Context, params *GetInstanceSnapshotsInput, optFns ...func(*Options)) (*GetInstanceSnapshotsOutput, error) {
	return invoke[*GetInstanceSnapshotsOutput](ctx, c, &getInstanceSnapshots, params, optFns)
}

var getInstanceSnapshots = transport.Operation{
	Name:       "GetInstanceSnapshots",
	Input:      (*GetInstanceSnapshotsInput)(nil),
	Output:     (*GetInstanceSnapshotsOutput)(nil),
	Repeatable: true,
}

// GetInstanceSnapshotsInput is the input of [Client.GetInstanceSnapshots].
type GetInstanceSnapshotsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetInstanceSnapshotsOutput is the output of [Client.GetInstanceSnapshots].
type GetInstanceSnapshotsOutput struct {
	// InstanceSnapshots are the snapshots of this page.
	InstanceSnapshots []types.InstanceSnapshot `json:"instanceSnapshots,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceSnapshotsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetInstanceSnapshotsAPIClient is the part of [Client] that [GetInstanceSnapshotsPaginator] calls.
type GetInstanceSnapshotsAPIClient interface {
	// GetInstanceSnapshots is [Client.GetInstanceSnapshots].
	GetInstanceSnapshots(context.Context, *GetInstanceSnapshotsInput, ...func(*Options)) (*GetInstanceSnapshotsOutput, error)
}

// GetInstanceSnapshotsPaginatorOptions are the options of a [GetInstanceSnapshotsPaginator].
type GetInstanceSnapshotsPaginatorOptions = PaginatorOptions

// GetInstanceSnapshotsPaginator iterates over the pages of [Client.GetInstanceSnapshots], or over the
// InstanceSnapshots in them. [PaginatorOptions] describes all paginators.
type GetInstanceSnapshotsPaginator struct {
	paginator *paginator[*GetInstanceSnapshotsInput, *GetInstanceSnapshotsOutput]
}

// NewGetInstanceSnapshotsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetInstanceSnapshotsPaginator(client GetInstanceSnapshotsAPIClient, params *GetInstanceSnapshotsInput, optFns ...func(*GetInstanceSnapshotsPaginatorOptions)) *GetInstanceSnapshotsPaginator {
	return &GetInstanceSnapshotsPaginator{newPaginator(client.GetInstanceSnapshots, params, optFns,
		func(in *GetInstanceSnapshotsInput) **string { return &in.PageToken },
		func(out *GetInstanceSnapshotsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetInstanceSnapshotsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetInstanceSnapshotsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetInstanceSnapshotsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetInstanceSnapshotsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetInstanceSnapshotsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetInstanceSnapshotsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.InstanceSnapshot, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetInstanceSnapshotsOutput) []types.InstanceSnapshot { return out.InstanceSnapshots })
}
