package sigv4_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// TestSign compares signed requests with those that v4.Signer signs.
func TestSign(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*http.Request, *input)
	}{
		{"keys of a user", func(*http.Request, *input) {}},
		{"keys of a role", func(_ *http.Request, in *input) { in.credentials = role }},
		{"long token", func(_ *http.Request, in *input) {
			in.credentials = role
			in.credentials.SessionToken = strings.Repeat("IQoJb3JpZ2luX2VjEA", 200)
		}},
		{"no secret", func(_ *http.Request, in *input) { in.credentials.SecretAccessKey = "" }},
		{"secret longer than a block of SHA-256", func(_ *http.Request, in *input) { in.credentials.SecretAccessKey = strings.Repeat("k", 100) }},
		{"other Region and service", func(_ *http.Request, in *input) { in.region, in.service = "eu-central-1", "other" }},
		{"no Region and no service", func(_ *http.Request, in *input) { in.region, in.service = "", "" }},
		{"last second of a day", func(_ *http.Request, in *input) { in.time = midnight.Add(-time.Second) }},
		{"midnight UTC", func(_ *http.Request, in *input) { in.time = midnight }},
		{"another day in local time", func(_ *http.Request, in *input) {
			in.time = midnight.Add(time.Hour).In(time.FixedZone("west", -5*60*60))
		}},
		{"fraction of a second", func(_ *http.Request, in *input) { in.time = noon.Add(999999999) }},
		{"zero time", func(_ *http.Request, in *input) { in.time = time.Time{} }},
		{"year 12025", func(_ *http.Request, in *input) { in.time = noon.AddDate(10000, 0, 0) }},
		{"year before 1", func(_ *http.Request, in *input) { in.time = noon.AddDate(-3000, 0, 0) }},
		{"large body", func(r *http.Request, _ *input) { r.ContentLength = 1<<63 - 1 }},
		{"third attempt", func(r *http.Request, _ *input) {
			r.Header.Set("Amz-Sdk-Request", "attempt=3; max=5; ttl=20250314T120000Z")
		}},
		{"empty value", func(r *http.Request, _ *input) { r.Header.Set("X-Amz-Target", "") }},
		{"trace header", func(r *http.Request, _ *input) { r.Header.Set("X-Amzn-Trace-Id", "Root=1-2;  Parent=3") }},
		{"no User-Agent header", func(r *http.Request, _ *input) { r.Header.Del("User-Agent") }},
		{"signed before", func(r *http.Request, in *input) {
			in.credentials = role
			r.Header["X-Amz-Date"] = []string{"20000101T000000Z", "20000102T000000Z"}
			r.Header["X-Amz-Security-Token"] = []string{" old  token "}
			r.Header["Authorization"] = []string{"old"}
		}},
		{"headers without values", func(r *http.Request, in *input) {
			r.Header["X-Amz-Date"], r.Header["Authorization"] = nil, make([]string, 0, 1)
		}},
		{"port", func(r *http.Request, _ *input) { r.URL.Host = "localhost:8443" }},
		{"default port of HTTPS", func(r *http.Request, _ *input) { r.URL.Host = "localhost:443" }},
		{"default port of HTTP", func(r *http.Request, _ *input) { r.URL.Scheme, r.URL.Host = "http", "127.0.0.1:80" }},
		{"port of HTTP over HTTPS", func(r *http.Request, _ *input) { r.URL.Host = "localhost:80" }},
		{"port of HTTPS over HTTP", func(r *http.Request, _ *input) { r.URL.Scheme, r.URL.Host = "http", "localhost:443" }},
		{"port with a leading zero", func(r *http.Request, _ *input) { r.URL.Host = "localhost:0443" }},
		{"IPv6", func(r *http.Request, _ *input) { r.URL.Host = "[::1]" }},
		{"IPv6 with a port", func(r *http.Request, _ *input) { r.URL.Host = "[2001:db8::1.2.3.4]:4566" }},
		{"Host field", func(r *http.Request, _ *input) { r.Host = "Proxy.example.com" }},
		{"Host field with the default port", func(r *http.Request, _ *input) { r.Host = "proxy.example.com:443" }},
		{"no path", func(r *http.Request, _ *input) { r.URL.Path = "" }},
		{"long path", func(r *http.Request, _ *input) { r.URL.Path = "/a-b/c.d/../~e_f//" }},
		{"relative path", func(r *http.Request, _ *input) { r.URL.Path = "a/b" }},
		{"path equal to its raw form", func(r *http.Request, _ *input) { r.URL.Path, r.URL.RawPath = "/a", "/a" }},
		{"user in the URL", func(r *http.Request, _ *input) { r.URL.User = url.User("user") }},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, in := newRequest(), defaultInput()
			test.change(r, &in)
			want := in.signOfficial(t, r)
			raw := in.signOfficial(t, r, func(o *v4.SignerOptions) { o.DisableURIPathEscaping = true })
			var signer sigv4.Signer
			if !in.sign(&signer, r) {
				t.Fatal("the request was not signed")
			}
			assertSame(t, r, want)
			assertSame(t, r, raw)

			// Again, now with the key from the cache and over the headers of before.
			if !in.sign(&signer, r) {
				t.Fatal("the signed request was not signed again")
			}
			assertSame(t, r, want)
		})
	}
}

