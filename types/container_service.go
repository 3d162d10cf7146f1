package types

import "time"

type ContainerService struct {
	Arn *string `json:"arn,omitzero"`

	ContainerServiceName *string `json:"containerServiceName,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	CurrentDeployment *ContainerServiceDeployment `json:"currentDeployment,omitzero"`

	IsDisabled *bool `json:"isDisabled,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	NextDeployment *ContainerServiceDeployment `json:"nextDeployment,omitzero"`

	Power ContainerServicePowerName `json:"power,omitzero"`

	PowerId *string `json:"powerId,omitzero"`

	PrincipalArn *string `json:"principalArn,omitzero"`

	PrivateDomainName *string `json:"privateDomainName,omitzero"`

	PrivateRegistryAccess *PrivateRegistryAccess `json:"privateRegistryAccess,omitzero"`

	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	Scale *int32 `json:"scale,omitzero"`

	State ContainerServiceState `json:"state,omitzero"`

	StateDetail *ContainerServiceStateDetail `json:"stateDetail,omitzero"`

	Tags []Tag `json:"tags,omitzero"`

	Url *string `json:"url,omitzero"`
}

type ContainerServiceState string

// Values of [ContainerServiceState].
const (
	ContainerServiceStatePending   ContainerServiceState = "PENDING"
	ContainerServiceStateReady     ContainerServiceState = "READY"
	ContainerServiceStateRunning   ContainerServiceState = "RUNNING"
	ContainerServiceStateUpdating  ContainerServiceState = "UPDATING"
	ContainerServiceStateDeleting  ContainerServiceState = "DELETING"
	ContainerServiceStateDisabled  ContainerServiceState = "DISABLED"
	ContainerServiceStateDeploying ContainerServiceState = "DEPLOYING"
)

// Values returns the known values of [ContainerServiceState].
func (ContainerServiceState) Values() []ContainerServiceState {
	return []ContainerServiceState{
		ContainerServiceStatePending,
		ContainerServiceStateReady,
		ContainerServiceStateRunning,
		ContainerServiceStateUpdating,
		ContainerServiceStateDeleting,
		ContainerServiceStateDisabled,
		ContainerServiceStateDeploying,
	}
}

type ContainerServiceStateDetail struct {
	Code ContainerServiceStateDetailCode `json:"code,omitzero"`

	Message *string `json:"message,omitzero"`
}

type ContainerServiceStateDetailCode string

// Values of [ContainerServiceStateDetailCode].
const (
	ContainerServiceStateDetailCodeCreatingSystemResources       ContainerServiceStateDetailCode = "CREATING_SYSTEM_RESOURCES"
	ContainerServiceStateDetailCodeCreatingNetworkInfrastructure ContainerServiceStateDetailCode = "CREATING_NETWORK_INFRASTRUCTURE"
	ContainerServiceStateDetailCodeProvisioningCertificate       ContainerServiceStateDetailCode = "PROVISIONING_CERTIFICATE"
	ContainerServiceStateDetailCodeProvisioningService           ContainerServiceStateDetailCode = "PROVISIONING_SERVICE"
	ContainerServiceStateDetailCodeCreatingDeployment            ContainerServiceStateDetailCode = "CREATING_DEPLOYMENT"
	ContainerServiceStateDetailCodeEvaluatingHealthCheck         ContainerServiceStateDetailCode = "EVALUATING_HEALTH_CHECK"
	ContainerServiceStateDetailCodeActivatingDeployment          ContainerServiceStateDetailCode = "ACTIVATING_DEPLOYMENT"
	ContainerServiceStateDetailCodeCertificateLimitExceeded      ContainerServiceStateDetailCode = "CERTIFICATE_LIMIT_EXCEEDED"
	ContainerServiceStateDetailCodeUnknownError                  ContainerServiceStateDetailCode = "UNKNOWN_ERROR"
)

// Values returns the known values of [ContainerServiceStateDetailCode].
func (ContainerServiceStateDetailCode) Values() []ContainerServiceStateDetailCode {
	return []ContainerServiceStateDetailCode{
		ContainerServiceStateDetailCodeCreatingSystemResources,
		ContainerServiceStateDetailCodeCreatingNetworkInfrastructure,
		ContainerServiceStateDetailCodeProvisioningCertificate,
		ContainerServiceStateDetailCodeProvisioningService,
		ContainerServiceStateDetailCodeCreatingDeployment,
		ContainerServiceStateDetailCodeEvaluatingHealthCheck,
		ContainerServiceStateDetailCodeActivatingDeployment,
		ContainerServiceStateDetailCodeCertificateLimitExceeded,
		ContainerServiceStateDetailCodeUnknownError,
	}
}
