package lightsail

import (
	"context"
	"fmt"
	"iter"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabases returns one page of all databases in the Region.
//
// Use [GetRelationalDatabasesPaginator] to list all databases, and
// [Client.GetRelationalDatabase] to get one by its name.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabases.html
func (c *Client) GetRelationalDatabases(ctx context.Context, params *GetRelationalDatabasesInput, optFns ...func(*Options)) (*GetRelationalDatabasesOutput, error) {
	return invoke[*GetRelationalDatabasesOutput](ctx, c, &getRelationalDatabases, params, optFns)
}

var getRelationalDatabases = transport.Operation{
	Name:       "GetRelationalDatabases",
	Input:      (*GetRelationalDatabasesInput)(nil),
	Output:     (*GetRelationalDatabasesOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabasesInput is the input of [Client.GetRelationalDatabases].
type GetRelationalDatabasesInput struct {
	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetRelationalDatabasesOutput is the output of [Client.GetRelationalDatabases].
type GetRelationalDatabasesOutput struct {
	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// RelationalDatabases are the databases of this page.
	RelationalDatabases []types.RelationalDatabase `json:"relationalDatabases,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabasesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetRelationalDatabasesOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetRelationalDatabasesOutput) LogValue() slog.Value { return redact.LogValue(v) }

// GetRelationalDatabasesAPIClient is the part of [Client] that [GetRelationalDatabasesPaginator] calls.
type GetRelationalDatabasesAPIClient interface {
	// GetRelationalDatabases is [Client.GetRelationalDatabases].
	GetRelationalDatabases(context.Context, *GetRelationalDatabasesInput, ...func(*Options)) (*GetRelationalDatabasesOutput, error)
}

// GetRelationalDatabasesPaginatorOptions are the options of a [GetRelationalDatabasesPaginator].
type GetRelationalDatabasesPaginatorOptions = PaginatorOptions

// GetRelationalDatabasesPaginator iterates over the pages of [Client.GetRelationalDatabases], or over the
// RelationalDatabases in them. [PaginatorOptions] describes all paginators.
type GetRelationalDatabasesPaginator struct {
	paginator *paginator[*GetRelationalDatabasesInput, *GetRelationalDatabasesOutput]
}

// NewGetRelationalDatabasesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetRelationalDatabasesPaginator(client GetRelationalDatabasesAPIClient, params *GetRelationalDatabasesInput, optFns ...func(*GetRelationalDatabasesPaginatorOptions)) *GetRelationalDatabasesPaginator {
	return &GetRelationalDatabasesPaginator{newPaginator(client.GetRelationalDatabases, params, optFns,
		func(in *GetRelationalDatabasesInput) **string { return &in.PageToken },
		func(out *GetRelationalDatabasesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetRelationalDatabasesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetRelationalDatabasesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetRelationalDatabasesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetRelationalDatabasesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetRelationalDatabasesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetRelationalDatabasesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.RelationalDatabase, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetRelationalDatabasesOutput) []types.RelationalDatabase { return out.RelationalDatabases })
}
