package types

import "time"

// KeyPair is an SSH key pair whose public key Lightsail installs on new instances. It has neither
// the public nor the private key.
//
// CreateKeyPair and ImportKeyPair add a key pair to a Region. Each Region also has a default key
// pair, "LightsailDefaultKeyPair", which exists once it has been used. CreateKeyPair, GetKeyPair
// and GetKeyPairs return this type.
type KeyPair struct {
	// Arn is the Amazon Resource Name (ARN) of the key pair. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the key pair was created or imported.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Fingerprint is the fingerprint of the RSA key. DeleteKeyPair requires it to delete the
	// default key pair.
	Fingerprint *string `json:"fingerprint,omitzero"`

	// Location is the Region of the key pair. Its AvailabilityZone is "all".
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the key pair, which is unique among the resources in the Region.
	Name *string `json:"name,omitzero"`

	// ResourceType is "KeyPair".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SupportCode identifies the key pair in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the key pair, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}
