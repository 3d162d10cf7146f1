package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// errUnverified is a change that the service took, and that was not seen after it.
var errUnverified = errors.New("done, but not verified")

// apply makes the changes that are to be made, one after the other, and notes
// what came of each. It goes on after a failure, unless what failed is to make
// the destination, without which the others cannot be made. It ends with ctx.
func apply(ctx context.Context, client *lightsail.Client, o *options, changes []*change, tell *progress) {
	for i, c := range changes {
		if ctx.Err() != nil {
			return
		}
		tell.show("bucket %d of %d: %s", i+1, len(changes), c.Bucket)
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
	err = waitUntil(ctx, client, c.Bucket, 2*time.Minute, func(bucket types.Bucket) error {
		c.Is = logging(bucket)
		if bucket.State == nil || aws.ToString(bucket.State.Code) != "OK" {
			return errors.New("its state is not OK")
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%w: %w", errUnverified, err)
	}
	return nil
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
	err = waitUntil(ctx, client, c.Bucket, 20*time.Second, func(bucket types.Bucket) error {
		c.Is = logging(bucket)
		if !same(c.Is, c.Want) {
			return fmt.Errorf("it reads %s", where(c.Is))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%w: %w", errUnverified, err)
	}
	return nil
}

// waitUntil looks at a bucket, every two seconds, until look finds nothing wrong
// with it.
func waitUntil(ctx context.Context, client *lightsail.Client, name string, atMost time.Duration, look func(types.Bucket) error) error {
	const pause = 2 * time.Second
	for waited := time.Duration(0); ; waited += pause {
		out, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: &name})
		var missing *types.NotFoundException
		switch {
		case errors.As(err, &missing):
			// It may be so new that it does not show yet.
		case err != nil:
			return err
		case len(out.Buckets) == 0:
			err = errors.New("the service answers with no bucket")
		default:
			if err = look(out.Buckets[0]); err == nil {
				return nil
			}
		}
		if waited+pause > atMost {
			return fmt.Errorf("after %v: %w", waited, err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// refused tells whether an error means that the service did nothing. Where it had
// trouble of its own or did not answer, there is no telling.
func refused(err error) bool {
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorFault() != smithy.FaultServer
}
