package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

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
	DistributionName *string `json:"distributionName,omitzero"`
}

// GetDistributionLatestCacheResetOutput is the output of [Client.GetDistributionLatestCacheReset].
type GetDistributionLatestCacheResetOutput struct {
	CreateTime *time.Time `json:"createTime,omitzero"`

	Status *string `json:"status,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionLatestCacheResetOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
