package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/crypto/ssh"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/types"
)

func TestCommand(t *testing.T) {
	m := startMachine(t)
	server := web(t, m.details(t, m.user, now))

	exampletest.Equal(t, connectTo(t, m, server, "web", "echo", "out;", "echo err >&2; exit 7"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})
	exampletest.Equal(t, connectTo(t, m, server, "web", "--", "true"), exampletest.Outcome{})
	exampletest.Equal(t, connectTo(t, m, server, "web", "kill -9 $$"), exampletest.Outcome{Status: 255, Stderr: "connect: ended there by signal KILL\n"})

	// What is piped in goes there, to a shell as to a command.
	port := fmt.Sprint(m.port)
	exampletest.Equal(t, live(t, t.Context(), server, strings.NewReader("hello"), "-port", port, "web", "tr a-z A-Z"), exampletest.Outcome{Stdout: "HELLO"})
	exampletest.Equal(t, live(t, t.Context(), server, strings.NewReader("echo $((6*7))\nexit 3\n"), "-port", port, "web"), exampletest.Outcome{Status: 3, Stdout: "42\n"})

	// Nobody waits for input that never comes.
	silent, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	exampletest.Equal(t, live(t, t.Context(), server, silent, "-port", port, "web", "echo done"), exampletest.Outcome{Stdout: "done\n"})
}

func TestCommandOfTheProgram(t *testing.T) {
	m := startMachine(t)
	cmd := process(t, web(t, m.details(t, m.user, now)), "-port", fmt.Sprint(m.port), "web", "cat; echo err >&2; exit 9")
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader("in and out\n"), &stdout, &stderr
	exampletest.Equal(t, status(t, cmd.Run()), 9)
	exampletest.Equal(t, stdout.String(), "in and out\n")
	exampletest.Equal(t, stderr.String(), "err\n")
	t.Logf("$ connect -live web 'cat; echo err >&2; exit 9'\n%s%s", stdout.String(), stderr.String())
}

// The system's own ssh logs in with what connect writes and prints.
func TestSystemSSH(t *testing.T) {
	m := startMachine(t)
	details := m.details(t, m.user, now)
	server := web(t, details)
	dir := filepath.Join(t.TempDir(), "it's here")

	line := connectTo(t, m, server, "-write", dir, "web").Stdout
	line = strings.Replace(strings.TrimSpace(line), "ssh ", "ssh -F none ", 1) // the user's own configuration is no part of this
	exampletest.Equal(t, shell(t, line+" 'echo out; echo err >&2; exit 7'"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})

	config := filepath.Join(t.TempDir(), "config")
	block := connectTo(t, m, server, "-write", dir, "-print-ssh-config", "web").Stdout
	if err := os.WriteFile(config, []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, shell(t, "ssh -F "+config+" web 'echo out; echo err >&2; exit 7'"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})

	// And it checks the host key.
	details.HostKeys = []types.HostKeyAttributes{m.keygen(t, "other", "ed25519")}
	connectTo(t, m, web(t, details), "-write", dir, "web")
	got := shell(t, line+" true")
	exampletest.Equal(t, got.Status, 255)
	exampletest.Contains(t, got.Stderr, "Host key verification failed.")
}

// shell runs a line as a person types it.
func shell(t *testing.T, line string) exampletest.Outcome {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", line)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	got := exampletest.Outcome{Status: status(t, cmd.Run()), Stdout: stdout.String(), Stderr: stderr.String()}
	t.Logf("$ %s\n%s%s=> %d", line, got.Stdout, got.Stderr, got.Status)
	return got
}

// Whichever of its keys Lightsail knows, the machine is asked for that.
func TestHostKeyOfEveryKind(t *testing.T) {
	m := startMachine(t)
	for _, key := range m.hostKeys {
		details := m.details(t, m.user, now)
		details.HostKeys = []types.HostKeyAttributes{key}
		exampletest.Equal(t, connectTo(t, m, web(t, details), "web", "echo", *key.Algorithm), exampletest.Outcome{Stdout: *key.Algorithm + "\n"})
	}
}

