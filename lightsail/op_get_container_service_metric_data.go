package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContainerServiceMetricData returns the data points of one metric of a
// container service: its use of CPU or memory, over time.
//
// Data is available in steps of 5 minutes. If the service does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerServiceMetricData.html
func (c *Client) GetContainerServiceMetricData(ctx context.Context, params *GetContainerServiceMetricDataInput, optFns ...func(*Options)) (*GetContainerServiceMetricDataOutput, error) {
	return invoke[*GetContainerServiceMetricDataOutput](ctx, c, &getContainerServiceMetricData, params, optFns)
}

var getContainerServiceMetricData = transport.Operation{
	Name:       "GetContainerServiceMetricData",
	Input:      (*GetContainerServiceMetricDataInput)(nil),
	Output:     (*GetContainerServiceMetricDataOutput)(nil),
	Repeatable: true,
}

// GetContainerServiceMetricDataInput is the input of [Client.GetContainerServiceMetricData].
type GetContainerServiceMetricDataInput struct {
	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// MetricName selects the metric. Required.
	MetricName types.ContainerServiceMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the time in seconds that one data point covers, 60 to 86400. Values
	// below 300 return no finer data. Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics selects the statistics that are computed over each Period. The
	// most useful ones are "Average" and "Maximum". Required.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`
}

// GetContainerServiceMetricDataOutput is the output of [Client.GetContainerServiceMetricData].
type GetContainerServiceMetricDataOutput struct {
	// MetricData are the data points of the metric, each with its time.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric that was requested.
	MetricName types.ContainerServiceMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerServiceMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
