package types

type LoadBalancerTlsCertificateFailureReason string

// Values of [LoadBalancerTlsCertificateFailureReason].
const (
	LoadBalancerTlsCertificateFailureReasonNoAvailableContacts            LoadBalancerTlsCertificateFailureReason = "NO_AVAILABLE_CONTACTS"
	LoadBalancerTlsCertificateFailureReasonAdditionalVerificationRequired LoadBalancerTlsCertificateFailureReason = "ADDITIONAL_VERIFICATION_REQUIRED"
	LoadBalancerTlsCertificateFailureReasonDomainNotAllowed               LoadBalancerTlsCertificateFailureReason = "DOMAIN_NOT_ALLOWED"
	LoadBalancerTlsCertificateFailureReasonInvalidPublicDomain            LoadBalancerTlsCertificateFailureReason = "INVALID_PUBLIC_DOMAIN"
	LoadBalancerTlsCertificateFailureReasonOther                          LoadBalancerTlsCertificateFailureReason = "OTHER"
)

// Values returns the known values of [LoadBalancerTlsCertificateFailureReason].
func (LoadBalancerTlsCertificateFailureReason) Values() []LoadBalancerTlsCertificateFailureReason {
	return []LoadBalancerTlsCertificateFailureReason{
		LoadBalancerTlsCertificateFailureReasonNoAvailableContacts,
		LoadBalancerTlsCertificateFailureReasonAdditionalVerificationRequired,
		LoadBalancerTlsCertificateFailureReasonDomainNotAllowed,
		LoadBalancerTlsCertificateFailureReasonInvalidPublicDomain,
		LoadBalancerTlsCertificateFailureReasonOther,
	}
}

type LoadBalancerTlsCertificateRevocationReason string

// Values of [LoadBalancerTlsCertificateRevocationReason].
const (
	LoadBalancerTlsCertificateRevocationReasonUnspecified          LoadBalancerTlsCertificateRevocationReason = "UNSPECIFIED"
	LoadBalancerTlsCertificateRevocationReasonKeyCompromise        LoadBalancerTlsCertificateRevocationReason = "KEY_COMPROMISE"
	LoadBalancerTlsCertificateRevocationReasonCaCompromise         LoadBalancerTlsCertificateRevocationReason = "CA_COMPROMISE"
	LoadBalancerTlsCertificateRevocationReasonAffiliationChanged   LoadBalancerTlsCertificateRevocationReason = "AFFILIATION_CHANGED"
	LoadBalancerTlsCertificateRevocationReasonSuperceded           LoadBalancerTlsCertificateRevocationReason = "SUPERCEDED"
	LoadBalancerTlsCertificateRevocationReasonCessationOfOperation LoadBalancerTlsCertificateRevocationReason = "CESSATION_OF_OPERATION"
	LoadBalancerTlsCertificateRevocationReasonCertificateHold      LoadBalancerTlsCertificateRevocationReason = "CERTIFICATE_HOLD"
	LoadBalancerTlsCertificateRevocationReasonRemoveFromCrl        LoadBalancerTlsCertificateRevocationReason = "REMOVE_FROM_CRL"
	LoadBalancerTlsCertificateRevocationReasonPrivilegeWithdrawn   LoadBalancerTlsCertificateRevocationReason = "PRIVILEGE_WITHDRAWN"
	LoadBalancerTlsCertificateRevocationReasonAACompromise         LoadBalancerTlsCertificateRevocationReason = "A_A_COMPROMISE"
)

// Values returns the known values of [LoadBalancerTlsCertificateRevocationReason].
func (LoadBalancerTlsCertificateRevocationReason) Values() []LoadBalancerTlsCertificateRevocationReason {
	return []LoadBalancerTlsCertificateRevocationReason{
		LoadBalancerTlsCertificateRevocationReasonUnspecified,
		LoadBalancerTlsCertificateRevocationReasonKeyCompromise,
		LoadBalancerTlsCertificateRevocationReasonCaCompromise,
		LoadBalancerTlsCertificateRevocationReasonAffiliationChanged,
		LoadBalancerTlsCertificateRevocationReasonSuperceded,
		LoadBalancerTlsCertificateRevocationReasonCessationOfOperation,
		LoadBalancerTlsCertificateRevocationReasonCertificateHold,
		LoadBalancerTlsCertificateRevocationReasonRemoveFromCrl,
		LoadBalancerTlsCertificateRevocationReasonPrivilegeWithdrawn,
		LoadBalancerTlsCertificateRevocationReasonAACompromise,
	}
}

type LoadBalancerTlsCertificateStatus string

// Values of [LoadBalancerTlsCertificateStatus].
const (
	LoadBalancerTlsCertificateStatusPendingValidation  LoadBalancerTlsCertificateStatus = "PENDING_VALIDATION"
	LoadBalancerTlsCertificateStatusIssued             LoadBalancerTlsCertificateStatus = "ISSUED"
	LoadBalancerTlsCertificateStatusInactive           LoadBalancerTlsCertificateStatus = "INACTIVE"
	LoadBalancerTlsCertificateStatusExpired            LoadBalancerTlsCertificateStatus = "EXPIRED"
	LoadBalancerTlsCertificateStatusValidationTimedOut LoadBalancerTlsCertificateStatus = "VALIDATION_TIMED_OUT"
	LoadBalancerTlsCertificateStatusRevoked            LoadBalancerTlsCertificateStatus = "REVOKED"
	LoadBalancerTlsCertificateStatusFailed             LoadBalancerTlsCertificateStatus = "FAILED"
	LoadBalancerTlsCertificateStatusUnknown            LoadBalancerTlsCertificateStatus = "UNKNOWN"
)

// Values returns the known values of [LoadBalancerTlsCertificateStatus].
func (LoadBalancerTlsCertificateStatus) Values() []LoadBalancerTlsCertificateStatus {
	return []LoadBalancerTlsCertificateStatus{
		LoadBalancerTlsCertificateStatusPendingValidation,
		LoadBalancerTlsCertificateStatusIssued,
		LoadBalancerTlsCertificateStatusInactive,
		LoadBalancerTlsCertificateStatusExpired,
		LoadBalancerTlsCertificateStatusValidationTimedOut,
		LoadBalancerTlsCertificateStatusRevoked,
		LoadBalancerTlsCertificateStatusFailed,
		LoadBalancerTlsCertificateStatusUnknown,
	}
}
