package lightsail_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A faultRow is a fault and what comes of it, for every operation. It is a row of
// the table in docs/reliability.md, too.
type faultRow struct {
	fault string

	// Where it is, one of these.
	dial      func(ctx context.Context, w *world) (net.Conn, error)
	answer    func(w *world, rw http.ResponseWriter, r *http.Request)
	transport func(*http.Transport)
	option    func(w *world, o *lightsail.Options)

	// What the caller sees: the innermost error of interest and a part of the
	// text, or an output where there is none. changed is a part of the text where
	// the operation changes something.
	as            error
	text, changed string

	// How often a call is attempted, as long as the fault lasts.
	reading, changing int
	retried           string

	// unsent tells that no request leaves, and lasting that the fault cannot
	// pass between two attempts.
	unsent, lasting bool
}

const (
	allOfThem   = "yes"
	mayBeDone   = "yes, as the SDK does; it may have been done, see below"
	onlyReading = "where it reads; where it changes something, it has been done"
	notAtAll    = "no"
)

var faultRows = []faultRow{
	// The way to the service.
	{
		fault: "connection refused",
		dial:  refused, as: &smithyhttp.RequestSendError{}, text: "connection refused",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "host name without an address",
		dial: func(context.Context, *world) (net.Conn, error) {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "lightsail.invalid", IsNotFound: true}}
		},
		as: &smithyhttp.RequestSendError{}, text: "no such host",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault:  "connection reset before the answer",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) { hangUp(rw, "", true) },
		as:     &smithyhttp.RequestSendError{}, text: "connection reset by peer",
		reading: 3, changing: 3, retried: mayBeDone,
	}, {
		fault:  "connection closed before the answer",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) { hangUp(rw, "", false) },
		as:     &smithyhttp.RequestSendError{}, text: "EOF",
		reading: 3, changing: 3, retried: mayBeDone,
	}, {
		fault: "connection reset during the answer",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"+goodBody, true)
		},
		as: &smithy.DeserializationError{}, text: "the response body ended early", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	}, {
		fault: "body cut, with `Content-Length`",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"+goodBody, false)
		},
		as: &smithy.DeserializationError{}, text: "the response body ended early", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	}, {
		fault: "body cut, in chunks",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"+strconv.FormatInt(int64(len(goodBody)), 16)+"\r\n"+goodBody[:20], false)
		},
		as: &smithy.DeserializationError{}, text: "the response body ended early", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	}, {
		fault: "body cut, of no known length",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"+goodBody[:20], false)
		},
		as: &smithy.DeserializationError{}, text: "the response body ended early", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	},

	// Slowness.
	{
		fault: "an answer that trickles",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			for i := range goodBody {
				_, _ = io.WriteString(rw, goodBody[i:i+1])
				_ = http.NewResponseController(rw).Flush()
			}
		},
		reading: 1, changing: 1, retried: "no; only the context ends it",
	}, {
		fault: "no answer until the context's deadline",
		answer: func(w *world, _ http.ResponseWriter, r *http.Request) {
			close(w.passed)
			<-r.Context().Done()
		},
		as: &smithy.CanceledError{}, text: "context deadline exceeded",
		reading: 1, changing: 1, retried: notAtAll, lasting: true,
	}, {
		fault: "half an answer until the context's deadline",
		answer: func(w *world, rw http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(rw, goodBody[:20])
			_ = http.NewResponseController(rw).Flush()
			close(w.passed)
			<-r.Context().Done()
		},
		as: &smithy.CanceledError{}, text: "context deadline exceeded",
		reading: 1, changing: 1, retried: notAtAll, lasting: true,
	}, {
		fault:     "no answer within the HTTP client's own time-out",
		transport: func(tr *http.Transport) { tr.ResponseHeaderTimeout = time.Millisecond },
		answer:    func(_ *world, _ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		as:        &smithyhttp.RequestSendError{}, text: "timeout awaiting response headers",
		reading: 3, changing: 3, retried: mayBeDone, lasting: true,
	},

	// What a load balancer or the service says of itself.
	{
		fault: "500 with a page of HTML", answer: htmlPage(500),
		as: &smithy.DeserializationError{}, text: "StatusCode: 500",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "502 with a page of HTML", answer: htmlPage(502),
		as: &smithy.DeserializationError{}, text: "StatusCode: 502",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "503 with a page of HTML", answer: htmlPage(503),
		as: &smithy.DeserializationError{}, text: "StatusCode: 503",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "504 with a page of HTML", answer: htmlPage(504),
		as: &smithy.DeserializationError{}, text: "StatusCode: 504",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "503 with `Retry-After: 3600`", answer: reply(503, "", "Retry-After", "3600"),
		as: &smithy.GenericAPIError{}, text: "api error UnknownError",
		reading: 3, changing: 3, retried: "yes, without regard to that header",
	}, {
		fault: "500 with `ServiceException`", answer: reply(500, `{"__type":"ServiceException","message":"m"}`),
		as: &types.ServiceException{}, text: "StatusCode: 500",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "503 whose body is cut",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 503 Slow\r\nContent-Length: 1000\r\n\r\n{", false)
		},
		as: &smithy.DeserializationError{}, text: "StatusCode: 503",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "400 whose body is cut",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n{", false)
		},
		as: &smithy.DeserializationError{}, text: "failed to copy error response body",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "501 with a page of HTML", answer: htmlPage(501),
		as: &smithy.DeserializationError{}, text: "StatusCode: 501",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "403 with a page of HTML", answer: htmlPage(403),
		as: &smithy.DeserializationError{}, text: "StatusCode: 403",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "407 with a page of HTML, from a proxy", answer: htmlPage(407),
		as: &smithy.DeserializationError{}, text: "StatusCode: 407",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "200 with a page of HTML, from a proxy", answer: htmlPage(200),
		as: &smithy.DeserializationError{}, text: "offset 0",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "204 without a body", answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(204) },
		reading: 1, changing: 1, retried: notAtAll,
	},

	// Too many calls.
	{
		fault: "400 with `ThrottlingException`", answer: reply(400, `{"__type":"ThrottlingException","message":"Rate exceeded"}`),
		as: &smithy.GenericAPIError{}, text: "api error ThrottlingException: Rate exceeded",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "429 with `TooManyRequestsException`", answer: reply(429, `{"__type":"TooManyRequestsException"}`),
		as: &smithy.GenericAPIError{}, text: "api error TooManyRequestsException",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "429 without a code", answer: reply(429, ""),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 429",
		reading: 1, changing: 1, retried: "no: the SDK goes by the code, not by 429",
	}, {
		fault: "400 with `RequestTimeoutException`", answer: reply(400, `{"__type":"RequestTimeoutException"}`),
		as: &smithy.GenericAPIError{}, text: "api error RequestTimeoutException",
		reading: 3, changing: 3, retried: allOfThem,
	},

	// Credentials.
	{
		fault: "credentials that have expired: 400 with `ExpiredTokenException`", answer: reply(400, `{"__type":"ExpiredTokenException"}`),
		as: &smithy.GenericAPIError{}, text: "api error ExpiredTokenException",
		reading: 1, changing: 1, retried: "no; the next call asks the provider again",
	}, {
		fault: "403 with `AccessDeniedException`", answer: reply(403, `{"__type":"AccessDeniedException"}`),
		as: &types.AccessDeniedException{}, text: "StatusCode: 403",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault:  "a credentials provider that fails",
		option: provider(func(context.Context) error { return errors.New("no role") }),
		as:     errNoMore, text: "get identity: get credentials: no role",
		reading: 1, changing: 1, retried: notAtAll, unsent: true, lasting: true,
	}, {
		fault:  "a credentials provider that cannot connect",
		option: provider(func(context.Context) error { return &smithyhttp.RequestSendError{Err: errors.New("no route")} }),
		as:     &smithyhttp.RequestSendError{}, text: "get identity: get credentials: request send failed, no route",
		reading: 3, changing: 3, retried: "yes: the provider is asked again", unsent: true, lasting: true,
	},

	// Redirects, by the rules of awshttp.BuildableClient.
	{
		fault: "301 to another host", answer: redirect(301),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 301",
		reading: 1, changing: 1, retried: "no, nor followed",
	}, {
		fault: "302 to another host", answer: redirect(302),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 302",
		reading: 1, changing: 1, retried: "no, nor followed",
	}, {
		fault: "303 to another host", answer: redirect(303),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 303",
		reading: 1, changing: 1, retried: "no, nor followed",
	}, {
		fault: "307 to another host", answer: redirect(307),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 307",
		reading: 1, changing: 1, retried: "no, nor followed",
	}, {
		fault: "308 to another host", answer: redirect(308),
		as: &smithy.GenericAPIError{}, text: "StatusCode: 308",
		reading: 1, changing: 1, retried: "no, nor followed",
	}, {
		fault: "307 to the same host",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Location", "/there")
			rw.WriteHeader(307)
		},
		as: &smithy.GenericAPIError{}, text: "StatusCode: 307",
		reading: 1, changing: 1, retried: "no, nor followed: a request once read cannot be sent again as it is",
	},

	// Nonsense.
	{
		fault:  "an answer that is no HTTP",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) { hangUp(rw, "SSH-2.0-OpenSSH_9.6\r\n", false) },
		as:     &smithyhttp.RequestSendError{}, text: "malformed HTTP",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "two different `Content-Length` headers",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			hangUp(rw, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}\n", false)
		},
		as: &smithyhttp.RequestSendError{}, text: "multiple Content-Length headers",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "two different `X-Amzn-ErrorType` headers",
		answer: func(_ *world, rw http.ResponseWriter, _ *http.Request) {
			rw.Header()["X-Amzn-Errortype"] = []string{"NotFoundException", "ThrottlingException"}
			rw.WriteHeader(400)
		},
		as: &types.NotFoundException{}, text: "StatusCode: 400",
		reading: 1, changing: 1, retried: "no: the first of them counts",
	}, {
		fault:     "headers larger than the HTTP client takes (10 MiB by default)",
		transport: func(tr *http.Transport) { tr.MaxResponseHeaderBytes = 16 << 10 },
		answer:    reply(200, goodBody, "X-Padding", strings.Repeat("x", 32<<10)),
		as:        &smithyhttp.RequestSendError{}, text: "server response headers exceeded",
		reading: 3, changing: 3, retried: allOfThem,
	}, {
		fault: "a `Date` header that is none", answer: reply(200, goodBody, "Date", "yesterday"),
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "another `Content-Type`", answer: reply(200, goodBody, "Content-Type", "text/html"),
		reading: 1, changing: 1, retried: notAtAll,
	},

	// Compression.
	{
		fault: "a gzip body, which net/http asks for and undoes", answer: reply(200, zipped(goodBody), "Content-Encoding", "gzip"),
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault:     "a gzip body that nobody asked for",
		transport: func(tr *http.Transport) { tr.DisableCompression = true },
		answer:    reply(200, zipped(goodBody), "Content-Encoding", "gzip"),
		as:        &smithy.DeserializationError{}, text: "offset 0",
		reading: 1, changing: 1, retried: notAtAll,
	}, {
		fault: "a gzip body that is cut", answer: reply(200, zipped(goodBody)[:30], "Content-Encoding", "gzip"),
		as: &smithy.DeserializationError{}, text: "the response body ended early", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	}, {
		fault: "`Content-Encoding: gzip` and no gzip body", answer: reply(200, goodBody, "Content-Encoding", "gzip"),
		as: &smithy.DeserializationError{}, text: "gzip: invalid header", changed: "after the service had accepted the call",
		reading: 3, changing: 1, retried: onlyReading,
	}, {
		fault: "`Content-Encoding: br` and a plain body", answer: reply(200, goodBody, "Content-Encoding", "br"),
		reading: 1, changing: 1, retried: notAtAll,
	},
}

