package types

// LoadBalancerTlsCertificateDnsRecordCreationState reports whether Lightsail could add the DNS
// record that validates a domain name.
//
// Lightsail adds the record itself if the account has a DNS zone for the domain. If that fails, or
// if the DNS of the domain is managed elsewhere, add the record of the
// [LoadBalancerTlsCertificateDomainValidationRecord] manually.
type LoadBalancerTlsCertificateDnsRecordCreationState struct {
	// Code is the state of the creation.
	Code LoadBalancerTlsCertificateDnsRecordCreationStateCode `json:"code,omitzero"`

	// Message explains the reason for Code.
	Message *string `json:"message,omitzero"`
}

// LoadBalancerTlsCertificateDnsRecordCreationStateCode is the state of the automatic creation of a
// DNS record: "STARTED" while it is in progress, "SUCCEEDED" or "FAILED" when it has ended.
type LoadBalancerTlsCertificateDnsRecordCreationStateCode string

// Values of [LoadBalancerTlsCertificateDnsRecordCreationStateCode].
const (
	LoadBalancerTlsCertificateDnsRecordCreationStateCodeSucceeded LoadBalancerTlsCertificateDnsRecordCreationStateCode = "SUCCEEDED"
	LoadBalancerTlsCertificateDnsRecordCreationStateCodeStarted   LoadBalancerTlsCertificateDnsRecordCreationStateCode = "STARTED"
	LoadBalancerTlsCertificateDnsRecordCreationStateCodeFailed    LoadBalancerTlsCertificateDnsRecordCreationStateCode = "FAILED"
)

// Values returns the known values of [LoadBalancerTlsCertificateDnsRecordCreationStateCode].
func (LoadBalancerTlsCertificateDnsRecordCreationStateCode) Values() []LoadBalancerTlsCertificateDnsRecordCreationStateCode {
	return []LoadBalancerTlsCertificateDnsRecordCreationStateCode{
		LoadBalancerTlsCertificateDnsRecordCreationStateCodeSucceeded,
		LoadBalancerTlsCertificateDnsRecordCreationStateCodeStarted,
		LoadBalancerTlsCertificateDnsRecordCreationStateCodeFailed,
	}
}

// LoadBalancerTlsCertificateDomainStatus reports whether control of a domain name in a
// [LoadBalancerTlsCertificate] has been proven: "PENDING_VALIDATION" until the DNS record is found,
// then "SUCCESS", or "FAILED".
type LoadBalancerTlsCertificateDomainStatus string

// Values of [LoadBalancerTlsCertificateDomainStatus].
const (
	LoadBalancerTlsCertificateDomainStatusPendingValidation LoadBalancerTlsCertificateDomainStatus = "PENDING_VALIDATION"
	LoadBalancerTlsCertificateDomainStatusFailed            LoadBalancerTlsCertificateDomainStatus = "FAILED"
	LoadBalancerTlsCertificateDomainStatusSuccess           LoadBalancerTlsCertificateDomainStatus = "SUCCESS"
)

// Values returns the known values of [LoadBalancerTlsCertificateDomainStatus].
func (LoadBalancerTlsCertificateDomainStatus) Values() []LoadBalancerTlsCertificateDomainStatus {
	return []LoadBalancerTlsCertificateDomainStatus{
		LoadBalancerTlsCertificateDomainStatusPendingValidation,
		LoadBalancerTlsCertificateDomainStatusFailed,
		LoadBalancerTlsCertificateDomainStatusSuccess,
	}
}

// LoadBalancerTlsCertificateDomainValidationOption is the validation of one domain name for the
// renewal of a certificate. [LoadBalancerTlsCertificateRenewalSummary] has one for each domain
// name.
type LoadBalancerTlsCertificateDomainValidationOption struct {
	// DomainName is the full domain name to validate, for example "www.example.com".
	DomainName *string `json:"domainName,omitzero"`

	// ValidationStatus reports whether the domain name has been validated for the renewal.
	ValidationStatus LoadBalancerTlsCertificateDomainStatus `json:"validationStatus,omitzero"`
}

// LoadBalancerTlsCertificateDomainValidationRecord is a DNS record that proves control of a domain
// name in a [LoadBalancerTlsCertificate]. If Lightsail does not add it, add it to the DNS of the
// domain manually.
type LoadBalancerTlsCertificateDomainValidationRecord struct {
	// DnsRecordCreationState reports whether Lightsail could add the record itself.
	DnsRecordCreationState *LoadBalancerTlsCertificateDnsRecordCreationState `json:"dnsRecordCreationState,omitzero"`

	// DomainName is the domain name to validate, for example "www.example.com".
	DomainName *string `json:"domainName,omitzero"`

	// Name is the full name of the DNS record.
	Name *string `json:"name,omitzero"`

	// Type is the type of the DNS record, for example "CNAME".
	Type *string `json:"type,omitzero"`

	// ValidationStatus reports whether the record was found.
	ValidationStatus LoadBalancerTlsCertificateDomainStatus `json:"validationStatus,omitzero"`

	// Value is the value of the DNS record; for "CNAME", a DNS name.
	Value *string `json:"value,omitzero"`
}
