package lightsail_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A form goes through what a paginator has left, up to the first error, and
// returns the names of the buckets that it saw.
type form func(context.Context, *lightsail.GetBucketsPaginator, ...func(*lightsail.Options)) ([]string, error)

// eachForm runs a test for every way of going through pages.
func eachForm(t *testing.T, test func(t *testing.T, rest form)) {
	t.Helper()
	forms := []struct {
		name string
		form form
	}{
		{"NextPage", func(ctx context.Context, p *lightsail.GetBucketsPaginator, optFns ...func(*lightsail.Options)) (all []string, err error) {
			for p.HasMorePages() {
				page, err := p.NextPage(ctx, optFns...)
				if err != nil {
					return all, err
				}
				all = append(all, names(page)...)
			}
			return all, nil
		}},
		{"Pages", func(ctx context.Context, p *lightsail.GetBucketsPaginator, optFns ...func(*lightsail.Options)) (all []string, err error) {
			for page, err := range p.Pages(ctx, optFns...) {
				if err != nil {
					return all, err
				}
				all = append(all, names(page)...)
			}
			return all, nil
		}},
		{"All", func(ctx context.Context, p *lightsail.GetBucketsPaginator, optFns ...func(*lightsail.Options)) (all []string, err error) {
			for bucket, err := range p.All(ctx, optFns...) {
				if err != nil {
					return all, err
				}
				all = append(all, *bucket.Name)
			}
			return all, nil
		}},
	}
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) { test(t, f.form) })
	}
}

func names(page *lightsail.GetBucketsOutput) (all []string) {
	for _, bucket := range page.Buckets {
		all = append(all, *bucket.Name)
	}
	return all
}

// page is an answer of GetBuckets with a token for the next one.
func page(next string, buckets ...string) func() (*http.Response, error) {
	items := make([]string, len(buckets))
	for i, name := range buckets {
		items[i] = fmt.Sprintf(`{"name":%q}`, name)
	}
	return say(200, fmt.Sprintf(`{"buckets":[%s],"nextPageToken":%q}`, strings.Join(items, ","), next))
}

// lastPage is an answer of GetBuckets without a token.
func lastPage(buckets ...string) func() (*http.Response, error) { return page("", buckets...) }

// notNow is an error that no retryer tries again.
var notNow = say(400, `{"__type":"AccessDeniedException","message":"not now"}`)

func isNotNow(err error) bool {
	var denied *types.AccessDeniedException
	return errors.As(err, &denied)
}

// tokens are the page tokens that were sent, "-" for none.
func (s *requests) tokens(t *testing.T) (all []string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.all {
		all = append(all, tokenOf(t, r.body))
	}
	return all
}

func tokenOf(t *testing.T, body string) string {
	t.Helper()
	var in struct{ PageToken *string }
	if err := json.Unmarshal([]byte(body), &in); err != nil {
		t.Error(err)
	}
	if in.PageToken == nil {
		return "-"
	}
	return *in.PageToken
}

// equal compares lists, of which none and an empty one are the same.
func equal[T any](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// A page without buckets is not the last, whether its list is empty or missing.
func TestEmptyPage(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a", "b"), page("3"), say(200, `{"nextPageToken":"4"}`), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)

		all, err := rest(t.Context(), p)

		if err != nil {
			t.Fatal(err)
		}
		equal(t, "buckets", all, "a", "b", "c")
		equal(t, "tokens", seen.tokens(t), "-", "2", "3", "4")
	})
}

func TestNoBuckets(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(say(200, `{}`))
		all, err := rest(t.Context(), lightsail.NewGetBucketsPaginator(newClient(http), nil))
		if err != nil || len(all) != 0 || seen.len() != 1 {
			t.Errorf("%d requests, buckets %v, error %v", seen.len(), all, err)
		}
	})
}

