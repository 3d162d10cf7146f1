package types

import "time"

// Domain is a DNS zone: the DNS records of a domain, such as "example.com", and the name servers
// that answer queries for them. The domain itself is registered elsewhere.
//
// CreateDomain and DeleteDomain create and delete it. GetDomain and GetDomains return it. Domains
// exist in us-east-1 only.
type Domain struct {
	// Arn is the Amazon Resource Name (ARN) of the domain. It has "global" in place of a Region,
	// and ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the DNS zone was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DomainEntries are the DNS records of the domain. The targets of the entries of type "NS" are
	// the name servers to set at the registrar.
	DomainEntries []DomainEntry `json:"domainEntries,omitzero"`

	// Location has the RegionName "global", which is none of the constants of [RegionName], and the
	// AvailabilityZone "all".
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the domain, such as "example.com".
	Name *string `json:"name,omitzero"`

	// RegisteredDomainDelegationInfo reports whether Lightsail could set the name servers of a
	// domain that is registered in Amazon Route 53.
	RegisteredDomainDelegationInfo *RegisteredDomainDelegationInfo `json:"registeredDomainDelegationInfo,omitzero"`

	// ResourceType is "Domain".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SupportCode identifies the domain in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the domain, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}
