package access_test

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

var all = []string{"key", "key-cert.pub", "known_hosts"}

func TestSSHFiles(t *testing.T) {
	details := sshDetails()
	details.CertKey = ptr(*details.CertKey + " a comment\n")
	dir := filepath.Join(t.TempDir(), "a", "b")
	files, err := access.SSHFiles(dir, details)
	if err != nil {
		t.Fatal(err)
	}

	if diff := cmp.Diff(all, names(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if got := readFile(t, files.Key); got != *details.PrivateKey {
		t.Error("the key file is not the private key")
	}
	words := strings.Fields(*details.CertKey)
	if diff := cmp.Diff(words[0]+" "+words[1]+"\n", readFile(t, files.Certificate)); diff != "" {
		t.Errorf("certificate (-want +got):\n%s", diff)
	}
	knownHosts, err := access.KnownHosts(details)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(knownHosts, readFile(t, files.KnownHosts)); diff != "" {
		t.Errorf("known_hosts (-want +got):\n%s", diff)
	}
	checkModes(t, dir)
	if text := fmt.Sprintf("%+v %#v", files, files); strings.Contains(text, "PRIVATE") {
		t.Errorf("secret in %s", text)
	}

	if err := files.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after Remove: %v", err)
	}
	if err := files.Remove(); err != nil {
		t.Errorf("second Remove: %v", err)
	}
}

// checkModes fails unless dir and files are for their owner alone.
func checkModes(t *testing.T, dir string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		return
	}
	want := map[string]fs.FileMode{".": fs.ModeDir | 0o700, "key": 0o600, "key-cert.pub": 0o600, "known_hosts": 0o600}
	got := map[string]fs.FileMode{}
	for name := range want {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = info.Mode()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("modes (-want +got):\n%s", diff)
	}
}

func TestSSHFilesEndTheKeyWithANewline(t *testing.T) {
	details := sshDetails()
	want := *details.PrivateKey
	details.PrivateKey = ptr(strings.TrimSpace(want))
	files, err := access.SSHFiles(tempDir(t), details)
	if err != nil {
		t.Fatal(err)
	}
	if readFile(t, files.Key) != want {
		t.Error("the key file does not end with a newline")
	}
}

