package types

import "time"

type Alarm struct {
	Arn *string `json:"arn,omitzero"`

	ComparisonOperator ComparisonOperator `json:"comparisonOperator,omitzero"`

	ContactProtocols []ContactProtocol `json:"contactProtocols,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DatapointsToAlarm *int32 `json:"datapointsToAlarm,omitzero"`

	EvaluationPeriods *int32 `json:"evaluationPeriods,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	MetricName MetricName `json:"metricName,omitzero"`

	MonitoredResourceInfo *MonitoredResourceInfo `json:"monitoredResourceInfo,omitzero"`

	Name *string `json:"name,omitzero"`

	NotificationEnabled *bool `json:"notificationEnabled,omitzero"`

	NotificationTriggers []AlarmState `json:"notificationTriggers,omitzero"`

	Period *int32 `json:"period,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	State AlarmState `json:"state,omitzero"`

	Statistic MetricStatistic `json:"statistic,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`

	Threshold *float64 `json:"threshold,omitzero"`

	TreatMissingData TreatMissingData `json:"treatMissingData,omitzero"`

	Unit MetricUnit `json:"unit,omitzero"`
}

type AlarmState string

// Values of [AlarmState].
const (
	AlarmStateOk               AlarmState = "OK"
	AlarmStateAlarm            AlarmState = "ALARM"
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

type TreatMissingData string

// Values of [TreatMissingData].
const (
	TreatMissingDataBreaching    TreatMissingData = "breaching"
	TreatMissingDataNotBreaching TreatMissingData = "notBreaching"
	TreatMissingDataIgnore       TreatMissingData = "ignore"
	TreatMissingDataMissing      TreatMissingData = "missing"
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
