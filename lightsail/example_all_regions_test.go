package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// servers has a test server for every Region. It sends each request to the one of its
// Region.
type servers map[string]*lightsailtest.Server

func (s servers) Do(r *http.Request) (*http.Response, error) {
	region := strings.Split(r.URL.Host, ".")[1] // lightsail.eu-west-1.amazonaws.com
	return s[region].HTTPClient().Do(r)
}

// This program lists the buckets of two Regions, and goes on if a Region fails. Without
// the option function, it lists those of all Regions.
func ExampleAllRegions() {
	regions := servers{}
	for region, bucket := range map[string]string{"us-east-1": "archive", "eu-west-1": "photos", "sa-east-1": ""} {
		server, err := lightsailtest.Start(lightsailtest.WithRegions(region), lightsailtest.WithBuckets(types.Bucket{Name: aws.String(bucket)}))
		if err != nil {
			log.Fatal(err)
		}
		defer server.Close()
		regions[region] = server
	}
	regions["sa-east-1"].Inject("GetBuckets", lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("No.")}))
	client := lightsail.NewFromConfig(regions["us-east-1"].Config(), func(o *lightsail.Options) {
		o.BaseEndpoint, o.HTTPClient = nil, regions
	})

	var lines []string
	for bucket, err := range lightsail.AllRegions(context.Background(), client, lightsail.NewGetBucketsPaginator, nil, func(o *lightsail.AllRegionsOptions) {
		o.Regions = []string{"us-east-1", "eu-west-1", "sa-east-1"}
	}) {
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
	// sa-east-1 failed
	// us-east-1 has the bucket archive
}
