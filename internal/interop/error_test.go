package interop_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// Whatever error the service answers with, both clients attempt the call equally
// often and return the same chain.
func TestRandomErrors(t *testing.T) {
	seen := map[string]int{}
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			rounds(t, func(t *testing.T, g *generator) {
				var answers []answer
				for range 1 + g.IntN(4) {
					answers = append(answers, g.refusal())
				}
				ours, theirs := exchanges(t, settings{answers: answers}, op, complete(op))
				same(t, ours, theirs)
				for _, line := range ours.Results[0].Failure {
					seen[strings.Fields(line + " -")[0]]++
				}
			})
		})
	}
	for _, name := range append(exceptions, "GenericAPIError", "MaxAttemptsError", "DeserializationError") {
		if seen["*types."+name]+seen["*smithy."+name]+seen["*retry."+name] == 0 {
			t.Errorf("no %s was seen", name)
		}
	}
}

var exceptions = []string{
	"AccessDeniedException", "AccountSetupInProgressException", "InvalidInputException", "NotFoundException",
	"OperationFailureException", "RegionSetupInProgressException", "ServiceException", "UnauthenticatedException",
}

// refusal is an error answer, mostly of the form that the protocol describes.
func (g *generator) refusal() answer {
	status := pick(g, 400, 400, 400, 401, 403, 404, 408, 413, 418, 428, 429, 500, 500, 501, 502, 503, 504, 599, 300, 304, 499)
	headers := []string{"Date", "", "X-Amzn-Requestid", pick(g, "", "r-1", "r-2")}
	if g.oneIn(3) {
		headers = append(headers, "X-Amzn-Errortype", g.errorType())
	}
	return reply(status, g.errorBody(), headers...)
}

// errorType names a modelled exception or another error, plainly or with all
// that services put around it.
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

// What goes wrong on the way: both clients tell it alike.
func TestFailuresOnTheWay(t *testing.T) {
	hang := func(r *http.Request) (*http.Response, error) {
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
		{"refused connection", "CreateBucket", settings{answers: []answer{refuse(dial)}}},
		{"refused connection, then well", "CreateBucket", settings{answers: []answer{refuse(dial), well}}},
		{"reset", "UpdateBucket", settings{answers: []answer{refuse(syscall.ECONNRESET), well}}},
		{"closed", "GetBuckets", settings{answers: []answer{refuse(io.EOF), refuse(io.ErrUnexpectedEOF), well}}},
		{"no such host", "GetBuckets", settings{answers: []answer{refuse(&net.DNSError{Err: "no such host", Name: "x", IsNotFound: true})}}},
		{"slow name server", "GetBuckets", settings{answers: []answer{refuse(&net.DNSError{Err: "timeout", Name: "x", IsTimeout: true, IsTemporary: true})}}},
		{"timeout of the transport", "GetBuckets", settings{answers: []answer{refuse(&net.OpError{Op: "read", Err: timeout{}})}}},
		{"odd error", "GetBuckets", settings{answers: []answer{refuse(errors.New("no luck"))}}},
		{"canceled by the transport", "GetBuckets", settings{answers: []answer{refuse(context.Canceled)}}},

		{"canceled before", "GetBuckets", settings{context: canceled}},
		{"deadline before", "GetBuckets", settings{context: within(-time.Second)}},
		{"canceled while waiting", "GetBuckets", settings{context: givenUp, answers: []answer{hang}}},
		{"deadline while waiting", "CreateBucket", settings{context: within(time.Second), answers: []answer{hang}}},
		{"canceled while sleeping", "GetBuckets", settings{context: givenUp, config: steady, answers: []answer{busy}}},
		{"deadline while sleeping", "GetBuckets", settings{context: within(5 * time.Second), config: steady, answers: []answer{busy}}},

		{"answer cut by a reset", "GetBuckets", settings{answers: []answer{cut(200, `{"buckets":[`, syscall.ECONNRESET)}}},
		{"error answer cut", "GetBuckets", settings{answers: []answer{cut(400, `{"__type":`, io.ErrUnexpectedEOF)}}},
		{"error answer cut by a reset", "CreateBucket", settings{answers: []answer{cut(400, `{"__type":`, syscall.ECONNRESET)}}},
		{"error answer cut, then well", "CreateBucket", settings{answers: []answer{cut(503, `{"__type":`, io.ErrUnexpectedEOF), well}}},
		{"error answer cut after its end", "GetBuckets", settings{answers: []answer{cut(404, `{"__type":"NotFoundException"}`, errors.New("late"))}}},

		{"redirect", "GetBuckets", settings{answers: []answer{reply(307, "", "Location", "http://elsewhere/", "Date", "")}}},
		{"redirect to a GET", "CreateBucket", settings{answers: []answer{reply(302, "", "Location", "http://elsewhere/", "Date", ""), well}}},
		{"redirect of the SDK's own client", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(reply(301, "", "Location", "http://elsewhere/", "Date", ""))}}},
		{"client that returns nothing", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(refuse(nil))}}},
		{"client that fails", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(refuse(errors.New("broken")))}}},
		{"client that returns an answer and fails", "GetBuckets", settings{options: map[string]any{"HTTPClient": doer(func(r *http.Request) (*http.Response, error) {
			resp, _ := reply(404, `{"__type":"NotFoundException"}`, "Date", "")(r)
			return resp, errors.New("broken")
		})}}},
		{"wrong credentials", "GetBuckets", settings{answers: []answer{reply(403, `{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}`)}}},
		{"Region with a dot", "GetBuckets", settings{options: map[string]any{"Region": "a.b", "BaseEndpoint": aws.String("http://localhost")}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs := exchanges(t, test.settings, test.op, complete(test.op))
			same(t, ours, theirs)
			t.Log(ours.Results[0].Failure)
		})
	}
}

type doer answer

func (d doer) Do(r *http.Request) (*http.Response, error) { return d(r) }

type timeout struct{}

func (timeout) Error() string   { return "i/o timeout" }
func (timeout) Timeout() bool   { return true }
func (timeout) Temporary() bool { return true }
