package interop_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
)

// exceptions are the names of the modelled exceptions.
var exceptions = func() (names []string) {
	for _, entry := range official.TypeRegistry.Entries {
		names = append(names, reflect.TypeOf(entry.New()).Elem().Name())
	}
	slices.Sort(names)
	return names
}()

// TestRandomErrors checks that both clients make the same attempts and return the
// same error chain for random error responses.
func TestRandomErrors(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	forEachOperation(t, func(t *testing.T, op string) {
		rounds(t, func(t *testing.T, g *generator) {
			var responders []responder
			for range 1 + g.IntN(4) {
				responders = append(responders, g.errorResponse())
			}
			ours, reference := exchanges(t, settings{responders: responders}, op, completeInput(op))
			assertSame(t, ours, reference)
			mu.Lock()
			defer mu.Unlock()
			for _, line := range ours.Results[0].Failure {
				seen[strings.Fields(line + " -")[0]]++
			}
		})
	})
	if len(exceptions) < 8 {
		t.Errorf("the official client has only the exceptions %q", exceptions)
	}
	for _, name := range append(exceptions, "GenericAPIError", "MaxAttemptsError", "DeserializationError") {
		if seen["*types."+name]+seen["*smithy."+name]+seen["*retry."+name] == 0 {
			t.Errorf("no response resulted in %s", name)
		}
	}
}

// errorResponse generates an error response, mostly in the form that the protocol
// specifies.
func (g *generator) errorResponse() responder {
	status := pick(g, 400, 400, 400, 401, 403, 404, 408, 413, 418, 428, 429, 500, 500, 501, 502, 503, 504, 599, 300, 304, 499)
	headers := []string{"Date", "", "X-Amzn-Requestid", pick(g, "", "r-1", "r-2")}
	if g.oneIn(3) {
		headers = append(headers, "X-Amzn-Errortype", g.errorType())
	}
	return respond(status, g.errorBody(), headers...)
}

// errorType generates the name of a modelled exception or another error, with or
// without the namespace and URI that services add.
func (g *generator) errorType() string {
	name := pick(g, exceptions...)
	if g.oneIn(3) {
		name = pick(g, "ThrottlingException", "TooManyRequestsException", "ExpiredTokenException", "RequestTimeout", "InternalFailure",
			"ServiceUnavailable", "UnrecognizedClientException", "notfoundexception", "NotFound", "", " NotFoundException", "Ünbekannt", "*")
	}
	if name == "" {
		return ""
	}
	return pick(g, "", "", "com.amazonaws.lightsail#", "#", "a#b#", "x:y#") + name + pick(g, "", "", ":", ":http://internal.amazon.com/coral/#x/")
}

func (g *generator) errorBody() string {
	if g.oneIn(8) {
		return pick(g, "", "{}", "[]", "\"NotFoundException\"", "0", "<html><h1>503</h1></html>", "{", "{\"message\":", "\x00", "{'a':1}",
			"{\"__type\":\"NotFoundException\",\"message\":\"cut")
	}
	var members []string
	add := func(value string, names ...string) {
		members = append(members, fmt.Sprintf("%q:%s", pick(g, names...), value))
	}
	text := func() string {
		r := renderer{generator: g}
		return r.quote(g.text())
	}
	odd := func() string { return pick(g, "null", "1", "true", "{}", "[\"x\"]", "\"\"") }
	if !g.oneIn(4) {
		add(fmt.Sprintf("%q", g.errorType()), "__type", "__type", "__type", "__TYPE", "type")
	}
	if g.oneIn(2) {
		add(fmt.Sprintf("%q", g.errorType()), "code", "code", "Code", "CODE")
	}
	for range g.IntN(3) {
		add(text(), "message", "message", "Message", "MESSAGE", "errorMessage")
	}
	if g.oneIn(2) {
		add(text(), "docs")
	}
	if g.oneIn(2) {
		add(text(), "tip")
	}
	if g.oneIn(6) {
		add(odd(), "__type", "message", "Message", "code", "docs", "tip", "other")
	}
	g.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	return "{" + strings.Join(members, pick(g, ",", ", ", " ,\n")) + "}"
}

