package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetLoadBalancerMetricData.html
func (c *Client) GetLoadBalancerMetricData(ctx context.Context, params *GetLoadBalancerMetricDataInput, optFns ...func(*Options)) (*GetLoadBalancerMetricDataOutput, error) {
	return invoke[*GetLoadBalancerMetricDataOutput](ctx, c, &getLoadBalancerMetricData, params, optFns)
}

var getLoadBalancerMetricData = transport.Operation{
	Name:       "GetLoadBalancerMetricData",
	Input:      (*GetLoadBalancerMetricDataInput)(nil),
	Output:     (*GetLoadBalancerMetricDataOutput)(nil),
	Repeatable: true,
}

// GetLoadBalancerMetricDataInput is the input of [Client.GetLoadBalancerMetricData].
type GetLoadBalancerMetricDataInput struct {
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	MetricName types.LoadBalancerMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetLoadBalancerMetricDataOutput is the output of [Client.GetLoadBalancerMetricData].
type GetLoadBalancerMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.LoadBalancerMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
