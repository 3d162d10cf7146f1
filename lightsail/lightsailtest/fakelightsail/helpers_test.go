package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// binary is the path of the program.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "fakelightsail")
	if err != nil {
		log.Fatal(err)
	}
	binary = filepath.Join(dir, "fakelightsail.exe")
	if output, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		log.Fatalf("go build: %v\n%s", err, output)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// skipOnWindows skips tests that send a signal or run a shell.
func skipOnWindows(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot send a signal to a single process, and has no sh")
	}
}

// A process is a running program.
type process struct {
	*exec.Cmd
	stderr bytes.Buffer
	client *lightsail.Client // configured by the output of the program
}

// startProcess starts the program. It returns when the program has closed its standard
// output.
func startProcess(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.CommandContext(t.Context(), binary, args...)}
	p.Stderr = &p.stderr
	p.client = newClient(t, readEnvironment(t, p.startWithPipe(t)))
	return p
}

// startWithPipe starts the program and returns its standard output.
func (p *process) startWithPipe(t *testing.T) io.Reader {
	t.Helper()
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// These calls fail if the process has already exited.
		_ = p.Process.Kill()
		_ = p.Wait()
	})
	return stdout
}

// stop stops the program with a signal and returns the lines of its log, without times.
func (p *process) stop(t *testing.T, signal os.Signal) []string {
	t.Helper()
	if err := p.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if err := p.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, &p.stderr)
	}
	return logLines(t, p.stderr.String())
}

// A running is the program in the process of the test.
type running struct {
	env    map[string]string // what it has printed
	client *lightsail.Client
	stop   func() (status int, log string)
}

// startInTest runs the program in the process of the test until it is ready.
func startInTest(t *testing.T, args ...string) running {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	var stderr bytes.Buffer
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, args, strings.NewReader(`{"buckets": [{"name": "from-stdin"}]}`), writer, &stderr)
		writer.Close()
	}()
	r := running{env: readEnvironment(t, reader)}
	r.client = newClient(t, r.env)
	r.stop = func() (int, string) {
		cancel()
		return <-status, stderr.String()
	}
	return r
}

// log stops the program and returns the lines of its log, without times.
func (r running) log(t *testing.T) []string {
	t.Helper()
	status, log := r.stop()
	if status != 0 {
		t.Errorf("got status %d, want 0", status)
	}
	return logLines(t, log)
}

// readEnvironment reads shell commands that set environment variables until the end of
// file.
func readEnvironment(t *testing.T, output io.Reader) map[string]string {
	t.Helper()
	env := map[string]string{}
	command := regexp.MustCompile(`^(?:export ([A-Z_]+)='([^']+)'|unset ([A-Z_]+))$`)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		match := command.FindStringSubmatch(lines.Text())
		if match == nil {
			t.Errorf("unexpected line %q", lines.Text())
			continue
		}
		env[match[1]+match[3]] = match[2]
	}
	return env
}

// newClient returns a client that is configured by environment variables. It retries
// without delays.
func newClient(t *testing.T, env map[string]string) *lightsail.Client {
	t.Helper()
	return lightsail.New(lightsail.Options{
		BaseEndpoint: aws.String(env["AWS_ENDPOINT_URL_LIGHTSAIL"]),
		Region:       env["AWS_REGION"],
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{
				AccessKeyID: env["AWS_ACCESS_KEY_ID"], SecretAccessKey: env["AWS_SECRET_ACCESS_KEY"], SessionToken: env["AWS_SESSION_TOKEN"],
			}, nil
		}),
		Retryer: retry.NewStandard(func(o *retry.StandardOptions) {
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
		}),
	})
}

// logLine matches a line of the log.
var logLine = regexp.MustCompile(`(?m)^\d\d:\d\d:\d\d\.\d{3}  (\S+ +#\d+  (?:\d+|no response))  ([0-9.]+(?:µs|ms|s))((?:  .*)?)$`)

// logLines returns the lines of a log without the time and the duration, and with single
// spaces.
func logLines(t *testing.T, text string) (lines []string) {
	for line := range strings.Lines(logLine.ReplaceAllString(text, "$1$3")) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}

// An outcome is the exit status and the output of the program.
type outcome struct {
	Status         int
	Stdout, Stderr string
}

// An output calls a function when it is closed.
type output struct {
	bytes.Buffer
	closed func()
}

func (o *output) Close() error {
	o.closed()
	return nil
}

// runUntilExit runs the program with arguments with which it does not start a server. If
// it starts one, it is stopped at once.
func runUntilExit(t *testing.T, args ...string) outcome {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stdout := output{closed: cancel}
	var stderr bytes.Buffer
	status := run(ctx, args, strings.NewReader("}"), &stdout, &stderr)
	return outcome{status, stdout.String(), stderr.String()}
}

func wantEqual[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// must returns the output of a call. It ends the test if the call returned an error.
func must[Out any](t *testing.T) func(out *Out, err error) *Out {
	return func(out *Out, err error) *Out {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// asError returns the error of type E in the chain of err.
func asError[E error](t *testing.T, err error) (target E) {
	t.Helper()
	if !errors.As(err, &target) {
		t.Fatalf("%v does not wrap a %T", err, target)
	}
	return target
}
