package lightsailtest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// Buckets that come and go between pages move no other across them.
func TestPagesStayInOrder(t *testing.T) {
	named := func(names ...string) (buckets []types.Bucket) {
		for _, name := range names {
			buckets = append(buckets, types.Bucket{Name: &name})
		}
		return buckets
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2),
		lightsailtest.WithBuckets(named("f", "b", "d", "h", "j")...))
	client := server.Client(inProcess(server))

	var names []string
	in := new(lightsail.GetBucketsInput)
	for page := 1; page == 1 || in.PageToken != nil; page++ {
		out, err := client.GetBuckets(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range out.Buckets {
			names = append(names, *b.Name)
		}
		if page == 1 {
			server.RemoveBuckets("b", "d", "j") // the last of the page among them
			server.PutBuckets(named("a", "c", "e", "k")...)
		}
		in.PageToken = out.NextPageToken
	}
	if diff := cmp.Diff([]string{"b", "d", "e", "f", "h", "k"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPageTokens(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(make([]types.Bucket, 3)...))
	client := server.Client(inProcess(server))
	yes := aws.Bool(true)
	first, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes})
	if err != nil {
		t.Fatal(err)
	}
	token := *first.NextPageToken
	if strings.Contains(token, "bucket") {
		t.Errorf("the token %q tells where it goes", token)
	}
	if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes, PageToken: &token}); err != nil {
		t.Errorf("the query that it is of: %v", err)
	}
	if _, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String("")}); err != nil {
		t.Errorf("an empty token: %v", err)
	}

	refused := func(what string, err error) {
		t.Helper()
		if errorCode(err) != invalidInput || !strings.Contains(err.Error(), "pageToken") {
			t.Errorf("%s: got %v, want %s", what, err, invalidInput)
		}
	}
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: &token})
	refused("another query", err)
	_, err = client.GetBundles(t.Context(), &lightsail.GetBundlesInput{PageToken: &token})
	refused("another operation", err)
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("bucket-0001"), PageToken: &token})
	refused("with a name", err)
	_, err = client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String("bucket-0001")})
	refused("made up", err)
	other := lightsailtest.NewServer(t)
	_, err = other.Client(inProcess(other)).GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeConnectedResources: yes, PageToken: &token})
	refused("another server", err)
}

func TestCatalogue(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client(inProcess(server))
	blueprints := func(in lightsail.GetBlueprintsInput) (ids []string, pages int) {
		for pages = 1; ; pages++ {
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
	}
	bundles := func(client *lightsail.Client, in lightsail.GetBundlesInput) (ids []string) {
		for {
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
	}

	active, pages := blueprints(lightsail.GetBlueprintsInput{})
	if pages < 2 || len(active) < 14 {
		t.Errorf("%d blueprints on %d pages, want more than one page", len(active), pages)
	}
	all, _ := blueprints(lightsail.GetBlueprintsInput{IncludeInactive: aws.Bool(true)})
	if len(all) != len(active)+1 || slices.Contains(active, "wordpress_5_1_1_2") {
		t.Errorf("all are %v, active are %v", all, active)
	}
	research, _ := blueprints(lightsail.GetBlueprintsInput{AppCategory: types.AppCategoryLfR})
	if len(research) != 1 || slices.Contains(all, research[0]) {
		t.Errorf("for research are %v", research)
	}

	ids := bundles(client, lightsail.GetBundlesInput{})
	withRetired := bundles(client, lightsail.GetBundlesInput{IncludeInactive: aws.Bool(true)})
	if len(ids) != 17 || len(withRetired) != 18 || !slices.Contains(ids, "2xlarge_win_3_0") {
		t.Errorf("active are %v, all are %v", ids, withRetired)
	}
	if got := bundles(client, lightsail.GetBundlesInput{AppCategory: types.AppCategoryLfR}); len(got) != 1 {
		t.Errorf("for research are %v", got)
	}
	for region, id := range map[string]string{"ap-south-1": "small_3_1", "ap-southeast-2": "small_3_2"} {
		server := lightsailtest.NewServer(t, lightsailtest.WithRegion(region))
		if ids := bundles(server.Client(inProcess(server)), lightsail.GetBundlesInput{}); !slices.Contains(ids, id) {
			t.Errorf("%s has %v, not %s", region, ids, id)
		}
	}
}

// The figures are those of the published price list.
func TestBundle(t *testing.T) {
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
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOwnCatalogue(t *testing.T) {
	// Entries that cannot be told apart are pages all the same.
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2),
		lightsailtest.WithBlueprints(slices.Repeat([]types.Blueprint{{IsActive: aws.Bool(true)}}, 5)...),
		lightsailtest.WithBundles())
	client := server.Client(inProcess(server))
	var sizes []int
	for in := new(lightsail.GetBlueprintsInput); ; {
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
		t.Errorf("pages of %s", got)
	}
	out, err := client.GetBundles(t.Context(), nil)
	if err != nil || len(out.Bundles) != 0 {
		t.Errorf("no bundles at all: got %v, %v", out, err)
	}
}
