package lightsailtest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const (
	invalidInput = "InvalidInputException"

	// anyURL is a URL for requests of the in-process client, which ignores the host.
	anyURL = "http://lightsail.test/"

	// maxPages limits loops over pages. Without it, a server that always returns a next
	// page would block the test.
	maxPages = 100
)

// testCredentials are the credentials of the servers whose tests sign requests
// themselves.
var testCredentials = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "example secret access key"}

// socketClient calls a server through its socket. It fails if the server does not respond.
var socketClient = &http.Client{Timeout: time.Minute}

// alpha is the name of the bucket that newTestServer creates.
var alpha = aws.String("alpha")

// newTestServer returns a server with the bucket alpha and the instance web, and an
// in-process client of it.
func newTestServer(t *testing.T, opts ...lightsailtest.Option) (*lightsailtest.Server, *lightsail.Client) {
	t.Helper()
	server := lightsailtest.NewServer(t, append([]lightsailtest.Option{
		lightsailtest.WithBuckets(types.Bucket{Name: alpha}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
	}, opts...)...)
	return server, server.Client(inProcess(server))
}

// forEachTransport runs a subtest with a client that uses sockets and one with an
// in-process client. The server of each has the bucket alpha.
func forEachTransport(t *testing.T, test func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client)) {
	for _, sockets := range []bool{false, true} {
		t.Run(fmt.Sprintf("sockets=%v", sockets), func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}))
			client := server.Client()
			if !sockets {
				client = server.Client(inProcess(server))
			}
			test(t, server, client)
		})
	}
}

// timeout returns a context that makes a call fail instead of blocking the test
// forever. Do not use it in a testing/synctest bubble, which detects a deadlock itself.
func timeout(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// inProcess configures a client to call the server without sockets.
func inProcess(server *lightsailtest.Server) func(*lightsail.Options) {
	return func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() }
}

// noRetry configures a client to make one attempt per call.
func noRetry(o *lightsail.Options) { o.RetryMaxAttempts = 1 }

// createBucket calls CreateBucket with a valid bundle.
func createBucket(ctx context.Context, client *lightsail.Client, name string) error {
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &name, BundleId: aws.String("small_1_0")})
	return err
}

// getInstance returns the instance with the given name.
func getInstance(t *testing.T, client *lightsail.Client, name string) *types.Instance {
	t.Helper()
	return must[lightsail.GetInstanceOutput](t)(client.GetInstance(t.Context(), &lightsail.GetInstanceInput{InstanceName: &name})).Instance
}

// must returns a function that returns the output of a call. It fails the test if the
// call returned an error.
func must[Out any](t *testing.T) func(out *Out, err error) *Out {
	return func(out *Out, err error) *Out {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// errorCode returns the code of an API error, or "" for any other error or nil.
func errorCode(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

func wantCode(t *testing.T, what string, err error, code string) {
	t.Helper()
	if got := errorCode(err); got != code {
		t.Errorf("%s: got error %v, want %s", what, err, code)
	}
}

func wantEqual(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// wantInvalidInput sends an input that the client itself would reject. It checks that
// the server returns an InvalidInputException whose message contains message.
func wantInvalidInput(t *testing.T, server *lightsailtest.Server, operation string, in any, message string) {
	t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	_, _, text := send(t, server.HTTPClient(), newRequest(operation, string(body)).sign(t, anyURL))
	var got struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil || got.Type != invalidInput || !strings.Contains(got.Message, message) {
		t.Errorf("%s: got %s, want %s with %q", operation, text, invalidInput, message)
	}
}

// A request describes an HTTP request and its signature.
type request struct {
	method, target, contentType, body string
	region, service                   string
	credentials                       aws.Credentials
	at                                time.Time // when it is signed
}

// newRequest returns a valid request for an API operation.
func newRequest(operation, body string) request {
	return request{
		method: http.MethodPost, target: "Lightsail_20161128." + operation, contentType: "application/x-amz-json-1.1", body: body,
		region: "us-east-1", service: "lightsail", credentials: testCredentials, at: time.Now(),
	}
}

// sign returns the HTTP request, signed by the SDK's signer.
func (r request) sign(t *testing.T, url string) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), r.method, url, strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", r.contentType)
	if r.target != "" {
		req.Header.Set("X-Amz-Target", r.target)
	}
	sum := sha256.Sum256([]byte(r.body))
	if err := v4.NewSigner().SignHTTP(t.Context(), r.credentials, req, hex.EncodeToString(sum[:]), r.service, r.region, r.at); err != nil {
		t.Fatal(err)
	}
	return req
}

// send sends a request and returns the status code, header, and body of the response.
func send(t *testing.T, client *http.Client, req *http.Request) (int, http.Header, string) {
	t.Helper()
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var body bytes.Buffer
	if _, err := body.ReadFrom(resp.Body); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, resp.Header, body.String()
}

// fakeTB is a testing.TB that records failures and cleanup functions.
type fakeTB struct {
	testing.TB
	failures []string
	cleanups []func()
}

func (f *fakeTB) Helper()           {}
func (f *fakeTB) Cleanup(fn func()) { f.cleanups = append(f.cleanups, fn) }
func (f *fakeTB) Errorf(format string, args ...any) {
	f.failures = append(f.failures, fmt.Sprintf(format, args...))
}

func (f *fakeTB) Fatalf(format string, args ...any) { f.Errorf(format, args...) }

// end runs the cleanup functions and returns the failures.
func (f *fakeTB) end() []string {
	for _, fn := range f.cleanups {
		fn()
	}
	return f.failures
}