// errNoMore stands for an error of no type of interest.
var errNoMore = errors.New("")

// refused dials a port that nobody listens on.
func refused(ctx context.Context, _ *world) (net.Conn, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	l.Close()
	return new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
}

// hangUp writes text as it is and ends the connection, with a reset if so wanted.
func hangUp(rw http.ResponseWriter, text string, reset bool) {
	conn, _, err := http.NewResponseController(rw).Hijack()
	if err != nil {
		return
	}
	_, _ = io.WriteString(conn, text)
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
	conn.Close()
}

// htmlPage answers with a page of HTML in which there is something secret.
func htmlPage(status int) func(*world, http.ResponseWriter, *http.Request) {
	return reply(status, "<html><h1>"+canary+"</h1></html>", "Content-Type", "text/html")
}

func reply(status int, body string, header ...string) func(*world, http.ResponseWriter, *http.Request) {
	return func(_ *world, rw http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			rw.Header().Set(header[i], header[i+1])
		}
		rw.WriteHeader(status)
		_, _ = io.WriteString(rw, body)
	}
}

func redirect(status int) func(*world, http.ResponseWriter, *http.Request) {
	return func(w *world, rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Location", w.otherHost())
		rw.WriteHeader(status)
	}
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

// provider is an option with a credentials provider that fails.
func provider(fail func(context.Context) error) func(*world, *lightsail.Options) {
	return func(_ *world, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			return aws.Credentials{}, fail(ctx)
		})
	}
}

