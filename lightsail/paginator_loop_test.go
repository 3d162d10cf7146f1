package lightsail_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// TestPaginatorRequestsPageAgainAfterError checks that an error does not skip a page.
func TestPaginatorRequestsPageAgainAfterError(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a"), page("3", "b"), accessDenied, accessDenied, page("4", "c"), lastPage("d"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)

		all, err := list(t.Context(), p)
		equal(t, "buckets before the error", all, "a", "b")
		if !isAccessDenied(err) {
			t.Errorf("got error %v, want access denied", err)
		}
		if all, err = list(t.Context(), p); !isAccessDenied(err) || len(all) != 0 {
			t.Errorf("second error: got buckets %v and error %v, want none and access denied", all, err)
		}
		all, err = list(t.Context(), p)
		equal(t, "buckets after the error", all, "c", "d")
		if err != nil {
			t.Error(err)
		}
		equal(t, "tokens", sent.tokens(t), "-", "2", "3", "3", "3", "4")
	})
}

// TestPaginatorMixedMethods uses NextPage, Pages and All of one paginator in turn.
func TestPaginatorMixedMethods(t *testing.T) {
	t.Parallel()
	do, _ := sequence(page("2", "a"), page("3", "b", "b2"), accessDenied, page("4", "c"), lastPage("d", "e"))
	p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
	var all []string
	first, err := p.NextPage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, names(first)...)
	for page, err := range p.Pages(t.Context()) {
		if page == nil && !isAccessDenied(err) {
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

// TestPaginatorLoopContinuesAfterError checks that a loop that ignores errors misses no
// page and ends.
func TestPaginatorLoopContinuesAfterError(t *testing.T) {
	t.Parallel()
	t.Run("NextPage", func(t *testing.T) {
		do, sent := sequence(accessDenied, page("2", "a"), accessDenied, accessDenied, page("3", "b"), page("3", "c"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		var all []string
		failures := 0
		for p.HasMorePages() {
			page, err := p.NextPage(t.Context())
			if err != nil {
				if failures++; failures > 10 {
					t.Fatalf("got %d errors, want the loop to end after 4", failures)
				}
				continue
			}
			all = append(all, names(page)...)
		}
		equal(t, "buckets", all, "a", "b", "c")
		equal(t, "tokens", sent.tokens(t), "-", "-", "2", "2", "2", "3")
		if failures != 4 { // the last one is the duplicate token
			t.Errorf("got %d errors, want 4", failures)
		}
	})
	t.Run("Pages", func(t *testing.T) {
		do, sent := sequence(page("2", "a"), accessDenied, lastPage("b"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		var all []string
		failures := 0
		for page, err := range p.Pages(t.Context()) {
			if err != nil {
				failures++
				if page != nil {
					t.Errorf("got page %v with an error, want nil", page)
				}
				continue
			}
			all = append(all, names(page)...)
		}
		equal(t, "buckets", all, "a")
		if failures != 1 || sent.len() != 2 {
			t.Errorf("got %d errors in %d requests, want 1 in 2", failures, sent.len())
		}
	})
	t.Run("All", func(t *testing.T) {
		do, sent := sequence(page("2", "a"), accessDenied, lastPage("b"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		var all []string
		failures := 0
		for bucket, err := range p.All(t.Context()) {
			if err != nil {
				failures++
				if diff := cmp.Diff(types.Bucket{}, bucket); diff != "" {
					t.Errorf("item with an error (-zero +got):\n%s", diff)
				}
				continue
			}
			all = append(all, *bucket.Name)
		}
		equal(t, "buckets", all, "a")
		if failures != 1 || sent.len() != 2 {
			t.Errorf("got %d errors in %d requests, want 1 in 2", failures, sent.len())
		}
	})
}

// TestPaginatorBreak checks that leaving a loop requests no further page and that
// another loop starts with the next page.
func TestPaginatorBreak(t *testing.T) {
	t.Parallel()
	t.Run("Pages", func(t *testing.T) {
		do, sent := sequence(page("2", "a"), page("3", "b"), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		for range p.Pages(t.Context()) {
			if sent.len() == 2 {
				break
			}
		}
		if sent.len() != 2 || !p.HasMorePages() {
			t.Errorf("got %d requests and HasMorePages() = %t, want 2 and true", sent.len(), p.HasMorePages())
		}
		for page := range p.Pages(t.Context()) {
			equal(t, "buckets", names(page), "c")
		}
		if sent.len() != 3 {
			t.Errorf("got %d requests, want 3", sent.len())
		}
	})
	t.Run("All", func(t *testing.T) {
		do, sent := sequence(page("2", "a", "b", "c"), lastPage("d"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		for bucket := range p.All(t.Context()) {
			if *bucket.Name == "b" {
				break
			}
		}
		if sent.len() != 1 {
			t.Errorf("got %d requests, want 1", sent.len())
		}
		// The rest of the first page is skipped.
		for bucket := range p.All(t.Context()) {
			if *bucket.Name != "d" {
				t.Errorf("got bucket %s after the break, want d", *bucket.Name)
			}
		}
	})
	t.Run("at the last item of a page", func(t *testing.T) {
		do, sent := sequence(page("2", "a", "b"), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		for bucket := range p.All(t.Context()) {
			if *bucket.Name == "b" {
				break
			}
		}
		if sent.len() != 1 {
			t.Errorf("got %d requests, want 1", sent.len())
		}
	})
	t.Run("at an error", func(t *testing.T) {
		do, sent := sequence(accessDenied)
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
		for _, err := range p.All(t.Context()) {
			if !isAccessDenied(err) {
				t.Errorf("All: got error %v, want access denied", err)
			}
			break
		}
		for _, err := range p.Pages(t.Context()) {
			if !isAccessDenied(err) {
				t.Errorf("Pages: got error %v, want access denied", err)
			}
			break
		}
		if sent.len() != 2 {
			t.Errorf("got %d requests, want 2", sent.len())
		}
	})
}

// TestPaginatorIsLazy checks that nothing is requested before a loop starts.
func TestPaginatorIsLazy(t *testing.T) {
	t.Parallel()
	do, sent := sequence(page("2", "a"), lastPage("b"))
	p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
	pages, all := p.Pages(t.Context()), p.All(t.Context())
	if !p.HasMorePages() || sent.len() != 0 {
		t.Errorf("got %d requests and HasMorePages() = %t, want none and true", sent.len(), p.HasMorePages())
	}
	for range pages {
		break
	}
	for bucket := range all {
		if *bucket.Name != "b" {
			t.Errorf("got bucket %s, want b", *bucket.Name)
		}
	}
	if sent.len() != 2 {
		t.Errorf("got %d requests, want 2", sent.len())
	}
}
