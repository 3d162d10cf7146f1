package lightsail_test

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A first program: what buckets are there?
//
// The examples of this package run against a server in the process. A program
// has its configuration from config.LoadDefaultConfig instead.
func Example() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("archive")},
		types.Bucket{Name: aws.String("photos")},
	))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	cfg := server.Config()

	client := lightsail.NewFromConfig(cfg)
	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(*bucket.Name, *bucket.Url)
	}
	// Output:
	// archive https://archive.s3.us-east-1.amazonaws.com/
	// photos https://photos.s3.us-east-1.amazonaws.com/
}

// demo starts a server, and returns a client that calls it and how to end it.
func demo(opts ...lightsailtest.Option) (client *lightsail.Client, end func() error) {
	server, err := lightsailtest.Start(opts...)
	if err != nil {
		log.Fatal(err)
	}
	return server.Client(), server.Close
}

// bucket is a bucket for a server.
func bucket(name string) types.Bucket {
	return types.Bucket{Name: &name}
}

// Options of the client are for all its calls.
func ExampleNewFromConfig() {
	cfg := aws.Config{Region: "eu-west-1"} // or config.LoadDefaultConfig(ctx)
	client := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
		o.AppID = "backup-tool"
		o.RetryMaxAttempts = 5
	})

	fmt.Println(client.Options().Region, client.Options().Retryer.MaxAttempts())
	// Output: eu-west-1 5
}

// Options of a call are for that call, here one that is not to be tried again.
func ExampleOptions() {
	client, end := demo(lightsailtest.WithFaults("GetBuckets", lightsailtest.Throttle()))
	defer end()
	ctx := context.Background()

	_, err := client.GetBuckets(ctx, nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
	fmt.Println("once:", err != nil)
	_, err = client.GetBuckets(ctx, nil)
	fmt.Println("as usual:", err)
	// Output:
	// once: true
	// as usual: <nil>
}

// Middleware for the SDK's clients works with this one.
func ExampleWithAPIOptions() {
	client, end := demo()
	defer end()
	announce := func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Announce",
			func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				fmt.Println("calling", awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx))
				return next.HandleInitialize(ctx, in)
			}), middleware.Before)
	}

	_, err := client.GetBundles(context.Background(), nil, lightsail.WithAPIOptions(announce))
	if err != nil {
		log.Fatal(err)
	}
	// Output: calling Lightsail GetBundles
}

func ExampleClient_CreateBucket() {
	client, end := demo()
	defer end()

	out, err := client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("archive"),
		BundleId:   aws.String("small_1_0"), // the plan: storage, transfer and price
		Tags:       []types.Tag{{Key: aws.String("team"), Value: aws.String("backup")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Bucket.Name, *out.Bucket.BundleId)
	// Output: archive small_1_0
}

// One bucket, by its name. See NewGetBucketsPaginator for all of them.
func ExampleClient_GetBuckets() {
	client, end := demo(lightsailtest.WithBuckets(bucket("archive")))
	defer end()

	out, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")})
	if err != nil {
		log.Fatal(err)
	}
	// Members can be missing: aws.ToString takes nil for "".
	fmt.Println(aws.ToString(out.Buckets[0].ObjectVersioning))
	// Output: NeverEnabled
}

// Only what is set is changed.
func ExampleClient_UpdateBucket() {
	client, end := demo(lightsailtest.WithBuckets(bucket("archive")))
	defer end()

	out, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
		BucketName: aws.String("archive"),
		Versioning: aws.String("Enabled"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Bucket.ObjectVersioning, out.Bucket.AccessRules.GetObject)
	// Output: Enabled private
}

// The requests to one bucket are logged to files in another.
func ExampleAccessLogOn() {
	client, end := demo(lightsailtest.WithBuckets(bucket("archive"), bucket("logs")))
	defer end()

	out, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
		BucketName:      aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOn("logs", "archive/"),
	})
	if err != nil {
		log.Fatal(err)
	}
	config := out.Bucket.AccessLogConfig
	fmt.Println(*config.Enabled, *config.Destination, *config.Prefix)
	// Output: true logs archive/
}

func ExampleAccessLogOff() {
	client, end := demo(lightsailtest.WithBuckets(types.Bucket{
		Name:            aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOn("logs", ""),
	}))
	defer end()

	out, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
		BucketName:      aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOff(),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Bucket.AccessLogConfig.Enabled)
	// Output: false
}
