package types

type IpAddressType string

// Values of [IpAddressType].
const (
	IpAddressTypeDualstack IpAddressType = "dualstack"
	IpAddressTypeIpv4      IpAddressType = "ipv4"
	IpAddressTypeIpv6      IpAddressType = "ipv6"
)

// Values returns the known values of [IpAddressType].
func (IpAddressType) Values() []IpAddressType {
	return []IpAddressType{
		IpAddressTypeDualstack,
		IpAddressTypeIpv4,
		IpAddressTypeIpv6,
	}
}
