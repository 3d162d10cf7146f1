package lightsail_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The size of the soak test. If the environment variable LIGHTSAIL_SOAK holds a
// duration such as 60s, the test runs for that long over sockets instead.
const (
	soakWorkers = 16
	soakBuckets = 3  // per worker
	soakCycles  = 10 // per worker
	soakSeed    = 20161128

	// soakHeap limits what stays in memory of a client and its connections.
	soakHeap = 4 << 20
)

// soakFaults are the faults of the soak test and the probability of each per request.
var soakFaults = []struct {
	kind   string
	fault  lightsailtest.Fault
	chance float64
}{
	{"throttled", lightsailtest.Throttle(), 0.03},
	{"500", lightsailtest.Status(500), 0.01},
	{"502", lightsailtest.Status(502), 0.01},
	{"503", lightsailtest.Status(503), 0.02},
	{"dropped", lightsailtest.Drop(), 0.03},
	{"response dropped", lightsailtest.DropResponse(), 0.04},
	{"cut", lightsailtest.Cut(30), 0.03},
	{"truncated", lightsailtest.Truncate(30), 0.02},
	{"garbled", lightsailtest.Garble(), 0.01},
	{"oversized", lightsailtest.Oversize(100_000), 0.01},
	{"late", lightsailtest.Latency(time.Millisecond), 0.02},
	{"trickling", lightsailtest.Trickle(200, 100*time.Microsecond), 0.01},
	{"wrong date", lightsailtest.WrongDate(3 * time.Hour), 0.005},
}

// soakStats counts what happened.
type soakStats struct {
	cycles, calls, requests, retries         atomic.Int64
	updates, creations                       changeStats
	lists, listsFailed, others, othersFailed atomic.Int64
	lost, phantom                            atomic.Int64 // acknowledged but not made, failed but made
	faults                                   []atomic.Int64
}

// changeStats counts the results of calls that change something. A call is ambiguous if
// it failed after an attempt that the service may have carried out.
type changeStats struct {
	acknowledged, failed            atomic.Int64
	ambiguousMade, ambiguousNotMade atomic.Int64
}

func (c *changeStats) String() string {
	made, notMade := c.ambiguousMade.Load(), c.ambiguousNotMade.Load()
	return fmt.Sprintf("%d acknowledged, %d failed, %d ambiguous (%d made, %d not made)",
		c.acknowledged.Load(), c.failed.Load(), made+notMade, made, notMade)
}

func (n *soakStats) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d cycles of %d workers: %d calls, %d requests, %d retries\n", n.cycles.Load(), soakWorkers, n.calls.Load(), n.requests.Load(), n.retries.Load())
	fmt.Fprintf(&b, "updates: %v\ncreations: %v\n", &n.updates, &n.creations)
	fmt.Fprintf(&b, "lists: %d, %d failed; other calls: %d, %d failed\nfaults:", n.lists.Load(), n.listsFailed.Load(), n.others.Load(), n.othersFailed.Load())
	for i, f := range soakFaults {
		fmt.Fprintf(&b, " %d %s,", n.faults[i].Load(), f.kind)
	}
	fmt.Fprintf(&b, "\nacknowledged changes lost: %d, failed changes made: %d", n.lost.Load(), n.phantom.Load())
	return b.String()
}

// TestSoak lists, updates and verifies buckets in many workers while faults occur all
// the time. In the end every acknowledged change must exist, and no change that failed
// without ambiguity. No goroutine, descriptor or memory may be left.
func TestSoak(t *testing.T) {
	var duration time.Duration
	if text := os.Getenv("LIGHTSAIL_SOAK"); text != "" {
		var err error
		if duration, err = time.ParseDuration(text); err != nil {
			t.Fatalf("LIGHTSAIL_SOAK: %v", err)
		}
	}
	start := usedResources(anyResources)
	client := soak(t, duration)
	end := usedResources(start)
	t.Logf("resources: %v before, %v after", start, end)
	if end.goroutines > start.goroutines || end.descriptors > start.descriptors || end.heap > start.heap+soakHeap {
		t.Errorf("got resources %v, want no more than %v and %d MiB of heap", end, start, soakHeap>>20)
	}
	runtime.KeepAlive(client)
}

