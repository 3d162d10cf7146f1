package lightsail_test

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// TestAllRegionsBreak breaks out of the loop while a call of another Region has no
// response.
func TestAllRegionsBreak(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		servers.servers["eu-west-1"].Inject("GetBuckets", lightsailtest.Latency(time.Hour).Always())
		start := time.Now()
		for bucket, err := range lightsail.AllRegions(t.Context(), servers.client(), lightsail.NewGetBucketsPaginator, nil,
			inRegions("eu-west-1", "us-east-1", "ap-south-1"), func(o *lightsail.AllRegionsOptions) { o.Concurrency = 2 }) {
			if bucket.Region != "us-east-1" || err != nil {
				t.Errorf("got Region %q and error %v, want us-east-1", bucket.Region, err)
			}
			synctest.Wait() // the workers are blocked: one by the call, the other by the next item
			if n := servers.inFlight.Load(); n != 1 {
				t.Errorf("got %d calls before the break, want 1", n)
			}
			break
		}
		if n := servers.inFlight.Load(); n != 0 {
			t.Errorf("got %d calls after the loop, want none", n)
		}
		if elapsed := time.Since(start); elapsed != 0 {
			t.Errorf("got an elapsed time of %v, want 0", elapsed)
		}
		if n := len(servers.servers["ap-south-1"].Calls()); n != 0 {
			t.Errorf("got %d requests in a Region after the break, want none", n)
		}
	})
}

// TestAllRegionsGoroutines counts goroutines after every way to leave the loop.
func TestAllRegionsGoroutines(t *testing.T) {
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		client := servers.client()
		leave := func(body func(n int, cancel context.CancelFunc) bool) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			defer func() { _ = recover() }()
			n := 0
			for range lightsail.AllRegions(ctx, client, lightsail.NewGetBucketsPaginator, nil, inRegions(threeRegions...)) {
				if n++; !body(n, cancel) {
					break
				}
			}
		}
		all := func(int, context.CancelFunc) bool { return true }
		leave(all)
		before := runtime.NumGoroutine()
		for range 50 {
			leave(all)
			leave(func(int, context.CancelFunc) bool { return false })
			leave(func(n int, _ context.CancelFunc) bool { return n < 4 })
			leave(func(_ int, cancel context.CancelFunc) bool { cancel(); return true })
			leave(func(int, context.CancelFunc) bool { panic("in the loop body") })
			if n := servers.inFlight.Load(); n != 0 {
				t.Fatalf("got %d calls after the loop, want none", n)
			}
		}
		checkGoroutines(t, before)
	})
}

// TestAllRegionsNoResponse has a Region that never responds. The others are listed at
// once, and the deadline of the context ends the iteration.
func TestAllRegionsNoResponse(t *testing.T) {
	t.Parallel()
	withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
		servers.servers["eu-west-1"].Inject("GetBuckets", lightsailtest.Latency(time.Hour).Always())
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		start := time.Now()
		items := 0
		var last error
		for bucket, err := range lightsail.AllRegions(ctx, servers.client(), lightsail.NewGetBucketsPaginator, nil, inRegions(threeRegions...)) {
			if last != nil {
				t.Errorf("got item %+v and error %v after the end, want nothing", bucket, err)
			}
			if err == nil {
				items++
				if elapsed := time.Since(start); elapsed != 0 {
					t.Errorf("got an item of %s after %v, want it at once", bucket.Region, elapsed)
				}
				continue
			}
			if last = err; bucket.Region != "" {
				t.Errorf("got the end of the context in Region %q, want none", bucket.Region)
			}
		}
		if !errors.Is(last, context.DeadlineExceeded) || !errors.As(last, new(*smithy.CanceledError)) {
			t.Errorf("got error %v, want a CanceledError that wraps context.DeadlineExceeded", last)
		}
		if elapsed := time.Since(start); items != 6 || elapsed != time.Minute {
			t.Errorf("got %d items in %v, want 6 in 1m", items, elapsed)
		}
	})
}

func TestAllRegionsContextCanceled(t *testing.T) {
	t.Parallel()
	t.Run("in the loop", func(t *testing.T) {
		withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var got []error
			for _, err := range lightsail.AllRegions(ctx, servers.client(), lightsail.NewGetBucketsPaginator, nil, inRegions(threeRegions...)) {
				got = append(got, err)
				cancel()
				synctest.Wait() // all workers have an item or an error to send, or have ended
			}
			if len(got) != 2 || got[0] != nil || !errors.Is(got[1], context.Canceled) {
				t.Errorf("got errors %v, want none beside the first item and context.Canceled", got)
			}
		})
	})
	t.Run("before the loop", func(t *testing.T) {
		withRegions(t, threeRegions, func(t *testing.T, servers *regionServers) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			for name, optFns := range map[string][]func(*lightsail.AllRegionsOptions){"GetRegions": nil, "list": {inRegions(threeRegions...)}} {
				names, errs := collectBuckets(ctx, servers.client(), nil, optFns...)
				if len(names) != 0 || len(errs) != 1 || len(errs[""]) != 1 || !errors.Is(errs[""][0], context.Canceled) {
					t.Errorf("%s: got buckets %v and errors %v, want context.Canceled only", name, names, errs)
				}
			}
		})
	})
}
