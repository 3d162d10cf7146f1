package types

// R53HostedZoneDeletionState is the state of the deletion of a hosted zone: the DNS zone that
// Amazon Route 53 had for the domain before Lightsail managed it.
type R53HostedZoneDeletionState struct {
	// Code is the state of the deletion.
	Code R53HostedZoneDeletionStateCode `json:"code,omitzero"`

	// Message explains Code in a sentence.
	Message *string `json:"message,omitzero"`
}

// R53HostedZoneDeletionStateCode is the state of the deletion of a Route 53 hosted zone: "STARTED"
// and "PENDING" while it is in progress, "SUCCEEDED" or "FAILED" when it has ended.
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

// RegisteredDomainDelegationInfo is the state of the transfer of a domain's DNS from Amazon Route
// 53, where the domain is registered, to Lightsail. [Domain] has it.
//
// Lightsail sets the name servers of the domain to those of its own DNS zone, and then deletes the
// hosted zone of Route 53. This succeeds only if
//
//   - the domain is registered by the same AWS account,
//   - the caller is permitted to manage domains in Route 53, and
//   - the hosted zone has no records except those of type "SOA" and "NS".
//
// If it fails, or if the domain is registered elsewhere, set the name servers manually.
type RegisteredDomainDelegationInfo struct {
	// NameServersUpdateState is the state of the first step, the change of the name servers.
	NameServersUpdateState *NameServersUpdateState `json:"nameServersUpdateState,omitzero"`

	// R53HostedZoneDeletionState is the state of the second step, the deletion of the hosted zone.
	R53HostedZoneDeletionState *R53HostedZoneDeletionState `json:"r53HostedZoneDeletionState,omitzero"`
}
