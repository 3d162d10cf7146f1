package lightsailtest

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A Server is a Lightsail of one account and one Region, in memory.
//
// Make it with [NewServer] or [Start]. All methods are safe for concurrent use.
// It is an http.Handler, too, for those who have a listener of their own.
type Server struct {
	settings   *settings
	state      *state
	faults     *faults
	calls      record
	httpClient *http.Client

	mu       sync.Mutex
	tb       testing.TB
	expected []string
	closed   bool
	url      string
	http     *http.Server
	serving  sync.WaitGroup
}

// NewServer returns a server for a test, and closes it when the test ends.
//
// It fails the test when a request comes that no correct client sends, see
// [Server.Expect]. It opens no socket before URL or Config or Client needs one.
func NewServer(tb testing.TB, opts ...Option) *Server {
	tb.Helper()
	s, err := newServer(opts)
	if err != nil {
		tb.Fatalf("lightsailtest: %v", err)
	}
	s.tb = tb
	tb.Cleanup(func() {
		tb.Helper()
		if err := s.Close(); err != nil {
			tb.Errorf("lightsailtest: %v", err)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, code := range s.expected {
			tb.Errorf("lightsailtest: no request was refused with %s, which the test expected", code)
		}
	})
	return s
}

// Start returns a server for a program, and listens at once. Close ends it.
//
// It fails where the address cannot be listened on.
func Start(opts ...Option) (*Server, error) {
	s, err := newServer(opts)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.listen(); err != nil {
		return nil, err
	}
	return s, nil
}

func newServer(opts []Option) (*Server, error) {
	set := &settings{
		region: "us-east-1",
		keys: []aws.Credentials{{
			// The example keys of AWS's documentation.
			AccessKeyID:     "AKIAIOSFODNN7EXAMPLE",
			SecretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
			Source:          "lightsailtest",
		}},
		address:  "127.0.0.1:0",
		pageSize: 10,
		now:      time.Now,
	}
	for _, opt := range opts {
		opt(set)
	}
	if set.blueprints == nil {
		set.blueprints = blueprints()
	}
	if set.bundles == nil {
		set.bundles = bundles(set.region)
	}
	state, err := newState(set, set.now())
	if err != nil {
		return nil, err
	}
	s := &Server{settings: set, state: state, faults: &set.faults}
	s.httpClient = &http.Client{Transport: inProcess{s}}
	s.PutInstances(set.instances...)
	s.PutBuckets(set.buckets...)
	return s, nil
}

// Close ends the server and all calls that it is still answering. It returns
// when they have ended. Calls after it fail.
func (s *Server) Close() error {
	s.mu.Lock()
	s.closed = true
	server := s.http
	s.mu.Unlock()
	var err error
	if server != nil {
		err = server.Close()
	}
	s.serving.Wait()
	return err
}

// listen opens the socket, once. It is called with the lock.
func (s *Server) listen() error {
	if s.url != "" {
		return nil
	}
	if s.closed {
		// No request gets through to port 0.
		s.url = "http://127.0.0.1:0"
		return nil
	}
	listener, err := net.Listen("tcp", s.settings.address)
	if err != nil {
		return err
	}
	s.url = "http://" + listener.Addr().String()
	s.http = &http.Server{
		Handler: s,
		ConnState: func(_ net.Conn, state http.ConnState) {
			switch state {
			case http.StateNew:
				s.serving.Add(1)
			case http.StateClosed, http.StateHijacked:
				s.serving.Done()
			}
		},
	}
	s.serving.Go(func() {
		// It returns when the server is closed, with no other error to tell.
		_ = s.http.Serve(listener)
	})
	return nil
}

// URL returns the address of the server, such as http://127.0.0.1:41801. The
// first call of it opens the socket.
//
// A goroutine that waits at a socket keeps the time of a testing/synctest bubble
// from passing. There, use HTTPClient, or call URL before the bubble.
func (s *Server) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.listen(); err != nil {
		// Start has tried it already.
		s.tb.Fatalf("lightsailtest: %v", err)
	}
	return s.url
}

// HTTPClient returns a client whose requests the server answers in the goroutine
// that sends them, whatever host they are for, with no socket between. It is the
// same each time, and must not be changed.
//
// With it, clients work in a testing/synctest bubble, latency and waits between
// attempts take no time there, and real endpoints can be called without reaching
// them:
//
//	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
func (s *Server) HTTPClient() *http.Client {
	return s.httpClient
}