func TestWrongHostKey(t *testing.T) {
	m := startMachine(t)
	details := m.details(t, m.user, now)
	for _, kind := range []string{"ed25519", "rsa"} {
		other := m.keygen(t, "other_"+kind, kind)
		details.HostKeys = []types.HostKeyAttributes{other}
		// With host keys to go by, there is nothing to accept.
		got := connectTo(t, m, web(t, details), "-accept-new-host-key", "web", "echo in")

		exampletest.Equal(t, got.Status, 255)
		exampletest.Equal(t, got.Stdout, "")
		shown := m.hostKeys[slices.IndexFunc(m.hostKeys, func(k types.HostKeyAttributes) bool { return *k.Algorithm == *other.Algorithm })]
		exampletest.Contains(t, got.Stderr,
			fmt.Sprintf("connect: what answers at 127.0.0.1:%d is not the machine that Lightsail knows as web. Not logged in.\n", m.port),
			"Its host key is      "+*shown.Algorithm+" "+fingerprint(t, shown)+"\n",
			"Lightsail has seen   "+*other.Algorithm+" "+fingerprint(t, other)+", at 2026-01-02 03:04:05 UTC\n",
			"If the instance was rebuilt", "DeleteKnownHostKeys", "aws lightsail delete-known-host-keys --instance-name web\n",
			"somebody may stand between you and the instance")
		t.Logf("\n%s", got.Stderr)
	}

	// Keys of a kind that the machine does not have are no less wrong.
	details.HostKeys = []types.HostKeyAttributes{m.keygen(t, "other", "ecdsa", "-b", "521")}
	exampletest.Contains(t, connectTo(t, m, web(t, details), "web", "echo in").Stderr, "is not the machine", "Lightsail has seen   ecdsa-sha2-nistp521 SHA256:")

	details.HostKeys = []types.HostKeyAttributes{{Algorithm: aws.String("ssh-new"), PublicKey: aws.String("bmV3")}}
	exampletest.Equal(t, connectTo(t, m, web(t, details), "-accept-new-host-key", "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: none of the host keys that Lightsail has of web can be read\n"})
}

func fingerprint(t *testing.T, k types.HostKeyAttributes) string {
	t.Helper()
	key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(*k.Algorithm + " " + *k.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	return ssh.FingerprintSHA256(key)
}

func TestNoHostKeys(t *testing.T) {
	m := startMachine(t)
	details := m.details(t, m.user, now)
	details.HostKeys = []types.HostKeyAttributes{}
	server := web(t, details)

	exampletest.Equal(t, connectTo(t, m, server, "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: Lightsail has no host keys of web, so that nothing shows whether it is what answers there.\n" +
			"A new instance may have none yet.\n" +
			"Try again later, or connect to whatever answers with -accept-new-host-key\n"})
	exampletest.Equal(t, connectTo(t, m, server, "-write", filepath.Join(t.TempDir(), "d"), "web"), exampletest.Outcome{Status: 255,
		Stderr: "connect: Lightsail has no host keys of web, so that nothing shows whether it is what answers there.\n" +
			"A new instance may have none yet.\n" +
			"Try again later\n"})

	got := connectTo(t, m, server, "-accept-new-host-key", "web", "echo in")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stdout, "in\n")
	exampletest.Contains(t, got.Stderr, fmt.Sprintf("Lightsail has no host keys of web. Accepting that of 127.0.0.1:%d: ", m.port), " SHA256:")
	shown := strings.Fields(got.Stderr)[len(strings.Fields(got.Stderr))-1]
	if !slices.ContainsFunc(m.hostKeys, func(k types.HostKeyAttributes) bool { return fingerprint(t, k) == shown }) {
		t.Errorf("%s is none of the machine's", shown)
	}
}