// soak runs the workers for the given duration over sockets, or for a few cycles in the
// process if it is zero. It returns the client. Nothing else that it made stays in memory.
func soak(t *testing.T, duration time.Duration) *lightsail.Client {
	n := &soakStats{faults: make([]atomic.Int64, len(soakFaults))}
	// NewServer would fail the test for the rejected signatures that a wrong date
	// causes.
	keys, err := testCredentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	server, err := lightsailtest.Start(lightsailtest.WithCredentials(keys), lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	server.PutBuckets(types.Bucket{Name: aws.String("logs")})
	for i, f := range soakFaults {
		// Equal seeds select the same requests, so count runs whenever the fault occurs.
		count := lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			n.faults[i].Add(1)
			return next(r)
		})
		seed := uint64(soakSeed + i)
		server.Inject("", count.Sometimes(f.chance, seed), f.fault.Sometimes(f.chance, seed))
	}

	tr := &http.Transport{MaxIdleConnsPerHost: soakWorkers}
	send := tr.RoundTrip
	if duration == 0 {
		send = server.HTTPClient().Do
	}
	client := server.Client(func(o *lightsail.Options) {
		o.Credentials = testCredentials
		o.HTTPClient = doFunc(func(r *http.Request) (*http.Response, error) {
			n.requests.Add(1)
			if !strings.HasPrefix(r.Header.Get("Amz-Sdk-Request"), "attempt=1;") {
				n.retries.Add(1)
			}
			resp, err := send(r)
			if a, ok := r.Context().Value(ambiguityKey{}).(*ambiguity); ok && (err != nil || resp.StatusCode < 300) {
				a.possible = true
			}
			return resp, err
		})
	})

	workers := make([]*soakWorker, soakWorkers)
	for w := range workers {
		s := &soakWorker{t: t, n: n, client: client, id: w, random: rand.New(rand.NewPCG(soakSeed, uint64(w))), buckets: map[string]string{}, created: map[string]bool{}}
		workers[w] = s
		for b := range soakBuckets {
			name := fmt.Sprintf("bucket-%02d-%d", w, b)
			s.names = append(s.names, name)
			s.buckets[name] = ""
			server.PutBuckets(types.Bucket{Name: &name})
		}
	}
	var wg sync.WaitGroup
	until := time.Now().Add(duration)
	for _, s := range workers {
		wg.Go(func() {
			for i := 0; duration == 0 && i < soakCycles || time.Now().Before(until); i++ {
				s.cycle(i)
			}
		})
	}
	wg.Wait()

	state := map[string]types.Bucket{}
	for _, b := range server.Snapshot().Buckets {
		state[*b.Name] = b
	}
	for _, s := range workers {
		for name, prefix := range s.buckets {
			if got := prefixOf(state[name]); got != prefix {
				n.lost.Add(1)
				t.Errorf("%s: got prefix %q at the end, want %q", name, got, prefix)
			}
		}
		for name, want := range s.created {
			if _, exists := state[name]; exists != want {
				t.Errorf("%s: got exists = %t at the end, want %t", name, exists, want)
			}
		}
	}
	t.Logf("\n%s", n)
	if n.lost.Load()+n.phantom.Load() != 0 {
		t.Errorf("got %d lost and %d phantom changes, want none", n.lost.Load(), n.phantom.Load())
	}
	if n.updates.acknowledged.Load() == 0 || n.retries.Load() == 0 {
		t.Errorf("got %d acknowledged updates and %d retries, want some of both", n.updates.acknowledged.Load(), n.retries.Load())
	}

	tr.CloseIdleConnections()
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	send = nil // the server's state is not the client's
	return client
}

// soakWorker changes its own buckets. No other worker changes them.
type soakWorker struct {
	t      *testing.T
	n      *soakStats
	client *lightsail.Client
	id     int
	random *rand.Rand

	names   []string
	buckets map[string]string // last read access log prefix by name
	created map[string]bool   // whether the bucket exists, by name
}

