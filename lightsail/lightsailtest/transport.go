package lightsailtest

import (
	"context"
	"io"
	"net/http"
	"strconv"
)

// ServeHTTP answers a request that came over a socket.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.exchange(r)
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
	// Each piece of a slow body travels at once, and what there is of one that
	// is cut travels before the connection ends.
	out := flusher{w, http.NewResponseController(w)}
	if _, err := io.Copy(out, resp.Body); err != nil {
		_ = out.controller.Flush()
		panic(http.ErrAbortHandler)
	}
}

// A flusher hands over what is written without waiting for more.
type flusher struct {
	io.Writer
	controller *http.ResponseController
}

func (f flusher) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	if err == nil {
		err = f.controller.Flush()
	}
	return n, err
}

// inProcess answers requests in the goroutine of who sends them.
type inProcess struct{ server *Server }

// RoundTrip answers r as ServeHTTP would, and leaves r as it is.
func (t inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	r2 := r.Clone(ctx)
	if r2.Body == nil {
		r2.Body = http.NoBody
	}
	defer func(sent io.Closer) { sent.Close() }(r2.Body)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t.server.isClosed() {
		return nil, http.ErrServerClosed
	}
	resp, err := t.server.exchange(r2)
	if ctx.Err() != nil {
		if err == nil {
			resp.Body.Close()
		}
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	// On the way every header takes the one spelling that net/http reads.
	header := make(http.Header, len(resp.Header))
	for name, values := range resp.Header {
		for _, value := range values {
			header.Add(name, value)
		}
	}
	resp.Header = header
	resp.Request = r
	resp.Body = body{ctx, resp.Body}
	return resp, nil
}

// A body cannot be read any more once the context of its request has ended.
type body struct {
	ctx context.Context
	io.ReadCloser
}

func (b body) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	return b.ReadCloser.Read(p)
}
