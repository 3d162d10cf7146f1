package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// plan lists the buckets and returns a report with the change to apply to each. It
// does not modify anything.
func plan(ctx context.Context, client *lightsail.Client, o *options, progress *terminal.Progress) (*report, error) {
	r := &report{Region: client.Options().Region, DryRun: o.dryRun, Buckets: []*change{}}
	found := map[string]bool{}
	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return nil, fmt.Errorf("list buckets: %w", err)
		}
		name := aws.ToString(bucket.Name)
		found[name] = true
		progress.Show("listing buckets: %d", len(found))
		if len(o.buckets) == 0 || slices.Contains(o.buckets, name) {
			r.Buckets = append(r.Buckets, o.planBucket(bucket))
		}
	}

	// A new destination comes first, because the other changes need it.
	if !o.disable && !found[o.destination] {
		if !o.create {
			return nil, fmt.Errorf("destination bucket %s does not exist in this Region: use -create to create it", o.destination)
		}
		found[o.destination] = true
		r.Buckets = slices.Insert(r.Buckets, 0, &change{Bucket: o.destination, Result: toCreate})
	}
	for _, name := range o.buckets {
		if !found[name] {
			found[name] = true
			r.Buckets = append(r.Buckets, &change{Bucket: name, Result: failed, Reason: "bucket does not exist in this Region"})
		}
	}
	return r, nil
}

// planBucket returns the change to apply to one bucket.
func (o *options) planBucket(bucket types.Bucket) *change {
	config := logConfig(bucket)
	c := &change{Bucket: aws.ToString(bucket.Name), Before: config, After: config}
	want := o.want(c.Bucket)
	switch {
	case !o.disable && c.Bucket == o.destination:
		c.Result, c.Reason = skipped, "log destination"
	case equal(c.Before, want):
		c.Result, c.Reason = skipped, "already configured"
	case o.disable && o.destination != "" && aws.ToString(c.Before.Destination) != o.destination:
		c.Result, c.Reason = skipped, "not logged to "+o.destination
	default:
		c.Result, c.Want = toUpdate, want
	}
	return c
}

// want returns the access log configuration that a bucket should have.
func (o *options) want(bucket string) *types.BucketAccessLogConfig {
	if o.disable {
		return lightsail.AccessLogOff()
	}
	return lightsail.AccessLogOn(o.destination, strings.ReplaceAll(o.prefix, "{bucket}", bucket))
}

// logConfig returns the access log configuration of a bucket. If the bucket has
// none, access logging is off.
func logConfig(bucket types.Bucket) *types.BucketAccessLogConfig {
	if bucket.AccessLogConfig == nil {
		return lightsail.AccessLogOff()
	}
	return bucket.AccessLogConfig
}

// equal reports whether two configurations have the same effect.
func equal(a, b *types.BucketAccessLogConfig) bool { return logPath(a) == logPath(b) }

// logPath returns the bucket and the prefix that the logs are written to, or "off".
func logPath(c *types.BucketAccessLogConfig) string {
	if !aws.ToBool(c.Enabled) {
		return "off"
	}
	return aws.ToString(c.Destination) + "/" + aws.ToString(c.Prefix)
}
