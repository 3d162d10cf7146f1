package interop_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go"
	smithyauth "github.com/aws/smithy-go/auth"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
)

// providerWithSources is a credentials provider that reports credential sources,
// which become part of the User-Agent header.
type providerWithSources struct {
	provider
	sources []aws.CredentialSource
}

func (p providerWithSources) ProviderSources() []aws.CredentialSource { return p.sources }

// fixedBackoff sets a fixed retry delay. It makes both clients send their retries at
// the same instant.
func fixedBackoff(cfg *aws.Config) {
	cfg.Retryer = func() aws.Retryer {
		return retry.NewStandard(func(o *retry.StandardOptions) {
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 3 * time.Second, nil })
		})
	}
}

// customRetryer is a retryer of a type that the SDK does not have. It retries every
// error.
type customRetryer struct{ aws.NopRetryer }

func (customRetryer) MaxAttempts() int                             { return 4 }
func (customRetryer) IsErrorRetryable(error) bool                  { return true }
func (customRetryer) RetryDelay(int, error) (time.Duration, error) { return time.Second, nil }

// recordingSigner is a signer that writes its arguments to request headers.
type recordingSigner struct{}

func (recordingSigner) SignHTTP(_ context.Context, c aws.Credentials, r *http.Request, hash, service, region string, at time.Time, optFns ...func(*v4.SignerOptions)) error {
	var o v4.SignerOptions
	for _, fn := range optFns {
		fn(&o)
	}
	r.Header["X-Signer"] = []string{c.AccessKeyID, hash, service, region, at.String()}
	if o.DisableURIPathEscaping {
		r.Header.Set("X-Raw", "path")
	}
	return nil
}

// staticEndpoint returns an endpoint resolver that always returns endpoint, with an
// auth scheme that has the given properties.
func staticEndpoint(endpoint smithyendpoints.Endpoint, properties ...func(*smithy.Properties)) resolveFunc {
	return func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
		var option smithyauth.Option
		option.SchemeID = smithyauth.SchemeIDSigV4
		for _, set := range properties {
			set(&option.SignerProperties)
		}
		if len(properties) > 0 {
			smithyauth.SetAuthOptions(&endpoint.Properties, []*smithyauth.Option{&option})
		}
		return endpoint, nil
	}
}

const requestTimeTooSkewed = `{"__type":"RequestTimeTooSkewed","message":"look at your clock"}`

