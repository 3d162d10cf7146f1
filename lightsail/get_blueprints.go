package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBlueprints = transport.Operation{
	Name:      "GetBlueprints",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetBlueprintsOutput) },
}

// GetBlueprints returns a page of the images that an instance can start from:
// operating systems, bare or with an application installed.
//
// Follow the pages to the end before you decide that a blueprint does not
// exist.
func (c *Client) GetBlueprints(ctx context.Context, params *GetBlueprintsInput, optFns ...func(*Options)) (*GetBlueprintsOutput, error) {
	if params == nil {
		params = new(GetBlueprintsInput)
	}
	result, err := c.invoke(ctx, &getBlueprints, params, optFns)
	out, _ := result.(*GetBlueprintsOutput)
	return out, err
}

// GetBlueprintsInput says which blueprints to return.
type GetBlueprintsInput struct {
	// AppCategory, where set to LfR, asks for the blueprints of Lightsail for
	// Research, which are not returned otherwise.
	AppCategory types.AppCategory `json:"appCategory,omitzero"`

	// IncludeInactive adds blueprints that new instances can no longer use. The
	// default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`

	// PageToken is the NextPageToken of the page before. Unset, it asks for the
	// first page.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetBlueprintsOutput is a page of blueprints.
type GetBlueprintsOutput struct {
	// Blueprints are the blueprints of this page.
	Blueprints []types.Blueprint `json:"blueprints,omitzero"`

	// NextPageToken asks for the next page. On the last page it is nil or "".
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBlueprintsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetBlueprintsAPIClient is what a paginator or a waiter needs of a client. [Client] is
// one; in a test, yours may be another.
type GetBlueprintsAPIClient interface {
	GetBlueprints(context.Context, *GetBlueprintsInput, ...func(*Options)) (*GetBlueprintsOutput, error)
}

// GetBlueprintsPaginator goes through the pages of GetBlueprints. Its items are blueprints.
type GetBlueprintsPaginator = Paginator[GetBlueprintsInput, GetBlueprintsOutput, types.Blueprint]

// GetBlueprintsPaginatorOptions say how a GetBlueprintsPaginator goes through its pages.
type GetBlueprintsPaginatorOptions = PaginatorOptions

// NewGetBlueprintsPaginator returns a paginator that starts at the page params asks
// for. Nil params ask for all blueprints.
func NewGetBlueprintsPaginator(client GetBlueprintsAPIClient, params *GetBlueprintsInput, optFns ...func(*GetBlueprintsPaginatorOptions)) *GetBlueprintsPaginator {
	p := &GetBlueprintsPaginator{list: list[GetBlueprintsInput, GetBlueprintsOutput, types.Blueprint]{
		call:  client.GetBlueprints,
		token: func(in *GetBlueprintsInput) **string { return &in.PageToken },
		next:  func(out *GetBlueprintsOutput) *string { return out.NextPageToken },
		items: func(out *GetBlueprintsOutput) []types.Blueprint { return out.Blueprints },
	}}
	return p.start(params, optFns)
}
