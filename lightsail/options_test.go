package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func TestOptionsAreCopied(t *testing.T) {
	nothing := func(*middleware.Stack) error { return nil }
	given := lightsail.Options{Region: "us-east-1", APIOptions: make([]func(*middleware.Stack) error, 0, 4)}
	client := lightsail.New(given, lightsail.WithAPIOptions(nothing))
	if given.Retryer != nil || len(given.APIOptions[:1:1]) != 1 || given.APIOptions[:1][0] != nil {
		t.Error("New changed the caller's options")
	}
	options := client.Options()
	options.APIOptions[0] = nil
	options.Region = "eu-west-1"
	if again := client.Options(); again.APIOptions[0] == nil || again.Region != "us-east-1" {
		t.Error("the client's options changed through a copy")
	}
}

func TestCallOptionsEndWithTheCall(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, "{}"))
		client := newClient(http, way)
		override := func(o *lightsail.Options) {
			o.Region, o.AppID, o.Credentials, o.RetryMaxAttempts = "eu-west-1", "batch", nil, 7
			o.Logger, o.Retryer, o.EndpointResolverV2, o.HTTPSignerV4 = nil, nil, nil, nil
		}
		for _, optFns := range [][]func(*lightsail.Options){nil, {override}, nil} {
			if _, err := client.GetBuckets(context.Background(), nil, optFns...); err != nil {
				t.Fatal(err)
			}
		}
		if seen.all[1].URL.Host != "lightsail.eu-west-1.amazonaws.com" || seen.header(1, "Authorization") != "" ||
			!strings.Contains(seen.header(1, "User-Agent"), "app/batch") || seen.header(1, "Amz-Sdk-Request") != "attempt=1; max=7" {
			t.Errorf("the call's options were not heeded: %v", seen.all[1].Header)
		}
		for _, name := range []string{"User-Agent", "Amz-Sdk-Request"} {
			if seen.header(0, name) != seen.header(2, name) || seen.header(0, name) == seen.header(1, name) {
				t.Errorf("%s: %q, %q, %q", name, seen.header(0, name), seen.header(1, name), seen.header(2, name))
			}
		}
		if seen.all[2].URL.Host != "lightsail.us-east-1.amazonaws.com" {
			t.Errorf("a later call went to %s", seen.all[2].URL)
		}
	})
}

func TestNewFromConfig(t *testing.T) {
	retryer := retry.NewStandard()
	cfg := aws.Config{
		Region: "us-east-1", Credentials: keys, AppID: "shop", RetryMaxAttempts: 5,
		Retryer:       func() aws.Retryer { return retryer },
		ConfigSources: []any{struct{}{}, settings{}},
		ServiceOptions: []func(string, any){func(service string, o any) {
			o.(*lightsail.Options).AppID += "-" + service
		}},
	}
	before := cfg.Copy()
	options := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) { o.AppID += "-x" }).Options()

	if options.AppID != "shop-Lightsail-x" {
		t.Errorf("AppID %q", options.AppID)
	}
	if options.EndpointOptions.UseDualStackEndpoint != aws.DualStackEndpointStateEnabled ||
		options.EndpointOptions.UseFIPSEndpoint != aws.FIPSEndpointStateDisabled ||
		aws.ToString(options.BaseEndpoint) != "http://sources.example/Lightsail" {
		t.Errorf("endpoint options %+v, base endpoint %q", options.EndpointOptions, aws.ToString(options.BaseEndpoint))
	}
	if options.Retryer.MaxAttempts() != 5 || retryer.MaxAttempts() != 3 {
		t.Errorf("attempts: %d, and %d of the caller's", options.Retryer.MaxAttempts(), retryer.MaxAttempts())
	}
	if cfg.AppID != before.AppID || cfg.BaseEndpoint != nil {
		t.Error("the caller's configuration changed")
	}
}

// settings is what config.LoadDefaultConfig leaves in ConfigSources.
type settings struct{}

func (settings) GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error) {
	return aws.DualStackEndpointStateEnabled, true, nil
}

func (settings) GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error) {
	return aws.FIPSEndpointStateDisabled, true, nil
}

func (settings) GetServiceBaseEndpoint(_ context.Context, service string) (string, bool, error) {
	return "http://sources.example/" + service, true, nil
}

