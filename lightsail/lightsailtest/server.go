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
)

// A Server is an in-memory Lightsail server for one account and one or more Regions.
//
// Create it with [NewServer] or [Start]; the zero value is not usable. All methods are
// safe for concurrent use. A Server is also an [http.Handler], which can be served by
// another HTTP server.
type Server struct {
	options    *options
	account    *account
	faults     *faultQueue
	calls      callLog
	httpClient *http.Client

	mu       sync.Mutex
	tb       testing.TB // nil for a server of Start
	expected []string   // error codes that the test still expects
	handlers map[string]func(ctx context.Context, in any) (any, error)
	closed   bool
	done     context.Context // ends when the server is closed
	stop     context.CancelFunc
	url      string
	http     *http.Server
	serving  sync.WaitGroup // Serve and the open connections
}

// NewServer returns a server for a test and closes it when the test ends.
//
// The server fails the test if it receives a request that no correct client sends; see
// [Server.Expect]. It opens no socket until URL or Config is called or Client returns
// a client that needs it.
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
			tb.Errorf("lightsailtest: no request was rejected with %s, but the test expects one", code)
		}
	})
	return s
}

// Start returns a server for a program. It listens on a socket immediately and returns
// an error if it cannot listen on the address. Call Close to stop the server.
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
	options := &options{
		regions: []string{"us-east-1"},
		credentials: []aws.Credentials{{
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
		opt(options)
	}
	if options.blueprints == nil {
		options.blueprints = blueprints()
	}
	account, err := newAccount(options, options.now())
	if err != nil {
		return nil, err
	}
	s := &Server{
		options: options, account: account, faults: &options.faults,
		handlers: map[string]func(context.Context, any) (any, error){},
	}
	s.done, s.stop = context.WithCancel(context.Background())
	s.httpClient = &http.Client{Transport: inProcess{s}}
	s.PutInstances(options.instances...)
	s.PutAccessDetails(options.access...)
	s.PutBuckets(options.buckets...)
	return s, nil
}

// Close stops the server. It cancels the requests that the server is handling and waits
// until those that arrived on a socket have ended. Later requests fail. Close can be
// called more than once.
func (s *Server) Close() error {
	s.stop()
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

// listen opens the socket if it is not open yet. It requires that s.mu is locked.
func (s *Server) listen() error {
	if s.url != "" {
		return nil
	}
	if s.closed {
		// Connections to port 0 always fail.
		s.url = "http://127.0.0.1:0"
		return nil
	}
	listener, err := net.Listen("tcp", s.options.address)
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
		// Serve returns http.ErrServerClosed when the server is closed.
		_ = s.http.Serve(listener)
	})
	return nil
}

// URL returns the address of the server, such as http://127.0.0.1:41801. The first call
// opens the socket.
//
// In a testing/synctest bubble, a goroutine that waits for a socket prevents the fake
// clock from advancing. Use HTTPClient there, or call URL outside of the bubble.
func (s *Server) URL() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.listen(); err != nil {
		// Only a server of NewServer can fail here; Start has opened the socket.
		s.tb.Fatalf("lightsailtest: %v", err)
	}
	return s.url
}

// HTTPClient returns an HTTP client that calls the server without a socket, in the
// goroutine that sends the request. It sends requests for any host to the server.
// HTTPClient returns the same client each time; do not modify it.
//
// The client works in a testing/synctest bubble, where latency and the delays between
// attempts take no real time. It also allows a client to keep the endpoint of the
// service without connecting to it:
//
//	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
func (s *Server) HTTPClient() *http.Client {
	return s.httpClient
}

// Config returns a configuration for any client of the AWS SDK for Go v2. Its Region is
// the first Region of the server, whose endpoint serves the others as well: set Region
// to another one to call it. The endpoint is the socket of the server. Its retryer makes as
// many attempts as the SDK's standard retryer, without delays between them.
func (s *Server) Config() aws.Config {
	config := s.baseConfig()
	config.BaseEndpoint = aws.String(s.URL())
	return config
}

// baseConfig returns the configuration without an endpoint. It does not open the
// socket.
func (s *Server) baseConfig() aws.Config {
	return aws.Config{
		Region: s.options.regions[0],
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return s.options.credentials[0], nil
		}),
		Retryer: func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) {
				o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
			})
		},
	}
}

// Client returns a client of package lightsail that calls this server, with the
// configuration that Config returns. The client uses the socket unless an option
// function sets HTTPClient to that of the server, or sets BaseEndpoint.
func (s *Server) Client(optFns ...func(*lightsail.Options)) *lightsail.Client {
	return lightsail.NewFromConfig(s.baseConfig(), append(slices.Clone(optFns), func(o *lightsail.Options) {
		if o.BaseEndpoint == nil && o.HTTPClient != s.httpClient {
			o.BaseEndpoint = aws.String(s.URL())
		}
	})...)
}

// Expect declares that the test is going to send one request for each code that the
// server rejects with it.
//
// The server rejects a request that no correct client sends: if it is not signed, or
// not for the Region and the credentials of the server; if it is for an unknown API
// operation; or if its body is not valid JSON for the input. The package documentation
// lists all reasons and their codes. Each rejected request fails the test unless it is
// expected, and so does an expected request that does not arrive. Errors of the service
// itself, such as NotFoundException, do not fail the test.
func (s *Server) Expect(codes ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.expected = append(s.expected, codes...)
}

// reportRejected fails the test if it does not expect the error.
func (s *Server) reportRejected(c *Call, err *requestError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.Index(s.expected, err.Code); i >= 0 {
		s.expected = slices.Delete(s.expected, i, i+1)
		return
	}
	// testing panics if Errorf is called after the test has ended.
	if s.tb != nil && !s.closed {
		s.tb.Errorf("lightsailtest: unexpected request %s, rejected with %s: %s", c, err.Code, err.Message)
	}
}

func (s *Server) isClosed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}
