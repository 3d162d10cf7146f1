package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A bucket is made if there is none of that name.
func ExampleIsNotFound() {
	client, end := demo()
	defer end()
	ctx, name := context.Background(), aws.String("archive")

	_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: name})
	if lightsail.IsNotFound(err) {
		fmt.Println("there is none")
		_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	}
	fmt.Println(err)
	// Output:
	// there is none
	// <nil>
}

// A bucket that is being changed refuses another change, for minutes. The
// client's own retries are over within seconds and do not count it as an error to
// try again, so the program waits, and no longer than its context.
func ExampleIsBusy() {
	busy := &types.InvalidInputException{Message: aws.String("The bucket is being changed. Please try again in a few minutes.")}
	client, end := demo(
		lightsailtest.WithBuckets(bucket("archive")),
		lightsailtest.WithFaults("UpdateBucket", lightsailtest.Error(busy).Times(2)),
	)
	defer end()
	pause := 2 * time.Millisecond // in a program, 2 * time.Minute

	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	defer cancel()
	for {
		_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
			BucketName: aws.String("archive"),
			Versioning: aws.String("Enabled"),
		})
		if !lightsail.IsBusy(err) {
			fmt.Println("done:", err)
			break
		}
		fmt.Println("busy")
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			log.Fatal(ctx.Err())
		}
	}
	// Output:
	// busy
	// busy
	// done: <nil>
}

// What an error of the service tells.
func Example_errors() {
	client, end := demo(lightsailtest.WithBuckets(bucket("archive")))
	defer end()

	_, err := client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("archive"), BundleId: aws.String("small_1_0"),
	})

	var invalid *types.InvalidInputException
	if errors.As(err, &invalid) {
		fmt.Println("one of the service's exceptions:", invalid.ErrorMessage())
	}
	var api smithy.APIError
	if errors.As(err, &api) {
		fmt.Println("any of its errors:", api.ErrorCode())
	}
	var response *awshttp.ResponseError
	if errors.As(err, &response) {
		fmt.Println("for AWS support, a request ID:", response.ServiceRequestID() != "")
	}
	// Output:
	// one of the service's exceptions: Some names are already in use: archive
	// any of its errors: InvalidInputException
	// for AWS support, a request ID: true
}

// Input that can never work is refused before it is sent, for all its faults at
// once.
func Example_validation() {
	client, end := demo()
	defer end()

	_, err := client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{BucketName: aws.String("My_Archive")})

	var invalid smithy.InvalidParamsError
	if errors.As(err, &invalid) {
		for _, err := range invalid.Errs() {
			fmt.Println(err)
		}
	}
	// Output:
	// must consist of lower-case letters, digits and hyphens, with no hyphen at either end, CreateBucketInput.BucketName.
	// missing required field, CreateBucketInput.BundleId.
}
