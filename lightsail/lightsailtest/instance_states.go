package lightsailtest

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetInstanceState", (*state).getInstanceState)
	register("RebootInstance", (*state).rebootInstance)
	register("StartInstance", (*state).startInstance)
	register("StopInstance", (*state).stopInstance)
}

// Names of the State of an instance.
const (
	instancePending      = "pending"
	instanceRunning      = "running"
	instanceRebooting    = "rebooting"
	instanceStopping     = "stopping"
	instanceStopped      = "stopped"
	instanceShuttingDown = "shutting-down"
)

// instanceStateCodes holds the codes of the states. Those of running and stopped are
// published. The others are the codes of Amazon EC2, which is a guess. So are the name and
// the code of an instance that reboots.
var instanceStateCodes = map[string]int32{
	instancePending:      0,
	instanceRunning:      16,
	instanceRebooting:    16,
	instanceShuttingDown: 32,
	"terminated":         48,
	instanceStopping:     64,
	instanceStopped:      80,
}

// setState ignores the reason, for which an instance has no field.
func (i *instance) setState(name, _ string) {
	if name == MetadataPending {
		i.MetadataOptions.State = types.InstanceMetadataStatePending
		return
	}
	i.MetadataOptions.State = types.InstanceMetadataStateApplied
	i.State = &types.InstanceState{Code: aws.Int32(instanceStateCodes[name]), Name: &name}
}

// findInstance is find for an instance that must be in one of the given states. The
// error for another state is a guess.
func (st *state) findInstance(name *string, states ...string) (*instance, error) {
	i, err := find[*instance](st, name)
	if err == nil && !slices.Contains(states, *i.State.Name) {
		err = operationFailure("The instance %s is %s. It must be %s.", i.name, *i.State.Name, strings.Join(states, " or "))
	}
	return i, err
}

func (st *state) getInstanceState(in *lightsail.GetInstanceStateInput) (*lightsail.GetInstanceStateOutput, error) {
	i, err := show[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceStateOutput{State: i.State}, nil
}

func (st *state) startInstance(in *lightsail.StartInstanceInput) (*lightsail.StartInstanceOutput, error) {
	i, err := st.findInstance(in.InstanceName, instanceStopped)
	if err != nil {
		return nil, err
	}
	if in.AttributeUpdates != nil && in.AttributeUpdates.BundleId != nil {
		if err := st.updateBundle(i, *in.AttributeUpdates.BundleId); err != nil {
			return nil, err
		}
	}
	// Without a static IP, an instance has another address after each start. That it keeps
	// the previous one while it is stopped is a guess.
	if !*i.IsStaticIp && i.PublicIpAddress != nil {
		i.PublicIpAddress = aws.String(st.address())
	}
	st.enter(i, instancePending, instanceRunning)
	return &lightsail.StartInstanceOutput{Operations: st.record(types.OperationTypeStartInstance, i)}, nil
}

func (st *state) stopInstance(in *lightsail.StopInstanceInput) (*lightsail.StopInstanceOutput, error) {
	// That Force also stops an instance that is stopping already is a guess.
	allowed := []string{instanceRunning}
	if deref(in.Force) {
		allowed = append(allowed, instanceStopping)
	}
	i, err := st.findInstance(in.InstanceName, allowed...)
	if err != nil {
		return nil, err
	}
	st.enter(i, instanceStopping, instanceStopped)
	return &lightsail.StopInstanceOutput{Operations: st.record(types.OperationTypeStopInstance, i)}, nil
}

func (st *state) rebootInstance(in *lightsail.RebootInstanceInput) (*lightsail.RebootInstanceOutput, error) {
	i, err := st.findInstance(in.InstanceName, instanceRunning)
	if err != nil {
		return nil, err
	}
	st.enter(i, instanceRebooting, instanceRunning)
	return &lightsail.RebootInstanceOutput{Operations: st.record(types.OperationTypeRebootInstance, i)}, nil
}
