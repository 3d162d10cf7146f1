package lightsailtest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// Each row changes one thing of a valid request.
func TestServerRejectsBadSignature(t *testing.T) {
	session := testCredentials
	session.SessionToken = "example session token"
	replaceAuthorization := func(from, to string) func(*http.Request) {
		return func(r *http.Request) {
			old := r.Header.Get("Authorization")
			modified := strings.Replace(old, from, to, 1)
			if modified == old {
				panic(from + " is not in " + old)
			}
			r.Header.Set("Authorization", modified)
		}
	}
	tests := []struct {
		name   string
		known  aws.Credentials       // credentials of the server; default testCredentials
		before func(*request)        // modifies the request before it is signed
		after  func(r *http.Request) // modifies the signed request
		want   string
	}{
		{name: "body changed after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(`{"bucketName":"alphb"}`)) }},
		{name: "signature changed", want: "InvalidSignatureException",
			after: func(r *http.Request) {
				authorization := []byte(r.Header.Get("Authorization"))
				authorization[len(authorization)-1] ^= 1
				r.Header.Set("Authorization", string(authorization))
			}},
		{name: "date changed after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) {
				date, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
				if err != nil {
					panic(err)
				}
				r.Header.Set("X-Amz-Date", date.Add(time.Second).Format("20060102T150405Z"))
			}},
		{name: "date of the scope changed", want: "InvalidSignatureException", after: replaceAuthorization("/20", "/19")},
		{name: "no date", want: "IncompleteSignature", after: func(r *http.Request) { r.Header.Del("X-Amz-Date") }},
		{name: "date in another format", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Date", time.Now().Format(time.RFC3339)) }},
		{name: "6 minutes old", want: "InvalidSignatureException",
			before: func(r *request) { r.at = r.at.Add(-6 * time.Minute) }},
		{name: "6 minutes early", want: "InvalidSignatureException",
			before: func(r *request) { r.at = r.at.Add(6 * time.Minute) }},
		{name: "other Region", want: "InvalidSignatureException",
			before: func(r *request) { r.region = "eu-west-1" }},
		{name: "other service", want: "InvalidSignatureException",
			before: func(r *request) { r.service = "ec2" }},
		{name: "other terminator of the scope", want: "IncompleteSignature", after: replaceAuthorization("aws4_request", "aws5_request")},
		{name: "signed header changed after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Target", "Lightsail_20161128.GetBundles") }},
		{name: "query changed after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.URL.RawQuery = "a=b" }},
		{name: "method changed after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Method = http.MethodPut }},
		{name: "X-Amz header not signed", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Other", "x") }},
		{name: "target not signed", want: "IncompleteSignature", after: replaceAuthorization(";x-amz-target", "")},
		{name: "host not signed", want: "IncompleteSignature", after: replaceAuthorization("host;", "")},
		{name: "wrong secret access key", want: "InvalidSignatureException",
			before: func(r *request) { r.credentials.SecretAccessKey += "x" }},
		{name: "unknown access key ID", want: "UnrecognizedClientException",
			before: func(r *request) { r.credentials.AccessKeyID = "AKIDUNKNOWN" }},
		{name: "session token for credentials without one", want: "UnrecognizedClientException",
			before: func(r *request) { r.credentials = session }},
		{name: "session token missing", want: "UnrecognizedClientException", known: session},
		{name: "wrong session token", want: "UnrecognizedClientException", known: session,
			before: func(r *request) { r.credentials = session; r.credentials.SessionToken += "x" }},
		{name: "expired credentials", want: "ExpiredTokenException",
			known: aws.Credentials{AccessKeyID: testCredentials.AccessKeyID, SecretAccessKey: testCredentials.SecretAccessKey, CanExpire: true, Expires: time.Now()}},
		{name: "no signature", want: "MissingAuthenticationTokenException",
			after: func(r *http.Request) { r.Header.Del("Authorization") }},
		{name: "two signatures", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Add("Authorization", r.Header.Get("Authorization")) }},
		{name: "Signature part missing", want: "IncompleteSignature", after: replaceAuthorization("Signature=", "Sign=")},
		{name: "duplicate part", want: "IncompleteSignature", after: replaceAuthorization("Credential=", "Credential=x, Credential=")},
		{name: "unknown part", want: "IncompleteSignature", after: replaceAuthorization("Credential=", "Extra=x, Credential=")},
		{name: "signed headers not sorted", want: "IncompleteSignature", after: replaceAuthorization("content-type;host", "host;content-type")},
		{name: "other algorithm", want: "IncompleteSignature", after: replaceAuthorization("HMAC-SHA256", "HMAC-SHA1")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.known.AccessKeyID == "" {
				test.known = testCredentials
			}
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(test.known))
			server.Expect(test.want)
			r := newRequest("GetBuckets", `{"bucketName":"alpha"}`)
			if test.before != nil {
				test.before(&r)
			}
			req := r.sign(t, server.URL())
			if test.after != nil {
				test.after(req)
			}
			_, _, body := send(t, socketClient, req)
			var got struct {
				Type string `json:"__type"`
			}
			if err := json.Unmarshal([]byte(body), &got); err != nil {
				t.Fatal(err)
			}
			if got.Type != test.want {
				t.Errorf("got %s, want %s", body, test.want)
			}
			if strings.Contains(body, testCredentials.SecretAccessKey) || strings.Contains(body, session.SessionToken) {
				t.Errorf("the response contains a secret: %s", body)
			}
		})
	}
}

func TestServerAcceptsValidSignature(t *testing.T) {
	session := testCredentials
	session.SessionToken = "example session token"
	tests := []struct {
		name   string
		before func(*request)
		after  func(*http.Request)
	}{
		{name: "unmodified"},
		{name: "4 minutes old", before: func(r *request) { r.at = r.at.Add(-4 * time.Minute) }},
		{name: "4 minutes early", before: func(r *request) { r.at = r.at.Add(4 * time.Minute) }},
		{name: "session token", before: func(r *request) { r.credentials = session; r.credentials.AccessKeyID = "AKIDSESSION" }},
		{name: "header added after signing", after: func(r *http.Request) { r.Header.Set("Traceparent", "00-1-2-01") }},
		{name: "unsigned headers changed after signing",
			after: func(r *http.Request) { r.Header.Set("User-Agent", "another"); r.Header.Set("Accept-Encoding", "br") }},
	}
	session2 := session
	session2.AccessKeyID = "AKIDSESSION"
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials, session2))
			r := newRequest("GetBuckets", `{}`)
			if test.before != nil {
				test.before(&r)
			}
			for _, client := range []*http.Client{socketClient, server.HTTPClient()} {
				req := r.sign(t, server.URL())
				if test.after != nil {
					test.after(req)
				}
				if status, _, body := send(t, client, req); status != http.StatusOK {
					t.Errorf("got %d %s, want 200", status, body)
				}
			}
		})
	}
}

// The server rejects the first attempt of a client whose clock is 1 hour slow. The client
// corrects its clock skew with the Date header and retries.
func TestClientCorrectsClockSkew(t *testing.T) {
	const ahead = time.Hour
	server := lightsailtest.NewServer(t, lightsailtest.WithClock(func() time.Time { return time.Now().Add(ahead) }))
	server.Expect("InvalidSignatureException")
	if err := createBucket(t.Context(), server.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	server.AssertCalls(t, "CreateBucket", "CreateBucket #2")
	if created := *server.Snapshot().Buckets[0].CreatedAt; time.Until(created) < ahead-time.Minute {
		t.Errorf("got CreatedAt %v, want the time of the server's clock", created)
	}
}
