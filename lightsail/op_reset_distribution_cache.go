package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// ResetDistributionCache removes all cached content from a distribution. Use it
// when the origin has new content that viewers must see at once.
//
// The content of the origin does not change. The distribution fetches it again at
// the next requests. Until the cache is filled, responses take longer and the
// origin gets more requests.
//
// The call returns before the reset is finished.
// [Client.GetDistributionLatestCacheReset] returns its status, and
// [OperationSucceededWaiter] waits for the returned Operation.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// DistributionName is the name of the distribution whose cache is removed.
	// Always set it, although the model of the service does not require it.
	DistributionName *string `json:"distributionName,omitzero"`
}

// ResetDistributionCacheOutput is the output of [Client.ResetDistributionCache].
type ResetDistributionCacheOutput struct {
	// CreateTime is the time at which the reset was requested.
	CreateTime *time.Time `json:"createTime,omitzero"`

	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// Status is the status of the reset at the time of the response. The service
	// does not list the possible values.
	Status *string `json:"status,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ResetDistributionCacheOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
