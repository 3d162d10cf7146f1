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

// A new bucket can be used once its state is OK.
func ExampleNewBucketAvailableWaiter() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")

	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
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

// This example waits until the bucket no longer exists.
func ExampleNewBucketDeletedWaiter() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")

	if _, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: name}); err != nil {
		log.Fatal(err)
	}
	err = lightsail.NewBucketDeletedWaiter(client).Wait(ctx, &lightsail.GetBucketsInput{BucketName: name}, 5*time.Minute)
	fmt.Println(err)
	// Output: <nil>
}

// This example waits until another program has enabled the access logs of a bucket.
func ExampleNewBucketAccessLogConfiguredWaiter() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{
		Name:            aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOn("logs", "archive/"),
	}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	want := lightsail.AccessLogOn("logs", "archive/")
	waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *want)
	err = waiter.Wait(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

// The password of a new Windows instance can take 15 minutes to become available.
func ExampleNewInstanceAccessDetailsReadyWaiter() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(
		types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022")},
	))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client)
	out, err := waiter.WaitForOutput(context.Background(), &lightsail.GetInstanceAccessDetailsInput{
		InstanceName: aws.String("office"),
		Protocol:     types.InstanceAccessProtocolRdp,
	}, 15*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	// Package access decrypts the password.
	fmt.Println(*out.AccessDetails.Username, "at", *out.AccessDetails.IpAddress)
	// Output: Administrator at 192.0.2.10
}

// Calls that change something return operations, which may still be in progress. The
// waiter waits until all of them have succeeded. A failed operation ends the wait with
// an OperationFailedError.
func ExampleNewOperationSucceededWaiter() {
	server, err := lightsailtest.Start(
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}),
		lightsailtest.WithFaults("UpdateBucketBundle", lightsailtest.FinishLater(1)),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	out, err := client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{
		BucketName: aws.String("archive"),
		BundleId:   aws.String("large_1_0"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(out.Operations[0].OperationType, out.Operations[0].Status)

	waiter := lightsail.NewOperationSucceededWaiter(client, func(o *lightsail.OperationSucceededWaiterOptions) {
		o.MinDelay = time.Millisecond // the default is 2 seconds
	})
	operations, err := waiter.WaitForOutput(ctx, out.Operations, 5*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(operations[0].OperationType, operations[0].Status)
	// Output:
	// UpdateBucketBundle Started
	// UpdateBucketBundle Succeeded
}

// Progress is called after each attempt.
func ExampleWaiterOptions() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")
	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}

	waiter := lightsail.NewBucketAvailableWaiter(client, func(o *lightsail.BucketAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Second // the defaults are 2 and 30 seconds
		o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) {
			switch {
			case p.Err != nil:
				fmt.Println(p.Attempt, "not found")
			case p.Output.Buckets[0].State == nil:
				fmt.Println(p.Attempt, "no state")
			default:
				fmt.Println(p.Attempt, *p.Output.Buckets[0].State.Code)
			}
		}
	})
	if err := waiter.Wait(ctx, &lightsail.GetBucketsInput{BucketName: name}, time.Minute); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1 not found
	// 2 no state
	// 3 OK
}

// A WaiterTimeoutError is not the error of a context. It has the output of the last
// attempt.
func ExampleWaiterTimeoutError() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	// A second is shorter than the delay, so the wait ends after the first attempt.
	waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOn("logs", ""))
	err = waiter.Wait(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")}, time.Second)

	var timeout *lightsail.WaiterTimeoutError
	if errors.As(err, &timeout) {
		fmt.Println("timeout after", timeout.MaxWait)
		if last, ok := timeout.Last.(*lightsail.GetBucketsOutput); ok {
			config := last.Buckets[0].AccessLogConfig
			fmt.Println("logging:", config != nil && aws.ToBool(config.Enabled))
		}
	}
	fmt.Println("context deadline exceeded:", errors.Is(err, context.DeadlineExceeded))
	// Output:
	// timeout after 1s
	// logging: false
	// context deadline exceeded: false
}

// A bucket whose creation has failed never becomes available.
func ExampleResourceStateError() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(lightsailtest.Lag{State: "pending", End: "Unknown", Reason: "The creation of the bucket timed out."}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")
	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}

	err = lightsail.NewBucketAvailableWaiter(client).Wait(ctx, &lightsail.GetBucketsInput{BucketName: name}, 5*time.Minute)
	var state *lightsail.ResourceStateError
	if errors.As(err, &state) {
		fmt.Println(state.ResourceType, state.Name, "is in the state", state.State)
	}
	// Output: Bucket archive is in the state Unknown
}
