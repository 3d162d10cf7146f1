package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	smithy "github.com/aws/smithy-go" // the name lets go doc of Go 1.25 show the whole program

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This program creates a bucket if it does not exist.
func ExampleIsNotFound() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")

	_, err = client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: name})
	if lightsail.IsNotFound(err) {
		fmt.Println("creating the bucket")
		_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	}
	fmt.Println(err)
	// Output:
	// creating the bucket
	// <nil>
}

// While a bucket is being modified, for minutes, it rejects other changes. The client's
// retries end within seconds and do not include this error, so the program retries
// until its context ends.
func ExampleIsBusy() {
	busy := &types.InvalidInputException{Message: aws.String("The bucket is being changed. Please try again in a few minutes.")}
	server, err := lightsailtest.Start(
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}),
		lightsailtest.WithFaults("UpdateBucket", lightsailtest.Error(busy).Times(2)),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	delay := 2 * time.Millisecond // 2 * time.Minute with the real service

	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	defer cancel()
	for {
		_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
			BucketName: aws.String("archive"),
			Versioning: aws.String("Enabled"),
		})
		if !lightsail.IsBusy(err) {
			fmt.Println("done:", err)
			return
		}
		fmt.Println("busy")
		select {
		case <-time.After(delay):
		case <-ctx.Done():
			log.Fatal(ctx.Err())
		}
	}
	// Output:
	// busy
	// busy
	// done: <nil>
}

// This example shows the error types of a failed call.
func Example_errors() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	_, err = client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("archive"), BundleId: aws.String("small_1_0"),
	})

	var invalid *types.InvalidInputException
	if errors.As(err, &invalid) {
		fmt.Println("exception of the service:", invalid.ErrorMessage())
	}
	var api smithy.APIError
	if errors.As(err, &api) {
		fmt.Println("any error of the service:", api.ErrorCode())
	}
	var response *awshttp.ResponseError
	if errors.As(err, &response) {
		fmt.Println("has a request ID for AWS Support:", response.ServiceRequestID() != "")
	}
	// Output:
	// exception of the service: Some names are already in use: archive
	// any error of the service: InvalidInputException
	// has a request ID for AWS Support: true
}

// Invalid input is rejected before it is sent. The error lists all violations.
func Example_validation() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	_, err = client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{BucketName: aws.String("My_Archive")})

	var invalid smithy.InvalidParamsError
	if errors.As(err, &invalid) {
		for _, err := range invalid.Errs() {
			var param smithy.InvalidParamError
			fmt.Println(errors.As(err, &param), param.Field())
		}
	}
	// Output:
	// true CreateBucketInput.BundleId
	// true CreateBucketInput.BucketName
}
