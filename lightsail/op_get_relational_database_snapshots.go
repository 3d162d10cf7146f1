package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseSnapshots returns one page of all database snapshots in the
// Region.
//
// It cannot select the snapshots of one database; compare their
// FromRelationalDatabaseName or FromRelationalDatabaseArn. Use
// [GetRelationalDatabaseSnapshotsPaginator] to list all snapshots.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseSnapshots.html
func (c *Client) GetRelationalDatabaseSnapshots(ctx context.Context, params *GetRelationalDatabaseSnapshotsInput, optFns ...func(*Options)) (*GetRelationalDatabaseSnapshotsOutput, error) {
	return invoke[*GetRelationalDatabaseSnapshotsOutput](ctx, c, &getRelationalDatabaseSnapshots, params, optFns)
}

var getRelationalDatabaseSnapshots = transport.Operation{
	Name:       "GetRelationalDatabaseSnapshots",
	Input:      (*GetRelationalDatabaseSnapshotsInput)(nil),
	Output:     (*GetRelationalDatabaseSnapshotsOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseSnapshotsInput is the input of [Client.GetRelationalDatabaseSnapshots].
type GetRelationalDatabaseSnapshotsInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabaseSnapshotsOutput is the output of [Client.GetRelationalDatabaseSnapshots].
type GetRelationalDatabaseSnapshotsOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// RelationalDatabaseSnapshots are the snapshots of this page.
	RelationalDatabaseSnapshots []types.RelationalDatabaseSnapshot `json:"relationalDatabaseSnapshots,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseSnapshotsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// GetRelationalDatabaseSnapshotsAPIClient is the part of [Client] that [GetRelationalDatabaseSnapshotsPaginator] calls.
type GetRelationalDatabaseSnapshotsAPIClient interface {
	// GetRelationalDatabaseSnapshots is [Client.GetRelationalDatabaseSnapshots].
	GetRelationalDatabaseSnapshots(context.Context, *GetRelationalDatabaseSnapshotsInput, ...func(*Options)) (*GetRelationalDatabaseSnapshotsOutput, error)
}

// GetRelationalDatabaseSnapshotsPaginatorOptions are the options of a [GetRelationalDatabaseSnapshotsPaginator].
type GetRelationalDatabaseSnapshotsPaginatorOptions = PaginatorOptions

// GetRelationalDatabaseSnapshotsPaginator iterates over the pages of [Client.GetRelationalDatabaseSnapshots], or over the
// RelationalDatabaseSnapshots in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabaseSnapshotsPaginator struct {
	paginator *paginator[*GetRelationalDatabaseSnapshotsInput, *GetRelationalDatabaseSnapshotsOutput]
}

// NewGetRelationalDatabaseSnapshotsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabaseSnapshotsPaginator(client GetRelationalDatabaseSnapshotsAPIClient, params *GetRelationalDatabaseSnapshotsInput, optFns ...func(*GetRelationalDatabaseSnapshotsPaginatorOptions)) *GetRelationalDatabaseSnapshotsPaginator {
	return &GetRelationalDatabaseSnapshotsPaginator{newPaginator(client.GetRelationalDatabaseSnapshots, params, optFns,
		func(in *GetRelationalDatabaseSnapshotsInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabaseSnapshotsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabaseSnapshotsPaginator) HasMorePages() bool {
	return p.paginator.hasMorePages()
}

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabaseSnapshotsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabaseSnapshotsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabaseSnapshotsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabaseSnapshotsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabaseSnapshotsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabaseSnapshot, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabaseSnapshotsOutput) []types.RelationalDatabaseSnapshot {
		return out.RelationalDatabaseSnapshots
	})
}
