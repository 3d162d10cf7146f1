package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

var (
	// errUnverified reports that the service accepted a change but that reading the
	// bucket did not confirm it.
	errUnverified = errors.New("applied, but not verified")

	// errUnknown reports that it is not known whether the service accepted a change.
	errUnknown = errors.New("outcome unknown")
)

// apply applies the planned changes one after the other and records the results.
// It continues after a failed change, except in a Region whose destination cannot be
// created, because the other changes need it. It returns early if ctx is done.
func apply(ctx context.Context, client *lightsail.Client, o *options, r *report, progress *terminal.Progress) {
	total, done := 0, 0
	for _, region := range r.Regions {
		total += len(region.Buckets)
	}
	for _, region := range r.Regions {
		inRegion := lightsail.New(client.Options(), func(options *lightsail.Options) { options.Region = region.Region })
		for i, c := range region.Buckets {
			if ctx.Err() != nil {
				return
			}
			progress.Show("bucket %d of %d: %s", done+i+1, total, c.Bucket)
			create := c.Result == toCreate
			if c.isPending() {
				c.apply(ctx, inRegion, o)
			}
			if create && c.Result == failed {
				break
			}
		}
		done += len(region.Buckets)
	}
}

// apply applies one change and records its result, unless ctx is done before the change
// is sent.
func (c *change) apply(ctx context.Context, client *lightsail.Client, o *options) {
	current, err := currentConfig(ctx, client, c.Bucket)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		c.fail(ctx, o, fmt.Errorf("read the bucket before the change: %w", err))
	case c.Result == toCreate && current != nil:
		c.Before, c.After = current, current
		c.Result, c.Reason = skipped, "exists already"
	case c.Result == toCreate:
		if err := create(ctx, client, o, c); err != nil {
			c.fail(ctx, o, err)
			return
		}
		c.Result = created
	case current == nil:
		c.After = nil
		c.fail(ctx, o, errors.New("bucket no longer exists"))
	case equal(current, c.Want):
		c.After = current
		c.Result, c.Reason = skipped, alreadyConfigured
	case !equal(current, c.Before):
		c.After = current
		c.Result, c.Reason = kept, "changed since the plan: "+describe(current)
	default:
		if err := update(ctx, client, o, c); err != nil {
			c.fail(ctx, o, err)
			return
		}
		c.Result = updated
	}
}

// currentConfig returns the access log configuration of a bucket, or nil if the bucket
// does not exist.
func currentConfig(ctx context.Context, client *lightsail.Client, bucket string) (*types.BucketAccessLogConfig, error) {
	out, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: &bucket})
	switch {
	case lightsail.IsNotFound(err):
		return nil, nil
	case err != nil:
		return nil, err
	case len(out.Buckets) == 0:
		return nil, nil
	}
	return logConfig(out.Buckets[0]), nil
}

// create creates a bucket and waits until it is available.
func create(ctx context.Context, client *lightsail.Client, o *options, c *change) error {
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &c.Bucket, BundleId: &c.Bundle})
	if err != nil {
		return sent(err)
	}
	return verify(ctx, lightsail.NewBucketAvailableWaiter(client), c, o.wait)
}

// update sets the access log configuration of a bucket and waits until the service
// returns it.
func update(ctx context.Context, client *lightsail.Client, o *options, c *change) error {
	c.After = nil
	// The service rejects the change while another operation modifies the bucket. The
	// last attempt decides what is known: a timeout does not wrap its error.
	var last error
	err := lightsail.RetryBusy(ctx, o.wait, func(ctx context.Context) error {
		_, last = client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: &c.Bucket, AccessLogConfig: c.Want})
		return last
	})
	switch {
	case isRejected(last):
		c.After = c.Before
		return err
	case err != nil:
		return sent(err)
	}
	return verify(ctx, lightsail.NewBucketAccessLogConfiguredWaiter(client, *c.Want), c, o.wait)
}

// A bucketWaiter is any of the waiters for a bucket.
type bucketWaiter interface {
	Wait(context.Context, *lightsail.GetBucketsInput, time.Duration, ...func(*lightsail.BucketAvailableWaiterOptions)) error
}

// verify waits until the bucket has the state that the waiter waits for. It
// records the access log configuration of the last poll.
func verify(ctx context.Context, waiter bucketWaiter, c *change, maxWait time.Duration) error {
	record := func(o *lightsail.BucketAvailableWaiterOptions) {
		o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) {
			if p.Output != nil && len(p.Output.Buckets) > 0 {
				c.After = logConfig(p.Output.Buckets[0])
			}
		}
	}
	if err := waiter.Wait(ctx, &lightsail.GetBucketsInput{BucketName: &c.Bucket}, maxWait, record); err != nil {
		return fmt.Errorf("%w: %w", errUnverified, err)
	}
	return nil
}

// sent returns the error of a change that was sent to the service.
func sent(err error) error {
	if isRejected(err) {
		return err
	}
	return fmt.Errorf("%w: %w", errUnknown, err)
}

// isRejected reports whether err shows that the service did not apply the change.
// After a server error or without a response, the outcome is unknown.
func isRejected(err error) bool {
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode()/100 == 4
}
