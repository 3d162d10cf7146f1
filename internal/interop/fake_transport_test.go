package interop_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/aws/smithy-go/logging"
)

// A responder returns the response to a request, or the error of the transport.
type responder func(*http.Request) (*http.Response, error)

// respond returns a responder with a status, a body and headers. The headers are
// names and values in turn. An empty value deletes a default header.
func respond(status int, body string, headers ...string) responder {
	return func(r *http.Request) (*http.Response, error) {
		h := http.Header{"Content-Type": {"application/x-amz-json-1.1"}, "X-Amzn-Requestid": {"11111111-2222-3333-4444-555555555555"}}
		h.Set("Date", time.Now().UTC().Format(http.TimeFormat))
		for i := 0; i < len(headers); i += 2 {
			if headers[i+1] == "" {
				h.Del(headers[i])
			} else {
				h.Set(headers[i], headers[i+1])
			}
		}
		return &http.Response{
			StatusCode:    status,
			Status:        fmt.Sprintf("%d %s", status, http.StatusText(status)),
			Proto:         "HTTP/1.1",
			ProtoMajor:    1,
			ProtoMinor:    1,
			Header:        h,
			Body:          io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)),
			Request:       r,
		}, nil
	}
}

var (
	success     = respond(200, `{"nextPageToken":"more"}`, "Date", "")
	unavailable = respond(503, `{"__type":"ServiceUnavailable","message":"later"}`, "Date", "")
)

// respondWithClock returns a responder whose Date header is off by d.
func respondWithClock(d time.Duration, status int, body string) responder {
	return func(r *http.Request) (*http.Response, error) {
		return respond(status, body, "Date", time.Now().Add(d).UTC().Format(http.TimeFormat))(r)
	}
}

// fail returns a responder that returns no response and err.
func fail(err error) responder {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// respondTruncated returns a responder whose body ends with err.
func respondTruncated(status int, body string, err error) responder {
	return func(r *http.Request) (*http.Response, error) {
		resp, _ := respond(status, body, "Date", "")(r)
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(body), iotest.ErrReader(err)))
		return resp, nil
	}
}

// respondStalled returns a responder whose body blocks until the context ends.
func respondStalled(status int) responder {
	return func(r *http.Request) (*http.Response, error) {
		resp, _ := respond(status, "", "Date", "")(r)
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"buckets":[`), blockingReader{r.Context()}))
		return resp, nil
	}
}

// blockingReader blocks until its context ends.
type blockingReader struct{ ctx context.Context }

func (r blockingReader) Read([]byte) (int, error) {
	<-r.ctx.Done()
	return 0, r.ctx.Err()
}

// delayed returns a responder that waits for one second before it calls next.
func delayed(next responder) responder {
	return func(r *http.Request) (*http.Response, error) {
		select {
		case <-time.After(time.Second):
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
		return next(r)
	}
}

// fakeTransport is an [http.RoundTripper] that records requests and returns the
// responses of its responders. It is also the logger of its client.
type fakeTransport struct {
	t          *testing.T
	responders []responder // in order; the last one repeats
	requests   []request
	open       int // number of response bodies that were not closed
	mutated    bool
	log        []string
	ids        []string // invocation IDs
}

// Logf implements [logging.Logger].
func (f *fakeTransport) Logf(c logging.Classification, format string, v ...any) {
	f.log = append(f.log, string(c)+" "+fmt.Sprintf(format, v...))
}

// RoundTrip implements [http.RoundTripper].
func (f *fakeTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	f.requests = append(f.requests, recordRequest(f.t, r, &f.ids, f.mutated))
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	resp, err := f.responders[min(len(f.requests), len(f.responders))-1](r)
	if resp != nil && resp.Body != nil {
		f.open++
		resp.Body = &countedBody{resp.Body, f, false}
	}
	return resp, err
}

// countedBody is a response body that its transport counts until it is closed.
type countedBody struct {
	io.ReadCloser
	transport *fakeTransport
	closed    bool
}

func (b *countedBody) Close() error {
	if !b.closed {
		b.closed = true
		b.transport.open--
	}
	return b.ReadCloser.Close()
}

// doer is an HTTP client that calls a responder.
type doer responder

func (d doer) Do(r *http.Request) (*http.Response, error) { return d(r) }

// timeoutError is a [net.Error] that reports a timeout.
type timeoutError struct{}

func (timeoutError) Error() string   { return "i/o timeout" }
func (timeoutError) Timeout() bool   { return true }
func (timeoutError) Temporary() bool { return true }
