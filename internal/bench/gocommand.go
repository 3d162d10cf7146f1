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

// programDirs are the directories of the variants' programs in size and startup.
var programDirs = map[variant]string{officialClient: "official", thisClient: "ours", baselineClient: "baseline"}

// goRun runs the go command with additional environment variables. It returns the
// standard output, the wall time and the CPU time.
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

// build builds a program of this module in dir and returns the path of the binary.
func build(ctx context.Context, dir, pkg string, flags ...string) (string, error) {
	binary := filepath.Join(dir, strings.ReplaceAll(strings.Trim(pkg, "./"), "/", "-"))
	args := append([]string{"build", "-o", binary}, flags...)
	_, _, _, err := goRun(ctx, nil, append(args, pkg)...)
	return binary, err
}
