package interop_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// This file contains the intentional differences from the official client. Each test
// also fails if the official client behaves like ours.

func (e exchange) errorText() string {
	if f := e.Results[0].Failure; f != nil {
		return f[0]
	}
	return ""
}

// isError reports whether the first call returned an error of a kind that errorKinds
// lists.
func (e exchange) isError(kind string) bool {
	return slices.Contains(e.Results[0].Failure, "is "+kind)
}

// assertDiffers fails the test if holds returns false for our client or true for the
// official client.
func assertDiffers(t *testing.T, s settings, op string, holds func(exchange) bool) {
	t.Helper()
	ours, reference := exchanges(t, s, op, completeInput(op))
	if !holds(ours) {
		t.Errorf("our client does not have the expected behavior: %+v", ours)
	}
	if holds(reference) {
		t.Errorf("the official client behaves like ours: %+v", reference)
	}
}

// TestTimestampPrecision checks that timestamps are exact to the millisecond. The
// official client decodes them as float64.
func TestTimestampPrecision(t *testing.T) {
	for seconds, want := range map[string]string{
		"1.005":          "1970-01-01T00:00:01.005Z",
		"1005E-3":        "1970-01-01T00:00:01.005Z",
		"2196114635.463": "2039-08-04T23:50:35.463Z",
		"-62135596800":   "0001-01-01T00:00:00Z",
	} {
		assertDiffers(t, settings{responders: []responder{respond(200, `{"buckets":[{"createdAt":`+seconds+`}]}`)}}, "GetBuckets", func(e exchange) bool {
			out := e.Results[0].Output.(*lightsail.GetBucketsOutput)
			return out.Buckets[0].CreatedAt.Format(time.RFC3339Nano) == want
		})
	}
}

// TestStrictResponses checks that text after the JSON value, and numbers and times
// out of range, are rejected.
func TestStrictResponses(t *testing.T) {
	for body, op := range map[string]string{
		`{}x`:                                      "GetBuckets",
		`{"buckets":[]}{}`:                         "CreateBucket",
		`{"bundles":[{"price":1e39}]}`:             "GetBundles",
		`{"buckets":[{"createdAt":1e20}]}`:         "GetBuckets",
		`{"buckets":[{"createdAt":"Infinity"}]}`:   "GetBuckets",
		`{"buckets":[{"createdAt":-62135596801}]}`: "GetBuckets",
	} {
		assertDiffers(t, settings{responders: []responder{respond(200, body)}}, op, func(e exchange) bool { return e.isError("smithy.DeserializationError") })
	}
}

// TestInvalidUTF8InResponse checks that each invalid byte is replaced by U+FFFD.
func TestInvalidUTF8InResponse(t *testing.T) {
	assertDiffers(t, settings{responders: []responder{respond(200, "{\"nextPageToken\":\"a\xff\xc3b\"}")}}, "GetBuckets", func(e exchange) bool {
		return *e.Results[0].Output.(*lightsail.GetBucketsOutput).NextPageToken == "a\ufffd\ufffdb"
	})
}

// TestContextEndsDuringResponse checks that a context that ends while the body is
// read is reported as a CanceledError.
func TestContextEndsDuringResponse(t *testing.T) {
	for _, s := range []settings{
		{context: withTimeout(time.Second), responders: []responder{respondStalled(200)}},
		{context: canceledAfterSecond, responders: []responder{respondStalled(200)}},
		{context: withTimeout(time.Second), responders: []responder{respondStalled(400)}},
	} {
		assertDiffers(t, s, "GetBuckets", func(e exchange) bool {
			return e.isError("smithy.CanceledError") && e.isError("awshttp.ResponseError") && (e.isError("context.Canceled") || e.isError("context.DeadlineExceeded"))
		})
	}
}

// TestTruncatedResponses checks that a truncated response is retried only if the
// operation is safe to repeat.
func TestTruncatedResponses(t *testing.T) {
	for _, err := range []error{io.ErrUnexpectedEOF, errors.New("stream error: stream ID 1; INTERNAL_ERROR")} {
		assertDiffers(t, settings{responders: []responder{respondTruncated(200, "{", err), success}}, "GetBuckets", func(e exchange) bool {
			return len(e.Requests) == 2 && e.errorText() == ""
		})
	}
	assertDiffers(t, settings{responders: []responder{respondTruncated(200, "{", syscall.ECONNRESET), success}}, "CreateBucket", func(e exchange) bool {
		return len(e.Requests) == 1 && e.isError("smithy.DeserializationError")
	})
}

// TestErrorCodes checks that an error without a code has the code UnknownError.
func TestErrorCodes(t *testing.T) {
	for _, typ := range []string{"#", ":http://x/", "a#:b"} {
		assertDiffers(t, settings{responders: []responder{respond(400, `{"__type":"`+typ+`"}`)}}, "GetBuckets", func(e exchange) bool {
			return strings.HasSuffix(e.errorText(), "api error UnknownError: UnknownError")
		})
	}
}

