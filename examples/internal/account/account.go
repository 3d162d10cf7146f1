// Package account is what the examples share about the account that they work on:
// a made-up one, so that they run anywhere, or with -live that of who runs them.
package account

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// Flags say which account it is.
type Flags struct {
	Live        bool
	Region      string
	EndpointURL string
}

// Define adds the flags to those of a program. live tells what -live does.
func (f *Flags) Define(fs *flag.FlagSet, live string) {
	fs.StringVar(&f.Region, "region", "", "the `Region` (default as the AWS CLI has it; without -live us-east-1)")
	fs.StringVar(&f.EndpointURL, "endpoint-url", "", "call this `URL` instead of AWS; with -live only")
	fs.BoolVar(&f.Live, "live", false, live)
}

// Check tells which of the flags make no sense together.
func (f *Flags) Check() error {
	if f.EndpointURL != "" && !f.Live {
		return errors.New("-endpoint-url needs -live")
	}
	return nil
}

// Connect returns a client for the account, and what to call when it is not needed
// any more. The made-up account is a server that begins as madeUp says; notice is
// told about it on stderr.
func (f *Flags) Connect(ctx context.Context, stderr io.Writer, notice string, madeUp ...lightsailtest.Option) (
	client *lightsail.Client, disconnect func(), err error,
) {
	if !f.Live {
		region := lightsailtest.WithRegion(cmp.Or(f.Region, "us-east-1"))
		server, err := lightsailtest.Start(append(madeUp, region)...)
		if err != nil {
			return nil, nil, fmt.Errorf("starting the server of the made-up account: %w", err)
		}
		fmt.Fprintln(stderr, notice)
		return server.Client(), func() { server.Close() }, nil
	}
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(f.Region))
	if err != nil {
		return nil, nil, err
	}
	client = lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
		if f.EndpointURL != "" {
			o.BaseEndpoint = &f.EndpointURL
		}
	})
	return client, func() {}, nil
}
