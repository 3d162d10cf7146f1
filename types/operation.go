package types

import "time"

// Operation is the record that Lightsail keeps of one change to one resource.
//
// Calls that change resources return an operation for each affected resource. A short change is already finished, with
// IsTerminal true. A longer one continues after the call, with the status Started; GetOperation returns its later
// states.
type Operation struct {
	// CreatedAt is the time at which the operation record was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// ErrorCode is the reason for a failure, as a code for programs. It is nil on success.
	ErrorCode *string `json:"errorCode,omitzero"`

	// ErrorDetails is the reason for a failure, as human-readable text. It is nil on success.
	ErrorDetails *string `json:"errorDetails,omitzero"`

	// Id identifies the operation in GetOperation. It is a UUID.
	Id *string `json:"id,omitzero"`

	// IsTerminal reports whether the operation has ended. Status reports whether it succeeded.
	IsTerminal *bool `json:"isTerminal,omitzero"`

	// Location is the Region and the Availability Zone of the resource.
	Location *ResourceLocation `json:"location,omitzero"`

	// OperationDetails is a second affected resource, such as the instance that a static IP is attached to. It is nil
	// if there is none.
	OperationDetails *string `json:"operationDetails,omitzero"`

	// OperationType is the kind of change.
	OperationType OperationType `json:"operationType,omitzero"`

	// ResourceName is the affected resource.
	ResourceName *string `json:"resourceName,omitzero"`

	// ResourceType is the kind of the affected resource.
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// Status is the progress of the operation. Both Completed and Succeeded mean success.
	Status OperationStatus `json:"status,omitzero"`

	// StatusChangedAt is when Status last changed.
	StatusChangedAt *time.Time `json:"statusChangedAt,omitzero"`
}

// OperationStatus is the progress of an [Operation]. Completed and Succeeded both mean success. If it is Failed, the
// operation has the reason in ErrorCode and ErrorDetails.
type OperationStatus string

// Values of [OperationStatus].
const (
	OperationStatusNotStarted OperationStatus = "NotStarted"
	OperationStatusStarted    OperationStatus = "Started"
	OperationStatusFailed     OperationStatus = "Failed"
	OperationStatusCompleted  OperationStatus = "Completed"
	OperationStatusSucceeded  OperationStatus = "Succeeded"
)

// Values returns the known values of OperationStatus. Later versions can have more.
func (OperationStatus) Values() []OperationStatus {
	return []OperationStatus{
		OperationStatusNotStarted,
		OperationStatusStarted,
		OperationStatusFailed,
		OperationStatusCompleted,
		OperationStatusSucceeded,
	}
}
