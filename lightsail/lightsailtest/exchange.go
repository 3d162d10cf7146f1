package lightsailtest

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strconv"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

const (
	contentType  = "application/x-amz-json-1.1"
	targetPrefix = "Lightsail_20161128."

	// maxRequest is the longest body that is read, far beyond what an operation
	// takes.
	maxRequest = 1 << 20
)

// An exchange is a request on its way to its answer.
type exchange struct {
	server *Server
	call   *Call
	body   []byte
	ending ending
}

// exchange answers a request, the same way with sockets and without. An error
// stands for a connection that ends without an answer.
func (s *Server) exchange(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxRequest+1))
	if err != nil {
		return nil, err
	}
	// Whoever looks at the request later finds its body unread.
	r.Body = io.NopCloser(bytes.NewReader(body))

	e := &exchange{server: s, body: body, call: newCall(r, body, s.settings.now())}
	s.calls.add(e.call)
	var resp *http.Response
	if err = e.verify(r); err != nil {
		resp, err = e.fail(err), nil
	} else {
		resp, err = s.faults.around(e, r, e.do)
	}
	s.calls.finish(e.call, resp)
	if s.settings.observer != nil {
		s.settings.observer(s.calls.copy(e.call))
	}
	return resp, err
}

// verify refuses a request that is not one of an AWS SDK.
func (e *exchange) verify(r *http.Request) error {
	if len(e.body) > maxRequest {
		return refuse(tooLarge, "the body is longer than %d bytes", maxRequest)
	}
	settings := e.server.settings
	if !settings.unsigned || r.Header.Get("Authorization") != "" {
		v := verifier{region: settings.region, service: "lightsail", keys: settings.keys, now: e.call.Time}
		if err := v.verify(r, e.body); err != nil {
			return err
		}
	}
	if r.Method != http.MethodPost {
		return refuse(malformedRequest, "the method is %s, not POST", r.Method)
	}
	if r.URL.Path != "/" && r.URL.Path != "" {
		return refuse(unknownOperation, "the path is %s, not /", r.URL.Path)
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != contentType {
		return refuse(malformedRequest, "the Content-Type is not %s", contentType)
	}
	if _, known := operations[e.call.Operation]; !known {
		return refuse(unknownOperation, "X-Amz-Target %q is no operation of this server", r.Header.Get("X-Amz-Target"))
	}
	return nil
}

// do carries out the operation.
func (e *exchange) do(*http.Request) (*http.Response, error) {
	op := operations[e.call.Operation]
	in, err := op.decode(e.body)
	if err != nil {
		return e.fail(refuse(serialization, "the body: %v", err)), nil
	}
	out, err := op.do(e.server.state, e.server.settings.now(), e.ending, in)
	if err != nil {
		return e.fail(err), nil
	}
	text, err := awsjson.Marshal(out)
	if err != nil {
		return e.fail(err), nil
	}
	return e.respond(http.StatusOK, contentType, text), nil
}

// fail answers with an error.
func (e *exchange) fail(err error) *http.Response {
	if refused, ok := err.(*refusal); ok {
		e.server.refused(e.call, refused)
	}
	status, code, body := encodeError(err, e.server.settings.modelStatuses)
	e.server.calls.failed(e.call, code)
	return e.respond(status, contentType, body)
}

// respond answers with a body.
func (e *exchange) respond(status int, contentType string, body []byte) *http.Response {
	header := http.Header{}
	header.Set("Content-Type", contentType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	// It is the time of the answer, from which clients learn how far off they are.
	header.Set("Date", e.server.settings.now().UTC().Format(http.TimeFormat))
	header.Set("Server", "Server")
	header["x-amzn-RequestId"] = []string{e.server.state.requestID()}
	return &http.Response{
		Status:        strconv.Itoa(status) + " " + http.StatusText(status),
		StatusCode:    status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        header,
		Body:          io.NopCloser(bytes.NewReader(body)),
		ContentLength: int64(len(body)),
	}
}
