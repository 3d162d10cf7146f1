package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ResetDistributionCache.html
func (c *Client) ResetDistributionCache(ctx context.Context, params *ResetDistributionCacheInput, optFns ...func(*Options)) (*ResetDistributionCacheOutput, error) {
	return invoke[*ResetDistributionCacheOutput](ctx, c, &resetDistributionCache, params, optFns)
}

var resetDistributionCache = transport.Operation{
	Name:   "ResetDistributionCache",
	Input:  (*ResetDistributionCacheInput)(nil),
	Output: (*ResetDistributionCacheOutput)(nil),
}

// ResetDistributionCacheInput is the input of [Client.ResetDistributionCache].
type ResetDistributionCacheInput struct {
	DistributionName *string `json:"distributionName,omitzero"`
}

// ResetDistributionCacheOutput is the output of [Client.ResetDistributionCache].
type ResetDistributionCacheOutput struct {
	CreateTime *time.Time `json:"createTime,omitzero"`

	Operation *types.Operation `json:"operation,omitzero"`

	Status *string `json:"status,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ResetDistributionCacheOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
