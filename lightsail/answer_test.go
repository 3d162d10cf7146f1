package lightsail_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func TestModelledError(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, _ := answers(say(400, `{"__type":"com.amazonaws.lightsail#NotFoundException","code":"DoesNotExist","docs":"https://docs","message":"no such bucket","tip":"look again"}`))
		_, err := newClient(http, way).GetBuckets(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")})

		const text = "operation error Lightsail: GetBuckets, https response error StatusCode: 400, RequestID: 7a1e-request, NotFoundException: no such bucket"
		if err == nil || err.Error() != text {
			t.Errorf("error %v\nwant  %s", err, text)
		}
		var notFound *types.NotFoundException
		if !errors.As(err, &notFound) {
			t.Fatalf("not a NotFoundException: %v", err)
		}
		want := &types.NotFoundException{
			Message: aws.String("no such bucket"), Code: aws.String("DoesNotExist"),
			Docs: aws.String("https://docs"), Tip: aws.String("look again"),
		}
		if diff := cmp.Diff(want, notFound); diff != "" {
			t.Error(diff)
		}
		var response *awshttp.ResponseError
		if !errors.As(err, &response) || response.HTTPStatusCode() != 400 || response.ServiceRequestID() != "7a1e-request" {
			t.Errorf("response error %v", response)
		}
		var operation *smithy.OperationError
		if !errors.As(err, &operation) || operation.Service() != "Lightsail" || operation.Operation() != "GetBuckets" {
			t.Errorf("operation error %v", operation)
		}
	})
}

func TestOtherErrors(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for name, row := range map[string]struct {
			status   int
			header   string
			body     string
			want     string
			attempts int
		}{
			"code of no model":     {400, "", `{"__type":"ValidationError","message":"bad"}`, "api error ValidationError: bad", 1},
			"header before body":   {400, "ServiceException:http://x", `{"__type":"NotFoundException"}`, "ServiceException: ", 1},
			"type in member code":  {400, "", `{"code":"NotFoundException","message":"m"}`, "NotFoundException: m", 1},
			"message with capital": {400, "", `{"__type":"InvalidInputException","Message":"m"}`, "InvalidInputException: m", 1},
			"no body":              {400, "", ``, "api error UnknownError: UnknownError", 1},
			"HTML":                 {400, "", `<html>`, "deserialization failed, failed to decode response body", 1},
			"HTML from a proxy":    {502, "", `<html>`, "exceeded maximum number of attempts, 3, https response error StatusCode: 502", 3},
			"throttled":            {400, "", `{"__type":"ThrottlingException"}`, "exceeded maximum number of attempts, 3, ", 3},
		} {
			t.Run(name, func(t *testing.T) {
				http, seen := answers(func() (*http.Response, error) {
					resp := answer(row.status, row.body)
					if row.header != "" {
						resp.Header.Set("X-Amzn-ErrorType", row.header)
					}
					return resp, nil
				})
				_, err := newClient(http, quick, way).GetBuckets(context.Background(), nil)
				if err == nil || !strings.Contains(err.Error(), row.want) || seen.len() != row.attempts {
					t.Errorf("%d attempts, error %v\nwant %d and %q", seen.len(), err, row.attempts, row.want)
				}
			})
		}
	})
}

