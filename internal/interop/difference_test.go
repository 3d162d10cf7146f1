package interop_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// Here stands where our client differs from the official one on purpose. Each
// test fails also when the official client comes to do the same.

func (e exchange) failure() string {
	if f := e.Results[0].Failure; f != nil {
		return f[0]
	}
	return ""
}

func (e exchange) is(name string) bool { return slices.Contains(e.Results[0].Failure, "is "+name) }

// differ fails the test where what is said of ours does not hold, or holds for
// the official client, too.
func differ(t *testing.T, s settings, op string, holds func(exchange) bool) {
	t.Helper()
	ours, theirs := exchanges(t, s, op, complete(op))
	if !holds(ours) {
		t.Errorf("ours: %+v", ours)
	}
	if holds(theirs) {
		t.Errorf("the official client does the same: %+v", theirs)
	}
}

// A time is what the number says. The official client reads it as a float64.
func TestTimesToTheMillisecond(t *testing.T) {
	for seconds, want := range map[string]string{
		"1.005":          "1970-01-01T00:00:01.005Z",
		"1005E-3":        "1970-01-01T00:00:01.005Z",
		"2196114635.463": "2039-08-04T23:50:35.463Z",
		"-62135596800":   "0001-01-01T00:00:00Z",
	} {
		differ(t, settings{answers: []answer{reply(200, `{"buckets":[{"createdAt":`+seconds+`}]}`)}}, "GetBuckets", func(e exchange) bool {
			out := e.Results[0].Output.(*lightsail.GetBucketsOutput)
			return out.Buckets[0].CreatedAt.Format(time.RFC3339Nano) == want
		})
	}
}

// An answer is JSON to the last byte, and its numbers fit.
func TestStrictAnswers(t *testing.T) {
	for body, op := range map[string]string{
		`{}x`:                                      "GetBuckets",
		`{"buckets":[]}{}`:                         "CreateBucket",
		`{"bundles":[{"price":1e39}]}`:             "GetBundles",
		`{"buckets":[{"createdAt":1e20}]}`:         "GetBuckets",
		`{"buckets":[{"createdAt":"Infinity"}]}`:   "GetBuckets",
		`{"buckets":[{"createdAt":-62135596801}]}`: "GetBuckets",
	} {
		differ(t, settings{answers: []answer{reply(200, body)}}, op, func(e exchange) bool { return e.is("smithy.DeserializationError") })
	}
}

// A string is UTF-8.
func TestInvalidUTF8(t *testing.T) {
	differ(t, settings{answers: []answer{reply(200, "{\"nextPageToken\":\"a\xff\xc3b\"}")}}, "GetBuckets", func(e exchange) bool {
		return *e.Results[0].Output.(*lightsail.GetBucketsOutput).NextPageToken == "a\ufffd\ufffdb"
	})
}

// A context that ends is told as such, wherever the call was.
func TestContextEndsInAnAnswer(t *testing.T) {
	for _, s := range []settings{
		{context: within(time.Second), answers: []answer{stall(200)}},
		{context: givenUp, answers: []answer{stall(200)}},
		{context: within(time.Second), answers: []answer{stall(400)}},
	} {
		differ(t, s, "GetBuckets", func(e exchange) bool {
			return e.is("smithy.CanceledError") && e.is("awshttp.ResponseError") && (e.is("context.Canceled") || e.is("context.DeadlineExceeded"))
		})
	}
}

// An answer cut short is asked for again where asking changes nothing, and only
// there.
func TestCutAnswers(t *testing.T) {
	for _, err := range []error{io.ErrUnexpectedEOF, errors.New("stream error")} {
		differ(t, settings{answers: []answer{cut(200, "{", err), well}}, "GetBuckets", func(e exchange) bool { return len(e.Requests) == 2 && e.failure() == "" })
	}
	differ(t, settings{answers: []answer{cut(200, "{", syscall.ECONNRESET), well}}, "CreateBucket", func(e exchange) bool {
		return len(e.Requests) == 1 && e.is("smithy.DeserializationError")
	})
}

