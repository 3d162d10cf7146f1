package lightsail

import (
	"context"
	"errors"
	"fmt"
	"iter"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
)

// PaginatorOptions say how a paginator goes through its pages.
type PaginatorOptions struct {
	// StopOnDuplicateToken ends quietly where the service sends the token again
	// that it has just been sent. By default that is an error, because there is
	// no telling which pages are missing.
	StopOnDuplicateToken bool
}

// A Paginator goes through the pages of a list operation, one call a page, and
// calls only when asked for the next.
//
// There are three ways to use it, which may be mixed: HasMorePages with
// NextPage, as with any paginator of the AWS SDK; [Paginator.Pages]; and
// [Paginator.All]. An error does not advance: what comes next is the same page
// again. A page may be empty and yet not be the last.
//
// A paginator is for one goroutine at a time. It works on a copy of its input,
// from which any number of paginators may be made.
type Paginator[In, Out, Item any] struct {
	list   list[In, Out, Item]
	input  In // of the next page
	paging paging
}

// A list is how an operation pages.
type list[In, Out, Item any] struct {
	call  func(context.Context, *In, ...func(*Options)) (*Out, error)
	token func(*In) **string
	next  func(*Out) *string
	items func(*Out) []Item
}

// start makes p begin at the page that params asks for, and returns it.
func (p *Paginator[In, Out, Item]) start(params *In, optFns []func(*PaginatorOptions)) *Paginator[In, Out, Item] {
	if params != nil {
		p.input = *params
	}
	for _, fn := range optFns {
		fn(&p.paging.options)
	}
	return p
}

// HasMorePages tells whether there is a page, or an error, to get from NextPage.
func (p *Paginator[In, Out, Item]) HasMorePages() bool { return !p.paging.done }

// NextPage returns the next page. optFns are for this call alone.
//
// After the last page it returns an error.
func (p *Paginator[In, Out, Item]) NextPage(ctx context.Context, optFns ...func(*Options)) (*Out, error) {
	if err := p.paging.ready(); err != nil {
		return nil, err
	}
	// The service gets a copy: what it is given may be kept, and ours goes on to
	// the next page.
	input := p.input
	out, err := p.list.call(ctx, &input, append([]func(*Options){markPaginator}, optFns...)...)
	if err != nil {
		return nil, err
	}
	p.paging.advance(p.list.token(&p.input), p.list.next(out), out)
	return out, nil
}

// Pages returns the pages that are left, for use with range.
//
// An error is yielded once, with a nil page, and ends the range; another range
// resumes at the page that failed. Breaking out makes no further call, and
// another range resumes at the page after.
func (p *Paginator[In, Out, Item]) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*Out, error] {
	return func(yield func(*Out, error) bool) {
		for p.paging.more() {
			page, err := p.NextPage(ctx, optFns...)
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// All returns the items of all pages that are left, for use with range.
//
// It holds one page at a time. An error is yielded once, with a zero item, and
// ends the range; another range resumes at the page that failed. Breaking out
// makes no further call; what was left of the page in hand is not yielded by
// another range.
func (p *Paginator[In, Out, Item]) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for p.paging.more() {
			page, err := p.NextPage(ctx, optFns...)
			if err != nil {
				var none Item
				yield(none, err)
				return
			}
			for _, item := range p.list.items(page) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}

// paging is how far a paginator has come. It knows nothing of types, so that it is
// compiled once and not for every list.
type paging struct {
	options PaginatorOptions
	done    bool
	err     error // sticks
}

// more tells whether a range has something to yield. A page token that came twice
// is told to every range: without it, a list that is cut would look complete.
func (p *paging) more() bool { return !p.done || p.err != nil }

// ready tells why there is no page to ask for.
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

// advance goes on from page, for which token was sent, to the one after.
func (p *paging) advance(token **string, next *string, page any) {
	sent := *token
	*token = next
	switch {
	case next == nil || *next == "":
		p.done = true
	case sent == nil || *sent != *next:
	case p.options.StopOnDuplicateToken:
		p.done = true
	default:
		// This page is good. The error is for the next.
		p.err = fmt.Errorf("%T: the service returned the page token that it had been sent, so that there is no next page to ask for", page)
	}
}

// markPaginator tells the user agent that a paginator calls.
func markPaginator(o *Options) {
	o.features = append(o.features, awsmiddleware.UserAgentFeaturePaginator)
}
