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

type waiter[In, Out any] struct{}

func invoke[Out any](context.Context, *Client, *transport.Operation, any, []func(*Options)) (out Out, err error) {
	return out, nil
}

func newPaginator[In, Out any](func(context.Context, In, ...func(*Options)) (Out, error), In, []func(*PaginatorOptions), func(In) **string, func(Out) *string) paginator[In, Out] {
	return paginator[In, Out]{}
}

func (p *paginator[In, Out]) hasMorePages() bool { return false }

func (p *paginator[In, Out]) nextPage(context.Context, []func(*Options)) (out Out, err error) {
	return out, nil
}

func (p *paginator[In, Out]) pages(context.Context, []func(*Options)) iter.Seq2[Out, error] {
	return nil
}

func allItems[In, Out, Item any](*paginator[In, Out], context.Context, []func(*Options), func(Out) []Item) iter.Seq2[Item, error] {
	return nil
}

func newWaiter[In, Out any](string, func(context.Context, *In, ...func(*Options)) (*Out, error), []func(*WaiterOptions[In, Out])) waiter[In, Out] {
	return waiter[In, Out]{}
}

func (w *waiter[In, Out]) wait(context.Context, *In, time.Duration, []func(*WaiterOptions[In, Out])) error {
	return nil
}

func (w *waiter[In, Out]) waitForOutput(context.Context, *In, time.Duration, []func(*WaiterOptions[In, Out])) (*Out, error) {
	return nil, nil
}
