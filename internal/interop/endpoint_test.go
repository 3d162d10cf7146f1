package interop_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestDefaultEndpointResolver checks that the default resolvers return the same
// endpoint or error for all Regions of the SDK, for invalid ones and for random ones.
func TestDefaultEndpointResolver(t *testing.T) {
	regions := append(allRegions(t),
		"us-east-9", "eu-central-77", "cn-x-1", "us-gov-middle-3", "us-iso-x-1", "us-isob-x-1", "us-isoe-x-1", "eu-isoe-x-1", "us-isof-x-1", "eusc-de-x-1", "eusc-fr-east-1",
		"xx-unknown-9", "us-east-1a", "us-west-2-lax-1a", "US-EAST-1", "us_east_1", "us-east", "us", "1", "", "-", "a.b", "us-east-1.", "us-east-1 ", "us-east-1\n", "\nus-east-1",
		"cn-north-1x", "xcn-north-1", "cn-north-", "cn--1", "cn-north_a-1", "us-gov-1", "us-iso-1-1", "aws-cn", "aws-cn-globalx", "aws-eusc-global", "aws-iso-z-global",
		"é", "us-east-१", "us-east-1/", "a/b", "a:b", "a%zz", "a?b", "a#b", "a@b", "[", "::1", "%00", "\x00", strings.Repeat("a", 300))
	g := &generator{Rand: seededRand(t.Name(), 0)}
	for range 100 {
		parts := make([]string, 1+g.IntN(5))
		for i := range parts {
			parts[i] = pick(g, "us", "eu", "cn", "iso", "isob", "isoe", "isof", "gov", "eusc", "de", "aws", "global", "north", "1", "22", "", "x_y", "é", "A1")
		}
		regions = append(regions, strings.Join(parts, pick(g, "-", "-", "-", "--", ".")))
	}

	ours, reference := lightsail.NewDefaultEndpointResolverV2(), official.NewDefaultEndpointResolverV2()
	yes, no := aws.Bool(true), aws.Bool(false)
	for _, variant := range []lightsail.EndpointParameters{
		{}, {UseFIPS: no, UseDualStack: no}, {UseFIPS: yes}, {UseDualStack: yes}, {UseFIPS: yes, UseDualStack: yes},
	} {
		assertSameEndpoint(t, ours, reference, variant)
		for _, region := range regions {
			params := variant
			params.Region = &region
			assertSameEndpoint(t, ours, reference, params)
		}
		for _, address := range []string{"https://localhost", "http://127.0.0.1:4566/a%2Fb/?q#f", "localhost:1", "", "/", "::", "%", "http://u:p@h", "HTTP://X", "http://[::1]:80"} {
			params := variant
			params.Endpoint = &address
			assertSameEndpoint(t, ours, reference, params)
			params.Region = aws.String("us-east-1")
			assertSameEndpoint(t, ours, reference, params)
		}
	}
	t.Logf("%d Regions", len(regions))
}

func assertSameEndpoint(t *testing.T, ours lightsail.EndpointResolverV2, reference official.EndpointResolverV2, params lightsail.EndpointParameters) {
	t.Helper()
	officialParams := convertTo(reflect.TypeFor[*official.EndpointParameters](), &params).(*official.EndpointParameters)
	got, gotErr := ours.ResolveEndpoint(context.Background(), params)
	want, wantErr := reference.ResolveEndpoint(context.Background(), *officialParams)

	name := fmt.Sprintf("Region %q, FIPS %v, dual stack %v, endpoint %q",
		aws.ToString(params.Region), aws.ToBool(params.UseFIPS), aws.ToBool(params.UseDualStack), aws.ToString(params.Endpoint))
	switch {
	case wantErr != nil && strings.HasPrefix(wantErr.Error(), "Failed to parse uri"):
		// The official error contains the endpoint, which may contain a password.
		if gotErr == nil {
			t.Errorf("%s: got no error, want one as the official %v", name, wantErr)
		}
	case fmt.Sprint(gotErr) != fmt.Sprint(wantErr):
		t.Errorf("%s: got error %v, want %v", name, gotErr, wantErr)
	case gotErr == nil:
		if diff := cmp.Diff(describeEndpoint(want), describeEndpoint(got)); diff != "" {
			t.Errorf("%s: official (-), ours (+):\n%s", name, diff)
		}
	}
}

