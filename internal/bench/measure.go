package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// A cost is the mean cost of one call in a block of calls.
type cost struct {
	cpu    float64 // nanoseconds of CPU time of the process, including garbage collection
	allocs float64
	bytes  float64
}

// A call performs a task once and returns the number of items in the response.
type call func(context.Context) (items int, err error)

// A block is a number of calls that are measured together.
type block struct {
	variant    variant
	call       call
	items      int // number of items that each call must return
	calls      int
	goroutines int
}

// run makes the calls of b and returns the mean cost of one. It first collects the
// garbage of the variant that ran before.
func (b *block) run(ctx context.Context) (cost, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := cpuTime()
	err := b.callAll(ctx)
	spent := cpuTime() - start
	runtime.ReadMemStats(&after)

	n := float64(b.calls)
	return cost{
		cpu:    float64(spent) / n,
		allocs: float64(after.Mallocs-before.Mallocs) / n,
		bytes:  float64(after.TotalAlloc-before.TotalAlloc) / n,
	}, err
}

func (b *block) callAll(ctx context.Context) error {
	if b.goroutines == 1 {
		return b.callN(ctx, b.calls)
	}
	errs := make([]error, b.goroutines)
	var wg sync.WaitGroup
	for g := range b.goroutines {
		n := b.calls / b.goroutines
		if g < b.calls%b.goroutines {
			n++
		}
		wg.Go(func() { errs[g] = b.callN(ctx, n) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *block) callN(ctx context.Context, n int) error {
	for range n {
		items, err := b.call(ctx)
		if err != nil {
			return err
		}
		if items != b.items {
			return fmt.Errorf("the response has %d items, want %d", items, b.items)
		}
	}
	return nil
}

// calibrate warms up the variant and sets the number of calls in a block that takes
// about the given CPU time.
func (b *block) calibrate(ctx context.Context, duration time.Duration) error {
	least := max(b.goroutines, 8)
	b.calls = least
	for {
		start := cpuTime()
		if err := b.callAll(ctx); err != nil {
			return err
		}
		spent := cpuTime() - start
		if spent >= duration/4 {
			b.calls = max(least, int(float64(b.calls)*float64(duration)/float64(spent)))
			return nil
		}
		b.calls *= 2
	}
}

// interleave runs all blocks once per round and returns the costs by block and
// round. The order of [roundOrder] makes a change of the machine's speed affect all
// variants alike.
func interleave(ctx context.Context, blocks []*block, duration time.Duration, rounds int) ([][]cost, error) {
	for _, b := range blocks {
		if err := b.calibrate(ctx, duration); err != nil {
			return nil, err
		}
	}
	costs := make([][]cost, len(blocks))
	for round := range rounds {
		for _, i := range roundOrder(len(blocks), round) {
			c, err := blocks[i].run(ctx)
			if err != nil {
				return nil, err
			}
			costs[i] = append(costs[i], c)
		}
	}
	return costs, nil
}

// roundOrder returns the order in which n variants run in a round. The first
// variant rotates, and every second round runs in reverse.
func roundOrder(n, round int) []int {
	order := make([]int, n)
	for i := range order {
		k := i
		if round%2 == 1 {
			k = n - 1 - i
		}
		order[i] = (k + round/2) % n
	}
	return order
}

// cpuTime returns the CPU time that this process has used.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // the arguments are valid
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
