package types

import "time"

type Certificate struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	DomainValidationRecords []DomainValidationRecord `json:"domainValidationRecords,omitzero"`

	EligibleToRenew *string `json:"eligibleToRenew,omitzero"`

	InUseResourceCount int32 `json:"inUseResourceCount,omitzero"`

	IssuedAt *time.Time `json:"issuedAt,omitzero"`

	IssuerCA *string `json:"issuerCA,omitzero"`

	KeyAlgorithm *string `json:"keyAlgorithm,omitzero"`

	Name *string `json:"name,omitzero"`

	NotAfter *time.Time `json:"notAfter,omitzero"`

	NotBefore *time.Time `json:"notBefore,omitzero"`

	RenewalSummary *RenewalSummary `json:"renewalSummary,omitzero"`

	RequestFailureReason *string `json:"requestFailureReason,omitzero"`

	RevocationReason *string `json:"revocationReason,omitzero"`

	RevokedAt *time.Time `json:"revokedAt,omitzero"`

	SerialNumber *string `json:"serialNumber,omitzero"`

	Status CertificateStatus `json:"status,omitzero"`

	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type CertificateProvider string

// Values of [CertificateProvider].
const (
	CertificateProviderLetsEncrypt CertificateProvider = "LetsEncrypt"
)

// Values returns the known values of [CertificateProvider].
func (CertificateProvider) Values() []CertificateProvider {
	return []CertificateProvider{
		CertificateProviderLetsEncrypt,
	}
}

type CertificateSummary struct {
	CertificateArn *string `json:"certificateArn,omitzero"`

	CertificateDetail *Certificate `json:"certificateDetail,omitzero"`

	CertificateName *string `json:"certificateName,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}
