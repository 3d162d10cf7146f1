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

// TestOptionsCopied checks that a client shares no memory with the caller's options or
// with the options that it returns.
func TestOptionsCopied(t *testing.T) {
	t.Parallel()
	noop := func(*middleware.Stack) error { return nil }
	given := lightsail.Options{Region: "us-east-1", APIOptions: make([]func(*middleware.Stack) error, 0, 4)}
	client := lightsail.New(given, lightsail.WithAPIOptions(noop))
	if given.Retryer != nil || len(given.APIOptions[:1:1]) != 1 || given.APIOptions[:1][0] != nil {
		t.Errorf("got caller's options %+v after New, want them unchanged", given)
	}
	options := client.Options()
	options.APIOptions[0] = nil
	options.Region = "eu-west-1"
	if again := client.Options(); again.APIOptions[0] == nil || again.Region != "us-east-1" {
		t.Errorf("got client options %+v after a change of their copy, want them unchanged", again)
	}
}

// TestCallOptionsApplyToOneCall overrides the client's options in the second of three
// calls.
func TestCallOptionsApplyToOneCall(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, "{}"))
		client := newClient(do, path)
		override := func(o *lightsail.Options) {
			o.Region, o.AppID, o.Credentials, o.RetryMaxAttempts = "eu-west-1", "batch", nil, 7
			o.Logger, o.Retryer, o.EndpointResolverV2, o.HTTPSignerV4 = nil, nil, nil, nil
		}
		for _, optFns := range [][]func(*lightsail.Options){nil, {override}, nil} {
			if _, err := client.GetBuckets(context.Background(), nil, optFns...); err != nil {
				t.Fatal(err)
			}
		}
		if sent.all[1].URL.Host != "lightsail.eu-west-1.amazonaws.com" || sent.header(1, "Authorization") != "" ||
			!strings.Contains(sent.header(1, "User-Agent"), "app/batch") || sent.header(1, "Amz-Sdk-Request") != "attempt=1; max=7" {
			t.Errorf("got host %s and header %v, want those of the call's options", sent.all[1].URL.Host, sent.all[1].Header)
		}
		for _, name := range []string{"User-Agent", "Amz-Sdk-Request"} {
			if sent.header(0, name) != sent.header(2, name) || sent.header(0, name) == sent.header(1, name) {
				t.Errorf("header %s: got %q, %q, %q, want the same in the first and third call only", name, sent.header(0, name), sent.header(1, name), sent.header(2, name))
			}
		}
		if sent.all[2].URL.Host != "lightsail.us-east-1.amazonaws.com" {
			t.Errorf("third call: got URL %s, want the client's Region", sent.all[2].URL)
		}
	})
}

func TestNewFromConfig(t *testing.T) {
	retryer := retry.NewStandard()
	cfg := aws.Config{
		Region: "us-east-1", Credentials: testCredentials, AppID: "shop", RetryMaxAttempts: 5,
		Retryer:       func() aws.Retryer { return retryer },
		ConfigSources: []any{struct{}{}, configSource{}},
		ServiceOptions: []func(string, any){func(service string, o any) {
			o.(*lightsail.Options).AppID += "-" + service
		}},
	}
	before := cfg.Copy()
	options := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) { o.AppID += "-x" }).Options()

	if options.AppID != "shop-Lightsail-x" {
		t.Errorf("got AppID %q, want shop-Lightsail-x", options.AppID)
	}
	if options.EndpointOptions.UseDualStackEndpoint != aws.DualStackEndpointStateEnabled ||
		options.EndpointOptions.UseFIPSEndpoint != aws.FIPSEndpointStateDisabled ||
		aws.ToString(options.BaseEndpoint) != "http://sources.example/Lightsail" {
		t.Errorf("got endpoint options %+v and base endpoint %q, want those of ConfigSources", options.EndpointOptions, aws.ToString(options.BaseEndpoint))
	}
	if options.Retryer.MaxAttempts() != 5 || retryer.MaxAttempts() != 3 {
		t.Errorf("got %d attempts, and %d of the caller's retryer, want 5 and 3", options.Retryer.MaxAttempts(), retryer.MaxAttempts())
	}
	if cfg.AppID != before.AppID || cfg.BaseEndpoint != nil {
		t.Errorf("got caller's configuration %+v, want it unchanged", cfg)
	}
}

// configSource is a source as config.LoadDefaultConfig adds it to ConfigSources.
type configSource struct{}

func (configSource) GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error) {
	return aws.DualStackEndpointStateEnabled, true, nil
}

func (configSource) GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error) {
	return aws.FIPSEndpointStateDisabled, true, nil
}

func (configSource) GetServiceBaseEndpoint(_ context.Context, service string) (string, bool, error) {
	return "http://sources.example/" + service, true, nil
}

