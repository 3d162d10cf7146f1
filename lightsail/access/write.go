package access

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A target is the directory to write to. It is opened once and accessed only
// through its handle. A change of the path after the check has no effect.
type target struct {
	path    string
	root    *os.Root
	created bool // openTarget created the directory
}

// A file is the name and the contents of a file to write.
type file struct{ name, text string }

// openTarget opens and checks the directory. It creates the directory if it does
// not exist.
func openTarget(dir string) (_ *target, err error) {
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "lightsail-ssh-"+rand.Text())
	}
	t := &target{}
	if t.path, err = filepath.Abs(dir); err != nil {
		return nil, err
	}
	if err := checkPath(t.path); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(t.path), 0o700); err != nil {
		return nil, err
	}
	err = os.Mkdir(t.path, 0o700)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	t.created = err == nil
	defer func() {
		if err != nil {
			t.discard()
		}
	}()
	if t.created { // the umask can clear bits, including those of the owner
		if err = os.Chmod(t.path, 0o700); err != nil {
			return nil, err
		}
	}
	if t.root, err = os.OpenRoot(t.path); err != nil {
		return nil, err
	}
	if err = t.check(); err != nil {
		return nil, fmt.Errorf("%s %w", t.path, err)
	}
	return t, nil
}

// discard closes the directory, and removes it if openTarget created it and it is
// empty.
func (t *target) discard() {
	if t.root != nil {
		t.root.Close()
	}
	if t.created {
		os.Remove(t.path)
	}
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

// check rejects a directory in which another user could replace the files. It also
// rejects a directory that is in ~/.ssh after symbolic links are resolved.
func (t *target) check() error {
	info, err := t.root.Stat(".")
	if err != nil {
		return err
	}
	// On Windows, the permission bits do not reflect the access control list.
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o022 != 0 {
		return errors.New("is writable by group or other users: remove that permission or use a directory that does not exist")
	}
	path, err := filepath.EvalSymlinks(t.path)
	if err != nil {
		return err
	}
	sshDir, err := userSSHDir()
	if err == nil {
		sshDir, err = filepath.EvalSymlinks(sshDir)
	}
	if err == nil && within(sshDir, path) {
		return errors.New("resolves to a path in ~/.ssh: use another directory")
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

// write writes the files and renames them into place, in the order of the list.
//
// The renames of concurrent writers can interleave and leave the key of one
// writer next to the certificate of another. Each writer therefore reads the
// files back when it is done. If the last file is not its own, another writer
// renamed its last file later and has yet to read back, so this writer is done.
// If the last file is its own but an earlier one is not, it starts over. The
// writer whose last file remains has thus read back all of its files.
func (t *target) write(files []file) error {
	for range 100 {
		if err := t.replace(files); err != nil {
			t.removeOwn(files)
			return err
		}
		if t.verify(files) {
			return nil
		}
	}
	t.removeOwn(files)
	return errors.New("other processes keep replacing the files")
}

// verify reports whether this writer is done: all files are its own, or the last
// one is from another writer.
func (t *target) verify(files []file) bool {
	for i, f := range slices.Backward(files) {
		if !t.contains(f) {
			return i == len(files)-1
		}
	}
	return true
}

// removeOwn removes the files that a failed write left, but not those of other
// writers.
func (t *target) removeOwn(files []file) {
	for _, f := range files {
		if t.contains(f) {
			t.root.Remove(f.name)
		}
	}
}

// contains reports whether the directory has a file with this name and contents.
func (t *target) contains(f file) bool {
	got, err := t.root.ReadFile(f.name)
	return err == nil && string(got) == f.text
}

// replace writes the files under temporary names and renames them. If it fails, it
// removes the temporary files.
func (t *target) replace(files []file) (err error) {
	suffix := "." + rand.Text()
	defer func() {
		if err != nil {
			for _, f := range files {
				t.root.Remove(f.name + suffix)
			}
		}
	}()
	for _, f := range files {
		if err = t.create(f.name+suffix, f.text); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err = t.root.Rename(f.name+suffix, f.name); err != nil {
			return err
		}
	}
	return nil
}

// create writes a new file. With O_EXCL it does not open an existing file or
// follow a symbolic link.
func (t *target) create(name, text string) error {
	f, err := t.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = f.Chmod(0o600) // the umask can clear bits
	if err == nil {
		_, err = f.WriteString(text)
	}
	return errors.Join(err, f.Close())
}
