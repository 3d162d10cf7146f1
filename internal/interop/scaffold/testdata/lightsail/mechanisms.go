package lightsail

import (
	"context"
	"iter"
	"time"

	"github.com/lightsail-go/sdk/internal/transport"
)

type Client struct{}

type Options struct{}

type PaginatorOptions struct{ StopOnDuplicateToken bool }

type paginator[In, Out any] struct{}

type WaiterOptions[In, Out any] struct{}

type outcome int

const failed outcome = 0

type observation struct{}

type waiter[In, Out any] struct {
	name             string
	call             func(context.Context, In, ...func(*Options)) (Out, error)
	check            func(In) error
	observe          func(In, Out) observation
	success, failure []string
	notFound         outcome
}

func invoke[Out any](context.Context, *Client, *transport.Operation, any, []func(*Options)) (out Out, err error) {
	return out, nil
}

func newPaginator[In, Out any](func(context.Context, In, ...func(*Options)) (Out, error), In, []func(*PaginatorOptions), func(In) **string, func(Out) *string) *paginator[In, Out] {
	return new(paginator[In, Out])
}

func (p *paginator[In, Out]) hasMorePages() bool { return false }

func (p *paginator[In, Out]) nextPage(context.Context, []func(*Options)) (out Out, err error) {
	return out, nil
}

func (p *paginator[In, Out]) pages(context.Context, []func(*Options)) iter.Seq2[Out, error] {
	return nil
}

func allItems[In, Out, Item any](context.Context, *paginator[In, Out], []func(*Options), func(Out) []Item) iter.Seq2[Item, error] {
	return nil
}

func (w waiter[In, Out]) with(minDelay, maxDelay time.Duration, optFns []func(*WaiterOptions[In, Out])) waiter[In, Out] {
	return w
}

func (w waiter[In, Out]) wait(context.Context, In, time.Duration, []func(*WaiterOptions[In, Out])) (out Out, err error) {
	return out, nil
}

func validate(*transport.Operation, any, bool) error { return nil }
