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
	s := startSSHServer(t)
	server := newServer(t, s.details(t, s.user, validNow))

	exampletest.Equal(t, connectTo(t, s, server, "web", "echo", "out;", "echo err >&2; exit 7"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})
	exampletest.Equal(t, connectTo(t, s, server, "web", "--", "true"), exampletest.Outcome{})
	exampletest.Equal(t, connectTo(t, s, server, "web", "kill -9 $$"), exampletest.Outcome{Status: 255, Stderr: "connect: remote command terminated by signal KILL\n"})

	// Standard input is sent to a command and to a shell.
	port := fmt.Sprint(s.port)
	exampletest.Equal(t, runLive(t, t.Context(), server, strings.NewReader("hello"), "-port", port, "web", "tr a-z A-Z"), exampletest.Outcome{Stdout: "HELLO"})
	exampletest.Equal(t, runLive(t, t.Context(), server, strings.NewReader("echo $((6*7))\nexit 3\n"), "-port", port, "web"), exampletest.Outcome{Status: 3, Stdout: "42\n"})

	// The session ends even if a read from standard input blocks.
	blocked, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	exampletest.Equal(t, runLive(t, t.Context(), server, blocked, "-port", port, "web", "echo done"), exampletest.Outcome{Stdout: "done\n"})
}

func TestCommandProcess(t *testing.T) {
	s := startSSHServer(t)
	cmd := command(t, newServer(t, s.details(t, s.user, validNow)), "-port", fmt.Sprint(s.port), "web", "cat; echo err >&2; exit 9")
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader("in and out\n"), &stdout, &stderr
	exampletest.Equal(t, exitCode(t, cmd.Run()), 9)
	exampletest.Equal(t, stdout.String(), "in and out\n")
	exampletest.Equal(t, stderr.String(), "err\n")
	t.Logf("$ connect -live web 'cat; echo err >&2; exit 9'\n%s%s", stdout.String(), stderr.String())
}

// TestOpenSSHClient logs in with ssh and the files and options from -write and
// -print-ssh-config.
func TestOpenSSHClient(t *testing.T) {
	s := startSSHServer(t)
	details := s.details(t, s.user, validNow)
	server := newServer(t, details)
	dir := filepath.Join(tempDir(t), "it's here")

	line := connectTo(t, s, server, "-write", dir, "web").Stdout
	line = strings.Replace(strings.TrimSpace(line), "ssh ", "ssh -F none ", 1) // ignore the configuration of the user
	exampletest.Equal(t, shell(t, line+" 'echo out; echo err >&2; exit 7'"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})

	config := filepath.Join(t.TempDir(), "config")
	block := connectTo(t, s, server, "-write", dir, "-print-ssh-config", "web").Stdout
	if err := os.WriteFile(config, []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, shell(t, "ssh -F "+config+" web 'echo out; echo err >&2; exit 7'"), exampletest.Outcome{Status: 7, Stdout: "out\n", Stderr: "err\n"})

	// ssh rejects a wrong host key.
	details.HostKeys = []types.HostKeyAttributes{s.keygen(t, "other", "ed25519")}
	connectTo(t, s, newServer(t, details), "-write", dir, "web")
	got := shell(t, line+" true")
	exampletest.Equal(t, got.Status, 255)
	exampletest.Contains(t, got.Stderr, "Host key verification failed.")
}

// shell runs a command line in a shell.
func shell(t *testing.T, line string) exampletest.Outcome {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sh", "-c", line)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	got := exampletest.Outcome{Status: exitCode(t, cmd.Run()), Stdout: stdout.String(), Stderr: stderr.String()}
	t.Logf("$ %s\n%s%s=> %d", line, got.Stdout, got.Stderr, got.Status)
	return got
}

// TestHostKeyTypes checks that the client requests the type of host key that Lightsail
// has.
func TestHostKeyTypes(t *testing.T) {
	s := startSSHServer(t)
	for _, key := range s.hostKeys {
		details := s.details(t, s.user, validNow)
		details.HostKeys = []types.HostKeyAttributes{key}
		exampletest.Equal(t, connectTo(t, s, newServer(t, details), "web", "echo", *key.Algorithm), exampletest.Outcome{Stdout: *key.Algorithm + "\n"})
	}
}

