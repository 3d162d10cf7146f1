package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetBucketMetricData returns the data points of one metric of a bucket: its size
// or its number of objects, over time.
//
// Both metrics are measured once per day, so a Period of 86400 seconds is useful.
// If the bucket does not exist, GetBucketMetricData returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetBucketMetricData.html
func (c *Client) GetBucketMetricData(ctx context.Context, params *GetBucketMetricDataInput, optFns ...func(*Options)) (*GetBucketMetricDataOutput, error) {
	return invoke[*GetBucketMetricDataOutput](ctx, c, &getBucketMetricData, params, optFns)
}

var getBucketMetricData = transport.Operation{
	Name:       "GetBucketMetricData",
	Input:      (*GetBucketMetricDataInput)(nil),
	Output:     (*GetBucketMetricDataOutput)(nil),
	Repeatable: true,
}

// GetBucketMetricDataInput is the input of [Client.GetBucketMetricData].
type GetBucketMetricDataInput struct {
	// BucketName is the name of the bucket. Required.
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// MetricName selects the metric. Required.
	MetricName types.BucketMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the time in seconds that one data point covers, 60 to 86400.
	// Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics selects the statistics that are computed over each Period. The
	// most useful ones are "Maximum" for "BucketSizeBytes" and "Average" for
	// "NumberOfObjects". Required.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	// Unit is the unit of the metric: "Bytes" for "BucketSizeBytes" and "Count" for
	// "NumberOfObjects". Required.
	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetBucketMetricDataOutput is the output of [Client.GetBucketMetricData].
type GetBucketMetricDataOutput struct {
	// MetricData are the data points of the metric, each with its time.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric that was requested.
	MetricName types.BucketMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketMetricDataOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