func TestCertificateIsNotAccepted(t *testing.T) {
	m := startMachine(t)
	refused := fmt.Sprintf("connect: the machine at 127.0.0.1:%d does not let user %q in with Lightsail's certificate: ", m.port, m.user)
	for _, test := range []struct {
		name, principal, validity string
		why                       []string
	}{
		{"expired", m.user, "20200102030405:20210102030405", []string{
			"it expired at 2021-01-02 03:04:05 UTC, and now is 2",
			fmt.Sprintf("The certificate is for %q, from 2020-01-02 03:04:05 UTC, until 2021-01-02 03:04:05 UTC\n", m.user),
		}},
		{"not yet valid", m.user, "+1h:forever", []string{
			"it is valid from 2", " UTC only, and now is 2",
		}},
		{"wrong principal", "some,body", "20200102030405:forever", []string{
			"it is made out to other users.\n",
			"The certificate is for \"some\", \"body\", from 2020-01-02 03:04:05 UTC\n",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := connectTo(t, m, web(t, m.details(t, test.principal, test.validity)), "web", "echo in")
			exampletest.Equal(t, got.Status, 255)
			exampletest.Equal(t, got.Stdout, "")
			exampletest.Contains(t, got.Stderr, append([]string{refused}, test.why...)...)
			t.Logf("\n%s", got.Stderr)
		})
	}

	t.Run("another authority", func(t *testing.T) {
		details := m.details(t, m.user, now)
		other := startMachine(t)
		details.HostKeys = other.hostKeys
		got := connectTo(t, other, web(t, details), "web", "echo in")
		exampletest.Equal(t, got.Status, 255)
		exampletest.Contains(t, got.Stderr, "it was refused, though nothing is wrong with it by the look of it.\n", "TrustedUserCAKeys",
			fmt.Sprintf("The certificate is for %q, from 2", m.user), ", until 2")
		t.Logf("\n%s", got.Stderr)
	})
}

func TestNoCertificate(t *testing.T) {
	m := startMachine(t)
	details := m.details(t, m.user, now)
	certificate := details.CertKey
	details.CertKey = nil
	exampletest.Equal(t, connectTo(t, m, web(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: web cannot be logged in to yet, after 1s: Lightsail tells no certKey.\n" +
			"certKey is the certificate, without which the instance does not accept the key. To wait longer, use -wait\n"})

	plain := *m.hostKeys[0].Algorithm + " " + *m.hostKeys[0].PublicKey
	details.CertKey = &plain
	exampletest.Equal(t, connectTo(t, m, web(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: the certKey that Lightsail sent is not an SSH certificate\n"})

	details.CertKey = certificate
	details.PrivateKey = aws.String(readFile(t, filepath.Join(m.dir, "ca")))
	exampletest.Equal(t, connectTo(t, m, web(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: the certKey that Lightsail sent does not belong to the privateKey\n"})

	details.PrivateKey = aws.String("secret")
	exampletest.Equal(t, connectTo(t, m, web(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: the privateKey that Lightsail sent cannot be read\n"})
}

// loopback is where no machine is.
var loopback = types.InstanceAccessDetails{IpAddress: aws.String("127.0.0.1")}

func TestNothingListens(t *testing.T) {
	m := &machine{port: freePort(t)}
	exampletest.Equal(t, connectTo(t, m, web(t, loopback), "web"), exampletest.Outcome{Status: 255, Stderr: fmt.Sprintf(
		"connect: nothing listens at 127.0.0.1:%d (connection refused).\n"+
			"web may still be starting, or listen for SSH on another port: see -port\n", m.port)})
}

func TestNoSSHListens(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			conn.Close()
		}
	}()
	m := &machine{port: l.Addr().(*net.TCPAddr).Port}
	exampletest.Equal(t, connectTo(t, m, web(t, loopback), "web"), exampletest.Outcome{Status: 255, Stderr: fmt.Sprintf(
		"connect: what answers at 127.0.0.1:%d ended the connection before the log-in was done.\n"+
			"Is it SSH that listens there, and does it take one more?\n", m.port)})
}

// Ctrl-C ends a command at once, and what was connected.
func TestInterruptedCommand(t *testing.T) {
	m := startMachine(t)
	server := web(t, m.details(t, m.user, now))
	ctx, cancel := context.WithCancel(t.Context())
	stdin, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	begun := writerFunc(func(p []byte) (int, error) { cancel(); return len(p), nil })
	got := liveTo(t, ctx, server, stdin, begun, "-port", fmt.Sprint(m.port), "web", "echo begun; cat")
	exampletest.Equal(t, got, exampletest.Outcome{Status: 255, Stderr: "connect: interrupted\n"})
}

// A command is not left running into the void.
func TestOutputCannotBeWritten(t *testing.T) {
	m := startMachine(t)
	server := web(t, m.details(t, m.user, now))
	got := liveTo(t, t.Context(), server, strings.NewReader(""), full{}, "-port", fmt.Sprint(m.port), "web", "yes")
	exampletest.Equal(t, got, exampletest.Outcome{Status: 255, Stderr: "connect: no space left\n"})
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
