package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// regionServers has a server for every Region. It is an HTTP client that sends each
// request to the server of its Region, without sockets.
type regionServers struct {
	servers  map[string]*lightsailtest.Server
	inFlight atomic.Int64
	most     atomic.Int64 // the highest value of inFlight
}

// withRegions runs a test in a synctest bubble, in which latency takes no time, and which
// reports goroutines that wait forever. The servers have the buckets a, b and c in every
// Region.
func withRegions(t *testing.T, regions []string, test func(t *testing.T, servers *regionServers)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { test(t, newRegionServers(t, regions)) })
}

// newRegionServers returns servers with the buckets a, b and c in every Region.
func newRegionServers(t *testing.T, regions []string) *regionServers {
	s := &regionServers{servers: map[string]*lightsailtest.Server{}}
	for _, region := range regions {
		// Its own Region is the first one. GetRegions returns all of them.
		s.servers[region] = lightsailtest.NewServer(t, lightsailtest.WithRegions(region, regions...), lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
			types.Bucket{Name: aws.String("a")}, types.Bucket{Name: aws.String("b")}, types.Bucket{Name: aws.String("c")}))
	}
	return s
}

func (s *regionServers) Do(r *http.Request) (*http.Response, error) {
	n := s.inFlight.Add(1)
	defer s.inFlight.Add(-1)
	for most := s.most.Load(); n > most && !s.most.CompareAndSwap(most, n); most = s.most.Load() {
	}
	region := strings.Split(r.URL.Host, ".")[1]
	return s.servers[region].HTTPClient().Do(r)
}

// client returns a client that calls the servers. Its own Region is us-east-1.
func (s *regionServers) client() *lightsail.Client {
	east := s.servers["us-east-1"]
	options := east.Client(func(o *lightsail.Options) { o.HTTPClient = east.HTTPClient() }).Options()
	return lightsail.New(options, func(o *lightsail.Options) { o.HTTPClient = s })
}

// calls returns the number of requests that the servers received.
func (s *regionServers) calls() (n int) {
	for _, server := range s.servers {
		n += len(server.Calls())
	}
	return n
}

// inRegions returns an option function that selects Regions.
func inRegions(regions ...string) func(*lightsail.AllRegionsOptions) {
	return func(o *lightsail.AllRegionsOptions) { o.Regions = regions }
}

var threeRegions = []string{"us-east-1", "eu-west-1", "ap-south-1"}

// serviceRegions are the Regions of the service.
func serviceRegions() (regions []string) {
	for _, region := range types.RegionName("").Values() {
		regions = append(regions, string(region))
	}
	return regions
}

// collectBuckets returns the names of the buckets in every Region, in the order of their
// arrival, and the errors of every Region.
func collectBuckets(ctx context.Context, client *lightsail.Client, params *lightsail.GetBucketsInput, optFns ...func(*lightsail.AllRegionsOptions)) (names map[string][]string, errs map[string][]error) {
	names, errs = map[string][]string{}, map[string][]error{}
	for bucket, err := range lightsail.AllRegions(ctx, client, lightsail.NewGetBucketsPaginator, params, optFns...) {
		if err != nil {
			errs[bucket.Region] = append(errs[bucket.Region], err)
			continue
		}
		names[bucket.Region] = append(names[bucket.Region], *bucket.Item.Name)
	}
	return names, errs
}

// wantBuckets returns the names of the buckets that the servers of Regions have.
func wantBuckets(regions ...string) map[string][]string {
	want := map[string][]string{}
	for _, region := range regions {
		want[region] = []string{"a", "b", "c"}
	}
	return want
}

func TestAllRegions(t *testing.T) {
	t.Parallel()
	regions := serviceRegions()
	if len(regions) < 15 {
		t.Fatalf("got %d Regions, want more", len(regions))
	}
	withRegions(t, regions, func(t *testing.T, servers *regionServers) {
		all := lightsail.AllRegions(t.Context(), servers.client(), lightsail.NewGetBucketsPaginator, nil)
		// The second range lists all Regions again.
		for range 2 {
			names := map[string][]string{}
			for bucket, err := range all {
				if err != nil {
					t.Fatal(err)
				}
				names[bucket.Region] = append(names[bucket.Region], *bucket.Item.Name)
			}
			if diff := cmp.Diff(wantBuckets(regions...), names); diff != "" {
				t.Errorf("buckets (-want +got):\n%s", diff)
			}
		}
		if got, want := servers.calls(), 2*(1+2*len(regions)); got != want {
			t.Errorf("got %d requests, want %d: GetRegions and two pages for every Region, twice", got, want)
		}
	})
}

