package sigv4_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

const (
	service = "lightsail"
	region  = "us-east-1"

	// emptyObject is the SHA-256 of {} in hexadecimal.
	emptyObject = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
)

var (
	user = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}
	role = aws.Credentials{AccessKeyID: "ASIAEXAMPLE", SecretAccessKey: "another/secret", SessionToken: "IQoJb3JpZ2luX2VjEA==/+token"}

	noon = time.Date(2025, time.March, 14, 12, 0, 0, 0, time.UTC)
)

// newRequest returns a request as a client sends it.
func newRequest() *http.Request {
	return &http.Request{
		Method: http.MethodPost,
		URL:    &url.URL{Scheme: "https", Host: "lightsail.us-east-1.amazonaws.com", Path: "/"},
		Header: http.Header{
			"Content-Type":          {"application/x-amz-json-1.1"},
			"X-Amz-Target":          {"Lightsail_20161128.GetBuckets"},
			"Amz-Sdk-Invocation-Id": {"6a1b2c3d-0000-4000-8000-123456789abc"},
			"Amz-Sdk-Request":       {"attempt=1; max=3"},
			"User-Agent":            {"aws-sdk-go-v2/1.0  lang/go"},
		},
		ContentLength: 2,
	}
}

// input is what a signature depends on besides the request.
type input struct {
	credentials                  aws.Credentials
	payloadHash, service, region string
	time                         time.Time
}

func defaultInput() input { return input{user, emptyObject, service, region, noon} }

// sign signs r with s.
func (in *input) sign(s *sigv4.Signer, r *http.Request) bool {
	return s.Sign(r, in.credentials, in.payloadHash, in.service, in.region, in.time, new(sigv4.Values))
}

// signOfficial signs a copy of r with a new v4.Signer and returns the copy. A new one
// is needed because v4.Signer finds a derived key by its access key ID, not by the
// secret.
func (in *input) signOfficial(t testing.TB, r *http.Request, optFns ...func(*v4.SignerOptions)) *http.Request {
	t.Helper()
	r = copyOf(r)
	err := v4.NewSigner(optFns...).SignHTTP(t.Context(), in.credentials, r, in.payloadHash, in.service, in.region, in.time)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func copyOf(r *http.Request) *http.Request {
	c := *r
	u := *r.URL
	c.URL, c.Header = &u, r.Header.Clone()
	return &c
}

// assertSame reports a difference between two signed requests.
func assertSame(t testing.TB, got, want *http.Request) {
	t.Helper()
	if got.Host != want.Host {
		t.Errorf("got Host %q, want %q", got.Host, want.Host)
	}
	if *got.URL != *want.URL {
		t.Errorf("got URL %#v, want %#v", got.URL, want.URL)
	}
	if !maps.EqualFunc(got.Header, want.Header, slices.Equal[[]string]) {
		t.Errorf("Header (-want +got):\n%s", cmp.Diff(want.Header, got.Header))
	}
}
