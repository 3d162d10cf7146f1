package types

// MonitoredResourceInfo is the resource whose metric an [Alarm] watches.
type MonitoredResourceInfo struct {
	// Arn is the Amazon Resource Name (ARN) of the resource, which identifies it within AWS.
	Arn *string `json:"arn,omitzero"`

	// Name is the name of the resource.
	Name *string `json:"name,omitzero"`

	// ResourceType is the type of the resource: "Instance", "LoadBalancer" or "RelationalDatabase".
	ResourceType ResourceType `json:"resourceType,omitzero"`
}
