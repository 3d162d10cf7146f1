package types

type LoadBalancerTlsCertificateRenewalStatus string

// Values of [LoadBalancerTlsCertificateRenewalStatus].
const (
	LoadBalancerTlsCertificateRenewalStatusPendingAutoRenewal LoadBalancerTlsCertificateRenewalStatus = "PENDING_AUTO_RENEWAL"
	LoadBalancerTlsCertificateRenewalStatusPendingValidation  LoadBalancerTlsCertificateRenewalStatus = "PENDING_VALIDATION"
	LoadBalancerTlsCertificateRenewalStatusSuccess            LoadBalancerTlsCertificateRenewalStatus = "SUCCESS"
	LoadBalancerTlsCertificateRenewalStatusFailed             LoadBalancerTlsCertificateRenewalStatus = "FAILED"
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

type LoadBalancerTlsCertificateRenewalSummary struct {
	DomainValidationOptions []LoadBalancerTlsCertificateDomainValidationOption `json:"domainValidationOptions,omitzero"`

	RenewalStatus LoadBalancerTlsCertificateRenewalStatus `json:"renewalStatus,omitzero"`
}