// Every fault, with every operation, on both ways through the pipeline: what the
// caller sees and how often the call was attempted, as long as the fault lasts and
// when it passes after the first attempt.
func TestFaultMatrix(t *testing.T) {
	operations := allOperations(t)
	for i := range faultRows {
		row := &faultRows[i]
		t.Run(row.fault, func(t *testing.T) {
			before := runtime.NumGoroutine()
			w := newWorld(t, row)
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				for _, op := range operations {
					w.check(t, op, way)
				}
			})
			if n := w.strayed.Load(); n != 0 {
				t.Errorf("%d requests went to another host", n)
			}
			w.server.Close()
			w.elsewhere.Close()
			checkGoroutines(t, before)
		})
	}
}

func (w *world) check(t *testing.T, op anyOperation, way func(*lightsail.Options)) {
	row, attempts := w.row, w.row.changing
	if op.reads() {
		attempts = row.reading
	}

	out, n, err := w.call(op, way, 1<<30)
	sent := int64(attempts)
	if row.unsent {
		sent = 0
	}
	if n.attempts.Load() != int64(attempts) || n.sent.Load() != sent {
		t.Errorf("%s: %d attempts and %d requests, want %d and %d", op.name, n.attempts.Load(), n.sent.Load(), attempts, sent)
	}
	if row.as == nil {
		if err != nil {
			t.Errorf("%s: %v", op.name, err)
		}
	} else {
		row.checkError(t, op, out, err, attempts)
	}

	if attempts == 1 || row.lasting {
		return
	}
	if _, n, err := w.call(op, way, 1); err != nil || n.attempts.Load() != 2 {
		t.Errorf("%s: when it has passed: %d attempts, error %v", op.name, n.attempts.Load(), err)
	}
}

