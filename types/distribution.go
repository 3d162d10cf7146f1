package types

import "time"

// DistributionCustomErrorResponse determines what a distribution returns to viewers instead of an
// HTTP error of its origin.
//
// CreateDistribution and UpdateDistribution take a list. [LightsailDistribution] has it.
type DistributionCustomErrorResponse struct {
	// ErrorCachingMinTTL is the shortest time in seconds that the distribution caches the error
	// response before it asks the origin again. The default is 10.
	ErrorCachingMinTTL *int64 `json:"errorCachingMinTTL,omitzero"`

	// ErrorCode is the HTTP status code of the origin to which the response applies, such as 404.
	ErrorCode *int32 `json:"errorCode,omitzero"`

	// ResponseCode is the HTTP status code that viewers get, such as "200".
	ResponseCode *string `json:"responseCode,omitzero"`

	// ResponsePagePath is the path of the page that viewers get, such as "/404.html". It starts
	// with "/", and the origin must have the page.
	ResponsePagePath *string `json:"responsePagePath,omitzero"`
}

// LightsailDistribution is a distribution: a content delivery network (CDN) of servers around the
// world that fetch content from an origin, cache it and serve it to viewers nearby. The origin is
// an instance, a bucket, a container service or a load balancer.
//
// CreateDistribution and GetDistributions return it. UpdateDistribution changes it.
type LightsailDistribution struct {
	// AbleToUpdateBundle reports whether UpdateDistributionBundle can change the bundle now. It can
	// be changed once in a monthly billing cycle.
	AbleToUpdateBundle *bool `json:"ableToUpdateBundle,omitzero"`

	// AlternativeDomainNames are the domain names of the website that the distribution serves, in
	// addition to DomainName.
	AlternativeDomainNames []string `json:"alternativeDomainNames,omitzero"`

	// Arn is the Amazon Resource Name (ARN) of the distribution, which is unique in AWS.
	Arn *string `json:"arn,omitzero"`

	// BundleId is the ID of the bundle, which determines the price and the data transfer that it
	// includes. See [DistributionBundle].
	BundleId *string `json:"bundleId,omitzero"`

	// CacheBehaviorSettings determine how long content is cached, which HTTP methods are accepted,
	// and which parts of a request reach the origin.
	CacheBehaviorSettings *CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	// CacheBehaviors are exceptions from DefaultCacheBehavior for the paths of directories, files
	// or file types.
	CacheBehaviors []CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	// CertificateName is the name of the attached SSL/TLS certificate. It is nil if none is
	// attached.
	CertificateName *string `json:"certificateName,omitzero"`

	// CreatedAt is the time at which the distribution was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// CustomErrorResponses determine what viewers get instead of an HTTP error of the origin.
	CustomErrorResponses []DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	// DefaultCacheBehavior determines whether the distribution caches content that matches no entry
	// of CacheBehaviors.
	DefaultCacheBehavior *CacheBehavior `json:"defaultCacheBehavior,omitzero"`

	// DefaultRootObject is the object that is returned for the path "/", such as "index.html".
	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	// DomainName is the default domain name of the distribution, such as
	// "d111111abcdef8.cloudfront.net". The DNS records of AlternativeDomainNames must point to it.
	DomainName *string `json:"domainName,omitzero"`

	// IpAddressType is "ipv4", or "dualstack" if viewers can also use IPv6. SetIpAddressType
	// changes it.
	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	// IsEnabled reports whether the distribution is turned on. If false, it serves no content.
	IsEnabled *bool `json:"isEnabled,omitzero"`

	// Location is the Region of the distribution, which is always us-east-1. The origin can be in
	// another Region.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name that identifies the distribution in calls.
	Name *string `json:"name,omitzero"`

	// Origin is the resource from which the distribution fetches content.
	Origin *Origin `json:"origin,omitzero"`

	// OriginPublicDNS is the public DNS name of the origin.
	OriginPublicDNS *string `json:"originPublicDNS,omitzero"`

	// ResourceType is always "Distribution".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// Status is the progress of the last change. While it is "InProgress", some servers still use
	// the previous settings. The service does not list the possible values.
	Status *string `json:"status,omitzero"`

	// SupportCode identifies the distribution in requests to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the distribution.
	Tags []Tag `json:"tags,omitzero"`

	// ViewerMinimumTlsProtocolVersion is the oldest version of TLS that viewers can use. It is a
	// plain string; [ViewerMinimumTlsProtocolVersionEnum] has the values that can be set.
	ViewerMinimumTlsProtocolVersion *string `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	// Waf is the configuration of the web application firewall (WAF).
	Waf *WafConfig `json:"waf,omitzero"`
}

// ViewerMinimumTlsProtocolVersionEnum is the oldest version of TLS that viewers of a distribution
// can use, followed by the year of the set of ciphers: "TLSv1.2_2021" accepts TLS 1.2 and later.
// CreateDistribution and UpdateDistribution take it.
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
