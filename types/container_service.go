package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// ContainerService runs containers on nodes that Lightsail operates, behind an HTTPS address. Its
// power is the size of a node, and its scale is the number of nodes. A deployment determines which
// containers run. A new deployment replaces the previous one.
//
// CreateContainerService, UpdateContainerService, CreateContainerServiceDeployment and
// GetContainerServices return it.
type ContainerService struct {
	// Arn is the Amazon Resource Name of the container service.
	Arn *string `json:"arn,omitzero"`

	// ContainerServiceName is the name that operations on containers take as ServiceName. It is
	// unique in the Region of the account.
	ContainerServiceName *string `json:"containerServiceName,omitzero"`

	// CreatedAt is the time at which the container service was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// CurrentDeployment is the deployment in use. To follow a new deployment, find its version in
	// the output of GetContainerServiceDeployments, which also has failed ones.
	CurrentDeployment *ContainerServiceDeployment `json:"currentDeployment,omitzero"`

	// IsDisabled reports whether the container service is disabled. Its containers are shut down
	// then.
	IsDisabled *bool `json:"isDisabled,omitzero"`

	// Location is the Region of the container service.
	Location *ResourceLocation `json:"location,omitzero"`

	// NextDeployment is the deployment that is being activated. It is nil if there is none.
	NextDeployment *ContainerServiceDeployment `json:"nextDeployment,omitzero"`

	// Power is the name of the power, which determines the memory, vCPUs and price of each node.
	Power ContainerServicePowerName `json:"power,omitzero"`

	// PowerId is the ID of the power, such as "nano-1". See [ContainerServicePower].
	PowerId *string `json:"powerId,omitzero"`

	// PrincipalArn is the Amazon Resource Name under which the container service acts. A policy in
	// an AWS account that trusts this principal gives the service access to resources of that
	// account.
	PrincipalArn *string `json:"principalArn,omitzero"`

	// PrivateDomainName is a host name that only resources in the default VPC of the Lightsail
	// account can reach.
	PrivateDomainName *string `json:"privateDomainName,omitzero"`

	// PrivateRegistryAccess describes the access of the container service to private repositories
	// of Amazon Elastic Container Registry (Amazon ECR).
	PrivateRegistryAccess *PrivateRegistryAccess `json:"privateRegistryAccess,omitzero"`

	// PublicDomainNames are the custom domain names of the container service, at most 4. The key is
	// the name of a validated certificate, and the value the domain names that are used with it. If
	// it is empty, only the domain name in Url is used.
	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	// ResourceType is "ContainerService".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// Scale is the number of nodes, 1 to 20. The monthly price is Scale times the price of the
	// power.
	Scale *int32 `json:"scale,omitzero"`

	// State is the state of the container service. "RUNNING" means that it has an active
	// deployment.
	State ContainerServiceState `json:"state,omitzero"`

	// StateDetail has the current step or the failure of a service whose State is "PENDING",
	// "DEPLOYING" or "UPDATING". It is not set in other states.
	StateDetail *ContainerServiceStateDetail `json:"stateDetail,omitzero"`

	// Tags are the tags of the container service.
	Tags []Tag `json:"tags,omitzero"`

	// Url is the public HTTPS address of the container service, in a domain of Lightsail. It
	// responds with status 404 if the current deployment has no public endpoint.
	Url *string `json:"url,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v ContainerService) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v ContainerService) LogValue() slog.Value { return redact.LogValue(v) }

// ContainerServiceState is the state of a [ContainerService]: what it is doing and whether it runs.
//
// A new service is "PENDING", then "READY". A deployment makes it "DEPLOYING", then "RUNNING". A
// change of its settings makes it "UPDATING", then "READY" or "RUNNING", or "DISABLED" if the
// change disables it. A deleted service is "DELETING" until it no longer exists.
//
// None of the states stands for failure. A failed creation has a [ContainerServiceStateDetailCode], a failed
// deployment has its own [ContainerServiceDeploymentState].
type ContainerServiceState string

// Values of [ContainerServiceState].
const (
	// ContainerServiceStatePending means that the service is being created, or that its creation
	// failed. StateDetail distinguishes the two.
	ContainerServiceStatePending ContainerServiceState = "PENDING"
	// ContainerServiceStateReady means that the service is up and has no active deployment.
	ContainerServiceStateReady ContainerServiceState = "READY"
	// ContainerServiceStateRunning means that the service is up and has an active deployment.
	ContainerServiceStateRunning ContainerServiceState = "RUNNING"
	// ContainerServiceStateUpdating means that the capacity or the custom domain names are being
	// changed.
	ContainerServiceStateUpdating ContainerServiceState = "UPDATING"
	// ContainerServiceStateDeleting means that the service is being deleted.
	ContainerServiceStateDeleting ContainerServiceState = "DELETING"
	// ContainerServiceStateDisabled means that the service is disabled and its containers are shut
	// down.
	ContainerServiceStateDisabled ContainerServiceState = "DISABLED"
	// ContainerServiceStateDeploying means that a deployment is being started.
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

// ContainerServiceStateDetail explains the state of a [ContainerService] that is "PENDING",
// "DEPLOYING" or "UPDATING". When waiting for a service fails, report both fields in the error.
type ContainerServiceStateDetail struct {
	// Code is the current step, or the reason why the creation failed.
	Code ContainerServiceStateDetailCode `json:"code,omitzero"`

	// Message explains Code in plain language.
	Message *string `json:"message,omitzero"`
}

// ContainerServiceStateDetailCode is the current step of a container service, or the reason why its
// creation failed.
//
// "CERTIFICATE_LIMIT_EXCEEDED" and "UNKNOWN_ERROR" mean that the creation failed. They occur in the
// state "PENDING". The other values are steps of a creation, deployment or update.
type ContainerServiceStateDetailCode string

// Values of [ContainerServiceStateDetailCode].
const (
	ContainerServiceStateDetailCodeCreatingSystemResources       ContainerServiceStateDetailCode = "CREATING_SYSTEM_RESOURCES"
	ContainerServiceStateDetailCodeCreatingNetworkInfrastructure ContainerServiceStateDetailCode = "CREATING_NETWORK_INFRASTRUCTURE"
	// ContainerServiceStateDetailCodeProvisioningCertificate means that the TLS certificate of the
	// service is being created.
	ContainerServiceStateDetailCodeProvisioningCertificate ContainerServiceStateDetailCode = "PROVISIONING_CERTIFICATE"
	ContainerServiceStateDetailCodeProvisioningService     ContainerServiceStateDetailCode = "PROVISIONING_SERVICE"
	ContainerServiceStateDetailCodeCreatingDeployment      ContainerServiceStateDetailCode = "CREATING_DEPLOYMENT"
	// ContainerServiceStateDetailCodeEvaluatingHealthCheck means that the health checks of the
	// deployment are in progress.
	ContainerServiceStateDetailCodeEvaluatingHealthCheck ContainerServiceStateDetailCode = "EVALUATING_HEALTH_CHECK"
	// ContainerServiceStateDetailCodeActivatingDeployment means that the deployment is becoming the
	// active one.
	ContainerServiceStateDetailCodeActivatingDeployment ContainerServiceStateDetailCode = "ACTIVATING_DEPLOYMENT"
	// ContainerServiceStateDetailCodeCertificateLimitExceeded means that the service needs a TLS
	// certificate and the account has reached its limit of certificates.
	ContainerServiceStateDetailCodeCertificateLimitExceeded ContainerServiceStateDetailCode = "CERTIFICATE_LIMIT_EXCEEDED"
	// ContainerServiceStateDetailCodeUnknownError means that the creation of the service failed for
	// a reason that has no code.
	ContainerServiceStateDetailCodeUnknownError ContainerServiceStateDetailCode = "UNKNOWN_ERROR"
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
