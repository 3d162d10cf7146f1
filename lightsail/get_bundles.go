package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBundles = operation[GetBundlesInput, GetBundlesOutput]{
	Operation: transport.Operation{
		Name:      "GetBundles",
		ReadOnly:  true,
		NewOutput: newOutput[GetBundlesOutput],
	},
	metadata: func(out *GetBundlesOutput) *middleware.Metadata { return &out.ResultMetadata },
}

// GetBundles returns a page of the plans that an instance can have: processors,
// memory, disk, transfer and price.
//
// The IDs differ between Regions (small_3_0 is small_3_1 in ap-south-1), and
// those of bucket plans, though some look alike, are not among them.
func (c *Client) GetBundles(ctx context.Context, params *GetBundlesInput, optFns ...func(*Options)) (*GetBundlesOutput, error) {
	return invoke(ctx, c, &getBundles, params, optFns)
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
