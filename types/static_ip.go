package types

import "time"

// StaticIp is a public IPv4 address that is reserved for the account and can be attached to an
// instance. The address stays reserved when the instance is stopped or deleted, until
// ReleaseStaticIp deletes the static IP.
//
// AllocateStaticIp creates a static IP, AttachStaticIp and DetachStaticIp change where it is
// attached, and GetStaticIp and GetStaticIps return it.
type StaticIp struct {
	// Arn is the Amazon Resource Name (ARN) of the static IP. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// AttachedTo is the name of the instance that the static IP is attached to. It is nil or empty
	// if the static IP is not attached.
	AttachedTo *string `json:"attachedTo,omitzero"`

	// CreatedAt is the time at which the static IP was allocated.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// IpAddress is the IPv4 address, such as "192.0.2.10".
	IpAddress *string `json:"ipAddress,omitzero"`

	// IsAttached reports whether the static IP is attached to an instance. A static IP that is not
	// attached costs money.
	IsAttached *bool `json:"isAttached,omitzero"`

	// Location is the Region of the static IP. Its AvailabilityZone is "all".
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the static IP, which is unique among the resources in the Region.
	Name *string `json:"name,omitzero"`

	// ResourceType is "StaticIp".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SupportCode identifies the static IP in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`
}
