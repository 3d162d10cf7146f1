package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseMetricData returns measurements of one metric of a database,
// such as its CPU utilization or its free storage, over an interval of time.
//
// Lightsail measures every metric of a database once a minute. The call combines
// the measurements of each Period into one data point with the Statistics that are
// requested. [types.RelationalDatabaseMetricName] describes the metrics and their
// units. The operation does not page: choose a longer Period for a long interval.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
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
	// EndTime is the end of the time range of the data. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// MetricName is the metric to return. Required.
	MetricName types.RelationalDatabaseMetricName `json:"metricName,omitzero" required:"true"`

	// Period is the length of time that a data point covers, in seconds: 60 to
	// 86400 (1 day). Measurements are taken every 60 seconds. Required.
	Period *int32 `json:"period,omitzero" required:"true"`

	// RelationalDatabaseName is the name of the database that was measured.
	// Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// StartTime is the start of the time range of the data. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`

	// Statistics determine how the measurements of a Period are combined, and which
	// fields of the data points are set. Required.
	//
	// "Maximum" and "Average" are most useful for "CPUUtilization", "Maximum" and
	// "Sum" for "DatabaseConnections", "Sum" for "DiskQueueDepth" and
	// "FreeStorageSpace", and "Average" for the network metrics.
	Statistics []types.MetricStatistic `json:"statistics,omitzero" required:"true"`

	// Unit is the unit of the data points: the one in which the metric is
	// published, such as "Percent" for "CPUUtilization". Required.
	Unit types.MetricUnit `json:"unit,omitzero" required:"true"`
}

// GetRelationalDatabaseMetricDataOutput is the output of [Client.GetRelationalDatabaseMetricData].
type GetRelationalDatabaseMetricDataOutput struct {
	// MetricData are the data points, at most one for each Period of the interval.
	MetricData []types.MetricDatapoint `json:"metricData,omitzero"`

	// MetricName is the metric of the data points, as in the input.
	MetricName types.RelationalDatabaseMetricName `json:"metricName,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseMetricDataOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
