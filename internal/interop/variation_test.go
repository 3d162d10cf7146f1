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

// sources are credentials that tell where they are from.
type sources struct {
	provider
	from []aws.CredentialSource
}

func (s sources) ProviderSources() []aws.CredentialSource { return s.from }

// steady makes retries wait for a fixed time, so that both clients send them at
// the same instant.
func steady(cfg *aws.Config) {
	cfg.Retryer = func() aws.Retryer {
		return retry.NewStandard(func(o *retry.StandardOptions) {
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 3 * time.Second, nil })
		})
	}
}

// stubborn is a retryer of a caller's own type.
type stubborn struct{ aws.NopRetryer }

func (stubborn) MaxAttempts() int                             { return 4 }
func (stubborn) IsErrorRetryable(error) bool                  { return true }
func (stubborn) RetryDelay(int, error) (time.Duration, error) { return time.Second, nil }

// stamp is a signer that writes down what it was given.
type stamp struct{}

func (stamp) SignHTTP(_ context.Context, c aws.Credentials, r *http.Request, hash, service, region string, at time.Time, optFns ...func(*v4.SignerOptions)) error {
	var o v4.SignerOptions
	for _, fn := range optFns {
		fn(&o)
	}
	r.Header["X-Stamp"] = []string{c.AccessKeyID, hash, service, region, at.String()}
	if o.DisableURIPathEscaping {
		r.Header.Set("X-Raw", "path")
	}
	return nil
}

// endpoint is where a resolver of a caller's own sends requests.
func endpoint(uri smithyendpoints.Endpoint, properties ...func(*smithy.Properties)) resolve {
	return func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
		var option smithyauth.Option
		option.SchemeID = smithyauth.SchemeIDSigV4
		for _, set := range properties {
			set(&option.SignerProperties)
		}
		if len(properties) > 0 {
			smithyauth.SetAuthOptions(&uri.Properties, []*smithyauth.Option{&option})
		}
		return uri, nil
	}
}

// ahead answers with the clock of the service off by d.
func ahead(d time.Duration, status int, body string) answer {
	return func(r *http.Request) (*http.Response, error) {
		return reply(status, body, "Date", time.Now().Add(d).UTC().Format(http.TimeFormat))(r)
	}
}

var (
	busy   = reply(503, `{"__type":"ServiceUnavailable","message":"later"}`, "Date", "")
	well   = reply(200, `{"nextPageToken":"more"}`, "Date", "")
	skewed = `{"__type":"RequestTimeTooSkewed","message":"look at your clock"}`
)