// cycle lists buckets, changes one and verifies the change.
func (s *soakWorker) cycle(i int) {
	ctx := context.Background()
	s.n.cycles.Add(1)
	var optFns []func(*lightsail.Options)
	if s.random.IntN(2) == 0 {
		optFns = append(optFns, middlewarePath)
	}
	if s.random.IntN(3) == 0 {
		optFns = append(optFns, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
	}

	s.list(ctx, optFns)
	s.update(ctx, fmt.Sprintf("w%02d/%06d/", s.id, i), optFns)
	if i < 3 {
		s.create(ctx, fmt.Sprintf("new-%02d-%d", s.id, i), optFns)
	}
	s.read(ctx, optFns)
}

// list lists all buckets and checks those of the worker.
func (s *soakWorker) list(ctx context.Context, optFns []func(*lightsail.Options)) {
	s.n.lists.Add(1)
	seen := 0
	pages := lightsail.NewGetBucketsPaginator(s.client, nil)
	for pages.HasMorePages() {
		s.n.calls.Add(1)
		page, err := pages.NextPage(ctx, optFns...)
		if err != nil {
			s.n.listsFailed.Add(1)
			return
		}
		for _, b := range page.Buckets {
			if prefix, mine := s.buckets[*b.Name]; mine {
				seen++
				if got := prefixOf(b); got != prefix {
					s.n.lost.Add(1)
					s.t.Errorf("%s: got prefix %q in the list, want %q", *b.Name, got, prefix)
				}
			}
		}
	}
	if seen != len(s.buckets) {
		s.t.Errorf("worker %d: got %d of its buckets in the list, want %d", s.id, seen, len(s.buckets))
	}
}

// update changes a bucket and reads the result.
func (s *soakWorker) update(ctx context.Context, prefix string, optFns []func(*lightsail.Options)) {
	name := s.names[s.random.IntN(len(s.names))]
	before := s.buckets[name]
	var ambiguity ambiguity
	s.n.calls.Add(1)
	out, err := s.client.UpdateBucket(context.WithValue(ctx, ambiguityKey{}, &ambiguity), &lightsail.UpdateBucketInput{
		BucketName:      &name,
		AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: &prefix},
	}, optFns...)
	if err == nil && (out.Bucket == nil || prefixOf(*out.Bucket) != prefix) {
		s.t.Errorf("%s: got output %+v of UpdateBucket, want prefix %q", name, out.Bucket, prefix)
	}

	b, ok := s.get(ctx, name, optFns)
	if !ok {
		s.t.Errorf("%s: got no bucket from GetBuckets, want one", name)
		return
	}
	got := prefixOf(b)
	s.buckets[name] = got
	if got != prefix && got != before {
		s.n.lost.Add(1)
		s.t.Errorf("%s: got prefix %q, want %q or %q", name, got, before, prefix)
	}
	s.n.updates.add(s.n, err, ambiguity.possible, got == prefix)
}

// create creates a bucket and checks whether it exists.
func (s *soakWorker) create(ctx context.Context, name string, optFns []func(*lightsail.Options)) {
	var ambiguity ambiguity
	s.n.calls.Add(1)
	_, err := s.client.CreateBucket(context.WithValue(ctx, ambiguityKey{}, &ambiguity), &lightsail.CreateBucketInput{
		BucketName: &name, BundleId: aws.String("small_1_0"),
	}, optFns...)
	_, exists := s.get(ctx, name, optFns)
	s.created[name] = exists
	s.n.creations.add(s.n, err, ambiguity.possible, exists)
}

// add counts a change by the call's error, by whether an attempt was ambiguous, and by
// whether the change was made.
func (c *changeStats) add(n *soakStats, err error, ambiguous, made bool) {
	switch {
	case err == nil:
		c.acknowledged.Add(1)
		if !made {
			n.lost.Add(1)
		}
	case ambiguous && made:
		c.ambiguousMade.Add(1)
	case ambiguous:
		c.ambiguousNotMade.Add(1)
	default:
		c.failed.Add(1)
		if made {
			n.phantom.Add(1)
		}
	}
}

// get reads a bucket. It tries up to 100 times.
func (s *soakWorker) get(ctx context.Context, name string, optFns []func(*lightsail.Options)) (types.Bucket, bool) {
	for range 100 {
		s.n.calls.Add(1)
		out, err := s.client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: &name}, optFns...)
		if err == nil && len(out.Buckets) == 1 {
			return out.Buckets[0], true
		}
		if lightsail.IsNotFound(err) {
			break
		}
	}
	return types.Bucket{}, false
}

// read makes a call that changes nothing and cancels one call in four.
func (s *soakWorker) read(ctx context.Context, optFns []func(*lightsail.Options)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if s.random.IntN(4) == 0 {
		go cancel()
	}
	var err error
	switch s.random.IntN(3) {
	case 0:
		_, err = s.client.GetBlueprints(ctx, nil, optFns...)
	case 1:
		_, err = s.client.GetBundles(ctx, nil, optFns...)
	case 2:
		_, err = s.client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}, optFns...)
	}
	s.n.calls.Add(1)
	s.n.others.Add(1)
	if err != nil {
		s.n.othersFailed.Add(1)
	}
}

// ambiguity records whether the service may have carried out a failed attempt: one
// without a response, or one with a 2xx response.
type ambiguity struct{ possible bool }

type ambiguityKey struct{}

func prefixOf(b types.Bucket) string {
	if b.AccessLogConfig == nil {
		return ""
	}
	return aws.ToString(b.AccessLogConfig.Prefix)
}
