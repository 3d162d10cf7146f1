package types

// InputOrigin selects the origin of a distribution: the instance, bucket, container service or load
// balancer from which the distribution fetches the content that it caches and serves.
//
// CreateDistribution and UpdateDistribution take it. [Origin] is the origin in outputs.
type InputOrigin struct {
	// IpAddressType determines how the distribution connects to the origin: "ipv4", "ipv6" or
	// "dualstack" for both.
	IpAddressType OriginIpAddressTypeEnum `json:"ipAddressType,omitzero"`

	// Name is the name of the resource: of an instance, a bucket, a container service or a load
	// balancer.
	Name *string `json:"name,omitzero"`

	// ProtocolPolicy is the protocol with which the distribution connects to the origin:
	// "http-only" or "https-only".
	ProtocolPolicy OriginProtocolPolicyEnum `json:"protocolPolicy,omitzero"`

	// RegionName is the Region of the resource. It can be any Region of Lightsail, not only
	// us-east-1.
	RegionName RegionName `json:"regionName,omitzero"`

	// ResponseTimeout is the time in seconds that the distribution waits for a response of the
	// origin, 1 to 60. The default is 30.
	ResponseTimeout *int32 `json:"responseTimeout,omitzero"`
}

// Origin is the origin of a distribution: the resource from which the distribution fetches the
// content that it caches and serves.
//
// [LightsailDistribution] has it. [InputOrigin] is the origin in inputs.
type Origin struct {
	// IpAddressType is how the distribution connects to the origin: "ipv4", "ipv6" or "dualstack"
	// for both.
	IpAddressType OriginIpAddressTypeEnum `json:"ipAddressType,omitzero"`

	// IsPrivateOriginAccessEnabled reports whether the distribution can read private objects of the
	// bucket that is its origin. Objects are private if the access rules of the bucket make all
	// objects private, or if they are set to private one by one.
	IsPrivateOriginAccessEnabled *bool `json:"isPrivateOriginAccessEnabled,omitzero"`

	// Name is the name of the resource that is the origin.
	Name *string `json:"name,omitzero"`

	// ProtocolPolicy is the protocol with which the distribution connects to the origin:
	// "http-only" or "https-only".
	ProtocolPolicy OriginProtocolPolicyEnum `json:"protocolPolicy,omitzero"`

	// RegionName is the Region of the resource, which can differ from that of the distribution.
	RegionName RegionName `json:"regionName,omitzero"`

	// ResourceType is the type of the resource, such as "Instance" or "Bucket".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// ResponseTimeout is the time in seconds that the distribution waits for a response of the
	// origin, 1 to 60.
	ResponseTimeout *int32 `json:"responseTimeout,omitzero"`
}

// OriginIpAddressTypeEnum determines with which version of IP a distribution connects to its
// origin. [InputOrigin] and [Origin] have it.
type OriginIpAddressTypeEnum string

// Values of [OriginIpAddressTypeEnum].
const (
	OriginIpAddressTypeEnumIpv4      OriginIpAddressTypeEnum = "ipv4"
	OriginIpAddressTypeEnumIpv6      OriginIpAddressTypeEnum = "ipv6"
	OriginIpAddressTypeEnumDualstack OriginIpAddressTypeEnum = "dualstack"
)

// Values returns the known values of [OriginIpAddressTypeEnum].
func (OriginIpAddressTypeEnum) Values() []OriginIpAddressTypeEnum {
	return []OriginIpAddressTypeEnum{
		OriginIpAddressTypeEnumIpv4,
		OriginIpAddressTypeEnumIpv6,
		OriginIpAddressTypeEnumDualstack,
	}
}

// OriginProtocolPolicyEnum is the protocol with which a distribution connects to its origin. The
// protocol of its viewers is independent of it. [InputOrigin] and [Origin] have it.
type OriginProtocolPolicyEnum string

// Values of [OriginProtocolPolicyEnum].
const (
	OriginProtocolPolicyEnumHTTPOnly  OriginProtocolPolicyEnum = "http-only"
	OriginProtocolPolicyEnumHTTPSOnly OriginProtocolPolicyEnum = "https-only"
)

// Values returns the known values of [OriginProtocolPolicyEnum].
func (OriginProtocolPolicyEnum) Values() []OriginProtocolPolicyEnum {
	return []OriginProtocolPolicyEnum{
		OriginProtocolPolicyEnumHTTPOnly,
		OriginProtocolPolicyEnumHTTPSOnly,
	}
}
