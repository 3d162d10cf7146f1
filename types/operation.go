package types

import "time"

// Operation is the record of one change to one resource.
//
// A call that changes something returns the records of what it began, one for each resource concerned. Quick work is returned
// finished, with IsTerminal true; slow work begins as Started and goes on after the call.
type Operation struct {
	// CreatedAt is when the operation began.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// ErrorCode says why the operation failed, in one word for programs; nil on success.
	ErrorCode *string `json:"errorCode,omitzero"`

	// ErrorDetails says why the operation failed, for people; nil on success.
	ErrorDetails *string `json:"errorDetails,omitzero"`

	// Id is a UUID, by which the record can be asked for again.
	Id *string `json:"id,omitzero"`

	// IsTerminal tells whether the operation is over, well or not: look at Status.
	IsTerminal *bool `json:"isTerminal,omitzero"`

	// Location is where the resource lives.
	Location *ResourceLocation `json:"location,omitzero"`

	// OperationDetails names a second resource that is concerned, such as the instance that a static IP is attached to; nil where
	// there is none.
	OperationDetails *string `json:"operationDetails,omitzero"`

	// OperationType is what was done.
	OperationType OperationType `json:"operationType,omitzero"`

	// ResourceName is the resource it was done to.
	ResourceName *string `json:"resourceName,omitzero"`

	// ResourceType is the kind of that resource.
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// Status is how the work stands. Both Completed and Succeeded are success.
	Status OperationStatus `json:"status,omitzero"`

	// StatusChangedAt is when Status last changed.
	StatusChangedAt *time.Time `json:"statusChangedAt,omitzero"`
}

// OperationStatus is how the work of an operation stands.
type OperationStatus string

// The states of an operation.
const (
	OperationStatusNotStarted OperationStatus = "NotStarted" // waiting to begin
	OperationStatusStarted    OperationStatus = "Started"    // going on
	OperationStatusFailed     OperationStatus = "Failed"     // over; see the operation's ErrorCode and ErrorDetails
	OperationStatusCompleted  OperationStatus = "Completed"  // over with success, like Succeeded
	OperationStatusSucceeded  OperationStatus = "Succeeded"  // over with success, like Completed
)

// Values lists the known states in a new slice, in the order of the service's model.
func (OperationStatus) Values() []OperationStatus {
	return []OperationStatus{
		OperationStatusNotStarted,
		OperationStatusStarted,
		OperationStatusFailed,
		OperationStatusCompleted,
		OperationStatusSucceeded,
	}
}
