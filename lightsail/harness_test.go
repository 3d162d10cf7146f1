package lightsail_test

import (
	"context"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
)

// The two paths through the pipeline, as client options.

func directPath(*lightsail.Options) {}

func middlewarePath(o *lightsail.Options) {
	o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { return nil })
}

// eachPath runs a pipeline test on the direct path and on the middleware path. The
// test must pass path as an option to the client under test.
func eachPath(t *testing.T, test func(t *testing.T, path func(*lightsail.Options))) {
	t.Helper()
	t.Run("direct path", func(t *testing.T) { test(t, directPath) })
	t.Run("middleware path", func(t *testing.T) { test(t, middlewarePath) })
}

// testCredentials provides made-up credentials with a session token.
var testCredentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
	return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI", SessionToken: "a-session-token"}, nil
})

// doFunc is an HTTP client that responds without a network.
type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(r *http.Request) (*http.Response, error) { return f(r) }

// newClient returns a client for us-east-1 that sends its requests to do.
func newClient(do doFunc, optFns ...func(*lightsail.Options)) *lightsail.Client {
	cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, HTTPClient: do}
	return lightsail.NewFromConfig(cfg, optFns...)
}

// noRetryDelay is a client option that removes the delay between attempts.
func noRetryDelay(o *lightsail.Options) {
	o.Retryer = noDelayRetryer{o.Retryer.(aws.RetryerV2)}
}

type noDelayRetryer struct{ aws.RetryerV2 }

func (noDelayRetryer) RetryDelay(int, error) (time.Duration, error) { return 0, nil }

// newResponse returns a response with the headers that the service sends.
func newResponse(status int, body string) *http.Response {
	return &http.Response{
		StatusCode:    status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        http.Header{"X-Amzn-Requestid": {"7a1e-request"}, "Content-Type": {"application/x-amz-json-1.1"}},
		Body:          io.NopCloser(strings.NewReader(body)),
		ContentLength: int64(len(body)),
	}
}

// sequence returns an HTTP client that returns one response after the other and
// then repeats the last one, and a record of the requests it receives.
func sequence(responses ...func() (*http.Response, error)) (doFunc, *requests) {
	sent := new(requests)
	return func(r *http.Request) (*http.Response, error) {
		n := sent.add(r)
		return responses[min(n, len(responses)-1)]()
	}, sent
}

// response returns an element for sequence.
func response(status int, body string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return newResponse(status, body), nil }
}

// requests records the requests that were sent. It is safe for concurrent use.
type requests struct {
	mu  sync.Mutex
	all []request
}

type request struct {
	*http.Request
	body string
}

func (s *requests) add(r *http.Request) int {
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, request{r, string(body)})
	return len(s.all) - 1
}

func (s *requests) len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
}

func (s *requests) header(i int, name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[i].Header.Get(name)
}

// testTimeout bounds what can hang if the code under test is wrong.
const testTimeout = 30 * time.Second

// runWithTimeout calls f in a goroutine of its own. If f has not returned after
// testTimeout, the test fails with the stacks of all goroutines. f must not call
// t.FailNow or t.Fatal.
func runWithTimeout(t *testing.T, what string, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	timeout := time.NewTimer(testTimeout)
	defer timeout.Stop()
	select {
	case <-done:
	case <-timeout.C:
		t.Fatalf("%s: got no result after %v, want one\n%s", what, testTimeout, allStacks())
	}
}

// checkGoroutines fails the test if more goroutines run than before. It first gives
// goroutines that are about to exit the chance to do so.
func checkGoroutines(t *testing.T, before int) {
	t.Helper()
	for range 1_000_000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("got %d goroutines, want at most %d:\n%s", runtime.NumGoroutine(), before, allStacks())
}

func allStacks() []byte {
	stacks := make([]byte, 1<<20)
	return stacks[:runtime.Stack(stacks, true)]
}
