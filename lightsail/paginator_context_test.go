package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestPaginatorBreakLeavesNoGoroutine relies on synctest, which fails a test that
// leaves a goroutine.
func TestPaginatorBreakLeavesNoGoroutine(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server, client := threeBuckets(t)
		for range lightsail.NewGetBucketsPaginator(client, nil).All(t.Context()) {
			break
		}
		for range lightsail.NewGetBucketsPaginator(client, nil).Pages(t.Context()) {
			break
		}
		server.AssertCalls(t, "GetBuckets", "GetBuckets")

		next, stop := iter.Pull2(lightsail.NewGetBucketsPaginator(client, nil).All(t.Context()))
		if bucket, err, ok := next(); !ok || err != nil || aws.ToString(bucket.Name) != "a" {
			t.Errorf("got bucket %v, error %v, %t, want a, none and true", aws.ToString(bucket.Name), err, ok)
		}
		stop()
		if n := len(server.Calls()); n != 3 {
			t.Errorf("got %d calls, want 3", n)
		}
	})
}

// threeBuckets returns a server with the buckets a, b and c on a page each, and a client
// that calls it without sockets, as synctest requires.
func threeBuckets(t *testing.T) (*lightsailtest.Server, *lightsail.Client) {
	t.Helper()
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("a")}, types.Bucket{Name: aws.String("b")}, types.Bucket{Name: aws.String("c")},
	))
	return server, server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
}

func TestPaginatorContextCanceledBetweenPages(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		synctest.Test(t, func(t *testing.T) {
			_, client := threeBuckets(t)
			p := lightsail.NewGetBucketsPaginator(client, nil)
			ctx, cancel := context.WithCancel(t.Context())
			if _, err := p.NextPage(ctx); err != nil {
				t.Fatal(err)
			}

			cancel()
			all, err := list(ctx, p)
			if len(all) != 0 || !errors.Is(err, context.Canceled) {
				t.Errorf("got buckets %v and error %v, want none and context.Canceled", all, err)
			}

			all, err = list(t.Context(), p)
			if err != nil {
				t.Error(err)
			}
			equal(t, "buckets with a new context", all, "b", "c")
		})
	})
}

func TestPaginatorDeadlineDuringPage(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		synctest.Test(t, func(t *testing.T) {
			server, client := threeBuckets(t)
			server.Inject("GetBuckets", lightsailtest.Latency(time.Second), lightsailtest.Latency(time.Hour))
			p := lightsail.NewGetBucketsPaginator(client, nil)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			start := time.Now()

			all, err := list(ctx, p)

			equal(t, "buckets", all, "a")
			if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Minute {
				t.Errorf("got error %v after %v, want context.DeadlineExceeded after 1m", err, time.Since(start))
			}
			all, err = list(t.Context(), p)
			if err != nil {
				t.Error(err)
			}
			equal(t, "buckets with a new context", all, "b", "c")
		})
	})
}

// TestPaginatorContextCanceledInLoop checks that All, canceled in the loop's body, ends
// at the latest with the current page and returns the error.
func TestPaginatorContextCanceledInLoop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
			types.Bucket{Name: aws.String("a")}, types.Bucket{Name: aws.String("b")}, types.Bucket{Name: aws.String("c")},
		))
		client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var last error
		for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
			cancel()
			last = err
			if err == nil && *bucket.Name == "c" {
				t.Error("got a bucket of the second page, want no request with a canceled context")
			}
		}
		if !errors.Is(last, context.Canceled) {
			t.Errorf("got error %v, want context.Canceled", last)
		}
	})
}

// TestPaginatorsShareClient uses one client in two goroutines with a paginator each.
func TestPaginatorsShareClient(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		const pages = 50
		// A token consists of the name of the goroutine and the page number.
		client := newClient(func(r *http.Request) (*http.Response, error) {
			sent := new(requests)
			sent.add(r)
			var name string
			var n int
			if _, err := fmt.Sscanf(tokenOf(t, sent.all[0].body), "%1s%d", &name, &n); err != nil {
				t.Error(err)
			}
			next := fmt.Sprintf("%s%d", name, n+1)
			if n == pages {
				next = ""
			}
			return page(next, fmt.Sprintf("%s%d", name, n))()
		})
		var wg sync.WaitGroup
		for _, name := range []string{"a", "b"} {
			wg.Go(func() {
				p := lightsail.NewGetBucketsPaginator(client, &lightsail.GetBucketsInput{PageToken: aws.String(name + "1")})
				all, err := list(t.Context(), p)
				if err != nil {
					t.Error(err)
				}
				want := make([]string, pages)
				for i := range want {
					want[i] = fmt.Sprintf("%s%d", name, i+1)
				}
				equal(t, "buckets of "+name, all, want...)
			})
		}
		wg.Wait()
	})
}
