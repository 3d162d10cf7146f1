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
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// Where the context ends: at that step, which then goes on as if nothing were, or
// waits for what does not come.
var steps = map[string]struct {
	faultRow
	reaches bool // the service
}{
	"credentials that come too late": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			close(w.passed)
			return keys.Retrieve(ctx)
		})
	}}, false},
	"credentials that wait for the context": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			close(w.passed)
			<-ctx.Done()
			return aws.Credentials{}, ctx.Err()
		})
	}}, false},
	"credentials that never come, in a cache": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.Credentials = aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			close(w.passed)
			<-w.ended
			return aws.Credentials{}, errors.New("too late")
		}))
	}}, false},
	"endpoint": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.EndpointResolverV2 = endingResolver{w, o.EndpointResolverV2}
	}}, false},
	"signature": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.HTTPSignerV4 = endingSigner{w, o.HTTPSignerV4}
	}}, false},
	// net/http goes on connecting, for the next call, within the time-outs of the
	// dialer and the handshake.
	"dialing": {faultRow{dial: func(ctx context.Context, w *world) (net.Conn, error) {
		close(w.passed)
		<-w.ended
		return nil, errors.New("too late")
	}}, false},
	"TLS handshake": {faultRow{
		dial: func(_ context.Context, w *world) (net.Conn, error) {
			client, server := net.Pipe()
			go func() {
				_, _ = server.Read(make([]byte, 1))
				close(w.passed)
				<-w.ended
				server.Close()
			}()
			return client, nil
		},
		option: func(w *world, o *lightsail.Options) {
			o.BaseEndpoint = aws.String(strings.Replace(w.server.URL, "http:", "https:", 1))
		},
	}, false},
	"waiting for the answer": {faultRow{answer: func(w *world, _ http.ResponseWriter, r *http.Request) {
		close(w.passed)
		<-r.Context().Done()
	}}, true},
	"headers": {faultRow{answer: func(w *world, rw http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(rw).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Le")
		close(w.passed)
		_, _ = io.Copy(io.Discard, conn)
	}}, true},
	"body": {faultRow{answer: func(w *world, rw http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(rw, goodBody[:20])
		_ = http.NewResponseController(rw).Flush()
		close(w.passed)
		<-r.Context().Done()
	}}, true},
	"body of an error": {faultRow{answer: func(w *world, rw http.ResponseWriter, r *http.Request) {
		rw.WriteHeader(503)
		_, _ = io.WriteString(rw, goodBody[:20])
		_ = http.NewResponseController(rw).Flush()
		close(w.passed)
		<-r.Context().Done()
	}}, true},
	"quota": {faultRow{answer: htmlPage(503), option: func(w *world, o *lightsail.Options) {
		o.Retryer = endingRetryer{o.Retryer.(aws.RetryerV2), w, false}
	}}, true},
	"waiting to retry": {faultRow{answer: htmlPage(503), option: func(w *world, o *lightsail.Options) {
		o.Retryer = endingRetryer{o.Retryer.(aws.RetryerV2), w, true}
	}}, true},
	"middleware Initialize": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(s *middleware.Stack) error {
			return s.Initialize.Add(middleware.InitializeMiddlewareFunc("end", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				close(w.passed)
				return next.HandleInitialize(ctx, in)
			}), middleware.After)
		})
	}}, false},
	"middleware Serialize": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(s *middleware.Stack) error {
			return s.Serialize.Add(middleware.SerializeMiddlewareFunc("end", func(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
				close(w.passed)
				return next.HandleSerialize(ctx, in)
			}), middleware.Before)
		})
	}}, false},
	"middleware Build": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(s *middleware.Stack) error {
			return s.Build.Add(middleware.BuildMiddlewareFunc("end", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
				close(w.passed)
				return next.HandleBuild(ctx, in)
			}), middleware.After)
		})
	}}, false},
	"middleware Finalize": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(s *middleware.Stack) error {
			return s.Finalize.Add(middleware.FinalizeMiddlewareFunc("end", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
				close(w.passed)
				return next.HandleFinalize(ctx, in)
			}), middleware.After)
		})
	}}, false},
	"middleware Deserialize": {faultRow{option: func(w *world, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(s *middleware.Stack) error {
			return s.Deserialize.Add(middleware.DeserializeMiddlewareFunc("end", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				close(w.passed)
				return next.HandleDeserialize(ctx, in)
			}), middleware.After)
		})
	}}, false},
}

