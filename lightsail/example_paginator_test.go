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

// All iterates over the items of all pages. After break, it requests no further page.
func ExampleGetBucketsPaginator_All() {
	buckets := []types.Bucket{
		{Name: aws.String("archive")}, {Name: aws.String("logs")}, {Name: aws.String("photos")},
		{Name: aws.String("videos")}, {Name: aws.String("web")},
	}
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(buckets...), lightsailtest.WithPageSize(2))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(*bucket.Name)
		if *bucket.Name == "photos" {
			break // the third page is not requested
		}
	}
	// Output:
	// archive
	// logs
	// photos
}

// Pages iterates over the pages, for programs that need more than the items.
func ExampleGetBucketsPaginator_Pages() {
	buckets := []types.Bucket{{Name: aws.String("archive")}, {Name: aws.String("logs")}, {Name: aws.String("photos")}}
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(buckets...), lightsailtest.WithPageSize(2))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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

// HasMorePages and NextPage work as in other paginators of the AWS SDK.
func ExampleGetBucketsPaginator_NextPage() {
	buckets := []types.Bucket{{Name: aws.String("archive")}, {Name: aws.String("logs")}, {Name: aws.String("photos")}}
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(buckets...), lightsailtest.WithPageSize(2))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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

// After an error, another loop continues with the page that failed.
func ExampleGetBucketsPaginator_All_resume() {
	server, err := lightsailtest.Start(
		lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}, types.Bucket{Name: aws.String("logs")}),
		lightsailtest.WithFaults("GetBuckets", lightsailtest.Latency(0), lightsailtest.Error(&types.AccessDeniedException{})),
	)
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	paginator := lightsail.NewGetBucketsPaginator(client, nil)
	for paginator.HasMorePages() {
		for bucket, err := range paginator.All(context.Background()) {
			if err != nil {
				fmt.Println("retrying") // a real program limits the number of retries
				break
			}
			fmt.Println(*bucket.Name)
		}
	}
	// Output:
	// archive
	// retrying
	// logs
}

// This program prints the access log configuration of every bucket in a Region.
func ExampleNewGetBucketsPaginator() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("archive"), AccessLogConfig: lightsail.AccessLogOn("logs", "archive/")},
		types.Bucket{Name: aws.String("logs")},
	))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		if config := bucket.AccessLogConfig; config != nil && aws.ToBool(config.Enabled) {
			fmt.Println(*bucket.Name, "logs to", *config.Destination)
		} else {
			fmt.Println(*bucket.Name, "has no access logs")
		}
	}
	// Output:
	// archive logs to logs
	// logs has no access logs
}

// This program lists the Ubuntu releases in the catalog of blueprints.
func ExampleNewGetBlueprintsPaginator() {
	server, err := lightsailtest.Start(lightsailtest.WithPageSize(7))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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

// This program finds the cheapest bundle for Windows with at least 2 GB of memory.
func ExampleNewGetBundlesPaginator() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()

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