// An error always has a code, and keeps its type where the header tells it.
func TestErrorCodes(t *testing.T) {
	for _, typ := range []string{"#", ":http://x/", "a#:b"} {
		differ(t, settings{answers: []answer{reply(400, `{"__type":"`+typ+`"}`)}}, "GetBuckets", func(e exchange) bool {
			return strings.HasSuffix(e.failure(), "api error UnknownError: UnknownError")
		})
	}
	for _, body := range []string{"null", " \n"} {
		differ(t, settings{answers: []answer{reply(400, body, "X-Amzn-Errortype", "NotFoundException")}}, "GetBuckets", func(e exchange) bool {
			return strings.HasSuffix(e.failure(), "NotFoundException: ")
		})
	}
}

// Every option can be set for a call.
func TestOptionsOfACall(t *testing.T) {
	differ(t, settings{where: onCall, options: map[string]any{"HTTPSignerV4": stamp{}}}, "GetBuckets", func(e exchange) bool {
		return e.Requests[0].Header.Get("X-Stamp") != ""
	})
	differ(t, settings{where: onCall, options: map[string]any{"Credentials": aws.AnonymousCredentials{}}}, "GetBuckets", func(e exchange) bool {
		return e.failure() == "" && e.Requests[0].Header["Authorization"] == nil
	})
}

// Keys that cannot sign are not signed with.
func TestEmptyKeys(t *testing.T) {
	differ(t, settings{options: map[string]any{"Credentials": provider{}}}, "GetBuckets", func(e exchange) bool {
		return len(e.Requests) == 0 && strings.Contains(e.failure(), "no access key ID or no secret access key")
	})
}

// A Region that stands for FIPS is not what a signature is for.
func TestPseudoRegions(t *testing.T) {
	for _, region := range []string{"fips-us-east-1", "us-east-1-fips"} {
		differ(t, settings{options: map[string]any{"Region": region}}, "GetBuckets", func(e exchange) bool {
			if r := e.Requests[0]; r.URL != "https://lightsail-fips.us-east-1.amazonaws.com/" {
				t.Errorf("sent to %s", r.URL)
			}
			return strings.Contains(e.Requests[0].Header.Get("Authorization"), "/us-east-1/lightsail/") && e.Requests[0].Context["aws region"] == "us-east-1"
		})
	}
}

// What would end at a host that does not exist, or at the wrong one, is told
// before anything is sent.
func TestWrongAddresses(t *testing.T) {
	for _, test := range []struct {
		settings
		want string
	}{
		{settings{options: map[string]any{"Region": "us-east-1a"}}, `"us-east-1a" is an Availability Zone, not a Region: its Region is "us-east-1"`},
		{settings{options: map[string]any{"Region": ""}}, "failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region: set Region"},
		{settings{options: map[string]any{"BaseEndpoint": aws.String("localhost:4566")}}, "BaseEndpoint must be a URL"},
		{settings{options: map[string]any{"BaseEndpoint": aws.String("")}}, "BaseEndpoint must be a URL"},
		{settings{options: map[string]any{"Region": "a b"}}, `invalid input region "a b"`},
		{settings{config: legacyResolver}, "set BaseEndpoint instead"},
	} {
		differ(t, test.settings, "GetBuckets", func(e exchange) bool {
			return len(e.Requests) == 0 && strings.HasPrefix(e.failure(), "operation error Lightsail: GetBuckets, ") && strings.Contains(e.failure(), test.want)
		})
	}
}

func legacyResolver(cfg *aws.Config) {
	//lint:ignore SA1019 the point is that it is refused
	cfg.EndpointResolver = aws.EndpointResolverFunc(func(string, string) (aws.Endpoint, error) { return aws.Endpoint{URL: "http://localhost"}, nil })
}
