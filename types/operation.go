package types

import "time"

type Operation struct {
	CreatedAt        *time.Time        `json:"createdAt,omitzero"`
	ErrorCode        *string           `json:"errorCode,omitzero"`
	ErrorDetails     *string           `json:"errorDetails,omitzero"`
	Id               *string           `json:"id,omitzero"`
	IsTerminal       *bool             `json:"isTerminal,omitzero"`
	Location         *ResourceLocation `json:"location,omitzero"`
	OperationDetails *string           `json:"operationDetails,omitzero"`
	OperationType    OperationType     `json:"operationType,omitzero"`
	ResourceName     *string           `json:"resourceName,omitzero"`
	ResourceType     ResourceType      `json:"resourceType,omitzero"`
	Status           OperationStatus   `json:"status,omitzero"`
	StatusChangedAt  *time.Time        `json:"statusChangedAt,omitzero"`
}

type OperationStatus string

const (
	OperationStatusNotStarted OperationStatus = "NotStarted"
	OperationStatusStarted    OperationStatus = "Started"
	OperationStatusFailed     OperationStatus = "Failed"
	OperationStatusCompleted  OperationStatus = "Completed"
	OperationStatusSucceeded  OperationStatus = "Succeeded"
)

// Values lists the known values of OperationStatus in a new slice, in the order of the service's model.
func (OperationStatus) Values() []OperationStatus {
	return []OperationStatus{
		OperationStatusNotStarted,
		OperationStatusStarted,
		OperationStatusFailed,
		OperationStatusCompleted,
		OperationStatusSucceeded,
	}
}
