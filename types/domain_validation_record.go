package types

type DnsRecordCreationState struct {
	Code DnsRecordCreationStateCode `json:"code,omitzero"`

	Message *string `json:"message,omitzero"`
}

type DnsRecordCreationStateCode string

// Values of [DnsRecordCreationStateCode].
const (
	DnsRecordCreationStateCodeSucceeded DnsRecordCreationStateCode = "SUCCEEDED"
	DnsRecordCreationStateCodeStarted   DnsRecordCreationStateCode = "STARTED"
	DnsRecordCreationStateCodeFailed    DnsRecordCreationStateCode = "FAILED"
)

// Values returns the known values of [DnsRecordCreationStateCode].
func (DnsRecordCreationStateCode) Values() []DnsRecordCreationStateCode {
	return []DnsRecordCreationStateCode{
		DnsRecordCreationStateCodeSucceeded,
		DnsRecordCreationStateCodeStarted,
		DnsRecordCreationStateCodeFailed,
	}
}

type DomainValidationRecord struct {
	DnsRecordCreationState *DnsRecordCreationState `json:"dnsRecordCreationState,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	ResourceRecord *ResourceRecord `json:"resourceRecord,omitzero"`

	ValidationStatus CertificateDomainValidationStatus `json:"validationStatus,omitzero"`
}

type ResourceRecord struct {
	Name *string `json:"name,omitzero"`

	Type *string `json:"type,omitzero"`

	Value *string `json:"value,omitzero"`
}
