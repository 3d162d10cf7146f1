package types

type InstanceHealthReason string

// Values of [InstanceHealthReason].
const (
	InstanceHealthReasonLbRegistrationInProgress         InstanceHealthReason = "Lb.RegistrationInProgress"
	InstanceHealthReasonLbInitialHealthChecking          InstanceHealthReason = "Lb.InitialHealthChecking"
	InstanceHealthReasonLbInternalError                  InstanceHealthReason = "Lb.InternalError"
	InstanceHealthReasonInstanceResponseCodeMismatch     InstanceHealthReason = "Instance.ResponseCodeMismatch"
	InstanceHealthReasonInstanceTimeout                  InstanceHealthReason = "Instance.Timeout"
	InstanceHealthReasonInstanceFailedHealthChecks       InstanceHealthReason = "Instance.FailedHealthChecks"
	InstanceHealthReasonInstanceNotRegistered            InstanceHealthReason = "Instance.NotRegistered"
	InstanceHealthReasonInstanceNotInUse                 InstanceHealthReason = "Instance.NotInUse"
	InstanceHealthReasonInstanceDeregistrationInProgress InstanceHealthReason = "Instance.DeregistrationInProgress"
	InstanceHealthReasonInstanceInvalidState             InstanceHealthReason = "Instance.InvalidState"
	InstanceHealthReasonInstanceIpUnusable               InstanceHealthReason = "Instance.IpUnusable"
)

// Values returns the known values of [InstanceHealthReason].
func (InstanceHealthReason) Values() []InstanceHealthReason {
	return []InstanceHealthReason{
		InstanceHealthReasonLbRegistrationInProgress,
		InstanceHealthReasonLbInitialHealthChecking,
		InstanceHealthReasonLbInternalError,
		InstanceHealthReasonInstanceResponseCodeMismatch,
		InstanceHealthReasonInstanceTimeout,
		InstanceHealthReasonInstanceFailedHealthChecks,
		InstanceHealthReasonInstanceNotRegistered,
		InstanceHealthReasonInstanceNotInUse,
		InstanceHealthReasonInstanceDeregistrationInProgress,
		InstanceHealthReasonInstanceInvalidState,
		InstanceHealthReasonInstanceIpUnusable,
	}
}

type InstanceHealthState string

// Values of [InstanceHealthState].
const (
	InstanceHealthStateInitial     InstanceHealthState = "initial"
	InstanceHealthStateHealthy     InstanceHealthState = "healthy"
	InstanceHealthStateUnhealthy   InstanceHealthState = "unhealthy"
	InstanceHealthStateUnused      InstanceHealthState = "unused"
	InstanceHealthStateDraining    InstanceHealthState = "draining"
	InstanceHealthStateUnavailable InstanceHealthState = "unavailable"
)

// Values returns the known values of [InstanceHealthState].
func (InstanceHealthState) Values() []InstanceHealthState {
	return []InstanceHealthState{
		InstanceHealthStateInitial,
		InstanceHealthStateHealthy,
		InstanceHealthStateUnhealthy,
		InstanceHealthStateUnused,
		InstanceHealthStateDraining,
		InstanceHealthStateUnavailable,
	}
}

type InstanceHealthSummary struct {
	InstanceHealth InstanceHealthState `json:"instanceHealth,omitzero"`

	InstanceHealthReason InstanceHealthReason `json:"instanceHealthReason,omitzero"`

	InstanceName *string `json:"instanceName,omitzero"`
}
