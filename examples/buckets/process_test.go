package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

// TestReaderExits checks that no bucket remains if the reader of the output exits, as in
// "buckets -live | head -1".
func TestReaderExits(t *testing.T) {
	server := newServer(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	cmd := exec.CommandContext(t.Context(), exampletest.Build(t), live("-endpoint-url", server.URL())...)
	cmd.Env = exampletest.Environment(t, server)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = w, &stderr
	r.Close()
	_ = cmd.Run()
	exampletest.Equal(t, cmd.ProcessState.ExitCode(), 1)
	exampletest.Equal(t, stderr.String(), "In us-east-1: 9 steps done\n")
	exampletest.Equal(t, bucketNames(server), []string{"other"})
}