// TestTransportFailures checks that both clients return the same error for faults of
// the connection, the HTTP client and the context.
func TestTransportFailures(t *testing.T) {
	blocked := func(r *http.Request) (*http.Response, error) {
		<-r.Context().Done()
		return nil, r.Context().Err()
	}
	canceled := func(ctx context.Context) (context.Context, context.CancelFunc) {
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		return ctx, cancel
	}
	dial := &net.OpError{Op: "dial", Net: "tcp", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}, Err: syscall.ECONNREFUSED}

	for _, test := range []struct {
		name string
		op   string
		settings
	}{
		{"connection refused", "CreateBucket", settings{responders: []responder{fail(dial)}}},
		{"connection refused, then success", "CreateBucket", settings{responders: []responder{fail(dial), success}}},
		{"connection reset", "UpdateBucket", settings{responders: []responder{fail(syscall.ECONNRESET), success}}},
		{"connection closed", "GetBuckets", settings{responders: []responder{fail(io.EOF), fail(io.ErrUnexpectedEOF), success}}},
		{"no such host", "GetBuckets", settings{responders: []responder{fail(&net.DNSError{Err: "no such host", Name: "x", IsNotFound: true})}}},
		{"DNS timeout", "GetBuckets", settings{responders: []responder{fail(&net.DNSError{Err: "timeout", Name: "x", IsTimeout: true, IsTemporary: true})}}},
		{"read timeout", "GetBuckets", settings{responders: []responder{fail(&net.OpError{Op: "read", Err: timeoutError{}})}}},
		{"error of an unknown type", "GetBuckets", settings{responders: []responder{fail(errors.New("no luck"))}}},
		{"context.Canceled from the transport", "GetBuckets", settings{responders: []responder{fail(context.Canceled)}}},

		{"canceled before the call", "GetBuckets", settings{context: canceled}},
		{"deadline before the call", "GetBuckets", settings{context: withTimeout(-time.Second)}},
		{"canceled while waiting for the response", "GetBuckets", settings{context: canceledAfterSecond, responders: []responder{blocked}}},
		{"deadline while waiting for the response", "CreateBucket", settings{context: withTimeout(time.Second), responders: []responder{blocked}}},
		{"canceled during backoff", "GetBuckets", settings{context: canceledAfterSecond, config: fixedBackoff, responders: []responder{unavailable}}},
		{"deadline during backoff", "GetBuckets", settings{context: withTimeout(5 * time.Second), config: fixedBackoff, responders: []responder{unavailable}}},

		{"response truncated by a reset", "GetBuckets", settings{responders: []responder{respondTruncated(200, `{"buckets":[`, syscall.ECONNRESET)}}},
		{"error response truncated", "GetBuckets", settings{responders: []responder{respondTruncated(400, `{"__type":`, io.ErrUnexpectedEOF)}}},
		{"error response truncated by a reset", "CreateBucket", settings{responders: []responder{respondTruncated(400, `{"__type":`, syscall.ECONNRESET)}}},
		{"error response truncated, then success", "CreateBucket", settings{responders: []responder{respondTruncated(503, `{"__type":`, io.ErrUnexpectedEOF), success}}},
		{"read error after the error response", "GetBuckets", settings{responders: []responder{respondTruncated(404, `{"__type":"NotFoundException"}`, errors.New("late"))}}},

		{"redirect", "GetBuckets", settings{responders: []responder{respond(307, "", "Location", "http://elsewhere/", "Date", "")}}},
		{"redirect to a GET", "CreateBucket", settings{responders: []responder{respond(302, "", "Location", "http://elsewhere/", "Date", ""), success}}},
		{"redirect, HTTP client that does not follow", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(respond(301, "", "Location", "http://elsewhere/", "Date", ""))}}},
		{"HTTP client that returns nil and no error", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(fail(nil))}}},
		{"HTTP client that fails", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(fail(errors.New("broken")))}}},
		{"HTTP client that returns a response and an error", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(func(r *http.Request) (*http.Response, error) {
			resp, _ := respond(404, `{"__type":"NotFoundException"}`, "Date", "")(r)
			return resp, errors.New("broken")
		})}}},
		{"invalid credentials", "GetBuckets", settings{responders: []responder{respond(403, `{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}`)}}},
		{"Region with a dot", "GetBuckets", settings{options: map[string]any{"Region": "a.b", "BaseEndpoint": aws.String("http://localhost")}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			ours, reference := exchanges(t, test.settings, test.op, completeInput(test.op))
			assertSame(t, ours, reference)
			t.Log(ours.Results[0].Failure)
		})
	}
}
