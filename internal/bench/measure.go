package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// A cost is what one call takes, as a mean over a block of calls.
type cost struct {
	cpu    float64 // nanoseconds of CPU time of the process, its garbage collector included
	allocs float64
	bytes  float64
}

// A call does the thing that is measured once, and tells how many items came of
// it.
type call func(context.Context) (items int, err error)

// A block is a number of calls that are measured as one.
type block struct {
	call       call
	items      int // that each call must bring
	calls      int
	goroutines int
}

// run makes the calls of b and returns the cost of each. It begins with a clean
// heap, so that nobody pays for what another left.
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
		return b.callSome(ctx, b.calls)
	}
	errs := make([]error, b.goroutines)
	var wg sync.WaitGroup
	for g := range b.goroutines {
		n := b.calls / b.goroutines
		if g < b.calls%b.goroutines {
			n++
		}
		wg.Go(func() { errs[g] = b.callSome(ctx, n) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *block) callSome(ctx context.Context, n int) error {
	for range n {
		items, err := b.call(ctx)
		if err != nil {
			return err
		}
		if items != b.items {
			return fmt.Errorf("%d items, not %d", items, b.items)
		}
	}
	return nil
}

// calibrate warms up, and settles how many calls make a block of that much CPU
// time.
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

// interleave runs the blocks in turn, round after round. Every round begins with
// another one, and every second goes backwards, so that whatever drifts on the
// machine meets all alike. The costs come back by block and round.
func interleave(ctx context.Context, blocks []*block, duration time.Duration, rounds int) ([][]cost, error) {
	for _, b := range blocks {
		if err := b.calibrate(ctx, duration); err != nil {
			return nil, err
		}
	}
	costs := make([][]cost, len(blocks))
	for round := range rounds {
		for _, i := range turns(len(blocks), round) {
			c, err := blocks[i].run(ctx)
			if err != nil {
				return nil, err
			}
			costs[i] = append(costs[i], c)
		}
	}
	return costs, nil
}

// turns is the order of n contenders in a round.
func turns(n, round int) []int {
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

// cpuTime is the CPU time that this process has taken so far.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // there is no way for it to fail
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
