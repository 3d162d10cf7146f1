package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
)

// errUnverified reports that the service accepted a change but that reading the
// bucket did not confirm it.
var errUnverified = errors.New("applied, but not verified")

// apply applies the planned changes one after the other and records the results.
// It continues after a failed change, except if the destination cannot be created,
// because the other changes need it. It returns early if ctx is done.
func apply(ctx context.Context, client *lightsail.Client, o *options, changes []*change, progress *terminal.Progress) {
	for i, c := range changes {
		if ctx.Err() != nil {
			return
		}
		progress.Show("bucket %d of %d: %s", i+1, len(changes), c.Bucket)
		switch c.Result {
		case toCreate:
			if err := create(ctx, client, o.bundle, c); err != nil {
				c.fail(ctx, err)
				return
			}
			c.Result = created
		case toUpdate:
			if err := update(ctx, client, c); err != nil {
				c.fail(ctx, err)
				continue
			}
			c.Result = updated
		}
	}
}

// create creates a bucket and waits until it is available.
func create(ctx context.Context, client *lightsail.Client, bundle string, c *change) error {
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &c.Bucket, BundleId: &bundle})
	if err != nil {
		return err
	}
	return verify(ctx, lightsail.NewBucketAvailableWaiter(client), c, 2*time.Minute)
}

// update sets the access log configuration of a bucket and waits until the service
// returns it.
func update(ctx context.Context, client *lightsail.Client, c *change) error {
	c.After = nil
	_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: &c.Bucket, AccessLogConfig: c.Want})
	if err != nil {
		if isRejected(err) {
			c.After = c.Before
		}
		return err
	}
	return verify(ctx, lightsail.NewBucketAccessLogConfiguredWaiter(client, *c.Want), c, 20*time.Second)
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

// isRejected reports whether err shows that the service did not apply the change.
// After a server error or without a response, the outcome is unknown.
func isRejected(err error) bool {
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode()/100 == 4
}
