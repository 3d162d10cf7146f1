package interop_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// A session makes the calls of a test script with one client to a lightsailtest server.
// Scripts use our types for inputs and outputs, also with the official client.
type session struct {
	*testing.T
	server    *lightsailtest.Server
	newClient func(aws.Config) any
	client    caller
	calls     []sessionCall
}

type sessionCall struct {
	Operation string
	Input     any
	Output    any
	Failure   []string
}

// newClients are the constructors of the clients by name.
var newClients = map[string]func(aws.Config) any{
	"official": func(cfg aws.Config) any { return official.NewFromConfig(cfg) },
	"ours":     func(cfg aws.Config) any { return lightsail.NewFromConfig(cfg) },
}

// runSessions runs a script with each client and a server of its own. It fails the
// test if the clients return different outputs or errors, or if a response of the server
// is not one of the service's model.
//
// The official client sometimes closes a request body that net/http is still writing,
// which closes the connection, and then retries. The additional request changes the IDs
// that its server generates, so runSessions runs such a script again.
func runSessions(t *testing.T, script func(s *session), opts ...lightsailtest.Option) {
	t.Helper()
	// With stopped clocks, both servers return the same times.
	opts = append([]lightsailtest.Option{withStoppedClock(0)}, opts...)
	for runs := 1; ; runs++ {
		calls, requests := map[string][]sessionCall{}, map[string]int{}
		for name := range newClients {
			t.Run(name, func(t *testing.T) {
				s := newSession(t, name, opts...)
				s.server.Inject("", outputs.hook(t))
				script(s)
				calls[name], requests[name] = s.calls, len(s.server.Calls())
			})
		}
		diff := cmp.Diff(calls["official"], calls["ours"], cmpOptions, ignoreRandom)
		if diff == "" || t.Failed() {
			return
		}
		if requests["official"] <= requests["ours"] || runs == 5 {
			t.Errorf("official (-), ours (+):\n%s", diff)
			return
		}
		t.Logf("run %d: the official client sent %d requests, ours %d", runs, requests["official"], requests["ours"])
	}
}

// withStoppedClock stops the server's clock at the current time plus offset.
func withStoppedClock(offset time.Duration) lightsailtest.Option {
	now := time.Now().Add(offset)
	return lightsailtest.WithClock(func() time.Time { return now })
}

func newSession(t *testing.T, client string, opts ...lightsailtest.Option) *session {
	s := &session{T: t, server: lightsailtest.NewServer(t, opts...), newClient: newClients[client]}
	s.configure(s.server.Config())
	return s
}

// configure replaces the client by one with the given configuration.
func (s *session) configure(cfg aws.Config) {
	s.client = caller{reflect.ValueOf(s.newClient(cfg)), nil}
}

// ignoreRandom compares only the presence of values that each server generates at
// random.
var ignoreRandom = cmp.FilterPath(func(p cmp.Path) bool {
	switch p.Last().String() {
	case ".NextBackwardToken", ".NextForwardToken", ".NextPageToken", ".PageToken", ".CertKey", ".Ciphertext":
		return true
	}
	return false
}, cmp.Comparer(func(a, b *string) bool {
	return (a == nil) == (b == nil) && (aws.ToString(a) == "") == (aws.ToString(b) == "")
}))

// do calls the operation that the type of in, a pointer to one of our inputs, belongs
// to.
func (s *session) do(in any) (any, error) {
	s.Helper()
	op := strings.TrimSuffix(reflect.TypeOf(in).Elem().Name(), "Input")
	output, err, changed := s.client.call(s.Context(), op, in)
	if changed != nil {
		s.Error(changed)
	}
	r := describeResult(op, output, err)
	s.calls = append(s.calls, sessionCall{op, in, r.Output, withoutHint(r.Failure)})
	return r.Output, err
}

// withoutHint removes the hint that our client adds to some errors, which is an
// intentional difference; see TestErrorHints.
func withoutHint(failure []string) []string {
	var official []string
	for _, line := range failure {
		if line != "*lightsail.hintedError" {
			before, _, _ := strings.Cut(line, " (hint: ")
			official = append(official, before)
		}
	}
	return official
}

// must calls an operation and returns its output. An error ends the test.
func must[Out any](s *session, in any) *Out {
	s.Helper()
	out, err := s.do(in)
	if err != nil {
		s.Fatal(err)
	}
	return out.(*Out)
}

// mustFail calls an operation and fails the test unless it returns an error with the
// given code.
func (s *session) mustFail(code string, in any) {
	s.Helper()
	_, err := s.do(in)
	if got := errorCode(err); got != code {
		s.Errorf("%T: got error %v, want the code %s", in, err, code)
	}
}

// errorCode returns the code of a service error, or "" for any other error.
func errorCode(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// assertEqual fails the test unless got equals want.
func assertEqual[T any](s *session, got, want T) {
	s.Helper()
	if diff := cmp.Diff(want, got, cmpOptions); diff != "" {
		s.Errorf("-want +got:\n%s", diff)
	}
}
