package lightsailtest

import (
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("UpdateInstanceMetadataOptions", (*state).updateInstanceMetadataOptions)
}

// MetadataPending is a state of a [Lag] for instances: the state of a running instance
// whose new metadata options do not apply yet. The service returns it as running, and the
// State of its MetadataOptions as pending.
const MetadataPending = "metadata-pending"

// updateInstanceMetadataOptions sets HttpTokens to optional unless it is in the input, as
// documented. The error for HttpProtocolIpv6 in a Region that does not have it is a guess.
func (st *state) updateInstanceMetadataOptions(in *lightsail.UpdateInstanceMetadataOptionsInput) (*lightsail.UpdateInstanceMetadataOptionsOutput, error) {
	var v violations
	v.check(in.HttpProtocolIpv6 == "" || st.region == string(types.RegionNameEuNorth1), "httpProtocolIpv6", "is available in eu-north-1 only")
	if err := v.err(); err != nil {
		return nil, err
	}
	i, err := st.findInstance(in.InstanceName, instanceRunning, instanceStopped)
	if err != nil {
		return nil, err
	}
	options := i.MetadataOptions
	if in.HttpEndpoint != "" {
		options.HttpEndpoint = in.HttpEndpoint
	}
	if in.HttpProtocolIpv6 != "" {
		options.HttpProtocolIpv6 = in.HttpProtocolIpv6
	}
	setUnlessNil(&options.HttpPutResponseHopLimit, in.HttpPutResponseHopLimit)
	options.HttpTokens = types.HttpTokensOptional
	if in.HttpTokens != "" {
		options.HttpTokens = in.HttpTokens
	}
	if *i.State.Name == instanceRunning {
		st.enter(i, MetadataPending, instanceRunning)
	}
	return &lightsail.UpdateInstanceMetadataOptionsOutput{
		Operation: &st.record(types.OperationTypeUpdateInstanceMetadataOptions, i)[0],
	}, nil
}
