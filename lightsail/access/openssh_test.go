package access_test

import (
	"net/netip"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// run runs an OpenSSH program and returns its output.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name, "is not installed")
	}
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestExpiresOpenSSHCertificate(t *testing.T) {
	dir := tempDir(t)
	ca := filepath.Join(dir, "ca")
	run(t, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", ca)
	for _, kind := range []string{"rsa", "ecdsa", "ed25519"} {
		key := filepath.Join(dir, kind)
		run(t, "ssh-keygen", "-q", "-t", kind, "-N", "", "-f", key)
		for validity, want := range map[string]time.Time{
			"20200102030405:20300102030405": time.Date(2030, 1, 2, 3, 4, 5, 0, time.Local),
			"always:forever":                {},
		} {
			run(t, "ssh-keygen", "-q", "-s", ca, "-I", "id", "-n", "ubuntu", "-O", "force-command=true", "-V", validity, key+".pub")
			cert := readFile(t, key+"-cert.pub")
			got, err := access.Expires(&types.InstanceAccessDetails{CertKey: &cert})
			if err != nil || !got.Equal(want) {
				t.Errorf("%s, %s: got %v, %v, want %v", kind, validity, got, err, want)
			}
		}
	}
}

// TestArgsParsedByOpenSSH checks the configuration that ssh derives from the
// arguments, and that ssh-keygen finds the host keys.
func TestArgsParsedByOpenSSH(t *testing.T) {
	details := sshDetails()
	hostKeyFile := filepath.Join(tempDir(t), "host")
	run(t, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKeyFile)
	public := strings.Fields(readFile(t, hostKeyFile+".pub"))
	details.HostKeys = []types.HostKeyAttributes{{Algorithm: &public[0], PublicKey: &public[1]}}

	dir := filepath.Join(tempDir(t), "space 'quote' $HOME #~")
	files, err := access.SSHFiles(dir, details)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"192.0.2.10", "2001:db8::ab"} {
		files.Address = netip.MustParseAddr(address)
		args := append([]string{"-F", "none", "-G"}, files.Args()...)
		got := map[string]string{}
		for line := range strings.Lines(run(t, "ssh", append(args, "-v", "uptime")...)) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
			switch name {
			case "identityfile", "certificatefile", "identitiesonly", "userknownhostsfile", "stricthostkeychecking", "user", "hostname":
				got[name] = value
			}
		}
		want := map[string]string{
			"identityfile":          files.Key,
			"certificatefile":       files.Certificate,
			"identitiesonly":        "yes",
			"userknownhostsfile":    files.KnownHosts,
			"stricthostkeychecking": "true",
			"user":                  "ubuntu",
			"hostname":              address,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("configuration (-want +got):\n%s", diff)
		}
		run(t, "ssh-keygen", "-F", address, "-f", files.KnownHosts) // exits with 1 if there is no host key
	}
}
