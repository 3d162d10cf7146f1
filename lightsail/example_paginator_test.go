package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// All goes through the items. It stops calling when the loop is left.
func ExamplePaginator_All() {
	client, end := demo(lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
		bucket("archive"), bucket("logs"), bucket("photos"), bucket("videos"), bucket("web"),
	))
	defer end()

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(*bucket.Name)
		if *bucket.Name == "photos" {
			break // the third page is not asked for
		}
	}
	// Output:
	// archive
	// logs
	// photos
}

// Pages goes through the pages, for what stands beside the items.
func ExamplePaginator_Pages() {
	client, end := demo(lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(bucket("archive"), bucket("logs"), bucket("photos")))
	defer end()

	for page, err := range lightsail.NewGetBucketsPaginator(client, nil).Pages(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(len(page.Buckets), page.AccountLevelBpaSync.Status)
	}
	// Output:
	// 2 InSync
	// 1 InSync
}

// NextPage is the form of all paginators of the AWS SDK.
func ExamplePaginator_NextPage() {
	client, end := demo(lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(bucket("archive"), bucket("logs"), bucket("photos")))
	defer end()

	paginator := lightsail.NewGetBucketsPaginator(client, &lightsail.GetBucketsInput{})
	for paginator.HasMorePages() {
		page, err := paginator.NextPage(context.Background())
		if err != nil {
			log.Fatal(err)
		}
		for _, bucket := range page.Buckets {
			fmt.Println(*bucket.Name)
		}
	}
	// Output:
	// archive
	// logs
	// photos
}

// After an error, another range goes on with the page that failed.
func ExamplePaginator_All_resume() {
	client, end := demo(
		lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(bucket("archive"), bucket("logs")),
		lightsailtest.WithFaults("GetBuckets", lightsailtest.Latency(0), lightsailtest.Error(&types.AccessDeniedException{})),
	)
	defer end()

	paginator := lightsail.NewGetBucketsPaginator(client, nil)
	for paginator.HasMorePages() {
		for bucket, err := range paginator.All(context.Background()) {
			if err != nil {
				fmt.Println("once more") // in a program: up to a limit
				break
			}
			fmt.Println(*bucket.Name)
		}
	}
	// Output:
	// archive
	// once more
	// logs
}

// The access logs of every bucket of the Region.
func ExampleNewGetBucketsPaginator() {
	client, end := demo(lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("archive"), AccessLogConfig: lightsail.AccessLogOn("logs", "archive/")},
		types.Bucket{Name: aws.String("logs")},
	))
	defer end()

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		if config := bucket.AccessLogConfig; config != nil && aws.ToBool(config.Enabled) {
			fmt.Println(*bucket.Name, "logs to", *config.Destination)
		} else {
			fmt.Println(*bucket.Name, "is not logged")
		}
	}
	// Output:
	// archive logs to logs
	// logs is not logged
}

// The releases of Ubuntu, which are on more than one page of the catalogue.
func ExampleNewGetBlueprintsPaginator() {
	client, end := demo(lightsailtest.WithPageSize(7))
	defer end()

	for blueprint, err := range lightsail.NewGetBlueprintsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		if strings.HasPrefix(*blueprint.BlueprintId, "ubuntu") {
			fmt.Println(*blueprint.BlueprintId, *blueprint.Version)
		}
	}
	// Output:
	// ubuntu_24_04 24.04 LTS
	// ubuntu_22_04 22.04 LTS
}

// The cheapest plan for Windows with at least 2 GB of memory.
func ExampleNewGetBundlesPaginator() {
	client, end := demo()
	defer end()

	var best *types.Bundle
	for bundle, err := range lightsail.NewGetBundlesPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		if bundle.SupportedPlatforms[0] != types.InstancePlatformWindows || *bundle.RamSizeInGb < 2 {
			continue
		}
		if best == nil || *bundle.Price < *best.Price {
			best = &bundle
		}
	}
	fmt.Printf("%s for $%.2f a month\n", *best.BundleId, *best.Price)
	// Output: small_win_3_0 for $22.00 a month
}

// onePage is a client for a test of code that takes a GetBucketsAPIClient.
type onePage []types.Bucket

func (p onePage) GetBuckets(context.Context, *lightsail.GetBucketsInput, ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	return &lightsail.GetBucketsOutput{Buckets: p}, nil
}

// Paginators and waiters take any type with the one method that they call. Here
// onePage is a type of the test, a []types.Bucket with a method GetBuckets.
func ExampleGetBucketsAPIClient() {
	var client lightsail.GetBucketsAPIClient = onePage{bucket("archive"), bucket("logs")}

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		fmt.Println(*bucket.Name, err)
	}
	// Output:
	// archive <nil>
	// logs <nil>
}
