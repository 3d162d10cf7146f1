package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	BucketName *string `json:"bucketName,omitzero" required:"true"`

	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	MetricName types.BucketMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetBucketMetricDataOutput is the output of [Client.GetBucketMetricData].
type GetBucketMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.BucketMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetBucketMetricDataOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
