package types

import "time"

type PartnerInfo struct {
	EnrolledAt *time.Time `json:"enrolledAt,omitzero"`

	Status PartnerStatus `json:"status,omitzero"`

	TierName TierName `json:"tierName,omitzero"`
}

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
