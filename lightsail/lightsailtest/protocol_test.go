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

// The requests have a valid signature but violate the protocol.
func TestServerRejectsInvalidRequest(t *testing.T) {
	const name = `{"bucketName":"alpha"}`
	tests := []struct {
		name, operation, body string
		modify                func(*request)
		path                  string
		status                int
		want                  string
	}{
		{name: "unknown operation", operation: "GetUnknown", body: `{}`, status: 404, want: "UnknownOperationException"},
		{name: "target without the prefix", body: `{}`, modify: func(r *request) { r.target = "GetBuckets" }, status: 404, want: "UnknownOperationException"},
		{name: "unknown member", operation: "GetBuckets", body: `{"unknown":1}`, status: 400, want: "SerializationException"},
		{name: "unknown member of a list", operation: "TagResource", body: `{"resourceName":"alpha","tags":[{"Key":"k"}]}`, status: 400, want: "SerializationException"},
		{name: "no target", body: `{}`, modify: func(r *request) { r.target = "" }, status: 404, want: "UnknownOperationException"},
		{name: "target of another service", body: `{}`, modify: func(r *request) { r.target = "DynamoDB_20120810.ListTables" },
			status: 404, want: "UnknownOperationException"},
		{name: "wrong path", operation: "GetBuckets", path: "/ls/api", body: `{}`, status: 404, want: "UnknownOperationException"},
		{name: "wrong method", operation: "GetBuckets", modify: func(r *request) { r.method = http.MethodGet; r.body = "" },
			status: 400, want: "MalformedHttpRequestException"},
		{name: "wrong content type", operation: "GetBuckets", body: `{}`, modify: func(r *request) { r.contentType = "application/json" },
			status: 400, want: "MalformedHttpRequestException"},
		{name: "no body", operation: "GetBuckets", status: 400, want: "SerializationException"},
		{name: "incomplete JSON", operation: "GetBuckets", body: `{"bucketName"`, status: 400, want: "SerializationException"},
		{name: "data after the JSON object", operation: "GetBuckets", body: name + name, status: 400, want: "SerializationException"},
		{name: "array", operation: "GetBuckets", body: `[]`, status: 400, want: "SerializationException"},
		{name: "number for a string", operation: "GetBuckets", body: `{"bucketName":1}`, status: 400, want: "SerializationException"},
		{name: "string for a bool", operation: "GetBuckets", body: `{"includeCors":"true"}`, status: 400, want: "SerializationException"},
		{name: "object for a list", operation: "UpdateBucket", body: `{"bucketName":"alpha","readonlyAccessAccounts":{}}`,
			status: 400, want: "SerializationException"},
		{name: "body larger than 1 MiB", operation: "GetBuckets", body: `{"x":"` + strings.Repeat("x", 1<<20) + `"}`,
			status: 413, want: "RequestEntityTooLargeException"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
			server.Expect(test.want)
			r := newRequest(test.operation, test.body)
			if test.modify != nil {
				test.modify(&r)
			}
			status, _, body := send(t, server.HTTPClient(), r.sign(t, "https://lightsail.us-east-1.amazonaws.com"+test.path))
			if status != test.status || !strings.HasPrefix(body, `{"__type":"`+test.want+`","message":"`) {
				t.Errorf("got %d %s, want %d %s", status, body, test.status, test.want)
			}
		})
	}
}

// A member that is null is not set.
func TestServerAcceptsNullMember(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	r := newRequest("GetBuckets", `{"pageToken":null}`)
	if status, _, body := send(t, server.HTTPClient(), r.sign(t, anyURL)); status != http.StatusOK {
		t.Errorf("got %d %s", status, body)
	}
}

