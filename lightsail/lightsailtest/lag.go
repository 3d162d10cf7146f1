package lightsailtest

import "github.com/lightsail-go/sdk/types"

// States of a [Lag] that resources of all types have, although the service has no name
// for them.
const (
	// Hidden is the state of a new resource that the service does not return yet. API
	// operations do not find it, and its name is in use. It precedes all other states.
	Hidden = "hidden"

	// Deleted is the state of a deleted resource that the service still returns. API
	// operations that would change it do not find it, and its name is in use.
	Deleted = "deleted"

	// NoAccess is the state of an instance whose access details are incomplete: they
	// have no host keys and, for SSH, no addresses or, for RDP, no password. A poll of
	// this state is a call of GetInstanceAccessDetails.
	NoAccess = "no-access"
)

// A Lag configures how long a resource remains in a state that it leaves by itself, such
// as "pending", and what follows. Without one, a resource leaves such a state at once.
//
// If several lags apply to a resource and a state, the last one counts.
type Lag struct {
	// Type is the type of the resources to which the lag applies, such as Instance. If
	// empty, it applies to resources of all types.
	Type types.ResourceType

	// Name is the name of the resource to which the lag applies. If empty, it applies to
	// resources of all names.
	Name string

	// State is the state, as the service spells it, such as "pending" or "stopping", or
	// one of the constants of this package, such as Hidden.
	State string

	// Polls is the number of polls that see the resource in this state. A poll is a call
	// that returns the resource, by its name or on a page of a list, or a call of
	// GetOperation for an unfinished operation record of the resource. Operation records
	// of a resource remain Started as long as it is in this state.
	Polls int

	// End is the state that follows, such as "error". If empty, it is the usual one. With
	// any other state the change has failed, and so have its operation records, except for
	// certificates of load balancers. End is ignored for Hidden, Deleted and NoAccess.
	End string

	// Reason explains End. It becomes the ErrorDetails of the operation records, and is
	// in the resource if its type has a field for it.
	Reason string
}

// lag returns the lag of a state of r, which is the zero Lag if there is none.
func (st *state) lag(r resource, state string) (lag Lag) {
	for _, l := range st.options.lags {
		if (l.Type == "" || l.Type == r.kind()) && (l.Name == "" || l.Name == r.base().name) && l.State == state {
			lag = l
		}
	}
	return lag
}

// progress is the progress of the changes of a resource.
type progress struct {
	// steps holds the current state and those that follow by themselves.
	steps []step

	// hidden and deleted are the remaining polls of these states.
	hidden, deleted int
}

// A step is a state with the polls that are left of it.
type step struct {
	state, reason string
	polls         int
}

// isLagging reports whether the resource is being created, changed or deleted.
func (p *progress) isLagging() bool {
	return p.hidden > 0 || p.deleted > 0 || len(p.steps) > 1
}

// enter puts r into the first of the states. It passes through the others by itself and
// stays in the last one. The lags of the states say how long it takes.
func (st *state) enter(r stateful, states ...string) {
	e := r.base()
	e.steps = nil
	for i, state := range states {
		s := step{state: state}
		if i < len(states)-1 {
			lag := st.lag(r, state)
			s.polls = lag.Polls
			if lag.End != "" {
				e.steps = append(e.steps, s, step{state: lag.End, reason: lag.Reason})
				st.failing[r] = lag.Reason
				break
			}
		}
		e.steps = append(e.steps, s)
	}
	advance(r)
}

// advance puts r into the first state of its steps that has polls left, or into the last
// one.
func advance(r stateful) {
	e := r.base()
	for len(e.steps) > 1 && e.steps[0].polls <= 0 {
		e.steps = e.steps[1:]
	}
	r.setState(e.steps[0].state, e.steps[0].reason)
}

// countPoll counts a poll of r. It removes a deleted resource after its last poll.
func (st *state) countPoll(r resource) {
	e := r.base()
	switch {
	case e.deleted > 0:
		e.deleted--
		// Another resource can have replaced r.
		if e.deleted == 0 && st.resources[e.name] == r {
			delete(st.resources, e.name)
		}
	case e.hidden > 0:
		e.hidden--
	case len(e.steps) > 1:
		// The steps are shared with what save has saved.
		e.steps = append([]step(nil), e.steps...)
		e.steps[0].polls--
		advance(r.(stateful))
	}
}
