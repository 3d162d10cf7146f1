package lightsail

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/aws/smithy-go"
)

// GetRegionsAPIClient is the part of [Client] that [AllRegions] calls to get the
// Regions.
type GetRegionsAPIClient interface {
	// GetRegions is [Client.GetRegions].
	GetRegions(context.Context, *GetRegionsInput, ...func(*Options)) (*GetRegionsOutput, error)
}

// RegionItem is an item of [AllRegions] and the Region that it comes from.
type RegionItem[Item any] struct {
	// Region is the AWS Region, such as "eu-west-1". It is also set beside the error
	// of a Region. It is empty beside an error that concerns all Regions.
	Region string

	// Item is the item, such as a [types.Bucket]. It is a zero value beside an
	// error.
	Item Item
}

// AllRegionsOptions select the Regions that [AllRegions] lists, and how many at the same
// time.
type AllRegionsOptions struct {
	// Regions are the AWS Regions to list, such as "eu-west-1". If nil, AllRegions
	// lists those that [Client.GetRegions] returns.
	Regions []string

	// Concurrency is the maximum number of Regions that are listed at the same time.
	// Option functions receive the default, 8. It must be positive.
	Concurrency int
}

// AllRegions returns an iterator over the items that a paginator lists in all Regions
// that [Client.GetRegions] returns, or in those of the options. newPaginator is the function that returns the paginator, such as
// [NewGetInstancesPaginator], and params is its input:
//
//	for instance, err := range lightsail.AllRegions(ctx, client, lightsail.NewGetInstancesPaginator, nil) {
//		if err != nil {
//			log.Print(err) // names the Region, as instance.Region does
//			continue
//		}
//		fmt.Println(instance.Region, aws.ToString(instance.Item.Name))
//	}
//
// Several Regions are listed concurrently, each with one call for every page. Items
// are yielded as they arrive; those of one Region are in the order of the paginator.
// At most one page of each of these Regions is held in memory. A new range lists all
// Regions again, from their first page.
//
// A call that fails ends the listing of its Region only. The error is yielded beside
// that Region, and wraps the error of the call. A Region that the account has not
// enabled can yield such an error. If GetRegions fails, its error is the only one.
// When ctx ends, the iteration ends at once with a *[smithy.CanceledError].
// A Region that does not respond keeps one of the Concurrency places; the others are
// listed meanwhile. Use a context with a deadline to limit the time.
//
// A break cancels the calls that are in progress, and waits until they have returned.
//
// The calls are made by client with its options, apart from Region. The client must
// have the method that the paginator calls. BaseEndpoint, if set, receives the calls
// for all Regions.
//
// Domains and distributions exist in us-east-1 only, and the service rejects their
// calls in other Regions: list them with their paginator alone. The catalogs of
// blueprints and bundles have paginators, too, but are not resources of the account.
func AllRegions[APIClient, In, Item any, Paginator interface {
	All(context.Context, ...func(*Options)) iter.Seq2[Item, error]
}](
	ctx context.Context, client GetRegionsAPIClient,
	newPaginator func(APIClient, *In, ...func(*PaginatorOptions)) Paginator, params *In,
	optFns ...func(*AllRegionsOptions),
) iter.Seq2[RegionItem[Item], error] {
	options := AllRegionsOptions{Concurrency: 8}
	for _, fn := range optFns {
		fn(&options)
	}
	options.Regions = slices.Clone(options.Regions)
	params = copyInput(params)

	return func(yield func(RegionItem[Item], error) bool) {
		api, ok := client.(APIClient)
		if !ok {
			want := fmt.Sprintf("%T", (*APIClient)(nil))[1:] // %T does not print interface types
			yield(RegionItem[Item]{}, fmt.Errorf("AllRegions: client of type %T does not implement %s", client, want))
			return
		}
		regions, err := options.regions(ctx, client)
		if err != nil {
			yield(RegionItem[Item]{}, err)
			return
		}
		l := regionsListing[Item]{
			list: func(ctx context.Context, region string) iter.Seq2[Item, error] {
				return newPaginator(api, params).All(ctx, func(o *Options) { o.Region = region })
			},
			queue:   make(chan string, len(regions)),
			results: make(chan regionResult[Item]),
		}
		for _, region := range regions {
			l.queue <- region
		}
		close(l.queue)
		l.run(ctx, min(options.Concurrency, max(len(regions), 1)), yield)
	}
}

// regions returns the Regions to list.
func (o *AllRegionsOptions) regions(ctx context.Context, client GetRegionsAPIClient) ([]string, error) {
	if o.Concurrency <= 0 {
		return nil, errors.New("AllRegionsOptions.Concurrency must be positive")
	}
	if o.Regions != nil {
		return o.Regions, nil
	}
	out, err := client.GetRegions(ctx, nil)
	if err != nil {
		return nil, err
	}
	regions := make([]string, len(out.Regions))
	for i := range out.Regions {
		regions[i] = string(out.Regions[i].Name)
	}
	return regions, nil
}

// A regionsListing is one iteration over the items of several Regions.
type regionsListing[Item any] struct {
	list    func(ctx context.Context, region string) iter.Seq2[Item, error]
	queue   chan string // closed; the Regions that no worker has taken yet
	results chan regionResult[Item]
	workers sync.WaitGroup
	running atomic.Int64 // workers that can still send results
}

type regionResult[Item any] struct {
	item RegionItem[Item]
	err  error
}

// run starts workers and yields their results. When it returns, no worker runs.
func (l *regionsListing[Item]) run(ctx context.Context, workers int, yield func(RegionItem[Item], error) bool) {
	workersCtx, cancel := context.WithCancel(ctx)
	defer l.workers.Wait()
	defer cancel()

	l.running.Store(int64(workers))
	for range workers {
		l.workers.Go(func() { l.work(workersCtx) })
	}
	for result := range l.results {
		// When ctx ends, each Region would yield that as an error of its own.
		if ctx.Err() != nil {
			break
		}
		if !yield(result.item, result.err) {
			return
		}
	}
	if err := ctx.Err(); err != nil {
		yield(RegionItem[Item]{}, &smithy.CanceledError{Err: err})
	}
}

// work lists one Region after the other until the queue is empty or ctx ends. The
// last worker closes the results.
func (l *regionsListing[Item]) work(ctx context.Context) {
	defer func() {
		if l.running.Add(-1) == 0 {
			close(l.results)
		}
	}()
	for region := range l.queue {
		for item, err := range l.list(ctx, region) {
			if err != nil {
				err = fmt.Errorf("listing of Region %s: %w", region, err)
			}
			select {
			case l.results <- regionResult[Item]{RegionItem[Item]{region, item}, err}:
			case <-ctx.Done():
				return
			}
		}
		if ctx.Err() != nil {
			return
		}
	}
}
