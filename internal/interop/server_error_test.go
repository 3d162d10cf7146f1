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
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// modelled are the exceptions of the service's model, with the status codes that
// its API reference and its model have for them.
var modelled = []struct {
	sent                 smithy.APIError
	found                func(error) (any, bool)
	byReference, byModel int
	attempts             int
}{
	{&types.AccessDeniedException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.AccessDeniedException], 400, 403, 1},
	{&types.AccountSetupInProgressException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.AccountSetupInProgressException], 400, 428, 1},
	{&types.InvalidInputException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.InvalidInputException], 400, 400, 1},
	{&types.NotFoundException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.NotFoundException], 400, 404, 1},
	{&types.OperationFailureException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.OperationFailureException], 400, 400, 1},
	{&types.RegionSetupInProgressException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.RegionSetupInProgressException], 400, 428, 1},
	{&types.ServiceException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.ServiceException], 500, 500, 3},
	{&types.UnauthenticatedException{Message: said, Code: code, Docs: docs, Tip: tip}, find[*officialtypes.UnauthenticatedException], 400, 401, 1},
}

// The members of the exceptions. A code like that of another exception must not be
// taken for the type.
var (
	said = aws.String("It says \"no\" <to> ümlauts.")
	code = aws.String("NotFoundException")
	docs = aws.String("https://example.com/docs")
	tip  = aws.String("Ask & wait.")
)

func find[E error](err error) (any, bool) {
	var e E
	ok := errors.As(err, &e)
	return e, ok
}

// Every operation can fail with every exception, and the official client knows
// which by its own types.
func TestServerExceptions(t *testing.T) {
	for _, statuses := range []string{"reference", "model"} {
		t.Run(statuses, func(t *testing.T) {
			var opts []lightsailtest.Option
			if statuses == "model" {
				opts = append(opts, lightsailtest.WithModelStatuses())
			}
			s := newSession(t, "official", opts...)
			for _, op := range operations {
				for _, e := range modelled {
					s.server.ResetCalls()
					s.server.Inject(op, lightsailtest.Error(e.sent).Times(e.attempts))
					_, err := s.client.call(s.Context(), op, complete(op))
					got, ok := e.found(err)
					if !ok {
						t.Errorf("%s: %v, want %T", op, err, e.sent)
						continue
					}
					if diff := cmp.Diff(e.sent, as(reflect.TypeOf(e.sent), got), equal); diff != "" {
						t.Errorf("%s, -sent +got:\n%s", op, diff)
					}
					want := e.byReference
					if statuses == "model" {
						want = e.byModel
					}
					if response, ok := find[*awshttp.ResponseError](err); !ok || response.(*awshttp.ResponseError).HTTPStatusCode() != want {
						t.Errorf("%s: %v, want the status %d", op, err, want)
					}
					if calls := s.server.Calls(); len(calls) != e.attempts {
						t.Errorf("%s: %T after %v, want %d attempts", op, e.sent, calls, e.attempts)
					}
				}
			}
		})
	}
}

// What is wrong with a client's settings, the server tells both clients by the
// same code.
func TestServerRefusals(t *testing.T) {
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
		{"as it should be", keys("AKIDEXAMPLE", "secret", ""), ""},
		{"as it should be, with a token", keys("ASIAEXAMPLE", "secret", "token"), ""},
		{"wrong secret", keys("AKIDEXAMPLE", "Secret", ""), "InvalidSignatureException"},
		{"wrong Region", func(cfg *aws.Config) { cfg.Region = "us-east-2" }, "InvalidSignatureException"},
		{"unknown key", keys("AKIDEXAMPLF", "secret", ""), "UnrecognizedClientException"},
		{"wrong token", keys("ASIAEXAMPLE", "secret", "Token"), "UnrecognizedClientException"},
		{"no token", keys("ASIAEXAMPLE", "secret", ""), "UnrecognizedClientException"},
		{"token too many", keys("AKIDEXAMPLE", "secret", "token"), "UnrecognizedClientException"},
		{"expired", keys("ASIAEXPIRED", "secret", "token"), "ExpiredTokenException"},
		{"anonymous", func(cfg *aws.Config) { cfg.Credentials = aws.AnonymousCredentials{} }, "MissingAuthenticationTokenException"},
	} {
		t.Run(test.name, func(t *testing.T) {
			sessions(t, func(s *session) {
				if test.want != "" {
					s.server.Expect(test.want)
				}
				cfg := s.server.Config()
				test.change(&cfg)
				s.connect(cfg)
				_, err := s.do(&lightsail.GetBundlesInput{})
				if got := codeOf(err); got != test.want {
					s.Errorf("%v, want the code %q", err, test.want)
				}
				if test.want != "" && len(s.server.Calls()) != 1 {
					s.Errorf("%d attempts, want 1", len(s.server.Calls()))
				}
			}, lightsailtest.WithCredentials(known, temporary, expired))
		})
	}
}

