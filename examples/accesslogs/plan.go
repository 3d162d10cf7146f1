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

// plan lists the buckets and finds out what is to be done with each. It changes
// nothing.
func plan(ctx context.Context, client *lightsail.Client, o *options, tell *terminal.Progress) (*report, error) {
	r := &report{Region: client.Options().Region, DryRun: o.dryRun, Buckets: []*change{}}
	found := map[string]bool{}
	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return nil, fmt.Errorf("listing the buckets: %w", err)
		}
		name := aws.ToString(bucket.Name)
		found[name] = true
		tell.Show("listing the buckets: %d", len(found))
		if len(o.buckets) == 0 || slices.Contains(o.buckets, name) {
			r.Buckets = append(r.Buckets, o.planOne(bucket))
		}
	}

	// A destination that is made comes first: the others need it.
	if !o.disable && !found[o.destination] {
		if !o.create {
			return nil, fmt.Errorf("there is no bucket %s in this Region to log to: -create makes it", o.destination)
		}
		found[o.destination] = true
		r.Buckets = slices.Insert(r.Buckets, 0, &change{Bucket: o.destination, Result: toCreate})
	}
	for _, name := range o.buckets {
		if !found[name] {
			found[name] = true
			r.Buckets = append(r.Buckets, &change{Bucket: name, Result: failed, Reason: "there is no such bucket in this Region"})
		}
	}
	return r, nil
}

// planOne finds out what is to be done with one bucket.
func (o *options) planOne(bucket types.Bucket) *change {
	c := &change{Bucket: aws.ToString(bucket.Name), Was: logging(bucket), Is: logging(bucket)}
	want := o.want(c.Bucket)
	switch {
	case !o.disable && c.Bucket == o.destination:
		c.Result, c.Reason = skipped, "it is the destination"
	case same(c.Was, want):
		c.Result, c.Reason = skipped, "it is so already"
	case o.disable && o.destination != "" && aws.ToString(c.Was.Destination) != o.destination:
		c.Result, c.Reason = skipped, "it is not logged to "+o.destination
	default:
		c.Result, c.Want = toUpdate, want
	}
	return c
}

// want returns how a bucket should be logged.
func (o *options) want(bucket string) *types.BucketAccessLogConfig {
	if o.disable {
		return lightsail.AccessLogOff()
	}
	return lightsail.AccessLogOn(o.destination, strings.ReplaceAll(o.prefix, "{bucket}", bucket))
}

// logging returns how a bucket is logged. Nothing said means that it is not.
func logging(bucket types.Bucket) *types.BucketAccessLogConfig {
	if bucket.AccessLogConfig == nil {
		return lightsail.AccessLogOff()
	}
	return bucket.AccessLogConfig
}

// same tells whether two configurations mean the same.
func same(a, b *types.BucketAccessLogConfig) bool { return where(a) == where(b) }

// where returns the bucket that the logs go to and what their names begin with
// there, or "off".
func where(c *types.BucketAccessLogConfig) string {
	if !aws.ToBool(c.Enabled) {
		return "off"
	}
	return aws.ToString(c.Destination) + "/" + aws.ToString(c.Prefix)
}
