package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/middleware"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// command builds the program and returns a command that runs it with -live, -yes, and
// the endpoint and credentials of a server.
func command(t *testing.T, server *lightsailtest.Server, args ...string) (cmd *exec.Cmd, stdout, stderr *bytes.Buffer) {
	t.Helper()
	args = append([]string{"-live", "-yes", "-endpoint-url", server.URL()}, args...)
	cmd = exec.CommandContext(t.Context(), exampletest.Build(t), args...)
	cmd.Env = exampletest.Environment(t, server)
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	return cmd, stdout, stderr
}

func TestLiveProcess(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(demoBuckets()...))
	cmd, stdout, stderr := command(t, server, "-destination", demoDestination)
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}

	// The server has the buckets of the demo account, so the output is the same.
	exampletest.Equal(t, stdout.String(), exampletest.Golden(t, "default.txt"))
	exampletest.Contains(t, stderr.String(), "In us-east-1: 33 updated, 3 skipped, 2 kept\n")
	want := map[string]string{}
	for _, b := range demoBuckets() {
		if want[*b.Name] = logPath(logConfig(b)); want[*b.Name] == "off" {
			want[*b.Name] = demoDestination + "/" + *b.Name + "/"
		}
	}
	want[demoDestination] = "off"
	exampletest.Equal(t, logPaths(server), want)
	// The user agent shows that the credentials are from environment variables.
	agent := strings.Fields(server.Calls()[0].Header.Get("User-Agent"))
	features := agent[len(agent)-1]
	if !slices.Contains(strings.Split(strings.TrimPrefix(features, "m/"), ","), string(middleware.UserAgentFeatureCredentialsEnvVars)) {
		t.Errorf("credentials are not from the environment: %s", agent)
	}
}

func TestInterruptSignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot send a signal to a single process")
	}
	server := newServer(t)
	received := make(chan struct{})
	server.Inject("UpdateBucket", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		close(received)
		<-r.Context().Done()
		return nil, context.Cause(r.Context())
	}))
	cmd, stdout, stderr := command(t, server, "-destination", "logs")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	<-received
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("%v, want exit status 1", err)
	}

	exampletest.Equal(t, stdout.String(), `BUCKET  RESULT
logs    skipped: log destination
one     interrupted: outcome unknown
three   to update: off -> logs/three/
two     skipped: already configured
`)
	if want := "accesslogs: interrupted, 1 bucket not changed\n"; !strings.HasSuffix(stderr.String(), want) {
		t.Errorf("%q does not end with %q", stderr, want)
	}
}
