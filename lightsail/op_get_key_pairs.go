package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetKeyPairs returns one page of the key pairs in the Region, without the keys.
// Use [GetKeyPairsPaginator] to list all.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetKeyPairs.html
func (c *Client) GetKeyPairs(ctx context.Context, params *GetKeyPairsInput, optFns ...func(*Options)) (*GetKeyPairsOutput, error) {
	return invoke[*GetKeyPairsOutput](ctx, c, &getKeyPairs, params, optFns)
}

var getKeyPairs = transport.Operation{
	Name:       "GetKeyPairs",
	Input:      (*GetKeyPairsInput)(nil),
	Output:     (*GetKeyPairsOutput)(nil),
	Repeatable: true,
}

// GetKeyPairsInput is the input of [Client.GetKeyPairs].
type GetKeyPairsInput struct {
	// IncludeDefaultKeyPair adds the default key pair, "LightsailDefaultKeyPair",
	// to the result. The default is false.
	IncludeDefaultKeyPair *bool `json:"includeDefaultKeyPair,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetKeyPairsOutput is the output of [Client.GetKeyPairs].
type GetKeyPairsOutput struct {
	// KeyPairs are the key pairs of this page. A page can be empty without being
	// the last one.
	KeyPairs []types.KeyPair `json:"keyPairs,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetKeyPairsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetKeyPairsAPIClient is the part of [Client] that [GetKeyPairsPaginator] calls.
type GetKeyPairsAPIClient interface {
	// GetKeyPairs is [Client.GetKeyPairs].
	GetKeyPairs(context.Context, *GetKeyPairsInput, ...func(*Options)) (*GetKeyPairsOutput, error)
}

// GetKeyPairsPaginatorOptions are the options of a [GetKeyPairsPaginator].
type GetKeyPairsPaginatorOptions = PaginatorOptions

// GetKeyPairsPaginator iterates over the pages of [Client.GetKeyPairs], or over the
// KeyPairs in them. [PaginatorOptions] describes all paginators.
type GetKeyPairsPaginator struct {
	paginator *paginator[*GetKeyPairsInput, *GetKeyPairsOutput]
}

// NewGetKeyPairsPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetKeyPairsPaginator(client GetKeyPairsAPIClient, params *GetKeyPairsInput, optFns ...func(*GetKeyPairsPaginatorOptions)) *GetKeyPairsPaginator {
	return &GetKeyPairsPaginator{newPaginator(client.GetKeyPairs, params, optFns,
		func(in *GetKeyPairsInput) **string { return &in.PageToken },
		func(out *GetKeyPairsOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetKeyPairsPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetKeyPairsPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetKeyPairsOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetKeyPairsPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetKeyPairsOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetKeyPairsPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.KeyPair, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetKeyPairsOutput) []types.KeyPair { return out.KeyPairs })
}
