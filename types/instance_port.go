package types

// InstancePortInfo is a rule of the firewall of an [Instance], with human-readable descriptions. It is
// part of [InstanceNetworking]. GetInstancePortStates returns the same rules as
// [InstancePortState].
type InstancePortInfo struct {
	// AccessDirection is the direction of the traffic. Lightsail filters "inbound" traffic only.
	AccessDirection AccessDirection `json:"accessDirection,omitzero"`

	// AccessFrom describes the allowed addresses: "Anywhere (0.0.0.0/0)", or "Custom" if only some
	// are allowed.
	AccessFrom *string `json:"accessFrom,omitzero"`

	// AccessType reports whether access is public.
	AccessType PortAccessType `json:"accessType,omitzero"`

	// CidrListAliases are names of address ranges that are allowed. The only one is
	// "lightsail-connect": the browser-based SSH and RDP clients of the Lightsail console.
	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	// Cidrs are the allowed IPv4 addresses and ranges, for example "192.0.2.0/24".
	Cidrs []string `json:"cidrs,omitzero"`

	// CommonName is a human-readable name of the rule.
	CommonName *string `json:"commonName,omitzero"`

	// FromPort is the first port of the range, or the ICMP type; see [PortInfo].
	FromPort int32 `json:"fromPort,omitzero"`

	// Ipv6Cidrs are the allowed IPv6 addresses and ranges, for example "2001:db8::/32".
	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	// Protocol is the allowed protocol.
	Protocol NetworkProtocol `json:"protocol,omitzero"`

	// ToPort is the last port of the range, or the ICMP code; see [PortInfo].
	ToPort int32 `json:"toPort,omitzero"`
}

// InstancePortState is a rule of the firewall of an [Instance]. GetInstancePortStates returns it.
type InstancePortState struct {
	// CidrListAliases are names of address ranges that are allowed. The only one is
	// "lightsail-connect": the browser-based SSH and RDP clients of the Lightsail console.
	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	// Cidrs are the allowed IPv4 addresses and ranges, for example "192.0.2.0/24".
	Cidrs []string `json:"cidrs,omitzero"`

	// FromPort is the first port of the range, or the ICMP type; see [PortInfo].
	FromPort int32 `json:"fromPort,omitzero"`

	// Ipv6Cidrs are the allowed IPv6 addresses and ranges, for example "2001:db8::/32".
	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	// Protocol is the allowed protocol.
	Protocol NetworkProtocol `json:"protocol,omitzero"`

	// State is always "open": a closed port has no rule.
	State PortState `json:"state,omitzero"`

	// ToPort is the last port of the range, or the ICMP code; see [PortInfo].
	ToPort int32 `json:"toPort,omitzero"`
}

// PortInfo is a rule of the firewall of an [Instance]: it opens a range of ports for some
// addresses. OpenInstancePublicPorts, CloseInstancePublicPorts and PutInstancePublicPorts take it.
//
// A rule for "tcp" or "udp" has a range of ports, 0 to 65535. A rule for "icmp" or "icmpv6" has the
// ICMP type in FromPort and the ICMP code in ToPort instead: 8 and -1 allow ping over IPv4, 128 and
// 0 allow it over IPv6.
//
// IPv4 and IPv6 addresses are allowed separately. Set Cidrs and Ipv6Cidrs explicitly: what a rule
// without addresses allows is not documented.
type PortInfo struct {
	// CidrListAliases are names of address ranges to allow. The only one is "lightsail-connect":
	// the browser-based SSH and RDP clients of the Lightsail console.
	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	// Cidrs are the IPv4 addresses and ranges to allow, for example "192.0.2.44" or "192.0.2.0/24".
	// "0.0.0.0/0" is every address.
	Cidrs []string `json:"cidrs,omitzero"`

	// FromPort is the first port of the range, or the ICMP type: -1 to 65535. The value 0 is not
	// sent.
	FromPort int32 `json:"fromPort,omitzero"`

	// Ipv6Cidrs are the IPv6 addresses and ranges to allow, for example "2001:db8::/32". "::/0" is
	// every address.
	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	// Protocol is the protocol to allow.
	Protocol NetworkProtocol `json:"protocol,omitzero"`

	// ToPort is the last port of the range, or the ICMP code: -1 to 65535. For a single port, it is
	// the same as FromPort. The value 0 is not sent.
	ToPort int32 `json:"toPort,omitzero"`
}

// PortState is the state of a port in an [InstancePortState]. The service only returns "open".
type PortState string

// Values of [PortState].
const (
	PortStateOpen   PortState = "open"
	PortStateClosed PortState = "closed"
)

// Values returns the known values of [PortState].
func (PortState) Values() []PortState {
	return []PortState{
		PortStateOpen,
		PortStateClosed,
	}
}
