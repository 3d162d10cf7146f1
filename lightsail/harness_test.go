package lightsail_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
)

// eachWay runs a test of the pipeline on every way through it. way is to be the
// last option of the client under test.
func eachWay(t *testing.T, test func(t *testing.T, way func(*lightsail.Options))) {
	t.Helper()
	t.Run("unwatched", func(t *testing.T) {
		test(t, func(*lightsail.Options) {})
	})
	t.Run("watched", func(t *testing.T) {
		test(t, lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil }))
	})
}

// keys are credentials that protect nothing.
var keys = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
	return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI", SessionToken: "a-session-token"}, nil
})

// transport answers requests in the place of the network.
type transport func(*http.Request) (*http.Response, error)

func (t transport) Do(r *http.Request) (*http.Response, error) { return t(r) }

// newClient returns a client in us-east-1 whose requests t answers.
func newClient(t transport, optFns ...func(*lightsail.Options)) *lightsail.Client {
	cfg := aws.Config{Region: "us-east-1", Credentials: keys, HTTPClient: t}
	return lightsail.NewFromConfig(cfg, optFns...)
}

// quick takes the waiting out of retries.
func quick(o *lightsail.Options) {
	o.Retryer = quickRetryer{o.Retryer.(aws.RetryerV2)}
}

type quickRetryer struct{ aws.RetryerV2 }

func (quickRetryer) RetryDelay(int, error) (time.Duration, error) { return 0, nil }

// answer makes a response as the service would.
func answer(status int, body string) *http.Response {
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

// answers returns a transport that gives one response after the other, the last
// one for ever, and what it was asked.
func answers(responses ...func() (*http.Response, error)) (transport, *requests) {
	seen := new(requests)
	return func(r *http.Request) (*http.Response, error) {
		n := seen.add(r)
		return responses[min(n, len(responses)-1)]()
	}, seen
}

// say is a response for answers.
func say(status int, body string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return answer(status, body), nil }
}

// requests remembers what was sent.
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