// TestBaseEndpointPrecedence checks the precedence of the environment variables and
// ConfigSources.
func TestBaseEndpointPrecedence(t *testing.T) {
	cfg := aws.Config{Region: "us-east-1", BaseEndpoint: aws.String("http://config.example"), ConfigSources: []any{configSource{}}}
	t.Setenv("AWS_ENDPOINT_URL", "http://config.example")
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://config.example" {
		t.Errorf("with AWS_ENDPOINT_URL: got base endpoint %s, want it rather than the one of the sources", got)
	}
	t.Setenv("AWS_ENDPOINT_URL_LIGHTSAIL", "http://sources.example/Lightsail")
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://sources.example/Lightsail" {
		t.Errorf("with AWS_ENDPOINT_URL_LIGHTSAIL: got base endpoint %s, want the service's", got)
	}
	cfg.ConfigSources = []any{ignoreEndpoints{}, configSource{}}
	if got := aws.ToString(lightsail.NewFromConfig(cfg).Options().BaseEndpoint); got != "http://config.example" {
		t.Errorf("with configured endpoints ignored: got base endpoint %s, want http://config.example", got)
	}
}

// ignoreEndpoints is a source that ignores configured endpoints.
type ignoreEndpoints struct{}

func (ignoreEndpoints) GetIgnoreConfiguredEndpoints(context.Context) (bool, bool, error) {
	return true, true, nil
}

// TestLegacyEndpointResolverRejected checks that a resolver of the first generation is an
// error of the call, which names BaseEndpoint.
func TestLegacyEndpointResolverRejected(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, "{}"))
	cfg := aws.Config{Region: "us-east-1", HTTPClient: do}
	//lint:ignore SA1019 the test is about a deprecated field
	cfg.EndpointResolverWithOptions = legacyResolver{}
	client := lightsail.NewFromConfig(cfg)
	_, err := client.GetBuckets(context.Background(), nil)
	if err == nil || !strings.Contains(err.Error(), "BaseEndpoint") || sent.len() != 0 {
		t.Errorf("got %d requests and error %v, want none and one that names BaseEndpoint", sent.len(), err)
	}
}

type legacyResolver struct{}

//lint:ignore SA1019 the interface requires the type
func (legacyResolver) ResolveEndpoint(string, string, ...any) (endpoint aws.Endpoint, err error) {
	endpoint.URL = "http://localhost:4566"
	return endpoint, nil
}

// TestRequiredFieldsWithoutValidation checks that DisableParamValidation does not disable
// the check of required fields.
func TestRequiredFieldsWithoutValidation(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, "{}"))
		client := newClient(do, path, func(o *lightsail.Options) { o.DisableParamValidation = true })
		_, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
			AccessLogConfig: &types.BucketAccessLogConfig{},
			Cors:            &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{AllowedMethods: []string{"GET"}}}},
		})
		var invalid smithy.InvalidParamsError
		if !errors.As(err, &invalid) || sent.len() != 0 {
			t.Fatalf("got %d requests and error %v, want none and an InvalidParamsError", sent.len(), err)
		}
		var fields []string
		for _, e := range invalid.Errs() {
			fields = append(fields, e.(smithy.InvalidParamError).Field())
		}
		want := []string{"UpdateBucketInput.BucketName", "UpdateBucketInput.AccessLogConfig.Enabled", "UpdateBucketInput.Cors.Rules[0].AllowedOrigins"}
		if diff := cmp.Diff(want, fields); diff != "" {
			t.Errorf("missing fields (-want +got):\n%s", diff)
		}
	})
}

// TestConcurrentCalls uses one client in many goroutines, with options that differ from
// call to call.
func TestConcurrentCalls(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		client := newClient(func(r *http.Request) (*http.Response, error) {
			app := r.Header.Get("User-Agent")[strings.Index(r.Header.Get("User-Agent"), "app/"):]
			app, _, _ = strings.Cut(app, " ")
			return newResponse(200, fmt.Sprintf(`{"buckets":[{"name":%q,"arn":%q}]}`, app, r.URL.Host)), nil
		}, path)
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
						t.Errorf("call %d/%d: got the response for %s at %s, want %s in %s", i, j, *b.Name, *b.Arn, app, region)
					}
				}
			})
		}
		wg.Wait()
	})
}

// TestCustomDialer checks that the client uses the DialContext of the caller's HTTP client,
// as the official client does.
func TestCustomDialer(t *testing.T) {
	t.Parallel()
	dialed := false
	dial := func(context.Context, string, string) (net.Conn, error) {
		dialed = true
		return nil, errors.New("dialed")
	}
	client := awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) { tr.DialContext = dial })
	cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, HTTPClient: client}
	_, err := lightsail.NewFromConfig(cfg, noRetryDelay).GetBuckets(context.Background(), nil)
	if !dialed || err == nil || !strings.Contains(err.Error(), "dialed") {
		t.Errorf("got dialed = %t and error %v, want true and the dialer's error", dialed, err)
	}
}