func TestBaseEndpointOfSources(t *testing.T) {
	cfg := aws.Config{Region: "us-east-1", BaseEndpoint: aws.String("http://config.example"), ConfigSources: []any{settings{}}}
	t.Setenv("AWS_ENDPOINT_URL", "http://config.example")
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://config.example" {
		t.Errorf("base endpoint %s: the environment's for all services must beat the profile's", got)
	}
	t.Setenv("AWS_ENDPOINT_URL_LIGHTSAIL", "http://sources.example/Lightsail")
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://sources.example/Lightsail" {
		t.Errorf("base endpoint %s: the service's own must win", got)
	}
	cfg.ConfigSources = []any{ignoring{}, settings{}}
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://config.example" {
		t.Errorf("base endpoint %s although configured endpoints are ignored", got)
	}
}

type ignoring struct{}

func (ignoring) GetIgnoreConfiguredEndpoints(context.Context) (bool, bool, error) {
	return true, true, nil
}

func TestLegacyResolverIsRefused(t *testing.T) {
	http, seen := answers(say(200, "{}"))
	cfg := aws.Config{Region: "us-east-1", HTTPClient: http}
	//lint:ignore SA1019 that they are deprecated is what the test is about
	cfg.EndpointResolverWithOptions = legacyResolver{}
	client := lightsail.NewFromConfig(cfg)
	_, err := client.GetBuckets(context.Background(), nil)
	if err == nil || !strings.Contains(err.Error(), "BaseEndpoint") || seen.len() != 0 {
		t.Errorf("%d requests, error %v", seen.len(), err)
	}
}

type legacyResolver struct{}

//lint:ignore SA1019 see above
func (legacyResolver) ResolveEndpoint(string, string, ...any) (endpoint aws.Endpoint, err error) {
	endpoint.URL = "http://localhost:4566"
	return endpoint, nil
}

func TestRequiredMembers(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, "{}"))
		client := newClient(http, way, func(o *lightsail.Options) { o.DisableParamValidation = true })
		_, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
			AccessLogConfig: &types.BucketAccessLogConfig{},
			Cors:            &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{AllowedMethods: []string{"GET"}}}},
		})
		var invalid smithy.InvalidParamsError
		if !errors.As(err, &invalid) || seen.len() != 0 {
			t.Fatalf("%d requests, error %v", seen.len(), err)
		}
		var fields []string
		for _, e := range invalid.Errs() {
			fields = append(fields, e.(smithy.InvalidParamError).Field())
		}
		want := []string{"UpdateBucketInput.BucketName", "UpdateBucketInput.AccessLogConfig.Enabled", "UpdateBucketInput.Cors.Rules[0].AllowedOrigins"}
		if diff := cmp.Diff(want, fields); diff != "" {
			t.Error(diff)
		}
	})
}

// One client, many goroutines, options that differ from call to call.
func TestConcurrentCalls(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		client := newClient(func(r *http.Request) (*http.Response, error) {
			app := r.Header.Get("User-Agent")[strings.Index(r.Header.Get("User-Agent"), "app/"):]
			app, _, _ = strings.Cut(app, " ")
			return answer(200, fmt.Sprintf(`{"buckets":[{"name":%q,"arn":%q}]}`, app, r.URL.Host)), nil
		}, way)
		var wg sync.WaitGroup
		for i := range 32 {
			wg.Go(func() {
				for j := range 20 {
					app, region := fmt.Sprintf("app-%d", i), fmt.Sprintf("eu-west-%d", j)
					out, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) {
						o.AppID, o.Region = app, region
					})
					if err != nil {
						t.Error(err)
						return
					}
					b := out.Buckets[0]
					if *b.Name != "app/"+app || *b.Arn != "lightsail."+region+".amazonaws.com" {
						t.Errorf("call %d/%d got the answer of %s at %s", i, j, *b.Name, *b.Arn)
					}
				}
			})
		}
		wg.Wait()
	})
}

// A dialer of the caller's stays, as it does with the official client.
func TestDialerOfCaller(t *testing.T) {
	dialed := false
	dial := func(context.Context, string, string) (net.Conn, error) {
		dialed = true
		return nil, errors.New("dialed")
	}
	client := awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) { tr.DialContext = dial })
	cfg := aws.Config{Region: "us-east-1", Credentials: keys, HTTPClient: client}
	_, err := lightsail.NewFromConfig(cfg, quick).GetBuckets(context.Background(), nil)
	if !dialed || err == nil || !strings.Contains(err.Error(), "dialed") {
		t.Errorf("dialed: %v, error %v", dialed, err)
	}
}
