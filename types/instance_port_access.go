package types

// AccessDirection is the direction of the traffic that an [InstancePortInfo] allows. Lightsail only
// supports "inbound"; outgoing traffic is not filtered.
type AccessDirection string

// Values of [AccessDirection].
const (
	AccessDirectionInbound  AccessDirection = "inbound"
	AccessDirectionOutbound AccessDirection = "outbound"
)

// Values returns the known values of [AccessDirection].
func (AccessDirection) Values() []AccessDirection {
	return []AccessDirection{
		AccessDirectionInbound,
		AccessDirectionOutbound,
	}
}

// NetworkProtocol is the protocol of a rule of the firewall of an [Instance]. The value "all" is
// every protocol.
type NetworkProtocol string

// Values of [NetworkProtocol].
const (
	NetworkProtocolTcp    NetworkProtocol = "tcp"
	NetworkProtocolAll    NetworkProtocol = "all"
	NetworkProtocolUdp    NetworkProtocol = "udp"
	NetworkProtocolIcmp   NetworkProtocol = "icmp"
	NetworkProtocolIcmpv6 NetworkProtocol = "icmpv6"
)

// Values returns the known values of [NetworkProtocol].
func (NetworkProtocol) Values() []NetworkProtocol {
	return []NetworkProtocol{
		NetworkProtocolTcp,
		NetworkProtocolAll,
		NetworkProtocolUdp,
		NetworkProtocolIcmp,
		NetworkProtocolIcmpv6,
	}
}

// PortAccessType reports whether the access that an [InstancePortInfo] allows is public.
type PortAccessType string

// Values of [PortAccessType].
const (
	PortAccessTypePublic  PortAccessType = "Public"
	PortAccessTypePrivate PortAccessType = "Private"
)

// Values returns the known values of [PortAccessType].
func (PortAccessType) Values() []PortAccessType {
	return []PortAccessType{
		PortAccessTypePublic,
		PortAccessTypePrivate,
	}
}
