package sigv4_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// TestSignUnsupported lists the requests that Sign leaves to v4.Signer, unchanged.
func TestSignUnsupported(t *testing.T) {
	set := func(name string, values ...string) func(*http.Request, *input) {
		return func(r *http.Request, _ *input) { r.Header[name] = values }
	}
	remove := func(name string) func(*http.Request, *input) {
		return func(r *http.Request, _ *input) { delete(r.Header, name) }
	}
	host := func(host string) func(*http.Request, *input) {
		return func(r *http.Request, _ *input) { r.URL.Host = host }
	}
	path := func(path string) func(*http.Request, *input) {
		return func(r *http.Request, _ *input) { r.URL.Path = path }
	}
	for _, test := range []struct {
		name   string
		change func(*http.Request, *input)
	}{
		{"method GET", func(r *http.Request, _ *input) { r.Method = http.MethodGet }},
		{"no method", func(r *http.Request, _ *input) { r.Method = "" }},
		{"method in lower case", func(r *http.Request, _ *input) { r.Method = "post" }},
		{"no body, so content-length is not signed", func(r *http.Request, _ *input) { r.ContentLength = 0 }},
		{"body of unknown length, so content-length is not signed", func(r *http.Request, _ *input) { r.ContentLength = -1 }},

		{"payload hash missing", func(_ *http.Request, in *input) { in.payloadHash = "" }},
		{"payload hash of an unsigned body", func(_ *http.Request, in *input) { in.payloadHash = "UNSIGNED-PAYLOAD" }},
		{"token with surrounding spaces", func(_ *http.Request, in *input) {
			in.credentials = role
			in.credentials.SessionToken += " "
		}},
		{"token with repeated spaces", func(_ *http.Request, in *input) {
			in.credentials = role
			in.credentials.SessionToken = "a  b"
		}},

		{"query", func(r *http.Request, _ *input) { r.URL.RawQuery = "a=b" }},
		{"empty query", func(r *http.Request, _ *input) { r.URL.ForceQuery = true }},
		{"opaque URL", func(r *http.Request, _ *input) { r.URL.Opaque = "//localhost/a" }},
		{"path with another raw form", func(r *http.Request, _ *input) { r.URL.Path, r.URL.RawPath = "/a/b", "/a%2Fb" }},
		{"path that is escaped", path("/a b")},
		{"path that is escaped the second time only", path("/a:b")},
		{"path of a star", path("*")},
		{"path outside ASCII", path("/ä")},

		{"no host", host("")},
		{"host with a space", host("local host")},
		{"host outside ASCII", host("bücher.example")},
		{"host with an escape", host("[fe80::1%en0]")},
		{"host without a name", host(":8080")},
		{"host with an empty port", host("localhost:")},
		{"host with a named port", host("localhost:https")},
		{"IPv6 without brackets", host("::1")},
		{"IPv6 without the closing bracket", host("[::1")},
		{"IPv6 with text behind the bracket", host("[::1]8080")},
		{"IPv6 with an empty port", host("[::1]:")},
		{"IPv6 with the default port, whose brackets v4.Signer removes", host("[::1]:443")},
		{"Host field with a space", func(r *http.Request, _ *input) { r.Host = "local host" }},
		{"scheme in upper case", func(r *http.Request, _ *input) { r.URL.Scheme = "HTTPS" }},
		{"unknown scheme", func(r *http.Request, _ *input) { r.URL.Scheme = "unix" }},
		{"no scheme", func(r *http.Request, _ *input) { r.URL.Scheme = "" }},

		{"no headers", func(r *http.Request, _ *input) { r.Header = http.Header{} }},
		{"no Content-Type header", remove("Content-Type")},
		{"no X-Amz-Target header", remove("X-Amz-Target")},
		{"no Amz-Sdk-Invocation-Id header", remove("Amz-Sdk-Invocation-Id")},
		{"no Amz-Sdk-Request header", remove("Amz-Sdk-Request")},
		{"another header, which is signed", set("X-Custom", "a")},
		{"another header in place of the trace header", set("Traceparent", "00-1-2-01")},
		{"another header without a value", set("X-Custom")},
		{"signed header in lower case as well", set("x-amz-target", "a")},
		{"date header in lower case", set("x-amz-date", "a")},
		{"unsigned header in lower case, which is signed", set("user-agent", "a")},
		{"Host header", set("Host", "localhost")},
		{"Content-Length header", set("Content-Length", "2")},
		{"Expect header", set("Expect", "100-continue")},
		{"token header of credentials without a token", set("X-Amz-Security-Token", "a")},
		{"header without a value", set("X-Amz-Target")},
		{"header with two values", set("X-Amz-Target", "a", "b")},
		{"value with a leading space", set("X-Amz-Target", " a")},
		{"value with a trailing space", set("Content-Type", "a ")},
		{"value with a surrounding tab", set("Amz-Sdk-Request", "\ta")},
		{"value with repeated spaces", set("Amz-Sdk-Request", "attempt=1;  max=3")},
		{"value with a line end", set("Amz-Sdk-Invocation-Id", "a\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, in := newRequest(), defaultInput()
			test.change(r, &in)
			want := copyOf(r)
			if in.sign(new(sigv4.Signer), r) {
				t.Error("the request was signed")
			}
			assertSame(t, r, want)
			if signed := in.signOfficial(t, r); !strings.HasPrefix(signed.Header.Get("Authorization"), "AWS4-HMAC-SHA256 ") {
				t.Error("v4.Signer did not sign the request either")
			}
		})
	}
}
