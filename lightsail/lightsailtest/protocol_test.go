package lightsailtest_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// Requests that are signed well and are none of Lightsail's.
func TestRefused(t *testing.T) {
	const name = `{"bucketName":"alpha"}`
	tests := []struct {
		name, operation, body string
		alter                 func(*request)
		path                  string
		status                int
		want                  string
	}{
		{name: "an operation that nobody has", operation: "GetUnicorns", body: `{}`, status: 404, want: "UnknownOperationException"},
		{name: "an operation that this server does not have", operation: "GetInstances", body: `{}`, status: 404, want: "UnknownOperationException"},
		{name: "no target", body: `{}`, alter: func(r *request) { r.target = "" }, status: 404, want: "UnknownOperationException"},
		{name: "the target of another service", body: `{}`, alter: func(r *request) { r.target = "DynamoDB_20120810.ListTables" },
			status: 404, want: "UnknownOperationException"},
		{name: "another path", operation: "GetBuckets", path: "/ls/api", body: `{}`, status: 404, want: "UnknownOperationException"},
		{name: "another method", operation: "GetBuckets", alter: func(r *request) { r.method = http.MethodGet; r.body = "" },
			status: 400, want: "MalformedHttpRequestException"},
		{name: "another content type", operation: "GetBuckets", body: `{}`, alter: func(r *request) { r.contentType = "application/json" },
			status: 400, want: "MalformedHttpRequestException"},
		{name: "no body", operation: "GetBuckets", status: 400, want: "SerializationException"},
		{name: "no JSON", operation: "GetBuckets", body: `{"bucketName"`, status: 400, want: "SerializationException"},
		{name: "more than JSON", operation: "GetBuckets", body: name + name, status: 400, want: "SerializationException"},
		{name: "a list", operation: "GetBuckets", body: `[]`, status: 400, want: "SerializationException"},
		{name: "a number for a string", operation: "GetBuckets", body: `{"bucketName":1}`, status: 400, want: "SerializationException"},
		{name: "a string for a bool", operation: "GetBuckets", body: `{"includeCors":"true"}`, status: 400, want: "SerializationException"},
		{name: "an object for a list", operation: "UpdateBucket", body: `{"bucketName":"alpha","readonlyAccessAccounts":{}}`,
			status: 400, want: "SerializationException"},
		{name: "a long body", operation: "GetBuckets", body: `{"x":"` + strings.Repeat("x", 1<<20) + `"}`,
			status: 413, want: "RequestEntityTooLargeException"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
			server.Expect(test.want)
			r := newRequest(test.operation, test.body)
			if test.alter != nil {
				test.alter(&r)
			}
			status, _, body := send(t, server.HTTPClient(), r.sign(t, "https://lightsail.us-east-1.amazonaws.com"+test.path))
			if status != test.status || !strings.HasPrefix(body, `{"__type":"`+test.want+`","message":"`) {
				t.Errorf("got %d %s, want %d %s", status, body, test.status, test.want)
			}
		})
	}
}

// Members that no operation has are passed over, as the service does.
func TestUnknownMember(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
	r := newRequest("GetBuckets", `{"later":{"than":["this"]},"pageToken":null}`)
	if status, _, body := send(t, server.HTTPClient(), r.sign(t, "http://anywhere/")); status != http.StatusOK {
		t.Errorf("got %d %s", status, body)
	}
}

// Sockets or not, the answers are the same.
func TestAnswer(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 678e6, time.UTC)
	want := `{"accountLevelBpaSync":{"bpaImpactsLightsail":false,"lastSyncedAt":1767323045.678,"status":"InSync"},"buckets":[` +
		`{"ableToUpdateBundle":true,"accessRules":{"allowPublicOverrides":false,"getObject":"private"},"arn":"ARN","bundleId":"small_1_0",` +
		`"createdAt":1767323045.678,"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"alpha","objectVersioning":"NeverEnabled",` +
		`"readonlyAccessAccounts":[],"resourceType":"Bucket","state":{"code":"OK"},"supportCode":"123456789012/alpha","tags":[],` +
		`"url":"https://alpha.s3.us-east-1.amazonaws.com/"}]}`
	for _, sockets := range []bool{false, true} {
		server := lightsailtest.NewServer(t,
			lightsailtest.WithCredentials(keys),
			lightsailtest.WithClock(func() time.Time { return now }),
			lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha"), Arn: aws.String("ARN")}))
		client, url := server.HTTPClient(), "http://anywhere/"
		if sockets {
			client, url = http.DefaultClient, server.URL()
		}
		r := newRequest("GetBuckets", `{}`)
		r.at = now
		status, header, body := send(t, client, r.sign(t, url))
		if status != http.StatusOK {
			t.Errorf("status %d", status)
		}
		if diff := cmp.Diff(want, body); diff != "" {
			t.Errorf("body (-want +got):\n%s", diff)
		}
		requestID := header.Get("X-Amzn-RequestId")
		if len(requestID) != 36 {
			t.Errorf("request ID %q, want a UUID", requestID)
		}
		header.Del("X-Amzn-RequestId")
		if diff := cmp.Diff(http.Header{
			"Content-Length": {strconv.Itoa(len(want))},
			"Content-Type":   {"application/x-amz-json-1.1"},
			"Date":           {"Fri, 02 Jan 2026 03:04:05 GMT"},
			"Server":         {"Server"},
		}, header); diff != "" {
			t.Errorf("header (-want +got):\n%s", diff)
		}
	}
}

