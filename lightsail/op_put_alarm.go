package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// PutAlarm creates an alarm, or replaces the alarm of the same name. An alarm
// compares one metric of an instance, a load balancer or a relational database with
// a threshold, and sends notifications when the result changes.
//
// A new alarm has the State "INSUFFICIENT_DATA" until it is evaluated. If the alarm
// exists, PutAlarm replaces its whole configuration: fields that are not set in
// params return to their defaults. The State does not change until the next
// evaluation. Each metric of a resource can have at most two alarms.
//
// Notifications are sent to the contact methods of the Region;
// [Client.CreateContactMethod] creates them. The Lightsail console shows alarms in
// any case. [Client.TestAlarm] sends a test notification, and [Client.DeleteAlarm]
// deletes the alarm.
//
// A *[types.NotFoundException] is returned if the monitored resource does not
// exist.
//
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
	// AlarmName is the name of the alarm: 2 to 255 letters, digits, periods,
	// hyphens and underscores, with a letter or digit at both ends. An alarm of
	// this name is replaced. Required.
	AlarmName *string `json:"alarmName,omitzero" required:"true"`

	// ComparisonOperator compares the metric, on its left side, with Threshold, on
	// its right side. With "GreaterThanThreshold", for example, the alarm enters
	// the state "ALARM" if the metric exceeds the threshold. Required.
	ComparisonOperator types.ComparisonOperator `json:"comparisonOperator,omitzero" required:"true"`

	// EvaluationPeriods is the number of most recent periods that are evaluated, 1
	// to 288. A period lasts 5 minutes, so 288 periods are 24 hours. Required.
	EvaluationPeriods *int32 `json:"evaluationPeriods,omitzero" required:"true"`

	// MetricName is the metric to compare. Required. The metrics depend on the type
	// of the monitored resource:
	//
	//   - instance: "BurstCapacityPercentage", "BurstCapacityTime",
	//     "CPUUtilization", "DiskQueueLength", "DiskReadBytes", "DiskReadOps",
	//     "DiskTotalReadTime", "DiskTotalWriteTime", "DiskWriteBytes",
	//     "DiskWriteOps", "NetworkIn", "NetworkOut", "StatusCheckFailed",
	//     "StatusCheckFailed_Instance" and "StatusCheckFailed_System"
	//   - load balancer: "ClientTLSNegotiationErrorCount", "HealthyHostCount",
	//     "HTTPCode_Instance_2XX_Count" to "HTTPCode_Instance_5XX_Count",
	//     "HTTPCode_LB_4XX_Count", "HTTPCode_LB_5XX_Count", "InstanceResponseTime",
	//     "RejectedConnectionCount", "RequestCount" and "UnhealthyHostCount"
	//   - relational database: "CPUUtilization", "DatabaseConnections",
	//     "DiskQueueDepth", "FreeStorageSpace", "NetworkReceiveThroughput" and
	//     "NetworkTransmitThroughput"
	MetricName types.MetricName `json:"metricName,omitzero" required:"true"`

	// MonitoredResourceName is the name of the instance, load balancer or
	// relational database that has the metric. Required.
	MonitoredResourceName *string `json:"monitoredResourceName,omitzero" required:"true"`

	// Threshold is the number that the metric is compared with, in the unit of the
	// metric: percent for "CPUUtilization", for example. [types.Alarm] has the
	// unit. Required.
	Threshold *float64 `json:"threshold,omitzero" required:"true"`

	// ContactProtocols selects the contact methods that are notified: "Email",
	// "SMS" or both. If nil, the alarm sends no notifications. A protocol for which
	// the Region has no contact method is ignored.
	ContactProtocols []types.ContactProtocol `json:"contactProtocols,omitzero"`

	// DatapointsToAlarm is the number of periods, out of EvaluationPeriods, for
	// which the comparison must be true for the state "ALARM". It cannot exceed
	// EvaluationPeriods. The default is not documented.
	DatapointsToAlarm *int32 `json:"datapointsToAlarm,omitzero"`

	// NotificationEnabled turns notifications on. The default is true.
	NotificationEnabled *bool `json:"notificationEnabled,omitzero"`

	// NotificationTriggers are the states that cause a notification when the alarm
	// enters them. "ALARM" must be one of them. Add "OK" to be notified when the
	// alarm has ended, and "INSUFFICIENT_DATA" to be notified when there is too
	// little data to evaluate it. The default is "ALARM" only.
	NotificationTriggers []types.AlarmState `json:"notificationTriggers,omitzero"`

	// Tags are the tags of a new alarm, at most 50. Use [Client.TagResource] to tag
	// an existing one.
	Tags []types.Tag `json:"tags,omitzero"`

	// TreatMissingData determines how the alarm evaluates periods without data. The
	// default is "missing".
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
