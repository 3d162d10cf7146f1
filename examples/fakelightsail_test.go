// Package examples_test runs the samples of docs/fakelightsail.md, which need more modules
// than fakelightsail itself.
package examples_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

// A sample is a section of the page with a program, and how to run it.
type sample struct {
	section, language string

	// find returns the command that runs the file with the program, or why it cannot run
	// on this machine.
	find func(t *testing.T, file string) ([]string, error)

	want string
}

const listing = "db running\nweb running\n"

var samples = []sample{
	{"Go", "go", func(_ *testing.T, file string) ([]string, error) { return []string{"go", "run", file}, nil }, listing},
	{"Python", "python", findPython, listing},
	{"JavaScript", "js", findNode, listing},
	{"AWS CLI", "sh", findShell("aws"), listing},
	{"curl", "sh", findShell("curl"), "\"name\":\"db\"\n\"name\":\"running\"\n\"name\":\"web\"\n\"name\":\"running\"\n"},
}

// TestFakeLightsailSamples runs each sample after the command that starts the server, as
// the page describes. It skips those whose client is not installed.
func TestFakeLightsailSamples(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the samples need sh")
	}
	page, err := os.ReadFile("../docs/fakelightsail.md")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	build := exec.CommandContext(t.Context(), "go", "build", "-o", bin, "./lightsail/lightsailtest/fakelightsail")
	build.Dir = ".."
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	missing := filepath.Join(bin, "missing")
	for name, value := range map[string]string{
		"AWS_CONFIG_FILE": missing, "AWS_SHARED_CREDENTIALS_FILE": missing, "AWS_EC2_METADATA_DISABLED": "true",
		// The server's environment must replace these.
		"AWS_PROFILE": "other", "AWS_SESSION_TOKEN": "other", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
	} {
		t.Setenv(name, value)
	}
	start := codeBlock(t, string(page), "Starting and stopping", "sh")
	stop := `kill "$FAKELIGHTSAIL_PID"`
	if !strings.Contains(string(page), "```sh\n"+stop+"\n```") {
		t.Errorf("the page lacks %s", stop)
	}
	for _, s := range samples {
		t.Run(s.section, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "sample."+s.language)
			if s.language == "js" {
				file = filepath.Join(dir, "sample.mjs")
			}
			if err := os.WriteFile(file, []byte(codeBlock(t, string(page), s.section, s.language)), 0o600); err != nil {
				t.Fatal(err)
			}
			command, err := s.find(t, file)
			if err != nil {
				t.Skip(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
			defer cancel()
			log := filepath.Join(dir, "fakelightsail.log")
			script := strings.ReplaceAll(start, "fakelightsail.log", log) + "trap '" + stop + "' EXIT\n\"$@\"\n"
			cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", script, "sh"}, command...)...)
			var stderr strings.Builder
			cmd.Stderr = &stderr
			got, err := cmd.Output()
			if err != nil {
				t.Errorf("%v\n%s", err, &stderr)
			}
			exampletest.Equal(t, string(got), s.want)
			if text, err := os.ReadFile(log); err != nil || !strings.Contains(string(text), "GetInstances") {
				t.Errorf("%v, the server has received no call of GetInstances:\n%s", err, text)
			}
		})
	}
}

// codeBlock returns the first code block of a language in a section.
func codeBlock(t *testing.T, page, section, language string) string {
	t.Helper()
	_, text, found := strings.Cut(page, "\n## "+section+"\n")
	text, _, _ = strings.Cut(text, "\n## ")
	_, text, hasBlock := strings.Cut(text, "```"+language+"\n")
	block, _, _ := strings.Cut(text, "```")
	if !found || !hasBlock {
		t.Fatalf("the page has no section %s with a block of %s", section, language)
	}
	return block
}

// findPython finds an interpreter that can import boto3. The first one in PATH may not be
// the one for which Debian packages boto3.
func findPython(t *testing.T, file string) ([]string, error) {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.CommandContext(t.Context(), name, "-c", "import boto3").Run() == nil {
			return []string{name, file}, nil
		}
	}
	const missing = "no Python interpreter can import boto3: install it with apt-get install python3-boto3"
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	return nil, errors.New(missing)
}

// findNode links the directory of NODE_PATH that has the package, because Node.js does not
// search NODE_PATH for imports.
func findNode(t *testing.T, file string) ([]string, error) {
	for _, dir := range filepath.SplitList(os.Getenv("NODE_PATH")) {
		if _, err := os.Stat(filepath.Join(dir, "@aws-sdk", "client-lightsail")); err == nil {
			return []string{"node", file}, os.Symlink(dir, filepath.Join(filepath.Dir(file), "node_modules"))
		}
	}
	return nil, errors.New("@aws-sdk/client-lightsail is in no directory of NODE_PATH")
}

func findShell(program string) func(*testing.T, string) ([]string, error) {
	return func(_ *testing.T, file string) ([]string, error) {
		_, err := exec.LookPath(program)
		return []string{"sh", file}, err
	}
}
