package lightsailtest

import (
	"context"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// maxCalls limits the memory of a server that runs for a long time.
const maxCalls = 10_000

// A Call is one request that the server received. If a client retries, each attempt
// is a Call.
type Call struct {
	// Operation is the name of the API operation, such as "GetBuckets". It is empty
	// if the request names none.
	Operation string

	// Region is the AWS Region for which the request is signed. It is empty if the
	// request is rejected before the Region is known.
	Region string

	// Input is the decoded input, such as a *lightsail.GetBucketsInput. It is nil if
	// the API operation is unknown or the body cannot be decoded.
	Input any

	// Attempt is 1 for the first request of a client's call, 2 for its first retry,
	// and so on.
	Attempt int

	// Header holds the request headers, including the signature.
	Header http.Header

	// Time is the time at which the request arrived, according to the server's clock.
	Time time.Time

	// Status is the HTTP status code of the response. It is 0 while the server handles
	// the request, and remains 0 if the connection was closed without a response.
	Status int

	// Code and Message are the error code and the error message of the response. They
	// are empty if the call succeeded.
	Code, Message string

	input string // Input as JSON; empty if it has no members
}

func newCall(r *http.Request, body []byte, now time.Time) *Call {
	c := &Call{Attempt: attempt(r.Header), Header: r.Header.Clone(), Time: now}
	c.Operation = operationName(r.Header.Get("X-Amz-Target"))
	if t, ok := inputTypes()[c.Operation]; ok {
		in := reflect.New(t).Interface()
		if err := awsjson.Unmarshal(context.Background(), body, in); err == nil {
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

// attempt returns the attempt number in the Amz-Sdk-Request header, or 1 if there is
// none.
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

// String returns the call in the form that [Server.AssertCalls] accepts, such as
// `GetBuckets #2 {"bucketName":"logs"}`: the API operation, the attempt number if it
// is not 1, and the input as JSON with sorted members. An empty input is omitted.
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

// callLog holds the calls that a server received. Its mutex also guards the Region,
// Status, Code and Message of the calls.
type callLog struct {
	mu    sync.Mutex
	calls []*Call
}

func (l *callLog) add(c *Call) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.calls) >= maxCalls {
		l.calls = l.calls[len(l.calls)-maxCalls+1:]
	}
	l.calls = append(l.calls, c)
}

func (l *callLog) setRegion(c *Call, region string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.Region = region
}

func (l *callLog) setError(c *Call, code, message string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c.Code, c.Message = code, message
}

func (l *callLog) finish(c *Call, resp *http.Response) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if resp != nil {
		c.Status = resp.StatusCode
	}
}

func (l *callLog) copy(c *Call) Call {
	l.mu.Lock()
	defer l.mu.Unlock()
	return *c
}

// Calls returns the requests that the server received, in the order of their
// arrival. Each attempt of a retried call is a Call of its own. The server keeps the
// last 10,000 calls.
//
// The headers and inputs are shared with the server. Do not modify them.
func (s *Server) Calls() []Call {
	s.calls.mu.Lock()
	defer s.calls.mu.Unlock()
	calls := make([]Call, len(s.calls.calls))
	for i, c := range s.calls.calls {
		calls[i] = *c
	}
	return calls
}

// ResetCalls removes all recorded calls. Calls and AssertCalls then see only later ones.
func (s *Server) ResetCalls() {
	s.calls.mu.Lock()
	defer s.calls.mu.Unlock()
	s.calls.calls = nil
}

// AssertCalls fails tb and shows the differences if the recorded calls are not
// exactly the wanted ones, in the wanted order.
//
// A wanted call is either the name of the API operation, such as "GetBuckets", which
// matches any input, or the form that [Call.String] returns, such as
// `GetBuckets {"bucketName":"logs"}`. Retries have the number of the attempt after
// the name: "GetBuckets #2".
func (s *Server) AssertCalls(tb testing.TB, want ...string) {
	tb.Helper()
	calls := s.Calls()
	if diff, same := diffCalls(want, calls); !same {
		tb.Errorf("calls differ (-want +got):\n%s", diff)
	}
}

// diffCalls compares the calls and returns a line diff around their longest common
// subsequence.
func diffCalls(want []string, got []Call) (diff string, same bool) {
	matches := func(i, j int) bool { return want[i] == got[j].name() || want[i] == got[j].String() }
	// common[i][j] is the length of the longest common subsequence of want[i:] and
	// got[j:].
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
