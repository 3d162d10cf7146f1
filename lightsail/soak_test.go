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
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// How much the soak test does. LIGHTSAIL_SOAK, a duration such as 60s, lets it go
// on for that long instead, and over sockets.
const (
	soakWorkers = 16
	soakBuckets = 3 // of each worker
	soakCycles  = 8 // of each worker
	soakSeed    = 20161128
)

// soakFaults are what goes wrong, and how often.
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
	{"answer dropped", lightsailtest.DropAnswer(), 0.04},
	{"cut", lightsailtest.Cut(30), 0.03},
	{"truncated", lightsailtest.Truncate(30), 0.02},
	{"garbled", lightsailtest.Garble(), 0.01},
	{"oversized", lightsailtest.Oversize(100_000), 0.01},
	{"late", lightsailtest.Latency(time.Millisecond), 0.02},
	{"trickling", lightsailtest.Trickle(200, 100*time.Microsecond), 0.01},
	{"wrong date", lightsailtest.WrongDate(3 * time.Hour), 0.005},
}

// A tally is what happened.
type tally struct {
	cycles, calls, requests, retries         atomic.Int64
	updates, creations                       outcomes
	lists, listsFailed, others, othersFailed atomic.Int64
	lost, phantom                            atomic.Int64
	faults                                   []atomic.Int64
}

// outcomes are what calls that change something came to.
type outcomes struct {
	acknowledged, failed          atomic.Int64
	ambiguousDone, ambiguousNever atomic.Int64
}

func (o *outcomes) String() string {
	return fmt.Sprintf("%d acknowledged, %d failed, %d ambiguous (%d were made, %d were not)", o.acknowledged.Load(), o.failed.Load(),
		o.ambiguousDone.Load()+o.ambiguousNever.Load(), o.ambiguousDone.Load(), o.ambiguousNever.Load())
}

func (n *tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d cycles of %d workers: %d calls, %d requests, %d retries\n", n.cycles.Load(), soakWorkers, n.calls.Load(), n.requests.Load(), n.retries.Load())
	fmt.Fprintf(&b, "updates: %v\ncreations: %v\n", &n.updates, &n.creations)
	fmt.Fprintf(&b, "lists: %d, %d of them failed; other calls: %d, %d of them failed\nfaults:", n.lists.Load(), n.listsFailed.Load(), n.others.Load(), n.othersFailed.Load())
	for i, f := range soakFaults {
		fmt.Fprintf(&b, " %d %s,", n.faults[i].Load(), f.kind)
	}
	fmt.Fprintf(&b, "\nlost: %d, made although they had failed for good: %d", n.lost.Load(), n.phantom.Load())
	return b.String()
}

// Many workers list, update and verify through the real client, on a network that
// breaks all the time. What was acknowledged is there in the end, and nothing is
// there that had failed for good.
func TestSoak(t *testing.T) {
	before := runtime.NumGoroutine()
	var until time.Time
	if text := os.Getenv("LIGHTSAIL_SOAK"); text != "" {
		d, err := time.ParseDuration(text)
		if err != nil {
			t.Fatalf("LIGHTSAIL_SOAK: %v", err)
		}
		until = time.Now().Add(d)
	}

	n := &tally{faults: make([]atomic.Int64, len(soakFaults))}
	// Not NewServer: a wrong date leads to signatures that are refused, which is
	// part of the game here.
	server, err := lightsailtest.Start(lightsailtest.WithInstances(lightsailtest.Instance{Name: "web"}))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	server.PutBuckets(types.Bucket{Name: aws.String("logs")})
	for i, f := range soakFaults {
		// The same seed makes the same choices: the one that counts is met
		// whenever the fault is.
		count := lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			n.faults[i].Add(1)
			return next(r)
		})
		seed := uint64(soakSeed + i)
		server.Inject("", count.Sometimes(f.chance, seed), f.fault.Sometimes(f.chance, seed))
	}

	tr := &http.Transport{MaxIdleConnsPerHost: soakWorkers}
	send := tr.RoundTrip
	if until.IsZero() {
		send = server.HTTPClient().Do
	}
	client := server.Client(func(o *lightsail.Options) {
		o.HTTPClient = transport(func(r *http.Request) (*http.Response, error) {
			n.requests.Add(1)
			if !strings.HasPrefix(r.Header.Get("Amz-Sdk-Request"), "attempt=1;") {
				n.retries.Add(1)
			}
			resp, err := send(r)
			if c, ok := r.Context().Value(doubtKey{}).(*doubt); ok && (err != nil || resp.StatusCode < 300) {
				c.done = true
			}
			return resp, err
		})
	})

	workers := make([]*soaker, soakWorkers)
	var wg sync.WaitGroup
	for w := range workers {
		s := &soaker{t: t, n: n, client: client, id: w, random: rand.New(rand.NewPCG(soakSeed, uint64(w))), buckets: map[string]string{}, created: map[string]bool{}}
		workers[w] = s
		for b := range soakBuckets {
			name := fmt.Sprintf("bucket-%02d-%d", w, b)
			s.names = append(s.names, name)
			s.buckets[name] = ""
			server.PutBuckets(types.Bucket{Name: &name})
		}
		wg.Go(func() {
			for i := 0; until.IsZero() && i < soakCycles || time.Now().Before(until); i++ {
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
				t.Errorf("%s has prefix %q in the end, want %q", name, got, prefix)
			}
		}
		for name, there := range s.created {
			if _, ok := state[name]; ok != there {
				t.Errorf("%s is there: %v, want %v", name, ok, there)
			}
		}
	}
	t.Logf("\n%s", n)
	if n.lost.Load()+n.phantom.Load() != 0 {
		t.Error("the client told what is not so")
	}
	if n.updates.acknowledged.Load() == 0 || n.retries.Load() == 0 {
		t.Error("too little happened to show anything")
	}

	tr.CloseIdleConnections()
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	checkGoroutines(t, before)
}

