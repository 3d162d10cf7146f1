package types

type ContainerServiceEndpoint struct {
	ContainerName *string `json:"containerName,omitzero"`

	ContainerPort *int32 `json:"containerPort,omitzero"`

	HealthCheck *ContainerServiceHealthCheckConfig `json:"healthCheck,omitzero"`
}

type ContainerServiceHealthCheckConfig struct {
	HealthyThreshold *int32 `json:"healthyThreshold,omitzero"`

	IntervalSeconds *int32 `json:"intervalSeconds,omitzero"`

	Path *string `json:"path,omitzero"`

	SuccessCodes *string `json:"successCodes,omitzero"`

	TimeoutSeconds *int32 `json:"timeoutSeconds,omitzero"`

	UnhealthyThreshold *int32 `json:"unhealthyThreshold,omitzero"`
}

type EndpointRequest struct {
	ContainerName *string `json:"containerName,omitzero" required:"true"`

	ContainerPort *int32 `json:"containerPort,omitzero" required:"true"`

	HealthCheck *ContainerServiceHealthCheckConfig `json:"healthCheck,omitzero"`
}
