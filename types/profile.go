package types

import "time"

// PartnerInfo is the membership of an AWS account in the Lightsail partner program. GetProfile
// returns it.
type PartnerInfo struct {
	// EnrolledAt is the time at which the account was enrolled in the program.
	EnrolledAt *time.Time `json:"enrolledAt,omitzero"`

	// Status is the status of the membership.
	Status PartnerStatus `json:"status,omitzero"`

	// TierName is the tier of the membership, for example "Growth".
	TierName TierName `json:"tierName,omitzero"`
}

// PartnerStatus is the status of a membership in the Lightsail partner program. The account has the
// benefits of its tier while the status is "Active", but not while it is "Suspended".
type PartnerStatus string

// Values of [PartnerStatus].
const (
	PartnerStatusActive    PartnerStatus = "Active"
	PartnerStatusSuspended PartnerStatus = "Suspended"
)

// Values returns the known values of [PartnerStatus].
func (PartnerStatus) Values() []PartnerStatus {
	return []PartnerStatus{
		PartnerStatusActive,
		PartnerStatusSuspended,
	}
}

// ProfileType is the type of the Lightsail profile of an AWS account: "LightsailPartner" if the
// account is in the Lightsail partner program, "Lightsailor" if it is not.
type ProfileType string

// Values of [ProfileType].
const (
	ProfileTypeLightsailor      ProfileType = "Lightsailor"
	ProfileTypeLightsailPartner ProfileType = "LightsailPartner"
)

// Values returns the known values of [ProfileType].
func (ProfileType) Values() []ProfileType {
	return []ProfileType{
		ProfileTypeLightsailor,
		ProfileTypeLightsailPartner,
	}
}

// TierName is the tier of a membership in the Lightsail partner program.
type TierName string

// Values of [TierName].
const (
	TierNameEssential  TierName = "Essential"
	TierNameGrowth     TierName = "Growth"
	TierNameAccelerate TierName = "Accelerate"
	TierNamePremier    TierName = "Premier"
)

// Values returns the known values of [TierName].
func (TierName) Values() []TierName {
	return []TierName{
		TierNameEssential,
		TierNameGrowth,
		TierNameAccelerate,
		TierNamePremier,
	}
}
