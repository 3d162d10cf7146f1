package types

type HttpEndpoint string

// Values of [HttpEndpoint].
const (
	HttpEndpointDisabled HttpEndpoint = "disabled"
	HttpEndpointEnabled  HttpEndpoint = "enabled"
)

// Values returns the known values of [HttpEndpoint].
func (HttpEndpoint) Values() []HttpEndpoint {
	return []HttpEndpoint{
		HttpEndpointDisabled,
		HttpEndpointEnabled,
	}
}

type HttpProtocolIpv6 string

// Values of [HttpProtocolIpv6].
const (
	HttpProtocolIpv6Disabled HttpProtocolIpv6 = "disabled"
	HttpProtocolIpv6Enabled  HttpProtocolIpv6 = "enabled"
)

// Values returns the known values of [HttpProtocolIpv6].
func (HttpProtocolIpv6) Values() []HttpProtocolIpv6 {
	return []HttpProtocolIpv6{
		HttpProtocolIpv6Disabled,
		HttpProtocolIpv6Enabled,
	}
}

type HttpTokens string

// Values of [HttpTokens].
const (
	HttpTokensOptional HttpTokens = "optional"
	HttpTokensRequired HttpTokens = "required"
)

// Values returns the known values of [HttpTokens].
func (HttpTokens) Values() []HttpTokens {
	return []HttpTokens{
		HttpTokensOptional,
		HttpTokensRequired,
	}
}

type InstanceMetadataOptions struct {
	HttpEndpoint HttpEndpoint `json:"httpEndpoint,omitzero"`

	HttpProtocolIpv6 HttpProtocolIpv6 `json:"httpProtocolIpv6,omitzero"`

	HttpPutResponseHopLimit *int32 `json:"httpPutResponseHopLimit,omitzero"`

	HttpTokens HttpTokens `json:"httpTokens,omitzero"`

	State InstanceMetadataState `json:"state,omitzero"`
}

type InstanceMetadataState string

// Values of [InstanceMetadataState].
const (
	InstanceMetadataStatePending InstanceMetadataState = "pending"
	InstanceMetadataStateApplied InstanceMetadataState = "applied"
)

// Values returns the known values of [InstanceMetadataState].
func (InstanceMetadataState) Values() []InstanceMetadataState {
	return []InstanceMetadataState{
		InstanceMetadataStatePending,
		InstanceMetadataStateApplied,
	}
}
