package access_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/access"
)

func TestSSHFilesTemporaryDirectory(t *testing.T) {
	temp := tempDir(t)
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
	if left := fileNames(t, temp); left != nil {
		t.Errorf("remaining files: %v", left)
	}
}

func TestSSHFilesRelativeDirectory(t *testing.T) {
	t.Chdir(tempDir(t))
	files, err := access.SSHFiles("dir", sshDetails())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{files.Key, files.Certificate, files.KnownHosts} {
		if !filepath.IsAbs(path) {
			t.Errorf("%s is not an absolute path", path)
		}
	}
	t.Chdir(tempDir(t))
	if err := files.Remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(files.Key); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after Remove: %v", err)
	}
}

func TestSSHFilesReplacesExistingFiles(t *testing.T) {
	dir, kept := tempDir(t), tempDir(t)
	for _, name := range sshFileNames {
		writeFile(t, filepath.Join(dir, name), "old", 0o644)
		// The hard link shows whether the old file itself was modified.
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
	for _, name := range sshFileNames {
		if got := readFile(t, filepath.Join(kept, name)); got != "old" {
			t.Errorf("%s was modified instead of replaced", name)
		}
	}
	if diff := cmp.Diff(sshFileNames, fileNames(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestSSHFilesReplacesSymbolicLinks(t *testing.T) {
	for _, dangling := range []bool{false, true} {
		dir, outside := tempDir(t), tempDir(t)
		for _, name := range sshFileNames {
			if !dangling {
				writeFile(t, filepath.Join(outside, name), "untouched", 0o644)
			}
			if err := os.Symlink(filepath.Join(outside, name), filepath.Join(dir, name)); err != nil {
				t.Skip("symbolic links are not supported:", err)
			}
		}
		if _, err := access.SSHFiles(dir, sshDetails()); err != nil {
			t.Fatal(err)
		}
		checkModes(t, dir) // also checks that these are regular files
		if dangling {
			if got := fileNames(t, outside); got != nil {
				t.Errorf("files created through a dangling link: %v", got)
			}
			continue
		}
		for _, name := range sshFileNames {
			if got := readFile(t, filepath.Join(outside, name)); got != "untouched" {
				t.Errorf("the target of the link %s was modified", name)
			}
		}
	}
}

func TestSSHFilesDirectoryWithSameName(t *testing.T) {
	for _, name := range sshFileNames {
		dir := tempDir(t)
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
		details := sshDetails()
		_, err := access.SSHFiles(dir, details)
		if err == nil {
			t.Fatalf("replaced a directory named %s", name)
		}
		if !strings.Contains(err.Error(), dir) {
			t.Errorf("the error does not name %s: %v", dir, err)
		}
		checkNoSecret(t, err, *details.PrivateKey, *details.CertKey)
		if diff := cmp.Diff([]string{name}, fileNames(t, dir)); diff != "" {
			t.Errorf("remaining files (-want +got):\n%s", diff)
		}
	}
}

func TestSSHFilesUnwritableDirectory(t *testing.T) {
	parent := tempDir(t)
	file := filepath.Join(parent, "file")
	writeFile(t, file, "", 0o600)
	readOnly := filepath.Join(parent, "read-only")
	if err := os.Mkdir(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{
		"regular file":              file,
		"below regular file":        filepath.Join(file, "dir"),
		"read-only directory":       readOnly,
		"below read-only directory": filepath.Join(readOnly, "dir"),
		"/proc":                     "/proc", // read-only even for root
		"below /proc":               "/proc/dir",
	}
	for name, dir := range rows {
		t.Run(name, func(t *testing.T) {
			switch {
			case strings.HasPrefix(dir, "/proc") && runtime.GOOS != "linux":
				t.Skip("/proc does not exist")
			case strings.HasPrefix(dir, readOnly) && (os.Getuid() == 0 || runtime.GOOS == "windows"):
				t.Skip("permissions do not restrict this user")
			}
			if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
				t.Errorf("wrote to %s", dir)
			}
		})
	}
	if diff := cmp.Diff([]string{"file", "read-only"}, fileNames(t, parent)); diff != "" {
		t.Errorf("remaining files (-want +got):\n%s", diff)
	}
}

func TestSSHFilesDirectoryWritableByOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SSHFiles does not check permissions on Windows")
	}
	for _, mode := range []fs.FileMode{0o720, 0o702, 0o777 | fs.ModeSticky} {
		dir := tempDir(t)
		if err := os.Chmod(dir, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("wrote to a directory with mode %v", mode)
		}
		if left := fileNames(t, dir); left != nil {
			t.Errorf("remaining files: %v", left)
		}
	}
}

func TestSSHFilesRejectsUserSSHDirectory(t *testing.T) {
	home := tempDir(t)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // Windows
	sshDir := filepath.Join(home, ".ssh")
	for _, dir := range []string{sshDir, filepath.Join(sshDir, "sub")} {
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("created %s", dir)
		}
	}
	if files, err := access.SSHFiles("", sshDetails()); err != nil {
		t.Error(err)
	} else if err := files.Remove(); err != nil {
		t.Error(err)
	}
	if got := fileNames(t, home); got != nil {
		t.Errorf("files in the home directory: %v", got)
	}

	if err := os.MkdirAll(filepath.Join(sshDir, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(home, "link")
	if err := os.Symlink(sshDir, link); err != nil {
		t.Skip("symbolic links are not supported:", err)
	}
	for _, dir := range []string{sshDir, filepath.Join(sshDir, "new"), link, filepath.Join(link, "sub"), filepath.Join(link, "new")} {
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("wrote to %s", dir)
		}
	}
	if diff := cmp.Diff([]string{"sub"}, fileNames(t, sshDir)); diff != "" {
		t.Errorf("~/.ssh (-want +got):\n%s", diff)
	}
	if _, err := access.SSHFiles(filepath.Join(home, ".ssh-web-1"), sshDetails()); err != nil {
		t.Error("a directory whose name starts with .ssh:", err)
	}
}

// TestSSHFilesErrorRemovesParents checks that an error after the creation of parent
// directories removes them.
func TestSSHFilesErrorRemovesParents(t *testing.T) {
	home := tempDir(t)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // Windows
	sshDir := mkdir(t, filepath.Join(home, ".ssh"), 0o700)
	existing := mkdir(t, filepath.Join(home, "existing"), 0o700)
	link := filepath.Join(home, "link")
	if err := os.Symlink(sshDir, link); err != nil {
		t.Skip("symbolic links are not supported:", err)
	}
	for name, dir := range map[string]string{
		"name too long":           filepath.Join(existing, "a", "b", strings.Repeat("x", 300)),
		"parent with a long name": filepath.Join(existing, "a", strings.Repeat("x", 300), "b"),
		"link to ~/.ssh":          filepath.Join(link, "a", "b"),
	} {
		if _, err := access.SSHFiles(dir, sshDetails()); err == nil {
			t.Errorf("%s: no error", name)
		}
		for _, parent := range []string{existing, sshDir} {
			if left := fileNames(t, parent); left != nil {
				t.Errorf("%s: %v remain in %s", name, left, filepath.Base(parent))
				os.RemoveAll(filepath.Join(parent, left[0]))
			}
		}
	}
}

func TestSSHFilesRejectsSpecialCharactersInPath(t *testing.T) {
	parent := tempDir(t)
	for _, name := range []string{`a"b`, "a%h", "${HOME}", "a\nb", "a\x7f", `a\b`} {
		if name == `a\b` && runtime.GOOS == "windows" {
			continue // the backslash is a separator
		}
		if _, err := access.SSHFiles(filepath.Join(parent, name), sshDetails()); err == nil {
			t.Errorf("accepted %q", name)
		}
	}
	if left := fileNames(t, parent); left != nil {
		t.Errorf("remaining files: %v", left)
	}
}

// TestSSHFilesConcurrentWriters runs writers with different keys, certificates and
// host keys. Each of the resulting files must be the complete file of one writer.
func TestSSHFilesConcurrentWriters(t *testing.T) {
	const writers = 4
	for range 50 {
		dir := filepath.Join(tempDir(t), "a", "dir")
		written := map[string]bool{}
		var wait sync.WaitGroup
		start := make(chan struct{})
		for range writers {
			details := sshDetails()
			knownHosts, err := access.KnownHosts(details)
			if err != nil {
				t.Fatal(err)
			}
			for i, text := range []string{*details.PrivateKey, *details.CertKey + "\n", knownHosts} {
				written[sshFileNames[i]+text] = true
			}
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
		for _, name := range sshFileNames {
			if !written[name+readFile(t, filepath.Join(dir, name))] {
				t.Fatalf("%s is not the complete file of one writer", name)
			}
		}
		checkModes(t, dir)
		if diff := cmp.Diff(sshFileNames, fileNames(t, dir)); diff != "" {
			t.Fatalf("files (-want +got):\n%s", diff)
		}
	}
}
