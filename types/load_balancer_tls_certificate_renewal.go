package types

// LoadBalancerTlsCertificateRenewalStatus reports whether a [LoadBalancerTlsCertificate] was
// renewed, or what the renewal waits for.
type LoadBalancerTlsCertificateRenewalStatus string

// Values of [LoadBalancerTlsCertificateRenewalStatus].
const (
	// LoadBalancerTlsCertificateRenewalStatusPendingAutoRenewal means that Lightsail is validating
	// the domain names itself. Nothing needs to be done.
	LoadBalancerTlsCertificateRenewalStatusPendingAutoRenewal LoadBalancerTlsCertificateRenewalStatus = "PENDING_AUTO_RENEWAL"
	// LoadBalancerTlsCertificateRenewalStatusPendingValidation means that Lightsail could not
	// validate every domain name. Check that the DNS records exist and that the certificate is in
	// use. Otherwise, it is not renewed.
	LoadBalancerTlsCertificateRenewalStatusPendingValidation LoadBalancerTlsCertificateRenewalStatus = "PENDING_VALIDATION"
	// LoadBalancerTlsCertificateRenewalStatusSuccess means that the certificate was renewed.
	LoadBalancerTlsCertificateRenewalStatusSuccess LoadBalancerTlsCertificateRenewalStatus = "SUCCESS"
	// LoadBalancerTlsCertificateRenewalStatusFailed means that the certificate expired before every
	// domain name was validated. Create a new one with CreateLoadBalancerTlsCertificate.
	LoadBalancerTlsCertificateRenewalStatusFailed LoadBalancerTlsCertificateRenewalStatus = "FAILED"
)

// Values returns the known values of [LoadBalancerTlsCertificateRenewalStatus].
func (LoadBalancerTlsCertificateRenewalStatus) Values() []LoadBalancerTlsCertificateRenewalStatus {
	return []LoadBalancerTlsCertificateRenewalStatus{
		LoadBalancerTlsCertificateRenewalStatusPendingAutoRenewal,
		LoadBalancerTlsCertificateRenewalStatusPendingValidation,
		LoadBalancerTlsCertificateRenewalStatusSuccess,
		LoadBalancerTlsCertificateRenewalStatusFailed,
	}
}

// LoadBalancerTlsCertificateRenewalSummary describes the renewal of a [LoadBalancerTlsCertificate].
// Lightsail renews a certificate itself while it is in use and its DNS records exist.
type LoadBalancerTlsCertificateRenewalSummary struct {
	// DomainValidationOptions are the validations of the domain names for the renewal. They are
	// separate from the validations before the certificate was issued.
	DomainValidationOptions []LoadBalancerTlsCertificateDomainValidationOption `json:"domainValidationOptions,omitzero"`

	// RenewalStatus reports whether the certificate was renewed, or what the renewal waits for.
	RenewalStatus LoadBalancerTlsCertificateRenewalStatus `json:"renewalStatus,omitzero"`
}
