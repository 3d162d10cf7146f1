package lightsail_test

import (
	"context"
	"testing"

	"github.com/lightsail-go/sdk/lightsail"
)

// What a call may allocate. Beside it stands what the official client, v1.70.3,
// allocates for the same, as internal/bench measures it.
func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	ctx := context.Background()
	empty := func(way string) func() error {
		client := newClient(still(`{}`), ways[way])
		return func() error {
			_, err := client.GetBuckets(ctx, nil)
			return err
		}
	}
	update := func(way string) func() error {
		client := newClient(still(pageText(t, 1)), ways[way])
		in := fullUpdate()
		return func() error {
			_, err := client.UpdateBucket(ctx, in)
			return err
		}
	}
	page := func(buckets int) func() error {
		client := newClient(still(pageText(t, buckets)))
		return func() error { return getPage(ctx, client, buckets) }
	}
	list := newClient(pages(pageText(t, 100), 10))
	option := newClient(still(`{}`))

	for _, c := range []struct {
		name string
		most float64
		f    func() error
	}{
		{"a call", 100, empty("unwatched")},       // 275
		{"a watched call", 240, empty("watched")}, // 275
		{"a call with an option", 105, func() error {
			_, err := option.GetBuckets(ctx, nil, func(o *lightsail.Options) { o.AppID = "app" })
			return err
		}},
		{"an update of every member", 118, update("unwatched")},      // 369
		{"a watched update of every member", 258, update("watched")}, // 369
		{"a page of one bucket", 115, page(1)},                       // 333
		{"a page of 1,000 buckets", 1000, page(1000)},                // 49,068
		{"1,000 buckets on ten pages", 2200, func() error { return allPages(ctx, list, 1000) }},
	} {
		got := testing.AllocsPerRun(20, func() {
			if err := c.f(); err != nil {
				t.Error(err)
			}
		})
		t.Logf("%s: %.0f allocations", c.name, got)
		if got > c.most {
			t.Errorf("%s: %.0f allocations, at most %.0f expected", c.name, got, c.most)
		}
	}
}