// Both columns of status codes, and the body of an exception.
func TestStatuses(t *testing.T) {
	text := aws.String("text")
	tests := []struct {
		err              error
		reference, model int
	}{
		{&types.AccessDeniedException{Message: text}, 400, 403},
		{&types.AccountSetupInProgressException{Message: text}, 400, 428},
		{&types.InvalidInputException{Message: text}, 400, 400},
		{&types.NotFoundException{Message: text}, 400, 404},
		{&types.OperationFailureException{Message: text}, 400, 400},
		{&types.RegionSetupInProgressException{Message: text}, 400, 428},
		{&types.ServiceException{Message: text}, 500, 500},
		{&types.UnauthenticatedException{Message: text}, 400, 401},
		{&smithy.GenericAPIError{Code: "ThrottlingException", Message: "text"}, 400, 400},
		{&smithy.GenericAPIError{Code: "RequestTimeoutException", Message: "text"}, 408, 408},
		{&smithy.GenericAPIError{Code: "ServiceUnavailable", Message: "text"}, 503, 503},
		{&smithy.GenericAPIError{Code: "OfTheServer", Message: "text", Fault: smithy.FaultServer}, 500, 500},
	}
	reference := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
	model := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys), lightsailtest.WithModelStatuses())
	for _, test := range tests {
		code := errorCode(test.err)
		for server, want := range map[*lightsailtest.Server]int{reference: test.reference, model: test.model} {
			server.Inject("", lightsailtest.Error(test.err))
			status, _, body := send(t, server.HTTPClient(), newRequest("GetBuckets", `{}`).sign(t, "http://anywhere/"))
			if wantBody := `{"__type":"` + code + `","message":"text"}`; status != want || body != wantBody {
				t.Errorf("got %d %s, want %d %s", status, body, want, wantBody)
			}
		}
	}
}

func TestExceptionBody(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
	_, _, body := send(t, server.HTTPClient(), newRequest("GetBuckets", `{"bucketName":"nowhere"}`).sign(t, "http://anywhere/"))
	want := `{"__type":"NotFoundException","code":"DoesNotExist","docs":"https://docs.aws.amazon.com/lightsail/",` +
		`"message":"The Bucket does not exist: nowhere","tip":"Check the name, and that the Region is the one it is in."}`
	if diff := cmp.Diff(want, body); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnsigned(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys), lightsailtest.WithUnsigned())
	r := newRequest("GetBuckets", `{}`)
	req := r.sign(t, server.URL())
	req.Header.Del("Authorization")
	if status, _, body := send(t, http.DefaultClient, req); status != http.StatusOK {
		t.Errorf("unsigned: got %d %s", status, body)
	}
	server.Expect("InvalidSignatureException")
	r.key.SecretAccessKey = "another"
	if status, _, body := send(t, http.DefaultClient, r.sign(t, server.URL())); status != http.StatusForbidden {
		t.Errorf("wrongly signed: got %d %s", status, body)
	}
}

// What a test does not expect fails it, and so does what it expects in vain.
func TestExpect(t *testing.T) {
	f := &failing{TB: t}
	server := lightsailtest.NewServer(f, lightsailtest.WithCredentials(keys))
	server.Expect("UnknownOperationException", "UnknownOperationException", "ExpiredTokenException")
	for _, operation := range []string{"GetUnicorns", "GetBuckets", "GetUnicorns", "GetUnicorns"} {
		send(t, server.HTTPClient(), newRequest(operation, `{}`).sign(t, "http://anywhere/"))
	}
	want := []string{
		`lightsailtest: unexpected request GetUnicorns, refused with UnknownOperationException: X-Amz-Target "Lightsail_20161128.GetUnicorns" is no operation of this server`,
		"lightsailtest: no request was refused with ExpiredTokenException, which the test expected",
	}
	if diff := cmp.Diff(want, f.end()); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
}
