package lightsailtest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// keys are those that a server knows in the tests that sign by themselves.
var keys = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "a secret that opens nothing"}

// A request is one before it is signed.
type request struct {
	method, target, contentType, body string
	region, service                   string
	key                               aws.Credentials
	at                                time.Time
}

func newRequest(operation, body string) request {
	return request{
		method: http.MethodPost, target: "Lightsail_20161128." + operation, contentType: "application/x-amz-json-1.1", body: body,
		region: "us-east-1", service: "lightsail", key: keys, at: time.Now(),
	}
}

// sign makes an HTTP request, signed by the SDK's signer.
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
	if err := v4.NewSigner().SignHTTP(t.Context(), r.key, req, hex.EncodeToString(sum[:]), r.service, r.region, r.at); err != nil {
		t.Fatal(err)
	}
	return req
}

// send returns status, headers and body of an answer.
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

// A failing is a test that notes how it fails.
type failing struct {
	testing.TB
	failures []string
	cleanups []func()
}

func (f *failing) Helper()           {}
func (f *failing) Cleanup(fn func()) { f.cleanups = append(f.cleanups, fn) }
func (f *failing) Errorf(format string, args ...any) {
	f.failures = append(f.failures, fmt.Sprintf(format, args...))
}

func (f *failing) Fatalf(format string, args ...any) { f.Errorf(format, args...) }

// end does what is done when a test ends, and returns its failures.
func (f *failing) end() []string {
	for _, fn := range f.cleanups {
		fn()
	}
	return f.failures
}

// errorCode is the code of an error of the service, "" where err is none.
func errorCode(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// inProcess lets a client do without sockets.
func inProcess(server *lightsailtest.Server) func(*lightsail.Options) {
	return func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() }
}

// once lets a client attempt a call only once.
func once(o *lightsail.Options) { o.RetryMaxAttempts = 1 }

// createBucket makes a bucket as a client does.
func createBucket(ctx context.Context, client *lightsail.Client, name string) error {
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &name, BundleId: aws.String("small_1_0")})
	return err
}
