package lightsail_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
)

// cancelPoints are faults during which the call's deadline ends. The step then either
// continues as if nothing had happened or blocks.
var cancelPoints = map[string]struct {
	faultCase
	wantRequests int64 // received by the service
}{
	"credentials returned after the deadline": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			s.expire()
			return testCredentials.Retrieve(ctx)
		})
	}}, 0},
	"credentials provider waits for the context": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			s.expire()
			<-ctx.Done()
			return aws.Credentials{}, ctx.Err()
		})
	}}, 0},
	"credentials provider in a cache blocks": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.Credentials = aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			s.expire()
			<-s.testDone
			return aws.Credentials{}, errors.New("the test has ended")
		}))
	}}, 0},
	"endpoint resolver": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.EndpointResolverV2 = expiringResolver{s, o.EndpointResolverV2}
	}}, 0},
	"signer": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.HTTPSignerV4 = expiringSigner{s, o.HTTPSignerV4}
	}}, 0},
	// net/http continues to connect in the background, within the timeouts of the
	// dialer and the handshake, and keeps the connection for the next call.
	"dialing": {faultCase{dial: func(ctx context.Context, s *faultServer) (net.Conn, error) {
		s.expire()
		<-s.testDone
		return nil, errors.New("the test has ended")
	}}, 0},
	"TLS handshake": {faultCase{
		dial: func(_ context.Context, s *faultServer) (net.Conn, error) {
			client, server := net.Pipe()
			go func() {
				_, _ = server.Read(make([]byte, 1))
				s.expire()
				<-s.testDone
				server.Close()
			}()
			return client, nil
		},
		option: func(s *faultServer, o *lightsail.Options) {
			o.BaseEndpoint = aws.String(strings.Replace(s.server.URL, "http:", "https:", 1))
		},
	}, 0},
	"waiting for the response": {faultCase{respond: func(s *faultServer, _ http.ResponseWriter, r *http.Request) {
		s.expire()
		<-r.Context().Done()
	}}, 1},
	"incomplete response headers": {faultCase{respond: func(s *faultServer, rw http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(rw).Hijack()
		if err != nil {
			return
		}
		defer conn.Close()
		_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Le")
		s.expire()
		_, _ = io.Copy(io.Discard, conn)
	}}, 1},
	"incomplete response body": {faultCase{respond: func(s *faultServer, rw http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(rw, goodBody[:20])
		_ = http.NewResponseController(rw).Flush()
		s.expire()
		<-r.Context().Done()
	}}, 1},
	"incomplete error body": {faultCase{respond: func(s *faultServer, rw http.ResponseWriter, r *http.Request) {
		rw.WriteHeader(503)
		_, _ = io.WriteString(rw, goodBody[:20])
		_ = http.NewResponseController(rw).Flush()
		s.expire()
		<-r.Context().Done()
	}}, 1},
	"retry quota": {faultCase{respond: htmlPage(503), option: func(s *faultServer, o *lightsail.Options) {
		o.Retryer = expiringRetryer{o.Retryer.(aws.RetryerV2), s, false}
	}}, 1},
	"retry delay": {faultCase{respond: htmlPage(503), option: func(s *faultServer, o *lightsail.Options) {
		o.Retryer = expiringRetryer{o.Retryer.(aws.RetryerV2), s, true}
	}}, 1},
	"middleware Initialize": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("expire", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				s.expire()
				return next.HandleInitialize(ctx, in)
			}), middleware.After)
		})
	}}, 0},
	"middleware Serialize": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Serialize.Add(middleware.SerializeMiddlewareFunc("expire", func(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
				s.expire()
				return next.HandleSerialize(ctx, in)
			}), middleware.Before)
		})
	}}, 0},
	"middleware Build": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Build.Add(middleware.BuildMiddlewareFunc("expire", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
				s.expire()
				return next.HandleBuild(ctx, in)
			}), middleware.After)
		})
	}}, 0},
	"middleware Finalize": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Finalize.Add(middleware.FinalizeMiddlewareFunc("expire", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
				s.expire()
				return next.HandleFinalize(ctx, in)
			}), middleware.After)
		})
	}}, 0},
	"middleware Deserialize": {faultCase{option: func(s *faultServer, o *lightsail.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("expire", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				s.expire()
				return next.HandleDeserialize(ctx, in)
			}), middleware.After)
		})
	}}, 0},
}

type expiringResolver struct {
	s *faultServer
	lightsail.EndpointResolverV2
}

func (r expiringResolver) ResolveEndpoint(ctx context.Context, params lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	r.s.expire()
	return r.EndpointResolverV2.ResolveEndpoint(ctx, params)
}

type expiringSigner struct {
	s *faultServer
	lightsail.HTTPSignerV4
}

func (e expiringSigner) SignHTTP(ctx context.Context, credentials aws.Credentials, r *http.Request, payloadHash, service, region string, at time.Time, optFns ...func(*v4.SignerOptions)) error {
	e.s.expire()
	return e.HTTPSignerV4.SignHTTP(ctx, credentials, r, payloadHash, service, region, at, optFns...)
}

// expiringRetryer ends the deadline when a retry takes tokens from the quota or, if
// inDelay is set, at the start of a retry delay of a day.
type expiringRetryer struct {
	aws.RetryerV2
	s       *faultServer
	inDelay bool
}

func (r expiringRetryer) GetRetryToken(ctx context.Context, err error) (func(error) error, error) {
	if !r.inDelay {
		r.s.expire()
	}
	return r.RetryerV2.GetRetryToken(ctx, err)
}

func (r expiringRetryer) RetryDelay(int, error) (time.Duration, error) {
	if r.inDelay {
		r.s.expire()
	}
	return 24 * time.Hour, nil
}

// TestDeadlineAtEveryStep ends the call's deadline at every step of the pipeline. The
// call must return, send nothing more, and leave no goroutine behind.
func TestDeadlineAtEveryStep(t *testing.T) {
	operations := allOperations(t)
	before := runtime.NumGoroutine()
	t.Run("steps", func(t *testing.T) {
		i := 0
		for name, step := range cancelPoints {
			sample := sampleOperations(operations, i)
			i++
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				s := newFaultServer(t, &step.faultCase)
				eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
					for _, op := range sample {
						s.received.Store(0)
						_, n, err := s.call(t, op, path, 1<<30)
						if !errors.Is(err, context.DeadlineExceeded) || n.attempts.Load() > 1 {
							t.Errorf("%s: got %d attempts and error %v, want at most 1 and context.DeadlineExceeded", op.name, n.attempts.Load(), err)
						}
						if got := s.received.Load(); got != step.wantRequests {
							t.Errorf("%s: got %d requests, want %d", op.name, got, step.wantRequests)
						}
					}
				})
				close(s.testDone)
				s.close(t)
			})
		}
	})
	checkGoroutines(t, before)
}
