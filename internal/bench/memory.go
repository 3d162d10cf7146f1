package main

import (
	"context"
	"io"
	"net/http"
	"runtime"
	"strconv"
	"strings"

	official "github.com/aws/aws-sdk-go-v2/service/lightsail"

	"github.com/lightsail-go/sdk/lightsail"
)

const (
	keptName       = "per page of 1,000 buckets, one name kept"
	heapFirstPages = "live heap while listing with All, after 10 pages"
	heapLaterPages = "live heap while listing with All, maximum of all later pages"
)

// liveHeap returns the size of the live heap.
func liveHeap() float64 {
	runtime.GC()
	runtime.GC() // the first collection moves pooled values to the victim cache
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// measureMemory measures the memory that one kept string of a page retains, and
// the live heap while a listing is iterated to its end.
func measureMemory(ctx context.Context, pages int) (results, error) {
	ours := lightsail.NewFromConfig(config(fake, fakeClient(bucketsPage(1000)), ""))
	reference := official.NewFromConfig(config(fake, fakeClient(bucketsPage(1000)), ""))
	kept := &row{what: keptName, via: "fake", measure: retained}
	for v, name := range map[variant]func(i int) (*string, error){
		thisClient: func(i int) (*string, error) {
			out, err := ours.GetBuckets(ctx, nil)
			if err != nil {
				return nil, err
			}
			return out.Buckets[i].Name, nil
		},
		officialClient: func(i int) (*string, error) {
			out, err := reference.GetBuckets(ctx, nil)
			if err != nil {
				return nil, err
			}
			return out.Buckets[i].Name, nil
		},
	} {
		n := pages
		if v == officialClient {
			n = max(1, pages/10) // its calls take longer
		}
		bytes, err := measureKeptNames(n, name)
		if err != nil {
			return nil, err
		}
		kept.values[v] = []float64{bytes}
	}

	first, rest, err := measureListing(ctx, pages)
	if err != nil {
		return nil, err
	}
	listed := func(what string, bytes float64) *row {
		r := &row{what: what, via: "fake", measure: retained}
		r.values[thisClient] = []float64{bytes}
		return r
	}
	return results{kept, listed(heapFirstPages, first), listed(heapLaterPages, rest)}, nil
}

// measureKeptNames keeps one string of each of n pages and returns the number of
// bytes that each retains.
func measureKeptNames(n int, name func(i int) (*string, error)) (float64, error) {
	if _, err := name(0); err != nil { // exclude what the client allocates once
		return 0, err
	}
	names := make([]string, n)
	before := liveHeap()
	for i := range names {
		s, err := name(i % 1000)
		if err != nil {
			return 0, err
		}
		names[i] = *s
	}
	bytes := (liveHeap() - before) / float64(n)
	runtime.KeepAlive(names)
	return bytes, nil
}

// measureListing iterates over all buckets in the given number of pages of 1,000.
// It returns the live heap after 10 pages, and the maximum of the live heap after
// that.
func measureListing(ctx context.Context, pages int) (first, rest float64, err error) {
	const page = 1000
	before := liveHeap()
	client := lightsail.NewFromConfig(config(fake, endlessPages(bucketsPage(page)), ""))
	n := 0
	for _, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return 0, 0, err
		}
		n++
		// Measure in the middle of a page, while the page is live.
		if n%(10*page) == page/2 {
			live := liveHeap() - before
			if first == 0 {
				first = live
			}
			rest = max(rest, live)
		}
		if n == pages*page {
			break
		}
	}
	return first, rest, nil
}

// endlessPages returns a client that responds to every request with the same page
// and another next page token.
func endlessPages(page string) clientFunc {
	page = strings.TrimSuffix(page, "}")
	number := 0
	return func(req *http.Request) (*http.Response, error) {
		number++
		resp, err := fakeClient("").Do(req)
		end := `,"nextPageToken":"` + strconv.Itoa(number) + `"}`
		resp.ContentLength = int64(len(page) + len(end))
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(page), strings.NewReader(end)))
		return resp, err
	}
}
