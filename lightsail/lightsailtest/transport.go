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
	ctx := r.Context()
	r2 := r.Clone(ctx)
	if r2.Body == nil {
		r2.Body = http.NoBody
	}
	// Close the original body; roundTrip replaces r2.Body.
	defer func(sent io.Closer) { sent.Close() }(r2.Body)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t.server.isClosed() {
		return nil, http.ErrServerClosed
	}
	resp, err := t.server.roundTrip(r2)
	if ctx.Err() != nil {
		if err == nil {
			resp.Body.Close()
		}
		return nil, ctx.Err()
	}
	if err != nil {
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
	resp.Body = contextBody{ctx, resp.Body}
	return resp, nil
}

// contextBody is a response body that fails once the context of the request is
// done, as the body of a real connection does.
type contextBody struct {
	ctx context.Context
	io.ReadCloser
}

func (b contextBody) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	return b.ReadCloser.Read(p)
}
