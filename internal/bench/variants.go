package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
)

const region = "us-east-1"

// sessionToken has about the length of the session token of an IAM role.
var sessionToken = strings.Repeat("IQoJb3JpZ2luX2Vj", 48)

// A variant is one of the clients or decoders that are compared. Its value is the
// index of its column.
type variant int

const (
	officialClient   variant = iota
	middlewareClient         // this module's client on the middleware path
	thisClient               // this module's client on the direct path
	baselineClient
	encodingJSON // this and the following are decoders only
	sonicStd
	sonicFastest
	goJSON
	jsonIterator
	numVariants
)

// clientVariants are the variants of a task, decoderVariants those of a decoding.
var (
	clientVariants  = []variant{officialClient, middlewareClient, thisClient, baselineClient}
	decoderVariants = append([]variant{thisClient}, otherDecoders...)
	otherDecoders   = []variant{encodingJSON, sonicStd, sonicFastest, goJSON, jsonIterator}
)

func (v variant) String() string {
	return [...]string{"official", "ours, middleware path", "ours", "baseline",
		"encoding/json", "sonic, ConfigStd", "sonic, ConfigFastest", "go-json", "json-iterator"}[v]
}

// config returns the configuration that all variants use. The credentials are
// invented.
func config(t transport, client lightsail.HTTPClient, sessionToken string) aws.Config {
	cfg := aws.Config{
		Region:     region,
		HTTPClient: client,
		Credentials: aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI", SessionToken: sessionToken}, nil
		})),
	}
	if t.url != "" {
		cfg.BaseEndpoint = aws.String(t.url)
	}
	return cfg
}

// calls creates a client of each of clientVariants and returns, by variant, the
// function that performs the task with it.
func calls(ctx context.Context, t *task, via transport) (map[variant]call, error) {
	direct := lightsail.NewFromConfig(config(via, via.http(t), t.sessionToken))
	instrumented := lightsail.NewFromConfig(config(via, via.http(t), t.sessionToken),
		lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil }))
	reference := official.NewFromConfig(config(via, via.http(t), t.sessionToken))
	base, err := newBaseline(ctx, config(via, via.http(t), t.sessionToken))
	return map[variant]call{
		officialClient:   func(ctx context.Context) (int, error) { return t.official(ctx, reference) },
		middlewareClient: func(ctx context.Context) (int, error) { return t.ours(ctx, instrumented) },
		thisClient:       func(ctx context.Context) (int, error) { return t.ours(ctx, direct) },
		baselineClient:   func(ctx context.Context) (int, error) { return t.baseline(ctx, base) },
	}, err
}

// newBaseline returns a baseline with the settings of cfg and the User-Agent
// header of this module's client.
func newBaseline(ctx context.Context, cfg aws.Config) (*baseline, error) {
	b := &baseline{http: cfg.HTTPClient, signer: v4.NewSigner(), url: "https://lightsail." + region + ".amazonaws.com/"}
	if cfg.BaseEndpoint != nil {
		b.url = *cfg.BaseEndpoint + "/"
	}
	var err error
	if b.credentials, err = cfg.Credentials.Retrieve(ctx); err != nil {
		return nil, err
	}
	cfg.HTTPClient = clientFunc(func(req *http.Request) (*http.Response, error) {
		b.userAgent = req.Header.Get("User-Agent")
		return fakeClient(`{}`).Do(req)
	})
	_, err = lightsail.NewFromConfig(cfg).GetBuckets(ctx, nil)
	return b, err
}

// clientFunc is an HTTP client that calls a function.
type clientFunc func(*http.Request) (*http.Response, error)

// Do implements [lightsail.HTTPClient].
func (f clientFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }
