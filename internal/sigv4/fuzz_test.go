package sigv4_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// FuzzSign checks for any request that Sign either signs it as v4.Signer does or
// leaves it unchanged.
func FuzzSign(f *testing.F) {
	add := func(r *http.Request, in input, name, value string) {
		f.Add(in.credentials.AccessKeyID, in.credentials.SecretAccessKey, in.credentials.SessionToken,
			in.payloadHash, in.service, in.region, in.time.Unix(),
			r.Method, r.URL.Scheme, r.URL.Host, r.Host, r.URL.Path, r.URL.RawPath, r.URL.RawQuery,
			r.Header.Get("Content-Type"), r.Header.Get("X-Amz-Target"), r.Header.Get("Amz-Sdk-Invocation-Id"),
			r.Header.Get("Amz-Sdk-Request"), name, value, r.ContentLength)
	}
	for _, host := range []string{"localhost", "localhost:443", "localhost:80", "[::1]:8080", "[::1]:443"} {
		for _, credentials := range []aws.Credentials{user, role} {
			r, in := newRequest(), defaultInput()
			r.URL.Host, in.credentials = host, credentials
			add(r, in, "User-Agent", "agent")
		}
	}
	for _, name := range []string{"Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amzn-Trace-Id", "x-custom"} {
		r, in := newRequest(), defaultInput()
		in.time = midnight
		r.Host, r.URL.Path, r.URL.RawPath = "Example.com", "/a/b", "/a%2Fb"
		add(r, in, name, " a  b ")
	}

	var signer sigv4.Signer
	f.Fuzz(func(t *testing.T,
		accessKeyID, secret, token, payloadHash, service, region string, unix int64,
		method, scheme, host, hostField, path, rawPath, query string,
		contentType, target, invocation, attempt, name, value string, length int64,
	) {
		r := &http.Request{
			Method:        method,
			URL:           &url.URL{Scheme: scheme, Host: host, Path: path, RawPath: rawPath, RawQuery: query},
			Host:          hostField,
			ContentLength: length,
			Header: http.Header{
				"Content-Type":          {contentType},
				"X-Amz-Target":          {target},
				"Amz-Sdk-Invocation-Id": {invocation},
				"Amz-Sdk-Request":       {attempt},
			},
		}
		if name != "" {
			r.Header[name] = append(r.Header[name], value)
		}
		in := input{
			aws.Credentials{AccessKeyID: accessKeyID, SecretAccessKey: secret, SessionToken: token},
			payloadHash, service, region, time.Unix(unix, 0),
		}
		before := copyOf(r)
		if !in.sign(&signer, r) {
			assertSame(t, r, before)
			return
		}
		assertSame(t, r, in.signOfficial(t, before))
		assertSame(t, r, in.signOfficial(t, before, func(o *v4.SignerOptions) { o.DisableURIPathEscaping = true }))
	})
}
