package types

type InstancePortInfo struct {
	AccessDirection AccessDirection `json:"accessDirection,omitzero"`

	AccessFrom *string `json:"accessFrom,omitzero"`

	AccessType PortAccessType `json:"accessType,omitzero"`

	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	Cidrs []string `json:"cidrs,omitzero"`

	CommonName *string `json:"commonName,omitzero"`

	FromPort int32 `json:"fromPort,omitzero"`

	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	Protocol NetworkProtocol `json:"protocol,omitzero"`

	ToPort int32 `json:"toPort,omitzero"`
}

type InstancePortState struct {
	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	Cidrs []string `json:"cidrs,omitzero"`

	FromPort int32 `json:"fromPort,omitzero"`

	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	Protocol NetworkProtocol `json:"protocol,omitzero"`

	State PortState `json:"state,omitzero"`

	ToPort int32 `json:"toPort,omitzero"`
}

type PortInfo struct {
	CidrListAliases []string `json:"cidrListAliases,omitzero"`

	Cidrs []string `json:"cidrs,omitzero"`

	FromPort int32 `json:"fromPort,omitzero"`

	Ipv6Cidrs []string `json:"ipv6Cidrs,omitzero"`

	Protocol NetworkProtocol `json:"protocol,omitzero"`

	ToPort int32 `json:"toPort,omitzero"`
}

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
