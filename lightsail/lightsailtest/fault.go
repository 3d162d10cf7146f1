package lightsailtest

import (
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
)

// A Fault changes how the server handles a request. [Server.Inject] adds it to the
// server.
//
// By default a fault applies to one request. Times, Always, and Sometimes return a
// copy that applies to more; f.Times(2).Always() is the same as f.Always(). A fault
// does not apply to a request that the server rejects, because of its signature for
// example; it remains for the next request. The zero Fault has no effect.
type Fault struct {
	run   func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error)
	times int

	// A persistent fault applies to each request with the given probability.
	persistent  bool
	probability float64
	seed        uint64
}

// A RoundTrip handles a request and returns the response. [Hook] passes the rest of the
// handling to its function in this form. If it returns an error, the
// server closes the connection without a response, and the client of
// [Server.HTTPClient] returns the error.
type RoundTrip func(*http.Request) (*http.Response, error)

// Times returns a fault that applies to the next n requests.
func (f Fault) Times(n int) Fault {
	return Fault{run: f.run, times: n}
}

// Always returns a fault that applies to every request.
func (f Fault) Always() Fault {
	return f.Sometimes(1, 0)
}

// Sometimes returns a fault that applies to every request with probability p, from
// 0 (never) to 1 (always). The same seed selects the same requests in every run.
func (f Fault) Sometimes(p float64, seed uint64) Fault {
	return Fault{run: f.run, persistent: true, probability: p, seed: seed}
}

// faultQueue is the list of faults that can still apply to a request, in the order
// in which they were injected.
type faultQueue struct {
	mu       sync.Mutex
	injected []*injectedFault
}

type injectedFault struct {
	operation string // "" for all API operations
	random    *rand.Rand
	Fault
}

// Inject adds faults for the requests of an API operation, such as "GetBuckets".
// If operation is empty, the faults apply to all API operations.
//
// A fault that is limited to a number of requests is a counted fault. At most one
// counted fault applies to a request: the first one in the queue that
// was injected for its operation or for all. A fault is counted unless Always or
// Sometimes returned it. The faults of Always and Sometimes do not queue; all of
// them apply to a request, in the order in which they were injected, and before the
// counted one.
//
//	server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Drop())
//	server.Inject("", lightsailtest.Latency(50*time.Millisecond).Always())
func (s *Server) Inject(operation string, faults ...Fault) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.add(operation, faults)
}

// add requires that q.mu is locked or that q is not shared yet.
func (q *faultQueue) add(operation string, faults []Fault) {
	for _, fault := range faults {
		if fault.run != nil {
			q.injected = append(q.injected, &injectedFault{operation, rand.New(rand.NewPCG(fault.seed, 0)), fault})
		}
	}
}

// ResetFaults removes all faults that were injected and not used up.
func (s *Server) ResetFaults() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.injected = nil
}

// take returns the faults that apply to a request of operation, outermost first,
// and counts the request.
func (q *faultQueue) take(operation string) (applied []Fault) {
	q.mu.Lock()
	defer q.mu.Unlock()
	var counted *injectedFault
	for _, f := range q.injected {
		switch {
		case f.operation != "" && f.operation != operation:
		case f.persistent:
			if f.random.Float64() < f.probability {
				applied = append(applied, f.Fault)
			}
		case counted == nil && f.times > 0:
			counted = f
		}
	}
	if counted == nil {
		return applied
	}
	if counted.times--; counted.times == 0 {
		q.injected = slices.DeleteFunc(q.injected, func(f *injectedFault) bool { return f == counted })
	}
	return append(applied, counted.Fault)
}

// run calls handle, wrapped in the faults that apply to the request.
func (q *faultQueue) run(e *exchange, r *http.Request, handle RoundTrip) (*http.Response, error) {
	for _, fault := range slices.Backward(q.take(e.call.Operation)) {
		next := handle
		handle = func(r *http.Request) (*http.Response, error) { return fault.run(e, r, next) }
	}
	return handle(r)
}
