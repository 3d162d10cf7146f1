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

// errUnverified is a change that the service took, and that was not seen after it.
var errUnverified = errors.New("done, but not verified")

// apply makes the changes that are to be made, one after the other, and notes
// what came of each. It goes on after a failure, unless what failed is to make
// the destination, without which the others cannot be made. It ends with ctx.
func apply(ctx context.Context, client *lightsail.Client, o *options, changes []*change, tell *terminal.Progress) {
	for i, c := range changes {
		if ctx.Err() != nil {
			return
		}
		tell.Show("bucket %d of %d: %s", i+1, len(changes), c.Bucket)
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

// create makes a bucket and waits until it can be used.
func create(ctx context.Context, client *lightsail.Client, bundle string, c *change) error {
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &c.Bucket, BundleId: &bundle})
	if err != nil {
		return err
	}
	return verify(ctx, lightsail.NewBucketAvailableWaiter(client), c, 2*time.Minute)
}

// update sets how a bucket is logged and reads it back.
func update(ctx context.Context, client *lightsail.Client, c *change) error {
	c.Is = nil
	_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: &c.Bucket, AccessLogConfig: c.Want})
	if err != nil {
		if refused(err) {
			c.Is = c.Was
		}
		return err
	}
	return verify(ctx, lightsail.NewBucketAccessLogConfiguredWaiter(client, *c.Want), c, 20*time.Second)
}

// verify waits until the bucket reads as it should, and notes what it reads.
func verify(ctx context.Context, waiter *lightsail.BucketAvailableWaiter, c *change, atMost time.Duration) error {
	note := func(o *lightsail.BucketAvailableWaiterOptions) {
		o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) {
			if p.Output != nil && len(p.Output.Buckets) > 0 {
				c.Is = logging(p.Output.Buckets[0])
			}
		}
	}
	if err := waiter.Wait(ctx, &lightsail.GetBucketsInput{BucketName: &c.Bucket}, atMost, note); err != nil {
		return fmt.Errorf("%w: %w", errUnverified, err)
	}
	return nil
}

// refused tells whether an error means that the service did nothing. Where it had
// trouble of its own or did not answer, there is no telling.
func refused(err error) bool {
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode()/100 == 4
}
