// Package exampletest is what the tests of the examples share.
package exampletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// An Outcome is what a run of a program leaves behind.
type Outcome struct {
	Status         int
	Stdout, Stderr string
}

// Environment is, as NAME=value, what lets a program have the credentials of a
// server, and no other settings.
func Environment(t *testing.T, server *lightsailtest.Server) []string {
	t.Helper()
	cfg := server.Config()
	keys, err := cfg.Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	nothing := filepath.Join(t.TempDir(), "nothing")
	return []string{
		"AWS_ACCESS_KEY_ID=" + keys.AccessKeyID,
		"AWS_SECRET_ACCESS_KEY=" + keys.SecretAccessKey,
		"AWS_SESSION_TOKEN=",
		"AWS_REGION=" + cfg.Region,
		"AWS_PROFILE=",
		"AWS_CONFIG_FILE=" + nothing,
		"AWS_SHARED_CREDENTIALS_FILE=" + nothing,
		"AWS_EC2_METADATA_DISABLED=true",
	}
}

// Setenv gives the test itself that environment.
func Setenv(t *testing.T, server *lightsailtest.Server) {
	t.Helper()
	for _, setting := range Environment(t, server) {
		name, value, _ := strings.Cut(setting, "=")
		t.Setenv(name, value)
	}
}

// Golden is the text of a file in testdata.
func Golden(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Equal fails the test where got is not want, and shows what differs.
func Equal[T any](t *testing.T, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Contains fails the test where a text does not have these parts, in this order.
func Contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, part := range parts {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Errorf("no %q, or not there, in:\n%s", part, text)
			return
		}
		rest = after
	}
}
