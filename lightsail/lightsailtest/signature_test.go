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

// Every row alters one thing of a request that is otherwise right.
func TestSignatureRefused(t *testing.T) {
	session := keys
	session.SessionToken = "a token of a session"
	replaceAuthorization := func(from, to string) func(*http.Request) {
		return func(r *http.Request) {
			old := r.Header.Get("Authorization")
			altered := strings.Replace(old, from, to, 1)
			if altered == old {
				panic("nothing was altered in " + old)
			}
			r.Header.Set("Authorization", altered)
		}
	}
	tests := []struct {
		name   string
		known  aws.Credentials       // what the server knows, if not keys
		before func(*request)        // alters what is signed
		after  func(r *http.Request) // alters the signed request
		want   string
	}{
		{name: "one byte of the body", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(`{"bucketName":"alphb"}`)) }},
		{name: "one byte of the signature", want: "InvalidSignatureException",
			after: func(r *http.Request) {
				authorization := []byte(r.Header.Get("Authorization"))
				authorization[len(authorization)-1] ^= 1
				r.Header.Set("Authorization", string(authorization))
			}},
		{name: "the date after signing", want: "InvalidSignatureException",
			after: func(r *http.Request) {
				date, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
				if err != nil {
					panic(err)
				}
				r.Header.Set("X-Amz-Date", date.Add(time.Second).Format("20060102T150405Z"))
			}},
		{name: "the day of the scope", want: "InvalidSignatureException", after: replaceAuthorization("/20", "/19")},
		{name: "no date", want: "IncompleteSignature", after: func(r *http.Request) { r.Header.Del("X-Amz-Date") }},
		{name: "a date of another form", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Date", time.Now().Format(time.RFC3339)) }},
		{name: "too old", want: "InvalidSignatureException",
			before: func(r *request) { r.at = r.at.Add(-6 * time.Minute) }},
		{name: "of the future", want: "InvalidSignatureException",
			before: func(r *request) { r.at = r.at.Add(6 * time.Minute) }},
		{name: "another Region", want: "InvalidSignatureException",
			before: func(r *request) { r.region = "eu-west-1" }},
		{name: "another service", want: "InvalidSignatureException",
			before: func(r *request) { r.service = "ec2" }},
		{name: "another terminator", want: "IncompleteSignature", after: replaceAuthorization("aws4_request", "aws5_request")},
		{name: "a signed header", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Target", "Lightsail_20161128.GetBundles") }},
		{name: "the query", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.URL.RawQuery = "a=b" }},
		{name: "the method", want: "InvalidSignatureException",
			after: func(r *http.Request) { r.Method = http.MethodPut }},
		{name: "a header of AWS that is not signed", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Set("X-Amz-Other", "x") }},
		{name: "the target is not signed", want: "IncompleteSignature", after: replaceAuthorization(";x-amz-target", "")},
		{name: "the host is not signed", want: "IncompleteSignature", after: replaceAuthorization("host;", "")},
		{name: "the secret key", want: "InvalidSignatureException",
			before: func(r *request) { r.key.SecretAccessKey += "x" }},
		{name: "the access key ID", want: "UnrecognizedClientException",
			before: func(r *request) { r.key.AccessKeyID = "AKIDSTRANGER" }},
		{name: "a session token for keys without one", want: "UnrecognizedClientException",
			before: func(r *request) { r.key = session }},
		{name: "no session token", want: "UnrecognizedClientException", known: session},
		{name: "another session token", want: "UnrecognizedClientException", known: session,
			before: func(r *request) { r.key = session; r.key.SessionToken += "x" }},
		{name: "expired credentials", want: "ExpiredTokenException",
			known: aws.Credentials{AccessKeyID: keys.AccessKeyID, SecretAccessKey: keys.SecretAccessKey, CanExpire: true, Expires: time.Now()}},
		{name: "no signature", want: "MissingAuthenticationTokenException",
			after: func(r *http.Request) { r.Header.Del("Authorization") }},
		{name: "two signatures", want: "IncompleteSignature",
			after: func(r *http.Request) { r.Header.Add("Authorization", r.Header.Get("Authorization")) }},
		{name: "no part Signature", want: "IncompleteSignature", after: replaceAuthorization("Signature=", "Sign=")},
		{name: "a part twice", want: "IncompleteSignature", after: replaceAuthorization("Credential=", "Credential=x, Credential=")},
		{name: "a part too many", want: "IncompleteSignature", after: replaceAuthorization("Credential=", "Extra=x, Credential=")},
		{name: "headers in another order", want: "IncompleteSignature", after: replaceAuthorization("content-type;host", "host;content-type")},
		{name: "another algorithm", want: "IncompleteSignature", after: replaceAuthorization("HMAC-SHA256", "HMAC-SHA1")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.known.AccessKeyID == "" {
				test.known = keys
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
			_, _, body := send(t, http.DefaultClient, req)
			var got struct {
				Type string `json:"__type"`
			}
			if err := json.Unmarshal([]byte(body), &got); err != nil {
				t.Fatal(err)
			}
			if got.Type != test.want {
				t.Errorf("got %s, want %s", body, test.want)
			}
			if strings.Contains(body, keys.SecretAccessKey) || strings.Contains(body, session.SessionToken) {
				t.Errorf("the answer tells a secret: %s", body)
			}
		})
	}
}

func TestSignatureAccepted(t *testing.T) {
	session := keys
	session.SessionToken = "a token of a session"
	tests := []struct {
		name   string
		before func(*request)
		after  func(*http.Request)
	}{
		{name: "as it is"},
		{name: "a little old", before: func(r *request) { r.at = r.at.Add(-4 * time.Minute) }},
		{name: "a little early", before: func(r *request) { r.at = r.at.Add(4 * time.Minute) }},
		{name: "a session token", before: func(r *request) { r.key = session; r.key.AccessKeyID = "AKIDSESSION" }},
		{name: "a header added after signing", after: func(r *http.Request) { r.Header.Set("Traceparent", "00-1-2-01") }},
		{name: "an agent in between",
			after: func(r *http.Request) { r.Header.Set("User-Agent", "another"); r.Header.Set("Accept-Encoding", "br") }},
	}
	session2 := session
	session2.AccessKeyID = "AKIDSESSION"
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys, session2))
			r := newRequest("GetBuckets", `{}`)
			if test.before != nil {
				test.before(&r)
			}
			for _, client := range []*http.Client{http.DefaultClient, server.HTTPClient()} {
				req := r.sign(t, server.URL())
				if test.after != nil {
					test.after(req)
				}
				if status, _, body := send(t, client, req); status != http.StatusOK {
					t.Errorf("got %d %s", status, body)
				}
			}
		})
	}
}

// A server with a clock of its own refuses a client that goes by another one,
// and tells its time, after which the client corrects itself.
func TestClockSkew(t *testing.T) {
	const ahead = time.Hour
	server := lightsailtest.NewServer(t, lightsailtest.WithClock(func() time.Time { return time.Now().Add(ahead) }))
	server.Expect("InvalidSignatureException")
	if err := createBucket(t.Context(), server.Client(), "alpha"); err != nil {
		t.Fatal(err)
	}
	server.AssertCalls(t, "CreateBucket", "CreateBucket #2")
	if created := *server.Snapshot().Buckets[0].CreatedAt; time.Until(created) < ahead-time.Minute {
		t.Errorf("the bucket was created at %v, by another clock than the server's", created)
	}
}
