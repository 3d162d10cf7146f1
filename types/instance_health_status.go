package types

import "time"

// InstanceHealthStatus is the result of the status checks that Lightsail makes on an [Instance].
// There is one for the instance itself and one for the systems that it runs on. GetInstance and
// GetInstances return it if the request sets IncludeHealthStatus.
type InstanceHealthStatus struct {
	// Details are the results of the single checks.
	Details []InstanceHealthStatusDetail `json:"details,omitzero"`

	// Status is the result of all checks together.
	Status InstanceHealthStatusValue `json:"status,omitzero"`
}

// InstanceHealthStatusDetail is the result of one status check of an [InstanceHealthStatus].
type InstanceHealthStatusDetail struct {
	// ImpairedSince is the time at which the check failed. For an instance that has failed it from
	// the beginning, it is the time at which the instance started.
	ImpairedSince *time.Time `json:"impairedSince,omitzero"`

	// Name is the check. The only known value is "reachability".
	Name InstanceHealthStatusDetailName `json:"name,omitzero"`

	// Status is the result of the check.
	Status InstanceHealthStatusDetailValue `json:"status,omitzero"`
}

// InstanceHealthStatusDetailName is the kind of a status check. "reachability" is the check whether
// the instance can be reached over the network.
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

// InstanceHealthStatusDetailValue is the result of one status check. "initializing" means that the
// check is in progress, "insufficient-data" that there is too little data for a result yet.
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

// InstanceHealthStatusValue is the result of all status checks of an [InstanceHealthStatus].
//
// "ok" means that all checks passed, "impaired" that at least one failed. "initializing" means that
// the instance has started recently and the checks are in progress, "insufficient-data" that there
// is too little data for a result yet, "not-applicable" that the instance does not run.
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
