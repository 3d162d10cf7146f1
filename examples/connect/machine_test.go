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

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A machine is what stands behind an instance: an sshd on loopback that trusts
// the certificates of an authority of its own.
type machine struct {
	dir      string // host_*, ca, user and their public halves
	user     string
	port     int
	hostKeys []types.HostKeyAttributes
}

// sshdPath returns sshd. Only where it must be there is it an error if it is not.
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
		const message = "sshd and ssh-keygen are needed; Debian has them in openssh-server"
		if os.Getenv("CI") == "true" {
			t.Fatal(message)
		}
		t.Skip(message)
	}
	// sshd starts itself anew for every connection, by its full path.
	path, err = filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// startMachine starts a machine on which whoever runs the test can log in.
func startMachine(t *testing.T) *machine {
	t.Helper()
	sshd := sshdPath(t)
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	m := &machine{dir: t.TempDir(), user: me.Username}
	m.keygen(t, "ca", "ed25519")
	m.keygen(t, "user", "rsa", "-m", "PEM") // PKCS #1, as the service's
	config := []string{
		"ListenAddress 127.0.0.1",
		"TrustedUserCAKeys " + filepath.Join(m.dir, "ca.pub"),
		"AuthorizedKeysFile none", // the certificate is the only way in
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
		m.hostKeys = append(m.hostKeys, m.keygen(t, "host_"+kind, kind))
		config = append(config, "HostKey "+filepath.Join(m.dir, "host_"+kind))
	}
	if me.Uid == "0" {
		// sshd locks its unprivileged part in here.
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for range 10 {
		if m.listen(t, sshd, config) {
			return m
		}
	}
	t.Fatal("no port is free")
	return nil
}

// listen starts sshd on a port that was free a moment ago, and reports whether it
// still was.
func (m *machine) listen(t *testing.T, sshd string, config []string) bool {
	t.Helper()
	m.port = freePort(t)
	path := filepath.Join(m.dir, "sshd_config")
	text := strings.Join(append(config, fmt.Sprint("Port ", m.port)), "\n") + "\n"
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
		t.Fatalf("sshd does not listen:\n%s", log.text())
	}
	return false
}

// A lockedLog is what sshd says.
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

// keygen makes a key pair, and returns the public half as Lightsail does.
func (m *machine) keygen(t *testing.T, name, kind string, more ...string) types.HostKeyAttributes {
	t.Helper()
	if kind == "rsa" {
		more = append(more, "-b", "2048") // the service's size, and quickly made
	}
	sshKeygen(t, append([]string{"-q", "-t", kind, "-N", "", "-f", filepath.Join(m.dir, name)}, more...)...)
	words := strings.Fields(readFile(t, filepath.Join(m.dir, name+".pub")))
	seen := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return types.HostKeyAttributes{Algorithm: &words[0], PublicKey: &words[1], WitnessedAt: &seen}
}

// now is a validity that has begun and not ended.
const now = "-5m:+1h"

// details are the access details of the machine, with a certificate for a user.
// The validity is as ssh-keygen has it.
func (m *machine) details(t *testing.T, principal, validity string) types.InstanceAccessDetails {
	t.Helper()
	key := filepath.Join(m.dir, "user")
	sshKeygen(t, "-q", "-s", filepath.Join(m.dir, "ca"), "-I", "made for a test", "-n", principal, "-V", validity, key+".pub")
	words := strings.Fields(readFile(t, key+"-cert.pub"))
	certKey, privateKey, address := words[0]+" "+words[1], readFile(t, key), "127.0.0.1"
	return types.InstanceAccessDetails{
		CertKey:       &certKey,
		PrivateKey:    &privateKey,
		Username:      &m.user,
		IpAddress:     &address,
		Ipv6Addresses: []string{},
		HostKeys:      slices.Clone(m.hostKeys),
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

// web returns a Lightsail with an instance web that has these access details.
func web(t *testing.T, details types.InstanceAccessDetails) *lightsailtest.Server {
	t.Helper()
	return lightsailtest.NewServer(t, lightsailtest.WithInstances(lightsailtest.Instance{Name: "web", Access: details}))
}

// status returns the exit status of a process that was waited for.
func status(t *testing.T, err error) int {
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