// call makes a call while the given number of requests meet the fault.
func (w *world) call(op anyOperation, way func(*lightsail.Options), faults int64) (any, *counts, error) {
	w.faults.Store(faults)
	w.passed = make(chan struct{})
	client, n := w.client(way)
	out, err := op.call(deadline{context.Background(), w.passed}, client)
	return out, n, err
}

func (row *faultRow) checkError(t *testing.T, op anyOperation, out any, err error, attempts int) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: no error", op.name)
		return
	}
	if !reflect.ValueOf(out).IsNil() {
		t.Errorf("%s: an output beside the error", op.name)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) || operation.Operation() != op.name {
		t.Errorf("%s: not its OperationError: %v", op.name, err)
	}
	if row.as != errNoMore && !errors.As(err, reflect.New(reflect.TypeOf(row.as)).Interface()) {
		t.Errorf("%s: no %s: %v", op.name, typeName(row.as), err)
	}
	if !strings.Contains(err.Error(), row.text) || strings.Contains(err.Error(), canary) {
		t.Errorf("%s: error %v, want %q in it", op.name, err, row.text)
	}
	if row.changed != "" && strings.Contains(err.Error(), row.changed) == op.reads() {
		t.Errorf("%s: error %v", op.name, err)
	}
	var exhausted *retry.MaxAttemptsError
	if errors.As(err, &exhausted) != (attempts == 3) {
		t.Errorf("%s: after %d attempts: %v", op.name, attempts, err)
	}
	var response *awshttp.ResponseError
	if status := regexp.MustCompile(`StatusCode: (\d+)`).FindStringSubmatch(row.text); status != nil {
		if !errors.As(err, &response) || strconv.Itoa(response.HTTPStatusCode()) != status[1] {
			t.Errorf("%s: no ResponseError of that status: %v", op.name, err)
		}
	}
}

