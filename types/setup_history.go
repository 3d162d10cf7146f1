package types

import "time"

type SetupExecutionDetails struct {
	Command *string `json:"command,omitzero"`

	DateTime *time.Time `json:"dateTime,omitzero"`

	Name *string `json:"name,omitzero"`

	StandardError *string `json:"standardError,omitzero"`

	StandardOutput *string `json:"standardOutput,omitzero"`

	Status SetupStatus `json:"status,omitzero"`

	Version *string `json:"version,omitzero"`
}

type SetupHistory struct {
	ExecutionDetails []SetupExecutionDetails `json:"executionDetails,omitzero"`

	OperationId *string `json:"operationId,omitzero"`

	Request *SetupRequest `json:"request,omitzero"`

	Resource *SetupHistoryResource `json:"resource,omitzero"`

	Status SetupStatus `json:"status,omitzero"`
}

type SetupHistoryResource struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`
}

type SetupRequest struct {
	CertificateProvider CertificateProvider `json:"certificateProvider,omitzero"`

	DomainNames []string `json:"domainNames,omitzero"`

	InstanceName *string `json:"instanceName,omitzero"`
}

type SetupStatus string

// Values of [SetupStatus].
const (
	SetupStatusSucceeded  SetupStatus = "succeeded"
	SetupStatusFailed     SetupStatus = "failed"
	SetupStatusInProgress SetupStatus = "inProgress"
)

// Values returns the known values of [SetupStatus].
func (SetupStatus) Values() []SetupStatus {
	return []SetupStatus{
		SetupStatusSucceeded,
		SetupStatusFailed,
		SetupStatusInProgress,
	}
}
