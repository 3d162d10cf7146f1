package lightsail_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// newSocketClient returns a client whose requests go over a socket to a server that
// writes raw responses.
func newSocketClient(t *testing.T, serve func(net.Conn, *http.Request), optFns ...func(*lightsail.Options)) *lightsail.Client {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				r := bufio.NewReader(conn)
				for {
					req, err := http.ReadRequest(r)
					if err != nil {
						return
					}
					body := new(bytes.Buffer)
					if _, err := body.ReadFrom(req.Body); err != nil {
						return
					}
					serve(conn, req)
				}
			}()
		}
	}()
	base := "http://" + listener.Addr().String()
	return lightsail.NewFromConfig(aws.Config{
		Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &base,
		HTTPClient: &http.Client{Transport: &http.Transport{}},
	}, optFns...)
}

// net/http returns the connection as the body of a 101 response, and the context
// does not end its reads.
func TestSwitchingProtocols(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		released := make(chan struct{})
		t.Cleanup(func() { close(released) })
		client := newSocketClient(t, func(conn net.Conn, _ *http.Request) {
			fmt.Fprint(conn, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
			<-released
		}, path)
		var err error
		runWithTimeout(t, "GetBuckets", func() { _, err = client.GetBuckets(context.Background(), nil) })
		var resp *awshttp.ResponseError
		if !errors.As(err, &resp) || resp.HTTPStatusCode() != 101 {
			t.Errorf("got error %v, want a ResponseError with status 101", err)
		}
	})
}

// A small compressed body that decodes to gigabytes ends with an error, and without
// the memory.
func TestDecodedSizeIsLimited(t *testing.T) {
	t.Parallel()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	fmt.Fprint(w, `{"buckets":[{}`)
	for range 1 << 20 {
		fmt.Fprint(w, `,{}`)
	}
	fmt.Fprint(w, `]}`)
	w.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(packed.Bytes())
	}))
	t.Cleanup(server.Close)
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		client := lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL}, path)
		var err error
		runWithTimeout(t, "GetBuckets", func() { _, err = client.GetBuckets(context.Background(), nil) })
		var decoding *smithy.DeserializationError
		if !errors.As(err, &decoding) {
			t.Errorf("got error %v, want a DeserializationError", err)
		}
	})
}

// A context that ends while a body is decoded ends the call.
func TestContextEndsWhileDecoding(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	body.WriteString(`{"x":[0`)
	for range 4 << 20 {
		body.WriteString(`,0`)
	}
	body.WriteString(`],"buckets":[]}`)
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		client := newClient(func(*http.Request) (*http.Response, error) {
			resp := newResponse(200, "")
			resp.ContentLength = -1
			resp.Body = &cancelAtEnd{strings.NewReader(body.String()), cancel}
			return resp, nil
		}, path)
		_, err := client.GetBuckets(ctx, nil)
		var canceled *smithy.CanceledError
		if !errors.As(err, &canceled) || !errors.Is(err, context.Canceled) {
			t.Errorf("got error %v, want a CanceledError of context.Canceled", err)
		}
	})
}

// cancelAtEnd is a body that cancels a context when it was read completely.
type cancelAtEnd struct {
	*strings.Reader
	cancel func()
}

func (b *cancelAtEnd) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err != nil {
		b.cancel()
	}
	return n, err
}

func (b *cancelAtEnd) Close() error { return nil }

