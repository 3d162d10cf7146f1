package types

import "time"

// ContactMethod is an email address or a mobile phone number to which the alarms of a Region send
// notifications. A Region has at most one of each.
//
// CreateContactMethod and DeleteContactMethod create and delete it. GetContactMethods returns it.
type ContactMethod struct {
	// Arn is the Amazon Resource Name (ARN) of the contact method.
	Arn *string `json:"arn,omitzero"`

	// ContactEndpoint is the email address or the mobile phone number.
	ContactEndpoint *string `json:"contactEndpoint,omitzero"`

	// CreatedAt is the time at which the contact method was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Location is the Region whose alarms use the contact method.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name that the service gave to the contact method.
	Name *string `json:"name,omitzero"`

	// Protocol is the kind of ContactEndpoint: "Email" or "SMS".
	Protocol ContactProtocol `json:"protocol,omitzero"`

	// ResourceType is "ContactMethod".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// Status reports whether the contact method is verified. An email address receives
	// notifications only if it is "Valid".
	Status ContactMethodStatus `json:"status,omitzero"`

	// SupportCode identifies the contact method in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the contact method, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// ContactMethodStatus is the state of the verification of a contact method: "PendingVerification"
// until its owner confirms the verification request, "Valid" after that, "Invalid" if the request
// expired. SendContactMethodVerification sends another request.
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

// ContactMethodVerificationProtocol is the protocol of a contact method that needs verification.
// SMS contact methods need none.
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

// ContactProtocol is the kind of a contact method. A Region has at most one contact method of each
// kind.
type ContactProtocol string

// Values of [ContactProtocol].
const (
	ContactProtocolEmail ContactProtocol = "Email"
	// ContactProtocolSms sends text messages to a mobile phone. Not all Regions support it.
	ContactProtocolSms ContactProtocol = "SMS"
)

// Values returns the known values of [ContactProtocol].
func (ContactProtocol) Values() []ContactProtocol {
	return []ContactProtocol{
		ContactProtocolEmail,
		ContactProtocolSms,
	}
}
