package main

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

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
