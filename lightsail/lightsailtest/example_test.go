package lightsailtest_test

import (
	"context"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A program starts a server and creates a bucket. In a test, use NewServer instead of Start.
func Example() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	_, err = client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("my-archive"),
		BundleId:   aws.String("small_1_0"),
	})

	fmt.Println(err, *server.Snapshot().Buckets[0].Url)
	// Output: <nil> https://my-archive.s3.us-east-1.amazonaws.com/
}

// The client retries after two throttled requests and an interrupted response.
func ExampleServer_Inject() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("my-archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Cut(10))

	client := server.Client(func(o *lightsail.Options) { o.RetryMaxAttempts = 4 })
	out, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{})
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println("found", *out.Buckets[0].Name)
	for _, call := range server.Calls() {
		fmt.Println(call.Status, call)
	}
	// Output:
	// found my-archive
	// 400 GetBuckets
	// 400 GetBuckets #2
	// 200 GetBuckets #3
	// 200 GetBuckets #4
}

// CreateBucket succeeds, but the client does not receive the response.
func ExampleDropResponse() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.Inject("CreateBucket", lightsailtest.DropResponse())

	_, err = server.Client().CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("my-archive"),
		BundleId:   aws.String("small_1_0"),
	})

	// The client retried, and the name was already in use because of its first attempt.
	var inUse *types.InvalidInputException
	fmt.Println(errors.As(err, &inUse), inUse.ErrorMessage())
	fmt.Println("buckets:", len(server.Snapshot().Buckets))
	// Output:
	// true Some names are already in use: my-archive
	// buckets: 1
}

// A hook removes a bucket after the first page of a list was read.
func ExampleHook() {
	server, err := lightsailtest.Start(
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("a")}, types.Bucket{Name: aws.String("b")}),
		lightsailtest.WithPageSize(1),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.Inject("GetBuckets", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		server.Remove("b")
		return resp, err
	}))
	client := server.Client()

	first, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{})
	if err != nil {
		log.Fatal(err)
	}
	second, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{PageToken: first.NextPageToken})
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(len(first.Buckets), len(second.Buckets))
	// Output: 1 0
}

// GetBuckets does not find a new bucket in the first two calls, and finds it without a state
// in the third. It still finds a deleted bucket once.
func ExampleWithLag() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 2}, lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	name := aws.String("my-archive")

	_, err = client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		log.Fatal(err)
	}
	printState := func() {
		out, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{BucketName: name})
		switch {
		case err != nil:
			fmt.Println("not found")
		case out.Buckets[0].State == nil:
			fmt.Println("pending")
		default:
			fmt.Println(*out.Buckets[0].State.Code)
		}
	}
	for range 4 {
		printState()
	}
	if _, err := client.DeleteBucket(context.Background(), &lightsail.DeleteBucketInput{BucketName: name}); err != nil {
		log.Fatal(err)
	}
	for range 2 {
		printState()
	}
	// Output:
	// not found
	// not found
	// pending
	// OK
	// OK
	// not found
}

// The operation record of a deletion is still Started in three polls of a waiter.
func ExampleFinishLater() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("my-archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.Inject("DeleteBucket", lightsailtest.FinishLater(3))
	client := server.Client()

	out, err := client.DeleteBucket(context.Background(), &lightsail.DeleteBucketInput{BucketName: aws.String("my-archive")})
	if err != nil {
		log.Fatal(err)
	}
	waiter := lightsail.NewOperationSucceededWaiter(client, func(o *lightsail.OperationSucceededWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond
		o.Progress = func(p lightsail.WaiterProgress[*[]types.Operation]) {
			fmt.Println((*p.Output)[0].Status)
		}
	})
	fmt.Println(waiter.Wait(context.Background(), out.Operations, time.Minute))
	// Output:
	// Started
	// Started
	// Started
	// Succeeded
	// <nil>
}

// The server accepts a change of a bundle, which then fails.
func ExampleFailLater() {
	server, err := lightsailtest.Start(
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("my-archive")}),
		lightsailtest.WithFaults("UpdateBucketBundle", lightsailtest.FailLater(0, "NotAvailable", "Try another bundle.")),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	out, err := client.UpdateBucketBundle(context.Background(), &lightsail.UpdateBucketBundleInput{
		BucketName: aws.String("my-archive"),
		BundleId:   aws.String("large_1_0"),
	})
	if err != nil {
		log.Fatal(err)
	}
	err = lightsail.NewOperationSucceededWaiter(client).Wait(context.Background(), out.Operations, time.Minute)

	var failed *lightsail.OperationFailedError
	fmt.Println(errors.As(err, &failed), *failed.Operation.ErrorCode, *failed.Operation.ErrorDetails)
	fmt.Println(*server.Snapshot().Buckets[0].BundleId)
	// Output:
	// true NotAvailable Try another bundle.
	// small_1_0
}

// A bucket with objects is deleted only with ForceDelete.
func ExampleServer_FillBuckets() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("my-archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.FillBuckets("my-archive")
	client := server.Client()

	for _, force := range []bool{false, true} {
		_, err := client.DeleteBucket(context.Background(), &lightsail.DeleteBucketInput{
			BucketName:  aws.String("my-archive"),
			ForceDelete: &force,
		})
		fmt.Println(err == nil, len(server.Snapshot().Buckets))
	}
	// Output:
	// false 1
	// true 0
}

// The password of a Windows instance is available in the second call. It is encrypted,
// because the instance does not use the default key pair.
func ExampleWithAccessDetails() {
	server, err := lightsailtest.Start(
		lightsailtest.WithInstances(types.Instance{
			Name:        aws.String("office"),
			BlueprintId: aws.String("windows_server_2022"),
			SshKeyName:  aws.String("my-key-pair"),
		}),
		lightsailtest.WithAccessDetails(types.InstanceAccessDetails{
			InstanceName: aws.String("office"),
			Password:     aws.String("example password"),
		}),
		lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.NoAccess, Polls: 1}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	for range 2 {
		out, err := client.GetInstanceAccessDetails(context.Background(), &lightsail.GetInstanceAccessDetailsInput{
			InstanceName: aws.String("office"),
		})
		if err != nil {
			log.Fatal(err)
		}
		ciphertext := *out.AccessDetails.PasswordData.Ciphertext
		if ciphertext == "" {
			fmt.Println("not ready")
			continue
		}
		block, _ := pem.Decode([]byte(lightsailtest.KeyPairPEM))
		key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
		if err != nil {
			log.Fatal(err)
		}
		encrypted, err := base64.StdEncoding.DecodeString(ciphertext)
		if err != nil {
			log.Fatal(err)
		}
		password, err := rsa.DecryptPKCS1v15(nil, key, encrypted)
		fmt.Println(string(password), err)
	}
	// Output:
	// not ready
	// example password <nil>
}

// A server has the buckets that the AWS CLI or another client has printed.
func ExampleServer_PutJSON() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()

	err = server.PutJSON([]byte(`{"buckets": [{"name": "photos", "createdAt": "2026-07-01T12:00:00+00:00"}]}`))
	if err != nil {
		log.Fatal(err)
	}
	bucket := server.Snapshot().Buckets[0]
	fmt.Println(*bucket.Name, *bucket.CreatedAt, *bucket.BundleId)

	err = server.PutJSON([]byte(`{"buckets": [{"name": "photos", "tags": [{"name": "team"}]}]}`))
	fmt.Println(err)
	// Output:
	// photos 2026-07-01 12:00:00 +0000 UTC small_1_0
	// buckets[0].tags[0].name: unknown member
}
