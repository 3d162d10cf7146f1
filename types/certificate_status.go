package types

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

type CertificateStatus string

// Values of [CertificateStatus].
const (
	CertificateStatusPendingValidation  CertificateStatus = "PENDING_VALIDATION"
	CertificateStatusIssued             CertificateStatus = "ISSUED"
	CertificateStatusInactive           CertificateStatus = "INACTIVE"
	CertificateStatusExpired            CertificateStatus = "EXPIRED"
	CertificateStatusValidationTimedOut CertificateStatus = "VALIDATION_TIMED_OUT"
	CertificateStatusRevoked            CertificateStatus = "REVOKED"
	CertificateStatusFailed             CertificateStatus = "FAILED"
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
