package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDistributionMetricData returns the data points of one metric of a
// distribution: its requests, data transfer or error rates, over time.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// DistributionName is the name of the distribution whose metric is returned.
	// Required.
	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// MetricName selects the metric. [types.DistributionMetricName] has the Unit
	// and the most useful statistic of each. Required.
	MetricName types.DistributionMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the time in seconds that one data point covers, 60 to 86400.
	// Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics selects the statistics that are computed over each Period. The
	// most useful ones are "Sum" for counts and "Average" for error rates.
	// Required.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	// Unit is the unit of the metric: "None" for counts, "Percent" for error rates.
	// It must match MetricName. Required.
	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetDistributionMetricDataOutput is the output of [Client.GetDistributionMetricData].
type GetDistributionMetricDataOutput struct {
	// MetricData are the data points of the metric, each with its time.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric that was requested.
	MetricName types.DistributionMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDistributionMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
