package lightsailtest

import (
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// maxCalls is how many calls are kept, so that a server can run for long.
const maxCalls = 10_000

// A Call is a request that a server has got.
type Call struct {
	// Operation is the name of the operation, "" where the request names none.
	Operation string

	// Input is what the operation was asked, for example a
	// *lightsail.GetBucketsInput. It is nil where the server does not know the
	// operation or cannot read the body.
	Input any

	// Attempt is 1 for the first request of a call of the client, 2 for the one
	// after a failure, and so on.
	Attempt int

	// Header are the headers of the request, the signature among them.
	Header http.Header

	// Time is when the request came, by the clock of the server.
	Time time.Time

	// Status is the status code of the answer, 0 as long as there is none, and
	// for good where the connection was dropped.
	Status int

	// Code is the code of the error that was answered, "" where none was.
	Code string

	input string
}

func newCall(r *http.Request, body []byte, now time.Time) *Call {
	c := &Call{Attempt: attempt(r.Header), Header: r.Header.Clone(), Time: now}
	c.Operation, _ = strings.CutPrefix(r.Header.Get("X-Amz-Target"), targetPrefix)
	if op, ok := operations[c.Operation]; ok {
		if in, err := op.decode(body); err == nil {
			c.Input = in
		}
	}
	if c.Input != nil {
		if text, err := awsjson.Marshal(c.Input); err == nil && string(text) != "{}" {
			c.input = string(text)
		}
	}
	return c
}

// attempt reads the header by which SDKs count the attempts of a call.
func attempt(header http.Header) int {
	for part := range strings.SplitSeq(header.Get("Amz-Sdk-Request"), ";") {
		if number, ok := strings.CutPrefix(strings.TrimSpace(part), "attempt="); ok {
			if n, err := strconv.Atoi(number); err == nil && n > 0 {
				return n
			}
		}
	}
	return 1
}

// String returns the call in the form that [Server.AssertCalls] takes: the
// operation, the attempt where it is not the first, and the input as JSON, where
// it has any member, with the members in alphabetical order.
func (c Call) String() string {
	s := c.name()
	if c.input != "" {
		s += " " + c.input
	}
	return s
}

func (c Call) name() string {
	name := c.Operation
	if name == "" {
		name = "?"
	}
	if c.Attempt > 1 {
		name += " #" + strconv.Itoa(c.Attempt)
	}
	return name
}

// record is the calls that a server has got.
type record struct {
	mu    sync.Mutex
	calls []*Call
}

func (r *record) add(c *Call) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.calls) >= maxCalls {
		r.calls = r.calls[len(r.calls)-maxCalls+1:]
	}
	r.calls = append(r.calls, c)
}

func (r *record) failed(c *Call, code string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c.Code = code
}

func (r *record) finish(c *Call, resp *http.Response) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if resp != nil {
		c.Status = resp.StatusCode
	}
}

func (r *record) copy(c *Call) Call {
	r.mu.Lock()
	defer r.mu.Unlock()
	return *c
}

// Calls returns the calls that the server has got so far, in the order in which
// they came. Of very many, the last 10,000 are kept.
//
// Attempts count one by one. What the calls hold must not be changed.
func (s *Server) Calls() []Call {
	s.calls.mu.Lock()
	defer s.calls.mu.Unlock()
	calls := make([]Call, len(s.calls.calls))
	for i, c := range s.calls.calls {
		calls[i] = *c
	}
	return calls
}

// ResetCalls lets Calls and AssertCalls begin anew.
func (s *Server) ResetCalls() {
	s.calls.mu.Lock()
	defer s.calls.mu.Unlock()
	s.calls.calls = nil
}

// AssertCalls fails tb where the calls so far are not those wanted, one by one
// and in this order, and shows what differs.
//
// A call is wanted by its operation, "GetBuckets", whatever its input, or as
// [Call.String] writes it, `GetBuckets {"bucketName":"logs"}`. An attempt that
// is not the first has its number behind the name: "GetBuckets #2".
func (s *Server) AssertCalls(tb testing.TB, want ...string) {
	tb.Helper()
	calls := s.Calls()
	if diff, same := diffCalls(want, calls); !same {
		tb.Errorf("calls differ (-want +got):\n%s", diff)
	}
}

// diffCalls shows what was wanted and not got, and the other way round, around
// the longest sequence that both have in common.
func diffCalls(want []string, got []Call) (diff string, same bool) {
	matches := func(i, j int) bool { return want[i] == got[j].name() || want[i] == got[j].String() }
	// common[i][j] is how much want[i:] and got[j:] have in common.
	common := make([][]int, len(want)+1)
	for i := len(want); i >= 0; i-- {
		common[i] = make([]int, len(got)+1)
		for j := len(got) - 1; i < len(want) && j >= 0; j-- {
			if matches(i, j) {
				common[i][j] = 1 + common[i+1][j+1]
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}

	var b strings.Builder
	i, j := 0, 0
	same = true
	for i < len(want) || j < len(got) {
		switch {
		case i < len(want) && j < len(got) && matches(i, j):
			b.WriteString("  " + got[j].String() + "\n")
			i, j = i+1, j+1
		case j == len(got) || i < len(want) && common[i+1][j] >= common[i][j+1]:
			b.WriteString("- " + want[i] + "\n")
			i, same = i+1, false
		default:
			b.WriteString("+ " + got[j].String() + "\n")
			j, same = j+1, false
		}
	}
	return b.String(), same
}
