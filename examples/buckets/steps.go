package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// create creates a bucket and waits until it is available.
func (r *runner) create(ctx context.Context, bucket string) (string, error) {
	b := &remainingBucket{Bucket: bucket}
	r.report.Remaining = append(r.report.Remaining, b)
	// Do not retry. If the first response is lost, a second attempt finds the name
	// in use and cannot determine whether this program created the bucket.
	once := func(o *lightsail.Options) { o.RetryMaxAttempts = 1 }
	out, err := r.client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &bucket, BundleId: &r.options.bundle}, once)
	if err != nil {
		if isRejected(err) {
			r.removeRemaining(b)
		}
		return "", err
	}
	b.created = true
	if err := r.waitForOperations(ctx, out.Operations); err != nil {
		return "", err
	}
	if err := lightsail.NewBucketAvailableWaiter(r.client).Wait(ctx, byName(bucket), maxWait, r.showPolls); err != nil {
		return "", err
	}
	b.Confirmed = true
	return r.options.bundle, nil
}

func (r *runner) tag(ctx context.Context, bucket string) (string, error) {
	out, err := r.client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: &bucket, Tags: r.options.tags})
	if err != nil {
		return "", err
	}
	return joinTags(r.options.tags), r.waitForOperations(ctx, out.Operations)
}

func (r *runner) createAccessKey(ctx context.Context, bucket string) (string, error) {
	out, err := r.client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: &bucket})
	if err != nil {
		return "", err
	}
	if out.AccessKey == nil {
		return "", errors.New("the response has no access key")
	}
	key := *out.AccessKey
	detail := aws.ToString(key.AccessKeyId)
	if !r.options.showSecret {
		key.SecretAccessKey = nil
		detail += ", secret hidden"
	}
	// The service returns the secret only once. Record it before the wait can fail.
	r.report.AccessKey = &key
	return detail, r.waitForOperations(ctx, out.Operations)
}

func (r *runner) attach(ctx context.Context, bucket string) (string, error) {
	out, err := r.client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
		BucketName: &bucket, ResourceName: &r.options.instance, Access: types.ResourceBucketAccessAllow,
	})
	if err != nil {
		return "", err
	}
	return r.options.instance, r.waitForOperations(ctx, out.Operations)
}

func (r *runner) enableAccessLogs(ctx context.Context, bucket string) (string, error) {
	prefix := bucket + "/"
	out, err := r.client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
		BucketName: &bucket, AccessLogConfig: lightsail.AccessLogOn(r.options.destination, prefix),
	})
	if err != nil {
		return "", err
	}
	return "to " + r.options.destination + "/" + prefix, r.waitForOperations(ctx, out.Operations)
}

func (r *runner) changeBundle(ctx context.Context, bucket string) (string, error) {
	out, err := r.client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: &bucket, BundleId: &r.options.nextBundle})
	if err != nil {
		return "", err
	}
	return r.options.bundle + " to " + r.options.nextBundle, r.waitForOperations(ctx, out.Operations)
}

// inspect gets the bucket and its access keys for the report.
func (r *runner) inspect(ctx context.Context, bucket string) (string, error) {
	in := byName(bucket)
	in.IncludeConnectedResources = aws.Bool(true)
	out, err := r.client.GetBuckets(ctx, in)
	if err != nil {
		return "", err
	}
	if len(out.Buckets) == 0 {
		return "", fmt.Errorf("bucket %s does not exist", bucket)
	}
	keys, err := r.client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: &bucket})
	if err != nil {
		return "", err
	}
	r.report.Bucket, r.report.Keys = &out.Buckets[0], keys.AccessKeys
	return "", nil
}

// delete deletes a bucket, even if it is not empty, and waits until it no longer
// exists.
func (r *runner) delete(ctx context.Context, bucket string) (string, error) {
	i := slices.IndexFunc(r.report.Remaining, func(b *remainingBucket) bool { return b.Bucket == bucket })
	b := r.report.Remaining[i]
	wasConfirmed := b.Confirmed
	out, err := r.client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: &bucket, ForceDelete: aws.Bool(true)})
	switch {
	case err == nil:
		b.Confirmed = false
		if err := r.waitForOperations(ctx, out.Operations); err != nil {
			return "", err
		}
		if err := lightsail.NewBucketDeletedWaiter(r.client).Wait(ctx, byName(bucket), maxWait, r.showPolls); err != nil {
			return "", err
		}
	case lightsail.IsNotFound(err) && wasConfirmed:
		// Another client deleted the bucket. A bucket that was never available could
		// still appear, so that is an error.
	default:
		b.Confirmed = wasConfirmed && isRejected(err)
		return "", err
	}
	r.removeRemaining(b)
	return "", nil
}

// removeRemaining removes a bucket from the list of remaining buckets.
func (r *runner) removeRemaining(b *remainingBucket) {
	r.report.Remaining = slices.DeleteFunc(r.report.Remaining, func(other *remainingBucket) bool { return other == b })
}
