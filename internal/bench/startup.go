package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"
)

const startup = "a process that makes a client and ends"

// measureStartup runs the programs in startup in turn, many times.
func measureStartup(ctx context.Context, dir string, rounds int) (results, error) {
	programs := []contender{officialClient, thisClient, floorClient}
	paths := map[contender]string{}
	for _, c := range programs {
		path, err := build(ctx, dir, "./startup/"+names[c])
		if err != nil {
			return nil, err
		}
		paths[c] = path
	}

	walls := &row{what: startup, via: "exec", measure: wall}
	cpus := &row{what: startup, via: "exec", measure: cpu}
	allocations := &row{what: startup, via: "exec", measure: allocs}
	allocatedBytes := &row{what: startup, via: "exec", measure: allocated}
	for _, c := range programs {
		// The first run is a warm-up, too: the file is read from the disk.
		n, b, err := startAllocations(ctx, paths[c])
		if err != nil {
			return nil, err
		}
		allocations.values[c] = []float64{n}
		allocatedBytes.values[c] = []float64{b}
	}
	for round := range rounds {
		for _, i := range turns(len(programs), round) {
			c := programs[i]
			cmd := exec.CommandContext(ctx, paths[c])
			cmd.Stderr = os.Stderr
			start := time.Now()
			if err := cmd.Run(); err != nil {
				return nil, err
			}
			walls.values[c] = append(walls.values[c], float64(time.Since(start)))
			cpus.values[c] = append(cpus.values[c], float64(cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()))
		}
	}
	return results{walls, cpus, allocations, allocatedBytes}, nil
}

// startAllocations has the program tell what it allocated from its start.
func startAllocations(ctx context.Context, path string) (n, bytes float64, err error) {
	out, err := exec.CommandContext(ctx, path, "allocations").Output()
	if err != nil {
		return 0, 0, err
	}
	_, err = fmt.Sscan(string(out), &n, &bytes)
	return n, bytes, err
}
