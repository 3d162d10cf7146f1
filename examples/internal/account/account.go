// Package account connects the example programs to a Lightsail account: a demo
// account, which needs no credentials, or the account of the user.
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

// DemoNotice is the usual notice for [Flags.Connect].
const DemoNotice = "Demo account. Use -live to run against your own."

// Flags holds the values of the flags that select the account.
type Flags struct {
	Live        bool
	Region      string
	EndpointURL string
}

// Define defines the flags in fs. The help text of -live is liveUsage.
func (f *Flags) Define(fs *flag.FlagSet, liveUsage string) {
	fs.StringVar(&f.Region, "region", "", "AWS `Region` (default with -live: the Region of the AWS CLI; otherwise us-east-1)")
	fs.StringVar(&f.EndpointURL, "endpoint-url", "", "send requests to this `URL` instead of AWS; requires -live")
	fs.BoolVar(&f.Live, "live", false, liveUsage)
}

// Check validates the combination of flags.
func (f *Flags) Check() error {
	if f.EndpointURL != "" && !f.Live {
		return errors.New("-endpoint-url requires -live")
	}
	return nil
}

// Connect returns a client for the account. The caller must call disconnect when
// it no longer needs the client.
//
// Without -live, Connect starts a test server with the options demo and prints
// notice to stderr.
func (f *Flags) Connect(ctx context.Context, stderr io.Writer, notice string, demo ...lightsailtest.Option) (
	client *lightsail.Client, disconnect func(), err error,
) {
	if !f.Live {
		region := lightsailtest.WithRegions(cmp.Or(f.Region, "us-east-1"))
		server, err := lightsailtest.Start(append(demo, region)...)
		if err != nil {
			return nil, nil, fmt.Errorf("start the server of the demo account: %w", err)
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
