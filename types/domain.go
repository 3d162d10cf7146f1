package types

import "time"

type Domain struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DomainEntries []DomainEntry `json:"domainEntries,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	RegisteredDomainDelegationInfo *RegisteredDomainDelegationInfo `json:"registeredDomainDelegationInfo,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}
