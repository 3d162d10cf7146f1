package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseMetricData.html
func (c *Client) GetRelationalDatabaseMetricData(ctx context.Context, params *GetRelationalDatabaseMetricDataInput, optFns ...func(*Options)) (*GetRelationalDatabaseMetricDataOutput, error) {
	return invoke[*GetRelationalDatabaseMetricDataOutput](ctx, c, &getRelationalDatabaseMetricData, params, optFns)
}

var getRelationalDatabaseMetricData = transport.Operation{
	Name:       "GetRelationalDatabaseMetricData",
	Input:      (*GetRelationalDatabaseMetricDataInput)(nil),
	Output:     (*GetRelationalDatabaseMetricDataOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseMetricDataInput is the input of [Client.GetRelationalDatabaseMetricData].
type GetRelationalDatabaseMetricDataInput struct {
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	MetricName types.RelationalDatabaseMetricName `json:"metricName,omitzero" required:"true"`

	Period *int32 `json:"period,omitzero" required:"true"`

	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetRelationalDatabaseMetricDataOutput is the output of [Client.GetRelationalDatabaseMetricData].
type GetRelationalDatabaseMetricDataOutput struct {
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	MetricName types.RelationalDatabaseMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
