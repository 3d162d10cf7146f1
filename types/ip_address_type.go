package types

// IpAddressType selects the IP addresses of an instance, a load balancer or a distribution: "ipv4",
// "ipv6" or "dualstack", which is both. SetIpAddressType changes it.
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
