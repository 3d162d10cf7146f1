package main

import (
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

func TestRegion(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-west-1"))
	exampletest.Equal(t, runLive(t, t.Context(), server, "-disable", "-region", "eu-west-1").Stderr, "In eu-west-1: nothing to do\n")

	got := runDemo(t, "-region", "eu-west-1")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stdout, exampletest.Golden(t, "default.txt"))
	if want := "In eu-west-1: 33 updated, 3 skipped, 2 kept\n"; !strings.Contains(got.Stderr, want) {
		t.Errorf("%q does not contain %q", got.Stderr, want)
	}
}

// TestHelp checks that the help text fits into 80 columns.
func TestHelp(t *testing.T) {
	help := runDemo(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Equal(t, help.Stdout, "")
	exampletest.Contains(t, help.Stderr, "usage: accesslogs [flags]\n", "-apply file", "-regions name,...")
	for line := range strings.SplitSeq(help.Stderr, "\n") {
		if line = strings.ReplaceAll(line, "    \t", "        "); len(line) > 80 {
			t.Errorf("%d columns: %s", len(line), line)
		}
	}
}
