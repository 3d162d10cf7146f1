package lightsail_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// largeListing is a server with many buckets in pages of 1,000, generated on request. A
// page token is the number of the page's first bucket.
type largeListing struct {
	*httptest.Server
	buckets int
	pages   atomic.Int64
}

const bucketsPerPage = 1_000

func newLargeListing(tb testing.TB, buckets int) *largeListing {
	tb.Helper()
	l := &largeListing{buckets: buckets}
	l.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.pages.Add(1)
		body, err := io.ReadAll(r.Body)
		if err != nil {
			tb.Error(err)
			return
		}
		first := 0
		if _, err := fmt.Sscanf(string(body), `{"pageToken":"%d"}`, &first); err != nil && string(body) != "{}" {
			tb.Errorf("got request body %s, want {} or a page token", body)
		}
		page := append(make([]byte, 0, 512<<10), `{"buckets":[`...)
		last := min(first+bucketsPerPage, l.buckets)
		for i := first; i < last; i++ {
			page = fmt.Appendf(page, `{"accessRules":{"allowPublicOverrides":false,"getObject":"private"},`+
				`"arn":"arn:aws:lightsail:us-east-1:123456789012:Bucket/c7e4c1f0-%[1]d","bundleId":"small_1_0","createdAt":1.6358E9,`+
				`"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"bucket-%[1]d","resourceType":"Bucket",`+
				`"state":{"code":"OK"},"tags":[{"key":"team","value":"t%[1]d"}],"url":"https://bucket-%[1]d.s3.us-east-1.amazonaws.com/"},`, i)
		}
		page = append(page[:len(page)-1], ']')
		if last < l.buckets {
			page = fmt.Appendf(page, `,"nextPageToken":"%d"`, last)
		}
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		_, _ = w.Write(append(page, '}'))
	}))
	tb.Cleanup(l.Close)
	return l
}

func (l *largeListing) client() *lightsail.Client {
	return lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &l.URL})
}

// TestPaginatorAllMemory checks that the live heap does not grow with the number of
// buckets that All returns.
func TestPaginatorAllMemory(t *testing.T) {
	marks := []int{1_000, 100_000, 1_000_000}
	if raceEnabled || testing.Short() {
		marks = []int{1_000, 5_000, 20_000}
	}
	server := newLargeListing(t, marks[2])
	client := server.client()

	// peak is the largest heap at the end of a page. live is the heap after garbage
	// collections.
	var stats runtime.MemStats
	var peak uint64
	var live []uint64
	n := 0
	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatalf("after %d buckets: got error %v, want none", n, err)
		}
		if *bucket.Name != "bucket-"+strconv.Itoa(n) {
			t.Fatalf("bucket %d: got name %s, want bucket-%d", n, *bucket.Name, n)
		}
		if n++; n%bucketsPerPage != 0 {
			continue
		}
		runtime.ReadMemStats(&stats)
		peak = max(peak, stats.HeapAlloc)
		if n == marks[len(live)] {
			runtime.GC()
			runtime.ReadMemStats(&stats)
			live = append(live, stats.HeapAlloc)
			t.Logf("after %9d buckets: live heap %5.2f MiB, peak heap %5.2f MiB, %d requests", n, mib(stats.HeapAlloc), mib(peak), server.pages.Load())
		}
	}

	if n != marks[2] || server.pages.Load() != int64(marks[2]/bucketsPerPage) {
		t.Errorf("got %d buckets in %d requests, want %d in %d", n, server.pages.Load(), marks[2], marks[2]/bucketsPerPage)
	}
	for i, size := range live[1:] {
		if size > live[0]+3<<20 {
			t.Errorf("got a live heap of %.2f MiB after %d buckets, want at most 3 MiB more than the %.2f MiB after %d", mib(size), marks[i+1], mib(live[0]), marks[0])
		}
	}
}

func mib(n uint64) float64 { return float64(n) / (1 << 20) }

// TestPaginatorBreakInLargeListing leaves a loop over a million buckets on the third
// page.
func TestPaginatorBreakInLargeListing(t *testing.T) {
	t.Parallel()
	server := newLargeListing(t, 1_000_000)
	n := 0
	for _, err := range lightsail.NewGetBucketsPaginator(server.client(), nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 2_500 {
			break
		}
	}
	server.Close()
	if pages := server.pages.Load(); n != 2_500 || pages != 3 {
		t.Errorf("got %d buckets in %d requests, want 2500 in 3", n, pages)
	}
}