// With a Content-Length that is too small, net/http reads the rest of the body as
// the next response and quotes it in its error.
func TestErrorsQuoteNoResponse(t *testing.T) {
	t.Parallel()
	const key = "-----BEGIN RSA PRIVATE KEY-----MIIEsecret"
	heads := map[string]string{
		"status line":       key + "\r\n\r\n",
		"status code":       "HTTP/1.1 " + key + " OK\r\n\r\n",
		"version":           "HTTP/" + key + " 200 OK\r\n\r\n",
		"header line":       "HTTP/1.1 200 OK\r\n" + key + "\r\n\r\n",
		"first header line": "HTTP/1.1 200 OK\r\n " + key + "\r\n\r\n",
		"content length":    "HTTP/1.1 200 OK\r\nContent-Length: " + key + "\r\n\r\n",
		"two lengths":       "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: " + key + "\r\n\r\n",
		"transfer encoding": "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + key + "\r\n\r\n",
		"trailer key":       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Content-Length, " + key + "\r\n\r\n0\r\n\r\n",
		"trailer":           "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" + key + "\r\n\r\n",
		// What introduces a quotation can also stand in one.
		"transfer encoding with malformed":         "HTTP/1.1 200 OK\r\nTransfer-Encoding: malformed " + key + "\r\n\r\n",
		"content length with transfer encoding":    "HTTP/1.1 200 OK\r\nContent-Length: transfer encoding " + key + "\r\n\r\n",
		"status line with Content-Length":          "Content-Length" + key + "\r\n\r\n",
		"redirect to what is not a URL":            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: :" + key + "\r\n\r\n",
		"redirect to what is not a URL, malformed": "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: :malformed " + key + "\r\n\r\n",
	}
	for name, head := range heads {
		t.Run(name, func(t *testing.T) {
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				client := newSocketClient(t, func(conn net.Conn, _ *http.Request) {
					fmt.Fprint(conn, head)
					conn.Close()
				}, path, func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} })
				var err error
				runWithTimeout(t, "GetBuckets", func() { _, err = client.GetBuckets(context.Background(), nil) })
				if err == nil {
					t.Fatal("got no error, want one")
				}
				if strings.Contains(err.Error(), "MIIEsecret") {
					t.Errorf("got error %v, want one that does not quote the response", err)
				}
			})
		})
	}
}

// Error bodies are read as the official client reads them: the first JSON value
// counts, an empty body is enough beside the type in the header, and a body of white
// space or null is not.
func TestErrorBodyForms(t *testing.T) {
	t.Parallel()
	decoding := new(smithy.DeserializationError)
	for _, test := range []struct {
		name, header, body string
		attempts           int
		want               error
	}{
		{"empty", "NotFoundException", "", 1, new(types.NotFoundException)},
		{"white space", "NotFoundException", " \n ", 1, decoding},
		{"null", "NotFoundException", "null", 1, decoding},
		{"white space, unmodelled error", "Foo", " ", 1, &smithy.GenericAPIError{Code: "Foo"}},
		{"text behind the value", "", `{"__type":"ThrottlingException"} <html>`, 3, &smithy.GenericAPIError{Code: "ThrottlingException"}},
		{"text behind a modelled error", "", `{"__type":"NotFoundException","message":"m"}}`, 1, new(types.NotFoundException)},
	} {
		t.Run(test.name, func(t *testing.T) {
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				attempts := 0
				client := newClient(func(*http.Request) (*http.Response, error) {
					attempts++
					resp := newResponse(400, test.body)
					resp.Header.Set("X-Amzn-ErrorType", test.header)
					return resp, nil
				}, path, noRetryDelay)
				_, err := client.GetBuckets(t.Context(), nil)
				if got, want := errorKind(err), errorKind(test.want); got != want {
					t.Errorf("got error %v, which is %s, want %s", err, got, want)
				}
				if attempts != test.attempts {
					t.Errorf("got %d attempts, want %d", attempts, test.attempts)
				}
			})
		})
	}
}

// errorKind returns the type of the service's error in err, with its code, or that
// of a decoding error.
func errorKind(err error) string {
	var api smithy.APIError
	var decoding *smithy.DeserializationError
	switch {
	case errors.As(err, &api):
		return fmt.Sprintf("%T %s", api, api.ErrorCode())
	case errors.As(err, &decoding):
		return fmt.Sprintf("%T", decoding)
	}
	return fmt.Sprintf("%T", err)
}

// A 2xx body of white space is not a body that ended early, and not retried.
func TestWhiteSpaceBody(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, " \n "))
		_, err := newClient(do, path, noRetryDelay).GetBuckets(t.Context(), nil)
		if got, want := errorKind(err), "*smithy.DeserializationError"; got != want || strings.Contains(err.Error(), "ended early") {
			t.Errorf("got error %v, which is %s, want %s without an early end", err, got, want)
		}
		if n := sent.len(); n != 1 {
			t.Errorf("got %d requests, want 1", n)
		}
	})
}

// A read error that is not an early end of the body is not retried.
func TestBodyThatIsNotGzip(t *testing.T) {
	t.Parallel()
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, "this is not gzip")
	}))
	t.Cleanup(server.Close)
	client := lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL})
	var err error
	runWithTimeout(t, "GetBuckets", func() { _, err = client.GetBuckets(t.Context(), nil) })
	var decoding *smithy.DeserializationError
	if !errors.As(err, &decoding) || strings.Contains(err.Error(), "ended early") {
		t.Errorf("got error %v, want a DeserializationError that does not claim an early end", err)
	}
	if requests != 1 {
		t.Errorf("got %d requests, want 1", requests)
	}
}
