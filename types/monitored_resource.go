package types

type MonitoredResourceInfo struct {
	Arn *string `json:"arn,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`
}
