package types

import "time"

type StaticIp struct {
	Arn *string `json:"arn,omitzero"`

	AttachedTo *string `json:"attachedTo,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	IpAddress *string `json:"ipAddress,omitzero"`

	IsAttached *bool `json:"isAttached,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`
}
