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

// A crowd is a Lightsail with very many buckets, in pages of 1,000, which it makes
// up while it is asked for them. A page token is the number of its first bucket.
type crowd struct {
	*httptest.Server
	buckets int
	pages   atomic.Int64
}

const crowdPage = 1_000

func newCrowd(tb testing.TB, buckets int) *crowd {
	tb.Helper()
	c := &crowd{buckets: buckets}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.pages.Add(1)
		body, err := io.ReadAll(r.Body)
		if err != nil {
			tb.Error(err)
			return
		}
		first := 0
		if _, err := fmt.Sscanf(string(body), `{"pageToken":"%d"}`, &first); err != nil && string(body) != "{}" {
			tb.Errorf("asked for %s", body)
		}
		page := append(make([]byte, 0, 512<<10), `{"buckets":[`...)
		last := min(first+crowdPage, c.buckets)
		for i := first; i < last; i++ {
			page = fmt.Appendf(page, `{"accessRules":{"allowPublicOverrides":false,"getObject":"private"},`+
				`"arn":"arn:aws:lightsail:us-east-1:123456789012:Bucket/c7e4c1f0-%[1]d","bundleId":"small_1_0","createdAt":1.6358E9,`+
				`"location":{"availabilityZone":"all","regionName":"us-east-1"},"name":"bucket-%[1]d","resourceType":"Bucket",`+
				`"state":{"code":"OK"},"tags":[{"key":"team","value":"t%[1]d"}],"url":"https://bucket-%[1]d.s3.us-east-1.amazonaws.com/"},`, i)
		}
		page = append(page[:len(page)-1], ']')
		if last < c.buckets {
			page = fmt.Appendf(page, `,"nextPageToken":"%d"`, last)
		}
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		_, _ = w.Write(append(page, '}'))
	}))
	tb.Cleanup(c.Close)
	return c
}

func (c *crowd) client() *lightsail.Client {
	return lightsail.NewFromConfig(aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &c.URL})
}

// However many buckets there are, All holds one page of them.
func TestMemoryOfAll(t *testing.T) {
	marks := []int{1_000, 100_000, 1_000_000}
	if raceEnabled || testing.Short() {
		marks = []int{1_000, 5_000, 20_000}
	}
	server := newCrowd(t, marks[2])
	client := server.client()

	// peak is the highest of what is seen at the end of each page, with what the
	// garbage collector has yet to free; live is what it cannot.
	var stats runtime.MemStats
	var peak uint64
	var live []uint64
	n := 0
	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatalf("after %d buckets: %v", n, err)
		}
		if *bucket.Name != "bucket-"+strconv.Itoa(n) {
			t.Fatalf("bucket %d is %s", n, *bucket.Name)
		}
		if n++; n%crowdPage != 0 {
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

	if n != marks[2] || server.pages.Load() != int64(marks[2]/crowdPage) {
		t.Errorf("%d buckets in %d requests, want %d", n, server.pages.Load(), marks[2])
	}
	for i, size := range live[1:] {
		if size > live[0]+3<<20 {
			t.Errorf("the live heap grew from %.2f MiB after %d buckets to %.2f MiB after %d", mib(live[0]), marks[0], mib(size), marks[i+1])
		}
	}
}

func mib(n uint64) float64 { return float64(n) / (1 << 20) }

// Breaking out in the third page of a million buckets costs three requests.
func TestBreakOutOfMany(t *testing.T) {
	server := newCrowd(t, 1_000_000)
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
		t.Errorf("%d buckets in %d requests, want 2,500 in 3", n, pages)
	}
}
