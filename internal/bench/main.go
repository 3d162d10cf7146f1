// Bench measures this module's client, the official client and a baseline: the
// same calls written by hand. docs/performance.md describes the method.
//
// It builds programs in its own directory and must be run there:
//
//	go run -C internal/bench .
//
// The exit status is 1 if a budget is missed, and 2 if the run fails.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"time"
)

// settings select what is measured and how often.
type settings struct {
	rounds int
	block  time.Duration // CPU time of one variant's calls in a round
	starts int           // process starts per variant
	builds int           // cold builds per variant; 0 skips them
	pages  int           // pages of 1,000 buckets in the memory measurements
	only   *regexp.Regexp
}

var (
	full  = settings{rounds: 31, block: 60 * time.Millisecond, starts: 200, builds: 15, pages: 1000}
	quick = settings{rounds: 3, block: 20 * time.Millisecond, starts: 30, builds: 0, pages: 100}
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == serveArgument {
		if err := serve(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	missed, err := run(ctx)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	case missed > 0:
		fmt.Fprintf(os.Stderr, "\nmissed budgets: %d\n", missed)
		os.Exit(1)
	}
}

func run(ctx context.Context) (missed int, err error) {
	rounds := flag.Int("rounds", 0, "number of rounds; 0 means 31, or 3 with -quick")
	isQuick := flag.Bool("quick", false, "run few, short rounds and no cold builds; the numbers are not reliable")
	only := flag.String("run", "", "measure only what matches this regular `expression`, for example 'empty response fake'")
	svg := flag.String("svg", "", "write a chart to this `file`")
	md := flag.String("md", "", "replace the tables between the markers of this Markdown `file`")
	flag.Parse()

	s := full
	if *isQuick {
		s = quick
	}
	if *rounds > 0 {
		s.rounds = *rounds
	}
	if s.only, err = regexp.Compile(*only); err != nil {
		return 0, fmt.Errorf("-run: %w", err)
	}
	var report *page
	if *md != "" {
		if report, err = openPage(*md); err != nil {
			return 0, err
		}
	}

	rs, err := s.measure(ctx)
	if err != nil {
		return 0, err
	}
	missed = s.print(os.Stdout, rs)
	if report != nil {
		if err := s.write(report, rs); err != nil {
			return 0, err
		}
	}
	if *svg != "" {
		if err := writeChart(*svg, rs); err != nil {
			return 0, err
		}
	}
	return missed, nil
}

// measure runs all measurements that s.only matches.
func (s *settings) measure(ctx context.Context) (results, error) {
	rs, err := s.measureCalls(ctx)
	if err != nil {
		return nil, err
	}
	more, err := s.measureDecodings(ctx)
	if err != nil {
		return nil, err
	}
	rs = append(rs, more...)
	dir, err := os.MkdirTemp("", "lightsail-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	for _, part := range []struct {
		name    string
		measure func() (results, error)
	}{
		{"memory", func() (results, error) { return measureMemory(ctx, s.pages) }},
		{"startup", func() (results, error) { return measureStartup(ctx, dir, s.starts) }},
		{"size", func() (results, error) { return measureSize(ctx, dir) }},
		{"dependencies", func() (results, error) { return measureDependencies(ctx) }},
		{"cold build", func() (results, error) { return measureColdBuild(ctx, dir, s.builds) }},
	} {
		if !s.only.MatchString(part.name) || part.name == "cold build" && s.builds == 0 {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring", part.name)
		more, err := part.measure()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
		rs = append(rs, more...)
	}
	return rs, nil
}

// measureCalls measures the tasks on all transports.
func (s *settings) measureCalls(ctx context.Context) (results, error) {
	tasks, err := tasks()
	if err != nil {
		return nil, err
	}
	transports, stop, err := loopback()
	if err != nil {
		return nil, err
	}
	defer stop()

	var rs results
	measure := func(t *task, via transport, name string, goroutines int) error {
		if !s.only.MatchString(name + " " + via.name) {
			return nil
		}
		fmt.Fprintln(os.Stderr, "measuring", name, "via", via.name)
		more, err := s.measureTask(ctx, t, via, name, goroutines)
		if err != nil {
			return fmt.Errorf("%s via %s: %w", name, via.name, err)
		}
		rs = append(rs, more...)
		return nil
	}
	for _, via := range append([]transport{fake}, transports...) {
		for _, t := range tasks {
			if err := measure(t, via, t.name, 1); err != nil {
				return nil, err
			}
		}
		if err := measure(tasks[0], via, emptyResponse+concurrentSuffix, concurrency); err != nil {
			return nil, err
		}
	}
	return rs, nil
}

// measureDecodings measures the decoders on responses in memory.
func (s *settings) measureDecodings(ctx context.Context) (rs results, err error) {
	for _, d := range decodings() {
		if !s.only.MatchString(d.name + " " + memory) {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring", d.name)
		var blocks []*block
		for _, v := range decoderVariants {
			blocks = append(blocks, &block{variant: v, call: d.call(v), items: 1, goroutines: 1})
		}
		more, err := s.measureBlocks(ctx, blocks, s.block, d.name, memory)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.name, err)
		}
		rs = append(rs, more...)
	}
	return rs, nil
}

// measureTask measures one task on one transport.
func (s *settings) measureTask(ctx context.Context, t *task, via transport, name string, goroutines int) (results, error) {
	calls, err := calls(ctx, t, via)
	if err != nil {
		return nil, err
	}
	var blocks []*block
	for _, v := range clientVariants {
		blocks = append(blocks, &block{variant: v, call: calls[v], items: t.items, goroutines: goroutines})
	}
	duration := s.block
	if via.url != "" {
		duration /= 2 // calls over sockets also wait, so a block takes longer
	}
	return s.measureBlocks(ctx, blocks, duration, name, via.name)
}

// measureBlocks measures blocks, one of each variant, and returns their rows.
func (s *settings) measureBlocks(ctx context.Context, blocks []*block, duration time.Duration, what, via string) (results, error) {
	costs, err := interleave(ctx, blocks, duration, s.rounds)
	if err != nil {
		return nil, err
	}
	cpus := &row{what: what, via: via, measure: cpu}
	allocations := &row{what: what, via: via, measure: allocs}
	allocatedBytes := &row{what: what, via: via, measure: allocated}
	for i, b := range blocks {
		v := b.variant
		for _, cost := range costs[i] {
			cpus.values[v] = append(cpus.values[v], cost.cpu)
			allocations.values[v] = append(allocations.values[v], cost.allocs)
			allocatedBytes.values[v] = append(allocatedBytes.values[v], cost.bytes)
		}
	}
	return results{cpus, allocations, allocatedBytes}, nil
}