func TestWrongHostKey(t *testing.T) {
	s := startSSHServer(t)
	details := s.details(t, s.user, validNow)
	for _, kind := range []string{"ed25519", "rsa"} {
		other := s.keygen(t, "other_"+kind, kind)
		details.HostKeys = []types.HostKeyAttributes{other}
		// -accept-new-host-key has no effect if there are host keys.
		got := connectTo(t, s, newServer(t, details), "-accept-new-host-key", "web", "echo in")

		exampletest.Equal(t, got.Status, 255)
		exampletest.Equal(t, got.Stdout, "")
		received := s.hostKeys[slices.IndexFunc(s.hostKeys, func(k types.HostKeyAttributes) bool { return *k.Algorithm == *other.Algorithm })]
		exampletest.Contains(t, got.Stderr,
			fmt.Sprintf("connect: host key of 127.0.0.1:%d does not match the host keys that Lightsail has of web.\n", s.port),
			"Received: "+*received.Algorithm+" "+fingerprint(t, received)+"\n",
			"Expected: "+*other.Algorithm+" "+fingerprint(t, other)+", observed at 2026-01-02 03:04:05 UTC\n",
			"If the instance was rebuilt", "DeleteKnownHostKeys", "aws lightsail delete-known-host-keys --instance-name web\n",
			"Otherwise, the connection may have been intercepted")
		t.Logf("\n%s", got.Stderr)
	}

	// The host has no key of the expected type.
	details.HostKeys = []types.HostKeyAttributes{s.keygen(t, "other", "ecdsa", "-b", "521")}
	exampletest.Contains(t, connectTo(t, s, newServer(t, details), "web", "echo in").Stderr, "does not match the host keys", "Expected: ecdsa-sha2-nistp521 SHA256:")

	details.HostKeys = []types.HostKeyAttributes{{Algorithm: aws.String("ssh-new"), PublicKey: aws.String("bmV3")}}
	exampletest.Equal(t, connectTo(t, s, newServer(t, details), "-accept-new-host-key", "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: invalid access details: cannot parse the host keys of web\n"})
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
	s := startSSHServer(t)
	details := s.details(t, s.user, validNow)
	details.HostKeys = []types.HostKeyAttributes{}
	server := newServer(t, details)

	exampletest.Equal(t, connectTo(t, s, server, "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: Lightsail has no host keys of web, so its identity cannot be verified.\n" +
			"This is normal for a new instance.\n" +
			"Try again later, or use -accept-new-host-key to connect without verification\n"})
	exampletest.Equal(t, connectTo(t, s, server, "-write", filepath.Join(tempDir(t), "d"), "web"), exampletest.Outcome{Status: 255,
		Stderr: "connect: Lightsail has no host keys of web, so its identity cannot be verified.\n" +
			"This is normal for a new instance.\n" +
			"Try again later\n"})

	got := connectTo(t, s, server, "-accept-new-host-key", "web", "echo in")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stdout, "in\n")
	exampletest.Contains(t, got.Stderr, fmt.Sprintf("Lightsail has no host keys of web. Accepting the host key of 127.0.0.1:%d: ", s.port), " SHA256:")
	accepted := strings.Fields(got.Stderr)[len(strings.Fields(got.Stderr))-1]
	if !slices.ContainsFunc(s.hostKeys, func(k types.HostKeyAttributes) bool { return fingerprint(t, k) == accepted }) {
		t.Errorf("%s is not a host key of the server", accepted)
	}
}

func TestCertificateRejected(t *testing.T) {
	s := startSSHServer(t)
	prefix := fmt.Sprintf("connect: 127.0.0.1:%d rejected the certificate for user %q: ", s.port, s.user)
	for _, test := range []struct {
		name, principal, validity string
		want                      []string
	}{
		{"expired", s.user, "20200102030405:20210102030405", []string{
			"it expired at 2021-01-02 03:04:05 UTC; the local time is 2",
			fmt.Sprintf("Certificate users: %q; valid from 2020-01-02 03:04:05 UTC; valid until 2021-01-02 03:04:05 UTC\n", s.user),
		}},
		{"not yet valid", s.user, "+1h:forever", []string{
			"it is not valid before 2", " UTC; the local time is 2",
		}},
		{"wrong principal", "some,body", "20200102030405:forever", []string{
			"it is for other users.\n",
			"Certificate users: \"some\", \"body\"; valid from 2020-01-02 03:04:05 UTC\n",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := connectTo(t, s, newServer(t, s.details(t, test.principal, test.validity)), "web", "echo in")
			exampletest.Equal(t, got.Status, 255)
			exampletest.Equal(t, got.Stdout, "")
			exampletest.Contains(t, got.Stderr, append([]string{prefix}, test.want...)...)
			t.Logf("\n%s", got.Stderr)
		})
	}

	t.Run("other certificate authority", func(t *testing.T) {
		details := s.details(t, s.user, validNow)
		other := startSSHServer(t)
		details.HostKeys = other.hostKeys
		got := connectTo(t, other, newServer(t, details), "web", "echo in")
		exampletest.Equal(t, got.Status, 255)
		exampletest.Contains(t, got.Stderr, "the certificate itself is valid.\n", "TrustedUserCAKeys",
			fmt.Sprintf("Certificate users: %q; valid from 2", s.user), "; valid until 2")
		t.Logf("\n%s", got.Stderr)
	})
}