func TestLastToken(t *testing.T) {
	for name, member := range map[string]string{"absent": ``, "null": `,"nextPageToken":null`, "empty": `,"nextPageToken":""`} {
		t.Run(name, func(t *testing.T) {
			eachForm(t, func(t *testing.T, rest form) {
				http, seen := answers(page("2", "a"), say(200, `{"buckets":[{"name":"b"}]`+member+`}`))
				p := lightsail.NewGetBucketsPaginator(newClient(http), nil)

				all, err := rest(t.Context(), p)

				if err != nil {
					t.Fatal(err)
				}
				equal(t, "buckets", all, "a", "b")
				equal(t, "tokens", seen.tokens(t), "-", "2")
				if p.HasMorePages() {
					t.Error("there are more pages after the last")
				}
				if again, err := rest(t.Context(), p); err != nil || len(again) != 0 {
					t.Errorf("after the end: buckets %v, error %v", again, err)
				}
				if _, err := p.NextPage(t.Context()); err == nil || seen.len() != 2 {
					t.Errorf("NextPage after the last: %d requests, error %v", seen.len(), err)
				}
			})
		})
	}
}

// The page with the repeated token is good. The error comes after it, and is not
// forgotten.
func TestRepeatedToken(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a"), page("2", "b"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)

		all, err := rest(t.Context(), p)

		equal(t, "buckets", all, "a", "b")
		if err == nil || !strings.Contains(err.Error(), "token") {
			t.Errorf("error %v, want one about the token", err)
		}
		if p.HasMorePages() {
			t.Error("there are more pages after the error")
		}
		if page, again := p.NextPage(t.Context()); page != nil || again == nil {
			t.Errorf("NextPage again: page %v, error %v", page, again)
		}
		equal(t, "tokens", seen.tokens(t), "-", "2")
	})
}

// A range that follows must not look like the end of a list that is complete.
func TestRepeatedTokenSticks(t *testing.T) {
	http, seen := answers(page("2", "a"), page("2", "b"))
	p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
	for i := range 3 {
		var last error
		for _, err := range p.All(t.Context()) {
			last = err
		}
		if last == nil {
			t.Errorf("range %d over All ended without the error", i+1)
		}
		last = nil
		for _, err := range p.Pages(t.Context()) {
			last = err
		}
		if last == nil {
			t.Errorf("range %d over Pages ended without the error", i+1)
		}
	}
	equal(t, "tokens", seen.tokens(t), "-", "2")
}

// HasMorePages is true until the error was handed out, or it would be missed.
func TestRepeatedTokenAtFirst(t *testing.T) {
	http, _ := answers(page("1", "a"))
	p := lightsail.NewGetBucketsPaginator(newClient(http), &lightsail.GetBucketsInput{PageToken: aws.String("1")})
	if page, err := p.NextPage(t.Context()); err != nil || len(page.Buckets) != 1 {
		t.Fatalf("page %v, error %v", page, err)
	}
	if !p.HasMorePages() {
		t.Error("the error is not waited for")
	}
	if page, err := p.NextPage(t.Context()); err == nil || page != nil {
		t.Errorf("page %v, error %v", page, err)
	}
}

func TestStopOnDuplicateToken(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a"), page("2", "b"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil, func(o *lightsail.GetBucketsPaginatorOptions) {
			o.StopOnDuplicateToken = true
		})

		all, err := rest(t.Context(), p)

		if err != nil {
			t.Error(err)
		}
		equal(t, "buckets", all, "a", "b")
		equal(t, "tokens", seen.tokens(t), "-", "2")
		if again, err := rest(t.Context(), p); err != nil || len(again) != 0 || seen.len() != 2 {
			t.Errorf("after the end: %d requests, buckets %v, error %v", seen.len(), again, err)
		}
	})
}

// An error does not advance: called again, the same page is asked for.
func TestErrorAndAgain(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a"), page("3", "b"), notNow, notNow, page("4", "c"), lastPage("d"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)

		all, err := rest(t.Context(), p)
		equal(t, "buckets before the error", all, "a", "b")
		if !isNotNow(err) {
			t.Errorf("error %v", err)
		}
		if all, err = rest(t.Context(), p); !isNotNow(err) || len(all) != 0 {
			t.Errorf("the same again: buckets %v, error %v", all, err)
		}
		all, err = rest(t.Context(), p)
		equal(t, "buckets after the error", all, "c", "d")
		if err != nil {
			t.Error(err)
		}
		equal(t, "tokens", seen.tokens(t), "-", "2", "3", "3", "3", "4")
	})
}