func describeEndpoint(e smithyendpoints.Endpoint) []string {
	return []string{e.URI.String(), e.URI.RawPath, fmt.Sprint(e.Headers), fmt.Sprint(e.Headers == nil), fmt.Sprint(e.Properties)}
}

// allRegions returns the Regions of all partitions in the SDK's partition table.
func allRegions(t *testing.T) (regions []string) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal/endpoints/awsrulesfn/partitions.json"))
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Partitions []struct{ Regions map[string]any }
	}
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	for _, p := range table.Partitions {
		for region := range p.Regions {
			regions = append(regions, region)
		}
	}
	if len(table.Partitions) < 8 || len(regions) < 40 {
		t.Fatalf("the partition table has only %d partitions and %d Regions", len(table.Partitions), len(regions))
	}
	return regions
}

// The sources have the methods by which the SDK finds settings in
// aws.Config.ConfigSources.
type (
	fipsSource struct{ setting[aws.FIPSEndpointState] }
	dualSource struct {
		setting[aws.DualStackEndpointState]
	}
	urlSource    struct{ setting[string] }
	ignoreSource struct{ setting[bool] }
)

type setting[T any] struct {
	value T
	ok    bool
	err   error
}

func (s fipsSource) GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error) {
	return s.value, s.ok, s.err
}

func (s dualSource) GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error) {
	return s.value, s.ok, s.err
}

func (s urlSource) GetServiceBaseEndpoint(_ context.Context, service string) (string, bool, error) {
	return s.value + "/" + service, s.ok, s.err
}

func (s ignoreSource) GetIgnoreConfiguredEndpoints(context.Context) (bool, bool, error) {
	return s.value, s.ok, s.err
}

// TestConfigSources checks that both clients respect the settings of random
// ConfigSources.
func TestConfigSources(t *testing.T) {
	failed := errors.New("unreadable")
	fips := []any{fipsSource{}, fipsSource{setting[aws.FIPSEndpointState]{aws.FIPSEndpointStateEnabled, true, nil}},
		fipsSource{setting[aws.FIPSEndpointState]{aws.FIPSEndpointStateDisabled, true, nil}}, fipsSource{setting[aws.FIPSEndpointState]{aws.FIPSEndpointStateEnabled, true, failed}}}
	dual := []any{dualSource{}, dualSource{setting[aws.DualStackEndpointState]{aws.DualStackEndpointStateEnabled, true, nil}},
		dualSource{setting[aws.DualStackEndpointState]{aws.DualStackEndpointStateDisabled, true, nil}}, dualSource{setting[aws.DualStackEndpointState]{0, false, failed}}}
	url := []any{urlSource{}, urlSource{setting[string]{"http://one", true, nil}}, urlSource{setting[string]{"http://two", true, nil}}, urlSource{setting[string]{"http://x", true, failed}}}
	ignore := []any{ignoreSource{}, ignoreSource{setting[bool]{true, true, nil}}, ignoreSource{setting[bool]{false, true, nil}}, ignoreSource{setting[bool]{false, false, failed}}}

	rounds(t, func(t *testing.T, g *generator) {
		var sources []any
		for range g.IntN(7) {
			sources = append(sources, pick(g, pick(g, fips, dual, url, ignore, []any{nil, 1, "x", keys})...))
		}
		s := settings{config: func(cfg *aws.Config) {
			cfg.ConfigSources = sources
			if g.round%3 == 0 {
				cfg.BaseEndpoint = aws.String("http://all")
			}
		}}
		for _, name := range []string{"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_LIGHTSAIL"} {
			if g.oneIn(3) {
				os.Setenv(name, "http://environment")
				defer os.Unsetenv(name)
			}
		}
		ours, reference := exchanges(t, s, "GetBuckets", completeInput("GetBuckets"))
		assertSame(t, ours, reference)
		if t.Failed() {
			t.Logf("%+v", sources)
		}
	})
}
