package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// names are those of the contenders where they are programs: the last element of
// their package's path.
var names = map[contender]string{officialClient: "official", thisClient: "ours", floorClient: "floor"}

// goRun runs the go command, with more environment, and returns what it prints.
func goRun(ctx context.Context, env []string, args ...string) (string, time.Duration, time.Duration, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	start := time.Now()
	out, err := cmd.Output()
	took := time.Since(start)
	if err != nil {
		return "", 0, 0, fmt.Errorf("go %s: %w\n%s", args[0], err, &stderr)
	}
	return string(out), took, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// build builds a package of this module into dir and returns the program's path.
func build(ctx context.Context, dir, pkg string, flags ...string) (string, error) {
	program := filepath.Join(dir, strings.ReplaceAll(strings.Trim(pkg, "./"), "/", "-"))
	args := append([]string{"build", "-o", program}, flags...)
	_, _, _, err := goRun(ctx, nil, append(args, pkg)...)
	return program, err
}
