package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBundles = transport.Operation{
	Name:      "GetBundles",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetBundlesOutput) },
}

// GetBundles returns a page of the plans that an instance can have: processors,
// memory, disk, transfer and price.
//
// The IDs differ between Regions (small_3_0 is small_3_1 in ap-south-1), and
// those of bucket plans, though some look alike, are not among them.
func (c *Client) GetBundles(ctx context.Context, params *GetBundlesInput, optFns ...func(*Options)) (*GetBundlesOutput, error) {
	if params == nil {
		params = new(GetBundlesInput)
	}
	result, err := c.invoke(ctx, &getBundles, params, optFns)
	out, _ := result.(*GetBundlesOutput)
	return out, err
}

// GetBundlesInput says which bundles to return.
type GetBundlesInput struct {
	// AppCategory, where set to LfR, asks for the bundles of Lightsail for
	// Research, which are not returned otherwise.
	AppCategory types.AppCategory `json:"appCategory,omitzero"`

	// IncludeInactive adds bundles that new instances can no longer use. The
	// default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`

	// PageToken is the NextPageToken of the page before. Unset, it asks for the
	// first page.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetBundlesOutput is a page of bundles.
type GetBundlesOutput struct {
	// Bundles are the bundles of this page.
	Bundles []types.Bundle `json:"bundles,omitzero"`

	// NextPageToken asks for the next page. On the last page it is nil or "".
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBundlesAPIClient is what a paginator or a waiter needs of a client. [Client] is
// one; in a test, yours may be another.
type GetBundlesAPIClient interface {
	GetBundles(context.Context, *GetBundlesInput, ...func(*Options)) (*GetBundlesOutput, error)
}

// GetBundlesPaginator goes through the pages of GetBundles. Its items are bundles.
type GetBundlesPaginator = Paginator[GetBundlesInput, GetBundlesOutput, types.Bundle]

// GetBundlesPaginatorOptions say how a GetBundlesPaginator goes through its pages.
type GetBundlesPaginatorOptions = PaginatorOptions

// NewGetBundlesPaginator returns a paginator that starts at the page params asks
// for. Nil params ask for all bundles.
func NewGetBundlesPaginator(client GetBundlesAPIClient, params *GetBundlesInput, optFns ...func(*GetBundlesPaginatorOptions)) *GetBundlesPaginator {
	p := &GetBundlesPaginator{list: list[GetBundlesInput, GetBundlesOutput, types.Bundle]{
		call:  client.GetBundles,
		token: func(in *GetBundlesInput) **string { return &in.PageToken },
		next:  func(out *GetBundlesOutput) *string { return out.NextPageToken },
		items: func(out *GetBundlesOutput) []types.Bundle { return out.Bundles },
	}}
	return p.start(params, optFns)
}
