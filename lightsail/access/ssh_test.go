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
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// sshFileNames are the files that SSHFiles writes.
var sshFileNames = []string{"key", "key-cert.pub", "known_hosts"}

func TestSSHFiles(t *testing.T) {
	details := sshDetails()
	details.CertKey = ptr(*details.CertKey + " comment\n")
	dir := filepath.Join(tempDir(t), "a", "b")
	files, err := access.SSHFiles(dir, details)
	if err != nil {
		t.Fatal(err)
	}

	if diff := cmp.Diff(sshFileNames, fileNames(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if got := readFile(t, files.Key); got != *details.PrivateKey {
		t.Error("the key file does not contain the private key")
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
		t.Errorf("printed value contains a secret: %s", text)
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

// checkModes fails the test if users other than the owner have access to dir or to
// the files in it.
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

func TestSSHFilesKeyWithoutFinalNewline(t *testing.T) {
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

func TestRemoveKeepsOtherFiles(t *testing.T) {
	existing := tempDir(t)
	files, err := access.SSHFiles(existing, sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	if err := files.Remove(); err != nil {
		t.Fatal(err)
	}
	if left := fileNames(t, existing); left != nil {
		t.Errorf("remaining files: %v", left)
	}

	created := filepath.Join(tempDir(t), "created")
	files, err = access.SSHFiles(created, sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(created, "notes"), "mine", 0o600)
	if err := files.Remove(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"notes"}, fileNames(t, created)); diff != "" {
		t.Errorf("remaining files (-want +got):\n%s", diff)
	}
}

// TestRemoveCreatedParents checks that Remove removes all directories that SSHFiles
// created and that are empty.
func TestRemoveCreatedParents(t *testing.T) {
	for _, kept := range []string{"", "a", "a/b"} {
		root := tempDir(t)
		dir := filepath.Join(root, "a", "b", "c")
		files, err := access.SSHFiles(dir, sshDetails())
		if err != nil {
			t.Fatal(err)
		}
		if kept != "" {
			writeFile(t, filepath.Join(root, kept, "notes"), "mine", 0o600)
		}
		if err := files.Remove(); err != nil {
			t.Errorf("file in %q: %v", kept, err)
		}
		var got []string
		if err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if path != root {
				path, _ = filepath.Rel(root, path)
				got = append(got, filepath.ToSlash(path))
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		want := map[string][]string{"a": {"a", "a/notes"}, "a/b": {"a", "a/b", "a/b/notes"}}[kept]
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("file in %q: remaining paths (-want +got):\n%s", kept, diff)
		}
	}
}

func TestArgs(t *testing.T) {
	dir := filepath.Join(tempDir(t), "with space")
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

func TestSSHFilesWithoutIPv4Address(t *testing.T) {
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

func TestSSHFilesNotReady(t *testing.T) {
	without := func(modify func(*types.InstanceAccessDetails)) *types.InstanceAccessDetails {
		details := sshDetails()
		modify(details)
		return details
	}
	rows := map[string]*types.InstanceAccessDetails{
		"privateKey": without(func(d *types.InstanceAccessDetails) { d.PrivateKey = nil }),
		"certKey":    without(func(d *types.InstanceAccessDetails) { d.CertKey = ptr("") }),
		"username":   without(func(d *types.InstanceAccessDetails) { d.Username = nil }),
		"ipAddress":  without(func(d *types.InstanceAccessDetails) { d.IpAddress, d.Ipv6Addresses = ptr(""), nil }),
		"hostKeys":   without(func(d *types.InstanceAccessDetails) { d.HostKeys = d.HostKeys[2:] }), // keeps only the key for RDP

		"certKey, hostKeys": without(func(d *types.InstanceAccessDetails) { d.CertKey, d.HostKeys = nil, nil }),
		"privateKey, certKey, username, ipAddress, hostKeys": nil,
	}
	for fields, details := range rows {
		dir := filepath.Join(tempDir(t), "dir")
		_, err := access.SSHFiles(dir, details)
		if !errors.Is(err, access.ErrNotReady) || !strings.HasSuffix(err.Error(), ": missing "+fields) {
			t.Errorf("without %s: %v", fields, err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("without %s: the directory was created", fields)
		}
	}
}

func TestSSHFilesOtherProtocol(t *testing.T) {
	details := sshDetails()
	details.Protocol = types.InstanceAccessProtocolRdp
	if _, err := access.SSHFiles(tempDir(t), details); !errors.Is(err, access.ErrNotSSH) {
		t.Error(err)
	}
	details.Protocol = "" // every field is optional
	if _, err := access.SSHFiles(tempDir(t), details); err != nil {
		t.Error(err)
	}
}

func TestSSHFilesInvalidField(t *testing.T) {
	rows := []struct {
		name, field string
		modify      func(*types.InstanceAccessDetails)
	}{
		{"ssh option", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("-oProxyCommand=x") }},
		{"ssh option without value", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("-F") }},
		{"user and host", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a@b") }},
		{"URL", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("ssh://a") }},
		{"shell command", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a;b") }},
		{"space", "username", func(d *types.InstanceAccessDetails) { d.Username = ptr("a b") }},
		{"ssh option", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("-oProxyCommand=x") }},
		{"line break", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("192.0.2.1\n*") }},
		{"pattern", "ipAddress", func(d *types.InstanceAccessDetails) { d.IpAddress = ptr("*") }},
		{"zone", "ipv6Addresses[0]", func(d *types.InstanceAccessDetails) { d.Ipv6Addresses[0] = "fe80::1%x *" }},
		{"empty", "ipv6Addresses[0]", func(d *types.InstanceAccessDetails) { d.Ipv6Addresses[0] = "" }},
		{"algorithm without certificate", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("ssh-ed25519-cert-v01@openssh.com") }},
		{"not base64", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("ssh-ed25519-cert-v01@openssh.com !") }},
		{"truncated", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr((*d.CertKey)[:len(*d.CertKey)-8]) }},
		{"algorithm mismatch", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("x" + *d.CertKey) }},
		{"control character", "certKey", func(d *types.InstanceAccessDetails) { d.CertKey = ptr("\x00" + *d.CertKey) }},
	}
	for _, row := range rows {
		details := sshDetails()
		row.modify(details)
		dir := filepath.Join(tempDir(t), "dir")
		_, err := access.SSHFiles(dir, details)
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": "+row.field+" ") {
			t.Errorf("%s in %s: %v", row.name, row.field, err)
			continue
		}
		checkNoSecret(t, err, *details.PrivateKey, *details.CertKey)
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s in %s: the directory was created", row.name, row.field)
		}
	}
}
