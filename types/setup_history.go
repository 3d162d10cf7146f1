package types

import "time"

// SetupExecutionDetails is the record of one command that SetupInstanceHttps ran on an instance. It
// is part of a [SetupHistory].
type SetupExecutionDetails struct {
	// Command is the command that was run.
	Command *string `json:"command,omitzero"`

	// DateTime is the time at which the command was run.
	DateTime *time.Time `json:"dateTime,omitzero"`

	// Name is the name of the instance that the command was run on.
	Name *string `json:"name,omitzero"`

	// StandardError is the text that the command wrote to its standard error.
	StandardError *string `json:"standardError,omitzero"`

	// StandardOutput is the text that the command wrote to its standard output.
	StandardOutput *string `json:"standardOutput,omitzero"`

	// Status reports whether the command succeeded.
	Status SetupStatus `json:"status,omitzero"`

	// Version is the version of the setup script that contains the command.
	Version *string `json:"version,omitzero"`
}

// SetupHistory is the record of one call of SetupInstanceHttps. GetSetupHistory returns it.
type SetupHistory struct {
	// ExecutionDetails are records of the commands that the call ran on the instance.
	ExecutionDetails []SetupExecutionDetails `json:"executionDetails,omitzero"`

	// OperationId is the ID of the operation that the call started.
	OperationId *string `json:"operationId,omitzero"`

	// Request is the input of the call.
	Request *SetupRequest `json:"request,omitzero"`

	// Resource is the instance that the call set up.
	Resource *SetupHistoryResource `json:"resource,omitzero"`

	// Status reports whether the setup succeeded.
	Status SetupStatus `json:"status,omitzero"`
}

// SetupHistoryResource is the instance that a call of SetupInstanceHttps set up. It is part of a
// [SetupHistory].
type SetupHistoryResource struct {
	// Arn is the Amazon Resource Name (ARN) of the instance, which identifies it within AWS.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the instance was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Location is the Region and the Availability Zone of the instance.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the instance.
	Name *string `json:"name,omitzero"`

	// ResourceType is the type of the resource: "Instance".
	ResourceType ResourceType `json:"resourceType,omitzero"`
}

// SetupRequest is the input of a call of SetupInstanceHttps without its email address. It is part
// of a [SetupHistory].
type SetupRequest struct {
	// CertificateProvider is the certificate authority, for example "LetsEncrypt".
	CertificateProvider CertificateProvider `json:"certificateProvider,omitzero"`

	// DomainNames are the domains and subdomains of the certificate, 1 to 10.
	DomainNames []string `json:"domainNames,omitzero"`

	// InstanceName is the name of the instance that was set up.
	InstanceName *string `json:"instanceName,omitzero"`
}

// SetupStatus is the progress of a [SetupHistory] or of one of its commands.
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