// Config returns a configuration with which any client of the AWS SDK for Go v2
// calls this server over its socket. Its retryer tries as often as the SDK's own
// and does not wait in between.
func (s *Server) Config() aws.Config {
	config := s.config()
	config.BaseEndpoint = aws.String(s.URL())
	return config
}

// config is Config without the socket.
func (s *Server) config() aws.Config {
	return aws.Config{
		Region: s.settings.region,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return s.settings.keys[0], nil
		}),
		Retryer: func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) {
				o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
			})
		},
	}
}

// Client returns a client that calls this server, as Config has it, over its
// socket, or without one where the options say HTTPClient.
func (s *Server) Client(optFns ...func(*lightsail.Options)) *lightsail.Client {
	return lightsail.NewFromConfig(s.config(), append(slices.Clone(optFns), func(o *lightsail.Options) {
		if o.BaseEndpoint == nil && o.HTTPClient != s.httpClient {
			o.BaseEndpoint = aws.String(s.URL())
		}
	})...)
}

// Expect tells that the test is going to send, for each code, one request that
// is refused with it, on purpose.
//
// Requests are refused when no correct client sends them: those that are not
// signed, or signed in another way than this server's Region and credentials
// want it; those for an operation that it does not have; those whose body is not
// the JSON of the operation's input. Without Expect each fails the test, and so
// does an expected one that does not come. Errors of the service itself, such as
// NotFoundException, fail no test.
func (s *Server) Expect(codes ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expected = append(s.expected, codes...)
}

// refused fails the test, unless it expects that.
func (s *Server) refused(c *Call, r *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.Index(s.expected, r.Code); i >= 0 {
		s.expected = slices.Delete(s.expected, i, i+1)
		return
	}
	// A test that has ended cannot fail any more.
	if s.tb != nil && !s.closed {
		s.tb.Errorf("lightsailtest: unexpected request %s, refused with %s: %s", c, r.Code, r.Message)
	}
}

func (s *Server) isClosed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}

// PutBuckets adds buckets, or replaces those of the same names.
//
// What a bucket leaves unset is filled in: a Name with a number, the State OK,
// and so on. No rule is checked, and there is no lag, so that a test can have
// what it wants. One that replaces another is new: it has neither the access keys
// nor the objects of that one.
func (s *Server) PutBuckets(buckets ...types.Bucket) {
	now := s.settings.now()
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	for _, b := range buckets {
		s.state.putBucket(now, clone(b))
	}
}

// FillBuckets puts objects into buckets, so that they are deleted only with
// ForceDelete. Names that no bucket has are passed over.
//
// The server knows no objects beyond that: it is not an Amazon S3.
func (s *Server) FillBuckets(names ...string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	for _, name := range names {
		if b, ok := s.state.buckets[name]; ok {
			b.filled = true
		}
	}
}

// RemoveBuckets removes buckets. Names that no bucket has are passed over.
func (s *Server) RemoveBuckets(names ...string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	for _, name := range names {
		delete(s.state.buckets, name)
	}
}

// SetAccountLevelBpaSync sets how Amazon S3's Block Public Access of the account
// bears on the buckets. At first it is in sync and does not.
func (s *Server) SetAccountLevelBpaSync(sync types.AccountLevelBpaSync) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	s.state.bpa = clone(sync)
}

// Snapshot returns a copy of what the server holds, to look at.
func (s *Server) Snapshot() State {
	now := s.settings.now()
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	s.state.renew(now)
	snapshot := State{
		AccessKeys:          map[string][]string{},
		AccountLevelBpaSync: clone(s.state.bpa),
	}
	for _, b := range sorted(s.state.buckets) {
		snapshot.Buckets = append(snapshot.Buckets, clone(b.Bucket))
		for _, key := range b.accessKeys {
			snapshot.AccessKeys[*b.Name] = append(snapshot.AccessKeys[*b.Name], key.id)
		}
	}
	for _, op := range s.state.operations {
		op.settle(now)
		snapshot.Operations = append(snapshot.Operations, clone(op.Operation))
	}
	for _, i := range sorted(s.state.instances) {
		snapshot.Instances = append(snapshot.Instances, clone(i.Instance))
	}
	return snapshot
}