// typeName is the name of an error's type, as those write it who import it.
func typeName(err error) string {
	typ := reflect.TypeOf(err).Elem()
	pkg := map[string]string{
		"github.com/aws/smithy-go":                        "smithy",
		"github.com/aws/smithy-go/transport/http":         "smithyhttp",
		"github.com/aws/aws-sdk-go-v2/aws/transport/http": "awshttp",
		"github.com/lightsail-go/sdk/types":               "types",
	}[typ.PkgPath()]
	return "*" + pkg + "." + typ.Name()
}

// String is the row in docs/reliability.md.
func (row *faultRow) String() string {
	sees := "the output"
	if row.as != nil {
		sees = "`" + row.text + "`"
		if row.as != errNoMore {
			sees = "`" + typeName(row.as) + "`: " + sees
		}
		if row.changed != "" {
			sees += "; where it changes something: `" + row.changed + "`"
		}
	}
	return fmt.Sprintf("| %s | %s | %d | %d | %s |", row.fault, sees, row.reading, row.changing, row.retried)
}

// The documentation says what the tests show, and nothing else: each line of its
// first table is a row above, and each test that it or SECURITY.md names exists.
func TestReliabilityDocument(t *testing.T) {
	text, err := os.ReadFile("../docs/reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "| Fault | What the caller sees | Attempts, reading | Attempts, changing | Retried |\n|---|---|---|---|---|\n")
	table, rest, _ := strings.Cut(after, "\n\n")
	var want []string
	for i := range faultRows {
		want = append(want, faultRows[i].String())
	}
	if diff := cmp.Diff(want, strings.Split(table, "\n")); diff != "" {
		t.Errorf("the table (-tests +document):\n%s\nit is to be\n%s", diff, strings.Join(want, "\n"))
	}

	sources := ""
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "_test.go") {
			source, err := os.ReadFile(f.Name())
			if err != nil {
				t.Fatal(err)
			}
			sources += string(source)
		}
	}
	testName := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	named := testName.FindAllStringSubmatch(rest, -1)
	if len(named) < 20 {
		t.Errorf("only %d tests are named", len(named))
	}
	promises, err := os.ReadFile("../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	named = append(named, testName.FindAllStringSubmatch(string(promises), -1)...)
	for _, name := range named {
		if !strings.Contains(sources, "\nfunc "+name[1]+"(") {
			t.Errorf("there is no %s", name[1])
		}
	}
}
