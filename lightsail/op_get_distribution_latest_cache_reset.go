package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// GetDistributionLatestCacheReset returns the time and the status of the last cache
// reset of a distribution. [Client.ResetDistributionCache] resets the cache.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributionLatestCacheReset.html
func (c *Client) GetDistributionLatestCacheReset(ctx context.Context, params *GetDistributionLatestCacheResetInput, optFns ...func(*Options)) (*GetDistributionLatestCacheResetOutput, error) {
	return invoke[*GetDistributionLatestCacheResetOutput](ctx, c, &getDistributionLatestCacheReset, params, optFns)
}

var getDistributionLatestCacheReset = transport.Operation{
	Name:       "GetDistributionLatestCacheReset",
	Input:      (*GetDistributionLatestCacheResetInput)(nil),
	Output:     (*GetDistributionLatestCacheResetOutput)(nil),
	Repeatable: true,
}

// GetDistributionLatestCacheResetInput is the input of [Client.GetDistributionLatestCacheReset].
type GetDistributionLatestCacheResetInput struct {
	// DistributionName is the name of the distribution whose cache was reset. If
	// nil, the latest reset among all distributions is returned. The output does
	// not say which distribution that is.
	DistributionName *string `json:"distributionName,omitzero"`
}

// GetDistributionLatestCacheResetOutput is the output of [Client.GetDistributionLatestCacheReset].
type GetDistributionLatestCacheResetOutput struct {
	// CreateTime is the time at which the last cache reset was requested.
	CreateTime *time.Time `json:"createTime,omitzero"`

	// Status is the status of the last cache reset. The service does not list the
	// possible values.
	Status *string `json:"status,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionLatestCacheResetOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
