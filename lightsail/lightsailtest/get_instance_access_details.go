package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetInstanceAccessDetails", (*state).getInstanceAccessDetails) }

func (st *state) getInstanceAccessDetails(now time.Time, in *lightsail.GetInstanceAccessDetailsInput) (*lightsail.GetInstanceAccessDetailsOutput, error) {
	var v violations
	v.required("instanceName", in.InstanceName)
	if in.Protocol != "" {
		v.check(slices.Contains(in.Protocol.Values(), in.Protocol), "protocol", "must be ssh or rdp")
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	i, ok := st.instances[*in.InstanceName]
	if !ok {
		return nil, notFound(types.ResourceTypeInstance, *in.InstanceName)
	}
	ready := i.notReady <= 0
	if !ready {
		i.notReady--
	}
	// Without a protocol in the input, the service returns the details for the platform
	// of the instance. That it ignores a protocol that does not fit is a guess.
	details, err := i.accessDetails(now, ready, st.random.Uint64()>>8)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: details}, nil
}
