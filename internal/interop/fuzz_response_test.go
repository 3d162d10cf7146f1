package interop_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lightsail-go/sdk/lightsail"
)

// fuzzCanary stands for a secret in fuzzed responses.
const fuzzCanary = "canary-8f3a"

// FuzzResponse sends the fuzzed bytes as the whole response of a server, which then closes
// the connection: status line, headers and body, chunked or not. It compares our client
// with net/http and with the official client.
func FuzzResponse(f *testing.F) {
	head := "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amzn-RequestId: r-1\r\nDate: Fri, 21 Nov 2025 20:00:00 GMT\r\n"
	bucket := `{"buckets":[{"name":"` + fuzzCanary + `","createdAt":1.6358E9,"tags":[{"key":"k","value":"v"}]}],"nextPageToken":"2"}`
	notFound := `{"__type":"com.amazonaws.lightsail#NotFoundException:http://x/","message":"none","code":"c","docs":"d","tip":"t"}`
	for _, response := range []string{
		head + "Content-Length: 110\r\n\r\n" + bucket,
		head + "\r\n" + bucket,
		head + "Transfer-Encoding: chunked\r\n\r\n10\r\n" + bucket[:16] + "\r\n5E;x=y\r\n" + bucket[16:] + "\r\n0\r\nX-Trailer: 1\r\n\r\n",
		head + "Content-Length: 1000\r\n\r\n" + bucket[:50],
		head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
		"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 204 No Content\r\n\r\n",
		"HTTP/1.1 400 Bad Request\r\n\r\n" + notFound,
		"HTTP/1.1 403 Forbidden\r\nX-Amzn-ErrorType: AccessDeniedException,x\r\nX-Amzn-ErrorType: Y\r\n\r\n{\"Message\":\"no\"}",
		"HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
		"HTTP/1.1 302 Found\r\nLocation: http://" + fuzzCanary + "/\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n" + fuzzCanary,
		"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xaa\xae\x05\x04\x00\x00\xff\xff\x43\xbf\xa6\xa3\x02\x00\x00\x00",
		"SSH-2.0-" + fuzzCanary + "\r\n", "HTTP/1.1 2" + fuzzCanary, "",
	} {
		f.Add([]byte(response), uint8(0))
		f.Add([]byte(response), uint8(1))
	}
	names := []string{"GetBuckets", "CreateBucket", "GetInstanceAccessDetails", "GetContainerServices", "CreateRelationalDatabase", "GetCostEstimate"}
	f.Fuzz(func(t *testing.T, response []byte, operation uint8) {
		op := names[int(operation)%len(names)]
		client := responseClient(response)
		cfg := aws.Config{
			Region: "eu-central-1", Credentials: provider{Credentials: keys}, BaseEndpoint: aws.String("http://service.example"),
			HTTPClient: client, Retryer: func() aws.Retryer { return aws.NopRetryer{} },
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()

		plain, plainErr := client.Post("http://service.example", "", strings.NewReader("{}"))
		var body []byte
		var readErr error
		if plainErr == nil {
			if plain.StatusCode != http.StatusSwitchingProtocols {
				body, readErr = io.ReadAll(plain.Body)
			}
			plain.Body.Close()
		}
		got := callOnce(ctx, reflectCaller(lightsail.NewFromConfig(cfg, func(o *lightsail.Options) { o.DisableParamValidation = true })), op)
		want := callOnce(ctx, reflectCaller(official.NewFromConfig(cfg)), op)
		if errors.Is(got.err, context.DeadlineExceeded) {
			t.Fatalf("the call hangs: %v", got.err)
		}
		text := got.errorText()
		var api smithy.APIError
		if strings.Contains(text, fuzzCanary) && !(errors.As(got.err, &api) && strings.Contains(api.ErrorCode()+api.ErrorMessage(), fuzzCanary)) {
			t.Errorf("the error quotes the response: %s", text)
		}

		if plainErr != nil {
			if !errors.As(got.err, new(*smithyhttp.RequestSendError)) || !errors.As(want.err, new(*smithyhttp.RequestSendError)) {
				t.Errorf("net/http fails with %v, the official client with %v, ours with %v, want a RequestSendError", plainErr, want.err, got.err)
			}
			return
		}
		switch success := plain.StatusCode/100 == 2; {
		case got.status() != plain.StatusCode && got.err != nil:
			t.Errorf("got an error with status %d, want %d: %v", got.status(), plain.StatusCode, got.err)
		case plain.StatusCode == http.StatusSwitchingProtocols:
			// The official client reads from the connection.
		case readErr != nil:
			if got.err == nil || !errors.As(got.err, new(*smithy.DeserializationError)) {
				t.Errorf("reading the body fails with %v, got error %v, want a DeserializationError", readErr, got.err)
			}
		case success:
			compareOutputs(t, got, want, body)
		default:
			got, want := describeError(got.err), describeError(want.err)
			if slices.Contains(want, "is smithy.DeserializationError") && slices.Contains(got, "is smithy.DeserializationError") {
				return // the text names the byte
			}
			for i := range want { // see TestErrorCodes
				want[i] = strings.Replace(want[i], `*smithy.GenericAPIError ""`, `*smithy.GenericAPIError "UnknownError"`, 1)
				want[i] = strings.Replace(want[i], "api error : ", "api error UnknownError: ", 1)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("errors, official (-), ours (+):\n%s", diff)
			}
		}
	})
}

// compareOutputs compares the outcomes of a 2xx response whose body was read.
func compareOutputs(t *testing.T, got, want fuzzOutcome, body []byte) {
	t.Helper()
	switch {
	case got.err != nil && want.err != nil:
		if !errors.As(got.err, new(*smithy.DeserializationError)) {
			t.Errorf("got error %v, want a DeserializationError", got.err)
		}
	case got.err != nil:
		// See TestStrictResponses.
		if json.Valid(body) && !strings.Contains(got.err.Error(), "out of range") {
			t.Errorf("only our client rejects the body, which is valid JSON: %v", got.err)
		}
	case want.err != nil:
		t.Errorf("only the official client rejects the body: %v", want.err)
	case utf8.Valid(body): // see TestInvalidUTF8InResponse
		// See TestTimestampPrecision.
		times := cmpopts.EquateApproxTime(time.Millisecond)
		options := append(cmp.Options{times}, cmpOptions[:3]...)
		if diff := cmp.Diff(want.output, got.output, options); diff != "" {
			t.Errorf("outputs, official (-), ours (+):\n%s", diff)
		}
	}
}

// responseClient returns an HTTP client for which the fuzzed bytes are every response.
// Like the SDK's default client it does not follow redirects.
func responseClient(response []byte) *http.Client {
	dial := func(context.Context, string, string) (net.Conn, error) {
		return &responseConn{response: bytes.NewReader(response), ready: make(chan struct{}), closed: make(chan struct{})}, nil
	}
	return &http.Client{
		Transport:     &http.Transport{DialContext: dial, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// A responseConn is the client's end of a connection whose server sends a response once it
// has received a request, and then closes the connection.
type responseConn struct {
	net.Conn // nil
	request  []byte
	response *bytes.Reader
	ready    chan struct{} // closed when the request is complete
	closed   chan struct{}
	once     sync.Once
}

func (c *responseConn) Write(p []byte) (int, error) {
	c.request = append(c.request, p...)
	if r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(c.request))); err == nil {
		if n, err := io.Copy(io.Discard, r.Body); err == nil && n == r.ContentLength {
			close(c.ready)
		}
	}
	return len(p), nil
}

func (c *responseConn) Read(p []byte) (int, error) {
	select {
	case <-c.ready:
		return c.response.Read(p)
	case <-c.closed:
		return 0, net.ErrClosed
	}
}

func (c *responseConn) Close() error {
	c.once.Do(func() { close(c.closed) })
	return nil
}

func (c *responseConn) SetDeadline(time.Time) error      { return nil }
func (c *responseConn) SetReadDeadline(time.Time) error  { return nil }
func (c *responseConn) SetWriteDeadline(time.Time) error { return nil }
