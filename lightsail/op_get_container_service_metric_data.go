package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	MetricName types.ContainerServiceMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`
}

// GetContainerServiceMetricDataOutput is the output of [Client.GetContainerServiceMetricData].
type GetContainerServiceMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.ContainerServiceMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerServiceMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
