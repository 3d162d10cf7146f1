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

// local runs the program as it is without an account.
func local(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// live runs the program on the account of a server.
func live(t *testing.T, ctx context.Context, server *lightsailtest.Server, stdin io.Reader, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout bytes.Buffer
	got := liveTo(t, ctx, server, stdin, &stdout, args...)
	got.Stdout = stdout.String()
	return got
}

// liveTo is live with a stdout of one's own.
func liveTo(t *testing.T, ctx context.Context, server *lightsailtest.Server, stdin io.Reader, stdout io.Writer, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL()}, args...), stdin, stdout, &stderr)
	return exampletest.Outcome{Status: status, Stderr: stderr.String()}
}

// connectTo runs a command on a machine by way of the instance web of a server.
func connectTo(t *testing.T, m *machine, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	return live(t, t.Context(), server, strings.NewReader(""), append([]string{"-wait", "1s", "-port", fmt.Sprint(m.port)}, args...)...)
}

// program returns the path of the program, which is built once.
var program = sync.OnceValues(func() (string, error) {
	path := filepath.Join(built, "connect")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// built is where.
var built string

func TestMain(m *testing.M) {
	var err error
	if built, err = os.MkdirTemp("", "connect-test-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(built)
	os.Exit(code)
}

// process is the program in a process of its own, on the account of a server.
func process(t *testing.T, server *lightsailtest.Server, args ...string) *exec.Cmd {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, append([]string{"-live", "-endpoint-url", server.URL()}, args...)...)
	cmd.Env = append(os.Environ(), exampletest.Environment(t, server)...)
	return cmd
}

const demoLine = "This is a made-up account. For yours, see -live in connect -help.\n"

func TestMadeUpInstanceHasNoMachine(t *testing.T) {
	exampletest.Equal(t, local(t, "web-1", "uptime"), exampletest.Outcome{
		Status: 255,
		Stderr: demoLine +
			"connect: web-1 is made up: the server of the made-up account has no machine behind it to connect to.\n" +
			"What works here: -print-ssh-config, -write and -password.\n" +
			"For an instance of yours: connect -live INSTANCE\n",
	})
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "it's here")
	got := local(t, "-write", dir, "web-1")

	exampletest.Equal(t, got.Status, 0)
	quoted := strings.ReplaceAll(dir, "'", `'\''`)
	exampletest.Equal(t, got.Stdout, `ssh -o 'IdentityFile="`+quoted+`/key"' -o 'CertificateFile="`+quoted+`/key-cert.pub"' -o IdentitiesOnly=yes`+
		` -o 'UserKnownHostsFile="`+quoted+`/known_hosts"' -o StrictHostKeyChecking=yes -- ubuntu@192.0.2.10`+"\n")
	exampletest.Contains(t, got.Stderr, demoLine+"The key in "+dir+" opens web-1 until 2", " UTC. Remove it")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "key")), "PRIVATE KEY")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "key-cert.pub")), "ssh-rsa-cert-v01@openssh.com ")
	exampletest.Contains(t, readFile(t, filepath.Join(dir, "known_hosts")), "192.0.2.10 ssh-rsa ")
}

func TestPrintSSHConfig(t *testing.T) {
	dir := t.TempDir()
	exampletest.Equal(t, local(t, "-write", dir, "-port", "2222", "-print-ssh-config", "web-1").Stdout, `Host web-1
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

func TestPrintSSHConfigWithFilesOfItsOwn(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	got := local(t, "-print-ssh-config", "web-1")

	exampletest.Equal(t, got.Status, 0)
	_, rest, _ := strings.Cut(got.Stdout, `IdentityFile "`)
	key, _, _ := strings.Cut(rest, `"`)
	exampletest.Contains(t, got.Stderr, "The key in "+filepath.Dir(key)+" opens web-1")
	exampletest.Contains(t, readFile(t, key), "PRIVATE KEY")

	// Nothing is left where nobody could know of it.
	t.Setenv("TMPDIR", t.TempDir())
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), []string{"-print-ssh-config", "web-1"}, nil, full{}, &stderr), 255)
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// full is a disk that is full.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no space left")

func TestMistakenCommandLines(t *testing.T) {
	for args, want := range map[string]string{
		"":                                  "the name of an instance is required",
		"web-1 -live":                       `"-live" stands behind the name of the instance, where the command does; flags go before it`,
		"-password windows-1 uptime":        "-password, -write and -print-ssh-config do not go together with a command",
		"-write d web-1 uptime":             "-password, -write and -print-ssh-config do not go together with a command",
		"-write  web-1":                     "-write needs a directory",
		"-accept-new-host-key -write d web": "-accept-new-host-key is for connecting: it does not go together with -password, -write or -print-ssh-config",
		"-password -port 22 windows-1":      "-password does not go together with -write, -print-ssh-config or -port",
		"-key k web-1":                      "-key needs -password",
		"-print-ssh-config *":               "-print-ssh-config needs a name of letters, digits, '.', '_' and '-', not \"*\"",
		"-port 0 web-1":                     "-port must be 1 to 65535, not 0",
		"-wait 0s web-1":                    "-wait must be more than 0, not 0s",
		"-endpoint-url http://x web-1":      "-endpoint-url needs -live",
	} {
		t.Run(args, func(t *testing.T) {
			words := strings.Split(args, " ")
			if args == "" {
				words = nil
			}
			exampletest.Equal(t, local(t, words...), exampletest.Outcome{Status: 255, Stderr: "connect: " + want + "\nsee connect -help\n"})
		})
	}
}

func TestHelp(t *testing.T) {
	got := local(t, "-help")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Contains(t, got.Stderr, "usage: connect [flags] INSTANCE [COMMAND...]", "-live")
}
