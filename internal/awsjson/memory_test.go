package awsjson_test

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	page, one, update := bucketsPage(1000), bucketsPage(1), fullUpdate()
	room := make([]byte, 0, 4096)
	for _, c := range []struct {
		name string
		most float64
		f    func() error
	}{
		{"page of 1000 buckets", 1000, func() error { return awsjson.Unmarshal(t.Context(), page, &getBucketsOutput{}) }},
		{"page of one bucket", 20, func() error { return awsjson.Unmarshal(t.Context(), one, &getBucketsOutput{}) }},
		{"empty answer", 3, func() error { return awsjson.Unmarshal(t.Context(), []byte(`{}`), &getBucketsOutput{}) }},
		{"request", 3, func() error { _, err := awsjson.Marshal(update); return err }},
		{"request onto a buffer", 1, func() error { _, err := awsjson.Append(room, update); return err }},
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

func heap() int {
	runtime.GC()
	runtime.GC() // the second one empties what the first left to the pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// allocated is how many bytes f allocates in all.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// Who keeps a piece of a page must not keep the page.
func TestRetention(t *testing.T) {
	if raceEnabled {
		t.Skip("too slow, and the race detector keeps memory of its own")
	}
	const pages = 500
	text := bucketsPage(200)
	for _, c := range []struct {
		name string
		most int // bytes a page
		keep func(*types.Bucket) any
	}{
		{"a string", 6 << 10, func(b *types.Bucket) any { return *b.Name }},
		{"a *string", 12 << 10, func(b *types.Bucket) any { return b.Name }},
		{"an enum", 6 << 10, func(b *types.Bucket) any { return b.Location.RegionName }},
		{"a *bool", 1 << 10, func(b *types.Bucket) any { return b.AbleToUpdateBundle }},
		{"a timestamp", 1 << 10, func(b *types.Bucket) any { return *b.CreatedAt }},
		{"a pointer to a struct", 24 << 10, func(b *types.Bucket) any { return b.State }},
		{"a short list", 24 << 10, func(b *types.Bucket) any { return b.Tags }},
		{"a copied bucket", 32 << 10, func(b *types.Bucket) any { return *b }},
	} {
		kept := make([]any, pages)
		before := heap()
		for i := range kept {
			var out getBucketsOutput
			if err := awsjson.Unmarshal(t.Context(), text, &out); err != nil {
				t.Fatal(err)
			}
			kept[i] = c.keep(&out.Buckets[i%len(out.Buckets)])
		}
		got := (heap() - before) / pages
		t.Logf("%s kept of each of %d pages of %d bytes: %d bytes a page", c.name, pages, len(text), got)
		if got > c.most {
			t.Errorf("%s: %d bytes a page, at most %d expected", c.name, got, c.most)
		}
		runtime.KeepAlive(kept)
	}
}

// Nothing decoded is reachable from the pool, not even after an error.
func TestPoolKeepsNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("sync.Pool drops at random under the race detector")
	}
	collected := make(chan bool, 2)
	func() {
		var out getBucketsOutput
		if err := awsjson.Unmarshal(t.Context(), bucketsPage(3), &out); err != nil {
			t.Fatal(err)
		}
		runtime.SetFinalizer(out.AccountLevelBpaSync, func(any) { collected <- true })
		// The third bucket's state was the last thing cut from its slab.
		bad := append(bucketsPage(2), 'x')
		var failed getBucketsOutput
		if err := awsjson.Unmarshal(t.Context(), bad, &failed); err == nil {
			t.Fatal("took data after the value")
		}
		runtime.SetFinalizer(failed.AccountLevelBpaSync, func(any) { collected <- true })
	}()
	debug.SetGCPercent(debug.SetGCPercent(-1)) // run one collection below, and not earlier
	runtime.GC()
	<-collected
	<-collected
	if size := awsjson.DecoderSize(new(getBucketsOutput)); size > 64<<10 {
		t.Errorf("a decoder keeps %d bytes", size)
	}
}

