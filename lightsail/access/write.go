package access

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A file is the name and the contents of a file to write.
type file struct{ name, text string }

// openDir returns the absolute path of the directory to write to. It creates the
// directory and its parents if they do not exist, and returns those that it created.
func openDir(dir string) (path string, created []string, err error) {
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "lightsail-ssh-"+rand.Text())
	}
	if path, err = filepath.Abs(dir); err != nil {
		return "", nil, err
	}
	if err := checkPath(path); err != nil {
		return "", nil, err
	}
	if created, err = makeDir(path); err == nil {
		err = checkResolved(path)
	}
	if err != nil {
		removeDirs(created)
		return "", nil, err
	}
	return path, created, nil
}

// checkPath rejects ~/.ssh, directories below it, and paths that Args cannot
// represent.
func checkPath(path string) error {
	if sshDir, err := userSSHDir(); err == nil && within(sshDir, path) {
		return fmt.Errorf("%s is in ~/.ssh: use another directory", path)
	}
	// On Windows, ToSlash replaces the separators. Elsewhere it does nothing.
	slashed := filepath.ToSlash(path)
	control := func(r rune) bool { return r < ' ' || r == 0x7f }
	if strings.ContainsAny(slashed, `"\%`) || strings.Contains(slashed, "${") || strings.ContainsFunc(slashed, control) {
		return fmt.Errorf("path %q contains a character that ssh_config cannot represent", path)
	}
	return nil
}

// checkResolved rejects a directory that is in ~/.ssh after symbolic links are
// resolved.
func checkResolved(path string) error {
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	sshDir, err := userSSHDir()
	if err == nil {
		sshDir, err = filepath.EvalSymlinks(sshDir)
	}
	if err == nil && within(sshDir, resolved) {
		return fmt.Errorf("%s resolves to a path in ~/.ssh: use another directory", path)
	}
	return nil
}

func userSSHDir() (string, error) {
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".ssh"), err
}

// within reports whether path is dir or below it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// removeDirs removes directories that makeDir created, innermost first. It stops at
// the first one that contains other files.
func removeDirs(created []string) error {
	for _, dir := range slices.Backward(created) {
		err := os.Remove(dir)
		if errors.Is(err, fs.ErrExist) { // not empty
			return nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// writeFiles writes all files to dir under temporary names and then renames them. If
// it fails, it removes the files that it wrote.
func writeFiles(dir string, files []file) (err error) {
	suffix := "." + rand.Text()
	var written []string
	defer func() {
		if err != nil {
			for _, path := range written {
				os.Remove(path)
			}
		}
	}()
	for _, f := range files {
		path := filepath.Join(dir, f.name+suffix)
		written = append(written, path)
		if err := writeFile(path, f.text); err != nil {
			return err
		}
	}
	for i, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.Rename(written[i], path); err != nil {
			return err
		}
		written[i] = path
	}
	return nil
}

// writeFile writes a new file. With O_EXCL it does not open an existing file or
// follow a symbolic link.
func writeFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = f.Chmod(0o600) // the umask can clear bits
	if err == nil {
		_, err = f.WriteString(text)
	}
	return errors.Join(err, f.Close())
}
