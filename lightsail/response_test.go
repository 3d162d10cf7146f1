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

func TestModeledError(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, _ := sequence(response(400, `{"__type":"com.amazonaws.lightsail#NotFoundException","code":"DoesNotExist","docs":"https://docs","message":"no such bucket","tip":"check the name"}`))
		_, err := newClient(do, path).GetBuckets(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")})

		const text = "operation error Lightsail: GetBuckets, https response error StatusCode: 400, RequestID: 7a1e-request, NotFoundException: no such bucket"
		if err == nil || err.Error() != text {
			t.Errorf("got error %v, want %s", err, text)
		}
		var notFound *types.NotFoundException
		if !errors.As(err, &notFound) {
			t.Fatalf("got error %v, want a *types.NotFoundException", err)
		}
		want := &types.NotFoundException{
			Message: aws.String("no such bucket"), Code: aws.String("DoesNotExist"),
			Docs: aws.String("https://docs"), Tip: aws.String("check the name"),
		}
		if diff := cmp.Diff(want, notFound); diff != "" {
			t.Errorf("exception (-want +got):\n%s", diff)
		}
		var respErr *awshttp.ResponseError
		if !errors.As(err, &respErr) || respErr.HTTPStatusCode() != 400 || respErr.ServiceRequestID() != "7a1e-request" {
			t.Errorf("got response error %v, want status 400 and request ID 7a1e-request", respErr)
		}
		var operation *smithy.OperationError
		if !errors.As(err, &operation) || operation.Service() != "Lightsail" || operation.Operation() != "GetBuckets" {
			t.Errorf("got operation error %v, want one of Lightsail GetBuckets", operation)
		}
	})
}

func TestErrorResponses(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for name, row := range map[string]struct {
			status   int
			header   string
			body     string
			want     string
			attempts int
		}{
			"unmodeled code":     {400, "", `{"__type":"ValidationError","message":"bad"}`, "api error ValidationError: bad", 1},
			"header before body": {400, "ServiceException:http://x", `{"__type":"NotFoundException"}`, "ServiceException: ", 1},
			"type in field code": {400, "", `{"code":"NotFoundException","message":"m"}`, "NotFoundException: m", 1},
			"field Message":      {400, "", `{"__type":"InvalidInputException","Message":"m"}`, "InvalidInputException: m", 1},
			"no body":            {400, "", ``, "api error UnknownError: UnknownError", 1},
			"HTML, 400":          {400, "", `<html>`, "deserialization failed, failed to decode response body", 1},
			"HTML, 502":          {502, "", `<html>`, "exceeded maximum number of attempts, 3, https response error StatusCode: 502", 3},
			"throttling code":    {400, "", `{"__type":"ThrottlingException"}`, "exceeded maximum number of attempts, 3, ", 3},
		} {
			t.Run(name, func(t *testing.T) {
				do, sent := sequence(func() (*http.Response, error) {
					resp := newResponse(row.status, row.body)
					if row.header != "" {
						resp.Header.Set("X-Amzn-ErrorType", row.header)
					}
					return resp, nil
				})
				_, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), nil)
				if err == nil || !strings.Contains(err.Error(), row.want) || sent.len() != row.attempts {
					t.Errorf("got %d attempts and error %v, want %d and %q", sent.len(), err, row.attempts, row.want)
				}
			})
		}
	})
}

// TestMalformedResponses checks that a malformed body is a decoding error that names
// the position, and that the body is closed.
func TestMalformedResponses(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for name, row := range map[string]struct{ body, want string }{
			"HTML":                   {`<html>busy</html>`, "offset 0"},
			"object for a list":      {`{"buckets":{"name":"photos"}}`, "buckets"},
			"list for an object":     {`[]`, "offset 0"},
			"trailing data":          {`{} {}`, "offset 3"},
			"number for a string":    {`{"buckets":[{"name":"a"},{"name":7}]}`, "buckets[1].name"},
			"string for a bool":      {`{"buckets":[{"ableToUpdateBundle":"true"}]}`, "buckets[0].ableToUpdateBundle"},
			"timestamp NaN":          {`{"buckets":[{"createdAt":"NaN"}]}`, "buckets[0].createdAt"},
			"timestamp Infinity":     {`{"buckets":[{"createdAt":"Infinity"}]}`, "buckets[0].createdAt"},
			"timestamp as text":      {`{"buckets":[{"createdAt":"2026-01-01T00:00:00Z"}]}`, "buckets[0].createdAt"},
			"timestamp out of range": {`{"buckets":[{"createdAt":1e300}]}`, "buckets[0].createdAt"},
			"deep nesting":           {`{"x":` + strings.Repeat(`[`, 1<<20), "deeper than 10000 levels"},
		} {
			t.Run(name, func(t *testing.T) {
				body := &countingBody{Reader: strings.NewReader(row.body)}
				do := doFunc(func(*http.Request) (*http.Response, error) {
					resp := newResponse(200, row.body)
					resp.Body = body
					return resp, nil
				})
				_, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
				var broken *smithy.DeserializationError
				if !errors.As(err, &broken) || broken.Snapshot != nil || !strings.Contains(err.Error(), row.want) {
					t.Errorf("got error %v, want a DeserializationError without a snapshot that contains %q", err, row.want)
				}
				if !body.closed {
					t.Error("got an open response body, want it closed")
				}
			})
		}
	})
}

