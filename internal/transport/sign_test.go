package transport

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/metrics"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// A countingSigner stands for the default signer and counts its calls.
type countingSigner struct{ calls int }

func (s *countingSigner) SignHTTP(context.Context, aws.Credentials, *http.Request, string, string, string, time.Time, ...func(*v4.SignerOptions)) error {
	s.calls++
	return nil
}

// uncomparableSigner is a signer of a type whose values cannot be compared.
type uncomparableSigner struct {
	*countingSigner
	_ []int
}

// TestSignShortcut checks which signer signs: sigv4, or the one of the options.
func TestSignShortcut(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(c *Config, s *scope, r *http.Request, hash *string)
		want   bool // sigv4 signs
	}{
		{"default signer", func(*Config, *scope, *http.Request, *string) {}, true},
		{"keys of a role", func(c *Config, _ *scope, _ *http.Request, _ *string) {
			c.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{AccessKeyID: "id", SecretAccessKey: "key", SessionToken: "token"}, nil
			})
		}, true},
		{"single encoding of the path", func(_ *Config, s *scope, _ *http.Request, _ *string) { s.disableDoubleEncoding = true }, true},
		{"logs of requests and retries", func(c *Config, _ *scope, _ *http.Request, _ *string) {
			c.ClientLogMode = aws.LogRequest | aws.LogRetries
		}, true},

		{"logs of signatures", func(c *Config, _ *scope, _ *http.Request, _ *string) { c.ClientLogMode = aws.LogSigning }, false},
		{"another signer of the same type", func(c *Config, _ *scope, _ *http.Request, _ *string) { c.DefaultSigner = new(countingSigner) }, false},
		{"signer of another type", func(c *Config, _ *scope, _ *http.Request, _ *string) {
			c.Signer = uncomparableSigner{countingSigner: c.Signer.(*countingSigner)}
		}, false},
		{"no default signer", func(c *Config, _ *scope, _ *http.Request, _ *string) { c.DefaultSigner = nil }, false},
		{"header of middleware", func(_ *Config, _ *scope, r *http.Request, _ *string) { r.Header.Set("X-Custom", "a") }, false},
		{"query of middleware", func(_ *Config, _ *scope, r *http.Request, _ *string) { r.URL.RawQuery = "a=b" }, false},
		{"method of middleware", func(_ *Config, _ *scope, r *http.Request, _ *string) { r.Method = http.MethodPut }, false},
		{"payload hash of middleware", func(_ *Config, _ *scope, _ *http.Request, hash *string) { *hash = "UNSIGNED-PAYLOAD" }, false},
		{"path that is escaped", func(_ *Config, _ *scope, r *http.Request, _ *string) { r.URL.Path = "/a b" }, false},
		{"host that v4.Signer changes", func(_ *Config, _ *scope, r *http.Request, _ *string) { r.URL.Host = "[::1]:443" }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			signer := new(countingSigner)
			config := Config{
				Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
					return aws.Credentials{AccessKeyID: "id", SecretAccessKey: "key"}, nil
				}),
				DefaultSigner: signer,
				Logger:        logging.Nop{},
				MeterProvider: metrics.NopMeterProvider{},
				Retryer:       retry.NewStandard(),
				Signer:        signer,
			}
			s := scope{name: signingName, region: "us-east-1"}
			r := &http.Request{
				Method: http.MethodPost,
				URL:    &url.URL{Scheme: "https", Host: "localhost", Path: "/"},
				Header: http.Header{
					"Content-Type":          {contentType},
					"X-Amz-Target":          {targetPrefix + "GetBuckets"},
					"Amz-Sdk-Invocation-Id": {"id"},
					"Amz-Sdk-Request":       {"attempt=1; max=3"},
				},
				ContentLength: 2,
			}
			bodyHash := hash([]byte("{}"))
			test.change(&config, &s, r, &bodyHash)
			c := &call{config: NewConfig(config, nil)}
			credentials, err := c.config.credentials(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if err := c.sign(t.Context(), r, bodyHash, credentials, s, 0, new(sigv4.Values)); err != nil {
				t.Fatal(err)
			}
			got := r.Header.Get("Authorization") != ""
			if got != test.want || signer.calls > 0 == test.want {
				t.Errorf("signed by sigv4: %t, calls of the other signer: %d; want %t", got, signer.calls, test.want)
			}
		})
	}
}
