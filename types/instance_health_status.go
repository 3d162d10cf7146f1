package types

import "time"

type InstanceHealthStatus struct {
	Details []InstanceHealthStatusDetail `json:"details,omitzero"`

	Status InstanceHealthStatusValue `json:"status,omitzero"`
}

type InstanceHealthStatusDetail struct {
	ImpairedSince *time.Time `json:"impairedSince,omitzero"`

	Name InstanceHealthStatusDetailName `json:"name,omitzero"`

	Status InstanceHealthStatusDetailValue `json:"status,omitzero"`
}

type InstanceHealthStatusDetailName string

// Values of [InstanceHealthStatusDetailName].
const (
	InstanceHealthStatusDetailNameReachability InstanceHealthStatusDetailName = "reachability"
)

// Values returns the known values of [InstanceHealthStatusDetailName].
func (InstanceHealthStatusDetailName) Values() []InstanceHealthStatusDetailName {
	return []InstanceHealthStatusDetailName{
		InstanceHealthStatusDetailNameReachability,
	}
}

type InstanceHealthStatusDetailValue string

// Values of [InstanceHealthStatusDetailValue].
const (
	InstanceHealthStatusDetailValuePassed           InstanceHealthStatusDetailValue = "passed"
	InstanceHealthStatusDetailValueFailed           InstanceHealthStatusDetailValue = "failed"
	InstanceHealthStatusDetailValueInsufficientData InstanceHealthStatusDetailValue = "insufficient-data"
	InstanceHealthStatusDetailValueInitializing     InstanceHealthStatusDetailValue = "initializing"
)

// Values returns the known values of [InstanceHealthStatusDetailValue].
func (InstanceHealthStatusDetailValue) Values() []InstanceHealthStatusDetailValue {
	return []InstanceHealthStatusDetailValue{
		InstanceHealthStatusDetailValuePassed,
		InstanceHealthStatusDetailValueFailed,
		InstanceHealthStatusDetailValueInsufficientData,
		InstanceHealthStatusDetailValueInitializing,
	}
}

type InstanceHealthStatusValue string

// Values of [InstanceHealthStatusValue].
const (
	InstanceHealthStatusValueOk               InstanceHealthStatusValue = "ok"
	InstanceHealthStatusValueImpaired         InstanceHealthStatusValue = "impaired"
	InstanceHealthStatusValueInitializing     InstanceHealthStatusValue = "initializing"
	InstanceHealthStatusValueInsufficientData InstanceHealthStatusValue = "insufficient-data"
	InstanceHealthStatusValueNotApplicable    InstanceHealthStatusValue = "not-applicable"
)

// Values returns the known values of [InstanceHealthStatusValue].
func (InstanceHealthStatusValue) Values() []InstanceHealthStatusValue {
	return []InstanceHealthStatusValue{
		InstanceHealthStatusValueOk,
		InstanceHealthStatusValueImpaired,
		InstanceHealthStatusValueInitializing,
		InstanceHealthStatusValueInsufficientData,
		InstanceHealthStatusValueNotApplicable,
	}
}
