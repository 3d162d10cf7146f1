// Package exampletest has helpers for the tests of the example programs.
package exampletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// An Outcome is the exit status and the output of a program.
type Outcome struct {
	Status         int
	Stdout, Stderr string
}

// Environment returns environment variables, as NAME=value, that configure a
// program to use the credentials of the server and no other AWS settings.
func Environment(t *testing.T, server *lightsailtest.Server) []string {
	t.Helper()
	cfg := server.Config()
	keys, err := cfg.Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return append(isolated(t),
		"AWS_ACCESS_KEY_ID="+keys.AccessKeyID,
		"AWS_SECRET_ACCESS_KEY="+keys.SecretAccessKey,
		"AWS_REGION="+cfg.Region,
	)
}

// isolated returns environment variables with which a program finds no AWS settings.
func isolated(t *testing.T) []string {
	t.Helper()
	missing := filepath.Join(t.TempDir(), "missing")
	return []string{
		"AWS_ACCESS_KEY_ID=",
		"AWS_SECRET_ACCESS_KEY=",
		"AWS_SESSION_TOKEN=",
		"AWS_REGION=",
		"AWS_DEFAULT_REGION=",
		"AWS_PROFILE=",
		"AWS_ENDPOINT_URL=",
		"AWS_CONFIG_FILE=" + missing,
		"AWS_SHARED_CREDENTIALS_FILE=" + missing,
		"AWS_EC2_METADATA_DISABLED=true",
	}
}

// Setenv sets the variables of [Environment] for the duration of the test.
func Setenv(t *testing.T, server *lightsailtest.Server) {
	t.Helper()
	for _, setting := range Environment(t, server) {
		name, value, _ := strings.Cut(setting, "=")
		t.Setenv(name, value)
	}
}

// Golden returns the contents of a file in testdata.
func Golden(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Equal fails the test and reports the difference if got and want are not equal.
func Equal[T any](t *testing.T, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Contains fails the test if text does not contain the parts in this order.
func Contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, part := range parts {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Errorf("missing or out of order: %q in:\n%s", part, text)
			return
		}
		rest = after
	}
}
