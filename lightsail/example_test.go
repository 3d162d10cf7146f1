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

// This program lists all buckets of a Region.
//
// The examples of this package call a test server in the same process. To call
// Lightsail, load the configuration with config.LoadDefaultConfig instead.
func Example() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("archive")}, types.Bucket{Name: aws.String("photos")},
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

// Option functions of the client apply to all its calls.
func ExampleNewFromConfig() {
	cfg := aws.Config{Region: "eu-west-1"} // or config.LoadDefaultConfig(ctx)
	client := lightsail.NewFromConfig(cfg, func(o *lightsail.Options) {
		o.AppID = "backup-tool"
		o.RetryMaxAttempts = 5
	})

	fmt.Println(client.Options().Region, client.Options().Retryer.MaxAttempts())
	// Output: eu-west-1 5
}

// Option functions of a call apply to that call only. This one disables retries.
func ExampleOptions() {
	server, err := lightsailtest.Start(lightsailtest.WithFaults("GetBuckets", lightsailtest.Throttle()))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	_, err = client.GetBuckets(ctx, nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
	fmt.Println("without retries:", err != nil)
	_, err = client.GetBuckets(ctx, nil)
	fmt.Println("with retries:", err)
	// Output:
	// without retries: true
	// with retries: <nil>
}

// Middleware for other clients of the AWS SDK also works with this client.
func ExampleWithAPIOptions() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	printCalls := func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("PrintCalls",
			func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				fmt.Println("calling", awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx))
				return next.HandleInitialize(ctx, in)
			}), middleware.Before)
	}

	if _, err := client.GetBundles(context.Background(), nil, lightsail.WithAPIOptions(printCalls)); err != nil {
		log.Fatal(err)
	}
	// Output: calling Lightsail GetBundles
}

func ExampleClient_CreateBucket() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	out, err := client.CreateBucket(context.Background(), &lightsail.CreateBucketInput{
		BucketName: aws.String("archive"),
		BundleId:   aws.String("small_1_0"), // sets storage, transfer and price
		Tags:       []types.Tag{{Key: aws.String("team"), Value: aws.String("backup")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Bucket.Name, *out.Bucket.BundleId)
	// Output: archive small_1_0
}

// This example gets one bucket by name. Use NewGetBucketsPaginator to list all buckets.
func ExampleClient_GetBuckets() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	out, err := client.GetBuckets(context.Background(), &lightsail.GetBucketsInput{BucketName: aws.String("archive")})
	if err != nil {
		log.Fatal(err)
	}
	// Fields can be nil. aws.ToString returns "" for nil.
	fmt.Println(aws.ToString(out.Buckets[0].ObjectVersioning))
	// Output: NeverEnabled
}

// GetInstanceAccessDetails returns an SSH key and a certificate for one session. Package
// access writes them to files for ssh. Sensitive fields are redacted when printed.
func ExampleClient_GetInstanceAccessDetails() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	out, err := client.GetInstanceAccessDetails(context.Background(), &lightsail.GetInstanceAccessDetailsInput{
		InstanceName: aws.String("web"),
		Protocol:     types.InstanceAccessProtocolSsh,
	})
	if err != nil {
		log.Fatal(err)
	}
	details := out.AccessDetails
	fmt.Printf("ssh %s@%s\n", *details.Username, *details.IpAddress)
	fmt.Println(details.PrivateKey != nil, details.CertKey != nil)
	// Output:
	// ssh ubuntu@192.0.2.10
	// true true
}

// UpdateBucket changes only the settings that the input sets.
func ExampleClient_UpdateBucket() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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

// This example writes the access logs of bucket archive to files in bucket logs.
func ExampleAccessLogOn() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("archive")}, types.Bucket{Name: aws.String("logs")},
	))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{
		Name:            aws.String("archive"),
		AccessLogConfig: lightsail.AccessLogOn("logs", ""),
	}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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
