package main

import (
	"bytes"
	"context"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

const plannedChanges = `BUCKET  RESULT
one     to update: off -> logs/one/
three   to update: off -> logs/three/
Do you want to change the access logs of 2 buckets? [y/N] `

// TestConfirm checks that the program shows the changes and asks before it makes them.
func TestConfirm(t *testing.T) {
	for _, row := range []struct {
		name, keys string
		status     int
		stderr     string
		updates    int
	}{
		{"yes", "y\n", 0, "In us-east-1: 2 updated, 2 skipped\n", 2},
		{"no", "n\n", 1, "accesslogs: no changes made: not confirmed\n", 0},
		{"no input", "\n", 1, "accesslogs: no changes made: not confirmed\n", 0},
		{"end of input", "\x04", 1, "\naccesslogs: no changes made: not confirmed\n", 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			server := newServer(t)
			exampletest.Setenv(t, server)
			pty := exampletest.OpenPTY(t)
			pty.Type(t, row.keys)
			var stdout, stderr bytes.Buffer
			status := run(t.Context(), []string{"-live", "-endpoint-url", server.URL(), "-destination", "logs"}, pty.Terminal, &stdout, &stderr)

			exampletest.Equal(t, status, row.status)
			exampletest.Equal(t, stderr.String(), plannedChanges+row.stderr)
			exampletest.Equal(t, len(updates(server)), row.updates)
		})
	}
}

// TestConfirmCreation checks that the question names a bucket to create, and that kept
// buckets are shown.
func TestConfirmCreation(t *testing.T) {
	server := newServer(t)
	exampletest.Setenv(t, server)
	pty := exampletest.OpenPTY(t)
	pty.Type(t, "n\n")
	var stdout, stderr bytes.Buffer
	args := []string{"-live", "-endpoint-url", server.URL(), "-destination", "new", "-create", "-bucket", "one,two"}
	exampletest.Equal(t, run(t.Context(), args, pty.Terminal, &stdout, &stderr), 1)
	exampletest.Equal(t, stderr.String(), `BUCKET  RESULT
new     to create
one     to update: off -> new/one/
two     kept: logs to logs/two/
Do you want to create 1 bucket and change the access logs of 1 bucket? [y/N] `+
		"accesslogs: no changes made: not confirmed\n")
	exampletest.Equal(t, updates(server), nil)
}

// TestNothingToConfirm checks that the program does not ask if there are no changes.
func TestNothingToConfirm(t *testing.T) {
	server := newServer(t)
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), []string{"-live", "-endpoint-url", server.URL(), "-destination", "logs", "-bucket", "two"},
		exampletest.OpenPTY(t).Terminal, &stdout, &stderr)
	exampletest.Equal(t, status, 0)
	exampletest.Equal(t, stderr.String(), "In us-east-1: 1 skipped\n")
}

func TestInterruptedConfirmation(t *testing.T) {
	server := newServer(t)
	exampletest.Setenv(t, server)
	ctx, cancel := context.WithCancel(t.Context())
	var stdout bytes.Buffer
	stderr := &cancelAtQuestion{cancel: cancel}
	status := run(ctx, []string{"-live", "-endpoint-url", server.URL(), "-destination", "logs"}, exampletest.OpenPTY(t).Terminal, &stdout, stderr)
	exampletest.Equal(t, status, 1)
	exampletest.Equal(t, stderr.String(), plannedChanges+"\naccesslogs: no changes made: interrupted\n")
	exampletest.Equal(t, updates(server), nil)
}

// cancelAtQuestion is a standard error stream that cancels a context when the program
// asks its question.
type cancelAtQuestion struct {
	bytes.Buffer
	cancel func()
}

func (c *cancelAtQuestion) Write(text []byte) (int, error) {
	if bytes.HasSuffix(text, []byte("[y/N] ")) {
		c.cancel()
	}
	return c.Buffer.Write(text)
}
