package main

import (
	"bytes"
	"io"
	"os/exec"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

// TestConfirmation checks that the program asks on a terminal before it creates anything,
// and that it creates nothing without a confirmation.
func TestConfirmation(t *testing.T) {
	program := exampletest.Build(t)
	for _, row := range []struct {
		name, keys, stderr string
	}{
		{"no", "n\n", "instances: nothing created: not confirmed\n"},
		{"only the enter key", "\n", "instances: nothing created: not confirmed\n"},
		{"end of the input", "\x04", "\ninstances: nothing created: not confirmed\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			server := newServer(t)
			tty := exampletest.OpenPTY(t)
			cmd := exec.CommandContext(t.Context(), program, "-live", "-name", "one", "-endpoint-url", server.URL())
			cmd.Env = exampletest.Environment(t, server)
			var stdout, stderr bytes.Buffer
			cmd.Stdin, cmd.Stdout, cmd.Stderr = tty.Terminal, &stdout, &stderr
			tty.Type(t, row.keys)
			_ = cmd.Run()
			exampletest.Equal(t, exampletest.Outcome{Status: cmd.ProcessState.ExitCode(), Stdout: stdout.String(), Stderr: stderr.String()},
				exampletest.Outcome{Status: 1, Stderr: "Create instance one (ubuntu_24_04, nano_3_0, us-east-1a, USD 5.00/month), " +
					"a static IP and a snapshot in your account? [y/N] " + row.stderr})
			exampletest.Equal(t, changes(server), "")
		})
	}
}

func TestConfirmed(t *testing.T) {
	server := newServer(t)
	tty := exampletest.OpenPTY(t)
	exampletest.Setenv(t, server)
	tty.Type(t, "yes\n")
	var stderr bytes.Buffer
	status := run(t.Context(), []string{"-live", "-name", "one", "-endpoint-url", server.URL()}, tty.Terminal, io.Discard, &stderr, noDelay)
	exampletest.Equal(t, status, 0)
	exampletest.Contains(t, stderr.String(), "in your account? [y/N] ")
	exampletest.Equal(t, changes(server), creationUntil("CreateInstanceSnapshot")+" DeleteInstanceSnapshot DetachStaticIp ReleaseStaticIp DeleteInstance")
	exampletest.Equal(t, names(t, server), others)
}