// TestAllRegionsConcurrency lists 20 Regions, whose two calls take one second each.
func TestAllRegionsConcurrency(t *testing.T) {
	t.Parallel()
	for concurrency, pages := range map[int]time.Duration{1: 40, 4: 10, 20: 2, 100: 2} {
		synctest.Test(t, func(t *testing.T) {
			var regions []string
			for _, region := range types.RegionName("").Values() {
				regions = append(regions, string(region))
			}
			if len(regions) != 20 {
				t.Fatalf("got %d Regions, want 20", len(regions))
			}
			servers := newRegionServers(t, regions)
			for _, server := range servers.servers {
				server.Inject("GetBuckets", lightsailtest.Latency(time.Second).Always())
			}
			start := time.Now()
			names, errs := collectBuckets(t.Context(), servers.client(), nil, inRegions(regions...),
				func(o *lightsail.AllRegionsOptions) { o.Concurrency = concurrency })
			if diff := cmp.Diff(wantBuckets(regions...), names); diff != "" || len(errs) > 0 {
				t.Errorf("concurrency %d: errors %v, buckets (-want +got):\n%s", concurrency, errs, diff)
			}
			if got, want := servers.most.Load(), int64(min(concurrency, 20)); got != want {
				t.Errorf("concurrency %d: got %d calls at the same time, want %d", concurrency, got, want)
			}
			if elapsed := time.Since(start); elapsed != pages*time.Second {
				t.Errorf("concurrency %d: got an elapsed time of %v, want %v", concurrency, elapsed, pages*time.Second)
			}
		})
	}
}

// TestAllRegionsArrivalOrder checks that items of a fast Region do not wait for those of
// a slow one.
func TestAllRegionsArrivalOrder(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		servers.servers["us-east-1"].Inject("GetBuckets", lightsailtest.Latency(3*time.Second))
		servers.servers["eu-west-1"].Inject("GetBuckets", lightsailtest.Latency(time.Second))
		start := time.Now()
		var got []string
		for bucket, err := range lightsail.AllRegions(t.Context(), servers.client(), lightsail.NewGetBucketsPaginator, nil, inRegions(threeRegions...)) {
			got = append(got, fmt.Sprint(bucket.Region, " ", *bucket.Item.Name, " ", time.Since(start), " ", err))
		}
		want := []string{
			"ap-south-1 a 0s <nil>", "ap-south-1 b 0s <nil>", "ap-south-1 c 0s <nil>",
			"eu-west-1 a 1s <nil>", "eu-west-1 b 1s <nil>", "eu-west-1 c 1s <nil>",
			"us-east-1 a 3s <nil>", "us-east-1 b 3s <nil>", "us-east-1 c 3s <nil>",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("items (-want +got):\n%s", diff)
		}
	})
}

// TestAllRegionsErrorInOneRegion checks that an error ends only the listing of its Region,
// and that the items before it are yielded.
func TestAllRegionsErrorInOneRegion(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		faults []lightsailtest.Fault
		before []string
	}{
		"first page":  {[]lightsailtest.Fault{lightsailtest.Error(&types.AccessDeniedException{})}, nil},
		"second page": {[]lightsailtest.Fault{lightsailtest.Latency(0), lightsailtest.Error(&types.AccessDeniedException{})}, []string{"a", "b"}},
	} {
		withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
			// With one worker, the Regions after the failed one have the same worker.
			for _, concurrency := range []int{1, 3} {
				servers.servers["eu-west-1"].Inject("GetBuckets", row.faults...)
				names, errs := collectBuckets(t.Context(), servers.client(), nil, inRegions("eu-west-1", "us-east-1", "ap-south-1"),
					func(o *lightsail.AllRegionsOptions) { o.Concurrency = concurrency })
				want := wantBuckets("us-east-1", "ap-south-1")
				if row.before != nil {
					want["eu-west-1"] = row.before
				}
				if diff := cmp.Diff(want, names); diff != "" {
					t.Errorf("%s: buckets (-want +got):\n%s", name, diff)
				}
				failed := errs["eu-west-1"]
				if len(errs) != 1 || len(failed) != 1 {
					t.Fatalf("%s: got errors %v, want one of eu-west-1", name, errs)
				}
				var operation *smithy.OperationError
				if !errors.As(failed[0], new(*types.AccessDeniedException)) || !errors.As(failed[0], &operation) || operation.Operation() != "GetBuckets" {
					t.Errorf("%s: got error %v, want the AccessDeniedException of GetBuckets", name, failed[0])
				}
				if !strings.Contains(failed[0].Error(), "eu-west-1") {
					t.Errorf("%s: got error %q, want the Region in it", name, failed[0])
				}
			}
		})
	}
}

func TestAllRegionsGetRegionsFails(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		servers.servers["us-east-1"].Inject("GetRegions", lightsailtest.Error(&types.AccessDeniedException{}))
		names, errs := collectBuckets(t.Context(), servers.client(), nil)
		if len(names) != 0 || len(errs) != 1 || len(errs[""]) != 1 || !errors.As(errs[""][0], new(*types.AccessDeniedException)) {
			t.Errorf("got buckets %v and errors %v, want one AccessDeniedException without a Region", names, errs)
		}
		if servers.calls() != 1 {
			t.Errorf("got %d requests, want that of GetRegions only", servers.calls())
		}
	})
}

