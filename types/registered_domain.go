package types

type R53HostedZoneDeletionState struct {
	Code R53HostedZoneDeletionStateCode `json:"code,omitzero"`

	Message *string `json:"message,omitzero"`
}

type R53HostedZoneDeletionStateCode string

// Values of [R53HostedZoneDeletionStateCode].
const (
	R53HostedZoneDeletionStateCodeSucceeded R53HostedZoneDeletionStateCode = "SUCCEEDED"
	R53HostedZoneDeletionStateCodePending   R53HostedZoneDeletionStateCode = "PENDING"
	R53HostedZoneDeletionStateCodeFailed    R53HostedZoneDeletionStateCode = "FAILED"
	R53HostedZoneDeletionStateCodeStarted   R53HostedZoneDeletionStateCode = "STARTED"
)

// Values returns the known values of [R53HostedZoneDeletionStateCode].
func (R53HostedZoneDeletionStateCode) Values() []R53HostedZoneDeletionStateCode {
	return []R53HostedZoneDeletionStateCode{
		R53HostedZoneDeletionStateCodeSucceeded,
		R53HostedZoneDeletionStateCodePending,
		R53HostedZoneDeletionStateCodeFailed,
		R53HostedZoneDeletionStateCodeStarted,
	}
}

type RegisteredDomainDelegationInfo struct {
	NameServersUpdateState *NameServersUpdateState `json:"nameServersUpdateState,omitzero"`

	R53HostedZoneDeletionState *R53HostedZoneDeletionState `json:"r53HostedZoneDeletionState,omitzero"`
}
