package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	MetricName types.InstanceMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetInstanceMetricDataOutput is the output of [Client.GetInstanceMetricData].
type GetInstanceMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.InstanceMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceMetricDataOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
