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
	// Plain, FIPS, dual stack, FIPS and dual stack.
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
			t.Errorf("%s: %s", region, diff)
		}
	}
}

// What would end as a DNS failure, or at somebody else's host, is told in words,
// and nothing is sent.
func TestEndpointRefusals(t *testing.T) {
	for name, row := range map[string]struct {
		option func(*lightsail.Options)
		want   string
	}{
		"no region":            {func(o *lightsail.Options) { o.Region = "" }, "Missing Region: set Region"},
		"zone":                 {func(o *lightsail.Options) { o.Region = "us-east-1a" }, `"us-east-1a" is an Availability Zone, not a Region: its Region is "us-east-1"`},
		"local zone":           {func(o *lightsail.Options) { o.Region = "us-west-2-lax-1a" }, `its Region is "us-west-2"`},
		"host":                 {func(o *lightsail.Options) { o.Region = "us-east-1.evil.example/" }, "invalid input region"},
		"dots":                 {func(o *lightsail.Options) { o.Region = "us-east-1.evil.example" }, "invalid input region"},
		"line":                 {func(o *lightsail.Options) { o.Region = "us-east-1\r\nX-Evil: 1" }, "invalid input region"},
		"hyphen":               {func(o *lightsail.Options) { o.Region = "-us-east-1" }, "invalid input region"},
		"endpoint and FIPS":    {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost"); fips(o) }, "FIPS and custom endpoint are not supported"},
		"endpoint, dual stack": {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost"); dualStack(o) }, "Dualstack and custom endpoint are not supported"},
		"no scheme":            {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("localhost:4566") }, "BaseEndpoint must be a URL with scheme and host"},
		"half a bracket":       {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://1]:80") }, "BaseEndpoint must be a URL with scheme and host"},
		"no host":              {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://:80") }, "BaseEndpoint must be a URL with scheme and host"},
		"no URL":               {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://user:secret@%zz") }, "BaseEndpoint must be a URL with scheme and host"},
	} {
		eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
			http, seen := answers(say(200, "{}"))
			_, err := newClient(http, row.option, way).GetBuckets(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), row.want) || seen.len() != 0 || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: %d requests, error %v", name, seen.len(), err)
			}
		})
	}
}

func fips(o *lightsail.Options) { o.EndpointOptions.UseFIPSEndpoint = aws.FIPSEndpointStateEnabled }
func dualStack(o *lightsail.Options) {
	o.EndpointOptions.UseDualStackEndpoint = aws.DualStackEndpointStateEnabled
}

func TestEndpointOfCall(t *testing.T) {
	for name, row := range map[string]struct {
		option func(*lightsail.Options)
		url    string
		scope  string
	}{
		"region":        {func(o *lightsail.Options) { o.Region = "eu-west-2" }, "https://lightsail.eu-west-2.amazonaws.com/", "/eu-west-2/lightsail/"},
		"FIPS":          {fips, "https://lightsail-fips.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"dual stack":    {dualStack, "https://lightsail.us-east-1.api.aws/", "/us-east-1/lightsail/"},
		"pseudo region": {func(o *lightsail.Options) { o.Region = "fips-us-east-1" }, "https://lightsail-fips.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"plain HTTP":    {func(o *lightsail.Options) { o.EndpointOptions.DisableHTTPS = true }, "http://lightsail.us-east-1.amazonaws.com/", "/us-east-1/lightsail/"},
		"path":          {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://localhost:4566/base?q=1") }, "http://localhost:4566/base", "/us-east-1/lightsail/"},
		"IPv6":          {func(o *lightsail.Options) { o.BaseEndpoint = aws.String("http://[::1]:4566") }, "http://[::1]:4566/", "/us-east-1/lightsail/"},
		"no region":     {func(o *lightsail.Options) { o.Region = ""; o.BaseEndpoint = aws.String("http://localhost") }, "http://localhost/", "//lightsail/"},
		"resolver":      {lightsail.WithEndpointResolverV2(resolver{}), "https://proxy.example/us-east-1", "/us-east-1/lightsail/"},
		"signing":       {func(o *lightsail.Options) { o.Region = "eu-west-3"; signing(o) }, "https://lightsail.eu-west-3.amazonaws.com/", "/eu-west-1/proxy/"},
	} {
		eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
			http, seen := answers(say(200, "{}"))
			forClient := newClient(http, row.option, way)
			forCall := newClient(http, way)
			if _, err := forClient.GetBuckets(context.Background(), nil); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if _, err := forCall.GetBuckets(context.Background(), nil, row.option); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for i := range 2 {
				if got := seen.all[i].URL.String(); got != row.url {
					t.Errorf("%s: sent to %s, want %s", name, got, row.url)
				}
				if auth := seen.header(i, "Authorization"); !strings.Contains(auth, row.scope) {
					t.Errorf("%s: signed for %s, want %s", name, auth, row.scope)
				}
			}
		})
	}
}

func signing(o *lightsail.Options) {
	lightsail.WithSigV4SigningName("proxy")(o)
	lightsail.WithSigV4SigningRegion("eu-west-1")(o)
}

type resolver struct{ _ func() } // not comparable, as a caller's may be

func (resolver) ResolveEndpoint(_ context.Context, params lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	u := smithyendpoints.Endpoint{Headers: http.Header{"X-From": {"resolver"}}}
	u.URI.Scheme, u.URI.Host, u.URI.Path = "https", "proxy.example", "/"+aws.ToString(params.Region)
	return u, nil
}

// A client without a Region serves calls that bring one, and tells the others.
func TestRegionOfCallAlone(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, "{}"))
		client := newClient(http, func(o *lightsail.Options) { o.Region = "" }, way)
		inLondon := func(o *lightsail.Options) { o.Region = "eu-west-2" }
		if _, err := client.GetBuckets(context.Background(), nil, inLondon); err != nil {
			t.Fatal(err)
		}
		if got := seen.all[0].URL.Host; got != "lightsail.eu-west-2.amazonaws.com" {
			t.Errorf("sent to %s", got)
		}
		for _, optFns := range [][]func(*lightsail.Options){nil, {func(*lightsail.Options) {}}} {
			_, err := client.GetBuckets(context.Background(), nil, optFns...)
			if err == nil || !strings.Contains(err.Error(), "Missing Region") || seen.len() != 1 {
				t.Errorf("%d requests, error %v", seen.len(), err)
			}
		}
	})
}
