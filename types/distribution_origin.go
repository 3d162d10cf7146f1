package types

type InputOrigin struct {
	IpAddressType OriginIpAddressTypeEnum `json:"ipAddressType,omitzero"`

	Name *string `json:"name,omitzero"`

	ProtocolPolicy OriginProtocolPolicyEnum `json:"protocolPolicy,omitzero"`

	RegionName RegionName `json:"regionName,omitzero"`

	ResponseTimeout *int32 `json:"responseTimeout,omitzero"`
}

type Origin struct {
	IpAddressType OriginIpAddressTypeEnum `json:"ipAddressType,omitzero"`

	IsPrivateOriginAccessEnabled *bool `json:"isPrivateOriginAccessEnabled,omitzero"`

	Name *string `json:"name,omitzero"`

	ProtocolPolicy OriginProtocolPolicyEnum `json:"protocolPolicy,omitzero"`

	RegionName RegionName `json:"regionName,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	ResponseTimeout *int32 `json:"responseTimeout,omitzero"`
}

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
