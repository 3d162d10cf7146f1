package lightsail_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/types"
)

// Values of faultCase.retried.
const (
	retriedAlways    = "yes"
	retriedUnsafe    = "yes, as in the AWS SDK; the change may have been made, see below"
	retriedReads     = "reads only; the service has accepted a change"
	notRetried       = "no"
	redirectRejected = "no; the redirect is not followed"
)

var faultCases = slices.Concat(http1Faults, http2Faults)

var http1Faults = []faultCase{
	// The connection.
	{
		name: "connection refused",
		dial: refuseConn, wantErr: &smithyhttp.RequestSendError{}, wantText: "connection refused",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "host name cannot be resolved",
		dial: func(context.Context, *faultServer) (net.Conn, error) {
			return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "lightsail.invalid", IsNotFound: true}}
		},
		wantErr: &smithyhttp.RequestSendError{}, wantText: "no such host",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name:    "connection reset before the response",
		respond: resetConn(""),
		wantErr: &smithyhttp.RequestSendError{}, wantText: "connection reset by peer",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name:    "connection closed before the response",
		respond: closeConn(""),
		wantErr: &smithyhttp.RequestSendError{}, wantText: "EOF",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name:    "connection reset during the response body",
		respond: resetConn("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + goodBody),
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name:    "truncated body with `Content-Length`",
		respond: closeConn("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + goodBody),
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name:    "truncated chunked body",
		respond: closeConn("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + strconv.FormatInt(int64(len(goodBody)), 16) + "\r\n" + goodBody[:20]),
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name:    "truncated body of unknown length",
		respond: closeConn("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + goodBody[:20]),
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	},

	// Slow responses.
	{
		name: "body sent byte by byte",
		respond: func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) {
			for i := range goodBody {
				_, _ = io.WriteString(rw, goodBody[i:i+1])
				_ = http.NewResponseController(rw).Flush()
			}
		},
		readAttempts: 1, changeAttempts: 1, retried: "no; only the context limits the time",
	}, {
		name: "no response before the context's deadline",
		respond: func(s *faultServer, _ http.ResponseWriter, r *http.Request) {
			s.expire()
			<-r.Context().Done()
		},
		wantErr: &smithy.CanceledError{}, wantText: "context deadline exceeded",
		readAttempts: 1, changeAttempts: 1, retried: notRetried, persistent: true,
	}, {
		name: "incomplete body at the context's deadline",
		respond: func(s *faultServer, rw http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(rw, goodBody[:20])
			_ = http.NewResponseController(rw).Flush()
			s.expire()
			<-r.Context().Done()
		},
		wantErr: &smithy.CanceledError{}, wantText: "context deadline exceeded",
		readAttempts: 1, changeAttempts: 1, retried: notRetried, persistent: true,
	}, {
		name:      "no response within the HTTP client's timeout",
		transport: func(tr *http.Transport) { tr.ResponseHeaderTimeout = time.Millisecond },
		respond:   func(_ *faultServer, _ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		wantErr:   &smithyhttp.RequestSendError{}, wantText: "timeout awaiting response headers",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe, persistent: true,
	},

	// Errors of the service, a load balancer or a proxy.
	{
		name: "500 with an HTML body", respond: htmlPage(500),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 500",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "502 with an HTML body", respond: htmlPage(502),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 502",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "503 with an HTML body", respond: htmlPage(503),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 503",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "504 with an HTML body", respond: htmlPage(504),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 504",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "503 with `Retry-After: 3600`", respond: respondWith(503, "", "Retry-After", "3600"),
		wantErr: &smithy.GenericAPIError{}, wantText: "api error UnknownError",
		readAttempts: 3, changeAttempts: 3, retried: "yes; the header has no effect",
	}, {
		name: "500 with `ServiceException`", respond: respondWith(500, `{"__type":"ServiceException","message":"m"}`),
		wantErr: &types.ServiceException{}, wantText: "StatusCode: 500",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name:    "503 with a truncated body",
		respond: closeConn("HTTP/1.1 503 Slow\r\nContent-Length: 1000\r\n\r\n{"),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 503",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name:    "400 with a truncated body",
		respond: closeConn("HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n{"),
		wantErr: &smithy.DeserializationError{}, wantText: "failed to copy error response body",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "501 with an HTML body", respond: htmlPage(501),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 501",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "403 with an HTML body", respond: htmlPage(403),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 403",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "407 with an HTML body, from a proxy", respond: htmlPage(407),
		wantErr: &smithy.DeserializationError{}, wantText: "StatusCode: 407",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "200 with an HTML body, from a proxy", respond: htmlPage(200),
		wantErr: &smithy.DeserializationError{}, wantText: "offset 0",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "204 without a body", respond: func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(204) },
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	},

	// Throttling.
	{
		name: "400 with `ThrottlingException`", respond: respondWith(400, `{"__type":"ThrottlingException","message":"Rate exceeded"}`),
		wantErr: &smithy.GenericAPIError{}, wantText: "api error ThrottlingException: Rate exceeded",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "429 with `TooManyRequestsException`", respond: respondWith(429, `{"__type":"TooManyRequestsException"}`),
		wantErr: &smithy.GenericAPIError{}, wantText: "api error TooManyRequestsException",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "429 without a code", respond: respondWith(429, ""),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 429",
		readAttempts: 1, changeAttempts: 1, retried: "no; the SDK decides by the error code, not by the status 429",
	}, {
		name: "400 with `RequestTimeoutException`", respond: respondWith(400, `{"__type":"RequestTimeoutException"}`),
		wantErr: &smithy.GenericAPIError{}, wantText: "api error RequestTimeoutException",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	},

	// Credentials.
	{
		name: "expired credentials: 400 with `ExpiredTokenException`", respond: respondWith(400, `{"__type":"ExpiredTokenException"}`),
		wantErr: &smithy.GenericAPIError{}, wantText: "api error ExpiredTokenException",
		readAttempts: 1, changeAttempts: 1, retried: "no; the next call retrieves credentials again",
	}, {
		name: "403 with `AccessDeniedException`", respond: respondWith(403, `{"__type":"AccessDeniedException"}`),
		wantErr: &types.AccessDeniedException{}, wantText: "StatusCode: 403",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name:    "credentials provider returns an error",
		option:  failingProvider(func(context.Context) error { return errors.New("no role") }),
		wantErr: errAny, wantText: "get identity: get credentials: no role",
		readAttempts: 1, changeAttempts: 1, retried: notRetried, notSent: true, persistent: true,
	}, {
		name:    "credentials provider cannot connect",
		option:  failingProvider(func(context.Context) error { return &smithyhttp.RequestSendError{Err: errors.New("no route")} }),
		wantErr: &smithyhttp.RequestSendError{}, wantText: "get identity: get credentials: request send failed, no route",
		readAttempts: 3, changeAttempts: 3, retried: "yes; each attempt retrieves credentials again", notSent: true, persistent: true,
	},

	// Redirects, which awshttp.BuildableClient does not follow.
	{
		name: "301 to another host", respond: redirectTo(301),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 301",
		readAttempts: 1, changeAttempts: 1, retried: redirectRejected,
	}, {
		name: "302 to another host", respond: redirectTo(302),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 302",
		readAttempts: 1, changeAttempts: 1, retried: redirectRejected,
	}, {
		name: "303 to another host", respond: redirectTo(303),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 303",
		readAttempts: 1, changeAttempts: 1, retried: redirectRejected,
	}, {
		name: "307 to another host", respond: redirectTo(307),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 307",
		readAttempts: 1, changeAttempts: 1, retried: redirectRejected,
	}, {
		name: "308 to another host", respond: redirectTo(308),
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 308",
		readAttempts: 1, changeAttempts: 1, retried: redirectRejected,
	}, {
		name: "307 to the same host",
		respond: func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Location", "/there")
			rw.WriteHeader(307)
		},
		wantErr: &smithy.GenericAPIError{}, wantText: "StatusCode: 307",
		readAttempts: 1, changeAttempts: 1, retried: "no; the redirect is not followed, because the request body cannot be read again",
	},

	// Invalid HTTP and odd headers.
	{
		name:    "response is not HTTP",
		respond: closeConn("SSH-2.0-OpenSSH_9.6\r\n"),
		wantErr: &smithyhttp.RequestSendError{}, wantText: "malformed HTTP",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name:    "two different `Content-Length` headers",
		respond: closeConn("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}\n"),
		wantErr: &smithyhttp.RequestSendError{}, wantText: "multiple Content-Length headers",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "two different `X-Amzn-ErrorType` headers",
		respond: func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) {
			rw.Header()["X-Amzn-Errortype"] = []string{"NotFoundException", "ThrottlingException"}
			rw.WriteHeader(400)
		},
		wantErr: &types.NotFoundException{}, wantText: "StatusCode: 400",
		readAttempts: 1, changeAttempts: 1, retried: "no; the first value is used",
	}, {
		name:      "response headers over the HTTP client's limit, 10 MiB by default",
		transport: func(tr *http.Transport) { tr.MaxResponseHeaderBytes = 16 << 10 },
		respond:   respondWith(200, goodBody, "X-Padding", strings.Repeat("x", 32<<10)),
		wantErr:   &smithyhttp.RequestSendError{}, wantText: "server response headers exceeded",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "invalid `Date` header", respond: respondWith(200, goodBody, "Date", "yesterday"),
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "unexpected `Content-Type`", respond: respondWith(200, goodBody, "Content-Type", "text/html"),
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	},

	// Compression.
	{
		name: "gzip body, decompressed by net/http", respond: respondWith(200, gzipped(goodBody), "Content-Encoding", "gzip"),
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name:      "gzip body, not requested",
		transport: func(tr *http.Transport) { tr.DisableCompression = true },
		respond:   respondWith(200, gzipped(goodBody), "Content-Encoding", "gzip"),
		wantErr:   &smithy.DeserializationError{}, wantText: "offset 0",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "truncated gzip body", respond: respondWith(200, gzipped(goodBody)[:30], "Content-Encoding", "gzip"),
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "`Content-Encoding: gzip` with a plain body", respond: respondWith(200, goodBody, "Content-Encoding", "gzip"),
		wantErr: &smithy.DeserializationError{}, wantText: "gzip: invalid header",
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	}, {
		name: "`Content-Encoding: br` with a plain body", respond: respondWith(200, goodBody, "Content-Encoding", "br"),
		readAttempts: 1, changeAttempts: 1, retried: notRetried,
	},
}