func TestNumbersOutOfRange(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for _, number := range []string{"2147483648", "1.5", "1e3", "-2147483649", "99999999999999999999"} {
			do, _ := sequence(response(200, `{"bundles":[{"cpuCount":`+number+`}]}`))
			_, err := newClient(do, path).GetBundles(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), "bundles[0].cpuCount") || strings.Contains(err.Error(), number) {
				t.Errorf("%s: got error %v, want one that names bundles[0].cpuCount and not the number", number, err)
			}
		}
	})
}

// TestTruncatedBody checks that a call whose 2xx body is truncated is repeated only if
// the operation is read-only.
func TestTruncatedBody(t *testing.T) {
	t.Parallel()
	connectionLost := func() (*http.Response, error) {
		resp := newResponse(200, "")
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"buckets":[{"name":"pho`), truncatedReader{}))
		return resp, nil
	}
	incompleteJSON := response(200, `{"buckets":[{"name":"pho`)
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for name, truncated := range map[string]func() (*http.Response, error){"connection lost": connectionLost, "incomplete JSON": incompleteJSON} {
			t.Run("read, "+name, func(t *testing.T) {
				do, sent := sequence(truncated, response(200, `{"buckets":[{"name":"photos"}]}`))
				out, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), nil)
				if err != nil {
					t.Fatal(err)
				}
				if sent.len() != 2 || aws.ToString(out.Buckets[0].Name) != "photos" {
					t.Errorf("got %d requests and buckets %+v, want 2 and photos", sent.len(), out.Buckets)
				}
			})
			t.Run("change, "+name, func(t *testing.T) {
				do, sent := sequence(truncated)
				_, err := newClient(do, noRetryDelay, path).CreateBucket(context.Background(), &lightsail.CreateBucketInput{
					BucketName: aws.String("photos"), BundleId: aws.String("small_1_0"),
				})
				if err == nil || !strings.Contains(err.Error(), "after the service had accepted the call") || sent.len() != 1 {
					t.Errorf("got %d requests and error %v, want 1 and an error that says that the service had accepted the call", sent.len(), err)
				}
			})
		}
	})
}

// TestBodySizeLimit checks that no more than 64 MiB of a body are read.
func TestBodySizeLimit(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		const gib = 1 << 30
		body := &countingBody{Reader: io.LimitReader(spaces{}, gib)}
		do := doFunc(func(*http.Request) (*http.Response, error) {
			resp := newResponse(200, "")
			resp.Body, resp.ContentLength = body, gib
			return resp, nil
		})
		_, err := newClient(do, path).GetBuckets(context.Background(), nil)
		if err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
			t.Errorf("got error %v, want the size limit", err)
		}
		if body.read > 65<<20 || !body.closed {
			t.Errorf("got %d bytes read and closed = %t, want at most %d and true", body.read, body.closed, 65<<20)
		}
	})
}

// countingBody counts the bytes that are read.
type countingBody struct {
	io.Reader
	read   int
	closed bool
}

func (b *countingBody) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	b.read += n
	return n, err
}

func (b *countingBody) Close() error { b.closed = true; return nil }

// truncatedReader returns the error of a net/http body whose connection was lost.
type truncatedReader struct{}

func (truncatedReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// spaces is an endless reader of spaces.
type spaces struct{}

var manySpaces = bytes.Repeat([]byte(" "), 1<<16)

func (spaces) Read(p []byte) (int, error) { return copy(p, manySpaces), nil }
