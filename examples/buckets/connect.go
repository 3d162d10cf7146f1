package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// connect returns a client for the account to work on, and what to call when it
// is not needed any more.
func connect(ctx context.Context, o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	if !o.live {
		return demo(o, stderr)
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(o.region))
	if err != nil {
		return nil, nil, err
	}
	client := lightsail.NewFromConfig(cfg, func(options *lightsail.Options) {
		if o.endpointURL != "" {
			options.BaseEndpoint = &o.endpointURL
		}
	})
	return client, func() {}, nil
}

// The names in the made-up account. Its instance is all that is there at first.
const (
	demoName        = "example-bucket"
	demoDestination = "example-bucket-logs"
	demoInstance    = "web-1"
)

// demo starts a server with a made-up account.
func demo(o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	server, err := lightsailtest.Start(
		lightsailtest.WithRegion(cmp.Or(o.region, "us-east-1")),
		lightsailtest.WithInstances(lightsailtest.Instance{Name: demoInstance}),
	)
	if err != nil {
		return nil, nil, fmt.Errorf("starting the server of the made-up account: %w", err)
	}
	fmt.Fprintln(stderr, "This is a made-up account. For yours, see -live in buckets -help.")
	return server.Client(), func() { server.Close() }, nil
}
