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

// A session is a script's calls of one client to a lightsailtest server. What the
// script gives and gets is of our types, also where the official client is called.
type session struct {
	*testing.T
	server *lightsailtest.Server
	make   func(aws.Config) any
	client caller
	turns  []turn
}

// A turn is one call of a session.
type turn struct {
	Operation string
	Input     any
	Output    any
	Failure   []string
}

// clients make the two.
var clients = map[string]func(aws.Config) any{
	"official": func(cfg aws.Config) any { return official.NewFromConfig(cfg) },
	"ours":     func(cfg aws.Config) any { return lightsail.NewFromConfig(cfg) },
}

// sessions runs a script with the official client and with ours, each on a server
// of its own, and fails the test where they see different things.
func sessions(t *testing.T, script func(s *session), opts ...lightsailtest.Option) {
	t.Helper()
	// Both servers write the same times.
	opts = append([]lightsailtest.Option{stopped(0)}, opts...)
	turns := map[string][]turn{}
	for name := range clients {
		t.Run(name, func(t *testing.T) {
			s := newSession(t, name, opts...)
			script(s)
			turns[name] = s.turns
		})
	}
	if diff := cmp.Diff(turns["official"], turns["ours"], equal, byChance); diff != "" && !t.Failed() {
		t.Errorf("official (-), ours (+):\n%s", diff)
	}
}

// stopped lets a server's clock stand still, off by so much.
func stopped(off time.Duration) lightsailtest.Option {
	now := time.Now().Add(off)
	return lightsailtest.WithClock(func() time.Time { return now })
}

func newSession(t *testing.T, name string, opts ...lightsailtest.Option) *session {
	s := &session{T: t, server: lightsailtest.NewServer(t, opts...), make: clients[name]}
	s.connect(s.server.Config())
	return s
}

// connect makes a client anew.
func (s *session) connect(cfg aws.Config) {
	s.client = caller{reflect.ValueOf(s.make(cfg)), nil}
}

// byChance compares what no two servers make alike only by its being there.
var byChance = cmp.FilterPath(func(p cmp.Path) bool {
	switch p.Last().String() {
	case ".NextPageToken", ".PageToken", ".CertKey", ".Ciphertext":
		return true
	}
	return false
}, cmp.Comparer(func(a, b *string) bool {
	return (a == nil) == (b == nil) && (aws.ToString(a) == "") == (aws.ToString(b) == "")
}))

// do calls the operation of an input, which is a pointer to one of ours.
func (s *session) do(in any) (any, error) {
	op := strings.TrimSuffix(reflect.TypeOf(in).Elem().Name(), "Input")
	output, err := s.client.call(s.Context(), op, in)
	r := describe(op, output, err)
	s.turns = append(s.turns, turn{op, in, r.Output, r.Failure})
	return r.Output, err
}

// must calls an operation and returns its output.
func must[Out any](s *session, in any) *Out {
	s.Helper()
	out, err := s.do(in)
	if err != nil {
		s.Fatal(err)
	}
	return out.(*Out)
}

// refused calls an operation and fails the test unless it fails with the code.
func (s *session) refused(code string, in any) {
	s.Helper()
	_, err := s.do(in)
	if codeOf(err) != code {
		s.Errorf("%T: %v, want %s", in, err, code)
	}
}

// codeOf is the code of an error of the service, "" for any other.
func codeOf(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// is fails the test unless got equals want.
func is[T any](s *session, got, want T) {
	s.Helper()
	if diff := cmp.Diff(want, got, equal); diff != "" {
		s.Errorf("-want +got:\n%s", diff)
	}
}
