package types

// CertificateDomainValidationStatus reports whether control of a domain name in a [Certificate] has
// been proven: "PENDING_VALIDATION" until the DNS record is found, then "SUCCESS", or "FAILED".
// [DomainValidationRecord] has it.
type CertificateDomainValidationStatus string

// Values of [CertificateDomainValidationStatus].
const (
	CertificateDomainValidationStatusPendingValidation CertificateDomainValidationStatus = "PENDING_VALIDATION"
	CertificateDomainValidationStatusFailed            CertificateDomainValidationStatus = "FAILED"
	CertificateDomainValidationStatusSuccess           CertificateDomainValidationStatus = "SUCCESS"
)

// Values returns the known values of [CertificateDomainValidationStatus].
func (CertificateDomainValidationStatus) Values() []CertificateDomainValidationStatus {
	return []CertificateDomainValidationStatus{
		CertificateDomainValidationStatusPendingValidation,
		CertificateDomainValidationStatusFailed,
		CertificateDomainValidationStatusSuccess,
	}
}

// CertificateStatus reports whether a [Certificate] can be used. GetCertificates can select
// certificates by their status.
//
// A new certificate is "PENDING_VALIDATION", then "ISSUED", or "VALIDATION_TIMED_OUT" or "FAILED".
// An issued certificate can become "EXPIRED" or "REVOKED". The service does not document
// "INACTIVE".
type CertificateStatus string

// Values of [CertificateStatus].
const (
	// CertificateStatusPendingValidation means that control of every domain name must still be
	// proven by DNS records.
	CertificateStatusPendingValidation CertificateStatus = "PENDING_VALIDATION"
	// CertificateStatusIssued means that the certificate can be used.
	CertificateStatusIssued   CertificateStatus = "ISSUED"
	CertificateStatusInactive CertificateStatus = "INACTIVE"
	CertificateStatusExpired  CertificateStatus = "EXPIRED"
	// CertificateStatusValidationTimedOut means that the DNS records were not found in time.
	// Request a new certificate.
	CertificateStatusValidationTimedOut CertificateStatus = "VALIDATION_TIMED_OUT"
	CertificateStatusRevoked            CertificateStatus = "REVOKED"
	// CertificateStatusFailed means that the certificate was not issued. RequestFailureReason has
	// the reason.
	CertificateStatusFailed CertificateStatus = "FAILED"
)

// Values returns the known values of [CertificateStatus].
func (CertificateStatus) Values() []CertificateStatus {
	return []CertificateStatus{
		CertificateStatusPendingValidation,
		CertificateStatusIssued,
		CertificateStatusInactive,
		CertificateStatusExpired,
		CertificateStatusValidationTimedOut,
		CertificateStatusRevoked,
		CertificateStatusFailed,
	}
}
