package types

import "time"

type KeyPair struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Fingerprint *string `json:"fingerprint,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}
