package types

import "time"

type RenewalStatus string

// Values of [RenewalStatus].
const (
	RenewalStatusPendingAutoRenewal RenewalStatus = "PendingAutoRenewal"
	RenewalStatusPendingValidation  RenewalStatus = "PendingValidation"
	RenewalStatusSuccess            RenewalStatus = "Success"
	RenewalStatusFailed             RenewalStatus = "Failed"
)

// Values returns the known values of [RenewalStatus].
func (RenewalStatus) Values() []RenewalStatus {
	return []RenewalStatus{
		RenewalStatusPendingAutoRenewal,
		RenewalStatusPendingValidation,
		RenewalStatusSuccess,
		RenewalStatusFailed,
	}
}

type RenewalSummary struct {
	DomainValidationRecords []DomainValidationRecord `json:"domainValidationRecords,omitzero"`

	RenewalStatus RenewalStatus `json:"renewalStatus,omitzero"`

	RenewalStatusReason *string `json:"renewalStatusReason,omitzero"`

	UpdatedAt *time.Time `json:"updatedAt,omitzero"`
}
