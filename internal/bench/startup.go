package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"
)

const startup = "process that creates a client and exits"

// measureStartup runs the programs in startup in turn, once per round.
func measureStartup(ctx context.Context, dir string, rounds int) (results, error) {
	programs := []variant{officialClient, thisClient, baselineClient}
	paths := map[variant]string{}
	for _, v := range programs {
		path, err := build(ctx, dir, "./startup/"+programDirs[v])
		if err != nil {
			return nil, err
		}
		paths[v] = path
	}

	walls := &row{what: startup, via: "exec", measure: wall}
	cpus := &row{what: startup, via: "exec", measure: cpu}
	allocations := &row{what: startup, via: "exec", measure: allocs}
	allocatedBytes := &row{what: startup, via: "exec", measure: allocated}
	for _, v := range programs {
		// This run is also the warm-up: it brings the binary into the page cache.
		n, b, err := startAllocations(ctx, paths[v])
		if err != nil {
			return nil, err
		}
		allocations.values[v] = []float64{n}
		allocatedBytes.values[v] = []float64{b}
	}
	for round := range rounds {
		for _, i := range roundOrder(len(programs), round) {
			v := programs[i]
			cmd := exec.CommandContext(ctx, paths[v])
			cmd.Stderr = os.Stderr
			start := time.Now()
			if err := cmd.Run(); err != nil {
				return nil, err
			}
			walls.values[v] = append(walls.values[v], float64(time.Since(start)))
			cpus.values[v] = append(cpus.values[v], float64(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
		}
	}
	return results{walls, cpus, allocations, allocatedBytes}, nil
}

// startAllocations runs a program that prints the number of allocations since its
// start, and their bytes.
func startAllocations(ctx context.Context, path string) (n, bytes float64, err error) {
	out, err := exec.CommandContext(ctx, path, "allocations").Output()
	if err != nil {
		return 0, 0, err
	}
	_, err = fmt.Sscan(string(out), &n, &bytes)
	return n, bytes, err
}
