package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getBucketBundles = transport.Operation{
	Name:      "GetBucketBundles",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetBucketBundlesOutput) },
}

// GetBucketBundles returns the plans that a bucket can have: storage, transfer
// and price. There is one page of them.
//
// Some of their IDs, small_1_0 for one, are also those of plans of instances,
// which [Client.GetBundles] returns: look an ID up in the right list.
func (c *Client) GetBucketBundles(ctx context.Context, params *GetBucketBundlesInput, optFns ...func(*Options)) (*GetBucketBundlesOutput, error) {
	if params == nil {
		params = new(GetBucketBundlesInput)
	}
	result, err := c.invoke(ctx, &getBucketBundles, params, optFns)
	out, _ := result.(*GetBucketBundlesOutput)
	return out, err
}

// GetBucketBundlesInput says which plans to return.
type GetBucketBundlesInput struct {
	// IncludeInactive adds plans that new buckets can no longer have. The
	// default is false.
	IncludeInactive *bool `json:"includeInactive,omitzero"`
}

// GetBucketBundlesOutput is the plans of buckets.
type GetBucketBundlesOutput struct {
	// Bundles are the plans.
	Bundles []types.BucketBundle `json:"bundles,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketBundlesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