type endingResolver struct {
	w *world
	lightsail.EndpointResolverV2
}

func (r endingResolver) ResolveEndpoint(ctx context.Context, params lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	close(r.w.passed)
	return r.EndpointResolverV2.ResolveEndpoint(ctx, params)
}

type endingSigner struct {
	w *world
	lightsail.HTTPSignerV4
}

func (s endingSigner) SignHTTP(ctx context.Context, credentials aws.Credentials, r *http.Request, payloadHash, service, region string, at time.Time, optFns ...func(*v4.SignerOptions)) error {
	close(s.w.passed)
	return s.HTTPSignerV4.SignHTTP(ctx, credentials, r, payloadHash, service, region, at, optFns...)
}

// endingRetryer lets the context end when a retry takes from the quota, or while
// it waits for a day.
type endingRetryer struct {
	aws.RetryerV2
	w       *world
	waiting bool
}

func (r endingRetryer) GetRetryToken(ctx context.Context, err error) (func(error) error, error) {
	if !r.waiting {
		close(r.w.passed)
	}
	return r.RetryerV2.GetRetryToken(ctx, err)
}

func (r endingRetryer) RetryDelay(int, error) (time.Duration, error) {
	if r.waiting {
		close(r.w.passed)
	}
	return 24 * time.Hour, nil
}

// A context that ends, ends any call at any step. Were it not so, this test would
// hang. What it was about to send it does not send any more, and nothing is left.
func TestContextEndsAtEveryStep(t *testing.T) {
	operations := allOperations(t)
	for name, step := range steps {
		t.Run(name, func(t *testing.T) {
			before := runtime.NumGoroutine()
			w := newWorld(t, &step.faultRow)
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				for _, op := range operations {
					w.reached.Store(0)
					_, n, err := w.call(op, way, 1<<30)
					if !errors.Is(err, context.DeadlineExceeded) || n.attempts.Load() > 1 {
						t.Errorf("%s: %d attempts, error %v", op.name, n.attempts.Load(), err)
					}
					if reached := w.reached.Load() == 1; reached != step.reaches {
						t.Errorf("%s: the service got it: %v, want %v", op.name, reached, step.reaches)
					}
				}
			})
			close(w.ended)
			w.server.Close()
			w.elsewhere.Close()
			checkGoroutines(t, before)
		})
	}
}

// goroutines is how many call at once, and calls how often each does.
const (
	goroutines = 2000
	calls      = 1
)

