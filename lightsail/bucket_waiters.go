package lightsail

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/types"
)

// Default delays of the bucket waiters.
const (
	bucketMinDelay = 2 * time.Second
	bucketMaxDelay = 30 * time.Second
)

// BucketAvailableWaiter waits until a bucket can be used.
//
// It calls GetBuckets. BucketName is required. The wait succeeds when the state of
// the bucket is "OK", and fails with a *[ResourceStateError] when it is "Unknown",
// which means that the creation of the bucket may have timed out. A bucket that is
// not found, or has no state yet, is pending. The default delays are 2 to 30
// seconds.
type BucketAvailableWaiter struct {
	waiter waiter[*GetBucketsInput, *GetBucketsOutput]
}

// BucketAvailableWaiterOptions are the options of a [BucketAvailableWaiter].
type BucketAvailableWaiterOptions = WaiterOptions[*GetBucketsInput, *GetBucketsOutput]

// NewBucketAvailableWaiter returns a BucketAvailableWaiter that calls client.
func NewBucketAvailableWaiter(client GetBucketsAPIClient, optFns ...func(*BucketAvailableWaiterOptions)) *BucketAvailableWaiter {
	w := bucketWaiter("BucketAvailable", client, func(bucket *types.Bucket) observation {
		if bucket.State == nil {
			return observation{}
		}
		return observation{state: aws.ToString(bucket.State.Code), reason: aws.ToString(bucket.State.Message)}
	})
	w.success = []string{"OK"}
	w.failure = []string{"Unknown"}
	return &BucketAvailableWaiter{w.with(bucketMinDelay, bucketMaxDelay, optFns)}
}

// Wait waits until the bucket that params name is available, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *BucketAvailableWaiter) Wait(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketAvailableWaiterOptions)) error {
	_, err := w.waiter.wait(ctx, params, maxWait, optFns)
	return err
}

// WaitForOutput is [BucketAvailableWaiter.Wait], and returns the output of the
// last poll.
func (w *BucketAvailableWaiter) WaitForOutput(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketAvailableWaiterOptions)) (*GetBucketsOutput, error) {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}

// BucketAccessLogConfiguredWaiter waits until the access log configuration of a
// bucket is the wanted one.
//
// The output of UpdateBucket already has the new configuration, so this waiter is
// for changes that another process makes. No waiter waits for the delivery of logs,
// which follows a change within about an hour.
//
// It calls GetBuckets. BucketName is required. A missing configuration equals one
// that is off, and a missing prefix equals an empty one. Every other configuration
// is pending. If the bucket does not exist, the wait fails with the service's
// error. The default delays are 2 to 30 seconds.
type BucketAccessLogConfiguredWaiter struct {
	waiter waiter[*GetBucketsInput, *GetBucketsOutput]
}

// BucketAccessLogConfiguredWaiterOptions are the options of a
// [BucketAccessLogConfiguredWaiter].
type BucketAccessLogConfiguredWaiterOptions = WaiterOptions[*GetBucketsInput, *GetBucketsOutput]

// NewBucketAccessLogConfiguredWaiter returns a BucketAccessLogConfiguredWaiter that
// calls client until the configuration is want.
func NewBucketAccessLogConfiguredWaiter(client GetBucketsAPIClient, want types.BucketAccessLogConfig, optFns ...func(*BucketAccessLogConfiguredWaiterOptions)) *BucketAccessLogConfiguredWaiter {
	wanted := describeAccessLog(&want)
	w := bucketWaiter("BucketAccessLogConfigured", client, func(bucket *types.Bucket) observation {
		config := describeAccessLog(bucket.AccessLogConfig)
		return observation{state: config, text: config}
	})
	w.success = []string{wanted}
	w.notFound = failed
	return &BucketAccessLogConfiguredWaiter{w.with(bucketMinDelay, bucketMaxDelay, optFns)}
}

// Wait waits until the bucket that params name has the wanted configuration, for at
// most maxWait. See [WaiterOptions] for the errors.
func (w *BucketAccessLogConfiguredWaiter) Wait(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketAccessLogConfiguredWaiterOptions)) error {
	_, err := w.waiter.wait(ctx, params, maxWait, optFns)
	return err
}

// WaitForOutput is [BucketAccessLogConfiguredWaiter.Wait], and returns the output
// of the last poll.
func (w *BucketAccessLogConfiguredWaiter) WaitForOutput(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketAccessLogConfiguredWaiterOptions)) (*GetBucketsOutput, error) {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}

// describeAccessLog returns a description that is the same for equal
// configurations.
func describeAccessLog(config *types.BucketAccessLogConfig) string {
	if config == nil || !aws.ToBool(config.Enabled) {
		return "access logs are off"
	}
	return fmt.Sprintf("access logs go to %s with the prefix %q", aws.ToString(config.Destination), aws.ToString(config.Prefix))
}

// BucketDeletedWaiter waits until a bucket does not exist.
//
// It calls GetBuckets. BucketName is required. The wait succeeds when the bucket is
// not found; every state of a bucket that exists is pending. The default delays are
// 2 to 30 seconds.
type BucketDeletedWaiter struct {
	waiter waiter[*GetBucketsInput, *GetBucketsOutput]
}

// BucketDeletedWaiterOptions are the options of a [BucketDeletedWaiter].
type BucketDeletedWaiterOptions = WaiterOptions[*GetBucketsInput, *GetBucketsOutput]

// NewBucketDeletedWaiter returns a BucketDeletedWaiter that calls client.
func NewBucketDeletedWaiter(client GetBucketsAPIClient, optFns ...func(*BucketDeletedWaiterOptions)) *BucketDeletedWaiter {
	w := bucketWaiter("BucketDeleted", client, func(*types.Bucket) observation { return observation{text: "the bucket still exists"} })
	w.notFound = succeeded
	return &BucketDeletedWaiter{w.with(bucketMinDelay, bucketMaxDelay, optFns)}
}

// Wait waits until the bucket that params name does not exist, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *BucketDeletedWaiter) Wait(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketDeletedWaiterOptions)) error {
	_, err := w.waiter.wait(ctx, params, maxWait, optFns)
	return err
}

// WaitForOutput is [BucketDeletedWaiter.Wait], and returns the output of the last
// poll. The output is nil if the service responded that the bucket does not exist.
func (w *BucketDeletedWaiter) WaitForOutput(ctx context.Context, params *GetBucketsInput, maxWait time.Duration, optFns ...func(*BucketDeletedWaiterOptions)) (*GetBucketsOutput, error) {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}

// bucketWaiter returns a waiter for one bucket.
func bucketWaiter(name string, client GetBucketsAPIClient, observe func(*types.Bucket) observation) waiter[*GetBucketsInput, *GetBucketsOutput] {
	return waiter[*GetBucketsInput, *GetBucketsOutput]{
		name:     name,
		resource: types.ResourceTypeBucket,
		call:     client.GetBuckets,
		check: func(in *GetBucketsInput) error {
			v := violations{operation: getBuckets.Name}
			if in.BucketName == nil {
				v.add(smithy.NewErrParamRequired("BucketName"))
			}
			return v.err()
		},
		observe: func(_ *GetBucketsInput, out *GetBucketsOutput) observation {
			if len(out.Buckets) == 0 {
				return observation{}
			}
			seen := observe(&out.Buckets[0])
			seen.found, seen.name = true, aws.ToString(out.Buckets[0].Name)
			return seen
		},
	}
}
