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

// serviceHost is every host name that the service has: one label of the Region
// between its name and what belongs to AWS.
var serviceHost = regexp.MustCompile(`^lightsail(-fips)?\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.(` + strings.ReplaceAll(strings.Join([]string{
	"amazonaws.com", "api.aws", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "amazonaws.eu", "api.amazonwebservices.eu",
	"c2s.ic.gov", "api.aws.ic.gov", "sc2s.sgov.gov", "api.aws.scloud", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk",
	"csp.hci.ic.gov", "api.aws.hci.ic.gov",
}, "|"), ".", `\.`) + `)$`)

// Whatever stands in the options, a request goes to the service, or to the host
// that BaseEndpoint names, or is refused before it leaves.
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
		client, seen := fuzzedClient(region, base, flags)
		for _, way := range []func(*lightsail.Options){
			func(*lightsail.Options) {},
			func(o *lightsail.Options) { o.ClientLogMode = aws.LogRequest },
		} {
			seen.r = nil
			_, err := client.GetBuckets(context.Background(), nil, way)
			if seen.r == nil {
				if err == nil {
					t.Fatal("no request and no error")
				}
				if strings.Contains(base, "secret") && strings.Contains(err.Error(), "secret") {
					t.Fatalf("the error repeats a password: %v", err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			r := seen.r
			// The signer leaves a port out of Host that is the scheme's own.
			if r.Host != "" && r.Host != r.URL.Host && r.Host != r.URL.Hostname() || r.URL.User != nil || r.URL.Opaque != "" || r.URL.Fragment != "" {
				t.Fatalf("sent to %#v with host %q", r.URL, r.Host)
			}
			if base == "" {
				if !serviceHost.MatchString(r.URL.Host) || r.URL.Path != "/" || r.URL.RawQuery != "" {
					t.Fatalf("sent to %s", r.URL)
				}
			} else if u, err := url.Parse(base); err != nil || r.URL.Host != u.Host || u.Host == "" {
				t.Fatalf("sent to %s, and the base endpoint is %s", r.URL, base)
			}
			if scheme := r.URL.Scheme; scheme != "https" && (scheme != "http" || base == "" && flags&4 == 0) {
				t.Fatalf("sent by %s", scheme)
			}
			for name, values := range r.Header {
				if len(values) != 1 || strings.ContainsAny(name+values[0], "\r\n\x00") {
					t.Fatalf("%s: %q", name, values)
				}
			}
		}
	})
}

// lastRequest is what was sent.
type lastRequest struct{ r *http.Request }

// fuzzedClient returns a client with FIPS, dual stack and plain HTTP by flags.
func fuzzedClient(region, base string, flags uint8) (*lightsail.Client, *lastRequest) {
	seen := new(lastRequest)
	cfg := aws.Config{Region: region, Credentials: keys, HTTPClient: transport(func(r *http.Request) (*http.Response, error) {
		seen.r = r
		return answer(200, "{}"), nil
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
	}), seen
}