// TestErrorHints checks the errors that have a hint. It follows the text of the official
// client, and is a link of its own in front of the API error.
func TestErrorHints(t *testing.T) {
	for message, code := range map[string]string{
		"Domain-related APIs are only available in the us-east-1 Region. Please set your Region configuration to us-east-1 to create, view, or edit these resources.": "InvalidInputException",
		"User: arn:aws:sts::111122223333:assumed-role/AmazonLightsailInstanceRole/i-0abc is not authorized to perform: lightsail:GetDomains":                          "AccessDeniedException",
		"The role of arn:aws:iam::111122223333:role/AmazonLightsailInstanceRole is invalid.":                                                                          "UnrecognizedClientException",
	} {
		for _, middlewarePath := range []bool{false, true} {
			response := respond(400, fmt.Sprintf(`{"__type":%q,"message":%q}`, code, message), "Date", "", "X-Amzn-Requestid", "r-1")
			ours, reference := exchanges(t, settings{responders: []responder{response}, middlewarePath: middlewarePath}, "GetDomains", completeInput("GetDomains"))
			hint, ok := strings.CutPrefix(ours.errorText(), reference.errorText())
			if !ok || !strings.HasPrefix(hint, " (hint: ") {
				t.Errorf("got error %q, want %q and a hint", ours.errorText(), reference.errorText())
			}
			// Without the link and the hint, the description of the error is the official one.
			failure := slices.DeleteFunc(slices.Clone(ours.Results[0].Failure), func(line string) bool { return line == "*lightsail.hintedError" })
			if len(failure) != len(ours.Results[0].Failure)-1 {
				t.Errorf("got the chain %q, want one link with a hint", ours.Results[0].Failure)
			}
			failure[0] = strings.TrimSuffix(failure[0], hint)
			ours.Results[0].Failure = failure
			assertSame(t, ours, reference)
		}
	}
}

// TestOptionsOfCall checks options that the official client ignores for a call.
func TestOptionsOfCall(t *testing.T) {
	assertDiffers(t, settings{where: onCall, options: map[string]any{"HTTPSignerV4": recordingSigner{}}}, "GetBuckets", func(e exchange) bool {
		return e.Requests[0].Header.Get("X-Signer") != ""
	})
	assertDiffers(t, settings{where: onCall, options: map[string]any{"Credentials": aws.AnonymousCredentials{}}}, "GetBuckets", func(e exchange) bool {
		return e.errorText() == "" && e.Requests[0].Header["Authorization"] == nil
	})
}

// TestNextCalledTwice checks that middleware that calls the next handler twice sends the
// same request twice. The second time, the official client sends no body, or signs another
// one, or repeats its User-Agent.
func TestNextCalledTwice(t *testing.T) {
	for step, id := range map[string]string{
		"Serialize": "OperationSerializer", "Build": "UserAgent", "Finalize": "ComputePayloadHash", "Deserialize": "OperationDeserializer",
	} {
		twice := func(s *middleware.Stack) error {
			return mutation{step: step, kind: "insert", id: id, at: middleware.Before, does: callsNextTwice}.apply(s, 0)
		}
		s := settings{options: map[string]any{"APIOptions": []func(*middleware.Stack) error{twice}}, mutated: true}
		assertDiffers(t, s, "GetBuckets", func(e exchange) bool {
			if len(e.Requests) != 2 {
				t.Fatalf("%s: got %d requests, want 2", step, len(e.Requests))
			}
			first, second := e.Requests[0], e.Requests[1]
			if step == "Build" { // each call adds to the header
				first.Header.Del("User-Agent")
				second.Header.Del("User-Agent")
			}
			first.Header.Del("Amz-Sdk-Invocation-Id")
			second.Header.Del("Amz-Sdk-Invocation-Id")
			return cmp.Equal(first, second, cmpOptions...)
		})
	}
}

// TestEmptyCredentials checks that a provider that returns empty credentials is an
// error.
func TestEmptyCredentials(t *testing.T) {
	assertDiffers(t, settings{options: map[string]any{"Credentials": provider{}}}, "GetBuckets", func(e exchange) bool {
		return len(e.Requests) == 0 && strings.Contains(e.errorText(), "no access key ID or no secret access key")
	})
}

// TestFIPSRegions checks that a FIPS pseudo Region selects the FIPS endpoint, and
// that requests are signed for the Region itself.
func TestFIPSRegions(t *testing.T) {
	for _, region := range []string{"fips-us-east-1", "us-east-1-fips"} {
		assertDiffers(t, settings{options: map[string]any{"Region": region}}, "GetBuckets", func(e exchange) bool {
			if got, want := e.Requests[0].URL, "https://lightsail-fips.us-east-1.amazonaws.com/"; got != want {
				t.Errorf("%s: got URL %s, want %s", region, got, want)
			}
			return strings.Contains(e.Requests[0].Header.Get("Authorization"), "/us-east-1/lightsail/") && e.Requests[0].Context["aws region"] == "us-east-1"
		})
	}
}

// TestInvalidRegionsAndEndpoints checks that a Region or endpoint that cannot be
// right is reported before anything is sent.
func TestInvalidRegionsAndEndpoints(t *testing.T) {
	for _, test := range []struct {
		settings
		want string
	}{
		{settings{options: map[string]any{"Region": "us-east-1a"}}, `invalid Region "us-east-1a": it is an Availability Zone of the Region "us-east-1"`},
		{settings{options: map[string]any{"Region": ""}}, "failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region: set AWS_REGION"},
		{settings{options: map[string]any{"BaseEndpoint": aws.String("localhost:4566")}}, "BaseEndpoint must be a URL"},
		{settings{options: map[string]any{"BaseEndpoint": aws.String("")}}, "BaseEndpoint must be a URL"},
		{settings{options: map[string]any{"Region": "a b"}}, `invalid input region "a b"`},
		{settings{config: legacyResolver}, "set BaseEndpoint instead"},
	} {
		assertDiffers(t, test.settings, "GetBuckets", func(e exchange) bool {
			return len(e.Requests) == 0 && strings.HasPrefix(e.errorText(), "operation error Lightsail: GetBuckets, ") && strings.Contains(e.errorText(), test.want)
		})
	}
}

func legacyResolver(cfg *aws.Config) {
	//lint:ignore SA1019 the test checks that it is rejected
	cfg.EndpointResolver = aws.EndpointResolverFunc(func(string, string) (aws.Endpoint, error) { return aws.Endpoint{URL: "http://localhost"}, nil })
}
