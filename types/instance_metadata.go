package types

// HttpEndpoint turns the whole instance metadata service of an [Instance] on or off.
// See [InstanceMetadataOptions].
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

// HttpProtocolIpv6 turns access to the instance metadata service of an [Instance] on or off for
// IPv6. See [InstanceMetadataOptions].
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

// HttpTokens decides whether requests to the instance metadata service of an [Instance] need a
// session token. See [InstanceMetadataOptions].
type HttpTokens string

// Values of [HttpTokens].
const (
	// HttpTokensOptional means that requests with and without a token are accepted: versions 1 and
	// 2 of the metadata service.
	HttpTokensOptional HttpTokens = "optional"

	// HttpTokensRequired means that only requests with a token are accepted: version 2 of the
	// metadata service.
	HttpTokensRequired HttpTokens = "required"
)

// Values returns the known values of [HttpTokens].
func (HttpTokens) Values() []HttpTokens {
	return []HttpTokens{
		HttpTokensOptional,
		HttpTokensRequired,
	}
}

// InstanceMetadataOptions is the configuration of the instance metadata service of an [Instance]:
// an HTTP endpoint inside the instance, from which its programs read facts about it and temporary
// credentials. UpdateInstanceMetadataOptions changes it.
type InstanceMetadataOptions struct {
	// HttpEndpoint reports whether the metadata is available at all.
	HttpEndpoint HttpEndpoint `json:"httpEndpoint,omitzero"`

	// HttpProtocolIpv6 reports whether the metadata is available over IPv6.
	HttpProtocolIpv6 HttpProtocolIpv6 `json:"httpProtocolIpv6,omitzero"`

	// HttpPutResponseHopLimit is the number of network hops that the response to a token request
	// can travel. With a higher number, more distant programs get tokens.
	HttpPutResponseHopLimit *int32 `json:"httpPutResponseHopLimit,omitzero"`

	// HttpTokens reports whether requests need a session token. Not all blueprints work with
	// tokens. The metric "MetadataNoToken" counts the requests that do not use one.
	HttpTokens HttpTokens `json:"httpTokens,omitzero"`

	// State reports whether the latest change has taken effect.
	State InstanceMetadataState `json:"state,omitzero"`
}

// InstanceMetadataState is the progress of a change of [InstanceMetadataOptions]. After "pending",
// it becomes "applied".
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