// The response is the same with and without sockets.
func TestServerResponse(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 678e6, time.UTC)
	want := `{"accountLevelBpaSync":{"bpaImpactsLightsail":false,"lastSyncedAt":1767323045.678,"status":"InSync"},"buckets":[` +
		`{"ableToUpdateBundle":true,"accessRules":{"allowPublicOverrides":false,"getObject":"private"},"arn":"ARN","bundleId":"small_1_0",` +
		`"createdAt":1767323045.678,"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"alpha","objectVersioning":"NeverEnabled",` +
		`"readonlyAccessAccounts":[],"resourceType":"Bucket","state":{"code":"OK"},"supportCode":"123456789012/alpha","tags":[],` +
		`"url":"https://alpha.s3.us-east-1.amazonaws.com/"}]}`
	for _, sockets := range []bool{false, true} {
		server := lightsailtest.NewServer(t,
			lightsailtest.WithCredentials(testCredentials),
			lightsailtest.WithClock(func() time.Time { return now }),
			lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha"), Arn: aws.String("ARN")}))
		client, url := server.HTTPClient(), anyURL
		if sockets {
			client, url = socketClient, server.URL()
		}
		r := newRequest("GetBuckets", `{}`)
		r.at = now
		status, header, body := send(t, client, r.sign(t, url))
		if status != http.StatusOK {
			t.Errorf("got status %d, want 200", status)
		}
		if diff := cmp.Diff(want, body); diff != "" {
			t.Errorf("body (-want +got):\n%s", diff)
		}
		requestID := header.Get("X-Amzn-RequestId")
		if len(requestID) != 36 {
			t.Errorf("got request ID %q, want a UUID", requestID)
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

// Each error has a status code in the API reference and one in the model.
func TestErrorStatusCodes(t *testing.T) {
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
	reference := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	model := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithModelStatuses())
	for _, test := range tests {
		code := errorCode(test.err)
		for server, want := range map[*lightsailtest.Server]int{reference: test.reference, model: test.model} {
			server.Inject("", lightsailtest.Error(test.err))
			status, _, body := send(t, server.HTTPClient(), newRequest("GetBuckets", `{}`).sign(t, anyURL))
			if wantBody := `{"__type":"` + code + `","message":"text"}`; status != want || body != wantBody {
				t.Errorf("%s: got %d %s, want %d %s", code, status, body, want, wantBody)
			}
		}
	}
}

func TestNotFoundExceptionBody(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials))
	_, _, body := send(t, server.HTTPClient(), newRequest("GetBuckets", `{"bucketName":"missing"}`).sign(t, anyURL))
	want := `{"__type":"NotFoundException","code":"DoesNotExist","docs":"https://docs.aws.amazon.com/lightsail/",` +
		`"message":"The Bucket does not exist: missing","tip":"Check the name and the Region."}`
	if diff := cmp.Diff(want, body); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestServerWithUnsigned(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithUnsigned())
	r := newRequest("GetBuckets", `{}`)
	req := r.sign(t, server.URL())
	req.Header.Del("Authorization")
	if status, _, body := send(t, socketClient, req); status != http.StatusOK {
		t.Errorf("without signature: got %d %s, want 200", status, body)
	}
	server.Expect("InvalidSignatureException")
	r.credentials.SecretAccessKey = "other secret access key"
	if status, _, body := send(t, socketClient, r.sign(t, server.URL())); status != http.StatusForbidden {
		t.Errorf("with a wrong signature: got %d %s, want 403", status, body)
	}
}

// An unexpected rejected request fails the test, and so does an expected one that does not
// arrive.
func TestExpect(t *testing.T) {
	f := &fakeTB{TB: t}
	server := lightsailtest.NewServer(f, lightsailtest.WithCredentials(testCredentials))
	server.Expect("UnknownOperationException", "UnknownOperationException", "ExpiredTokenException")
	for _, operation := range []string{"GetUnknown", "GetBuckets", "GetUnknown", "GetUnknown"} {
		send(t, server.HTTPClient(), newRequest(operation, `{}`).sign(t, anyURL))
	}
	want := []string{
		`lightsailtest: unexpected request GetUnknown, rejected with UnknownOperationException: X-Amz-Target "Lightsail_20161128.GetUnknown" does not name an operation of the service`,
		"lightsailtest: no request was rejected with ExpiredTokenException, but the test expects one",
	}
	if diff := cmp.Diff(want, f.end()); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
}
