package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// plan lists the buckets and returns a report with the change to apply to each. It
// does not modify anything.
func plan(ctx context.Context, client *lightsail.Client, o *options, progress *terminal.Progress) (*report, error) {
	regions, err := o.selectRegions(ctx, client)
	if err != nil {
		return nil, err
	}
	r := &report{Version: reportVersion, DryRun: o.dryRun, Regions: []*regionReport{}}
	listed := map[string][]types.Bucket{}
	failures := map[string]error{}
	total := 0
	for bucket, err := range lightsail.AllRegions(ctx, client, lightsail.NewGetBucketsPaginator, nil,
		func(options *lightsail.AllRegionsOptions) { options.Regions = regions }) {
		switch {
		case err != nil && bucket.Region == "":
			return nil, err
		case err != nil:
			failures[bucket.Region] = err
			continue
		}
		listed[bucket.Region] = append(listed[bucket.Region], bucket.Item)
		total++
		progress.Show("listing buckets: %d", total)
	}

	found := map[string]bool{}
	for _, region := range regions {
		planned := &regionReport{Region: region, Buckets: []*change{}}
		r.Regions = append(r.Regions, planned)
		err := failures[region]
		if err == nil {
			err = o.planRegion(planned, listed[region], found)
		}
		if err != nil {
			planned.Buckets = []*change{}
			planned.Error = o.account.Explain(err).Error()
		}
		if err != nil && len(regions) == 1 {
			return nil, err
		}
	}
	if err := o.checkPlan(r); err != nil {
		return nil, err
	}
	reason := "bucket does not exist in this Region"
	if len(regions) > 1 {
		reason = "bucket does not exist in these Regions"
	}
	for _, name := range o.buckets {
		if !found[name] {
			found[name] = true
			first := r.Regions[0]
			first.Buckets = append(first.Buckets, &change{Bucket: name, Result: failed, Reason: reason})
		}
	}
	return r, nil
}

// selectRegions returns the Regions to configure, of which there is at least one.
func (o *options) selectRegions(ctx context.Context, client *lightsail.Client) ([]string, error) {
	if !o.allRegions {
		if len(o.regions) > 0 {
			return o.regions, nil
		}
		return []string{client.Options().Region}, nil
	}
	out, err := client.GetRegions(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("list Regions: %w", err)
	}
	var regions []string
	for _, region := range out.Regions {
		regions = append(regions, string(region.Name))
	}
	if len(regions) == 0 {
		return nil, errors.New("list Regions: the service returned none")
	}
	return regions, o.checkNames(regions)
}

// planRegion adds the changes of one Region to its report, and the names of its buckets
// to found.
func (o *options) planRegion(r *regionReport, buckets []types.Bucket, found map[string]bool) error {
	destination := expand(o.destination, r.Region, "")
	exists, needed := false, false
	for _, bucket := range buckets {
		name := aws.ToString(bucket.Name)
		found[name] = true
		exists = exists || name == destination
		if len(o.buckets) > 0 && !slices.Contains(o.buckets, name) {
			continue
		}
		c := o.planBucket(r.Region, bucket)
		needed = needed || c.Result == toUpdate
		r.Buckets = append(r.Buckets, c)
	}
	if o.disable || exists || !needed {
		return nil
	}
	if !o.create {
		return fmt.Errorf("destination bucket %s does not exist in %s: use -create to create it", destination, r.Region)
	}
	// The destination comes first, because the other changes need it.
	found[destination] = true
	r.Buckets = slices.Insert(r.Buckets, 0, &change{Bucket: destination, Bundle: o.bundle, Result: toCreate})
	return nil
}

// planBucket returns the change to apply to one bucket.
func (o *options) planBucket(region string, bucket types.Bucket) *change {
	config := logConfig(bucket)
	c := &change{Bucket: aws.ToString(bucket.Name), Before: config, After: config}
	destination := expand(o.destination, region, "")
	want := lightsail.AccessLogOff()
	if !o.disable {
		want = lightsail.AccessLogOn(destination, expand(o.prefix, region, c.Bucket))
	}
	switch {
	case !o.disable && c.Bucket == destination:
		c.Result, c.Reason = skipped, "log destination"
	case equal(config, want):
		c.Result, c.Reason = skipped, alreadyConfigured
	case o.disable && o.destination != "" && aws.ToString(config.Destination) != destination:
		c.Result, c.Reason = skipped, "not logged to "+destination
	case !o.disable && !o.replace && aws.ToBool(config.Enabled):
		c.Result, c.Reason = kept, describe(config)
	default:
		c.Result, c.Want = toUpdate, want
	}
	return c
}

// alreadyConfigured is the reason to skip a bucket that is as requested.
const alreadyConfigured = "already configured"

// checkPlan returns an error if the prefix of a bucket is too long. Only the list of the
// buckets shows how long their names are.
func (o *options) checkPlan(r *report) error {
	if o.disable {
		return nil
	}
	for _, region := range r.Regions {
		for _, c := range region.Buckets {
			if c.Result != toUpdate {
				continue
			}
			if err := o.checkPrefix(region.Region, c.Bucket); err != nil {
				return err
			}
		}
	}
	return nil
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

// describe returns where a bucket logs to, as a part of a sentence.
func describe(c *types.BucketAccessLogConfig) string {
	if aws.ToBool(c.Enabled) {
		return "logs to " + logPath(c)
	}
	return "access logs are off"
}
