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
	keepNames = "one name kept of each page of 1,000 buckets, a page"
	listFirst = "live heap while listing through All, after 10 pages"
	listRest  = "live heap while listing through All, the most of all later pages"
)

// liveHeap is what is reachable now.
func liveHeap() float64 {
	runtime.GC()
	runtime.GC() // the second one empties what the first left to the pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// measureMemory tells what stays in memory: of pages of which one string is kept, and
// of a list that is walked through to its end.
func measureMemory(ctx context.Context, pages int) (results, error) {
	ours := lightsail.NewFromConfig(config(fake, fakeClient(bucketsPage(1000)), ""))
	theirs := official.NewFromConfig(config(fake, fakeClient(bucketsPage(1000)), ""))
	kept := &row{what: keepNames, via: "fake", measure: held}
	for c, name := range map[contender]func(i int) (*string, error){
		thisClient: func(i int) (*string, error) {
			out, err := ours.GetBuckets(ctx, nil)
			if err != nil {
				return nil, err
			}
			return out.Buckets[i].Name, nil
		},
		officialClient: func(i int) (*string, error) {
			out, err := theirs.GetBuckets(ctx, nil)
			if err != nil {
				return nil, err
			}
			return out.Buckets[i].Name, nil
		},
	} {
		n := pages
		if c == officialClient {
			n = max(1, pages/10) // it takes its time
		}
		bytes, err := keep(n, name)
		if err != nil {
			return nil, err
		}
		kept.values[c] = []float64{bytes}
	}

	first, rest, err := list(ctx, pages)
	if err != nil {
		return nil, err
	}
	listed := func(what string, bytes float64) *row {
		r := &row{what: what, via: "fake", measure: held}
		r.values[thisClient] = []float64{bytes}
		return r
	}
	return results{kept, listed(listFirst, first), listed(listRest, rest)}, nil
}

// keep keeps a string of each of n pages and returns how many bytes stay for each.
func keep(n int, name func(i int) (*string, error)) (float64, error) {
	if _, err := name(0); err != nil { // what is made once is not counted
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

// list walks through all buckets of that many pages of 1,000. It returns the live heap
// after ten pages, and the most that it was later.
func list(ctx context.Context, pages int) (first, rest float64, err error) {
	const page = 1000
	before := liveHeap()
	client := lightsail.NewFromConfig(config(fake, endlessPages(bucketsPage(page)), ""))
	n := 0
	for _, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return 0, 0, err
		}
		n++
		// Somewhere within the page, which is therefore held.
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

// endlessPages answers every request with a page that has a next one.
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
