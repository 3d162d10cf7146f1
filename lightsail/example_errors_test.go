package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"
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

// While a bucket is being modified, for minutes, it rejects other changes. A program that
// does not want to wait reports that; RetryBusy waits.
func ExampleIsBusy() {
	busy := &types.InvalidInputException{Message: aws.String("The bucket is being changed. Please try again in a few minutes.")}
	server, err := lightsailtest.Start(
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}),
		lightsailtest.WithFaults("UpdateBucket", lightsailtest.Error(busy)),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	_, err = client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
		BucketName: aws.String("archive"),
		Versioning: aws.String("Enabled"),
	})
	if lightsail.IsBusy(err) {
		fmt.Println("the bucket is being modified: try again later")
	}
	// Output: the bucket is being modified: try again later
}

// RetryBusy repeats a change while another one is in progress, for at most 30 minutes.
func ExampleRetryBusy() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	err = lightsail.RetryBusy(context.Background(), 30*time.Minute, func(ctx context.Context) error {
		_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
			BucketName: aws.String("archive"),
			Versioning: aws.String("Enabled"),
		})
		return err
	})
	fmt.Println(err)
	// Output: <nil>
}

// This program creates a bucket, and accepts that it exists. The existing bucket can also
// be that of another account, so the program checks that it can access it.
func ExampleIsAlreadyExists() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")

	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if lightsail.IsAlreadyExists(err) {
		fmt.Println("the name is in use")
		_, err = client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: name})
	}
	fmt.Println(err)
	// Output:
	// the name is in use
	// <nil>
}

// A bucket has at most two access keys. This program deletes the oldest one to make room
// for a new one.
func ExampleIsQuotaExceeded() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("archive")

	for range 3 {
		_, err := client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: name})
		if lightsail.IsQuotaExceeded(err) {
			fmt.Println("replacing the oldest access key")
			keys, err := client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: name})
			if err != nil {
				log.Fatal(err)
			}
			oldest := slices.MinFunc(keys.AccessKeys, func(a, b types.AccessKey) int { return a.CreatedAt.Compare(*b.CreatedAt) })
			_, err = client.DeleteBucketAccessKey(ctx, &lightsail.DeleteBucketAccessKeyInput{BucketName: name, AccessKeyId: oldest.AccessKeyId})
			if err != nil {
				log.Fatal(err)
			}
			_, err = client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: name})
			fmt.Println(err)
		} else if err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// replacing the oldest access key
	// <nil>
}

// A call in the wrong Region is rejected. The error has a hint behind the text of the
// service, which the exception does not have.
func Example_errorHint() {
	elsewhere := &types.InvalidInputException{Message: aws.String("This API is only available in the us-east-1 Region.")}
	server, err := lightsailtest.Start(
		lightsailtest.WithRegions("eu-west-1"),
		lightsailtest.WithFaults("GetBuckets", lightsailtest.Error(elsewhere)),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	_, err = client.GetBuckets(context.Background(), nil) // with the real service, GetDomains for example
	_, hint, _ := strings.Cut(err.Error(), "InvalidInputException: ")
	fmt.Println(hint)

	var invalid *types.InvalidInputException
	if errors.As(err, &invalid) {
		fmt.Println(invalid.ErrorMessage())
	}
	// Output:
	// This API is only available in the us-east-1 Region. (hint: set o.Region = "us-east-1" in an option function of the call)
	// This API is only available in the us-east-1 Region.
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
