package lightsailtest

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
)

// A Fault is something that goes wrong with a call.
//
// Every function that makes one says what. It goes wrong with one call, unless
// Times, Always or Sometimes says otherwise; the last of these that was called
// counts. What is wrong with the request itself, its signature for example, is
// told first, and the fault is left for the next call. The zero Fault is none.
type Fault struct {
	run   func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error)
	times int

	// A fault that stays comes with a probability.
	stays  bool
	chance float64
	seed   uint64
}

// A RoundTrip carries out a call and returns its answer. An error stands for a
// connection that ends without an answer.
type RoundTrip func(*http.Request) (*http.Response, error)

// Times returns the fault for the next n calls.
func (f Fault) Times(n int) Fault {
	return Fault{run: f.run, times: n}
}

// Always returns the fault for every call from now on.
func (f Fault) Always() Fault {
	return f.Sometimes(1, 0)
}

// Sometimes returns the fault for every call from now on with the probability p,
// between 0 for never and 1 for always. The same seed makes the same choices in
// every run.
func (f Fault) Sometimes(p float64, seed uint64) Fault {
	return Fault{run: f.run, stays: true, chance: p, seed: seed}
}

// faults are those that have still to come.
type faults struct {
	mu      sync.Mutex
	planned []*planned
}

// planned is a fault that was injected, and with what it chooses.
type planned struct {
	operation string
	random    *rand.Rand
	Fault
}

// Inject lets calls of an operation, "GetBuckets" for example, meet faults. With
// "" it is calls of any operation.
//
// Faults that come a number of times wait in line: a call meets the first that
// is meant for its operation, and it alone. Faults that stay do not wait: a call
// meets all of them, in the order in which they were injected, and then what the
// line has for it.
//
//	server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Drop())
//	server.Inject("", lightsailtest.Latency(50*time.Millisecond).Always())
func (s *Server) Inject(operation string, faults ...Fault) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.plan(operation, faults)
}

func (f *faults) plan(operation string, faults []Fault) {
	for _, fault := range faults {
		if fault.run != nil {
			f.planned = append(f.planned, &planned{operation, rand.New(rand.NewPCG(fault.seed, 0)), fault})
		}
	}
}

// ResetFaults forgets all faults that have still to come.
func (s *Server) ResetFaults() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.planned = nil
}

// take returns the faults that a call of operation meets, the outermost first.
func (f *faults) take(operation string) (met []Fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var next *planned
	for _, p := range f.planned {
		switch {
		case p.operation != "" && p.operation != operation:
		case p.stays:
			if p.random.Float64() < p.chance {
				met = append(met, p.Fault)
			}
		case next == nil && p.times > 0:
			next = p
		}
	}
	if next == nil {
		return met
	}
	if next.times--; next.times == 0 {
		f.planned = slices.DeleteFunc(f.planned, func(p *planned) bool { return p == next })
	}
	return append(met, next.Fault)
}

// around carries out a call amid the faults that it meets.
func (f *faults) around(e *exchange, r *http.Request, do RoundTrip) (*http.Response, error) {
	met := f.take(e.call.Operation)
	for _, fault := range slices.Backward(met) {
		next := do
		do = func(r *http.Request) (*http.Response, error) { return fault.run(e, r, next) }
	}
	return do(r)
}
