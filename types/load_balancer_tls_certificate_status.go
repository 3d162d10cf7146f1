package types

// LoadBalancerTlsCertificateFailureReason is the reason why a [LoadBalancerTlsCertificate] was not
// issued.
type LoadBalancerTlsCertificateFailureReason string

// Values of [LoadBalancerTlsCertificateFailureReason].
const (
	// LoadBalancerTlsCertificateFailureReasonNoAvailableContacts is a failure of validation by
	// email, which Lightsail does not use.
	LoadBalancerTlsCertificateFailureReasonNoAvailableContacts LoadBalancerTlsCertificateFailureReason = "NO_AVAILABLE_CONTACTS"
	// LoadBalancerTlsCertificateFailureReasonAdditionalVerificationRequired means that AWS requires
	// more information, for example because the domain is very well known. Contact AWS Support.
	// Domains of Amazon, such as "amazonaws.com", cannot be used at all.
	LoadBalancerTlsCertificateFailureReasonAdditionalVerificationRequired LoadBalancerTlsCertificateFailureReason = "ADDITIONAL_VERIFICATION_REQUIRED"
	// LoadBalancerTlsCertificateFailureReasonDomainNotAllowed means that VirusTotal lists one of
	// the domains as unsafe. Request a new certificate after the domain has been removed from the
	// list.
	LoadBalancerTlsCertificateFailureReasonDomainNotAllowed LoadBalancerTlsCertificateFailureReason = "DOMAIN_NOT_ALLOWED"
	// LoadBalancerTlsCertificateFailureReasonInvalidPublicDomain means that a domain name is not
	// valid, for example because its top-level domain does not exist.
	LoadBalancerTlsCertificateFailureReasonInvalidPublicDomain LoadBalancerTlsCertificateFailureReason = "INVALID_PUBLIC_DOMAIN"
	// LoadBalancerTlsCertificateFailureReasonOther is any other failure. A frequent cause is a
	// misspelled domain name.
	LoadBalancerTlsCertificateFailureReasonOther LoadBalancerTlsCertificateFailureReason = "OTHER"
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

// LoadBalancerTlsCertificateRevocationReason is the reason why a [LoadBalancerTlsCertificate] was
// revoked, which makes it unusable before it expires. The values are the reason codes that RFC 5280
// defines for revoked certificates. The service spells one of them "SUPERCEDED".
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

// LoadBalancerTlsCertificateStatus reports whether a [LoadBalancerTlsCertificate] can be used.
//
// A new certificate is "PENDING_VALIDATION", then "ISSUED", or "VALIDATION_TIMED_OUT" or "FAILED".
// An issued certificate can become "EXPIRED" or "REVOKED". The service does not document "INACTIVE"
// and "UNKNOWN".
type LoadBalancerTlsCertificateStatus string

// Values of [LoadBalancerTlsCertificateStatus].
const (
	// LoadBalancerTlsCertificateStatusPendingValidation means that control of every domain name
	// must still be proven by DNS records.
	LoadBalancerTlsCertificateStatusPendingValidation LoadBalancerTlsCertificateStatus = "PENDING_VALIDATION"
	// LoadBalancerTlsCertificateStatusIssued means that the certificate can be attached.
	LoadBalancerTlsCertificateStatusIssued   LoadBalancerTlsCertificateStatus = "ISSUED"
	LoadBalancerTlsCertificateStatusInactive LoadBalancerTlsCertificateStatus = "INACTIVE"
	LoadBalancerTlsCertificateStatusExpired  LoadBalancerTlsCertificateStatus = "EXPIRED"
	// LoadBalancerTlsCertificateStatusValidationTimedOut means that the DNS records were not found
	// within 72 hours. Request a new certificate.
	LoadBalancerTlsCertificateStatusValidationTimedOut LoadBalancerTlsCertificateStatus = "VALIDATION_TIMED_OUT"
	LoadBalancerTlsCertificateStatusRevoked            LoadBalancerTlsCertificateStatus = "REVOKED"
	// LoadBalancerTlsCertificateStatusFailed means that the certificate was not issued.
	// FailureReason has the reason.
	LoadBalancerTlsCertificateStatusFailed  LoadBalancerTlsCertificateStatus = "FAILED"
	LoadBalancerTlsCertificateStatusUnknown LoadBalancerTlsCertificateStatus = "UNKNOWN"
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
