package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancerMetricData returns measurements of a load balancer over a span of
// time, for example the number of requests or of healthy instances.
//
// A call returns one metric. [types.LoadBalancerMetricName] lists the metrics with
// the Unit to set for each of them. [Client.PutAlarm] watches a metric.
//
// If no such load balancer exists, the error is a *[types.NotFoundException].
//
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
	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that was measured.
	// Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	// MetricName is the metric to return. Required.
	MetricName types.LoadBalancerMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the time in seconds that one data point summarizes, 60 to 86400.
	// Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics are the ways to summarize the measurements of a period, for
	// example "Sum". [types.LoadBalancerMetricName] lists the useful ones for each
	// metric. Required.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	// Unit is the unit of the metric, as listed at [types.LoadBalancerMetricName].
	// Required.
	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetLoadBalancerMetricDataOutput is the output of [Client.GetLoadBalancerMetricData].
type GetLoadBalancerMetricDataOutput struct {
	// MetricData are the data points, one for each period. Their order is not
	// documented: sort them by Timestamp.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric that was returned.
	MetricName types.LoadBalancerMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
