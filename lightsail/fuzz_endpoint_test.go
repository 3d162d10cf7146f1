package lightsail_test

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// serviceHost matches the host names of the service: the Region is one label between
// the service's name and a domain of AWS.
var serviceHost = regexp.MustCompile(`^lightsail(-fips)?\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.(` + strings.ReplaceAll(strings.Join([]string{
	"amazonaws.com", "api.aws", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "amazonaws.eu", "api.amazonwebservices.eu",
	"c2s.ic.gov", "api.aws.ic.gov", "sc2s.sgov.gov", "api.aws.scloud", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk",
	"csp.hci.ic.gov", "api.aws.hci.ic.gov",
}, "|"), ".", `\.`) + `)$`)

// FuzzEndpoint checks that, for any Region and base endpoint, a request goes to the
// service or to the host of BaseEndpoint, or the call fails before anything is sent.
func FuzzEndpoint(f *testing.F) {
	for _, seed := range []struct {
		region, base string
		flags        uint8
	}{
		{"us-east-1", "", 0}, {"us-east-1", "", 7}, {"cn-north-1", "", 1}, {"fips-us-gov-west-1", "", 0}, {"us-isob-east-1-fips", "", 2},
		{"us-east-1.evil.example/", "", 0}, {"us-east-1.evil.example", "", 0}, {"us-east-1.evil.example#", "", 0}, {"evil.example/?x=", "", 0}, {"@evil.example", "", 0},
		{"us-east-1\r\nX-Evil: 1", "", 0}, {"-", "", 0}, {"%2e", "", 0}, {"", "", 0}, {"us-east-1a", "", 0}, {"ｅｖｉｌ", "", 0}, {"a:80", "", 0}, {"fips-", "", 0},
		{"us-east-1", "http://localhost:4566", 0}, {"us-east-1", "https://user:secret@proxy.example/base?q#f", 4}, {"", "http://[::1]:80", 0},
		{"a.b", "http://localhost/%2f..//", 0}, {"x", "http://a\r\nHost: evil", 0}, {"x", "http:///evil", 0}, {"x", "http://a@b@c", 0}, {"x", "//evil", 0},
		{"x", "ftp://evil", 0}, {"", "http://1]:80", 0}, {"x", "http://evil:port", 0}, {"x", "http://a/b", 1}, {"us-east-1.evil.example", "http://localhost", 0},
		{"fips-us-east-1", "http://localhost", 0}, {"aws-cn-global", "", 3},
	} {
		f.Add(seed.region, seed.base, seed.flags)
	}
	f.Fuzz(func(t *testing.T, region, base string, flags uint8) {
		client, sent := endpointClient(region, base, flags)
		for _, path := range []func(*lightsail.Options){
			directPath,
			func(o *lightsail.Options) { o.ClientLogMode = aws.LogRequest },
		} {
			sent.r = nil
			_, err := client.GetBuckets(context.Background(), nil, path)
			if sent.r == nil {
				if err == nil {
					t.Fatal("got neither a request nor an error, want one of them")
				}
				if strings.Contains(base, "secret") && strings.Contains(err.Error(), "secret") {
					t.Fatalf("got error %v, want it without the password", err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			r := sent.r
			// The signer removes the default port of the scheme from Host.
			if r.Host != "" && r.Host != r.URL.Host && r.Host != r.URL.Hostname() || r.URL.User != nil || r.URL.Opaque != "" || r.URL.Fragment != "" {
				t.Fatalf("got URL %#v and host %q, want the same host and no user, opaque part or fragment", r.URL, r.Host)
			}
			if base == "" {
				if !serviceHost.MatchString(r.URL.Host) || r.URL.Path != "/" || r.URL.RawQuery != "" {
					t.Fatalf("got URL %s, want the root of a service host", r.URL)
				}
			} else if u, err := url.Parse(base); err != nil || r.URL.Host != u.Host || u.Host == "" {
				t.Fatalf("got URL %s, want the host of base endpoint %s", r.URL, base)
			}
			if scheme := r.URL.Scheme; scheme != "https" && (scheme != "http" || base == "" && flags&4 == 0) {
				t.Fatalf("got scheme %s, want https, or http if it was requested", scheme)
			}
			for name, values := range r.Header {
				if len(values) != 1 || strings.ContainsAny(name+values[0], "\r\n\x00") {
					t.Fatalf("header %s: got %q, want one value without line breaks", name, values)
				}
			}
		}
	})
}

// lastRequest holds the last request that was sent, if any.
type lastRequest struct{ r *http.Request }

// endpointClient returns a client and its last request. Bits 0 to 2 of flags enable
// FIPS, dual stack and plain HTTP.
func endpointClient(region, base string, flags uint8) (*lightsail.Client, *lastRequest) {
	sent := new(lastRequest)
	cfg := aws.Config{Region: region, Credentials: testCredentials, HTTPClient: doFunc(func(r *http.Request) (*http.Response, error) {
		sent.r = r
		return newResponse(200, "{}"), nil
	})}
	if base != "" {
		cfg.BaseEndpoint = &base
	}
	return lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
		if flags&1 != 0 {
			fips(o)
		}
		if flags&2 != 0 {
			dualStack(o)
		}
		o.EndpointOptions.DisableHTTPS = flags&4 != 0
	}), sent
}
