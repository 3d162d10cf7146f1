package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_PutAlarm.html
func (c *Client) PutAlarm(ctx context.Context, params *PutAlarmInput, optFns ...func(*Options)) (*PutAlarmOutput, error) {
	return invoke[*PutAlarmOutput](ctx, c, &putAlarm, params, optFns)
}

var putAlarm = transport.Operation{
	Name:   "PutAlarm",
	Input:  (*PutAlarmInput)(nil),
	Output: (*PutAlarmOutput)(nil),
}

// PutAlarmInput is the input of [Client.PutAlarm].
type PutAlarmInput struct {
	AlarmName *string `json:"alarmName,omitzero" required:"true"`

	ComparisonOperator types.ComparisonOperator `json:"comparisonOperator,omitzero" required:"true"`

	EvaluationPeriods *int32 `json:"evaluationPeriods,omitzero" required:"true"`

	MetricName types.MetricName `json:"metricName,omitzero" required:"true"`

	MonitoredResourceName *string `json:"monitoredResourceName,omitzero" required:"true"`

	Threshold *float64 `json:"threshold,omitzero" required:"true"`

	ContactProtocols []types.ContactProtocol `json:"contactProtocols,omitzero"`

	DatapointsToAlarm *int32 `json:"datapointsToAlarm,omitzero"`

	NotificationEnabled *bool `json:"notificationEnabled,omitzero"`

	NotificationTriggers []types.AlarmState `json:"notificationTriggers,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	TreatMissingData types.TreatMissingData `json:"treatMissingData,omitzero"`
}

// PutAlarmOutput is the output of [Client.PutAlarm].
type PutAlarmOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *PutAlarmOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
