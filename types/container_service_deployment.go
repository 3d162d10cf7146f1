package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// ContainerServiceDeployment is one version of what a [ContainerService] runs: containers, and
// which of them is reachable from the internet. GetContainerServiceDeployments returns it, and
// [ContainerService] has the current and the next one.
type ContainerServiceDeployment struct {
	// Containers are the containers of the deployment, by name.
	Containers map[string]Container `json:"containers,omitzero"`

	// CreatedAt is the time at which the deployment was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// PublicEndpoint selects the container that receives requests from the internet.
	PublicEndpoint *ContainerServiceEndpoint `json:"publicEndpoint,omitzero"`

	// State is the state of the deployment. If it is "FAILED", GetContainerLog has the output of
	// the containers, which usually has the reason.
	State ContainerServiceDeploymentState `json:"state,omitzero"`

	// Version is the number of the deployment in its service. Each new deployment has a higher one.
	Version *int32 `json:"version,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v ContainerServiceDeployment) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v ContainerServiceDeployment) LogValue() slog.Value { return redact.LogValue(v) }

// ContainerServiceDeploymentRequest is the first deployment of a new container service.
// CreateContainerService takes it.
type ContainerServiceDeploymentRequest struct {
	// Containers are the containers to run, by name.
	Containers map[string]Container `json:"containers,omitzero"`

	// PublicEndpoint selects the container that receives requests from the internet. If nil, no
	// container is reachable at the public address of the service.
	PublicEndpoint *EndpointRequest `json:"publicEndpoint,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v ContainerServiceDeploymentRequest) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v ContainerServiceDeploymentRequest) LogValue() slog.Value { return redact.LogValue(v) }

// ContainerServiceDeploymentState is the state of a [ContainerServiceDeployment]: whether it runs
// or has failed.
type ContainerServiceDeploymentState string

// Values of [ContainerServiceDeploymentState].
const (
	// ContainerServiceDeploymentStateActivating means that the deployment is being created.
	ContainerServiceDeploymentStateActivating ContainerServiceDeploymentState = "ACTIVATING"
	// ContainerServiceDeploymentStateActive means that the deployment is running. A container
	// service has at most one active deployment.
	ContainerServiceDeploymentStateActive ContainerServiceDeploymentState = "ACTIVE"
	// ContainerServiceDeploymentStateInactive means that the deployment was active and no longer
	// runs.
	ContainerServiceDeploymentStateInactive ContainerServiceDeploymentState = "INACTIVE"
	// ContainerServiceDeploymentStateFailed means that the deployment did not become active. The
	// state has no reason. Read the log of each container with GetContainerLog to find it.
	ContainerServiceDeploymentStateFailed ContainerServiceDeploymentState = "FAILED"
)

// Values returns the known values of [ContainerServiceDeploymentState].
func (ContainerServiceDeploymentState) Values() []ContainerServiceDeploymentState {
	return []ContainerServiceDeploymentState{
		ContainerServiceDeploymentStateActivating,
		ContainerServiceDeploymentStateActive,
		ContainerServiceDeploymentStateInactive,
		ContainerServiceDeploymentStateFailed,
	}
}