// The forms may be mixed: what one leaves, another takes up.
func TestFormsMixed(t *testing.T) {
	http, _ := answers(page("2", "a"), page("3", "b", "b2"), notNow, page("4", "c"), lastPage("d", "e"))
	p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
	var all []string
	first, err := p.NextPage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, names(first)...)
	for page, err := range p.Pages(t.Context()) {
		if page == nil && !isNotNow(err) {
			t.Fatal(err)
		}
		if err == nil {
			all = append(all, names(page)...)
		}
	}
	for bucket, err := range p.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *bucket.Name)
	}
	equal(t, "buckets", all, "a", "b", "b2", "c", "d", "e")
}

// A caller that continues on an error must neither miss a page nor go on for
// ever.
func TestContinueOnError(t *testing.T) {
	t.Run("NextPage", func(t *testing.T) {
		http, seen := answers(notNow, page("2", "a"), notNow, notNow, page("3", "b"), page("3", "c"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		var all []string
		failures := 0
		for p.HasMorePages() {
			page, err := p.NextPage(t.Context())
			if err != nil {
				if failures++; failures > 10 {
					t.Fatal("no end of it")
				}
				continue
			}
			all = append(all, names(page)...)
		}
		equal(t, "buckets", all, "a", "b", "c")
		equal(t, "tokens", seen.tokens(t), "-", "-", "2", "2", "2", "3")
		if failures != 4 { // the last is that of the repeated token
			t.Errorf("%d errors, want 4", failures)
		}
	})
	t.Run("Pages", func(t *testing.T) {
		http, seen := answers(page("2", "a"), notNow, lastPage("b"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		var all []string
		failures := 0
		for page, err := range p.Pages(t.Context()) {
			if err != nil {
				failures++
				if page != nil {
					t.Errorf("page %v beside the error", page)
				}
				continue
			}
			all = append(all, names(page)...)
		}
		equal(t, "buckets", all, "a")
		if failures != 1 || seen.len() != 2 {
			t.Errorf("%d errors in %d requests, want 1 in 2", failures, seen.len())
		}
	})
	t.Run("All", func(t *testing.T) {
		http, seen := answers(page("2", "a"), notNow, lastPage("b"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		var all []string
		failures := 0
		for bucket, err := range p.All(t.Context()) {
			if err != nil {
				failures++
				if diff := cmp.Diff(types.Bucket{}, bucket); diff != "" {
					t.Errorf("the item beside the error is not zero: %s", diff)
				}
				continue
			}
			all = append(all, *bucket.Name)
		}
		equal(t, "buckets", all, "a")
		if failures != 1 || seen.len() != 2 {
			t.Errorf("%d errors in %d requests, want 1 in 2", failures, seen.len())
		}
	})
}

// Breaking out asks for no further page, and another range goes on with the page
// after.
func TestBreak(t *testing.T) {
	t.Run("Pages", func(t *testing.T) {
		http, seen := answers(page("2", "a"), page("3", "b"), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		for range p.Pages(t.Context()) {
			if seen.len() == 2 {
				break
			}
		}
		if seen.len() != 2 || !p.HasMorePages() {
			t.Errorf("%d requests, more pages: %t", seen.len(), p.HasMorePages())
		}
		for page := range p.Pages(t.Context()) {
			equal(t, "buckets", names(page), "c")
		}
		if seen.len() != 3 {
			t.Errorf("%d requests", seen.len())
		}
	})
	t.Run("All", func(t *testing.T) {
		http, seen := answers(page("2", "a", "b", "c"), lastPage("d"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		for bucket := range p.All(t.Context()) {
			if *bucket.Name == "b" {
				break
			}
		}
		if seen.len() != 1 {
			t.Errorf("%d requests", seen.len())
		}
		// What was left of the page in hand is gone.
		for bucket := range p.All(t.Context()) {
			if *bucket.Name != "d" {
				t.Errorf("bucket %s after the break, want d", *bucket.Name)
			}
		}
	})
	t.Run("at the last item of a page", func(t *testing.T) {
		http, seen := answers(page("2", "a", "b"), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		for bucket := range p.All(t.Context()) {
			if *bucket.Name == "b" {
				break
			}
		}
		if seen.len() != 1 {
			t.Errorf("%d requests: the next page was asked for before it was wanted", seen.len())
		}
	})
	t.Run("at an error", func(t *testing.T) {
		http, _ := answers(notNow)
		p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
		for _, err := range p.All(t.Context()) {
			if err != nil {
				break
			}
		}
		for _, err := range p.Pages(t.Context()) {
			if err != nil {
				break
			}
		}
	})
}

// Nothing is asked for before somebody asks.
func TestLazy(t *testing.T) {
	http, seen := answers(page("2", "a"), lastPage("b"))
	p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
	pages, all := p.Pages(t.Context()), p.All(t.Context())
	if !p.HasMorePages() || seen.len() != 0 {
		t.Errorf("%d requests, more pages: %t", seen.len(), p.HasMorePages())
	}
	for range pages {
		break
	}
	for bucket := range all {
		if *bucket.Name != "b" {
			t.Errorf("bucket %s, want b", *bucket.Name)
		}
	}
	if seen.len() != 2 {
		t.Errorf("%d requests", seen.len())
	}
}

// The bubble fails the test when a goroutine is left at its end.
func TestBreakLeavesNoGoroutine(t *testing.T) {
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
		if bucket, err, ok := next(); !ok || err != nil || *bucket.Name != "a" {
			t.Errorf("bucket %v, error %v, %t", bucket.Name, err, ok)
		}
		stop()
		if n := len(server.Calls()); n != 3 {
			t.Errorf("%d calls, want 3", n)
		}
	})
}

// threeBuckets is a server for a bubble with the buckets a, b and c on a page
// each.
func threeBuckets(t *testing.T) (*lightsailtest.Server, *lightsail.Client) {
	t.Helper()
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("a")}, types.Bucket{Name: aws.String("b")}, types.Bucket{Name: aws.String("c")},
	))
	return server, server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
}

func TestCancelBetweenPages(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		synctest.Test(t, func(t *testing.T) {
			_, client := threeBuckets(t)
			p := lightsail.NewGetBucketsPaginator(client, nil)
			ctx, cancel := context.WithCancel(t.Context())
			if _, err := p.NextPage(ctx); err != nil {
				t.Fatal(err)
			}

			cancel()
			all, err := rest(ctx, p)
			if len(all) != 0 || !errors.Is(err, context.Canceled) {
				t.Errorf("buckets %v, error %v, want that of the context", all, err)
			}

			all, err = rest(t.Context(), p)
			if err != nil {
				t.Error(err)
			}
			equal(t, "buckets with another context", all, "b", "c")
		})
	})
}

func TestCancelDuringPage(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		synctest.Test(t, func(t *testing.T) {
			server, client := threeBuckets(t)
			server.Inject("GetBuckets", lightsailtest.Latency(time.Second), lightsailtest.Latency(time.Hour))
			p := lightsail.NewGetBucketsPaginator(client, nil)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			start := time.Now()

			all, err := rest(ctx, p)

			equal(t, "buckets", all, "a")
			if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Minute {
				t.Errorf("error %v after %v, want that of the context after a minute", err, time.Since(start))
			}
			all, err = rest(t.Context(), p)
			if err != nil {
				t.Error(err)
			}
			equal(t, "buckets with another context", all, "b", "c")
		})
	})
}

// Cancelled by the loop's own body, All ends with the page in hand at the latest,
// and says why.
func TestCancelWithinPage(t *testing.T) {
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
				t.Error("the next page was got with a context that had ended")
			}
		}
		if !errors.Is(last, context.Canceled) {
			t.Errorf("error %v, want that of the context", last)
		}
	})
}