// Both clients learn from the first refusal how far their clock is off, and sign
// by the server's from then on.
func TestServerClock(t *testing.T) {
	for _, off := range []time.Duration{-time.Hour, time.Hour} {
		sessions(t, func(s *session) {
			s.server.Expect("InvalidSignatureException")
			for range 2 {
				must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{})
			}
			s.server.AssertCalls(s, "GetBundles", "GetBundles #2", "GetBundles")
		}, stopped(off))
	}
}

// The official client has operations that the server has not.
func TestServerUnknownOperation(t *testing.T) {
	server := lightsailtest.NewServer(t)
	server.Expect("UnknownOperationException")
	_, err := official.NewFromConfig(server.Config()).GetInstances(t.Context(), nil)
	if codeOf(err) != "UnknownOperationException" {
		t.Error(err)
	}
}

// What goes wrong on the way, and how many attempts each client makes of it.
func TestServerTrouble(t *testing.T) {
	const read, change = "GetBuckets", "DeleteBucket"
	for _, test := range []struct {
		name           string
		fault          lightsailtest.Fault
		op             string
		official, ours outcome
	}{
		{"nothing", lightsailtest.Fault{}, read, outcome{1, ""}, outcome{1, ""}},
		{"two throttles", lightsailtest.Throttle().Times(2), read, outcome{3, ""}, outcome{3, ""}},
		{"two throttles of a change", lightsailtest.Throttle().Times(2), change, outcome{3, ""}, outcome{3, ""}},
		{"throttles", lightsailtest.Throttle().Always(), read, outcome{3, "MaxAttemptsError"}, outcome{3, "MaxAttemptsError"}},
		{"502", lightsailtest.Status(http.StatusBadGateway), change, outcome{2, ""}, outcome{2, ""}},
		{"dropped", lightsailtest.Drop(), read, outcome{2, ""}, outcome{2, ""}},
		{"dropped change", lightsailtest.Drop(), change, outcome{2, ""}, outcome{2, ""}},
		{"answer dropped", lightsailtest.DropResponse(), read, outcome{2, ""}, outcome{2, ""}},
		// It was done at the first attempt.
		{"answer to a change dropped", lightsailtest.DropResponse(), change, outcome{2, "NotFoundException"}, outcome{2, "NotFoundException"}},
		{"dropped always", lightsailtest.Drop().Always(), read, outcome{3, "MaxAttemptsError"}, outcome{3, "MaxAttemptsError"}},
		// Ours asks again for what was cut where that changes nothing.
		{"cut", lightsailtest.Cut(20), read, outcome{1, "DeserializationError"}, outcome{2, ""}},
		{"cut answer to a change", lightsailtest.Cut(20), change, outcome{1, "DeserializationError"}, outcome{1, "DeserializationError"}},
		{"truncated", lightsailtest.Truncate(20), read, outcome{1, "DeserializationError"}, outcome{2, ""}},
		{"garbled", lightsailtest.Garble(), read, outcome{1, "DeserializationError"}, outcome{1, "DeserializationError"}},
		{"oversized", lightsailtest.Oversize(1 << 20), read, outcome{1, ""}, outcome{1, ""}},
		{"trickling", lightsailtest.Trickle(30, time.Millisecond), read, outcome{1, ""}, outcome{1, ""}},
		{"late", lightsailtest.Latency(time.Millisecond), read, outcome{1, ""}, outcome{1, ""}},
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
				if want.failure == "" && err != nil || !strings.Contains(strings.Join(failure(err), "\n"), want.failure) {
					t.Errorf("%s: %v, want %q", name, err, want.failure)
				}
				ids := map[string]bool{}
				for i, call := range s.server.Calls() {
					ids[call.Header.Get("Amz-Sdk-Invocation-Id")] = true
					if call.Attempt != i+1 {
						t.Errorf("%s: the attempt %d calls itself the attempt %d", name, i+1, call.Attempt)
					}
				}
				// The official client now and then breaks the connection to a fast
				// server, by closing a body that is being written, and tries again.
				got := len(s.server.Calls())
				if got < want.attempts || got > want.attempts && name == "ours" || len(ids) != 1 {
					t.Errorf("%s: %d attempts of %d calls, want %d of 1", name, got, len(ids), want.attempts)
				}
			}
		})
	}
}

// An outcome is how many attempts a call takes and a word about how it fails, ""
// where it does not.
type outcome struct {
	attempts int
	failure  string
}

// A call that is given up while the server is at work.
func TestServerCancel(t *testing.T) {
	for name := range clients {
		s := newSession(t, name)
		ctx, cancel := context.WithCancel(t.Context())
		s.server.Inject("GetBuckets", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
			cancel()
			<-r.Context().Done()
			return nil, r.Context().Err()
		}))
		if _, err := s.client.call(ctx, "GetBuckets", &lightsail.GetBucketsInput{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it was canceled", name, err)
		}
		s.server.AssertCalls(t, "GetBuckets")
	}
}