func TestSSHFilesInATemporaryDirectory(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp) // Windows
	one, err := access.SSHFiles("", sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	two, err := access.SSHFiles("", sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	if one.Key == two.Key || !strings.HasPrefix(one.Key, temp) {
		t.Errorf("keys in %s and %s", one.Key, two.Key)
	}
	checkModes(t, filepath.Dir(one.Key))
	if err := errors.Join(one.Remove(), two.Remove()); err != nil {
		t.Fatal(err)
	}
	if left := names(t, temp); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestRemoveLeavesWhatIsNotOurs(t *testing.T) {
	existing := tempDir(t)
	files, err := access.SSHFiles(existing, sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	if err := files.Remove(); err != nil {
		t.Fatal(err)
	}
	if left := names(t, existing); left != nil {
		t.Errorf("left behind: %v", left)
	}

	created := filepath.Join(t.TempDir(), "created")
	files, err = access.SSHFiles(created, sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(created, "notes"), "mine", 0o600)
	if err := files.Remove(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"notes"}, names(t, created)); diff != "" {
		t.Errorf("left behind (-want +got):\n%s", diff)
	}
}

func TestArgs(t *testing.T) {
	dir := filepath.Join(tempDir(t), "a blank")
	files, err := access.SSHFiles(dir, sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	slashed := filepath.ToSlash(dir)
	want := []string{
		"-o", `IdentityFile="` + slashed + `/key"`,
		"-o", `CertificateFile="` + slashed + `/key-cert.pub"`,
		"-o", "IdentitiesOnly=yes",
		"-o", `UserKnownHostsFile="` + slashed + `/known_hosts"`,
		"-o", "StrictHostKeyChecking=yes",
		"--", "ubuntu@192.0.2.10",
	}
	if diff := cmp.Diff(want, files.Args()); diff != "" {
		t.Errorf("arguments (-want +got):\n%s", diff)
	}
	files.Address = netip.MustParseAddr("2001:db8::ab")
	want[len(want)-1] = "ubuntu@2001:db8::ab"
	if diff := cmp.Diff(want, files.Args()); diff != "" {
		t.Errorf("arguments (-want +got):\n%s", diff)
	}
}

func TestSSHFilesInARelativeDirectory(t *testing.T) {
	t.Chdir(t.TempDir())
	files, err := access.SSHFiles("dir", sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{files.Key, files.Certificate, files.KnownHosts} {
		if !filepath.IsAbs(path) {
			t.Errorf("%s works only from here", path)
		}
	}
	t.Chdir(t.TempDir())
	if err := files.Remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(files.Key); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after Remove: %v", err)
	}
}

func TestSSHFilesOfAnInstanceWithoutIPv4(t *testing.T) {
	details := sshDetails()
	details.IpAddress = nil
	files, err := access.SSHFiles(tempDir(t), details)
	if err != nil {
		t.Fatal(err)
	}
	args := files.Args()
	if got := args[len(args)-1]; got != "ubuntu@2001:db8::ab" {
		t.Errorf("destination %q", got)
	}
}

func TestSSHFilesReplaceExistingFiles(t *testing.T) {
	dir, kept := tempDir(t), tempDir(t)
	for _, name := range all {
		writeFile(t, filepath.Join(dir, name), "old", 0o644)
		// A second name of the old file shows whether the new text went into it.
		if err := os.Link(filepath.Join(dir, name), filepath.Join(kept, name)); err != nil {
			t.Fatal(err)
		}
	}
	details := sshDetails()
	files, err := access.SSHFiles(dir, details)
	if err != nil {
		t.Fatal(err)
	}
	checkModes(t, dir)
	if readFile(t, files.Key) != *details.PrivateKey {
		t.Error("the key was not replaced")
	}
	for _, name := range all {
		if got := readFile(t, filepath.Join(kept, name)); got != "old" {
			t.Errorf("%s was written over in place", name)
		}
	}
	if diff := cmp.Diff(all, names(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestSSHFilesReplaceSymbolicLinks(t *testing.T) {
	for _, dangling := range []bool{false, true} {
		dir, outside := tempDir(t), tempDir(t)
		for _, name := range all {
			if !dangling {
				writeFile(t, filepath.Join(outside, name), "untouched", 0o644)
			}
			if err := os.Symlink(filepath.Join(outside, name), filepath.Join(dir, name)); err != nil {
				t.Skip("no symbolic links here:", err)
			}
		}
		if _, err := access.SSHFiles(dir, sshDetails()); err != nil {
			t.Fatal(err)
		}
		checkModes(t, dir) // of regular files
		if dangling {
			if got := names(t, outside); got != nil {
				t.Errorf("written through a dangling link: %v", got)
			}
			continue
		}
		for _, name := range all {
			if got := readFile(t, filepath.Join(outside, name)); got != "untouched" {
				t.Errorf("%s was written through the link", name)
			}
		}
	}
}

func TestSSHFilesInTheWay(t *testing.T) {
	for _, name := range all {
		dir := tempDir(t)
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		details := sshDetails()
		_, err := access.SSHFiles(dir, details)
		if err == nil {
			t.Fatalf("wrote over a directory called %s", name)
		}
		if !strings.Contains(err.Error(), dir) {
			t.Errorf("the error does not name %s: %v", dir, err)
		}
		hasNoSecret(t, err, *details.PrivateKey, *details.CertKey)
		if diff := cmp.Diff([]string{name}, names(t, dir)); diff != "" {
			t.Errorf("left behind (-want +got):\n%s", diff)
		}
	}
}

func TestSSHFilesInADirectoryThatCannotBeWritten(t *testing.T) {
	parent := tempDir(t)
	file := filepath.Join(parent, "file")
	writeFile(t, file, "", 0o600)
	readOnly := filepath.Join(parent, "read-only")
	if err := os.Mkdir(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{
		"a regular file":         file,
		"below a regular file":   filepath.Join(file, "dir"),
		"a read-only directory":  readOnly,
		"in a read-only one":     filepath.Join(readOnly, "dir"),
		"no directory for files": "/proc", // read-only even for root
		"nor for directories":    "/proc/dir",
	}
	for name, dir := range rows {
		t.Run(name, func(t *testing.T) {
			switch {
			case strings.HasPrefix(dir, "/proc") && runtime.GOOS != "linux":
				t.Skip("no /proc")
			case strings.HasPrefix(dir, readOnly) && (os.Getuid() == 0 || runtime.GOOS == "windows"):
				t.Skip("modes do not hold this user off")
			}
			if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
				t.Errorf("wrote into %s", dir)
			}
		})
	}
	if diff := cmp.Diff([]string{"file", "read-only"}, names(t, parent)); diff != "" {
		t.Errorf("left behind (-want +got):\n%s", diff)
	}
}

func TestSSHFilesInADirectoryOfOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of directories do not count on Windows")
	}
	for _, mode := range []fs.FileMode{0o720, 0o702, 0o777 | fs.ModeSticky} {
		dir := tempDir(t)
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("wrote into a directory of mode %v", mode)
		}
		if left := names(t, dir); left != nil {
			t.Errorf("left behind: %v", left)
		}
	}
}

func TestSSHFilesLeaveOwnDirectoryAlone(t *testing.T) {
	home := tempDir(t)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // Windows
	own := filepath.Join(home, ".ssh")
	for _, dir := range []string{own, filepath.Join(own, "sub")} {
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("created %s", dir)
		}
	}
	if files, err := access.SSHFiles("", sshDetails()); err != nil {
		t.Error(err)
	} else if err := files.Remove(); err != nil {
		t.Error(err)
	}
	if got := names(t, home); got != nil {
		t.Errorf("written into the home directory: %v", got)
	}

	if err := os.MkdirAll(filepath.Join(own, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(home, "link")
	if err := os.Symlink(own, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for _, dir := range []string{own, filepath.Join(own, "new"), link, filepath.Join(link, "sub"), filepath.Join(link, "new")} {
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("wrote into %s", dir)
		}
	}
	if diff := cmp.Diff([]string{"sub"}, names(t, own)); diff != "" {
		t.Errorf("~/.ssh (-want +got):\n%s", diff)
	}
	if _, err := access.SSHFiles(filepath.Join(home, ".ssh-web-1"), sshDetails()); err != nil {
		t.Error("a directory beside ~/.ssh:", err)
	}
}

func TestSSHFilesRefusePathsThatSSHWouldReadOtherwise(t *testing.T) {
	parent := tempDir(t)
	for _, name := range []string{`a"b`, "a%h", "${HOME}", "a\nb", "a\x7f", `a\b`} {
		if name == `a\b` && runtime.GOOS == "windows" {
			continue // a separator there
		}
		if _, err := access.SSHFiles(filepath.Join(parent, name), sshDetails()); err == nil {
			t.Errorf("accepted %q", name)
		}
	}
	if left := names(t, parent); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// Each writer has its own key, certificate and host key. Whoever is last, the
// three must be of one writer.
func TestSSHFilesOfManyWriters(t *testing.T) {
	const writers = 4
	for range 50 {
		dir := filepath.Join(t.TempDir(), "dir")
		sets := map[[3]string]bool{}
		var wait sync.WaitGroup
		start := make(chan struct{})
		for i := range writers {
			details := sshDetails()
			details.HostKeys = []types.HostKeyAttributes{hostKey("ssh-ed25519", fmt.Sprint("host key ", i))}
			knownHosts, err := access.KnownHosts(details)
			if err != nil {
				t.Fatal(err)
			}
			sets[[3]string{*details.PrivateKey, *details.CertKey + "\n", knownHosts}] = true
			wait.Go(func() {
				<-start
				if _, err := access.SSHFiles(dir, details); err != nil {
					t.Error(err)
				}
			})
		}
		close(start)
		wait.Wait()
		if t.Failed() {
			return
		}
		var got [3]string
		for i, name := range all {
			got[i] = readFile(t, filepath.Join(dir, name))
		}
		if !sets[got] {
			t.Fatal("the files are of several writers, or torn")
		}
		checkModes(t, dir)
		if diff := cmp.Diff(all, names(t, dir)); diff != "" {
			t.Fatalf("files (-want +got):\n%s", diff)
		}
	}
}

func TestSSHFilesNotReady(t *testing.T) {
	missing := func(change func(*types.InstanceAccessDetails)) *types.InstanceAccessDetails {
		details := sshDetails()
		change(details)
		return details
	}
	rows := map[string]*types.InstanceAccessDetails{
		"privateKey": missing(func(d *types.InstanceAccessDetails) { d.PrivateKey = nil }),
		"certKey":    missing(func(d *types.InstanceAccessDetails) { d.CertKey = ptr("") }),
		"username":   missing(func(d *types.InstanceAccessDetails) { d.Username = nil }),
		"ipAddress":  missing(func(d *types.InstanceAccessDetails) { d.IpAddress, d.Ipv6Addresses = ptr(""), nil }),
		"hostKeys":   missing(func(d *types.InstanceAccessDetails) { d.HostKeys = d.HostKeys[2:] }), // the RDP one

		"certKey, hostKeys": missing(func(d *types.InstanceAccessDetails) { d.CertKey, d.HostKeys = nil, nil }),
		"privateKey, certKey, username, ipAddress, hostKeys": nil,
	}
	for members, details := range rows {
		dir := filepath.Join(t.TempDir(), "dir")
		_, err := access.SSHFiles(dir, details)
		if !errors.Is(err, access.ErrNotReady) || !strings.HasSuffix(err.Error(), ": missing "+members) {
			t.Errorf("without %s: %v", members, err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("without %s: the directory was created", members)
		}
	}
}

func TestSSHFilesRefuseOtherProtocols(t *testing.T) {
	details := sshDetails()
	details.Protocol = types.InstanceAccessProtocolRdp
	if _, err := access.SSHFiles(tempDir(t), details); !errors.Is(err, access.ErrNotSSH) {
		t.Error(err)
	}
	details.Protocol = "" // every member is optional
	if _, err := access.SSHFiles(tempDir(t), details); err != nil {
		t.Error(err)
	}
}

func TestSSHFilesRefuseWhatWouldMislead(t *testing.T) {
	rows := []struct {
		why, member string
		change      func(*types.InstanceAccessDetails)
	}{
		{"an option of ssh", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("-oProxyCommand=x") }},
		{"an option without a value", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("-F") }},
		{"another host", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a@b") }},
		{"a URL", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("ssh://a") }},
		{"a command of a shell", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a;b") }},
		{"two words", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a b") }},
		{"an option of ssh", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("-oProxyCommand=x") }},
		{"a second line", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("192.0.2.1\n*") }},
		{"any host", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("*") }},
		{"a zone", "ipv6Addresses[0]", func(d *types.InstanceAccessDetails) { d.Ipv6Addresses[0] = "fe80::1%x *" }},
		{"no address", "ipv6Addresses[0]", func(d *types.InstanceAccessDetails) { d.Ipv6Addresses[0] = "" }},
		{"one word", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("ssh-ed25519-cert-v01@openssh.com") }},
		{"not base64", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("ssh-ed25519-cert-v01@openssh.com !") }},
		{"another algorithm", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("x" + *d.CertKey) }},
		{"a control character", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("\x00" + *d.CertKey) }},
	}
	for _, row := range rows {
		details := sshDetails()
		row.change(details)
		dir := filepath.Join(t.TempDir(), "dir")
		_, err := access.SSHFiles(dir, details)
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": "+row.member+" ") {
			t.Errorf("%s in %s: %v", row.why, row.member, err)
			continue
		}
		hasNoSecret(t, err, *details.PrivateKey, *details.CertKey)
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s in %s: the directory was created", row.why, row.member)
		}
	}
}
