package types

import "time"

type ContactMethod struct {
	Arn *string `json:"arn,omitzero"`

	ContactEndpoint *string `json:"contactEndpoint,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Protocol ContactProtocol `json:"protocol,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	Status ContactMethodStatus `json:"status,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type ContactMethodStatus string

// Values of [ContactMethodStatus].
const (
	ContactMethodStatusPendingVerification ContactMethodStatus = "PendingVerification"
	ContactMethodStatusValid               ContactMethodStatus = "Valid"
	ContactMethodStatusInvalid             ContactMethodStatus = "Invalid"
)

// Values returns the known values of [ContactMethodStatus].
func (ContactMethodStatus) Values() []ContactMethodStatus {
	return []ContactMethodStatus{
		ContactMethodStatusPendingVerification,
		ContactMethodStatusValid,
		ContactMethodStatusInvalid,
	}
}

type ContactMethodVerificationProtocol string

// Values of [ContactMethodVerificationProtocol].
const (
	ContactMethodVerificationProtocolEmail ContactMethodVerificationProtocol = "Email"
)

// Values returns the known values of [ContactMethodVerificationProtocol].
func (ContactMethodVerificationProtocol) Values() []ContactMethodVerificationProtocol {
	return []ContactMethodVerificationProtocol{
		ContactMethodVerificationProtocolEmail,
	}
}

type ContactProtocol string

// Values of [ContactProtocol].
const (
	ContactProtocolEmail ContactProtocol = "Email"
	ContactProtocolSms   ContactProtocol = "SMS"
)

// Values returns the known values of [ContactProtocol].
func (ContactProtocol) Values() []ContactProtocol {
	return []ContactProtocol{
		ContactProtocolEmail,
		ContactProtocolSms,
	}
}