// What no answer of the service may do: panic, hang, leak, or pass for a value.
func TestBadAnswers(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for name, row := range map[string]struct{ body, want string }{
			"HTML":                   {`<html>busy</html>`, "offset 0"},
			"another shape":          {`{"buckets":{"name":"photos"}}`, "buckets"},
			"a list":                 {`[]`, "offset 0"},
			"text behind":            {`{} {}`, "offset 3"},
			"number for a string":    {`{"buckets":[{"name":"a"},{"name":7}]}`, "buckets[1].name"},
			"string for a bool":      {`{"buckets":[{"ableToUpdateBundle":"true"}]}`, "buckets[0].ableToUpdateBundle"},
			"timestamp NaN":          {`{"buckets":[{"createdAt":"NaN"}]}`, "buckets[0].createdAt"},
			"timestamp Infinity":     {`{"buckets":[{"createdAt":"Infinity"}]}`, "buckets[0].createdAt"},
			"timestamp in words":     {`{"buckets":[{"createdAt":"2026-01-01T00:00:00Z"}]}`, "buckets[0].createdAt"},
			"timestamp out of range": {`{"buckets":[{"createdAt":1e300}]}`, "buckets[0].createdAt"},
			"deep":                   {`{"x":` + strings.Repeat(`[`, 1<<20), "deeper than 10000 levels"},
		} {
			t.Run(name, func(t *testing.T) {
				body := &watchedBody{Reader: strings.NewReader(row.body)}
				http := transport(func(*http.Request) (*http.Response, error) {
					resp := answer(200, row.body)
					resp.Body = body
					return resp, nil
				})
				_, err := newClient(http, quick, way).GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
				var broken *smithy.DeserializationError
				if !errors.As(err, &broken) || broken.Snapshot != nil || !strings.Contains(err.Error(), row.want) {
					t.Errorf("error %v\nwant a DeserializationError with %q", err, row.want)
				}
				if !body.closed {
					t.Error("the body was left open")
				}
			})
		}
	})
}

func TestNumbersOutOfRange(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for _, number := range []string{"2147483648", "1.5", "1e3", "-2147483649", "99999999999999999999"} {
			http, _ := answers(say(200, `{"bundles":[{"cpuCount":`+number+`}]}`))
			_, err := newClient(http, way).GetBundles(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), "bundles[0].cpuCount") || strings.Contains(err.Error(), number) {
				t.Errorf("%s: error %v", number, err)
			}
		}
	})
}

func TestCutBody(t *testing.T) {
	cut := func() (*http.Response, error) {
		resp := answer(200, "")
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"buckets":[{"name":"pho`), cutReader{}))
		return resp, nil
	}
	short := say(200, `{"buckets":[{"name":"pho`)
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for name, response := range map[string]func() (*http.Response, error){"with length": cut, "without length": short} {
			t.Run("reading, "+name, func(t *testing.T) {
				http, seen := answers(response, say(200, `{"buckets":[{"name":"photos"}]}`))
				out, err := newClient(http, quick, way).GetBuckets(context.Background(), nil)
				if err != nil {
					t.Fatal(err)
				}
				if seen.len() != 2 || aws.ToString(out.Buckets[0].Name) != "photos" {
					t.Errorf("%d requests, output %+v", seen.len(), out.Buckets)
				}
			})
			t.Run("changing, "+name, func(t *testing.T) {
				http, seen := answers(response)
				_, err := newClient(http, quick, way).CreateBucket(context.Background(), &lightsail.CreateBucketInput{
					BucketName: aws.String("photos"), BundleId: aws.String("small_1_0"),
				})
				if err == nil || !strings.Contains(err.Error(), "after the service had accepted the call") || seen.len() != 1 {
					t.Errorf("%d requests, error %v", seen.len(), err)
				}
			})
		}
	})
}

func TestEndlessBody(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		const gib = 1 << 30
		body := &watchedBody{Reader: io.LimitReader(spaces{}, gib)}
		http := transport(func(*http.Request) (*http.Response, error) {
			resp := answer(200, "")
			resp.Body, resp.ContentLength = body, gib
			return resp, nil
		})
		_, err := newClient(http, way).GetBuckets(context.Background(), nil)
		if err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
			t.Errorf("error %v", err)
		}
		if body.read > 65<<20 || !body.closed {
			t.Errorf("read %d bytes, closed: %v", body.read, body.closed)
		}
	})
}

// watchedBody counts what is read of it.
type watchedBody struct {
	io.Reader
	read   int
	closed bool
}

func (b *watchedBody) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	b.read += n
	return n, err
}

func (b *watchedBody) Close() error { b.closed = true; return nil }

// cutReader ends as the body of net/http does when the connection is lost.
type cutReader struct{}

func (cutReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// spaces never ends.
type spaces struct{}

var blank = bytes.Repeat([]byte(" "), 1<<16)

func (spaces) Read(p []byte) (int, error) { return copy(p, blank), nil }
