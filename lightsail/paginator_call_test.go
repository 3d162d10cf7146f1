package lightsail_test

import (
	"context"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestPaginatorInputUnchanged uses one input for two paginators at the same time.
func TestPaginatorInputUnchanged(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a"), page("2", "a"), lastPage("b"), lastPage("b"))
		token, yes := aws.String("1"), aws.Bool(true)
		in := &lightsail.GetBucketsInput{PageToken: token, IncludeConnectedResources: yes}
		client := newClient(do)
		one, two := lightsail.NewGetBucketsPaginator(client, in), lightsail.NewGetBucketsPaginator(client, in)

		for _, p := range []*lightsail.GetBucketsPaginator{one, two} {
			if _, err := p.NextPage(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range []*lightsail.GetBucketsPaginator{one, two} {
			all, err := list(t.Context(), p)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "buckets", all, "b")
		}

		equal(t, "tokens", sent.tokens(t), "1", "1", "2", "2")
		if body := sent.all[3].body; !strings.Contains(body, `"includeConnectedResources":true`) {
			t.Errorf("got body %s for the second page, want includeConnectedResources in it", body)
		}
		if in.PageToken != token || in.IncludeConnectedResources != yes || *token != "1" || !*yes {
			t.Errorf("got input %+v after the listing, want it unchanged", in)
		}
	})
}

// TestPaginatorIgnoresLaterInputChanges changes the input after the paginator was
// created.
func TestPaginatorIgnoresLaterInputChanges(t *testing.T) {
	t.Parallel()
	do, sent := sequence(page("2", "a"), lastPage("b"))
	in := &lightsail.GetBucketsInput{}
	p := lightsail.NewGetBucketsPaginator(newClient(do), in)
	in.PageToken = aws.String("other")
	for _, err := range p.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		in.PageToken = aws.String("another")
	}
	equal(t, "tokens", sent.tokens(t), "-", "2")
}

// changingClient is a client that retains and changes its inputs.
type changingClient struct{ inputs []*lightsail.GetBucketsInput }

func (c *changingClient) GetBuckets(_ context.Context, in *lightsail.GetBucketsInput, _ ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	c.inputs = append(c.inputs, in)
	in.BucketName = aws.String(fmt.Sprint(len(c.inputs)))
	if len(c.inputs) == 3 {
		return &lightsail.GetBucketsOutput{}, nil
	}
	return &lightsail.GetBucketsOutput{NextPageToken: in.BucketName}, nil
}

// TestPaginatorWithClientThatChangesInput checks that each call gets an input of its own.
func TestPaginatorWithClientThatChangesInput(t *testing.T) {
	t.Parallel()
	c := new(changingClient)
	for _, err := range lightsail.NewGetBucketsPaginator(c, nil).Pages(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := []*lightsail.GetBucketsInput{
		{BucketName: aws.String("1")},
		{BucketName: aws.String("2"), PageToken: aws.String("1")},
		{BucketName: aws.String("3"), PageToken: aws.String("2")},
	}
	equal(t, "inputs", c.inputs, want...)
}

// TestPaginatorOptionFunctions checks that option functions of NextPage apply to one
// call and those of Pages and All to the loop.
func TestPaginatorOptionFunctions(t *testing.T) {
	t.Parallel()
	app := func(name string) func(*lightsail.Options) { return func(o *lightsail.Options) { o.AppID = name } }
	apps := func(sent *requests) (all []string) {
		for i := range sent.len() {
			_, app, _ := strings.Cut(sent.header(i, "User-Agent"), "app/")
			app, _, _ = strings.Cut(app, " ")
			all = append(all, app)
		}
		return all
	}

	do, sent := sequence(page("2", "a"), page("3", "b"), page("4", "c"), lastPage("d"))
	p := lightsail.NewGetBucketsPaginator(newClient(do), nil)
	for _, name := range []string{"one", "two", ""} {
		if _, err := p.NextPage(t.Context(), app(name)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.NextPage(t.Context()); err != nil {
		t.Fatal(err)
	}
	equal(t, "applications", apps(sent), "one", "two", "", "")

	eachMethod(t, func(t *testing.T, list listFunc) {
		do, sent := sequence(page("2", "a"), page("3", "b"), lastPage("c"))
		if _, err := list(t.Context(), lightsail.NewGetBucketsPaginator(newClient(do), nil), app("range")); err != nil {
			t.Fatal(err)
		}
		equal(t, "applications", apps(sent), "range", "range", "range")
	})
}

// features returns the feature IDs in a User-Agent header.
func features(userAgent string) []string {
	for _, part := range strings.Fields(userAgent) {
		if list, ok := strings.CutPrefix(part, "m/"); ok {
			return strings.Split(list, ",")
		}
	}
	return nil
}

// TestPaginatorUserAgent checks the feature IDs in the User-Agent: C is the paginator's
// and E the retryer's; B is the waiter's.
func TestPaginatorUserAgent(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		eachMethod(t, func(t *testing.T, list listFunc) {
			do, sent := sequence(page("2", "a"), lastPage("b"))
			client := newClient(do, path)
			if _, err := list(t.Context(), lightsail.NewGetBucketsPaginator(client, nil)); err != nil {
				t.Fatal(err)
			}
			for i := range 2 {
				if got := features(sent.header(i, "User-Agent")); !slices.Contains(got, "C") || !slices.Contains(got, "E") || slices.Contains(got, "B") {
					t.Errorf("page %d: got features %v of %s, want C and E without B", i+1, got, sent.header(i, "User-Agent"))
				}
			}
			if _, err := client.GetBuckets(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			if got := features(sent.header(2, "User-Agent")); slices.Contains(got, "C") {
				t.Errorf("got features %v of a call without a paginator, want none of C", got)
			}
		})
	})
}

// calledFromStack reports whether a middleware stack is among its callers.
func calledFromStack() bool {
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

// TestPaginatorUsesDirectPath checks that the User-Agent feature of a paginator does not
// need a middleware stack.
func TestPaginatorUsesDirectPath(t *testing.T) {
	t.Parallel()
	eachMethod(t, func(t *testing.T, list listFunc) {
		usedStack := false
		client := newClient(func(*http.Request) (*http.Response, error) {
			usedStack = calledFromStack()
			return newResponse(200, `{}`), nil
		})
		listAll := func(optFns ...func(*lightsail.Options)) bool {
			if _, err := list(t.Context(), lightsail.NewGetBucketsPaginator(client, nil), optFns...); err != nil {
				t.Fatal(err)
			}
			return usedStack
		}
		if !listAll(middlewarePath) {
			t.Fatal("got no middleware stack on the middleware path, want one: calledFromStack does not work")
		}
		if listAll() {
			t.Error("got a call on the middleware path, want the direct path")
		}
	})
}

// TestCatalogPaginators lists blueprints and bundles on several pages and compares them
// with those on one page. IncludeInactive must apply to every page.
func TestCatalogPaginators(t *testing.T) {
	t.Parallel()
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
			t.Errorf("got %d blueprints, want more than 8, at least one of them inactive", len(all))
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
			t.Errorf("got %d bundles, want more than 8", len(all))
		}
	})
}
