package main

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// newServerWithRegions returns a server with the bucket one in us-east-1, the buckets two
// and logs-eu-west-1 in eu-west-1, and no bucket in sa-east-1.
func newServerWithRegions(t *testing.T) *lightsailtest.Server {
	t.Helper()
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1", "sa-east-1"),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("one")}))
	client := server.Client(func(o *lightsail.Options) { o.Region = "eu-west-1" })
	for _, name := range []string{"two", "logs-eu-west-1"} {
		in := &lightsail.CreateBucketInput{BucketName: &name, BundleId: aws.String("small_1_0")}
		if _, err := client.CreateBucket(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	server.ResetCalls()
	return server
}

// regionalUpdates returns the requests that change something, with their Regions.
func regionalUpdates(server *lightsailtest.Server) []string {
	var calls []string
	for _, call := range server.Calls() {
		if call.Operation != "GetBuckets" && call.Operation != "GetRegions" {
			calls = append(calls, call.Region+" "+call.String())
		}
	}
	return calls
}

func TestSeveralRegions(t *testing.T) {
	server := newServerWithRegions(t)
	got := runLive(t, t.Context(), server, "-regions", "sa-east-1,us-east-1,eu-west-1",
		"-destination", "logs-{region}", "-prefix", "{region}/{bucket}/", "-create")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `Region us-east-1
BUCKET          RESULT
logs-us-east-1  created
one             updated: off -> logs-us-east-1/us-east-1/one/

Region eu-west-1
BUCKET          RESULT
logs-eu-west-1  skipped: log destination
two             updated: off -> logs-eu-west-1/eu-west-1/two/
`,
		Stderr: "In us-east-1: 1 created, 1 updated\n" +
			"In eu-west-1: 1 updated, 1 skipped\n" +
			"In sa-east-1: nothing to do\n",
	})
	exampletest.Equal(t, regionalUpdates(server), []string{
		`us-east-1 CreateBucket {"bucketName":"logs-us-east-1","bundleId":"small_1_0"}`,
		`us-east-1 UpdateBucket {"accessLogConfig":{"destination":"logs-us-east-1","enabled":true,"prefix":"us-east-1/one/"},"bucketName":"one"}`,
		`eu-west-1 UpdateBucket {"accessLogConfig":{"destination":"logs-eu-west-1","enabled":true,"prefix":"eu-west-1/two/"},"bucketName":"two"}`,
	})
}

// TestRegionErrorsAreIndependent checks a Region without the destination, one that
// cannot be listed, and one without buckets, which needs no destination.
func TestRegionErrorsAreIndependent(t *testing.T) {
	server := newServerWithRegions(t)
	got := runLive(t, t.Context(), server, "-regions", "us-east-1,eu-west-1,sa-east-1", "-destination", "logs-{region}")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `Region eu-west-1
BUCKET          RESULT
logs-eu-west-1  skipped: log destination
two             updated: off -> logs-eu-west-1/two/
`,
		Stderr: "In us-east-1: failed: destination bucket logs-us-east-1 does not exist in us-east-1: use -create to create it\n" +
			"In eu-west-1: 1 updated, 1 skipped\n" +
			"In sa-east-1: nothing to do\n" +
			"accesslogs: 1 Region failed\n",
	})

	server = newServerWithRegions(t)
	server.Inject("GetBuckets", denied, denied, denied)
	got = runLive(t, t.Context(), server, "-regions", "us-east-1,eu-west-1,sa-east-1", "-destination", "logs-{region}")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Contains(t, got.Stderr, "In us-east-1: failed: listing of Region us-east-1: operation error Lightsail: GetBuckets, ",
		"In eu-west-1: failed: ", "In sa-east-1: failed: ", "accesslogs: 3 Regions failed\n")
}

func TestAllRegions(t *testing.T) {
	server := newServerWithRegions(t)
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetRegionsInput) (*lightsail.GetRegionsOutput, error) {
		return &lightsail.GetRegionsOutput{Regions: []types.Region{
			{Name: types.RegionNameUsEast1}, {Name: types.RegionNameEuWest1}, {Name: types.RegionNameSaEast1},
		}}, nil
	})
	got := runLive(t, t.Context(), server, "-regions", "all", "-destination", "logs-{region}", "-bucket", "two,nosuch", "-json")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 1 failed\nIn eu-west-1: 1 updated\nIn sa-east-1: nothing to do\n"+
		"nosuch: bucket does not exist in these Regions\naccesslogs: 1 bucket failed\n")
	var regions []string
	for _, region := range decode(t, got.Stdout).Regions {
		regions = append(regions, region.Region)
	}
	exampletest.Equal(t, regions, []string{"us-east-1", "eu-west-1", "sa-east-1"})

	server.Inject("GetRegions", denied)
	got = runLive(t, t.Context(), server, "-regions", "all", "-destination", "logs-{region}")
	exampletest.Contains(t, got.Stderr, "accesslogs: no changes made: list Regions: operation error Lightsail: GetRegions, ")
}

func TestDemoWithAllRegions(t *testing.T) {
	got := runDemo(t, "-regions", "all", "-destination", "logs-{region}", "-create")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Contains(t, got.Stdout, "Region us-east-1\n", "\nRegion eu-central-1\nBUCKET             RESULT\nlogs-eu-central-1  created\n",
		"photos-eu          updated: off -> logs-eu-central-1/photos-eu/\n")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 1 created, 34 updated, 4 kept\n",
		"In eu-central-1: 1 created, 2 updated\n", "In 18 Regions: nothing to do\n")
}