// A soaker is a worker, the only one to change its buckets.
type soaker struct {
	t      *testing.T
	n      *tally
	client *lightsail.Client
	id     int
	random *rand.Rand

	names   []string
	buckets map[string]string // the prefix that each has, as last seen
	created map[string]bool   // whether it is there
}

// cycle lists, makes a change, and verifies it.
func (s *soaker) cycle(i int) {
	ctx := context.Background()
	s.n.cycles.Add(1)
	var way []func(*lightsail.Options)
	if s.random.IntN(2) == 0 {
		way = append(way, lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil }))
	}
	if s.random.IntN(3) == 0 {
		way = append(way, func(o *lightsail.Options) { o.RetryMaxAttempts = 1 })
	}

	s.list(ctx, way)
	s.update(ctx, fmt.Sprintf("w%02d/%06d/", s.id, i), way)
	if i < 3 {
		s.create(ctx, fmt.Sprintf("new-%02d-%d", s.id, i), way)
	}
	s.another(ctx, way)
}

// list looks at all buckets, and at its own among them.
func (s *soaker) list(ctx context.Context, way []func(*lightsail.Options)) {
	s.n.lists.Add(1)
	seen := 0
	pages := lightsail.NewGetBucketsPaginator(s.client, nil)
	for pages.HasMorePages() {
		s.n.calls.Add(1)
		page, err := pages.NextPage(ctx, way...)
		if err != nil {
			s.n.listsFailed.Add(1)
			return
		}
		for _, b := range page.Buckets {
			if prefix, mine := s.buckets[*b.Name]; mine {
				seen++
				if got := prefixOf(b); got != prefix {
					s.n.lost.Add(1)
					s.t.Errorf("%s is listed with prefix %q, want %q", *b.Name, got, prefix)
				}
			}
		}
	}
	if seen != len(s.buckets) {
		s.t.Errorf("%d buckets of worker %d are listed, want %d", seen, s.id, len(s.buckets))
	}
}

// update changes a bucket and looks what came of it.
func (s *soaker) update(ctx context.Context, prefix string, way []func(*lightsail.Options)) {
	name := s.names[s.random.IntN(len(s.names))]
	before := s.buckets[name]
	var doubt doubt
	s.n.calls.Add(1)
	out, err := s.client.UpdateBucket(context.WithValue(ctx, doubtKey{}, &doubt), &lightsail.UpdateBucketInput{
		BucketName:      &name,
		AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: &prefix},
	}, way...)
	if err == nil && (out.Bucket == nil || prefixOf(*out.Bucket) != prefix) {
		s.t.Errorf("the answer to the update of %s has not prefix %q: %+v", name, prefix, out.Bucket)
	}

	b, ok := s.get(ctx, name, way)
	if !ok {
		s.t.Errorf("%s could not be read", name)
		return
	}
	got := prefixOf(b)
	s.buckets[name] = got
	if got != prefix && got != before {
		s.n.lost.Add(1)
		s.t.Errorf("%s has prefix %q, which is neither %q nor %q", name, got, before, prefix)
	}
	s.n.updates.judge(s.n, err, doubt.done, got == prefix)
}

// create makes a bucket and looks whether it is there.
func (s *soaker) create(ctx context.Context, name string, way []func(*lightsail.Options)) {
	var doubt doubt
	s.n.calls.Add(1)
	_, err := s.client.CreateBucket(context.WithValue(ctx, doubtKey{}, &doubt), &lightsail.CreateBucketInput{
		BucketName: &name, BundleId: aws.String("small_1_0"),
	}, way...)
	_, there := s.get(ctx, name, way)
	s.created[name] = there
	s.n.creations.judge(s.n, err, doubt.done, there)
}

// judge counts a change: what the client said of it, and what is so.
func (o *outcomes) judge(n *tally, err error, doubt, done bool) {
	switch {
	case err == nil:
		o.acknowledged.Add(1)
		if !done {
			n.lost.Add(1)
		}
	case doubt && done:
		o.ambiguousDone.Add(1)
	case doubt:
		o.ambiguousNever.Add(1)
	default:
		o.failed.Add(1)
		if done {
			n.phantom.Add(1)
		}
	}
}

// get reads a bucket, however often that takes.
func (s *soaker) get(ctx context.Context, name string, way []func(*lightsail.Options)) (types.Bucket, bool) {
	for range 100 {
		s.n.calls.Add(1)
		out, err := s.client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: &name}, way...)
		if err == nil && len(out.Buckets) == 1 {
			return out.Buckets[0], true
		}
		if lightsail.IsNotFound(err) {
			break
		}
	}
	return types.Bucket{}, false
}

// another makes a call that changes nothing, and gives up one in four.
func (s *soaker) another(ctx context.Context, way []func(*lightsail.Options)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if s.random.IntN(4) == 0 {
		go cancel()
	}
	var err error
	switch s.random.IntN(3) {
	case 0:
		_, err = s.client.GetBlueprints(ctx, nil, way...)
	case 1:
		_, err = s.client.GetBundles(ctx, nil, way...)
	case 2:
		_, err = s.client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}, way...)
	}
	s.n.calls.Add(1)
	s.n.others.Add(1)
	if err != nil {
		s.n.othersFailed.Add(1)
	}
}

// A doubt is whether a call may have been carried out by an attempt that failed:
// one that got no answer, or one that says that it was.
type doubt struct{ done bool }

type doubtKey struct{}

func prefixOf(b types.Bucket) string {
	if b.AccessLogConfig == nil {
		return ""
	}
	return aws.ToString(b.AccessLogConfig.Prefix)
}
