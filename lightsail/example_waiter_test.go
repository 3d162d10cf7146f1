package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A new bucket can be used when its state is OK.
func ExampleNewBucketAvailableWaiter() {
	client, end := demo()
	defer end()
	ctx, name := context.Background(), aws.String("archive")

	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}
	waiter := lightsail.NewBucketAvailableWaiter(client)
	out, err := waiter.WaitForOutput(ctx, &lightsail.GetBucketsInput{BucketName: name}, 5*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Buckets[0].Url)
	// Output: https://archive.s3.us-east-1.amazonaws.com/
}

// Somebody else turns the access logs of a bucket on, and this program waits for
// that.
func ExampleNewBucketAccessLogConfiguredWaiter() {
	client, end := demo(lightsailtest.WithBuckets(types.Bucket{
		Name:            aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOn("logs", "archive/"),
	}))
	defer end()

	want := lightsail.AccessLogOn("logs", "archive/")
	waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *want)
	err := waiter.Wait(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

// A Windows instance has its password up to 15 minutes after it was made.
func ExampleNewInstanceAccessDetailsReadyWaiter() {
	client, end := demo(lightsailtest.WithInstances(lightsailtest.Instance{Name: "office", Platform: types.InstancePlatformWindows}))
	defer end()

	waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client)
	out, err := waiter.WaitForOutput(context.Background(), &lightsail.GetInstanceAccessDetailsInput{
		InstanceName: aws.String("office"),
		Protocol:     types.InstanceAccessProtocolRdp,
	}, 15*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	// Package access makes use of the rest.
	fmt.Println(*out.AccessDetails.Username, "at", *out.AccessDetails.IpAddress)
	// Output: Administrator at 192.0.2.10
}

// Progress shows people that something is going on.
func ExampleWaiterOptions() {
	client, end := demo(lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1}))
	defer end()
	ctx, name := context.Background(), aws.String("archive")
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}

	waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Second // the defaults are longer
		o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) {
			switch {
			case p.Err != nil:
				fmt.Println(p.Attempt, "it does not show yet")
			case p.Output.Buckets[0].State == nil:
				fmt.Println(p.Attempt, "it is being made")
			default:
				fmt.Println(p.Attempt, *p.Output.Buckets[0].State.Code)
			}
		}
	})
	if err := waiter.Wait(ctx, &lightsail.GetBucketsInput{BucketName: name}, time.Minute); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1 it does not show yet
	// 2 it is being made
	// 3 OK
}

// A wait that took too long, told apart from a context that ended.
func ExampleWaiterTimeoutError() {
	client, end := demo(lightsailtest.WithBuckets(bucket("archive")))
	defer end()

	// A second is too short for a second look, so that this is over at once.
	waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOn("logs", ""))
	err := waiter.Wait(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")}, time.Second)

	var timeout *lightsail.WaiterTimeoutError
	if errors.As(err, &timeout) {
		fmt.Println("not within", timeout.MaxWait)
		if last, ok := timeout.Last.(*lightsail.GetBucketsOutput); ok {
			config := last.Buckets[0].AccessLogConfig
			fmt.Println("logged:", config != nil && aws.ToBool(config.Enabled))
		}
	}
	fmt.Println("deadline of the context:", errors.Is(err, context.DeadlineExceeded))
	// Output:
	// not within 1s
	// logged: false
	// deadline of the context: false
}

// A bucket whose creation timed out does not become available any more.
func ExampleBucketStateError() {
	client, end := demo(lightsailtest.WithLag(lightsailtest.Lag{Failed: true}))
	defer end()
	ctx, name := context.Background(), aws.String("archive")
	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}

	err = lightsail.NewBucketAvailableWaiter(client).Wait(ctx, &lightsail.GetBucketsInput{BucketName: name}, 5*time.Minute)
	var state *lightsail.BucketStateError
	if errors.As(err, &state) {
		fmt.Println(state.Bucket, "is", state.Code)
	}
	// Output: archive is Unknown
}
