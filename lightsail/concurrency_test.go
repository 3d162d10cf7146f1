package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestManyGoroutines uses one client in 2,000 goroutines, with all operations that
// lightsailtest serves, options
// that differ from call to call, rotating credentials and network faults. Every
// request must have the headers of its own call, the server verifies every signature,
// and no goroutine or connection may be left.
func TestManyGoroutines(t *testing.T) {
	const goroutines = 2000
	operations := servedOperations(t)
	before := runtime.NumGoroutine()
	rotated := []aws.Credentials{
		{AccessKeyID: "AKIDA", SecretAccessKey: "a", SessionToken: "t"},
		{AccessKeyID: "AKIDB", SecretAccessKey: "b", SessionToken: "t"},
		{AccessKeyID: "AKIDC", SecretAccessKey: "c"},
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(rotated[0], rotated[1:]...),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}))
	// Deleting the bucket would make later calls fail.
	server.Inject("DeleteBucket", lightsailtest.Error(&types.OperationFailureException{}).Always())
	server.Inject("", lightsailtest.Throttle().Sometimes(0.02, 1), lightsailtest.Drop().Sometimes(0.02, 2),
		lightsailtest.Cut(5).Sometimes(0.02, 3), lightsailtest.Status(503).Sometimes(0.02, 4))

	var open, retrieved atomic.Int64
	tr := &http.Transport{MaxConnsPerHost: 32, MaxIdleConnsPerHost: 32}
	tr.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		if err == nil {
			open.Add(1)
			conn = &countedConn{Conn: conn, open: &open}
		}
		return conn, err
	}
	check := doFunc(func(r *http.Request) (*http.Response, error) {
		want, _ := r.Context().Value(expectedKey{}).(expected)
		if ua := r.Header.Get("User-Agent"); !strings.Contains(ua+" ", want.app) || want.app == "" && strings.Contains(ua, "app/") {
			t.Errorf("got User-Agent %q, want application %q", ua, want.app)
		}
		if auth := r.Header.Get("Authorization"); !strings.Contains(auth, want.credential) {
			t.Errorf("got Authorization %q, want %q in it", auth, want.credential)
		}
		if attempt := r.Header.Get("Amz-Sdk-Request"); !strings.HasSuffix(attempt, want.attempt) {
			t.Errorf("got Amz-Sdk-Request %q, want suffix %q", attempt, want.attempt)
		}
		return tr.RoundTrip(r)
	})
	client := server.Client(func(o *lightsail.Options) {
		o.HTTPClient = check
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return rotated[int(retrieved.Add(1))%len(rotated)], nil
		})
	})

	call := func(g int) (canceled bool, err error) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		want := expected{credential: "Credential=AKID", attempt: "; max=3"}
		option := directPath
		switch g % 8 {
		case 0:
			want.app = fmt.Sprintf("app/caller-%d ", g)
			option = func(o *lightsail.Options) { o.AppID = fmt.Sprintf("caller-%d", g) }
		case 1:
			want.credential = "Credential=AKIDC/"
			option = func(o *lightsail.Options) {
				o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) { return rotated[2], nil })
			}
		case 2:
			want.attempt = "; max=7"
			option = func(o *lightsail.Options) { o.RetryMaxAttempts = 7 }
		case 3:
			want.attempt = "attempt=1; max=1"
			option = func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} }
		case 4:
			option = middlewarePath
		case 5: // logging also takes the middleware path
			option = func(o *lightsail.Options) {
				o.ClientLogMode = aws.LogSigning | aws.LogRequestWithBody | aws.LogResponseWithBody | aws.LogRetries
				o.Logger = logging.NewStandardLogger(io.Discard)
			}
		case 6:
			canceled = true
			option = func(o *lightsail.Options) {
				o.HTTPClient = doFunc(func(r *http.Request) (*http.Response, error) { cancel(); return check(r) })
			}
		}
		_, err = operations[g*7%len(operations)].call(context.WithValue(ctx, expectedKey{}, want), client, option)
		return canceled, err
	}

	var handled, failed atomic.Int64
	var wg sync.WaitGroup
	for g := range goroutines {
		wg.Go(func() {
			canceled, err := call(g)
			var api smithy.APIError
			var connection interface{ ConnectionError() bool }
			var decoding *smithy.DeserializationError
			switch {
			case canceled && !errors.Is(err, context.Canceled):
				t.Errorf("got error %v of a canceled call, want context.Canceled", err)
			case err == nil, lightsail.IsNotFound(err), errors.As(err, new(*types.InvalidInputException)):
				handled.Add(1) // most operations do not find a resource of their type
			case canceled, errors.As(err, &api), errors.As(err, &connection), errors.As(err, &decoding):
				failed.Add(1)
			default:
				t.Errorf("got error %v, want an API, connection or decoding error", err)
			}
		})
	}
	runWithTimeout(t, "all calls", wg.Wait)
	t.Logf("%d goroutines: %d calls handled, %d failed", goroutines, handled.Load(), failed.Load())
	if handled.Load() < goroutines/4 {
		t.Errorf("the server handled %d calls, want at least %d", handled.Load(), goroutines/4)
	}

	tr.CloseIdleConnections()
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	checkGoroutines(t, before)
	if n := open.Load(); n != 0 {
		t.Errorf("got %d open connections, want none", n)
	}
}

// expected holds parts of the headers that the requests of a call must have. It is in
// the call's context. An empty app means no application.
type expected struct{ app, credential, attempt string }

type expectedKey struct{}

// countedConn decrements open when it is closed.
type countedConn struct {
	net.Conn
	open *atomic.Int64
	once sync.Once
}

func (c *countedConn) Close() error {
	c.once.Do(func() { c.open.Add(-1) })
	return c.Conn.Close()
}

// TestConnectionClosedAfterEveryResponse calls a server that closes the connection
// after every response without announcing it. No call may fail.
func TestConnectionClosedAfterEveryResponse(t *testing.T) {
	operations := servedOperations(t)
	before := runtime.NumGoroutine()
	s := newFaultServer(t, &faultCase{respond: closeConn(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(goodBody), goodBody))})
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		s.faultsLeft.Store(1 << 30)
		client, _ := s.client(path)
		for range 3 {
			for _, op := range operations {
				if _, err := op.call(t.Context(), client); err != nil {
					t.Errorf("%s: got error %v, want none", op.name, err)
				}
			}
		}
	})
	s.close(t)
	checkGoroutines(t, before)
}

// servedOperations returns the operations that lightsailtest serves.
func servedOperations(t *testing.T) (served []anyOperation) {
	t.Helper()
	server, err := lightsailtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	for _, op := range allOperations(t) {
		_, err := op.call(t.Context(), client)
		var api smithy.APIError
		if !errors.As(err, &api) || api.ErrorCode() != "UnknownOperationException" {
			served = append(served, op)
		}
	}
	if len(served) < 17 {
		t.Fatalf("got %d operations that lightsailtest serves, want at least 17", len(served))
	}
	return served
}
