package types

type NameServersUpdateState struct {
	Code NameServersUpdateStateCode `json:"code,omitzero"`

	Message *string `json:"message,omitzero"`
}

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