// One client, two goroutines with a paginator each.
func TestTwoGoroutines(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		const pages = 50
		// A token says whose page it is, and which.
		client := newClient(func(r *http.Request) (*http.Response, error) {
			seen := new(requests)
			seen.add(r)
			var who string
			var n int
			if _, err := fmt.Sscanf(tokenOf(t, seen.all[0].body), "%1s%d", &who, &n); err != nil {
				t.Error(err)
			}
			next := fmt.Sprintf("%s%d", who, n+1)
			if n == pages {
				next = ""
			}
			return page(next, fmt.Sprintf("%s%d", who, n))()
		})
		var wg sync.WaitGroup
		for _, who := range []string{"a", "b"} {
			wg.Go(func() {
				p := lightsail.NewGetBucketsPaginator(client, &lightsail.GetBucketsInput{PageToken: aws.String(who + "1")})
				all, err := rest(t.Context(), p)
				if err != nil {
					t.Error(err)
				}
				want := make([]string, pages)
				for i := range want {
					want[i] = fmt.Sprintf("%s%d", who, i+1)
				}
				equal(t, "buckets of "+who, all, want...)
			})
		}
		wg.Wait()
	})
}

// The input stays as it is, and can be used for another paginator, even at the
// same time.
func TestInputOfPaginator(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a"), page("2", "a"), lastPage("b"), lastPage("b"))
		token, yes := aws.String("1"), aws.Bool(true)
		in := &lightsail.GetBucketsInput{PageToken: token, IncludeConnectedResources: yes}
		client := newClient(http)
		one, two := lightsail.NewGetBucketsPaginator(client, in), lightsail.NewGetBucketsPaginator(client, in)

		for _, p := range []*lightsail.GetBucketsPaginator{one, two} {
			if _, err := p.NextPage(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range []*lightsail.GetBucketsPaginator{one, two} {
			all, err := rest(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "buckets", all, "b")
		}

		equal(t, "tokens", seen.tokens(t), "1", "1", "2", "2")
		if body := seen.all[3].body; !strings.Contains(body, `"includeConnectedResources":true`) {
			t.Errorf("the second page was asked for with %s", body)
		}
		if in.PageToken != token || in.IncludeConnectedResources != yes || *token != "1" || !*yes {
			t.Errorf("the input became %+v", in)
		}
	})
}

