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

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/smithy-go/logging"

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

	// DefaultRegion is the Region with -live if neither Region nor the AWS settings of
	// the user have one. If it is empty, Connect returns an error.
	DefaultRegion string
}

// Define defines the flags in fs. The help text of -live is liveUsage.
func (f *Flags) Define(fs *flag.FlagSet, liveUsage string) {
	fs.Func("region", "AWS `Region` (default with -live: the Region of the AWS CLI;\n"+
		"otherwise us-east-1)", func(s string) error {
		f.Region = s
		return CheckRegion(s)
	})
	fs.Func("endpoint-url", "send requests to this `URL` instead of AWS; requires -live", func(s string) error {
		// Check validates it, because package flag would print the URL, which can contain
		// a password.
		f.EndpointURL = s
		if s == "" {
			return errors.New("empty URL")
		}
		return nil
	})
	fs.BoolVar(&f.Live, "live", false, liveUsage)
}

// Check validates the combination of flags.
func (f *Flags) Check() error {
	if f.EndpointURL != "" && !f.Live {
		return errors.New("-endpoint-url requires -live")
	}
	if f.EndpointURL != "" {
		if err := checkEndpoint(f.EndpointURL); err != nil {
			return fmt.Errorf("-endpoint-url %w", err)
		}
	}
	return nil
}

// Connect returns a client for the account. The caller must call disconnect when
// it no longer needs the client.
//
// Without -live, Connect starts a test server with the options demo and prints
// notice to stderr. The Region of the server is that of the flags, unless demo has
// others.
//
// With -live, Connect returns an error if there is no Region, or if there are no
// credentials. [Explain] describes errors of the client's calls.
func (f *Flags) Connect(ctx context.Context, stderr io.Writer, notice string, demo ...lightsailtest.Option) (
	client *lightsail.Client, disconnect func(), err error,
) {
	if !f.Live {
		region := lightsailtest.WithRegions(cmp.Or(f.Region, "us-east-1"))
		server, err := lightsailtest.Start(append([]lightsailtest.Option{region}, demo...)...)
		if err != nil {
			return nil, nil, fmt.Errorf("start the server of the demo account: %w", err)
		}
		fmt.Fprintln(stderr, notice)
		return server.Client(), func() { server.Close() }, nil
	}
	cfg, err := f.config(ctx)
	if err != nil {
		return nil, nil, err
	}
	client = lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
		if f.EndpointURL != "" {
			o.BaseEndpoint = &f.EndpointURL
		}
	})
	if endpoint := client.Options().BaseEndpoint; endpoint != nil {
		if err := checkEndpoint(*endpoint); err != nil {
			return nil, nil, fmt.Errorf("AWS_ENDPOINT_URL, or the profile's endpoint_url, %w", err)
		}
	}
	return client, func() {}, nil
}

// config returns the AWS settings of the user. It checks what would otherwise fail in
// the first call, with an error that does not say what to set.
func (f *Flags) config(ctx context.Context) (aws.Config, error) {
	// The SDK logs, for example, that it cannot reach the metadata service of EC2.
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(f.Region), config.WithLogger(logging.Nop{}))
	if err != nil {
		return cfg, settingsError(err)
	}
	cfg.Region = cmp.Or(cfg.Region, f.DefaultRegion)
	if cfg.Region == "" {
		return cfg, errors.New("no Region: set -region or AWS_REGION")
	}
	if err := CheckRegion(cfg.Region); err != nil {
		return cfg, fmt.Errorf("AWS_REGION or the profile's region: invalid value %q: %w", cfg.Region, err)
	}
	if cfg.Credentials != nil {
		// A client gets these credentials from the cache of cfg.
		if _, err := cfg.Credentials.Retrieve(ctx); err != nil {
			return cfg, credentialsError(ctx, err)
		}
	}
	return cfg, nil
}
