package lightsail_test

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
)

// faultServer is a service on the loopback interface with a fault in the service or
// on the connection to it. It makes one call at a time.
type faultServer struct {
	fault     *faultCase
	server    *httptest.Server
	otherHost *httptest.Server // a redirect target that must not be called
	http      aws.HTTPClient

	faultsLeft    atomic.Int64    // number of requests that meet the fault
	deadline      *manualDeadline // of the current call
	testDone      chan struct{}   // closed at the end of the test
	received      atomic.Int64    // requests to server
	otherReceived atomic.Int64    // requests to otherHost
}

// goodBody decodes to an empty output of every operation. Any proper prefix of it is
// invalid JSON.
const goodBody = `{"later":"a member of a later model, which this client skips"}`

func newFaultServer(t *testing.T, fault *faultCase) *faultServer {
	s := &faultServer{fault: fault, testDone: make(chan struct{})}
	s.server = httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		s.received.Add(1)
		_, _ = io.Copy(io.Discard, r.Body)
		if fault.respond != nil && s.takeFault() {
			fault.respond(s, rw, r)
			return
		}
		rw.Header().Set("Content-Type", "application/x-amz-json-1.1")
		rw.Header().Set("X-Amzn-RequestId", "7a1e-request")
		_, _ = rw.Write([]byte(goodBody))
	}))
	if fault.http2 != nil {
		s.server.Config.Protocols = onlyHTTP2()
	}
	s.server.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.server.Start()
	s.otherHost = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { s.otherReceived.Add(1) }))
	t.Cleanup(func() { s.close(t) })
	s.http = awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) {
		tr.Proxy = nil
		tr.DialContext = s.dial
		tr.DisableKeepAlives = fault.dial != nil || fault.http2 != nil
		if fault.http2 != nil {
			tr.Protocols = onlyHTTP2()
		}
		if fault.transport != nil {
			fault.transport(tr)
		}
	}).Freeze()
	return s
}

// onlyHTTP2 returns the protocols of a server or client that speaks HTTP/2 without TLS.
func onlyHTTP2() *http.Protocols {
	p := new(http.Protocols)
	p.SetUnencryptedHTTP2(true)
	return p
}

// close stops the servers. After a failure, a request may never end, so close closes its
// connection first.
func (s *faultServer) close(t *testing.T) {
	if t.Failed() {
		s.server.Listener.Close()
		s.server.CloseClientConnections()
	}
	s.server.Close()
	s.otherHost.Close()
}

// takeFault reports whether the fault occurs now. A dial fault is counted when the
// connection is made, other faults when a request is received.
func (s *faultServer) takeFault() bool { return s.faultsLeft.Add(-1) >= 0 }

func (s *faultServer) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if s.fault.dial != nil && s.takeFault() {
		return s.fault.dial(ctx, s)
	}
	if s.fault.http2 != nil && s.takeFault() {
		return dialHTTP2(ctx, s)
	}
	return new(net.Dialer).DialContext(ctx, network, address)
}

// otherURL returns a URL of otherHost whose host name differs from that of server.
func (s *faultServer) otherURL() string {
	u, _ := url.Parse(s.otherHost.URL)
	return "http://localhost:" + u.Port() + "/"
}

// client returns a client of the service that counts attempts and requests.
func (s *faultServer) client(path func(*lightsail.Options)) (*lightsail.Client, *counts) {
	n := new(counts)
	cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &s.server.URL, HTTPClient: doFunc(func(r *http.Request) (*http.Response, error) {
		n.requests.Add(1)
		return s.http.Do(r)
	})}
	return lightsail.NewFromConfig(cfg, noRetryDelay, func(o *lightsail.Options) {
		o.Retryer = countingRetryer{o.Retryer.(aws.RetryerV2), n}
		if s.fault.option != nil {
			s.fault.option(s, o)
		}
	}, path), n
}

// call calls op while the given number of requests meet the fault. The call's
// deadline ends when the fault calls s.expire.
func (s *faultServer) call(t *testing.T, op anyOperation, path func(*lightsail.Options), faults int64) (out any, n *counts, err error) {
	t.Helper()
	s.faultsLeft.Store(faults)
	s.deadline = &manualDeadline{Context: context.Background(), expired: make(chan struct{})}
	client, n := s.client(path)
	runWithTimeout(t, op.name, func() {
		out, err = op.call(s.deadline, client)
	})
	return out, n, err
}

// counts are the attempts of a call and the requests that they sent.
type counts struct{ attempts, requests atomic.Int64 }

type countingRetryer struct {
	aws.RetryerV2
	n *counts
}

// GetAttemptToken is called by the retry loop before every attempt.
func (r countingRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	r.n.attempts.Add(1)
	return r.RetryerV2.GetAttemptToken(ctx)
}

// expire ends the deadline of the current call.
func (s *faultServer) expire() { s.deadline.expire() }

// manualDeadline is a context whose deadline is exceeded once expire is called.
type manualDeadline struct {
	context.Context
	expired chan struct{}
	once    sync.Once
}

func (d *manualDeadline) expire() { d.once.Do(func() { close(d.expired) }) }

func (d *manualDeadline) Done() <-chan struct{} { return d.expired }

func (d *manualDeadline) Err() error {
	select {
	case <-d.expired:
		return context.DeadlineExceeded
	default:
		return nil
	}
}
