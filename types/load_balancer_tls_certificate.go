package types

import "time"

type LoadBalancerTlsCertificate struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	DomainValidationRecords []LoadBalancerTlsCertificateDomainValidationRecord `json:"domainValidationRecords,omitzero"`

	FailureReason LoadBalancerTlsCertificateFailureReason `json:"failureReason,omitzero"`

	IsAttached *bool `json:"isAttached,omitzero"`

	IssuedAt *time.Time `json:"issuedAt,omitzero"`

	Issuer *string `json:"issuer,omitzero"`

	KeyAlgorithm *string `json:"keyAlgorithm,omitzero"`

	LoadBalancerName *string `json:"loadBalancerName,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	NotAfter *time.Time `json:"notAfter,omitzero"`

	NotBefore *time.Time `json:"notBefore,omitzero"`

	RenewalSummary *LoadBalancerTlsCertificateRenewalSummary `json:"renewalSummary,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	RevocationReason LoadBalancerTlsCertificateRevocationReason `json:"revocationReason,omitzero"`

	RevokedAt *time.Time `json:"revokedAt,omitzero"`

	Serial *string `json:"serial,omitzero"`

	SignatureAlgorithm *string `json:"signatureAlgorithm,omitzero"`

	Status LoadBalancerTlsCertificateStatus `json:"status,omitzero"`

	Subject *string `json:"subject,omitzero"`

	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type LoadBalancerTlsCertificateSummary struct {
	IsAttached *bool `json:"isAttached,omitzero"`

	Name *string `json:"name,omitzero"`
}
