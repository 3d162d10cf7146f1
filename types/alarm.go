package types

import "time"

// Alarm monitors one metric of an instance, a load balancer or a relational database. It compares
// the metric with a threshold and notifies the contact methods of the Region when its state
// changes.
//
// PutAlarm creates or replaces an alarm, TestAlarm simulates a state, DeleteAlarm deletes it, and
// GetAlarms returns it.
type Alarm struct {
	// Arn is the Amazon Resource Name (ARN) of the alarm.
	Arn *string `json:"arn,omitzero"`

	// ComparisonOperator compares the metric, on its left side, with Threshold, on its right side.
	ComparisonOperator ComparisonOperator `json:"comparisonOperator,omitzero"`

	// ContactProtocols are the kinds of contact methods that the alarm notifies: "Email", "SMS" or
	// both.
	ContactProtocols []ContactProtocol `json:"contactProtocols,omitzero"`

	// CreatedAt is the time at which the alarm was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DatapointsToAlarm is the number of periods, out of EvaluationPeriods, for which the
	// comparison must be true for the state "ALARM".
	DatapointsToAlarm *int32 `json:"datapointsToAlarm,omitzero"`

	// EvaluationPeriods is the number of most recent periods that are evaluated, 1 to 288.
	EvaluationPeriods *int32 `json:"evaluationPeriods,omitzero"`

	// Location is the Region of the alarm.
	Location *ResourceLocation `json:"location,omitzero"`

	// MetricName is the metric that is compared, such as "CPUUtilization".
	MetricName MetricName `json:"metricName,omitzero"`

	// MonitoredResourceInfo is the resource that has the metric.
	MonitoredResourceInfo *MonitoredResourceInfo `json:"monitoredResourceInfo,omitzero"`

	// Name is the name of the alarm, which PutAlarm, TestAlarm and DeleteAlarm take.
	Name *string `json:"name,omitzero"`

	// NotificationEnabled reports whether notifications are turned on. Without them, the alarm only
	// changes its State.
	NotificationEnabled *bool `json:"notificationEnabled,omitzero"`

	// NotificationTriggers are the states that cause a notification when the alarm enters them.
	NotificationTriggers []AlarmState `json:"notificationTriggers,omitzero"`

	// Period is the length of a period in seconds. PutAlarm cannot set it: the service evaluates alarms
	// in periods of 5 minutes, so it is 300 in practice. The model of the service allows 60 to 86400.
	Period *int32 `json:"period,omitzero"`

	// ResourceType is "Alarm", not the type of the monitored resource.
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// State is the result of the last evaluation.
	State AlarmState `json:"state,omitzero"`

	// Statistic is the function that reduces the data of a period to the value that is compared,
	// such as the average or the sum. The service chooses it; PutAlarm cannot set it.
	Statistic MetricStatistic `json:"statistic,omitzero"`

	// SupportCode identifies the alarm in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the alarm, at most 50.
	Tags []Tag `json:"tags,omitzero"`

	// Threshold is the number that the metric is compared with, in Unit.
	Threshold *float64 `json:"threshold,omitzero"`

	// TreatMissingData determines how the alarm evaluates periods without data.
	TreatMissingData TreatMissingData `json:"treatMissingData,omitzero"`

	// Unit is the unit of the metric and of Threshold, such as "Percent".
	Unit MetricUnit `json:"unit,omitzero"`
}

// AlarmState is the state of an alarm. Alarm.State is the current one, NotificationTriggers lists
// those that cause a notification, and TestAlarm simulates one.
type AlarmState string

// Values of [AlarmState].
const (
	// AlarmStateOk means that the condition of the alarm is not met.
	AlarmStateOk AlarmState = "OK"
	// AlarmStateAlarm means that the condition is met: the comparison of the metric with the
	// threshold is true for as many periods as the alarm requires.
	AlarmStateAlarm AlarmState = "ALARM"
	// AlarmStateInsufficientData means that the alarm is new, or that there is not enough data to
	// evaluate it.
	AlarmStateInsufficientData AlarmState = "INSUFFICIENT_DATA"
)

// Values returns the known values of [AlarmState].
func (AlarmState) Values() []AlarmState {
	return []AlarmState{
		AlarmStateOk,
		AlarmStateAlarm,
		AlarmStateInsufficientData,
	}
}

// ComparisonOperator compares the metric of an alarm, on its left side, with the threshold, on its
// right side. With "GreaterThanThreshold", for example, the alarm enters the state "ALARM" if the
// metric exceeds the threshold.
type ComparisonOperator string

// Values of [ComparisonOperator].
const (
	ComparisonOperatorGreaterThanOrEqualToThreshold ComparisonOperator = "GreaterThanOrEqualToThreshold"
	ComparisonOperatorGreaterThanThreshold          ComparisonOperator = "GreaterThanThreshold"
	ComparisonOperatorLessThanThreshold             ComparisonOperator = "LessThanThreshold"
	ComparisonOperatorLessThanOrEqualToThreshold    ComparisonOperator = "LessThanOrEqualToThreshold"
)

// Values returns the known values of [ComparisonOperator].
func (ComparisonOperator) Values() []ComparisonOperator {
	return []ComparisonOperator{
		ComparisonOperatorGreaterThanOrEqualToThreshold,
		ComparisonOperatorGreaterThanThreshold,
		ComparisonOperatorLessThanThreshold,
		ComparisonOperatorLessThanOrEqualToThreshold,
	}
}

// TreatMissingData determines how an alarm evaluates periods for which the metric has no data, for
// example because an instance is stopped.
type TreatMissingData string

// Values of [TreatMissingData].
const (
	// TreatMissingDataBreaching treats the period as if the comparison were true.
	TreatMissingDataBreaching TreatMissingData = "breaching"
	// TreatMissingDataNotBreaching treats the period as if the comparison were false.
	TreatMissingDataNotBreaching TreatMissingData = "notBreaching"
	// TreatMissingDataIgnore keeps the current state of the alarm.
	TreatMissingDataIgnore TreatMissingData = "ignore"
	// TreatMissingDataMissing treats the comparison for the period as neither true nor false. It is
	// the default.
	TreatMissingDataMissing TreatMissingData = "missing"
)

// Values returns the known values of [TreatMissingData].
func (TreatMissingData) Values() []TreatMissingData {
	return []TreatMissingData{
		TreatMissingDataBreaching,
		TreatMissingDataNotBreaching,
		TreatMissingDataIgnore,
		TreatMissingDataMissing,
	}
}
