package lightsail_test

import (
	"context"
	"os"
	"testing"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestAllocations limits the allocations of a call. The comments state the
// allocations of the official client, v1.70.3, as measured by internal/bench.
//
// The limits hold for one Go version, so the test runs only on request.
func TestAllocations(t *testing.T) {
	if os.Getenv("LIGHTSAIL_ALLOCS") != "1" {
		t.Skip("set LIGHTSAIL_ALLOCS=1 to check allocation limits; they depend on the Go version")
	}
	if raceEnabled {
		t.Skip("the race detector adds allocations; run without -race")
	}
	ctx := context.Background()
	empty := func(path func(*lightsail.Options)) func() error {
		client := newClient(staticResponse(`{}`), path)
		return func() error {
			_, err := client.GetBuckets(ctx, nil)
			return err
		}
	}
	update := func(path func(*lightsail.Options)) func() error {
		client := newClient(staticResponse(pageJSON(t, 1)), path)
		in := fullUpdate()
		return func() error {
			_, err := client.UpdateBucket(ctx, in)
			return err
		}
	}
	page := func(buckets int) func() error {
		client := newClient(staticResponse(pageJSON(t, buckets)))
		return func() error { return getPage(ctx, client, buckets) }
	}
	list := newClient(pageCycle(pageJSON(t, 100), 10))
	option := newClient(staticResponse(`{}`))

	for _, c := range []struct {
		name  string
		limit float64
		f     func() error
	}{
		{"call, direct path", 52, empty(directPath)},          // 275
		{"call, middleware path", 196, empty(middlewarePath)}, // 275
		{"call with an option function", 58, func() error {
			_, err := option.GetBuckets(ctx, nil, func(o *lightsail.Options) { o.AppID = "app" })
			return err
		}},
		{"update of all fields, direct path", 62, update(directPath)},          // 369
		{"update of all fields, middleware path", 208, update(middlewarePath)}, // 369
		{"page of 1 bucket", 64, page(1)},                                      // 333
		{"page of 1,000 buckets", 900, page(1000)},                             // 49,068
		{"1,000 buckets on 10 pages", 1600, func() error { return allPages(ctx, list, 1000) }},
	} {
		got := testing.AllocsPerRun(20, func() {
			if err := c.f(); err != nil {
				t.Error(err)
			}
		})
		t.Logf("%s: %.0f allocations", c.name, got)
		if got > c.limit {
			t.Errorf("%s: got %.0f allocations, want at most %.0f", c.name, got, c.limit)
		}
	}
}
