package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// An sshServer is an sshd on the loopback interface. It takes the place of an instance
// and trusts its own certificate authority.
type sshServer struct {
	dir      string // contains the key pairs host_*, ca and user
	user     string
	port     int
	hostKeys []types.HostKeyAttributes
}

// sshdPath returns the path of sshd. If sshd is not installed, it skips the test or, in
// continuous integration, fails it.
func sshdPath(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("sshd")
	if err != nil {
		path, err = exec.LookPath("/usr/sbin/sshd")
	}
	if err == nil {
		_, err = exec.LookPath("ssh-keygen")
	}
	if err != nil {
		const message = "sshd and ssh-keygen are not installed: install the Debian package openssh-server"
		if os.Getenv("CI") == "true" {
			t.Fatal(message)
		}
		t.Skip(message)
	}
	// sshd needs an absolute path to execute itself for each connection.
	path, err = filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// startSSHServer starts an SSH server that accepts the user who runs the test.
func startSSHServer(t *testing.T) *sshServer {
	t.Helper()
	sshd := sshdPath(t)
	current, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	s := &sshServer{dir: t.TempDir(), user: current.Username}
	s.keygen(t, "ca", "ed25519")
	s.keygen(t, "user", "rsa", "-m", "PEM") // PKCS #1, like the keys of the service
	config := []string{
		"ListenAddress 127.0.0.1",
		"TrustedUserCAKeys " + filepath.Join(s.dir, "ca.pub"),
		"AuthorizedKeysFile none", // accept only certificates
		"PasswordAuthentication no",
		"KbdInteractiveAuthentication no",
		"PermitRootLogin yes",
		"UsePAM no",
		"StrictModes no",
		"PidFile none",
		"PrintLastLog no",
		"LogLevel VERBOSE",
	}
	for _, kind := range []string{"rsa", "ecdsa", "ed25519"} {
		s.hostKeys = append(s.hostKeys, s.keygen(t, "host_"+kind, kind))
		config = append(config, "HostKey "+filepath.Join(s.dir, "host_"+kind))
	}
	if current.Uid == "0" {
		// As root, sshd requires this directory for privilege separation.
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for range 10 {
		if s.listen(t, sshd, config) {
			return s
		}
	}
	t.Fatal("no free port")
	return nil
}

// listen starts sshd on a free port. It returns false if another process used the port
// in the meantime.
func (s *sshServer) listen(t *testing.T, sshd string, config []string) bool {
	t.Helper()
	s.port = freePort(t)
	path := filepath.Join(s.dir, "sshd_config")
	text := strings.Join(append(config, fmt.Sprint("Port ", s.port)), "\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), sshd, "-D", "-e", "-f", path)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var log lockedLog
	listening := make(chan bool, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			log.add(lines.Text())
			if strings.HasPrefix(lines.Text(), "Server listening on ") {
				listening <- true
			}
		}
		listening <- false
	}()
	if <-listening {
		t.Cleanup(func() {
			_ = cmd.Process.Signal(syscall.SIGTERM)
			<-done
			_ = cmd.Wait()
			if t.Failed() {
				t.Logf("sshd:\n%s", log.text())
			}
		})
		return true
	}
	_ = cmd.Wait()
	if !strings.Contains(log.text(), "Address already in use") {
		t.Fatalf("sshd failed to start:\n%s", log.text())
	}
	return false
}

// A lockedLog is the log of sshd. Its methods are safe for concurrent use.
type lockedLog struct {
	mu    sync.Mutex
	lines []string
}

func (l *lockedLog) add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
}

func (l *lockedLog) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.lines, "\n")
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// keygen generates a key pair and returns the public key as the API does.
func (s *sshServer) keygen(t *testing.T, name, kind string, more ...string) types.HostKeyAttributes {
	t.Helper()
	if kind == "rsa" {
		more = append(more, "-b", "2048") // the size that the service uses, and fast to generate
	}
	sshKeygen(t, append([]string{"-q", "-t", kind, "-N", "", "-f", filepath.Join(s.dir, name)}, more...)...)
	words := strings.Fields(readFile(t, filepath.Join(s.dir, name+".pub")))
	observedAt := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return types.HostKeyAttributes{Algorithm: &words[0], PublicKey: &words[1], WitnessedAt: &observedAt}
}

// validNow is a validity period, for ssh-keygen, that contains the current time.
const validNow = "-5m:+1h"

// details returns access details for the SSH server, with a certificate for a user. The
// validity period is in the format of ssh-keygen.
func (s *sshServer) details(t *testing.T, principal, validity string) types.InstanceAccessDetails {
	t.Helper()
	key := filepath.Join(s.dir, "user")
	sshKeygen(t, "-q", "-s", filepath.Join(s.dir, "ca"), "-I", "test", "-n", principal, "-V", validity, key+".pub")
	words := strings.Fields(readFile(t, key+"-cert.pub"))
	certKey, privateKey, address := words[0]+" "+words[1], readFile(t, key), "127.0.0.1"
	return types.InstanceAccessDetails{
		CertKey:       &certKey,
		PrivateKey:    &privateKey,
		Username:      &s.user,
		IpAddress:     &address,
		Ipv6Addresses: []string{},
		HostKeys:      slices.Clone(s.hostKeys),
	}
}

func sshKeygen(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "ssh-keygen", args...)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("ssh-keygen: %v\n%s", err, out)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// newServer returns a Lightsail server with an instance web that has these access
// details.
func newServer(t *testing.T, details types.InstanceAccessDetails) *lightsailtest.Server {
	t.Helper()
	details.InstanceName = aws.String("web")
	return lightsailtest.NewServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}), lightsailtest.WithAccessDetails(details))
}

// exitCode returns the exit status of a process for the error of [exec.Cmd.Wait].
func exitCode(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	t.Fatal(err)
	return 0
}
