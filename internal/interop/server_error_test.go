package interop_test

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	officialtypes "github.com/aws/aws-sdk-go-v2/service/lightsail/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// modelled are the modelled exceptions, with their status codes in the API reference
// and in the service model.
var modelled = []struct {
	sent                         smithy.APIError
	find                         func(error) (any, bool)
	referenceStatus, modelStatus int
	attempts                     int
}{
	{&types.AccessDeniedException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.AccessDeniedException], 400, 403, 1},
	{&types.AccountSetupInProgressException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.AccountSetupInProgressException], 400, 428, 1},
	{&types.InvalidInputException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.InvalidInputException], 400, 400, 1},
	{&types.NotFoundException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.NotFoundException], 400, 404, 1},
	{&types.OperationFailureException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.OperationFailureException], 400, 400, 1},
	{&types.RegionSetupInProgressException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.RegionSetupInProgressException], 400, 428, 1},
	{&types.ServiceException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.ServiceException], 500, 500, 3},
	{&types.UnauthenticatedException{Message: message, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.UnauthenticatedException], 400, 401, 1},
}

// The fields of the exceptions. The code is the name of another exception, which must
// not be mistaken for the type.
var (
	message = aws.String("It says \"no\" <to> ümlauts.")
	code    = aws.String("NotFoundException")
	docs    = aws.String("https://example.com/docs")
	tip     = aws.String("Ask & wait.")
)

func find[E error](err error) (any, bool) {
	var e E
	ok := errors.As(err, &e)
	return e, ok
}

// TestServerExceptions checks that the official client decodes every injected exception
// of every operation as its own type.
func TestServerExceptions(t *testing.T) {
	var names []string
	for _, e := range modelled {
		names = append(names, reflect.TypeOf(e.sent).Elem().Name())
	}
	if diff := cmp.Diff(exceptions, names); diff != "" {
		t.Errorf("modelled exceptions: official (-), tested (+):\n%s", diff)
	}
	for _, statuses := range []string{"reference", "model"} {
		t.Run(statuses, func(t *testing.T) {
			var opts []lightsailtest.Option
			if statuses == "model" {
				opts = append(opts, lightsailtest.WithModelStatuses())
			}
			s := newSession(t, "official", opts...)
			for _, op := range operations {
				s.configure(s.server.Config()) // each client has a retry quota of its own
				for _, e := range modelled {
					s.server.ResetCalls()
					s.server.Inject(op, lightsailtest.Error(e.sent).Times(e.attempts))
					_, err, _ := s.client.call(s.Context(), op, completeInput(op))
					got, ok := e.find(err)
					if !ok {
						t.Errorf("%s: got error %v, want %T", op, err, e.sent)
						continue
					}
					if diff := cmp.Diff(e.sent, convertTo(reflect.TypeOf(e.sent), got), cmpOptions); diff != "" {
						t.Errorf("%s, -sent +got:\n%s", op, diff)
					}
					want := e.referenceStatus
					if statuses == "model" {
						want = e.modelStatus
					}
					if response, ok := find[*awshttp.ResponseError](err); !ok || response.(*awshttp.ResponseError).HTTPStatusCode() != want {
						t.Errorf("%s: got error %v, want status %d", op, err, want)
					}
					if calls := s.server.Calls(); len(calls) != e.attempts {
						t.Errorf("%s: %T: got calls %v, want %d attempts", op, e.sent, calls, e.attempts)
					}
				}
			}
		})
	}
}

// TestServerExceptionCodes checks that both clients decode an injected error that has only
// the code of an exception as that exception, and that it has the exception's status.
func TestServerExceptionCodes(t *testing.T) {
	for _, e := range modelled {
		sent := &smithy.GenericAPIError{Code: reflect.TypeOf(e.sent).Elem().Name(), Message: *message}
		runSessions(t, func(s *session) {
			s.server.Inject("", lightsailtest.Error(sent).Always())
			_, err := s.do(&lightsail.GetBucketsInput{})
			var got error
			for ; err != nil; err = errors.Unwrap(err) {
				got = err
			}
			if name := reflect.TypeOf(got).Elem().Name(); name != sent.Code || got.(smithy.APIError).ErrorMessage() != sent.Message {
				s.Errorf("got %s: %v, want %s: %s", name, got, sent.Code, sent.Message)
			}
			if status := s.server.Calls()[0].Status; status != e.referenceStatus {
				s.Errorf("%s: got status %d, want %d", sent.Code, status, e.referenceStatus)
			}
		})
	}
}

