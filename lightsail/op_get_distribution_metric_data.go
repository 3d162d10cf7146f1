package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDistributionMetricData.html
func (c *Client) GetDistributionMetricData(ctx context.Context, params *GetDistributionMetricDataInput, optFns ...func(*Options)) (*GetDistributionMetricDataOutput, error) {
	return invoke[*GetDistributionMetricDataOutput](ctx, c, &getDistributionMetricData, params, optFns)
}

var getDistributionMetricData = transport.Operation{
	Name:       "GetDistributionMetricData",
	Input:      (*GetDistributionMetricDataInput)(nil),
	Output:     (*GetDistributionMetricDataOutput)(nil),
	Repeatable: true,
}

// GetDistributionMetricDataInput is the input of [Client.GetDistributionMetricData].
type GetDistributionMetricDataInput struct {
	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	MetricName types.DistributionMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetDistributionMetricDataOutput is the output of [Client.GetDistributionMetricData].
type GetDistributionMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.DistributionMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
