package types

// DnsRecordCreationState reports whether Lightsail could add the DNS record that validates a
// certificate.
//
// Lightsail adds the record itself if the domain has a DNS zone in the account. If that fails,
// or if the DNS of the domain is managed elsewhere, add the [ResourceRecord] manually.
type DnsRecordCreationState struct {
	// Code is the state of the creation.
	Code DnsRecordCreationStateCode `json:"code,omitzero"`

	// Message explains Code in a sentence.
	Message *string `json:"message,omitzero"`
}

// DnsRecordCreationStateCode is the state of the automatic creation of a DNS record: "STARTED"
// while it is in progress, "SUCCEEDED" or "FAILED" when it has ended.
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

// DomainValidationRecord is the proof that the owner of a certificate controls one of its domains:
// a DNS record to be added to the domain.
//
// The certificate is issued when the records of all its domains are found. [Certificate] and
// [RenewalSummary] have these records.
type DomainValidationRecord struct {
	// DnsRecordCreationState reports whether Lightsail could add the record itself.
	DnsRecordCreationState *DnsRecordCreationState `json:"dnsRecordCreationState,omitzero"`

	// DomainName is the domain to validate, such as "www.example.com".
	DomainName *string `json:"domainName,omitzero"`

	// ResourceRecord is the DNS record that must exist for the domain to be validated.
	ResourceRecord *ResourceRecord `json:"resourceRecord,omitzero"`

	// ValidationStatus reports whether the record was found: "PENDING_VALIDATION", "FAILED" or
	// "SUCCESS".
	ValidationStatus CertificateDomainValidationStatus `json:"validationStatus,omitzero"`
}

// ResourceRecord is a DNS record that validates a domain of a certificate. If Lightsail does not
// add it, add it to the DNS of the domain manually.
type ResourceRecord struct {
	// Name is the full name of the DNS record.
	Name *string `json:"name,omitzero"`

	// Type is the type of the DNS record, such as "CNAME".
	Type *string `json:"type,omitzero"`

	// Value is the value of the DNS record; for "CNAME", a DNS name.
	Value *string `json:"value,omitzero"`
}
