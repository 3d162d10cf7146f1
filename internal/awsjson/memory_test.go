package awsjson_test

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"testing"
	"time"

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
		{"empty object", 3, func() error { return awsjson.Unmarshal(t.Context(), []byte(`{}`), &getBucketsOutput{}) }},
		{"request", 1, func() error { _, err := awsjson.Marshal(update); return err }},
		{"request appended to a buffer", 1, func() error { _, err := awsjson.Append(room, update); return err }},
	} {
		got := testing.AllocsPerRun(20, func() {
			if err := c.f(); err != nil {
				t.Error(err)
			}
		})
		t.Logf("%s: %.0f allocations", c.name, got)
		if got > c.most {
			t.Errorf("%s: %.0f allocations, want at most %.0f", c.name, got, c.most)
		}
	}
}

func heap() int {
	runtime.GC()
	runtime.GC() // the first one leaves pooled values to the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// allocated returns how many bytes f allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// A caller that keeps a part of a page must not keep the page.
func TestRetention(t *testing.T) {
	if raceEnabled {
		t.Skip("slow, and the race detector keeps memory of its own")
	}
	const pages = 500
	text := bucketsPage(200)
	for _, c := range []struct {
		name string
		most int // bytes per page
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
		t.Logf("%s of each of %d pages of %d bytes keeps %d bytes per page", c.name, pages, len(text), got)
		if got > c.most {
			t.Errorf("%s: %d bytes per page, want at most %d", c.name, got, c.most)
		}
		runtime.KeepAlive(kept)
	}
}

// A pooled decoder refers to no decoded value, also after an error.
func TestPoolKeepsNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("sync.Pool drops values at random with the race detector")
	}
	// Exactly one collection, below: a second one would drop the pooled decoder.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	collected := make(chan bool, 2)
	func() {
		var out getBucketsOutput
		if err := awsjson.Unmarshal(t.Context(), bucketsPage(3), &out); err != nil {
			t.Fatal(err)
		}
		runtime.SetFinalizer(out.AccountLevelBpaSync, func(any) { collected <- true })
		// The last bucket's state is the last value of its slab in use.
		bad := append(bucketsPage(2), 'x')
		var failed getBucketsOutput
		if err := awsjson.Unmarshal(t.Context(), bad, &failed); err == nil {
			t.Fatal("accepted data after the value")
		}
		runtime.SetFinalizer(failed.AccountLevelBpaSync, func(any) { collected <- true })
	}()
	runtime.GC()
	for range 2 {
		select {
		case <-collected:
		case <-time.After(10 * time.Second):
			t.Fatal("a pooled decoder refers to a decoded value")
		}
	}
	if size := awsjson.DecoderSize(new(getBucketsOutput)); size > 64<<10 {
		t.Errorf("a decoder keeps %d bytes", size)
	}
}

// The memory of a decoder depends on its type only, not on other types that the process
// has decoded.
func TestDecoderSize(t *testing.T) {
	before := awsjson.DecoderSize(new(getBucketsOutput))
	for i := range 200 {
		typ := reflect.StructOf([]reflect.StructField{{
			Name: fmt.Sprintf("Field%d", i), Type: reflect.TypeFor[*all](), Tag: `json:"field"`,
		}})
		if err := awsjson.Unmarshal(t.Context(), []byte(`{"field":{"on":true}}`), reflect.New(typ).Interface()); err != nil {
			t.Fatal(err)
		}
	}
	after := awsjson.DecoderSize(new(getBucketsOutput))
	if after != before || after > 2<<10 {
		t.Errorf("%d bytes, and %d after 200 other types", before, after)
	}
}

// Goroutines share type info and decoders, and the garbage collector must see every
// pointer.
func TestConcurrency(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	type fresh struct { // compiled by all goroutines at the same time
		Buckets []types.Bucket  `json:"buckets,omitzero"`
		Labels  map[label]color `json:"labels,omitzero"`
		Next    *fresh          `json:"next,omitzero" required:"true"`
	}
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			var kept []*fresh
			text := bytes.Replace(bucketsPage(g*5), []byte(`"buckets":[`), []byte(`"next":{},"labels":{"a":"b","c":"d"},"buckets":[`), 1)
			for range 5 {
				var v fresh
				if err := awsjson.Unmarshal(t.Context(), text, &v); err != nil || len(v.Buckets) != g*5 || v.Next == nil {
					t.Errorf("%v, %d buckets", err, len(v.Buckets))
					return
				}
				if err := awsjson.Unmarshal(t.Context(), text[:len(text)/2], &fresh{}); err == nil {
					t.Error("accepted a truncated text")
				}
				kept = append(kept, &v)
				if i := len(kept) - 1; i > 0 && g > 0 {
					kept[i].Buckets[0].Name = ptr("changed") // must not change another value
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
					t.Error("two results for the same text differ")
				}
				if _, err := awsjson.Marshal(v); err != nil || len(v.Labels) != 2 || v.Labels["c"] != "d" {
					t.Errorf("%v, labels %v", err, v.Labels)
				}
				if missing := awsjson.Missing(v); len(missing) != 1 || missing[0] != "Next.Next" {
					t.Errorf("missing %q", missing)
				}
				if clone := awsjson.Clone(v); !cmp.Equal(clone, v) {
					t.Error(cmp.Diff(v, clone))
				}
			}
		})
	}
	wg.Wait()
}

// Marshal does not change the value, which other goroutines can read at the same time.
func TestMarshalReadOnly(t *testing.T) {
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
