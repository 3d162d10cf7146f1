package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// runDemo runs the program with the demo account.
func runDemo(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// runLive runs the program with -live and the endpoint of a server.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, stdin io.Reader, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout bytes.Buffer
	got := runLiveTo(t, ctx, server, stdin, &stdout, args...)
	got.Stdout = stdout.String()
	return got
}

// runLiveTo is like runLive, but writes the standard output to stdout.
func runLiveTo(t *testing.T, ctx context.Context, server *lightsailtest.Server, stdin io.Reader, stdout io.Writer, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL()}, args...), stdin, stdout, &stderr)
	return exampletest.Outcome{Status: status, Stderr: stderr.String()}
}

// connectTo runs the program with -live, the endpoint of a server and the port of an
// SSH server.
func connectTo(t *testing.T, s *sshServer, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	return runLive(t, t.Context(), server, strings.NewReader(""), append([]string{"-wait", "1s", "-port", fmt.Sprint(s.port)}, args...)...)
}

// program returns the path of the program. It is built once.
var program = sync.OnceValues(func() (string, error) {
	path := filepath.Join(programDir, "connect")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// programDir is the directory of the program.
var programDir string

func TestMain(m *testing.M) {
	var err error
	if programDir, err = os.MkdirTemp("", "connect-test-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(programDir)
	os.Exit(code)
}

// tempDir returns a new directory with mode 0700. The mode of t.TempDir depends on the
// umask.
func tempDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

// command returns a command that runs the program with -live and the endpoint and
// credentials of a server.
func command(t *testing.T, server *lightsailtest.Server, args ...string) *exec.Cmd {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, append([]string{"-live", "-endpoint-url", server.URL()}, args...)...)
	cmd.Env = append(os.Environ(), exampletest.Environment(t, server)...)
	return cmd
}

const demoNotice = "Demo account. Use -live to run against your own.\n"

func TestWrite(t *testing.T) {
	dir := filepath.Join(tempDir(t), "it's here")
	got := runDemo(t, "-write", dir, "web-1")

	exampletest.Equal(t, got.Status, 0)
	quoted := strings.ReplaceAll(dir, "'", `'\''`)
	exampletest.Equal(t, got.Stdout, `ssh -o 'IdentityFile="`+quoted+`/key"' -o 'CertificateFile="`+quoted+`/key-cert.pub"' -o IdentitiesOnly=yes`+
		` -o 'UserKnownHostsFile="`+quoted+`/known_hosts"' -o StrictHostKeyChecking=yes -- ubuntu@192.0.2.10`+"\n")
	exampletest.Contains(t, got.Stderr, demoNotice+"The key in "+dir+" is valid for web-1 until 2", " UTC. Delete the files")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "key")), "PRIVATE KEY")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "key-cert.pub")), "ssh-rsa-cert-v01@openssh.com ")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "known_hosts")), "192.0.2.10 ssh-rsa ")
}

func TestPrintSSHConfig(t *testing.T) {
	dir := tempDir(t)
	exampletest.Equal(t, runDemo(t, "-write", dir, "-port", "2222", "-print-ssh-config", "web-1").Stdout, `Host web-1
    HostName 192.0.2.10
    User ubuntu
    Port 2222
    HostKeyAlias 192.0.2.10
    IdentityFile "`+dir+`/key"
    CertificateFile "`+dir+`/key-cert.pub"
    IdentitiesOnly yes
    UserKnownHostsFile "`+dir+`/known_hosts"
    StrictHostKeyChecking yes
`)
}

func TestPrintSSHConfigTemporaryDirectory(t *testing.T) {
	t.Setenv("TMPDIR", tempDir(t))
	got := runDemo(t, "-print-ssh-config", "web-1")

	exampletest.Equal(t, got.Status, 0)
	_, rest, _ := strings.Cut(got.Stdout, `IdentityFile "`)
	key, _, _ := strings.Cut(rest, `"`)
	exampletest.Contains(t, got.Stderr, "The key in "+filepath.Dir(key)+" is valid for web-1")
	exampletest.Contains(t, readFile(t, key), "PRIVATE KEY")

	// If the path cannot be printed, the files are removed.
	t.Setenv("TMPDIR", tempDir(t))
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), []string{"-print-ssh-config", "web-1"}, nil, fullDisk{}, &stderr), 255)
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("remaining files: %v, %v", left, err)
	}
}

// TestPrintSSHConfigClosedPipe checks that the program removes the files if the reader
// of the ssh_config block exits before it is written.
func TestPrintSSHConfigClosedPipe(t *testing.T) {
	temp := tempDir(t)
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, "-print-ssh-config", "web-1")
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	cmd.Stdout = w
	err = cmd.Run()
	w.Close()
	exampletest.Equal(t, exitCode(t, err), 255)
	exampletest.Contains(t, stderr.String(), demoNotice+"connect: write ", "broken pipe\n")
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("remaining files: %v, %v", left, err)
	}
}

// fullDisk is a writer that returns an error.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no space left")

func TestHelp(t *testing.T) {
	got := runDemo(t, "-help")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Contains(t, got.Stderr, "usage: connect [flags] INSTANCE [COMMAND...]", "-live")
}
