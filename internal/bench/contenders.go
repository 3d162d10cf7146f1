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

// roleToken is a session token about as long as those that come with a role.
var roleToken = strings.Repeat("IQoJb3JpZ2luX2Vj", 48)

// A contender is one of those that are compared. Its value is its column.
type contender int

const (
	officialClient contender = iota
	watchedClient            // this module's client, with a function in its APIOptions
	thisClient               // this module's client
	floorClient
	contenders
)

func (c contender) String() string {
	return [...]string{"official", "ours, watched", "ours", "floor"}[c]
}

// config is the configuration that all contenders get. The keys protect nothing.
func config(w wire, client lightsail.HTTPClient, sessionToken string) aws.Config {
	cfg := aws.Config{
		Region:     region,
		HTTPClient: client,
		Credentials: aws.NewCredentialsCache(aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI", SessionToken: sessionToken}, nil
		})),
	}
	if w.url != "" {
		cfg.BaseEndpoint = aws.String(w.url)
	}
	return cfg
}

// calls makes a client of every kind and returns how each does the task.
func calls(ctx context.Context, t *task, w wire) ([contenders]call, error) {
	ours := lightsail.NewFromConfig(config(w, w.http(t), t.sessionToken))
	watched := lightsail.NewFromConfig(config(w, w.http(t), t.sessionToken),
		lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil }))
	theirs := official.NewFromConfig(config(w, w.http(t), t.sessionToken))
	hand, err := newFloor(ctx, config(w, w.http(t), t.sessionToken))
	return [contenders]call{
		officialClient: func(ctx context.Context) (int, error) { return t.official(ctx, theirs) },
		watchedClient:  func(ctx context.Context) (int, error) { return t.ours(ctx, watched) },
		thisClient:     func(ctx context.Context) (int, error) { return t.ours(ctx, ours) },
		floorClient:    func(ctx context.Context) (int, error) { return t.floor(ctx, hand) },
	}, err
}

// newFloor makes a floor that sends what cfg says, with the User-Agent header of
// this module's client.
func newFloor(ctx context.Context, cfg aws.Config) (*floor, error) {
	f := &floor{http: cfg.HTTPClient, signer: v4.NewSigner(), url: "https://lightsail." + region + ".amazonaws.com/"}
	if cfg.BaseEndpoint != nil {
		f.url = *cfg.BaseEndpoint + "/"
	}
	var err error
	if f.credentials, err = cfg.Credentials.Retrieve(ctx); err != nil {
		return nil, err
	}
	cfg.HTTPClient = clientFunc(func(req *http.Request) (*http.Response, error) {
		f.userAgent = req.Header.Get("User-Agent")
		return fakeClient(`{}`).Do(req)
	})
	_, err = lightsail.NewFromConfig(cfg).GetBuckets(ctx, nil)
	return f, err
}

// A clientFunc is an HTTP client.
type clientFunc func(*http.Request) (*http.Response, error)

// Do sends a request.
func (f clientFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }
