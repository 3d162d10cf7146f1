package types

// NameServersUpdateState is the state of the change of the name servers of a domain that is
// registered in Amazon Route 53. [RegisteredDomainDelegationInfo] describes when Lightsail makes
// it.
type NameServersUpdateState struct {
	// Code is the state of the change.
	Code NameServersUpdateStateCode `json:"code,omitzero"`

	// Message explains Code in a sentence.
	Message *string `json:"message,omitzero"`
}

// NameServersUpdateStateCode is the state of a change of name servers: "STARTED" and "PENDING"
// while it is in progress, "SUCCEEDED" or "FAILED" when it has ended.
type NameServersUpdateStateCode string

// Values of [NameServersUpdateStateCode].
const (
	NameServersUpdateStateCodeSucceeded NameServersUpdateStateCode = "SUCCEEDED"
	NameServersUpdateStateCodePending   NameServersUpdateStateCode = "PENDING"
	NameServersUpdateStateCodeFailed    NameServersUpdateStateCode = "FAILED"
	NameServersUpdateStateCodeStarted   NameServersUpdateStateCode = "STARTED"
)

// Values returns the known values of [NameServersUpdateStateCode].
func (NameServersUpdateStateCode) Values() []NameServersUpdateStateCode {
	return []NameServersUpdateStateCode{
		NameServersUpdateStateCodeSucceeded,
		NameServersUpdateStateCodePending,
		NameServersUpdateStateCodeFailed,
		NameServersUpdateStateCodeStarted,
	}
}