func TestAllRegionsOptions(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		for _, concurrency := range []int{0, -1} {
			names, errs := collectBuckets(t.Context(), servers.client(), nil, func(o *lightsail.AllRegionsOptions) { o.Concurrency = concurrency })
			if len(names) != 0 || len(errs[""]) != 1 || !strings.Contains(errs[""][0].Error(), "AllRegionsOptions.Concurrency must be positive") {
				t.Errorf("Concurrency %d: got buckets %v and errors %v, want one that names the rule", concurrency, names, errs)
			}
		}
		names, errs := collectBuckets(t.Context(), servers.client(), nil, func(o *lightsail.AllRegionsOptions) { o.Regions = []string{} })
		if len(names) != 0 || len(errs) != 0 || servers.calls() != 0 {
			t.Errorf("no Regions: got buckets %v, errors %v and %d requests, want none", names, errs, servers.calls())
		}
		// Each element of the list is listed.
		names, errs = collectBuckets(t.Context(), servers.client(), nil, inRegions("eu-west-1", "eu-west-1"),
			func(o *lightsail.AllRegionsOptions) { o.Concurrency = 1 })
		if want := []string{"a", "b", "c", "a", "b", "c"}; !slices.Equal(names["eu-west-1"], want) || len(errs) != 0 {
			t.Errorf("a Region twice: got buckets %v and errors %v, want %v", names, errs, want)
		}
	})
}

// TestAllRegionsCopiesArguments changes the arguments after the call of AllRegions and in
// the loop. The race detector finds a later use of them.
func TestAllRegionsCopiesArguments(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		regions := slices.Clone(threeRegions)
		params := &lightsail.GetBucketsInput{IncludeConnectedResources: aws.Bool(true)}
		all := lightsail.AllRegions(t.Context(), servers.client(), lightsail.NewGetBucketsPaginator, params, inRegions(regions...))
		names := map[string][]string{}
		for range 2 {
			for bucket, err := range all {
				if err != nil {
					t.Fatal(err)
				}
				names[bucket.Region] = append(names[bucket.Region], *bucket.Item.Name)
				*params.IncludeConnectedResources, params.BucketName, regions[0] = false, aws.String("x"), "changed"
			}
		}
		if len(names) != 3 || params.PageToken != nil {
			t.Errorf("got buckets %v and page token %v, want three Regions and none", names, params.PageToken)
		}
		for region, server := range servers.servers {
			for _, call := range server.Calls() {
				if in := call.Input.(*lightsail.GetBucketsInput); in.BucketName != nil || !*in.IncludeConnectedResources {
					t.Errorf("%s: got request %s, want the input before the change", region, call)
				}
			}
		}
	})
}

// A fakeRegions client has instances in two Regions.
type fakeRegions struct{}

func (fakeRegions) GetRegions(context.Context, *lightsail.GetRegionsInput, ...func(*lightsail.Options)) (*lightsail.GetRegionsOutput, error) {
	return &lightsail.GetRegionsOutput{Regions: []types.Region{{Name: types.RegionNameUsEast1}, {Name: types.RegionNameEuWest1}}}, nil
}

func (fakeRegions) GetInstances(_ context.Context, _ *lightsail.GetInstancesInput, optFns ...func(*lightsail.Options)) (*lightsail.GetInstancesOutput, error) {
	var o lightsail.Options
	for _, fn := range optFns {
		fn(&o)
	}
	return &lightsail.GetInstancesOutput{Instances: []types.Instance{{Name: aws.String("web in " + o.Region)}}}, nil
}

// TestAllRegionsFakeClient checks that the client can be any type with the methods, and
// the error for one without them.
func TestAllRegionsFakeClient(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var got []string
		for instance, err := range lightsail.AllRegions(t.Context(), fakeRegions{}, lightsail.NewGetInstancesPaginator, &lightsail.GetInstancesInput{}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, instance.Region+": "+*instance.Item.Name)
		}
		slices.Sort(got)
		if want := []string{"eu-west-1: web in eu-west-1", "us-east-1: web in us-east-1"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		for name, client := range map[string]lightsail.GetRegionsAPIClient{"lightsail_test.fakeRegions": fakeRegions{}, "<nil>": nil} {
			var errs []error
			for bucket, err := range lightsail.AllRegions(t.Context(), client, lightsail.NewGetBucketsPaginator, nil) {
				errs = append(errs, err)
				if bucket.Region != "" {
					t.Errorf("%s: got Region %q, want none", name, bucket.Region)
				}
			}
			want := "AllRegions: client of type " + name + " does not implement lightsail.GetBucketsAPIClient"
			if len(errs) != 1 || errs[0].Error() != want {
				t.Errorf("%s: got errors %v, want %q", name, errs, want)
			}
		}
	})
}
