package lightsail

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// BucketAvailableWaiter waits until a bucket can be used: until its state is OK.
//
// A bucket that is not found yet, or has no state yet, is waited for. The state
// Unknown, in which a bucket ends whose creation timed out, ends the wait with a
// *[BucketStateError]. Params name the bucket. The default delays are 2 and 30
// seconds.
type BucketAvailableWaiter = Waiter[GetBucketsInput, GetBucketsOutput]

// BucketAvailableWaiterOptions say how a BucketAvailableWaiter waits.
type BucketAvailableWaiterOptions = WaiterOptions[GetBucketsInput, GetBucketsOutput]

// NewBucketAvailableWaiter returns a waiter that asks client.
func NewBucketAvailableWaiter(client GetBucketsAPIClient, optFns ...func(*BucketAvailableWaiterOptions)) *BucketAvailableWaiter {
	return newBucketWaiter("BucketAvailable", client, bucketPending, func(bucket *types.Bucket) string {
		if bucket.State == nil || aws.ToString(bucket.State.Code) == "" {
			return "the bucket has no state"
		}
		return "the bucket's state is " + *bucket.State.Code
	}, optFns)
}

// bucketPending tells whether a bucket is still to be waited for.
func bucketPending(_ context.Context, _ *GetBucketsInput, out *GetBucketsOutput, err error) (bool, error) {
	bucket, err := foundBucket(out, err)
	if bucket == nil || err != nil {
		return true, ignoreNotFound(err)
	}
	if bucket.State == nil || aws.ToString(bucket.State.Code) == "" {
		return true, nil
	}
	code := *bucket.State.Code
	if code == "Unknown" {
		return false, &BucketStateError{Bucket: aws.ToString(bucket.Name), Code: code, Message: aws.ToString(bucket.State.Message)}
	}
	return code != "OK", nil
}

// BucketAccessLogConfiguredWaiter waits until the access logs of a bucket are
// configured in the way that is wanted.
//
// [Client.UpdateBucket] answers with the configuration that it has set, so after
// a change of your own there is nothing to wait for. This is for changes of
// others, and for looking at what another endpoint has taken up. No
// configuration is the same as one that is off, and no prefix the same as an
// empty one. Params name the bucket; one that does not exist ends the wait. The
// default delays are 2 and 30 seconds.
type BucketAccessLogConfiguredWaiter = Waiter[GetBucketsInput, GetBucketsOutput]

// BucketAccessLogConfiguredWaiterOptions say how a
// BucketAccessLogConfiguredWaiter waits.
type BucketAccessLogConfiguredWaiterOptions = WaiterOptions[GetBucketsInput, GetBucketsOutput]

// NewBucketAccessLogConfiguredWaiter returns a waiter that asks client until the
// configuration is want.
func NewBucketAccessLogConfiguredWaiter(client GetBucketsAPIClient, want types.BucketAccessLogConfig, optFns ...func(*BucketAccessLogConfiguredWaiterOptions)) *BucketAccessLogConfiguredWaiter {
	wanted := settleAccessLog(&want)
	pending := func(_ context.Context, _ *GetBucketsInput, out *GetBucketsOutput, err error) (bool, error) {
		bucket, err := foundBucket(out, err)
		if bucket == nil || err != nil {
			return true, err
		}
		return settleAccessLog(bucket.AccessLogConfig) != wanted, nil
	}
	return newBucketWaiter("BucketAccessLogConfigured", client, pending, func(bucket *types.Bucket) string {
		if is := settleAccessLog(bucket.AccessLogConfig); is.enabled {
			return fmt.Sprintf("access logs go to %s with the prefix %q", is.destination, is.prefix)
		}
		return "access logs are off"
	}, optFns)
}

// accessLog is an access-log configuration that can be compared.
type accessLog struct {
	enabled             bool
	destination, prefix string
}

func settleAccessLog(config *types.BucketAccessLogConfig) accessLog {
	if config == nil || !aws.ToBool(config.Enabled) {
		return accessLog{}
	}
	return accessLog{true, aws.ToString(config.Destination), aws.ToString(config.Prefix)}
}

// newBucketWaiter returns a waiter that looks at one bucket.
func newBucketWaiter(
	name string, client GetBucketsAPIClient,
	pending func(context.Context, *GetBucketsInput, *GetBucketsOutput, error) (bool, error),
	seen func(*types.Bucket) string,
	optFns []func(*WaiterOptions[GetBucketsInput, GetBucketsOutput]),
) *Waiter[GetBucketsInput, GetBucketsOutput] {
	w := &Waiter[GetBucketsInput, GetBucketsOutput]{
		name: name,
		call: client.GetBuckets,
		check: func(in *GetBucketsInput) error {
			v := violations{operation: getBuckets.Name}
			v.required("BucketName", in.BucketName == nil)
			return v.err()
		},
		seen: func(_ *GetBucketsInput, out *GetBucketsOutput) string {
			bucket, _ := foundBucket(out, nil)
			if bucket == nil {
				return "there is no bucket of that name"
			}
			return seen(bucket)
		},
		options: WaiterOptions[GetBucketsInput, GetBucketsOutput]{
			MinDelay:  2 * time.Second,
			MaxDelay:  30 * time.Second,
			Retryable: pending,
		},
	}
	return w.with(optFns)
}

// foundBucket returns the bucket of an answer, nil where there is none.
func foundBucket(out *GetBucketsOutput, err error) (*types.Bucket, error) {
	if err != nil || out == nil || len(out.Buckets) == 0 {
		return nil, err
	}
	return &out.Buckets[0], nil
}

func ignoreNotFound(err error) error {
	if IsNotFound(err) {
		return nil
	}
	return err
}

// A BucketStateError says that a bucket is in a state from which it does not
// become available.
type BucketStateError struct {
	// Bucket is the bucket's name.
	Bucket string

	// Code is its state: Unknown.
	Code string

	// Message is what the service says about it, "" for nothing.
	Message string
}

// Error tells the bucket, its state and what to do.
func (e *BucketStateError) Error() string {
	text := fmt.Sprintf("bucket %s is in the state %s", e.Bucket, e.Code)
	if e.Message != "" {
		text += ": " + e.Message
	}
	return text + "; delete it and create it anew"
}

// BucketDeletedWaiter waits until a bucket is no longer there.
//
// Params name the bucket. The default delays are 2 and 30 seconds.
type BucketDeletedWaiter = Waiter[GetBucketsInput, GetBucketsOutput]

// BucketDeletedWaiterOptions say how a BucketDeletedWaiter waits.
type BucketDeletedWaiterOptions = WaiterOptions[GetBucketsInput, GetBucketsOutput]

// NewBucketDeletedWaiter returns a waiter that asks client.
//
// Its WaitForOutput returns nil: there is nothing left to return.
func NewBucketDeletedWaiter(client GetBucketsAPIClient, optFns ...func(*BucketDeletedWaiterOptions)) *BucketDeletedWaiter {
	there := func(_ context.Context, _ *GetBucketsInput, out *GetBucketsOutput, err error) (bool, error) {
		bucket, err := foundBucket(out, err)
		return bucket != nil, ignoreNotFound(err)
	}
	return newBucketWaiter("BucketDeleted", client, there, func(*types.Bucket) string { return "the bucket is still there" }, optFns)
}