// However lists are announced, memory grows with the text: guesses of how long a list
// becomes are bounded by it.
func TestHostileSizes(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	const size = 1 << 20
	filler := strings.Repeat("x", size)
	for name, text := range map[string]string{
		"one tiny element and a long text":    `{"buckets":[{},{},{},{},{},{}],"x":"` + filler + `"}`,
		"an element and a long one":           `{"buckets":[{},{"x":"` + filler + `"}]}`,
		"many lists of tiny elements":         `{` + strings.Repeat(`"buckets":[{},{},{}],`, size/20) + `"x":"` + filler + `"}`,
		"many lists in lists":                 `{"buckets":[` + strings.Repeat(`{"tags":[{},{}],"cors":{"rules":[{}]}},`, size/40) + `{}],"x":"` + filler + `"}`,
		"deep unknown members":                `{"x":` + strings.Repeat(`[`, 9000) + strings.Repeat(`]`, 9000) + `,"y":"` + filler + `"}`,
		"a long string in many escapes":       `{"nextPageToken":"` + strings.Repeat(`\n`, size/2) + `"}`,
		"a long name":                         `{"` + filler + `":1}`,
		"a long escaped name":                 `{"\n` + filler + `":1}`,
		"a long number":                       `{"x":` + strings.Repeat("1", size) + `}`,
		"a long number for a timestamp":       `{"accountLevelBpaSync":{"lastSyncedAt":0.` + strings.Repeat("0", size) + `1}}`,
		"bad UTF-8, each byte of it is three": `{"nextPageToken":"` + strings.Repeat("\xff", size) + `"}`,
	} {
		var out getBucketsOutput
		var err error
		got := allocated(func() { err = awsjson.Unmarshal(t.Context(), []byte(text), &out) }) - len(text) // the conversion
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s: %.1f bytes for each of %d", name, float64(got)/float64(len(text)), len(text))
		// An empty bucket takes 200 bytes and its text three, whoever decodes it: so
		// many bytes each can be asked for without any list being guessed too long.
		if got > 30*len(text) {
			t.Errorf("%s: allocated %d bytes for a text of %d", name, got, len(text))
		}
	}
}

// Many goroutines share plans and pool; and the collector must find every pointer.
func TestConcurrency(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	type fresh struct { // a type whose plan they all compile at once
		Buckets []types.Bucket `json:"buckets,omitzero"`
		Next    *fresh         `json:"next,omitzero"`
	}
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			var kept []*fresh
			text := bytes.Replace(bucketsPage(g*5), []byte(`"buckets":[`), []byte(`"next":{},"buckets":[`), 1)
			for range 5 {
				var v fresh
				if err := awsjson.Unmarshal(t.Context(), text, &v); err != nil || len(v.Buckets) != g*5 || v.Next == nil {
					t.Errorf("%v, %d buckets", err, len(v.Buckets))
					return
				}
				if err := awsjson.Unmarshal(t.Context(), text[:len(text)/2], &fresh{}); err == nil {
					t.Error("took a cut text")
				}
				kept = append(kept, &v)
				if i := len(kept) - 1; i > 0 && g > 0 {
					kept[i].Buckets[0].Name = ptr("changed") // must not be seen in another
				}
			}
			for _, v := range kept[1:] {
				for i, b := range v.Buckets {
					if want := fmt.Sprintf("bucket-%04d", i); i > 0 && *b.Name != want || *b.Tags[1].Value != "prod" || *b.State.Code != "OK" {
						t.Errorf("bucket %d is %q %q %q", i, *b.Name, *b.Tags[1].Value, *b.State.Code)
						return
					}
				}
				if !cmp.Equal(kept[0].Buckets[min(1, g):], v.Buckets[min(1, g):]) {
					t.Error("two decodings of one text differ")
				}
				if _, err := awsjson.Marshal(v); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// A caller's value is read, not changed, and may be read by others meanwhile.
func TestMarshalReadsOnly(t *testing.T) {
	in, copied := fullUpdate(), fullUpdate()
	want, err := awsjson.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, err := awsjson.Marshal(in); err != nil || !slices.Equal(got, want) {
				t.Errorf("%v: %s", err, got)
			}
		})
	}
	wg.Wait()
	if diff := cmp.Diff(copied, in); diff != "" {
		t.Error(diff)
	}
}
