package main

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
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

// demo starts a server with a made-up account.
func demo(o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	region := o.region
	if region == "" {
		region = "us-east-1"
	}
	server, err := lightsailtest.Start(lightsailtest.WithRegion(region), lightsailtest.WithBuckets(demoBuckets()...))
	if err != nil {
		return nil, nil, fmt.Errorf("starting the server of the made-up account: %w", err)
	}
	fmt.Fprintln(stderr, "This is a made-up account. For yours, see -live in accesslogs -help.")
	return server.Client(), func() { server.Close() }, nil
}

// demoBuckets are the buckets of the made-up account: a few pages of them, most
// without logging, some with.
func demoBuckets() []types.Bucket {
	logs := func(destination, prefix string) *types.BucketAccessLogConfig {
		return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination, Prefix: &prefix}
	}
	logged := map[string]*types.BucketAccessLogConfig{
		"billing-prod": logs(demoDestination, "billing-prod/"),
		"orders-prod":  logs(demoDestination, "orders-prod/"),
		"photos-prod":  logs(demoDestination, "photos/"),
		"search-prod":  logs("old-logs", "search-prod/"),
		"videos-dev":   {Enabled: aws.Bool(false)},
	}
	names := []string{demoDestination, "old-logs"}
	for _, app := range []string{
		"backups", "billing", "blog", "docs", "downloads", "mail",
		"orders", "photos", "reports", "search", "videos", "website",
	} {
		names = append(names, app+"-dev", app+"-prod", app+"-staging")
	}
	buckets := make([]types.Bucket, len(names))
	for i, name := range names {
		buckets[i] = types.Bucket{Name: &name, AccessLogConfig: logged[name]}
	}
	return buckets
}
