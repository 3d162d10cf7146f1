package lightsailtest

import (
	"cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("AttachInstancesToLoadBalancer", (*state).attachInstancesToLoadBalancer)
	register("DetachInstancesFromLoadBalancer", (*state).detachInstancesFromLoadBalancer)
}

// States of a target: values of InstanceHealth, and detached, for which the service has
// none.
const (
	targetInitial   = string(types.InstanceHealthStateInitial)
	targetHealthy   = string(types.InstanceHealthStateHealthy)
	targetUnhealthy = string(types.InstanceHealthStateUnhealthy)
	targetDraining  = string(types.InstanceHealthStateDraining)
	targetDetached  = "detached"
)

// healthReasons holds the reason of each state of a target for which a [Lag] has none. The
// documentation lists the reasons that a state can have.
var healthReasons = map[string]types.InstanceHealthReason{
	targetInitial:   types.InstanceHealthReasonLbInitialHealthChecking,
	targetUnhealthy: types.InstanceHealthReasonInstanceFailedHealthChecks,
	targetDraining:  types.InstanceHealthReasonInstanceDeregistrationInProgress,
}

// A loadBalancerTarget is an instance that is attached to a load balancer. It is no
// resource of the service, but the lags of its states are those of an instance.
type loadBalancerTarget struct {
	entry
	types.InstanceHealthSummary

	// wasDown reports whether a poll saw that the instance does not run.
	wasDown bool
}

func (*loadBalancerTarget) kind() types.ResourceType { return types.ResourceTypeInstance }

func (t *loadBalancerTarget) value() any { return &t.InstanceHealthSummary }

// setState ignores the reason of a healthy instance, which has none.
func (t *loadBalancerTarget) setState(state, reason string) {
	t.InstanceHealth, t.InstanceHealthReason = types.InstanceHealthState(state), ""
	if state != targetHealthy {
		t.InstanceHealthReason = cmp.Or(types.InstanceHealthReason(reason), healthReasons[state])
	}
}

func (t *loadBalancerTarget) isDraining() bool { return string(t.InstanceHealth) == targetDraining }
func (t *loadBalancerTarget) isDetached() bool { return string(t.InstanceHealth) == targetDetached }

// newTarget returns a target for the named instance. In published operation records it
// has the location of the load balancer.
func (lb *loadBalancer) newTarget(name string) *loadBalancerTarget {
	return &loadBalancerTarget{entry: entry{name: name, location: lb.location}, InstanceHealthSummary: types.InstanceHealthSummary{InstanceName: &name}}
}

// target returns the target for the named instance, or nil.
func (lb *loadBalancer) target(name string) *loadBalancerTarget {
	for _, t := range lb.targets {
		if t.name == name && !t.isDetached() {
			return t
		}
	}
	return nil
}

// attached returns the number of attached instances.
func (lb *loadBalancer) attached() (n int) {
	for _, t := range lb.targets {
		if !t.isDetached() {
			n++
		}
	}
	return n
}

// removeTarget removes the target for the named instance, if there is one, and those that
// are detached.
func (lb *loadBalancer) removeTarget(name string) {
	var remaining []*loadBalancerTarget
	for _, t := range lb.targets {
		if t.name != name && !t.isDetached() {
			remaining = append(remaining, t)
		}
	}
	lb.targets = remaining
}

// pollHealth returns the health of a target and counts a poll of it. The health of an
// instance that is stopped or being deleted is documented. That an instance in another
// state fails the health checks, and that they begin again when it runs, are guesses.
func (st *state) pollHealth(t *loadBalancerTarget) types.InstanceHealthSummary {
	// A test can put a load balancer without its instances.
	i, exists := st.resources[t.name].(*instance)
	isDown := exists && *i.State.Name != instanceRunning && !t.isDraining()
	if isDown {
		t.wasDown = true
		down := &loadBalancerTarget{InstanceHealthSummary: t.InstanceHealthSummary}
		switch *i.State.Name {
		case instancePending, instanceRebooting, instanceStopping:
			down.setState(targetUnhealthy, "")
		default:
			down.setState(string(types.InstanceHealthStateUnused), string(types.InstanceHealthReasonInstanceInvalidState))
		}
		return down.InstanceHealthSummary
	}
	if t.wasDown && !t.isDraining() {
		t.wasDown = false
		st.enter(t, targetInitial, targetHealthy)
	}
	st.polled = append(st.polled, t)
	return t.InstanceHealthSummary
}