// TestServerRejectsCredentials checks the error code for each kind of wrong credentials
// or Region.
func TestServerRejectsCredentials(t *testing.T) {
	known := aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret"}
	temporary := aws.Credentials{AccessKeyID: "ASIAEXAMPLE", SecretAccessKey: "secret", SessionToken: "token"}
	expired := aws.Credentials{AccessKeyID: "ASIAEXPIRED", SecretAccessKey: "secret", SessionToken: "token",
		CanExpire: true, Expires: time.Now().Add(-time.Second)}
	keys := func(id, secret, token string) func(*aws.Config) {
		return func(cfg *aws.Config) {
			cfg.Credentials = provider{Credentials: aws.Credentials{AccessKeyID: id, SecretAccessKey: secret, SessionToken: token}}
		}
	}
	for _, test := range []struct {
		name   string
		change func(*aws.Config)
		want   string // "" for none
	}{
		{"valid", keys("AKIDEXAMPLE", "secret", ""), ""},
		{"valid, with a session token", keys("ASIAEXAMPLE", "secret", "token"), ""},
		{"wrong secret", keys("AKIDEXAMPLE", "Secret", ""), "InvalidSignatureException"},
		{"wrong Region", func(cfg *aws.Config) { cfg.Region = "us-east-2" }, "InvalidSignatureException"},
		{"unknown key", keys("AKIDEXAMPLF", "secret", ""), "UnrecognizedClientException"},
		{"wrong token", keys("ASIAEXAMPLE", "secret", "Token"), "UnrecognizedClientException"},
		{"missing token", keys("ASIAEXAMPLE", "secret", ""), "UnrecognizedClientException"},
		{"unexpected token", keys("AKIDEXAMPLE", "secret", "token"), "UnrecognizedClientException"},
		{"expired", keys("ASIAEXPIRED", "secret", "token"), "ExpiredTokenException"},
		{"anonymous", func(cfg *aws.Config) { cfg.Credentials = aws.AnonymousCredentials{} }, "MissingAuthenticationTokenException"},
	} {
		t.Run(test.name, func(t *testing.T) {
			runSessions(t, func(s *session) {
				if test.want != "" {
					s.server.Expect(test.want)
				}
				cfg := s.server.Config()
				test.change(&cfg)
				s.configure(cfg)
				_, err := s.do(&lightsail.GetBundlesInput{})
				if got := errorCode(err); got != test.want {
					s.Errorf("got error %v, want the code %q", err, test.want)
				}
				if test.want != "" && len(s.server.Calls()) != 1 {
					s.Errorf("got %d attempts, want 1", len(s.server.Calls()))
				}
			}, lightsailtest.WithCredentials(known, temporary, expired))
		})
	}
}

// TestServerClockSkew checks that both clients correct their clock after the first
// rejected signature, and use the corrected clock for the next call.
func TestServerClockSkew(t *testing.T) {
	for _, offset := range []time.Duration{-time.Hour, time.Hour} {
		runSessions(t, func(s *session) {
			s.server.Expect("InvalidSignatureException")
			for range 2 {
				must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{})
			}
			s.server.AssertCalls(s, "GetBundles", "GetBundles #2", "GetBundles")
		}, withStoppedClock(offset))
	}
}

// TestServerRejectsUnknownOperation sends a signed request of the official client with
// the name of an operation that does not exist.
func TestServerRejectsUnknownOperation(t *testing.T) {
	server := lightsailtest.NewServer(t)
	server.Expect("UnknownOperationException")
	rename := middleware.BuildMiddlewareFunc("rename", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
		in.Request.(*smithyhttp.Request).Header.Set("X-Amz-Target", "Lightsail_20161128.GetUnicorns")
		return next.HandleBuild(ctx, in)
	})
	client := official.NewFromConfig(server.Config(), official.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Build.Add(rename, middleware.After)
	}))
	_, err := client.GetInstances(t.Context(), nil)
	if errorCode(err) != "UnknownOperationException" {
		t.Errorf("got error %v, want UnknownOperationException", err)
	}
}

