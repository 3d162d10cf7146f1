package lightsail_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

func TestDefaultEndpoints(t *testing.T) {
	t.Parallel()
	// Each row: default, FIPS, dual stack, FIPS with dual stack.
	for region, hosts := range map[string][4]string{
		"us-east-1":      {"lightsail.us-east-1.amazonaws.com", "lightsail-fips.us-east-1.amazonaws.com", "lightsail.us-east-1.api.aws", "lightsail-fips.us-east-1.api.aws"},
		"eu-central-1":   {"lightsail.eu-central-1.amazonaws.com", "lightsail-fips.eu-central-1.amazonaws.com", "lightsail.eu-central-1.api.aws", "lightsail-fips.eu-central-1.api.aws"},
		"xx-unknown-9":   {"lightsail.xx-unknown-9.amazonaws.com", "lightsail-fips.xx-unknown-9.amazonaws.com", "lightsail.xx-unknown-9.api.aws", "lightsail-fips.xx-unknown-9.api.aws"},
		"cn-north-1":     {"lightsail.cn-north-1.amazonaws.com.cn", "lightsail-fips.cn-north-1.amazonaws.com.cn", "lightsail.cn-north-1.api.amazonwebservices.com.cn", "lightsail-fips.cn-north-1.api.amazonwebservices.com.cn"},
		"us-gov-west-1":  {"lightsail.us-gov-west-1.amazonaws.com", "lightsail-fips.us-gov-west-1.amazonaws.com", "lightsail.us-gov-west-1.api.aws", "lightsail-fips.us-gov-west-1.api.aws"},
		"eusc-de-east-1": {"lightsail.eusc-de-east-1.amazonaws.eu", "lightsail-fips.eusc-de-east-1.amazonaws.eu", "lightsail.eusc-de-east-1.api.amazonwebservices.eu", "lightsail-fips.eusc-de-east-1.api.amazonwebservices.eu"},
		"us-iso-east-1":  {"lightsail.us-iso-east-1.c2s.ic.gov", "lightsail-fips.us-iso-east-1.c2s.ic.gov", "lightsail.us-iso-east-1.api.aws.ic.gov", "lightsail-fips.us-iso-east-1.api.aws.ic.gov"},
		"us-isob-east-1": {"lightsail.us-isob-east-1.sc2s.sgov.gov", "lightsail-fips.us-isob-east-1.sc2s.sgov.gov", "lightsail.us-isob-east-1.api.aws.scloud", "lightsail-fips.us-isob-east-1.api.aws.scloud"},
		"eu-isoe-west-1": {"lightsail.eu-isoe-west-1.cloud.adc-e.uk", "lightsail-fips.eu-isoe-west-1.cloud.adc-e.uk", "lightsail.eu-isoe-west-1.api.cloud-aws.adc-e.uk", "lightsail-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk"},
		"us-isof-south-1": {"lightsail.us-isof-south-1.csp.hci.ic.gov", "lightsail-fips.us-isof-south-1.csp.hci.ic.gov", "lightsail.us-isof-south-1.api.aws.hci.ic.gov",
			"lightsail-fips.us-isof-south-1.api.aws.hci.ic.gov"},
	} {
		var got [4]string
		for i := range got {
			endpoint, err := lightsail.NewDefaultEndpointResolverV2().ResolveEndpoint(context.Background(), lightsail.EndpointParameters{
				Region: aws.String(region), UseFIPS: aws.Bool(i&1 != 0), UseDualStack: aws.Bool(i&2 != 0),
			})
			if err != nil {
				t.Fatal(err)
			}
			got[i] = strings.TrimPrefix(endpoint.URI.String(), "https://")
		}
		if diff := cmp.Diff(hosts, got); diff != "" {
			t.Errorf("hosts of Region %s (-want +got):\n%s", region, diff)
		}
	}
}

// TestInvalidEndpoint checks that a Region or base endpoint that would lead to a DNS
// failure or to another host is reported before anything is sent.
func TestInvalidEndpoint(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		option func(*lightsail.Options)
		want   string
	}{
		"no Region":               {func(o *lightsail.Options) { o.Region = "" }, "Missing Region: set AWS_REGION"},
		"Availability Zone":       {func(o *lightsail.Options) { o.Region = "us-east-1a" }, `invalid Region "us-east-1a": it is an Availability Zone of the Region "us-east-1"`},
		"Local Zone":              {func(o *lightsail.Options) { o.Region = "us-west-2-lax-1a" }, `of the Region "us-west-2"`},
		"Region with a slash":     {func(o *lightsail.Options) { o.Region = "us-east-1.evil.example/" }, "invalid input region"},
		"Region with dots":        {func(o *lightsail.Options) { o.Region = "us-east-1.evil.example" }, "invalid input region"},
		"Region with CRLF":        {func(o *lightsail.Options) { o.Region = "us-east-1\r\nX-Evil: 1" }, "invalid input region"},
		"leading hyphen":          {func(o *lightsail.Options) { o.Region = "-us-east-1" }, "invalid input region"},
		"endpoint and FIPS":       {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost"); fips(o) }, "FIPS and custom endpoint are not supported"},
		"endpoint and dual stack": {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost"); dualStack(o) }, "Dualstack and custom endpoint are not supported"},
		"no scheme":               {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("localhost:4566") }, "BaseEndpoint must be a URL with scheme and host"},
		"unmatched bracket":       {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://1]:80") }, "BaseEndpoint must be a URL with scheme and host"},
		"no host":                 {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://:80") }, "BaseEndpoint must be a URL with scheme and host"},
		"invalid URL":             {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://user:secret@%zz") }, "BaseEndpoint must be a URL with scheme and host"},
	} {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			do, sent := sequence(response(200, "{}"))
			_, err := newClient(do, row.option, path).GetBuckets(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), row.want) || sent.len() != 0 || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: got %d requests and error %v, want none and %q", name, sent.len(), err, row.want)
			}
		})
	}
}

