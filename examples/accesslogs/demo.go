package main

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

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
