package types

// ContainerServiceEndpoint is the public endpoint of a [ContainerServiceDeployment]: the container
// and port to which Lightsail forwards requests from the internet.
type ContainerServiceEndpoint struct {
	// ContainerName is the name of the container that receives the requests.
	ContainerName *string `json:"containerName,omitzero"`

	// ContainerPort is the port of the container to which requests are forwarded.
	ContainerPort *int32 `json:"containerPort,omitzero"`

	// HealthCheck describes how Lightsail checks whether the container works.
	HealthCheck *ContainerServiceHealthCheckConfig `json:"healthCheck,omitzero"`
}

// ContainerServiceHealthCheckConfig describes the HTTP requests by which Lightsail checks whether a
// container works. [EndpointRequest] takes it, [ContainerServiceEndpoint] has it.
type ContainerServiceHealthCheckConfig struct {
	// HealthyThreshold is the number of successful checks in a row after which a container is
	// healthy. The default is 2.
	HealthyThreshold *int32 `json:"healthyThreshold,omitzero"`

	// IntervalSeconds is the approximate time between two checks of a container in seconds, 5 to
	// 300. The default is 5.
	IntervalSeconds *int32 `json:"intervalSeconds,omitzero"`

	// Path is the path of the URL that a check requests. The default is "/".
	Path *string `json:"path,omitzero"`

	// SuccessCodes are the HTTP status codes of a successful check, between 200 and 499: a list
	// such as "200,202" or a range such as "200-299".
	SuccessCodes *string `json:"successCodes,omitzero"`

	// TimeoutSeconds is the time in seconds, 2 to 60, after which a check without a response has
	// failed. The default is 2.
	TimeoutSeconds *int32 `json:"timeoutSeconds,omitzero"`

	// UnhealthyThreshold is the number of failed checks in a row after which a container is
	// unhealthy. The default is 2.
	UnhealthyThreshold *int32 `json:"unhealthyThreshold,omitzero"`
}

// EndpointRequest selects the container and port to which Lightsail forwards requests from the
// internet. CreateContainerServiceDeployment takes it, and CreateContainerService in a
// [ContainerServiceDeploymentRequest].
type EndpointRequest struct {
	// ContainerName is the name of a container of the same deployment. Required.
	ContainerName *string `json:"containerName,omitzero" required:"true"`

	// ContainerPort is the port of that container to which requests are forwarded. Required.
	ContainerPort *int32 `json:"containerPort,omitzero" required:"true"`

	// HealthCheck changes how Lightsail checks whether the container works. Each field that is nil
	// has its default.
	HealthCheck *ContainerServiceHealthCheckConfig `json:"healthCheck,omitzero"`
}