// What happens to the input after the paginator was made is not its matter.
func TestInputReused(t *testing.T) {
	http, seen := answers(page("2", "a"), lastPage("b"))
	in := &lightsail.GetBucketsInput{}
	p := lightsail.NewGetBucketsPaginator(newClient(http), in)
	in.PageToken = aws.String("other")
	for _, err := range p.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		in.PageToken = aws.String("another")
	}
	equal(t, "tokens", seen.tokens(t), "-", "2")
}

// keeper is a client that keeps what it is given, and writes into it.
type keeper struct{ given []*lightsail.GetBucketsInput }

func (k *keeper) GetBuckets(_ context.Context, in *lightsail.GetBucketsInput, _ ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	k.given = append(k.given, in)
	in.BucketName = aws.String(fmt.Sprint(len(k.given)))
	if len(k.given) == 3 {
		return &lightsail.GetBucketsOutput{}, nil
	}
	return &lightsail.GetBucketsOutput{NextPageToken: in.BucketName}, nil
}

func TestClientKeepsInput(t *testing.T) {
	k := new(keeper)
	for _, err := range lightsail.NewGetBucketsPaginator(k, nil).Pages(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := []*lightsail.GetBucketsInput{
		{BucketName: aws.String("1")},
		{BucketName: aws.String("2"), PageToken: aws.String("1")},
		{BucketName: aws.String("3"), PageToken: aws.String("2")},
	}
	equal(t, "inputs", k.given, want...)
}

// Options of a call are for that call, those of a range for the range.
func TestOptionsOfPages(t *testing.T) {
	app := func(name string) func(*lightsail.Options) { return func(o *lightsail.Options) { o.AppID = name } }
	apps := func(seen *requests) (all []string) {
		for i := range seen.len() {
			_, app, _ := strings.Cut(seen.header(i, "User-Agent"), "app/")
			app, _, _ = strings.Cut(app, " ")
			all = append(all, app)
		}
		return all
	}

	http, seen := answers(page("2", "a"), page("3", "b"), page("4", "c"), lastPage("d"))
	p := lightsail.NewGetBucketsPaginator(newClient(http), nil)
	for _, name := range []string{"one", "two", ""} {
		if _, err := p.NextPage(t.Context(), app(name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.NextPage(t.Context()); err != nil {
		t.Fatal(err)
	}
	equal(t, "applications", apps(seen), "one", "two", "", "")

	eachForm(t, func(t *testing.T, rest form) {
		http, seen := answers(page("2", "a"), page("3", "b"), lastPage("c"))
		if _, err := rest(t.Context(), lightsail.NewGetBucketsPaginator(newClient(http), nil), app("range")); err != nil {
			t.Fatal(err)
		}
		equal(t, "applications", apps(seen), "range", "range", "range")
	})
}

// features are those that a User-Agent header declares, without the order.
func features(userAgent string) []string {
	for _, part := range strings.Fields(userAgent) {
		if list, ok := strings.CutPrefix(part, "m/"); ok {
			return strings.Split(list, ",")
		}
	}
	return nil
}

// The feature of a paginator is C; E is that of the retryer.
func TestPaginatorUserAgent(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		eachForm(t, func(t *testing.T, rest form) {
			http, seen := answers(page("2", "a"), lastPage("b"))
			client := newClient(http, way)
			if _, err := rest(t.Context(), lightsail.NewGetBucketsPaginator(client, nil)); err != nil {
				t.Fatal(err)
			}
			for i := range 2 {
				if got := features(seen.header(i, "User-Agent")); !slices.Contains(got, "C") || !slices.Contains(got, "E") || slices.Contains(got, "B") {
					t.Errorf("page %d: features %v of %s", i+1, got, seen.header(i, "User-Agent"))
				}
			}
			if _, err := client.GetBuckets(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			if got := features(seen.header(2, "User-Agent")); slices.Contains(got, "C") {
				t.Errorf("a call without a paginator has the features %v", got)
			}
		})
	})
}

// onStack tells whether its caller is called from a middleware stack.
func onStack() bool {
	pcs := make([]uintptr, 256)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "github.com/aws/smithy-go/middleware.") {
			return true
		}
		if !more {
			return false
		}
	}
}

// The mark in the user agent must not cost a middleware stack.
func TestPaginatorStaysUnwatched(t *testing.T) {
	eachForm(t, func(t *testing.T, rest form) {
		watched := false
		client := newClient(func(*http.Request) (*http.Response, error) {
			watched = onStack()
			return answer(200, `{}`), nil
		})
		list := func(optFns ...func(*lightsail.Options)) bool {
			if _, err := rest(t.Context(), lightsail.NewGetBucketsPaginator(client, nil), optFns...); err != nil {
				t.Fatal(err)
			}
			return watched
		}
		if !list(lightsail.WithAPIOptions(func(*middleware.Stack) error { return nil })) {
			t.Fatal("a middleware stack is not recognised")
		}
		if list() {
			t.Error("a page was got by way of a middleware stack")
		}
	})
}

// All paginators go through a catalogue of several pages, with what else the
// input says on every page.
func TestPaginatorsOfCatalogue(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(4))
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })

	whole := lightsailtest.NewServer(t, lightsailtest.WithPageSize(0))
	onePage := whole.Client(func(o *lightsail.Options) { o.HTTPClient = whole.HTTPClient() })

	t.Run("GetBlueprints", func(t *testing.T) {
		in := &lightsail.GetBlueprintsInput{IncludeInactive: aws.Bool(true)}
		want, err := onePage.GetBlueprints(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		var all, paged []types.Blueprint
		for blueprint, err := range lightsail.NewGetBlueprintsPaginator(client, in).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, blueprint)
		}
		p := lightsail.NewGetBlueprintsPaginator(client, in)
		for p.HasMorePages() {
			page, err := p.NextPage(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			paged = append(paged, page.Blueprints...)
		}
		equal(t, "blueprints of All", all, want.Blueprints...)
		equal(t, "blueprints of NextPage", paged, want.Blueprints...)
		if len(all) <= 8 || !slices.ContainsFunc(all, func(b types.Blueprint) bool { return !*b.IsActive }) {
			t.Errorf("%d blueprints: that is not three pages with a retired one", len(all))
		}
	})
	t.Run("GetBundles", func(t *testing.T) {
		in := &lightsail.GetBundlesInput{IncludeInactive: aws.Bool(true)}
		want, err := onePage.GetBundles(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		var all, paged []types.Bundle
		for bundle, err := range lightsail.NewGetBundlesPaginator(client, in).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, bundle)
		}
		for page, err := range lightsail.NewGetBundlesPaginator(client, in).Pages(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			paged = append(paged, page.Bundles...)
		}
		equal(t, "bundles of All", all, want.Bundles...)
		equal(t, "bundles of Pages", paged, want.Bundles...)
		if len(all) <= 8 {
			t.Errorf("%d bundles are not three pages", len(all))
		}
	})
}
