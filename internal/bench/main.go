// Bench measures the client of this module beside the official one, and beside a
// floor: the same call written out by hand. See docs/performance.md.
//
// It must be run in its own directory, because it builds programs there:
//
//	go run -C internal/bench .
//
// It exits with 1 where a budget is not met, and with 2 where something failed.
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

// settings say what is measured, and how thoroughly.
type settings struct {
	rounds int
	block  time.Duration // of calls of one contender in a round
	starts int           // of processes
	builds int           // cold ones; 0 leaves them out
	pages  int           // of 1,000 buckets, for what stays in memory
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
	broken, err := run(ctx)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	case broken > 0:
		fmt.Fprintf(os.Stderr, "\n%d budgets are not met\n", broken)
		os.Exit(1)
	}
}

func run(ctx context.Context) (broken int, err error) {
	rounds := flag.Int("rounds", 0, "rounds of measuring; 0 is 31, or 3 with -quick")
	isQuick := flag.Bool("quick", false, "few and short rounds, and no cold builds: to see that it works, not for numbers")
	only := flag.String("run", "", "measure only what this regular expression matches")
	svg := flag.String("svg", "", "write a chart to this `file`")
	md := flag.String("md", "", "write the tables into this Markdown `file`, between its marks")
	flag.Parse()

	s := full
	if *isQuick {
		s = quick
	}
	if *rounds > 0 {
		s.rounds = *rounds
	}
	if s.only, err = regexp.Compile(*only); err != nil {
		return 0, err
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
	broken = s.print(os.Stdout, rs)
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
	return broken, nil
}

// measure measures all that only allows.
func (s *settings) measure(ctx context.Context) (results, error) {
	rs, err := s.measureCalls(ctx)
	if err != nil {
		return nil, err
	}
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

// measureCalls measures the tasks over all wires.
func (s *settings) measureCalls(ctx context.Context) (results, error) {
	tasks, err := tasks()
	if err != nil {
		return nil, err
	}
	wires, stop, err := loopback()
	if err != nil {
		return nil, err
	}
	defer stop()

	var rs results
	measure := func(t *task, w wire, name string, goroutines int) error {
		if !s.only.MatchString(name + " " + w.name) {
			return nil
		}
		fmt.Fprintln(os.Stderr, "measuring", name, "via", w.name)
		more, err := s.measureTask(ctx, t, w, name, goroutines)
		if err != nil {
			return fmt.Errorf("%s via %s: %w", name, w.name, err)
		}
		rs = append(rs, more...)
		return nil
	}
	for _, w := range append([]wire{fake}, wires...) {
		for _, t := range tasks {
			if err := measure(t, w, t.name, 1); err != nil {
				return nil, err
			}
		}
		if err := measure(tasks[0], w, emptyAnswer+atOnce, manyGoroutines); err != nil {
			return nil, err
		}
	}
	return rs, nil
}

// measureTask measures one task over one wire.
func (s *settings) measureTask(ctx context.Context, t *task, w wire, name string, goroutines int) (results, error) {
	calls, err := calls(ctx, t, w)
	if err != nil {
		return nil, err
	}
	blocks := make([]*block, contenders)
	for c := range contenders {
		blocks[c] = &block{call: calls[c], items: t.items, goroutines: goroutines}
	}
	duration := s.block
	if w.url != "" {
		duration /= 2 // much of which is spent waiting
	}
	costs, err := interleave(ctx, blocks, duration, s.rounds)
	if err != nil {
		return nil, err
	}
	cpus := &row{what: name, via: w.name, measure: cpu}
	allocations := &row{what: name, via: w.name, measure: allocs}
	allocatedBytes := &row{what: name, via: w.name, measure: allocated}
	for c := range contenders {
		for _, cost := range costs[c] {
			cpus.values[c] = append(cpus.values[c], cost.cpu)
			allocations.values[c] = append(allocations.values[c], cost.allocs)
			allocatedBytes.values[c] = append(allocatedBytes.values[c], cost.bytes)
		}
	}
	return results{cpus, allocations, allocatedBytes}, nil
}
