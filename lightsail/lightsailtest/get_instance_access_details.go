package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetInstanceAccessDetails", (*state).getInstanceAccessDetails) }

func (st *state) getInstanceAccessDetails(now time.Time, in *lightsail.GetInstanceAccessDetailsInput) (*lightsail.GetInstanceAccessDetailsOutput, error) {
	var p problems
	p.check(deref(in.InstanceName) != "", "instanceName", "it is required")
	if in.Protocol != "" {
		p.check(slices.Contains(in.Protocol.Values(), in.Protocol), "protocol", "it must be ssh or rdp")
	}
	if err := p.err(); err != nil {
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
	// The answer is for the protocol of the instance, whichever was asked for.
	// That this holds both ways is a guess.
	details, err := i.accessDetails(now, ready, st.random.Uint64()>>8)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: details}, nil
}
