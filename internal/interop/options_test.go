package interop_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestOptionsFromConfig checks that both clients derive the same options from a random
// aws.Config and option functions.
func TestOptionsFromConfig(t *testing.T) {
	rounds(t, func(t *testing.T, g *generator) {
		cfg := aws.Config{
			Region:           pick(g, "", "us-east-1", "eu-west-1", "fips-us-east-1"),
			AppID:            pick(g, "", "app"),
			DefaultsMode:     pick(g, "", aws.DefaultsModeAuto, aws.DefaultsModeStandard, aws.DefaultsModeLegacy, aws.DefaultsModeInRegion, aws.DefaultsModeCrossRegion, aws.DefaultsModeMobile, "IN-REGION", "odd"),
			RetryMode:        pick(g, "", aws.RetryModeStandard, aws.RetryModeAdaptive, "odd"),
			RetryMaxAttempts: pick(g, 0, 1, 3, 7),
			RuntimeEnvironment: pick(g, aws.RuntimeEnvironment{}, aws.RuntimeEnvironment{Region: "us-east-1", EnvironmentIdentifier: "AWS_Lambda_go1.x"},
				aws.RuntimeEnvironment{EC2InstanceMetadataRegion: "eu-west-1"}),
			DisableClockSkewCorrection: g.oneIn(2),
			ClientLogMode:              pick(g, 0, aws.LogRetries, aws.LogRequest),
			Credentials:                pick[aws.CredentialsProvider](g, nil, provider{}, aws.AnonymousCredentials{}, aws.NewCredentialsCache(aws.AnonymousCredentials{})),
			BaseEndpoint:               pick(g, nil, aws.String("http://localhost")),
			HTTPClient: pick[aws.HTTPClient](g, nil, doer(nil), awshttp.NewBuildableClient(), awshttp.NewBuildableClient().WithTimeout(time.Minute),
				awshttp.NewBuildableClient().WithReadTimeout(time.Second)),
		}
		for range g.IntN(3) {
			cfg.APIOptions = append(cfg.APIOptions, func(*middleware.Stack) error { return nil })
		}
		if g.oneIn(3) {
			cfg.Retryer = pick(g,
				func() aws.Retryer { return aws.NopRetryer{} },
				func() aws.Retryer { return customRetryer{} },
				func() aws.Retryer { return retry.NewAdaptiveMode() })
		}
		change := map[string]any{}
		for name, value := range map[string]any{
			"RetryMaxAttempts": pick(g, 0, 2), "RetryMode": pick(g, "", aws.RetryModeAdaptive), "AppID": "mine", "Region": "sa-east-1",
			"Retryer": aws.Retryer(customRetryer{}), "HTTPClient": doer(nil), "DefaultsMode": aws.DefaultsModeMobile,
		} {
			if g.oneIn(5) {
				change[name] = value
			}
		}

		ours := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) { setOptions(o, change) }).Options()
		reference := official.NewFromConfig(cfg, func(o *official.Options) { setOptions(o, change) }).Options()
		if diff := cmp.Diff(describeOptions(reference), describeOptions(ours)); diff != "" {
			t.Errorf("official (-), ours (+):\n%s", diff)
		}
		if t.Failed() {
			t.Logf("%+v, %+v", cfg, change)
		}
	})
}

// describeOptions returns a text for each field of the options, which does not depend
// on the client. It omits fields that only one client has.
func describeOptions(options any) map[string]string {
	texts := map[string]string{}
	v := reflect.ValueOf(options)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		value := v.FieldByName(name)
		if _, ok := reflect.TypeFor[lightsail.Options]().FieldByName(name); !ok || !value.CanInterface() {
			continue
		}
		if _, ok := reflect.TypeFor[official.Options]().FieldByName(name); !ok {
			continue
		}
		switch value := value.Interface().(type) {
		case aws.Retryer:
			texts[name] = fmt.Sprintf("%T of %d", value, value.MaxAttempts())
		case *awshttp.BuildableClient:
			read, ok := value.GetReadTimeout()
			texts[name] = fmt.Sprint("buildable ", value.GetTimeout(), value.GetDialer().Timeout, value.GetTransport().TLSHandshakeTimeout, read, ok)
		case *string:
			texts[name] = quoted(value)
		case []func(*middleware.Stack) error:
			texts[name] = fmt.Sprint(len(value), " functions")
		case lightsail.EndpointResolverV2, official.EndpointResolverV2:
			texts[name] = "endpoint resolver"
		case lightsail.EndpointResolverOptions, official.EndpointResolverOptions, aws.RuntimeEnvironment:
			texts[name] = fmt.Sprintf("%+v", value)
		default:
			texts[name] = fmt.Sprintf("%T", value)
			switch reflect.ValueOf(value).Kind() {
			case reflect.String, reflect.Bool, reflect.Int, reflect.Uint64:
				texts[name] = fmt.Sprintf("%v", value)
			}
		}
	}
	return texts
}
