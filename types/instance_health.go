package types

// InstanceHealthReason is the reason for the health of an instance behind a load balancer, in an
// [InstanceHealthSummary].
//
// These are the reasons for each [InstanceHealthState]. A healthy instance has none.
//
// Reasons for "initial":
//   - "Lb.RegistrationInProgress": the load balancer is adding the instance
//   - "Lb.InitialHealthChecking": there have been too few health checks for a result
//
// Reasons for "unhealthy":
//   - "Instance.ResponseCodeMismatch": the status code of the response is not an expected one
//   - "Instance.Timeout": the health checks timed out
//   - "Instance.FailedHealthChecks": the connection timed out, the response was malformed, or the
//     cause is unknown
//   - "Lb.InternalError": the health checks failed because of a fault of the load balancer
//
// Reasons for "unused":
//   - "Instance.NotRegistered": the instance is not registered
//   - "Instance.NotInUse": no load balancer uses the instance, or its Availability Zone is not
//     enabled for the load balancer
//   - "Instance.IpUnusable": the IP address is reserved for a load balancer
//   - "Instance.InvalidState": the instance is stopped or terminated
//
// Reason for "draining":
//   - "Instance.DeregistrationInProgress": the load balancer is removing the instance
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

// InstanceHealthState is the health of an instance as a load balancer sees it, in an
// [InstanceHealthSummary].
//
// The state is "initial" until there have been enough health checks, then "healthy" or "unhealthy".
// It is "draining" while the instance is being removed from the load balancer, and "unused" if the
// load balancer cannot use it.
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

// InstanceHealthSummary is the result of the health checks that a load balancer makes on one of its
// instances. It is part of a [LoadBalancer].
//
// It is not related to [InstanceHealthStatus], which exists without a load balancer.
type InstanceHealthSummary struct {
	// InstanceHealth is the health of the instance, for example "healthy".
	InstanceHealth InstanceHealthState `json:"instanceHealth,omitzero"`

	// InstanceHealthReason is the reason for InstanceHealth. It is empty if the instance is
	// healthy.
	InstanceHealthReason InstanceHealthReason `json:"instanceHealthReason,omitzero"`

	// InstanceName is the name of the instance that the health is for.
	InstanceName *string `json:"instanceName,omitzero"`
}