// TestServerFaults checks the result and the number of attempts of each client for each
// injected fault.
func TestServerFaults(t *testing.T) {
	const read, change = "GetBuckets", "DeleteBucket"
	for _, test := range []struct {
		name           string
		fault          lightsailtest.Fault
		op             string
		official, ours outcome
	}{
		{"no fault", lightsailtest.Fault{}, read, outcome{1, ""}, outcome{1, ""}},
		{"throttled twice", lightsailtest.Throttle().Times(2), read, outcome{3, ""}, outcome{3, ""}},
		{"change throttled twice", lightsailtest.Throttle().Times(2), change, outcome{3, ""}, outcome{3, ""}},
		{"always throttled", lightsailtest.Throttle().Always(), read, outcome{3, "MaxAttemptsError"}, outcome{3, "MaxAttemptsError"}},
		{"status 502", lightsailtest.Status(http.StatusBadGateway), change, outcome{2, ""}, outcome{2, ""}},
		{"connection closed before the call", lightsailtest.Drop(), read, outcome{2, ""}, outcome{2, ""}},
		{"connection closed before the change", lightsailtest.Drop(), change, outcome{2, ""}, outcome{2, ""}},
		{"response dropped", lightsailtest.DropResponse(), read, outcome{2, ""}, outcome{2, ""}},
		// The first attempt deletes the bucket.
		{"response to a change dropped", lightsailtest.DropResponse(), change, outcome{2, "NotFoundException"}, outcome{2, "NotFoundException"}},
		{"connection always closed", lightsailtest.Drop().Always(), read, outcome{3, "MaxAttemptsError"}, outcome{3, "MaxAttemptsError"}},
		// Our client retries a truncated response if the operation is safe to repeat.
		{"connection closed during the response", lightsailtest.Cut(20), read, outcome{1, "DeserializationError"}, outcome{2, ""}},
		{"connection closed during the response to a change", lightsailtest.Cut(20), change, outcome{1, "DeserializationError"}, outcome{1, "DeserializationError"}},
		{"truncated response", lightsailtest.Truncate(20), read, outcome{1, "DeserializationError"}, outcome{2, ""}},
		{"invalid JSON", lightsailtest.Garble(), read, outcome{1, "DeserializationError"}, outcome{1, "DeserializationError"}},
		{"large response", lightsailtest.Oversize(1 << 20), read, outcome{1, ""}, outcome{1, ""}},
		{"slow response", lightsailtest.Trickle(30, time.Millisecond), read, outcome{1, ""}, outcome{1, ""}},
		{"delayed response", lightsailtest.Latency(time.Millisecond), read, outcome{1, ""}, outcome{1, ""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for name, want := range map[string]outcome{"official": test.official, "ours": test.ours} {
				s := newSession(t, name, lightsailtest.WithBuckets(types.Bucket{Name: archive}))
				s.server.Inject(test.op, test.fault)
				in := any(&lightsail.GetBucketsInput{})
				if test.op == change {
					in = &lightsail.DeleteBucketInput{BucketName: archive}
				}
				_, err := s.do(in)
				if want.failure == "" && err != nil || !strings.Contains(strings.Join(describeError(err), "\n"), want.failure) {
					t.Errorf("%s: got error %v, want %q", name, err, want.failure)
				}
				ids := map[string]bool{}
				for i, call := range s.server.Calls() {
					ids[call.Header.Get("Amz-Sdk-Invocation-Id")] = true
					if call.Attempt != i+1 {
						t.Errorf("%s: got attempt number %d in attempt %d", name, call.Attempt, i+1)
					}
				}
				// The official client sometimes closes a request body that net/http
				// is still writing, which closes the connection, and then retries.
				got := len(s.server.Calls())
				if got < want.attempts || got > want.attempts && name == "ours" || len(ids) != 1 {
					t.Errorf("%s: got %d attempts of %d calls, want %d of 1", name, got, len(ids), want.attempts)
				}
			}
		})
	}
}

// An outcome is the number of attempts of a call and a part of its error, or "" if the
// call succeeds.
type outcome struct {
	attempts int
	failure  string
}

// TestServerContextCanceled cancels the context while the server handles the request.
func TestServerContextCanceled(t *testing.T) {
	for name := range newClients {
		s := newSession(t, name)
		ctx, cancel := context.WithCancel(t.Context())
		s.server.Inject("GetBuckets", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
			cancel()
			<-r.Context().Done()
			return nil, r.Context().Err()
		}))
		if _, err, _ := s.client.call(ctx, "GetBuckets", &lightsail.GetBucketsInput{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got error %v, want context.Canceled", name, err)
		}
		s.server.AssertCalls(t, "GetBuckets")
	}
}