// With every setting that both clients have, both send the same.
func TestSettings(t *testing.T) {
	local := smithyendpoints.Endpoint{URI: *parse("http://127.0.0.1:4566/base")}
	headed := local
	headed.Headers = http.Header{"X-Extra": {"one", "two"}, "User-Agent": {"mine"}, "Content-Type": {"text/plain"}, "X-Amz-Target": {"Other"}}

	for _, test := range []struct {
		name string
		settings
	}{
		{"default", settings{}},
		{"session token", settings{config: func(cfg *aws.Config) {
			cfg.Credentials = provider{Credentials: aws.Credentials{AccessKeyID: keys.AccessKeyID, SecretAccessKey: keys.SecretAccessKey, SessionToken: "a/session+token=="}}
		}}},
		{"credential sources", settings{options: map[string]any{"Credentials": sources{provider{Credentials: keys},
			[]aws.CredentialSource{aws.CredentialSourceEnvVars, aws.CredentialSourceIMDS, 999}}}}},
		{"no credential sources", settings{options: map[string]any{"Credentials": sources{provider{Credentials: keys}, nil}}}},
		{"cached credential sources", settings{options: map[string]any{"Credentials": aws.NewCredentialsCache(sources{provider{Credentials: keys},
			[]aws.CredentialSource{aws.CredentialSourceHTTP}})}}},
		{"no credentials", settings{config: func(cfg *aws.Config) { cfg.Credentials = nil }}},
		{"anonymous", settings{config: func(cfg *aws.Config) { cfg.Credentials = aws.AnonymousCredentials{} }}},
		{"failing credentials", settings{options: map[string]any{"Credentials": provider{err: errors.New("no keys today")}}}},

		{"application", settings{options: map[string]any{"AppID": "my app/1.0 (ü)"}}},
		{"application of the configuration", settings{config: func(cfg *aws.Config) { cfg.AppID = "cfg-app" }}},
		{"execution environment", settings{env: map[string]string{"AWS_EXECUTION_ENV": "AWS_Lambda_go 1.x"}}},
		{"Lambda", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "Root=1-2;Parent=3 4ü/\n;Sampled=1"}}},
		{"Lambda without a trace", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f"}}},
		{"Lambda with an empty trace", settings{env: map[string]string{"AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": ""}}},
		{"a trace without Lambda", settings{env: map[string]string{"_X_AMZN_TRACE_ID": "Root=1-2"}}},

		{"service options", settings{config: func(cfg *aws.Config) {
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(service string, o any) {
				set(o, map[string]any{"AppID": "for " + service, "Region": "sa-east-1"})
			})
		}}},
		{"service options and options", settings{options: map[string]any{"AppID": "mine"}, config: func(cfg *aws.Config) {
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(_ string, o any) { set(o, map[string]any{"AppID": "lost"}) })
		}}},

		{"another Region", settings{options: map[string]any{"Region": "us-west-2"}}},
		{"China", settings{options: map[string]any{"Region": "cn-north-1"}}},
		{"no Region but an address", settings{options: map[string]any{"Region": "", "BaseEndpoint": aws.String("https://localhost")}}},
		{"FIPS", settings{options: map[string]any{"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled}}},
		{"dual stack", settings{options: map[string]any{"EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateEnabled}}},
		{"FIPS and dual stack", settings{options: map[string]any{
			"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled, "EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateEnabled}}},
		{"plain HTTP", settings{options: map[string]any{"EndpointOptions.DisableHTTPS": true}}},
		{"plain HTTP to an address", settings{options: map[string]any{"EndpointOptions.DisableHTTPS": true, "BaseEndpoint": aws.String("https://localhost/x")}}},
		{"FIPS and an address", settings{options: map[string]any{"BaseEndpoint": aws.String("https://localhost"), "EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled}}},
		{"address", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost:4566")}}},
		{"address of the configuration", settings{config: func(cfg *aws.Config) { cfg.BaseEndpoint = aws.String("http://localhost:1") }}},
		{"address with a slash", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/")}}},
		{"address with a path", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/some/path")}}},
		{"address with a path and a slash", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/some/path/")}}},
		{"address with a path to escape", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/ü b/c%2Fd/e+f")}}},
		{"address with a query", settings{options: map[string]any{"BaseEndpoint": aws.String("http://localhost/p?q=1#f")}}},
		{"address with a user", settings{options: map[string]any{"BaseEndpoint": aws.String("http://user:word@localhost/p")}}},
		{"address in capitals with the scheme's port", settings{options: map[string]any{"BaseEndpoint": aws.String("https://EXAMPLE.com:443")}}},
		{"address of IPv6", settings{options: map[string]any{"BaseEndpoint": aws.String("http://[::1]:8080")}}},
		{"resolver", settings{options: map[string]any{"EndpointResolverV2": endpoint(local)}}},
		{"resolver with headers", settings{options: map[string]any{"EndpointResolverV2": endpoint(headed)}}},
		{"resolver with a scope", settings{options: map[string]any{"EndpointResolverV2": endpoint(local,
			func(p *smithy.Properties) { smithyhttp.SetSigV4SigningName(p, "elsewhere") },
			func(p *smithy.Properties) { smithyhttp.SetSigV4SigningRegion(p, "mars-1") })}}},
		{"resolver with a path signed raw", settings{options: map[string]any{"EndpointResolverV2": endpoint(
			smithyendpoints.Endpoint{URI: *parse("http://localhost/a%20b/c%2Fd")},
			func(p *smithy.Properties) { smithyhttp.SetDisableDoubleEncoding(p, true) })}}},
		{"resolver that fails", settings{options: map[string]any{"EndpointResolverV2": resolve(
			func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
				return smithyendpoints.Endpoint{}, errors.New("nowhere to go")
			})}}},
		{"resolver that is told", settings{
			options: map[string]any{"EndpointResolverV2": resolve(told), "Region": "us-gov-west-1", "BaseEndpoint": aws.String("x y"),
				"EndpointOptions.UseFIPSEndpoint": aws.FIPSEndpointStateEnabled, "EndpointOptions.UseDualStackEndpoint": aws.DualStackEndpointStateDisabled}}},
		{"resolver without a Region", settings{options: map[string]any{"EndpointResolverV2": resolve(told), "Region": ""}}},

		{"signing name", settings{ours: lightsail.WithSigV4SigningName("other"), theirs: official.WithSigV4SigningName("other")}},
		{"signing Region", settings{ours: lightsail.WithSigV4SigningRegion("moon-1"), theirs: official.WithSigV4SigningRegion("moon-1")}},
		{"signing Region over a resolver's", settings{
			options: map[string]any{"EndpointResolverV2": endpoint(local, func(p *smithy.Properties) { smithyhttp.SetSigV4SigningRegion(p, "mars-1") })},
			ours:    lightsail.WithSigV4SigningRegion("moon-1"), theirs: official.WithSigV4SigningRegion("moon-1")}},
		{"signer", settings{options: map[string]any{"HTTPSignerV4": stamp{}}}},
		{"signer of raw paths", settings{options: map[string]any{"HTTPSignerV4": stamp{}, "EndpointResolverV2": endpoint(local,
			func(p *smithy.Properties) { smithyhttp.SetDisableDoubleEncoding(p, true) })}}},
		{"signer of a scope", settings{options: map[string]any{"HTTPSignerV4": stamp{}},
			ours: lightsail.WithSigV4SigningName("other"), theirs: official.WithSigV4SigningName("other")}},

		{"retries", settings{answers: []answer{busy, busy, well}}},
		{"retries of a steady retryer", settings{config: steady, answers: []answer{reply(500, "{}"), reply(429, `{"__type":"ThrottlingException"}`), reply(200, "{}")}}},
		{"five attempts", settings{options: map[string]any{"RetryMaxAttempts": 5}, answers: []answer{busy}}},
		{"one attempt", settings{options: map[string]any{"RetryMaxAttempts": 1}, answers: []answer{busy}}},
		{"attempts of the configuration", settings{config: func(cfg *aws.Config) { cfg.RetryMaxAttempts = 2 }, answers: []answer{busy}}},
		{"attempts of the configuration and of options", settings{config: func(cfg *aws.Config) { cfg.RetryMaxAttempts = 2 },
			options: map[string]any{"RetryMaxAttempts": 4}, answers: []answer{busy}}},
		{"adaptive retries", settings{config: func(cfg *aws.Config) { cfg.RetryMode = aws.RetryModeAdaptive }, answers: []answer{busy, well}, calls: 2}},
		{"adaptive retries by options", settings{options: map[string]any{"RetryMode": aws.RetryModeAdaptive}, answers: []answer{busy, well}}},
		{"adaptive retries and five attempts", settings{options: map[string]any{"RetryMode": aws.RetryModeAdaptive, "RetryMaxAttempts": 5}, answers: []answer{busy}}},
		{"no retries", settings{options: map[string]any{"Retryer": aws.NopRetryer{}}, answers: []answer{busy}}},
		{"a retryer of another type", settings{options: map[string]any{"Retryer": stubborn{}}, answers: []answer{reply(400, "{}", "Date", "")}}},
		{"a retryer of another type, and attempts", settings{options: map[string]any{"Retryer": stubborn{}, "RetryMaxAttempts": 2}, answers: []answer{reply(400, "{}", "Date", "")}}},
		{"a retry quota that runs out", settings{answers: []answer{busy}, calls: 60}},
		{"a retry quota of 2026", settings{env: map[string]string{"AWS_NEW_RETRIES_2026": "true"}, answers: []answer{busy}, calls: 30}},
		{"defaults mode", settings{config: func(cfg *aws.Config) { cfg.DefaultsMode = aws.DefaultsModeMobile }, answers: []answer{busy, well}}},

		{"log of retries", settings{logs: true, options: map[string]any{"ClientLogMode": aws.LogRetries}, answers: []answer{busy}, calls: 2,
			config: func(cfg *aws.Config) { cfg.AppID = "with a configuration" }}},
		{"log of a bad date", settings{logs: true, answers: []answer{reply(200, "{}", "Date", "soon")}}},

		{"deadline", settings{context: within(time.Hour)}},
		{"deadline and a fast clock there", settings{config: steady, context: within(time.Hour), calls: 2,
			answers: []answer{ahead(7*time.Hour, 403, skewed), ahead(7*time.Hour, 200, "{}")}}},
		{"deadline and a slow clock there", settings{config: steady, context: within(time.Hour), calls: 2,
			answers: []answer{ahead(-7*time.Hour, 403, skewed), ahead(-7*time.Hour, 200, "{}")}}},
		{"clocks that come together", settings{config: steady, context: within(time.Hour), calls: 4,
			answers: []answer{ahead(7*time.Hour, 200, "{}"), ahead(0, 403, skewed), ahead(0, 200, "{}")}}},
		{"clock without correction", settings{config: steady, context: within(time.Hour), calls: 2, options: map[string]any{"DisableClockSkewCorrection": true},
			answers: []answer{ahead(7*time.Hour, 403, skewed), ahead(7*time.Hour, 200, "{}")}}},
		{"clock of a cache", settings{config: steady, calls: 2, answers: []answer{reply(200, "{}", "Date", "Fri, 31 Dec 1999 00:00:00 GMT", "Age", "7"), reply(200, "{}")}}},
		{"no clock", settings{calls: 2, answers: []answer{reply(200, "{}", "Date", "soon")}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, test.where = range []place{onClient, onCall, onNew} {
				if test.where == onNew && (test.config != nil || test.ours != nil) {
					continue // New takes no configuration
				}
				if test.where == onCall && test.options["HTTPSignerV4"] != nil {
					continue // the official client ignores a signer of the call
				}
				ours, theirs := exchanges(t, test.settings, "GetBuckets", &lightsail.GetBucketsInput{BucketName: aws.String("b")})
				t.Log(test.where)
				same(t, ours, theirs)
			}
		})
	}
}

func parse(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	return u
}

// told sends requests to an address that says what the resolver was given.
func told(p lightsail.EndpointParameters) (smithyendpoints.Endpoint, error) {
	u := parse("http://localhost")
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
