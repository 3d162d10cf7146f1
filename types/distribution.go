package types

import "time"

type DistributionCustomErrorResponse struct {
	ErrorCachingMinTTL *int64 `json:"errorCachingMinTTL,omitzero"`

	ErrorCode *int32 `json:"errorCode,omitzero"`

	ResponseCode *string `json:"responseCode,omitzero"`

	ResponsePagePath *string `json:"responsePagePath,omitzero"`
}

type LightsailDistribution struct {
	AbleToUpdateBundle *bool `json:"ableToUpdateBundle,omitzero"`

	AlternativeDomainNames []string `json:"alternativeDomainNames,omitzero"`

	Arn *string `json:"arn,omitzero"`

	BundleId *string `json:"bundleId,omitzero"`

	CacheBehaviorSettings *CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	CacheBehaviors []CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	CertificateName *string `json:"certificateName,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	CustomErrorResponses []DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	DefaultCacheBehavior *CacheBehavior `json:"defaultCacheBehavior,omitzero"`

	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	DomainName *string `json:"domainName,omitzero"`

	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	IsEnabled *bool `json:"isEnabled,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Origin *Origin `json:"origin,omitzero"`

	OriginPublicDNS *string `json:"originPublicDNS,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	Status *string `json:"status,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`

	ViewerMinimumTlsProtocolVersion *string `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	Waf *WafConfig `json:"waf,omitzero"`
}

type ViewerMinimumTlsProtocolVersionEnum string

// Values of [ViewerMinimumTlsProtocolVersionEnum].
const (
	ViewerMinimumTlsProtocolVersionEnumTLSv112016 ViewerMinimumTlsProtocolVersionEnum = "TLSv1.1_2016"
	ViewerMinimumTlsProtocolVersionEnumTLSv122018 ViewerMinimumTlsProtocolVersionEnum = "TLSv1.2_2018"
	ViewerMinimumTlsProtocolVersionEnumTLSv122019 ViewerMinimumTlsProtocolVersionEnum = "TLSv1.2_2019"
	ViewerMinimumTlsProtocolVersionEnumTLSv122021 ViewerMinimumTlsProtocolVersionEnum = "TLSv1.2_2021"
)

// Values returns the known values of [ViewerMinimumTlsProtocolVersionEnum].
func (ViewerMinimumTlsProtocolVersionEnum) Values() []ViewerMinimumTlsProtocolVersionEnum {
	return []ViewerMinimumTlsProtocolVersionEnum{
		ViewerMinimumTlsProtocolVersionEnumTLSv112016,
		ViewerMinimumTlsProtocolVersionEnumTLSv122018,
		ViewerMinimumTlsProtocolVersionEnumTLSv122019,
		ViewerMinimumTlsProtocolVersionEnumTLSv122021,
	}
}