// One client, thousands of goroutines, all operations, options that differ from
// call to call, keys that rotate, and a network that is not at its best. Each
// request is that of its own call; the server verifies each signature; and in the
// end nothing is left.
func TestManyGoroutines(t *testing.T) {
	operations := allOperations(t)
	before := runtime.NumGoroutine()
	rotated := []aws.Credentials{
		{AccessKeyID: "AKIDA", SecretAccessKey: "a", SessionToken: "t"},
		{AccessKeyID: "AKIDB", SecretAccessKey: "b", SessionToken: "t"},
		{AccessKeyID: "AKIDC", SecretAccessKey: "c"},
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(rotated[0], rotated[1:]...),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}), lightsailtest.WithInstances(lightsailtest.Instance{Name: "photos"}))
	server.Inject("DeleteBucket", lightsailtest.Error(&types.OperationFailureException{}).Always())
	server.Inject("", lightsailtest.Throttle().Sometimes(0.02, 1), lightsailtest.Drop().Sometimes(0.02, 2),
		lightsailtest.Cut(5).Sometimes(0.02, 3), lightsailtest.Status(503).Sometimes(0.02, 4))

	var open, retrieved atomic.Int64
	tr := &http.Transport{MaxConnsPerHost: 32, MaxIdleConnsPerHost: 32}
	tr.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		if err == nil {
			open.Add(1)
			conn = &openConn{Conn: conn, open: &open}
		}
		return conn, err
	}
	// Each request is checked against what its call wants.
	check := transport(func(r *http.Request) (*http.Response, error) {
		want, _ := r.Context().Value(wantKey{}).(want)
		if ua := r.Header.Get("User-Agent"); !strings.Contains(ua+" ", want.app) || want.app == "" && strings.Contains(ua, "app/") {
			t.Errorf("User-Agent %q, want %q in it", ua, want.app)
		}
		if auth := r.Header.Get("Authorization"); !strings.Contains(auth, want.key) {
			t.Errorf("Authorization %q, want %q in it", auth, want.key)
		}
		if attempt := r.Header.Get("Amz-Sdk-Request"); !strings.HasSuffix(attempt, want.max) {
			t.Errorf("attempt %q, want %q", attempt, want.max)
		}
		return tr.RoundTrip(r)
	})
	client := server.Client(func(o *lightsail.Options) {
		o.HTTPClient = check
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return rotated[int(retrieved.Add(1))%len(rotated)], nil
		})
	})

	var ok, failed atomic.Int64
	var wg sync.WaitGroup
	for g := range goroutines {
		wg.Go(func() {
			for k := range calls {
				ctx, cancel := context.WithCancel(t.Context())
				want := want{key: "Credential=AKID", max: "; max=3"}
				var option func(*lightsail.Options)
				canceled := false
				switch (g + k) % 8 {
				case 0:
					want.app = fmt.Sprintf("app/caller-%d ", g)
					option = func(o *lightsail.Options) { o.AppID = fmt.Sprintf("caller-%d", g) }
				case 1:
					want.key = "Credential=AKIDC/"
					option = func(o *lightsail.Options) {
						o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) { return rotated[2], nil })
					}
				case 2:
					want.max = "; max=7"
					option = func(o *lightsail.Options) { o.RetryMaxAttempts = 7 }
				case 3:
					want.max = "attempt=1; max=1"
					option = func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} }
				case 4: // watched
					option = lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil })
				case 5: // watched, too
					option = func(o *lightsail.Options) {
						o.ClientLogMode = aws.LogSigning | aws.LogRequestWithBody | aws.LogResponseWithBody | aws.LogRetries
						o.Logger = logging.NewStandardLogger(io.Discard)
					}
				case 6:
					canceled = true
					option = func(o *lightsail.Options) {
						o.HTTPClient = transport(func(r *http.Request) (*http.Response, error) { cancel(); return check(r) })
					}
				case 7:
					option = func(*lightsail.Options) {}
				}
				ctx = context.WithValue(ctx, wantKey{}, want)
				_, err := operations[(g*7+k)%len(operations)].call(ctx, client, option)
				cancel()
				var api smithy.APIError
				var sending interface{ ConnectionError() bool }
				var broken *smithy.DeserializationError
				switch {
				case canceled && !errors.Is(err, context.Canceled):
					t.Errorf("a call that was given up: %v", err)
				case err == nil:
					ok.Add(1)
				case canceled, errors.As(err, &api), errors.As(err, &sending), errors.As(err, &broken):
					failed.Add(1)
				default:
					t.Errorf("error %v", err)
				}
			}
		})
	}
	wg.Wait()
	t.Logf("%d goroutines: %d calls succeeded, %d failed", goroutines, ok.Load(), failed.Load())
	if ok.Load() < goroutines/4 {
		t.Error("too few calls succeeded to show anything")
	}

	tr.CloseIdleConnections()
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	checkGoroutines(t, before)
	if n := open.Load(); n != 0 {
		t.Errorf("%d connections are open", n)
	}
}

// want is what the requests of a call are to bear, by the call's context.
type want struct{ app, key, max string }

type wantKey struct{}

type openConn struct {
	net.Conn
	open *atomic.Int64
	once sync.Once
}

func (c *openConn) Close() error {
	c.once.Do(func() { c.open.Add(-1) })
	return c.Conn.Close()
}

// A server that closes each connection after its answer, without a word, disturbs
// nobody: the SDK's retries are for that.
func TestConnectionsThatDoNotLast(t *testing.T) {
	operations := allOperations(t)
	before := runtime.NumGoroutine()
	w := newWorld(t, &faultRow{answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
		hangUp(rw, fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(goodBody), goodBody), false)
	}})
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		w.faults.Store(1 << 30)
		client, _ := w.client(way)
		for range 3 {
			for _, op := range operations {
				if _, err := op.call(t.Context(), client); err != nil {
					t.Error(err)
				}
			}
		}
	})
	w.server.Close()
	w.elsewhere.Close()
	checkGoroutines(t, before)
}
