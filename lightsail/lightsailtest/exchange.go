package lightsailtest

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
)

const (
	contentType  = "application/x-amz-json-1.1"
	targetPrefix = "Lightsail_20161128."

	// maxRequestBody is the maximum size of a request body in bytes. It is far
	// larger than any valid input.
	maxRequestBody = 1 << 20
)

// An exchange is the state of one request while the server handles it.
type exchange struct {
	server  *Server
	call    *Call
	body    []byte
	state   *state // of the Region of the request
	outcome outcome
}

// roundTrip handles a request from a socket or from the in-process client. An error
// means that the connection closes without a response.
func (s *Server) roundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxRequestBody+1))
	if err != nil {
		return nil, err
	}
	// A Hook can read the body, too.
	r.Body = io.NopCloser(bytes.NewReader(body))

	e := &exchange{server: s, body: body, call: newCall(r, body, s.options.now())}
	s.calls.add(e.call)
	var resp *http.Response
	if err = e.verify(r); err != nil {
		resp, err = e.errorResponse(err), nil
	} else {
		resp, err = s.faults.run(e, r, e.run)
	}
	s.calls.finish(e.call, resp)
	if s.options.observer != nil {
		s.options.observer(s.calls.copy(e.call))
	}
	return resp, err
}

// verify returns a *requestError if the request is not signed as required or is not
// a request of the AWS JSON 1.1 protocol for a known API operation.
func (e *exchange) verify(r *http.Request) error {
	if len(e.body) > maxRequestBody {
		return reject(tooLarge, "the body is larger than %d bytes", maxRequestBody)
	}
	options := e.server.options
	region := options.regions[0] // of a request without a signature
	if !options.allowUnsigned || r.Header.Get("Authorization") != "" {
		v := verifier{regions: options.regions, service: "lightsail", credentials: options.credentials, now: e.call.Time}
		var err error
		if region, err = v.verify(r, e.body); err != nil {
			return err
		}
	}
	e.state = e.server.account.regions[region]
	e.server.calls.setRegion(e.call, region)
	if r.Method != http.MethodPost {
		return reject(malformedRequest, "the method is %s, want POST", r.Method)
	}
	if r.URL.Path != "/" && r.URL.Path != "" {
		return reject(unknownOperation, "the path is %s, want /", r.URL.Path)
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != contentType {
		return reject(malformedRequest, "the Content-Type is %q, want %s", r.Header.Get("Content-Type"), contentType)
	}
	if _, known := inputTypes()[e.call.Operation]; !known {
		return reject(unknownOperation, "X-Amz-Target %q does not name an operation of the service", r.Header.Get("X-Amz-Target"))
	}
	return nil
}

// run runs the API operation of the request.
func (e *exchange) run(r *http.Request) (*http.Response, error) {
	in, err := decode(inputTypes()[e.call.Operation], e.body)
	if err != nil {
		return e.errorResponse(err), nil
	}
	text, err := e.server.handle(r.Context(), e.call, in)
	if errors.Is(err, Pass) {
		text, err = e.state.runOperation(e.call.Operation, e.server.options.now(), e.outcome, in)
	}
	if err != nil {
		return e.errorResponse(err), nil
	}
	return e.response(http.StatusOK, contentType, text), nil
}

// errorResponse returns the response for an error. It reports a rejected request to
// the test.
func (e *exchange) errorResponse(err error) *http.Response {
	if rejected, ok := err.(*requestError); ok {
		e.server.reportRejected(e.call, rejected)
	}
	status, apiErr, body := encodeError(err, e.server.options.modelStatuses)
	e.server.calls.setError(e.call, apiErr.ErrorCode(), apiErr.ErrorMessage())
	return e.response(status, contentType, body)
}

func (e *exchange) response(status int, contentType string, body []byte) *http.Response {
	header := http.Header{}
	header.Set("Content-Type", contentType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	// Clients measure their clock skew with the Date header, so read the clock here
	// and not when the request arrived.
	header.Set("Date", e.server.options.now().UTC().Format(http.TimeFormat))
	header.Set("Server", "Server")
	header["x-amzn-RequestId"] = []string{e.server.account.requestID()}
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
