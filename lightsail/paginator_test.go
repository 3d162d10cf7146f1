package lightsail_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// listFunc lists what a paginator has left, up to the first error, and returns the
// names of the buckets.
type listFunc func(context.Context, *lightsail.GetBucketsPaginator, ...func(*lightsail.Options)) ([]string, error)

// eachMethod runs a test with NextPage, Pages and All.
func eachMethod(t *testing.T, test func(t *testing.T, list listFunc)) {
	t.Helper()
	methods := []struct {
		name string
		list listFunc
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
	for _, m := range methods {
		t.Run(m.name, func(t *testing.T) { test(t, m.list) })
	}
}

func names(page *lightsail.GetBucketsOutput) (all []string) {
	for _, bucket := range page.Buckets {
		all = append(all, *bucket.Name)
	}
	return all
}

// page returns a response of GetBuckets with a token for the next page.
func page(next string, buckets ...string) func() (*http.Response, error) {
	items := make([]string, len(buckets))
	for i, name := range buckets {
		items[i] = fmt.Sprintf(`{"name":%q}`, name)
	}
	return response(200, fmt.Sprintf(`{"buckets":[%s],"nextPageToken":%q}`, strings.Join(items, ","), next))
}

// lastPage returns a response of GetBuckets with an empty token.
func lastPage(buckets ...string) func() (*http.Response, error) { return page("", buckets...) }

// accessDenied is an error response that is not retried.
var accessDenied = response(400, `{"__type":"AccessDeniedException","message":"not now"}`)

func isAccessDenied(err error) bool {
	var denied *types.AccessDeniedException
	return errors.As(err, &denied)
}

// tokens returns the page tokens that were sent, "-" for none.
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

// equal compares lists. A nil list equals an empty one.
func equal[T any](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// TestPaginatorEmptyPage checks that pages with an empty or missing list of buckets do
// not end the listing.
func TestPaginatorEmptyPage(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a", "b"), page("3"), response(200, `{"nextPageToken":"4"}`), lastPage("c"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)

		all, err := list(t.Context(), p)

		if err != nil {
			t.Fatal(err)
		}
		equal(t, "buckets", all, "a", "b", "c")
		equal(t, "tokens", sent.tokens(t), "-", "2", "3", "4")
	})
}

func TestPaginatorEmptyListing(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(response(200, `{}`))
		all, err := list(t.Context(), lightsail.NewGetBucketsPaginator(newClient(do), nil))
		if err != nil || len(all) != 0 || sent.len() != 1 {
			t.Errorf("got %d requests, buckets %v, error %v, want 1, none and none", sent.len(), all, err)
		}
	})
}

func TestPaginatorLastPage(t *testing.T) {
	t.Parallel()
	for name, token := range map[string]string{"absent": ``, "null": `,"nextPageToken":null`, "empty": `,"nextPageToken":""`} {
		t.Run(name, func(t *testing.T) {
			eachMethod(t, func(t *testing.T, list listFunc) {
				do, sent := sequence(page("2", "a"), response(200, `{"buckets":[{"name":"b"}]`+token+`}`))
				p := lightsail.NewGetBucketsPaginator(newClient(do), nil)

				all, err := list(t.Context(), p)

				if err != nil {
					t.Fatal(err)
				}
				equal(t, "buckets", all, "a", "b")
				equal(t, "tokens", sent.tokens(t), "-", "2")
				if p.HasMorePages() {
					t.Error("got HasMorePages() = true after the last page, want false")
				}
				if again, err := list(t.Context(), p); err != nil || len(again) != 0 {
					t.Errorf("after the last page: got buckets %v and error %v, want none", again, err)
				}
				if _, err := p.NextPage(t.Context()); err == nil || sent.len() != 2 {
					t.Errorf("NextPage after the last page: got %d requests and error %v, want 2 and an error", sent.len(), err)
				}
			})
		})
	}
}

// TestPaginatorDuplicateToken checks that a page with a duplicate token is returned and
// that the error follows it and persists.
func TestPaginatorDuplicateToken(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a"), page("2", "b"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil)

		all, err := list(t.Context(), p)

		equal(t, "buckets", all, "a", "b")
		if err == nil || !strings.Contains(err.Error(), "token") {
			t.Errorf("got error %v, want one about the token", err)
		}
		if p.HasMorePages() {
			t.Error("got HasMorePages() = true after the error, want false")
		}
		if page, again := p.NextPage(t.Context()); page != nil || again == nil {
			t.Errorf("NextPage after the error: got page %v and error %v, want nil and the error", page, again)
		}
		equal(t, "tokens", sent.tokens(t), "-", "2")
	})
}

// TestPaginatorDuplicateTokenPersists checks that later loops over the paginator return
// the error as well. Without it, an incomplete listing would seem complete.
func TestPaginatorDuplicateTokenPersists(t *testing.T) {
	t.Parallel()
	do, sent := sequence(page("2", "a"), page("2", "b"))
	p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
	for i := range 3 {
		var last error
		for _, err := range p.All(t.Context()) {
			last = err
		}
		if last == nil {
			t.Errorf("loop %d over All: got no error, want the duplicate token", i+1)
		}
		last = nil
		for _, err := range p.Pages(t.Context()) {
			last = err
		}
		if last == nil {
			t.Errorf("loop %d over Pages: got no error, want the duplicate token", i+1)
		}
	}
	equal(t, "tokens", sent.tokens(t), "-", "2")
}

// TestPaginatorDuplicateTokenOnFirstPage checks that HasMorePages returns true until
// NextPage has returned the error. Otherwise callers would miss it.
func TestPaginatorDuplicateTokenOnFirstPage(t *testing.T) {
	t.Parallel()
	do, _ := sequence(page("1", "a"))
	p := lightsail.NewGetBucketsPaginator(newClient(do), &lightsail.GetBucketsInput{PageToken: aws.String("1")})
	if page, err := p.NextPage(t.Context()); err != nil || len(page.Buckets) != 1 {
		t.Fatalf("got page %v and error %v, want one bucket", page, err)
	}
	if !p.HasMorePages() {
		t.Error("got HasMorePages() = false before the error was returned, want true")
	}
	if page, err := p.NextPage(t.Context()); err == nil || page != nil {
		t.Errorf("got page %v and error %v, want nil and an error", page, err)
	}
}

func TestPaginatorStopOnDuplicateToken(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a"), page("2", "b"))
		p := lightsail.NewGetBucketsPaginator(newClient(do), nil, func(o *lightsail.GetBucketsPaginatorOptions) {
			o.StopOnDuplicateToken = true
		})

		all, err := list(t.Context(), p)

		if err != nil {
			t.Error(err)
		}
		equal(t, "buckets", all, "a", "b")
		equal(t, "tokens", sent.tokens(t), "-", "2")
		if again, err := list(t.Context(), p); err != nil || len(again) != 0 || sent.len() != 2 {
			t.Errorf("after the end: got %d requests, buckets %v, error %v, want 2, none and none", sent.len(), again, err)
		}
	})
}