func fips(o *lightsail.Options) { o.EndpointOptions.UseFIPSEndpoint = aws.FIPSEndpointStateEnabled }
func dualStack(o *lightsail.Options) {
	o.EndpointOptions.UseDualStackEndpoint = aws.DualStackEndpointStateEnabled
}

func TestEndpoint(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		option func(*lightsail.Options)
		url    string
		scope  string
	}{
		"Region":        {func(o *lightsail.Options) { o.Region = "eu-west-2" }, "https://lightsail.eu-west-2.amazonaws.com/", "/eu-west-2/lightsail/"},
		"FIPS":          {fips, "https://lightsail-fips.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"dual stack":    {dualStack, "https://lightsail.us-east-1.api.aws/", "/us-east-1/lightsail/"},
		"pseudo Region": {func(o *lightsail.Options) { o.Region = "fips-us-east-1" }, "https://lightsail-fips.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"plain HTTP":    {func(o *lightsail.Options) { o.EndpointOptions.DisableHTTPS = true }, "http://lightsail.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"base path":     {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost:4566/base?q=1") }, "http://localhost:4566/base", "/us-east-1/lightsail/"},
		"IPv6":          {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://[::1]:4566") }, "http://[::1]:4566/", "/us-east-1/lightsail/"},
		"no Region":     {func(o *lightsail.Options) { o.Region = ""; o.BaseEndpoint = aws.String("http://localhost") }, "http://localhost/", "//lightsail/"},
		"resolver":      {lightsail.WithEndpointResolverV2(proxyResolver{}), "https://proxy.example/us-east-1", "/us-east-1/lightsail/"},
		"signing scope": {func(o *lightsail.Options) { o.Region = "eu-west-3"; signing(o) }, "https://lightsail.eu-west-3.amazonaws.com/", "/eu-west-1/proxy/"},
	} {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			do, sent := sequence(response(200, "{}"))
			withOption := newClient(do, row.option, path)
			without := newClient(do, path)
			if _, err := withOption.GetBuckets(context.Background(), nil); err != nil {
				t.Fatalf("%s, option of the client: got error %v, want none", name, err)
			}
			if _, err := without.GetBuckets(context.Background(), nil, row.option); err != nil {
				t.Fatalf("%s, option of the call: got error %v, want none", name, err)
			}
			for i := range 2 {
				if got := sent.all[i].URL.String(); got != row.url {
					t.Errorf("%s: got URL %s, want %s", name, got, row.url)
				}
				if auth := sent.header(i, "Authorization"); !strings.Contains(auth, row.scope) {
					t.Errorf("%s: got Authorization %s, want scope %s", name, auth, row.scope)
				}
			}
		})
	}
}

func signing(o *lightsail.Options) {
	lightsail.WithSigV4SigningName("proxy")(o)
	lightsail.WithSigV4SigningRegion("eu-west-1")(o)
}

// proxyResolver is not comparable: comparing two interface values that hold one
// panics.
type proxyResolver struct{ _ func() }

func (proxyResolver) ResolveEndpoint(_ context.Context, params lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	u := smithyendpoints.Endpoint{Headers: http.Header{"X-From": {"resolver"}}}
	u.URI.Scheme, u.URI.Host, u.URI.Path = "https", "proxy.example", "/"+aws.ToString(params.Region)
	return u, nil
}

// TestRegionOfCall checks that a client without a Region accepts a call that sets one
// and reports the missing Region to other calls.
func TestRegionOfCall(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, "{}"))
		client := newClient(do, func(o *lightsail.Options) { o.Region = "" }, path)
		withRegion := func(o *lightsail.Options) { o.Region = "eu-west-2" }
		if _, err := client.GetBuckets(context.Background(), nil, withRegion); err != nil {
			t.Fatal(err)
		}
		if got := sent.all[0].URL.Host; got != "lightsail.eu-west-2.amazonaws.com" {
			t.Errorf("got host %s, want lightsail.eu-west-2.amazonaws.com", got)
		}
		for _, optFns := range [][]func(*lightsail.Options){nil, {func(*lightsail.Options) {}}} {
			_, err := client.GetBuckets(context.Background(), nil, optFns...)
			if err == nil || !strings.Contains(err.Error(), "Missing Region") || sent.len() != 1 {
				t.Errorf("got %d requests and error %v, want 1 and a missing Region", sent.len(), err)
			}
		}
	})
}