// TestSettings checks every setting that both clients have: they must send the same
// requests.
func TestSettings(t *testing.T) {
	local := smithyendpoints.Endpoint{URI: *parseURL("http://127.0.0.1:4566/base")}
	withHeaders := local
	withHeaders.Headers = http.Header{"X-Extra": {"one", "two"}, "User-Agent": {"mine"}, "Content-Type": {"text/plain"}, "X-Amz-Target": {"Other"}}

	for _, test := range []struct {
		name string
		settings
	}{
		{"default", settings{}},
		{"session token", settings{config: func(cfg *aws.Config) {
			cfg.Credentials = provider{Credentials: aws.Credentials{AccessKeyID: keys.AccessKeyID, SecretAccessKey: keys.SecretAccessKey, SessionToken: "a/session+token=="}}
		}}},
		{"credential sources", settings{options: map[string]any{"Credentials": providerWithSources{provider{Credentials: keys},
			[]aws.CredentialSource{aws.CredentialSourceEnvVars, aws.CredentialSourceIMDS, 999}}}}},
		{"no credential sources", settings{options: map[string]any{"Credentials": providerWithSources{provider{Credentials: keys}, nil}}}},
		{"cached credential sources", settings{options: map[string]any{"Credentials": aws.NewCredentialsCache(providerWithSources{provider{Credentials: keys},
			[]aws.CredentialSource{aws.CredentialSourceHTTP}})}}},
		{"no credentials", settings{config: func(cfg *aws.Config) { cfg.Credentials = nil }}},
		{"anonymous credentials", settings{config: func(cfg *aws.Config) { cfg.Credentials = aws.AnonymousCredentials{} }}},
		{"failing credentials", settings{options: map[string]any{"Credentials": provider{err: errors.New("credentials expired")}}}},

		{"AppID", settings{options: map[string]any{"AppID": "my app/1.0 (ü)"}}},
		{"AppID of the configuration", settings{config: func(cfg *aws.Config) { cfg.AppID = "cfg-app" }}},
		{"execution environment", settings{env: map[string]string{"AWS_EXECUTION_ENV": "AWS_Lambda_go 1.x"}}},
		{"Lambda", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "Root=1-2;Parent=3 4ü/\n;Sampled=1"}}},
		{"Lambda without a trace ID", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f"}}},
		{"Lambda with an empty trace ID", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": ""}}},
		{"trace ID without Lambda", settings{env: map[string]string{"_X_AMZN_TRACE_ID": "Root=1-2"}}},

		{"service options", settings{config: func(cfg *aws.Config) {
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(service string, o any) {
				setOptions(o, map[string]any{"AppID": "for " + service, "Region": "sa-east-1"})
			})
		}}},
		{"service options overridden by options", settings{options: map[string]any{"AppID": "mine"}, config: func(cfg *aws.Config) {
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(_ string, o any) { setOptions(o, map[string]any{"AppID": "lost"}) })
		}}},

		{"other Region", settings{options: map[string]any{"Region": "us-west-2"}}},
		{"Region in China", settings{options: map[string]any{"Region": "cn-north-1"}}},
		{"base endpoint without a Region", settings{options: map[string]any{"Region": "", "BaseEndpoint": aws.String("https://localhost")}}},
		{"FIPS", settings{options: map[string]any{"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled}}},
		{"dual stack", settings{options: map[string]any{"EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateEnabled}}},
		{"FIPS and dual stack", settings{options: map[string]any{
			"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled, "EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateEnabled}}},
		{"plain HTTP", settings{options: map[string]any{"EndpointOptions.DisableHTTPS": true}}},
		{"plain HTTP and base endpoint", settings{options: map[string]any{"EndpointOptions.DisableHTTPS": true, "BaseEndpoint": aws.String("https://localhost/x")}}},
		{"FIPS and base endpoint", settings{options: map[string]any{"BaseEndpoint": aws.String("https://localhost"), "EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled}}},
		{"base endpoint", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost:4566")}}},
		{"base endpoint of the configuration", settings{config: func(cfg *aws.Config) { cfg.BaseEndpoint = aws.String("http://localhost:1") }}},
		{"base endpoint with a slash", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/")}}},
		{"base endpoint with a path", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/some/path")}}},
		{"base endpoint with a path and a slash", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/some/path/")}}},
		{"base endpoint with a path to escape", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/ü b/c%2Fd/e+f")}}},
		{"base endpoint with a query", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/p?q=1#f")}}},
		{"base endpoint with a user", settings{options: map[string]any{"BaseEndpoint": aws.String("http://user:word@localhost/p")}}},
		{"base endpoint in upper case with the default port", settings{options: map[string]any{"BaseEndpoint": aws.String("https://EXAMPLE.com:443")}}},
		{"base endpoint with an IPv6 address", settings{options: map[string]any{"BaseEndpoint": aws.String("http://[::1]:8080")}}},
		{"endpoint resolver", settings{options: map[string]any{"EndpointResolverV2": staticEndpoint(local)}}},
		{"endpoint resolver with headers", settings{options: map[string]any{"EndpointResolverV2": staticEndpoint(withHeaders)}}},
		{"endpoint resolver with a signing name and Region", settings{options: map[string]any{"EndpointResolverV2": staticEndpoint(local,
			func(p *smithy.Properties) { smithyhttp.SetSigV4SigningName(p, "elsewhere") },
			func(p *smithy.Properties) { smithyhttp.SetSigV4SigningRegion(p, "mars-1") })}}},
		{"endpoint resolver with a path that is signed unescaped", settings{options: map[string]any{"EndpointResolverV2": staticEndpoint(
			smithyendpoints.Endpoint{URI: *parseURL("http://localhost/a%20b/c%2Fd")},
			func(p *smithy.Properties) { smithyhttp.SetDisableDoubleEncoding(p, true) })}}},
		{"endpoint resolver that fails", settings{options: map[string]any{"EndpointResolverV2": resolveFunc(
			func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
				return smithyendpoints.Endpoint{}, errors.New("no endpoint")
			})}}},
		{"parameters of the endpoint resolver", settings{
			options: map[string]any{"EndpointResolverV2": resolveFunc(parametersAsPath), "Region": "us-gov-west-1", "BaseEndpoint": aws.String("x y"),
				"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled, "EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateDisabled}}},
		{"parameters of the endpoint resolver without a Region", settings{options: map[string]any{"EndpointResolverV2": resolveFunc(parametersAsPath), "Region": ""}}},

		{"signing name", settings{ours: lightsail.WithSigV4SigningName("other"), official: official.WithSigV4SigningName("other")}},
		{"signing Region", settings{ours: lightsail.WithSigV4SigningRegion("moon-1"), official: official.WithSigV4SigningRegion("moon-1")}},
		{"signing Region overriding the endpoint resolver", settings{
			options: map[string]any{"EndpointResolverV2": staticEndpoint(local, func(p *smithy.Properties) { smithyhttp.SetSigV4SigningRegion(p, "mars-1") })},
			ours:    lightsail.WithSigV4SigningRegion("moon-1"), official: official.WithSigV4SigningRegion("moon-1")}},
		{"custom signer", settings{options: map[string]any{"HTTPSignerV4": recordingSigner{}}}},
		{"custom signer of unescaped paths", settings{options: map[string]any{"HTTPSignerV4": recordingSigner{}, "EndpointResolverV2": staticEndpoint(local,
			func(p *smithy.Properties) { smithyhttp.SetDisableDoubleEncoding(p, true) })}}},
		{"custom signer with a signing name", settings{options: map[string]any{"HTTPSignerV4": recordingSigner{}},
			ours: lightsail.WithSigV4SigningName("other"), official: official.WithSigV4SigningName("other")}},

		{"retries", settings{responders: []responder{unavailable, unavailable, success}}},
		{"retries with a fixed delay", settings{config: fixedBackoff, responders: []responder{respond(500, "{}"), respond(429, `{"__type":"ThrottlingException"}`), respond(200, "{}")}}},
		{"max attempts 5", settings{options: map[string]any{"RetryMaxAttempts": 5}, responders: []responder{unavailable}}},
		{"max attempts 1", settings{options: map[string]any{"RetryMaxAttempts": 1}, responders: []responder{unavailable}}},
		{"max attempts of the configuration", settings{config: func(cfg *aws.Config) { cfg.RetryMaxAttempts = 2 }, responders: []responder{unavailable}}},
		{"max attempts of the configuration overridden by options", settings{config: func(cfg *aws.Config) { cfg.RetryMaxAttempts = 2 },
			options: map[string]any{"RetryMaxAttempts": 4}, responders: []responder{unavailable}}},
		{"adaptive retry mode of the configuration", settings{config: func(cfg *aws.Config) { cfg.RetryMode = aws.RetryModeAdaptive }, responders: []responder{unavailable, success}, calls: 2}},
		{"adaptive retry mode of the options", settings{options: map[string]any{"RetryMode": aws.RetryModeAdaptive}, responders: []responder{unavailable, success}}},
		{"adaptive retry mode and max attempts 5", settings{options: map[string]any{"RetryMode": aws.RetryModeAdaptive, "RetryMaxAttempts": 5}, responders: []responder{unavailable}}},
		{"no retries", settings{options: map[string]any{"Retryer": aws.NopRetryer{}}, responders: []responder{unavailable}}},
		{"custom retryer", settings{options: map[string]any{"Retryer": customRetryer{}}, responders: []responder{respond(400, "{}", "Date", "")}}},
		{"custom retryer and max attempts", settings{options: map[string]any{"Retryer": customRetryer{}, "RetryMaxAttempts": 2}, responders: []responder{respond(400, "{}", "Date", "")}}},
		{"exhausted retry quota", settings{responders: []responder{unavailable}, calls: 60}},
		{"retry behavior of 2026", settings{env: map[string]string{"AWS_NEW_RETRIES_2026": "true"}, responders: []responder{unavailable}, calls: 30}},
		{"defaults mode", settings{config: func(cfg *aws.Config) { cfg.DefaultsMode = aws.DefaultsModeMobile }, responders: []responder{unavailable, success}}},

		{"log of retries", settings{logs: true, options: map[string]any{"ClientLogMode": aws.LogRetries}, responders: []responder{unavailable}, calls: 2,
			config: func(cfg *aws.Config) { cfg.AppID = "with a configuration" }}},
		{"log of an invalid Date header", settings{logs: true, responders: []responder{respond(200, "{}", "Date", "soon")}}},

		{"deadline", settings{context: withTimeout(time.Hour)}},
		{"deadline, server clock ahead", settings{config: fixedBackoff, context: withTimeout(time.Hour), calls: 2,
			responders: []responder{respondWithClock(7*time.Hour, 403, requestTimeTooSkewed), respondWithClock(7*time.Hour, 200, "{}")}}},
		{"deadline, server clock behind", settings{config: fixedBackoff, context: withTimeout(time.Hour), calls: 2,
			responders: []responder{respondWithClock(-7*time.Hour, 403, requestTimeTooSkewed), respondWithClock(-7*time.Hour, 200, "{}")}}},
		{"clock skew that disappears", settings{config: fixedBackoff, context: withTimeout(time.Hour), calls: 4,
			responders: []responder{respondWithClock(7*time.Hour, 200, "{}"), respondWithClock(0, 403, requestTimeTooSkewed), respondWithClock(0, 200, "{}")}}},
		{"clock skew correction disabled", settings{config: fixedBackoff, context: withTimeout(time.Hour), calls: 2, options: map[string]any{"DisableClockSkewCorrection": true},
			responders: []responder{respondWithClock(7*time.Hour, 403, requestTimeTooSkewed), respondWithClock(7*time.Hour, 200, "{}")}}},
		{"response with an Age header", settings{config: fixedBackoff, calls: 2, responders: []responder{respond(200, "{}", "Date", "Fri, 31 Dec 1999 00:00:00 GMT", "Age", "7"), respond(200, "{}")}}},
		{"invalid Date header", settings{calls: 2, responders: []responder{respond(200, "{}", "Date", "soon")}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, test.where = range []place{onClient, onCall, onNew} {
				if test.where == onNew && (test.config != nil || test.ours != nil) {
					continue // New takes no aws.Config
				}
				if test.where == onCall && test.options["HTTPSignerV4"] != nil {
					continue // the official client ignores the signer of a call
				}
				ours, reference := exchanges(t, test.settings, "GetBuckets", &lightsail.GetBucketsInput{BucketName: aws.String("b")})
				t.Log(test.where)
				assertSame(t, ours, reference)
			}
		})
	}
}

func parseURL(text string) *url.URL {
	u, err := url.Parse(text)
	if err != nil {
		panic(err)
	}
	return u
}

// parametersAsPath is an endpoint resolver that encodes its parameters in the path of
// the endpoint.
func parametersAsPath(p lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	u := parseURL("http://localhost")
	u.Path = "/" + aws.ToString(p.Region) + "/" + aws.ToString(p.Endpoint)
	switch {
	case p.Region == nil:
		u.Path += "/no Region"
	case p.UseFIPS == nil || p.UseDualStack == nil:
		u.Path += "/nil"
	case *p.UseFIPS:
		u.Path += "/FIPS"
	case *p.UseDualStack:
		u.Path += "/dual"
	}
	return smithyendpoints.Endpoint{URI: *u}, nil
}
