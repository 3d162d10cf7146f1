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

type waiterSpec struct {
	name               string
	operation          *transport.Operation
	resource           string
	success, failure   []string
	notFound           outcome
	minDelay, maxDelay time.Duration
}

type waiter[In, Out any] struct{}

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

func newWaiter[In, Out any](waiterSpec, func(context.Context, In, ...func(*Options)) (Out, error), func(In, Out) observation, []func(*WaiterOptions[In, Out])) waiter[In, Out] {
	return waiter[In, Out]{}
}

func wait[In, Out any](context.Context, *waiter[In, Out], In, time.Duration, []func(*WaiterOptions[In, Out])) (out Out, err error) {
	return out, nil
}
