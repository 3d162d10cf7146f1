package lightsail

import (
	"context"
	"errors"
	"fmt"
	"iter"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// PaginatorOptions are the options of every paginator.
//
// A paginator, such as [GetBucketsPaginator], makes one call for each page, when
// the page is asked for. There are three ways to read it: HasMorePages with
// NextPage, as in other service packages of the AWS SDK; Pages; and All. They may
// be mixed.
//
// A page may be empty without being the last one. An error does not advance the
// paginator: the next call asks for the same page again. The paginator copies its
// input when it is created. It must not be used by several goroutines at the same
// time.
type PaginatorOptions struct {
	// StopOnDuplicateToken ends the listing without an error if the service
	// returns the page token that was sent to it. By default that is an error,
	// because the listing may be incomplete.
	StopOnDuplicateToken bool
}

// A paginator is the mechanism of all paginators. In and Out are pointers to the
// operation's input and output, so the compiler makes one body for all of them.
// Nothing is inlined, because a copy of that body in the methods of every paginator
// makes the package a quarter slower to compile.
type paginator[In, Out any] struct {
	call   func(context.Context, In, ...func(*Options)) (Out, error)
	token  func(In) **string
	next   func(Out) *string
	input  In // of the next page
	paging paging
}

// newPaginator returns a paginator that starts at the page of params, which may
// be nil. token returns the field of the input that holds the page token, and next
// the token of the page after an output.
//
//go:noinline
func newPaginator[In, Out any](
	call func(context.Context, In, ...func(*Options)) (Out, error), params In, optFns []func(*PaginatorOptions),
	token func(In) **string, next func(Out) *string,
) *paginator[In, Out] {
	p := &paginator[In, Out]{call: call, token: token, next: next, input: copyInput(params)}
	for _, fn := range optFns {
		fn(&p.paging.options)
	}
	return p
}

// copyInput returns a deep copy of an input, or an empty input for nil.
func copyInput[In any](params In) In { return awsjson.Clone(params).(In) }

func (p *paginator[In, Out]) hasMorePages() bool { return !p.paging.done }

//go:noinline
func (p *paginator[In, Out]) nextPage(ctx context.Context, optFns []func(*Options)) (out Out, err error) {
	if err := p.paging.ready(); err != nil {
		return out, err
	}
	// The client gets a copy, which it may keep.
	page, err := p.call(ctx, copyInput(p.input), append([]func(*Options){addPaginatorFeature}, optFns...)...)
	if err != nil {
		return out, err
	}
	p.paging.advance(p.token(p.input), p.next(page), page)
	return page, nil
}

//go:noinline
func (p *paginator[In, Out]) pages(ctx context.Context, optFns []func(*Options)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		for p.paging.hasNext() {
			page, err := p.nextPage(ctx, optFns)
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// allItems returns the items of all remaining pages.
//
//go:noinline
func allItems[In, Out, Item any](
	ctx context.Context, p *paginator[In, Out], optFns []func(*Options), items func(Out) []Item,
) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for p.paging.hasNext() {
			page, err := p.nextPage(ctx, optFns)
			if err != nil {
				var none Item
				yield(none, err)
				return
			}
			for _, item := range items(page) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

// paging is the position of a paginator.
type paging struct {
	options PaginatorOptions
	done    bool
	err     error // returned by every further call
}

// hasNext reports whether a range has something to yield. Every range yields the
// error of a duplicate token: without it, an incomplete listing would look
// complete.
func (p *paging) hasNext() bool { return !p.done || p.err != nil }

// ready returns an error if there is no page to ask for.
func (p *paging) ready() error {
	switch {
	case p.err != nil:
		p.done = true
		return p.err
	case p.done:
		return errors.New("no more pages available")
	}
	return nil
}

// advance moves to the page after the given one. token is the field with the token
// that was sent, and next the token that was returned.
func (p *paging) advance(token **string, next *string, page any) {
	sent := *token
	*token = nil
	if next != nil {
		// The page belongs to the caller, who may change it.
		copied := *next
		*token = &copied
	}
	switch {
	case next == nil || *next == "":
		p.done = true
	case sent == nil || *sent != *next:
	case p.options.StopOnDuplicateToken:
		p.done = true
	default:
		// This page is complete. The error is for the next one.
		p.err = fmt.Errorf("%T: the service returned the same page token twice; the listing may be incomplete", page)
	}
}

// addPaginatorFeature adds the feature of paginators to the User-Agent header.
func addPaginatorFeature(o *Options) {
	o.features = append(o.features, awsmiddleware.UserAgentFeaturePaginator)
}
