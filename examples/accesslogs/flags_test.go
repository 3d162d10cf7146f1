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
	if want := "In eu-west-1: 35 updated, 3 skipped\n"; !strings.HasSuffix(got.Stderr, want) {
		t.Errorf("%q does not end with %q", got.Stderr, want)
	}
}

func TestInvalidFlags(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"-nosuch", "flag provided but not defined: -nosuch"},
		{"one", `unexpected argument "one"`},
		{"-live", "-destination is required"},
		{"-destination=", "-destination is required"},
		{"-disable -destination=", "-destination is required"},
		{"-disable -create", "-disable cannot be combined"},
		{"-disable -prefix a/", "-disable cannot be combined"},
		{"-endpoint-url http://localhost", "-endpoint-url requires -live"},
		{"-bucket=", "empty bucket name"}, // must not select all buckets
		{"-bucket one,,two", "empty bucket name"},
	} {
		got := runDemo(t, strings.Fields(row.args)...)
		if got.Status != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, row.want) {
			t.Errorf("%s: %+v, want %q", row.args, got, row.want)
		}
	}

	help := runDemo(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Equal(t, help.Stdout, "")
}
