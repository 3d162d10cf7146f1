package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstanceMetricData returns measurements of an instance over a span of time,
// for example its CPU utilization or network traffic.
//
// A call returns one metric. [types.InstanceMetricName] lists the metrics with the
// Unit to set for each of them. [Client.PutAlarm] watches a metric.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstanceMetricData.html
func (c *Client) GetInstanceMetricData(ctx context.Context, params *GetInstanceMetricDataInput, optFns ...func(*Options)) (*GetInstanceMetricDataOutput, error) {
	return invoke[*GetInstanceMetricDataOutput](ctx, c, &getInstanceMetricData, params, optFns)
}

var getInstanceMetricData = transport.Operation{
	Name:       "GetInstanceMetricData",
	Input:      (*GetInstanceMetricDataInput)(nil),
	Output:     (*GetInstanceMetricDataOutput)(nil),
	Repeatable: true,
}

// GetInstanceMetricDataInput is the input of [Client.GetInstanceMetricData].
type GetInstanceMetricDataInput struct {
	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// MetricName is the metric to return. Required.
	MetricName types.InstanceMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the time in seconds that one data point summarizes, 60 to 86400.
	// The service measures the metrics that start with "StatusCheckFailed" every 60
	// seconds and all others every 300 seconds. Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics are the ways to summarize the measurements of a period, for
	// example "Average". Required.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	// Unit is the unit of the metric, as listed at [types.InstanceMetricName].
	// Required.
	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetInstanceMetricDataOutput is the output of [Client.GetInstanceMetricData].
type GetInstanceMetricDataOutput struct {
	// MetricData are the data points, one for each period. Their order is not
	// documented: sort them by Timestamp.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric that was returned.
	MetricName types.InstanceMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceMetricDataOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
