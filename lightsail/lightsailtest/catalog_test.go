package lightsailtest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The bucket bundles, the Regions and the URLs of blueprints are the published ones.
func TestCatalogMatchesPublishedData(t *testing.T) {
	data, err := os.ReadFile("../../../shared/facts/catalogue.json")
	if err != nil {
		t.Skip("../shared/facts/catalogue.json is not beside the repository")
	}
	var catalog struct {
		BucketBundles []types.BucketBundle
		Blueprints    []struct {
			Value    types.Blueprint
			Inferred []string
		}
		Regions []struct{ Value types.Region }
	}
	if err := json.Unmarshal(data, &catalog); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, region := range catalog.Regions {
		names = append(names, string(region.Value.Name))
	}
	_, client := newTestServer(t, lightsailtest.WithPageSize(0), lightsailtest.WithRegions("us-east-1", names...))
	bundles := must[lightsail.GetBucketBundlesOutput](t)(client.GetBucketBundles(t.Context(), &lightsail.GetBucketBundlesInput{IncludeInactive: aws.Bool(true)}))
	wantEqual(t, "bundles", catalog.BucketBundles, bundles.Bundles)
	got := must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), nil))
	var want []types.Region
	for i, region := range catalog.Regions {
		// The file has no published descriptions.
		region.Value.Description = got.Regions[i].Description
		want = append(want, region.Value)
	}
	wantEqual(t, "Regions", want, got.Regions)

	blueprints := must[lightsail.GetBlueprintsOutput](t)(client.GetBlueprints(t.Context(), &lightsail.GetBlueprintsInput{IncludeInactive: aws.Bool(true)}))
	for _, want := range catalog.Blueprints {
		i := slices.IndexFunc(blueprints.Blueprints, func(b types.Blueprint) bool { return *b.BlueprintId == *want.Value.BlueprintId })
		if i < 0 {
			t.Errorf("there is no blueprint %s", *want.Value.BlueprintId)
			continue
		}
		got := blueprints.Blueprints[i]
		if !slices.Contains(want.Inferred, "productUrl") {
			wantEqual(t, "ProductUrl of "+*got.BlueprintId, want.Value.ProductUrl, got.ProductUrl)
		}
		if !slices.Contains(want.Inferred, "licenseUrl") {
			wantEqual(t, "LicenseUrl of "+*got.BlueprintId, want.Value.LicenseUrl, got.LicenseUrl)
		}
	}
}

func TestGetBucketBundles(t *testing.T) {
	_, client := newTestServer(t)
	out := must[lightsail.GetBucketBundlesOutput](t)(client.GetBucketBundles(t.Context(), nil))
	if len(out.Bundles) != 3 {
		t.Fatalf("got %d bundles, want 3", len(out.Bundles))
	}
	wantEqual(t, "second bundle", types.BucketBundle{
		BundleId:             aws.String("medium_1_0"),
		IsActive:             aws.Bool(true),
		Name:                 aws.String("Object Storage 100GB"),
		Price:                aws.Float32(3),
		StoragePerMonthInGb:  aws.Int32(100),
		TransferPerMonthInGb: aws.Int32(250),
	}, out.Bundles[1])
	for i, bundle := range out.Bundles {
		if _, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
			BucketName: aws.String(fmt.Sprintf("bucket-%d", i)), BundleId: bundle.BundleId,
		}); err != nil {
			t.Errorf("CreateBucket with bundle %s: %v", *bundle.BundleId, err)
		}
	}
}

// GetRegions returns the Regions of the server, also those that the service does not have.
func TestGetRegionsOfServer(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithRegions("eu-west-1", "us-east-1", "mars-north-1"))
	var names []types.RegionName
	for _, region := range must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), nil)).Regions {
		names = append(names, region.Name)
	}
	wantEqual(t, "Regions", []types.RegionName{"us-east-1", "eu-west-1", "mars-north-1"}, names)
}

func TestGetRegions(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithRegions("us-east-1", "us-east-2", "ap-northeast-2"))
	_, _, body := send(t, server.HTTPClient(), newRequest("GetRegions", `{}`).sign(t, anyURL))
	const ohio = `{"availabilityZones":[],"continentCode":"NA","description":"This region is recommended to serve users in the eastern United States","displayName":"Ohio",` +
		`"name":"us-east-2","relationalDatabaseAvailabilityZones":[]}`
	if !strings.Contains(body, ohio) {
		t.Errorf("got %s, want it to contain %s", body, ohio)
	}

	client := server.Client(inProcess(server))
	region := func(in lightsail.GetRegionsInput) types.Region {
		t.Helper()
		return must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), &in)).Regions[1]
	}
	zones := []types.AvailabilityZone{
		{State: aws.String("available"), ZoneName: aws.String("us-east-2a")},
		{State: aws.String("available"), ZoneName: aws.String("us-east-2b")},
		{State: aws.String("available"), ZoneName: aws.String("us-east-2c")},
	}
	got := region(lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)})
	wantEqual(t, "zones", zones, got.AvailabilityZones)
	wantEqual(t, "database zones without IncludeRelationalDatabaseAvailabilityZones", []types.AvailabilityZone{}, got.RelationalDatabaseAvailabilityZones)
	got = region(lightsail.GetRegionsInput{IncludeRelationalDatabaseAvailabilityZones: aws.Bool(true)})
	wantEqual(t, "zones without IncludeAvailabilityZones", []types.AvailabilityZone{}, got.AvailabilityZones)
	wantEqual(t, "database zones", zones, got.RelationalDatabaseAvailabilityZones)

	all := must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), &lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)})).Regions
	i := slices.IndexFunc(all, func(r types.Region) bool { return r.Name == types.RegionNameApNortheast2 })
	zones = []types.AvailabilityZone{
		{State: aws.String("available"), ZoneName: aws.String("ap-northeast-2a")},
		{State: aws.String("available"), ZoneName: aws.String("ap-northeast-2c")},
	}
	wantEqual(t, "zones of ap-northeast-2, which have no consecutive letters", zones, all[i].AvailabilityZones)
}

