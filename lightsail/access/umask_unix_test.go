//go:build unix

package access_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"

	"github.com/lightsail-go/sdk/lightsail/access"
)

// The umask is a property of the process, so these tests must not run in parallel.

func TestSSHFilesIgnoresUmask(t *testing.T) {
	for _, umask := range []int{0, 0o277, 0o777} {
		root := tempDir(t)
		parent := filepath.Join(root, "a", "b")
		func() {
			defer syscall.Umask(syscall.Umask(umask))
			if _, err := access.SSHFiles(filepath.Join(parent, "dir"), sshDetails()); err != nil {
				t.Errorf("umask %#o: %v", umask, err)
			}
		}()
		if t.Failed() {
			return
		}
		checkModes(t, filepath.Join(parent, "dir"))
		for _, dir := range []string{parent, filepath.Dir(parent)} {
			info, err := os.Stat(dir)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode(); got != fs.ModeDir|0o700 {
				t.Errorf("umask %#o: %s has mode %v, want %v", umask, filepath.Base(dir), got, fs.ModeDir|0o700)
			}
		}
	}
}

// TestSSHFilesConcurrentReader reads the directory while SSHFiles replaces the
// files. It must not find a file with permissions for other users or an incomplete
// file.
func TestSSHFilesConcurrentReader(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	dir := tempDir(t)
	details := sshDetails()
	if _, err := access.SSHFiles(dir, details); err != nil {
		t.Fatal(err)
	}
	var reader sync.WaitGroup
	done := make(chan struct{})
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			entries, err := os.ReadDir(dir)
			if err != nil {
				t.Error(err)
				return
			}
			for _, entry := range entries {
				info, err := entry.Info()
				if err != nil {
					continue // renamed in the meantime
				}
				if info.Mode()&^fs.FileMode(0o600) != 0 {
					t.Errorf("%s has mode %v", entry.Name(), info.Mode())
					return
				}
				if slices.Contains(sshFileNames, entry.Name()) {
					data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
					if err != nil || len(data) == 0 || data[len(data)-1] != '\n' {
						t.Errorf("%s is incomplete: %d bytes, %v", entry.Name(), len(data), err)
						return
					}
				}
			}
		}
	})
	for range 500 {
		if _, err := access.SSHFiles(dir, details); err != nil {
			t.Error(err)
			break
		}
	}
	close(done)
	reader.Wait()
}
