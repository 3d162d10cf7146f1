package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// This program lists the buckets of all Regions, and goes on if a Region fails. The test
// server has two Regions.
func ExampleAllRegions() {
	server, err := lightsailtest.Start(lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	for region, bucket := range map[string]string{"us-east-1": "archive", "eu-west-1": "photos"} {
		_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{
			BucketName: &bucket,
			BundleId:   aws.String("small_1_0"),
		}, func(o *lightsail.Options) { o.Region = region })
		if err != nil {
			log.Fatal(err)
		}
	}

	var lines []string
	for bucket, err := range lightsail.AllRegions(ctx, client, lightsail.NewGetBucketsPaginator, nil) {
		if err != nil {
			lines = append(lines, bucket.Region+" failed") // err has the reason
			continue
		}
		lines = append(lines, bucket.Region+" has the bucket "+*bucket.Item.Name)
	}
	slices.Sort(lines) // items are in the order of their arrival
	fmt.Println(strings.Join(lines, "\n"))
	// Output:
	// eu-west-1 has the bucket photos
	// us-east-1 has the bucket archive
}
