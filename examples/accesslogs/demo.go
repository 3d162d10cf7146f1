package main

import (
	"cmp"
	"context"
	"io"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// demoRegion has buckets in the demo account, besides the first Region that the flags
// select.
const demoRegion = "eu-central-1"

// connectDemo starts the server of the demo account and returns a client for it.
func connectDemo(ctx context.Context, o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	regions := slices.Clone(o.regions)
	if o.allRegions {
		for _, region := range types.RegionName("").Values() {
			regions = append(regions, string(region))
		}
	}
	if len(regions) == 0 {
		regions = []string{cmp.Or(o.account.Region, "us-east-1")}
	}
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice,
		lightsailtest.WithRegions(regions[0], regions[1:]...), lightsailtest.WithBuckets(demoBuckets()...))
	if err != nil || !slices.Contains(regions[1:], demoRegion) {
		return client, disconnect, err
	}
	for _, name := range []string{"photos-eu", "website-eu"} {
		in := &lightsail.CreateBucketInput{BucketName: &name, BundleId: aws.String("small_1_0")}
		if _, err := client.CreateBucket(ctx, in, func(o *lightsail.Options) { o.Region = demoRegion }); err != nil {
			disconnect()
			return nil, nil, err
		}
	}
	return client, disconnect, nil
}

// demoBuckets returns the buckets of the demo account. They fill several pages.
// Most of them have access logging turned off.
func demoBuckets() []types.Bucket {
	logsTo := func(destination, prefix string) *types.BucketAccessLogConfig {
		return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination, Prefix: &prefix}
	}
	configs := map[string]*types.BucketAccessLogConfig{
		"billing-prod": logsTo(demoDestination, "billing-prod/"),
		"orders-prod":  logsTo(demoDestination, "orders-prod/"),
		"photos-prod":  logsTo(demoDestination, "photos/"),
		"search-prod":  logsTo("old-logs", "search-prod/"),
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
		buckets[i] = types.Bucket{Name: &name, AccessLogConfig: configs[name]}
	}
	return buckets
}
