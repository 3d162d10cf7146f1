package types

type LoadBalancerTlsCertificateDnsRecordCreationState struct {
	Code LoadBalancerTlsCertificateDnsRecordCreationStateCode `json:"code,omitzero"`

	Message *string `json:"message,omitzero"`
}

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

type LoadBalancerTlsCertificateDomainValidationOption struct {
	DomainName *string `json:"domainName,omitzero"`

	ValidationStatus LoadBalancerTlsCertificateDomainStatus `json:"validationStatus,omitzero"`
}

type LoadBalancerTlsCertificateDomainValidationRecord struct {
	DnsRecordCreationState *LoadBalancerTlsCertificateDnsRecordCreationState `json:"dnsRecordCreationState,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	Name *string `json:"name,omitzero"`

	Type *string `json:"type,omitzero"`

	ValidationStatus LoadBalancerTlsCertificateDomainStatus `json:"validationStatus,omitzero"`

	Value *string `json:"value,omitzero"`
}
