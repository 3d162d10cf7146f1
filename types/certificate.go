package types

import "time"

// Certificate is a TLS certificate for the domain names of a distribution or a container service.
//
// CreateCertificate creates it. GetCertificates returns it as CertificateDetail of a
// [CertificateSummary] on request. The certificate of a load balancer is a
// [LoadBalancerTlsCertificate].
type Certificate struct {
	// Arn is the Amazon Resource Name (ARN) of the certificate.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the certificate was requested.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DomainName is the primary domain name of the certificate, for example "example.com".
	DomainName *string `json:"domainName,omitzero"`

	// DomainValidationRecords are the DNS records that prove control of the domain names. The
	// certificate is issued when all of them are found.
	DomainValidationRecords []DomainValidationRecord `json:"domainValidationRecords,omitzero"`

	// EligibleToRenew reports whether Lightsail can renew the certificate. The service does not
	// document the values of this string.
	EligibleToRenew *string `json:"eligibleToRenew,omitzero"`

	// InUseResourceCount is the number of resources that use the certificate. A certificate that is
	// attached to a distribution cannot be deleted.
	InUseResourceCount int32 `json:"inUseResourceCount,omitzero"`

	// IssuedAt is the time at which the certificate was issued.
	IssuedAt *time.Time `json:"issuedAt,omitzero"`

	// IssuerCA is the certificate authority that issued the certificate.
	IssuerCA *string `json:"issuerCA,omitzero"`

	// KeyAlgorithm is the algorithm of the key pair of the certificate. The service does not
	// document the values.
	KeyAlgorithm *string `json:"keyAlgorithm,omitzero"`

	// Name is the name that operations on certificates take as CertificateName.
	Name *string `json:"name,omitzero"`

	// NotAfter is the time at which the certificate expires.
	NotAfter *time.Time `json:"notAfter,omitzero"`

	// NotBefore is the time from which the certificate is valid.
	NotBefore *time.Time `json:"notBefore,omitzero"`

	// RenewalSummary describes the renewal of the certificate, which Lightsail starts before the
	// certificate expires.
	RenewalSummary *RenewalSummary `json:"renewalSummary,omitzero"`

	// RequestFailureReason is the reason why the certificate was not issued. It is a plain string
	// with one of the values of [LoadBalancerTlsCertificateFailureReason]. It is nil if there is no
	// failure.
	RequestFailureReason *string `json:"requestFailureReason,omitzero"`

	// RevocationReason is the reason why the certificate was revoked. It is nil if Status is not
	// "REVOKED".
	RevocationReason *string `json:"revocationReason,omitzero"`

	// RevokedAt is the time at which the certificate was revoked. It is nil if Status is not
	// "REVOKED".
	RevokedAt *time.Time `json:"revokedAt,omitzero"`

	// SerialNumber is the serial number of the certificate.
	SerialNumber *string `json:"serialNumber,omitzero"`

	// Status reports whether the certificate can be used. It can be attached when Status is
	// "ISSUED".
	Status CertificateStatus `json:"status,omitzero"`

	// SubjectAlternativeNames are the further domain names of the certificate, for example
	// "www.example.com".
	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	// SupportCode identifies the certificate in a request to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the certificate, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// CertificateProvider is a certificate authority that SetupInstanceHttps can use to get the
// certificate of an instance. Its only value is "LetsEncrypt". A [Certificate] does not come from a
// CertificateProvider.
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

// CertificateSummary is a TLS certificate in the outputs of CreateCertificate and GetCertificates:
// its names and tags, and on request all its details.
type CertificateSummary struct {
	// CertificateArn is the Amazon Resource Name (ARN) of the certificate.
	CertificateArn *string `json:"certificateArn,omitzero"`

	// CertificateDetail has all details of the certificate, such as its status and its DNS records.
	// It is nil if the input of GetCertificates does not set IncludeCertificateDetails.
	CertificateDetail *Certificate `json:"certificateDetail,omitzero"`

	// CertificateName is the name that operations on certificates take.
	CertificateName *string `json:"certificateName,omitzero"`

	// DomainName is the primary domain name of the certificate, for example "example.com".
	DomainName *string `json:"domainName,omitzero"`

	// Tags are the tags of the certificate, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}
