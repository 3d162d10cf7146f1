package types

import "time"

type ContainerServiceDeployment struct {
	Containers map[string]Container `json:"containers,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	PublicEndpoint *ContainerServiceEndpoint `json:"publicEndpoint,omitzero"`

	State ContainerServiceDeploymentState `json:"state,omitzero"`

	Version *int32 `json:"version,omitzero"`
}

type ContainerServiceDeploymentRequest struct {
	Containers map[string]Container `json:"containers,omitzero"`

	PublicEndpoint *EndpointRequest `json:"publicEndpoint,omitzero"`
}

type ContainerServiceDeploymentState string

// Values of [ContainerServiceDeploymentState].
const (
	ContainerServiceDeploymentStateActivating ContainerServiceDeploymentState = "ACTIVATING"
	ContainerServiceDeploymentStateActive     ContainerServiceDeploymentState = "ACTIVE"
	ContainerServiceDeploymentStateInactive   ContainerServiceDeploymentState = "INACTIVE"
	ContainerServiceDeploymentStateFailed     ContainerServiceDeploymentState = "FAILED"
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
