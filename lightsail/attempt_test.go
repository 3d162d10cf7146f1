package lightsail_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
)

// bucketFor returns a response with one bucket that has the given name.
func bucketFor(name string) *http.Response {
	return newResponse(200, `{"buckets":[{"name":"`+name+`"}]}`)
}

// Middleware may call next several times at once, each time with its own clone of
// the request. Every such attempt has its own output.
func TestMiddlewareCallsNextConcurrently(t *testing.T) {
	t.Parallel()
	steps := map[string]func(*middleware.Stack) error{
		"Deserialize": func(s *middleware.Stack) error {
			return s.Deserialize.Insert(middleware.DeserializeMiddlewareFunc("hedge", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
				middleware.DeserializeOutput, middleware.Metadata, error,
			) {
				return hedge(t, in.Request, func(out middleware.DeserializeOutput) any { return out.Result }, func(req *smithyhttp.Request) (middleware.DeserializeOutput, middleware.Metadata, error) {
					return next.HandleDeserialize(ctx, middleware.DeserializeInput{Request: req})
				})
			}), "AddRawResponseToMetadata", middleware.Before)
		},
	}
	if !raceEnabled {
		// smithy-go itself writes a field whenever Finalize enters Deserialize.
		for _, anchor := range []string{"Retry", "ResolveAuthScheme", "GetIdentity", "ResolveEndpointV2", "Signing"} {
			steps["Finalize before "+anchor] = func(s *middleware.Stack) error {
				return s.Finalize.Insert(middleware.FinalizeMiddlewareFunc("hedge", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
					middleware.FinalizeOutput, middleware.Metadata, error,
				) {
					return hedge(t, in.Request, func(out middleware.FinalizeOutput) any { return out.Result }, func(req *smithyhttp.Request) (middleware.FinalizeOutput, middleware.Metadata, error) {
						return next.HandleFinalize(ctx, middleware.FinalizeInput{Request: req})
					})
				}), anchor, middleware.Before)
			}
		}
	}
	for name, insert := range steps {
		t.Run(name, func(t *testing.T) {
			var sent atomic.Int64
			client := newClient(func(r *http.Request) (*http.Response, error) {
				if r.Header.Get("Authorization") == "" {
					return nil, errors.New("the request is not signed")
				}
				return bucketFor(fmt.Sprintf("bucket-%d", sent.Add(1))), nil
			}, lightsail.WithAPIOptions(insert))
			for range 20 {
				out, err := client.GetBuckets(t.Context(), nil)
				if err != nil {
					t.Fatal(err)
				}
				if len(out.Buckets) != 1 || !strings.HasPrefix(aws.ToString(out.Buckets[0].Name), "bucket-") {
					t.Fatalf("got output %v, want one bucket", out.Buckets)
				}
			}
			if n := sent.Load(); n != 20*hedges {
				t.Errorf("got %d requests, want %d", n, 20*hedges)
			}
		})
	}
}

const hedges = 8

// hedge sends clones of a request at once and returns the first result. It checks
// that the results are distinct.
func hedge[Out any](t *testing.T, request any, result func(Out) any, send func(*smithyhttp.Request) (Out, middleware.Metadata, error)) (Out, middleware.Metadata, error) {
	var outputs [hedges]Out
	var metadata [hedges]middleware.Metadata
	var errs [hedges]error
	var wait sync.WaitGroup
	for i := range hedges {
		clone, err := request.(*smithyhttp.Request).Clone().SetStream(strings.NewReader(`{}`))
		if err != nil {
			return outputs[0], metadata[0], err
		}
		wait.Go(func() { outputs[i], metadata[i], errs[i] = send(clone) })
	}
	wait.Wait()
	names := map[string]bool{}
	for _, output := range outputs {
		if out, ok := result(output).(*lightsail.GetBucketsOutput); ok && len(out.Buckets) == 1 {
			names[aws.ToString(out.Buckets[0].Name)] = true
		}
	}
	if len(names) != hedges {
		t.Errorf("got %d different outputs of %d attempts, want all to differ", len(names), hedges)
	}
	return outputs[0], metadata[0], errors.Join(errs[:]...)
}

// slowBody blocks in its first read until released, and then writes into the slice
// that it was given.
type slowBody struct{ released, done chan struct{} }

func (b *slowBody) Read(p []byte) (int, error) {
	<-b.released
	defer close(b.done)
	return copy(p, bytes.Repeat([]byte{'#'}, len(p))), nil
}

func (b *slowBody) Close() error { return nil }

// The SDK's AddResponseReadTimeoutMiddleware returns an error while a goroutine is
// still writing into the buffer. That buffer must not be reused.
func TestBufferOfFailedReadIsDropped(t *testing.T) {
	t.Parallel()
	for range 20 {
		slow := &slowBody{make(chan struct{}), make(chan struct{})}
		client := newClient(func(*http.Request) (*http.Response, error) {
			resp := newResponse(200, "")
			resp.Body, resp.ContentLength = slow, -1
			return resp, nil
		}, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
			//lint:ignore SA1019 programs may still use it
			return awshttp.AddResponseReadTimeoutMiddleware(s, time.Millisecond)
		}), func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} })
		if _, err := client.GetBuckets(t.Context(), nil); err == nil {
			t.Fatal("got no error of a body that times out, want one")
		}

		// Another client reads into a pooled buffer while the goroutine writes.
		others := newClient(func(*http.Request) (*http.Response, error) { return bucketFor("intact"), nil })
		resp := make(chan string)
		go func() {
			var got string
			for range 50 {
				out, err := others.GetBuckets(context.Background(), nil)
				if err != nil {
					got = err.Error()
					break
				}
				got = aws.ToString(out.Buckets[0].Name)
			}
			resp <- got
		}()
		close(slow.released)
		<-slow.done
		if got := <-resp; got != "intact" {
			t.Fatalf("got bucket %q of another call, want %q", got, "intact")
		}
	}
}

// Without the step GetIdentity nothing is signed with empty credentials, and
// nothing is sent.
func TestNoIdentity(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{}`))
	client := newClient(do, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		_, err := s.Finalize.Remove("GetIdentity")
		return err
	}))
	_, err := client.GetBuckets(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "no identity") {
		t.Errorf("got error %v, want one that contains %q", err, "no identity")
	}
	if n := sent.len(); n != 0 {
		t.Errorf("got %d requests, want none", n)
	}
}
