package types

import "time"

// LoadBalancerTlsCertificate is a TLS certificate that a [LoadBalancer] uses for HTTPS. A load
// balancer has at most 2 certificates and uses one of them.
//
// CreateLoadBalancerTlsCertificate and CreateLoadBalancer create it. GetLoadBalancerTlsCertificates
// returns it. The certificate of a distribution or a container service is a [Certificate].
type LoadBalancerTlsCertificate struct {
	// Arn is the Amazon Resource Name (ARN) of the certificate.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the certificate was requested.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DomainName is the primary domain name of the certificate, for example "example.com".
	DomainName *string `json:"domainName,omitzero"`

	// DomainValidationRecords are the DNS records that prove control of the domain names. The
	// certificate is issued when all of them are found.
	DomainValidationRecords []LoadBalancerTlsCertificateDomainValidationRecord `json:"domainValidationRecords,omitzero"`

	// FailureReason is the reason why the certificate was not issued. It is empty if there is no
	// failure.
	FailureReason LoadBalancerTlsCertificateFailureReason `json:"failureReason,omitzero"`

	// IsAttached reports whether the load balancer uses the certificate.
	IsAttached *bool `json:"isAttached,omitzero"`

	// IssuedAt is the time at which the certificate was issued.
	IssuedAt *time.Time `json:"issuedAt,omitzero"`

	// Issuer is the certificate authority that issued the certificate.
	Issuer *string `json:"issuer,omitzero"`

	// KeyAlgorithm is the algorithm of the key pair of the certificate. The service does not
	// document the values.
	KeyAlgorithm *string `json:"keyAlgorithm,omitzero"`

	// LoadBalancerName is the name of the load balancer that the certificate belongs to.
	LoadBalancerName *string `json:"loadBalancerName,omitzero"`

	// Location is the Region of the certificate.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name that operations on load balancers take as CertificateName.
	Name *string `json:"name,omitzero"`

	// NotAfter is the time at which the certificate expires.
	NotAfter *time.Time `json:"notAfter,omitzero"`

	// NotBefore is the time from which the certificate is valid.
	NotBefore *time.Time `json:"notBefore,omitzero"`

	// RenewalSummary describes the renewal of the certificate, which Lightsail starts before the
	// certificate expires.
	RenewalSummary *LoadBalancerTlsCertificateRenewalSummary `json:"renewalSummary,omitzero"`

	// ResourceType is "LoadBalancerTlsCertificate".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// RevocationReason is the reason why the certificate was revoked. It is empty if Status is not
	// "REVOKED".
	RevocationReason LoadBalancerTlsCertificateRevocationReason `json:"revocationReason,omitzero"`

	// RevokedAt is the time at which the certificate was revoked. It is nil if Status is not
	// "REVOKED".
	RevokedAt *time.Time `json:"revokedAt,omitzero"`

	// Serial is the serial number of the certificate.
	Serial *string `json:"serial,omitzero"`

	// SignatureAlgorithm is the algorithm with which the certificate was signed.
	SignatureAlgorithm *string `json:"signatureAlgorithm,omitzero"`

	// Status reports whether the certificate can be used. It can be attached when Status is
	// "ISSUED".
	Status LoadBalancerTlsCertificateStatus `json:"status,omitzero"`

	// Subject is the name in the certificate of the holder of the public key.
	Subject *string `json:"subject,omitzero"`

	// SubjectAlternativeNames are the further domain names of the certificate, for example
	// "www.example.com".
	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	// SupportCode identifies the certificate in a request to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the certificate, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// LoadBalancerTlsCertificateSummary names a [LoadBalancerTlsCertificate] in a [LoadBalancer].
type LoadBalancerTlsCertificateSummary struct {
	// IsAttached reports whether the load balancer uses the certificate.
	IsAttached *bool `json:"isAttached,omitzero"`

	// Name is the name that operations on load balancers take as CertificateName.
	Name *string `json:"name,omitzero"`
}
