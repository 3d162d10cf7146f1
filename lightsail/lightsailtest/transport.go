package lightsailtest

import (
	"context"
	"io"
	"net/http"
	"strconv"
)

// ServeHTTP implements [http.Handler]. It handles a request that arrived on a
// socket.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.roundTrip(r)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer resp.Body.Close()
	header := w.Header()
	for name, values := range resp.Header {
		header[name] = values
	}
	if resp.ContentLength >= 0 {
		header.Set("Content-Length", strconv.FormatInt(resp.ContentLength, 10))
	}
	w.WriteHeader(resp.StatusCode)
	// Without a flush after each piece, net/http would buffer the pieces of Trickle and
	// discard the first part of a body that Cut interrupts.
	out := flushWriter{w, http.NewResponseController(w)}
	if _, err := io.Copy(out, resp.Body); err != nil {
		_ = out.controller.Flush()
		panic(http.ErrAbortHandler)
	}
}

// flushWriter flushes after each write.
type flushWriter struct {
	io.Writer
	controller *http.ResponseController
}

func (w flushWriter) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err == nil {
		err = w.controller.Flush()
	}
	return n, err
}

// inProcess is an [http.RoundTripper] that calls the server in the goroutine of the
// caller.
type inProcess struct{ server *Server }

// RoundTrip returns the same response as ServeHTTP. It does not modify r.
func (t inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(r.Context())
	stop := context.AfterFunc(t.server.done, func() { cancel(http.ErrServerClosed) })
	release := func() {
		stop()
		cancel(nil)
	}
	r2 := r.Clone(ctx)
	if r2.Body == nil {
		r2.Body = http.NoBody
	}
	// Close the original body; roundTrip replaces r2.Body.
	defer func(sent io.Closer) { sent.Close() }(r2.Body)
	if t.server.isClosed() {
		cancel(http.ErrServerClosed)
	}
	if ctx.Err() != nil {
		defer release()
		return nil, context.Cause(ctx)
	}
	resp, err := t.server.roundTrip(r2)
	if ctx.Err() != nil {
		defer release()
		if err == nil {
			resp.Body.Close()
		}
		return nil, context.Cause(ctx)
	}
	if err != nil {
		release()
		return nil, err
	}
	// A client of net/http sees canonical header names, so convert x-amzn-RequestId.
	header := make(http.Header, len(resp.Header))
	for name, values := range resp.Header {
		for _, value := range values {
			header.Add(name, value)
		}
	}
	resp.Header = header
	resp.Request = r
	resp.Body = contextBody{ctx, resp.Body, release}
	return resp, nil
}

// contextBody is a response body that fails once the context of the request is done, as
// the body of a real connection does.
type contextBody struct {
	ctx context.Context
	io.ReadCloser
	release func() // releases the resources of ctx
}

func (b contextBody) Read(p []byte) (int, error) {
	if b.ctx.Err() != nil {
		return 0, context.Cause(b.ctx)
	}
	return b.ReadCloser.Read(p)
}

func (b contextBody) Close() error {
	defer b.release()
	return b.ReadCloser.Close()
}
