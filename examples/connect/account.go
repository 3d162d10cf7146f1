package main

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// account returns a client for the account to work on, and what to call when it
// is not needed any more.
func account(ctx context.Context, o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
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

// demoNames are the instances of the made-up account.
const demoNames = "web-1, starting-1 and windows-1"

// demo starts a server with a made-up account.
func demo(o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	region := o.region
	if region == "" {
		region = "us-east-1"
	}
	server, err := lightsailtest.Start(lightsailtest.WithRegion(region), lightsailtest.WithInstances(
		lightsailtest.Instance{Name: "web-1"},
		lightsailtest.Instance{Name: "starting-1", NotReady: 1},
		lightsailtest.Instance{Name: "windows-1", Platform: types.InstancePlatformWindows},
	))
	if err != nil {
		return nil, nil, fmt.Errorf("starting the server of the made-up account: %w", err)
	}
	fmt.Fprintln(stderr, "This is a made-up account. For yours, see -live in connect -help.")
	return server.Client(), func() { server.Close() }, nil
}