// attachInstancesToLoadBalancer attaches all instances or none. Its operation records do
// not wait for health checks. These are guesses: the error for an instance that does not
// run, and that attaching an instance again is not an error.
func (st *state) attachInstancesToLoadBalancer(in *lightsail.AttachInstancesToLoadBalancerInput) (*lightsail.AttachInstancesToLoadBalancerOutput, error) {
	lb, err := st.findTargets(in.LoadBalancerName, in.InstanceNames, func(_ *loadBalancer, name string) error {
		_, err := st.findInstance(&name, instanceRunning)
		return err
	})
	if err != nil {
		return nil, err
	}
	operations := []types.Operation{}
	for _, name := range in.InstanceNames {
		t := lb.target(name)
		if t == nil || t.isDraining() {
			t = lb.newTarget(name)
			lb.removeTarget(name)
			lb.targets = append(lb.targets, t)
			st.enter(t, targetInitial, targetHealthy)
		}
		operations = append(operations, st.record(types.OperationTypeAttachInstancesToLoadBalancer, lb, independent{t})...)
	}
	return &lightsail.AttachInstancesToLoadBalancerOutput{Operations: operations}, nil
}

// detachInstancesFromLoadBalancer detaches all instances or none. The operation record of
// an instance waits until the instance is no longer draining. These are guesses: the error
// for an instance that is not attached, and that detaching an instance that is draining is
// not an error.
func (st *state) detachInstancesFromLoadBalancer(in *lightsail.DetachInstancesFromLoadBalancerInput) (*lightsail.DetachInstancesFromLoadBalancerOutput, error) {
	lb, err := st.findTargets(in.LoadBalancerName, in.InstanceNames, func(lb *loadBalancer, name string) error {
		if lb.target(name) != nil {
			return nil
		}
		if _, err := find[*instance](st, &name); err != nil {
			return err
		}
		return invalidInput("The instance %s is not attached to the load balancer %s.", name, lb.name)
	})
	if err != nil {
		return nil, err
	}
	operations := []types.Operation{}
	for _, name := range in.InstanceNames {
		t := lb.target(name)
		if t == nil {
			continue // a repeated name
		}
		if !t.isDraining() {
			// A failed operation restores the previous target.
			draining := *t
			t = &draining
			lb.removeTarget(name)
			lb.targets = append(lb.targets, t)
			st.enter(t, targetDraining, targetDetached)
		}
		operations = append(operations, st.record(types.OperationTypeDetachInstancesFromLoadBalancer, lb, t)...)
	}
	return &lightsail.DetachInstancesFromLoadBalancerOutput{Operations: operations}, nil
}

// findTargets returns the load balancer of an input unless check returns an error for one
// of the instances.
func (st *state) findTargets(lbName *string, instanceNames []string, check func(lb *loadBalancer, name string) error) (*loadBalancer, error) {
	var v violations
	v.check(len(instanceNames) > 0, "instanceNames", "must not be empty")
	if err := v.err(); err != nil {
		return nil, err
	}
	lb, err := st.findLoadBalancer(lbName)
	if err != nil {
		return nil, err
	}
	for _, name := range instanceNames {
		if err := check(lb, name); err != nil {
			return nil, err
		}
	}
	return lb, nil
}

// detachFromLoadBalancers detaches an instance that is being deleted from all load
// balancers. That the service does so at once is a guess.
func (st *state) detachFromLoadBalancers(i *instance) {
	for _, lb := range list[*loadBalancer](st) {
		lb.removeTarget(i.name)
	}
}