func TestCatalogFilters(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client(inProcess(server))
	blueprints := func(in lightsail.GetBlueprintsInput) (ids []string, pages int) {
		for pages = 1; pages <= maxPages; pages++ {
			out, err := client.GetBlueprints(t.Context(), &in)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range out.Blueprints {
				ids = append(ids, *b.BlueprintId)
			}
			if in.PageToken = out.NextPageToken; in.PageToken == nil {
				return ids, pages
			}
		}
		t.Fatalf("GetBlueprints: more than %d pages", maxPages)
		return nil, 0
	}
	bundles := func(client *lightsail.Client, in lightsail.GetBundlesInput) (ids []string) {
		for range maxPages {
			out, err := client.GetBundles(t.Context(), &in)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range out.Bundles {
				ids = append(ids, *b.BundleId)
			}
			if in.PageToken = out.NextPageToken; in.PageToken == nil {
				return ids
			}
		}
		t.Fatalf("GetBundles: more than %d pages", maxPages)
		return nil
	}

	active, pages := blueprints(lightsail.GetBlueprintsInput{})
	if pages < 2 || len(active) < 14 {
		t.Errorf("got %d blueprints on %d pages, want at least 14 on at least 2", len(active), pages)
	}
	all, _ := blueprints(lightsail.GetBlueprintsInput{IncludeInactive: aws.Bool(true)})
	if len(all) != len(active)+1 || slices.Contains(active, "wordpress_5_1_1_2") {
		t.Errorf("got %v with inactive and %v without, want one more with, wordpress_5_1_1_2", all, active)
	}
	research, _ := blueprints(lightsail.GetBlueprintsInput{AppCategory: types.AppCategoryLfR})
	if len(research) != 1 || slices.Contains(all, research[0]) {
		t.Errorf("blueprints for research: got %v, want one that is not in the other lists", research)
	}

	ids := bundles(client, lightsail.GetBundlesInput{})
	withInactive := bundles(client, lightsail.GetBundlesInput{IncludeInactive: aws.Bool(true)})
	if len(ids) != 17 || len(withInactive) != 18 || !slices.Contains(ids, "2xlarge_win_3_0") {
		t.Errorf("got %v without inactive and %v with, want 17 and 18", ids, withInactive)
	}
	if got := bundles(client, lightsail.GetBundlesInput{AppCategory: types.AppCategoryLfR}); len(got) != 1 {
		t.Errorf("bundles for research: got %v, want one", got)
	}
	for region, id := range map[string]string{"ap-south-1": "small_3_1", "ap-southeast-2": "small_3_2"} {
		server := lightsailtest.NewServer(t, lightsailtest.WithRegions(region))
		if ids := bundles(server.Client(inProcess(server)), lightsail.GetBundlesInput{}); !slices.Contains(ids, id) {
			t.Errorf("%s: got %v, want %s among them", region, ids, id)
		}
	}
}

// The values are from the published price list.
func TestBundleOfWindows(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(0))
	out, err := server.Client(inProcess(server)).GetBundles(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(out.Bundles, func(b types.Bundle) bool { return *b.BundleId == "nano_win_3_0" })
	want := types.Bundle{
		BundleId:               aws.String("nano_win_3_0"),
		CpuCount:               aws.Int32(2),
		DiskSizeInGb:           aws.Int32(30),
		InstanceType:           aws.String("nano"),
		IsActive:               aws.Bool(true),
		Name:                   aws.String("Nano"),
		Power:                  aws.Int32(298),
		Price:                  aws.Float32(9.5),
		PublicIpv4AddressCount: aws.Int32(1),
		RamSizeInGb:            aws.Float32(0.5),
		SupportedPlatforms:     []types.InstancePlatform{types.InstancePlatformWindows},
		TransferPerMonthInGb:   aws.Int32(1024),
	}
	if diff := cmp.Diff(want, out.Bundles[i]); diff != "" {
		t.Errorf("bundle (-want +got):\n%s", diff)
	}
}

func TestCatalogOptions(t *testing.T) {
	// Page tokens must work even if all items are equal.
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2),
		lightsailtest.WithBlueprints(slices.Repeat([]types.Blueprint{{IsActive: aws.Bool(true)}}, 5)...),
		lightsailtest.WithBundles())
	client := server.Client(inProcess(server))
	var sizes []int
	in := new(lightsail.GetBlueprintsInput)
	for len(sizes) < maxPages {
		out, err := client.GetBlueprints(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, len(out.Blueprints))
		if in.PageToken = out.NextPageToken; in.PageToken == nil {
			break
		}
	}
	if got := fmt.Sprint(sizes); got != "[2 2 1]" {
		t.Errorf("got page sizes %s, want [2 2 1]", got)
	}
	out, err := client.GetBundles(t.Context(), nil)
	if err != nil || len(out.Bundles) != 0 {
		t.Errorf("WithBundles(): got %v, %v, want no bundles", out, err)
	}
}
