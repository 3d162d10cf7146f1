package types

import "time"

// RenewalStatus reports whether a [Certificate] was renewed, or what the renewal waits for.
type RenewalStatus string

// Values of [RenewalStatus].
const (
	// RenewalStatusPendingAutoRenewal means that Lightsail is validating the domain names itself.
	// Nothing needs to be done.
	RenewalStatusPendingAutoRenewal RenewalStatus = "PendingAutoRenewal"
	// RenewalStatusPendingValidation means that Lightsail could not validate every domain name.
	// Check that the DNS records exist and that the certificate is in use. Otherwise, it is not
	// renewed.
	RenewalStatusPendingValidation RenewalStatus = "PendingValidation"
	// RenewalStatusSuccess means that the certificate was renewed.
	RenewalStatusSuccess RenewalStatus = "Success"
	// RenewalStatusFailed means that the certificate expired before every domain name was
	// validated. Create a new one with CreateCertificate.
	RenewalStatusFailed RenewalStatus = "Failed"
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

// RenewalSummary describes the renewal of a [Certificate]. Lightsail renews a certificate itself
// while it is in use and its DNS records exist.
type RenewalSummary struct {
	// DomainValidationRecords are the DNS records that must exist for the renewal.
	DomainValidationRecords []DomainValidationRecord `json:"domainValidationRecords,omitzero"`

	// RenewalStatus reports whether the certificate was renewed, or what the renewal waits for.
	RenewalStatus RenewalStatus `json:"renewalStatus,omitzero"`

	// RenewalStatusReason is the reason for RenewalStatus. The service does not document its
	// values.
	RenewalStatusReason *string `json:"renewalStatusReason,omitzero"`

	// UpdatedAt is the time of the last update of the certificate.
	UpdatedAt *time.Time `json:"updatedAt,omitzero"`
}