func TestInvalidAccessDetails(t *testing.T) {
	s := startSSHServer(t)
	details := s.details(t, s.user, validNow)
	certificate := details.CertKey
	details.CertKey = nil
	exampletest.Equal(t, connectTo(t, s, newServer(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: access details of web are incomplete after 1s: missing certKey.\n" +
			"The instance does not accept the key without certKey, the certificate. Use -wait to wait longer\n"})

	plain := *s.hostKeys[0].Algorithm + " " + *s.hostKeys[0].PublicKey
	details.CertKey = &plain
	exampletest.Equal(t, connectTo(t, s, newServer(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: invalid access details: certKey is not an SSH certificate\n"})

	details.CertKey = certificate
	details.PrivateKey = aws.String(readFile(t, filepath.Join(s.dir, "ca")))
	exampletest.Equal(t, connectTo(t, s, newServer(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: invalid access details: certKey does not match privateKey\n"})

	details.PrivateKey = aws.String("secret")
	exampletest.Equal(t, connectTo(t, s, newServer(t, details), "web", "echo in"), exampletest.Outcome{Status: 255,
		Stderr: "connect: invalid access details: cannot parse privateKey\n"})
}

// loopback sets the address of an instance to the loopback address.
var loopback = types.InstanceAccessDetails{IpAddress: aws.String("127.0.0.1")}

func TestConnectionRefused(t *testing.T) {
	s := &sshServer{port: freePort(t)}
	exampletest.Equal(t, connectTo(t, s, newServer(t, loopback), "web"), exampletest.Outcome{Status: 255, Stderr: fmt.Sprintf(
		"connect: connection to 127.0.0.1:%d refused.\n"+
			"web may still be starting, or its SSH server uses another port: see -port\n", s.port)})
}

func TestConnectionClosedDuringHandshake(t *testing.T) {
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
	s := &sshServer{port: l.Addr().(*net.TCPAddr).Port}
	exampletest.Equal(t, connectTo(t, s, newServer(t, loopback), "web"), exampletest.Outcome{Status: 255, Stderr: fmt.Sprintf(
		"connect: 127.0.0.1:%d closed the connection during the SSH handshake.\n"+
			"Check that an SSH server uses this port and accepts more connections\n", s.port)})
}

// TestInterruptedCommand checks that the program ends immediately, even if the command
// and a read from standard input block.
func TestInterruptedCommand(t *testing.T) {
	s := startSSHServer(t)
	server := newServer(t, s.details(t, s.user, validNow))
	ctx, cancel := context.WithCancel(t.Context())
	stdin, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	started := writerFunc(func(p []byte) (int, error) { cancel(); return len(p), nil })
	got := runLiveTo(t, ctx, server, stdin, started, "-port", fmt.Sprint(s.port), "web", "echo started; cat")
	exampletest.Equal(t, got, exampletest.Outcome{Status: 255, Stderr: "connect: interrupted\n"})
}

// TestOutputError checks that the session ends after a write error, even if the command
// continues to write.
func TestOutputError(t *testing.T) {
	s := startSSHServer(t)
	server := newServer(t, s.details(t, s.user, validNow))
	got := runLiveTo(t, t.Context(), server, strings.NewReader(""), fullDisk{}, "-port", fmt.Sprint(s.port), "web", "yes")
	exampletest.Equal(t, got, exampletest.Outcome{Status: 255, Stderr: "connect: no space left\n"})
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
