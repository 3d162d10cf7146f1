package exampletest

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// An Output is what the standard output of a program is connected to.
type Output int

const (
	Captured   Output = iota // Outcome.Stdout has it
	ClosedPipe               // each write fails, because nothing reads the pipe
	FullDisk                 // each write fails, because there is no space
)

// A Usage is a way to run a program, and its outcome. See [CheckUsages].
type Usage struct {
	// Name is the name of the subtest: what is wrong, and under which condition.
	Name string

	// Args are the arguments of the program. {url} is replaced by the URL of the server.
	Args []string

	// Env holds environment variables, as NAME=value. The program has no others, except
	// the credentials and the Region of the server if there is one.
	Env []string

	// Server returns the server that the program calls. It is nil if there is none.
	Server func(t *testing.T) *lightsailtest.Server

	// Stdin is the standard input. It is never a terminal. By default it is empty.
	Stdin string

	// Output is what standard output is connected to. The default is Captured.
	Output Output

	// InterruptAt is an API operation, such as "UpdateBucket". The program receives an
	// interrupt signal when it has sent this request, which gets no response.
	InterruptAt string

	// Want is the exit status and the complete output of the program. In the output, the
	// URL of the server is replaced by {url}, its host by {host}, and each request ID by
	// ID.
	Want Outcome
}

// CheckUsages builds the program in the current directory, runs it as a process for each
// usage, and fails the test if an outcome is not the wanted one.
func CheckUsages(t *testing.T, usages []Usage) {
	t.Helper()
	program := Build(t)
	for _, u := range usages {
		t.Run(u.Name, func(t *testing.T) {
			Equal(t, u.run(t, program), u.Want)
		})
	}
}

// Build builds the program in the current directory and returns the path of the
// executable file.
func Build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "program.exe")
	if output, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, output)
	}
	return program
}

var requestID = regexp.MustCompile(`RequestID: [0-9a-f-]+`)

// run runs the program once.
func (u *Usage) run(t *testing.T, program string) Outcome {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	args, env := slices.Clone(u.Args), isolated(t)
	replace := strings.NewReplacer()
	received := make(chan struct{})
	if u.Server != nil {
		server := u.Server(t)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "{url}", server.URL())
		}
		env = Environment(t, server)
		replace = strings.NewReplacer(server.URL(), "{url}", strings.TrimPrefix(server.URL(), "http://"), "{host}")
		if u.InterruptAt != "" {
			server.Inject(u.InterruptAt, lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
				close(received)
				<-r.Context().Done()
				return nil, context.Cause(r.Context())
			}))
		}
	}

	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(env, u.Env...)
	var stdout, stderr bytes.Buffer
	if u.Stdin != "" {
		cmd.Stdin = strings.NewReader(u.Stdin)
	}
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if file := u.Output.open(t); file != nil {
		defer file.Close()
		cmd.Stdout = file
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan error, 1)
	go func() { exited <- cmd.Wait() }()
	if u.InterruptAt != "" {
		interrupt(t, cmd.Process, received, exited)
	}
	<-exited
	return Outcome{
		Status: cmd.ProcessState.ExitCode(),
		Stdout: replace.Replace(stdout.String()),
		Stderr: requestID.ReplaceAllString(replace.Replace(stderr.String()), "RequestID: ID"),
	}
}

// interrupt sends an interrupt signal to a process when its request is received.
func interrupt(t *testing.T, process *os.Process, received <-chan struct{}, exited chan error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot send a signal to a single process")
	}
	select {
	case <-received:
		if err := process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
	case err := <-exited:
		t.Error("the program ended before it sent the request")
		exited <- err
	}
}

// open returns the file for standard output, or nil if it is captured.
func (o Output) open(t *testing.T) *os.File {
	t.Helper()
	switch o {
	case ClosedPipe:
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		return w
	case FullDisk:
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip("this platform has no device without space: ", err)
		}
		return full
	}
	return nil
}