// midnight begins a day, a month and a year.
var midnight = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// TestSignDayChange signs with one signer on both sides of midnight, as client clocks
// do that are corrected or that differ.
func TestSignDayChange(t *testing.T) {
	var signer sigv4.Signer
	for _, offset := range []time.Duration{-time.Second, 0, -1, time.Second, -time.Second, 24 * time.Hour, 0} {
		in := defaultInput()
		in.time = midnight.Add(offset)
		r := newRequest()
		want := in.signOfficial(t, r)
		if !in.sign(&signer, r) {
			t.Fatal("the request was not signed")
		}
		assertSame(t, r, want)
	}
}

// TestSignKeyChange changes one thing at a time that a derived key depends on.
func TestSignKeyChange(t *testing.T) {
	var signer sigv4.Signer
	first := defaultInput()
	for _, change := range []func(*input){
		func(*input) {},
		func(in *input) { in.credentials.SecretAccessKey = "another" }, // under the same access key ID
		func(in *input) { in.credentials.AccessKeyID = "another" },
		func(in *input) { in.region = "us-east-2" },
		func(in *input) { in.service = "other" },
		func(in *input) { in.region, in.service = "a/b", "c" },
		func(in *input) { in.region, in.service = "a", "b/c" },
		func(in *input) { in.time = in.time.AddDate(0, 0, 1) },
		func(in *input) { in.time = in.time.AddDate(0, 1, 0) },
		func(in *input) { in.time = in.time.AddDate(1, 0, 0) },
	} {
		changed := first
		change(&changed)
		for _, in := range []input{first, changed, first} {
			r := newRequest()
			want := in.signOfficial(t, r)
			if !in.sign(&signer, r) {
				t.Fatal("the request was not signed")
			}
			assertSame(t, r, want)
		}
	}
}

// TestSignValues checks that header values do not share memory with each other or
// with another request.
func TestSignValues(t *testing.T) {
	var signer sigv4.Signer
	in := defaultInput()
	in.credentials = role
	r := newRequest()
	r.Header["X-Amz-Date"] = make([]string, 0, 1)
	old := r.Header["X-Amz-Date"][:1]
	want := in.signOfficial(t, r)
	if !in.sign(&signer, r) {
		t.Fatal("the request was not signed")
	}
	for _, name := range []string{"X-Amz-Date", "X-Amz-Security-Token", "Authorization"} {
		_ = append(r.Header[name], "appended")
	}
	assertSame(t, r, want)
	if old[0] != "" {
		t.Errorf("the memory of the old header was overwritten with %q", old[0])
	}
}
