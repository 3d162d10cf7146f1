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

// A target is the directory to write into. It is opened once and used by its
// handle, so that what was checked is what is written to, wherever the path
// leads meanwhile.
type target struct {
	path    string
	root    *os.Root
	created bool
}

// A file is a name in the target and what shall stand in it.
type file struct{ name, text string }

// openTarget creates the directory if need be, opens and checks it.
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
	if t.created { // a umask may have taken bits away, even the owner's
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

// discard closes the directory and removes it if it was made here and is empty.
func (t *target) discard() {
	if t.root != nil {
		t.root.Close()
	}
	if t.created {
		os.Remove(t.path)
	}
}

// checkPath refuses ~/.ssh and paths that Args could not write.
func checkPath(path string) error {
	if own, err := ownSSH(); err == nil && within(own, path) {
		return fmt.Errorf("%s is ~/.ssh or lies in it: name another directory", path)
	}
	// ToSlash changes nothing but the separators of Windows.
	slashed := filepath.ToSlash(path)
	control := func(r rune) bool { return r < ' ' || r == 0x7f }
	if strings.ContainsAny(slashed, `"\%`) || strings.Contains(slashed, "${") || strings.ContainsFunc(slashed, control) {
		return fmt.Errorf("path %q has a character that ssh's configuration cannot hold", path)
	}
	return nil
}

// check refuses a directory in which somebody else could exchange the files,
// and ~/.ssh where a link led there.
func (t *target) check() error {
	info, err := t.root.Stat(".")
	if err != nil {
		return err
	}
	// On Windows these bits are made up.
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o022 != 0 {
		return errors.New("can be written by others: take that right away or name a directory that does not exist")
	}
	path, err := filepath.EvalSymlinks(t.path)
	if err != nil {
		return err
	}
	own, err := ownSSH()
	if err == nil {
		own, err = filepath.EvalSymlinks(own)
	}
	if err == nil && within(own, path) {
		return errors.New("leads into ~/.ssh: name another directory")
	}
	return nil
}

func ownSSH() (string, error) {
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".ssh"), err
}

// within reports whether path is dir or below it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// write puts all files in place, the last of them last.
//
// Two writers can rename in turns and leave a key of one beside the certificate
// of the other. So each looks, when done, at what stands there. If the last
// file is not its own, another came later, and that one looks later too: leave
// it to him. If it is, but another one is not, begin again. The writer whose
// last file stays in the end has then seen all its files in place.
func (t *target) write(files []file) error {
	for range 100 {
		if err := t.replace(files); err != nil {
			t.withdraw(files)
			return err
		}
		if t.settled(files) {
			return nil
		}
	}
	t.withdraw(files)
	return errors.New("other writers do not cease to replace the files")
}

func (t *target) settled(files []file) bool {
	for i, f := range slices.Backward(files) {
		if !t.holds(f) {
			return i == len(files)-1
		}
	}
	return true
}

// withdraw removes what a failed write left in place.
func (t *target) withdraw(files []file) {
	for _, f := range files {
		if t.holds(f) {
			t.root.Remove(f.name)
		}
	}
}

func (t *target) holds(f file) bool {
	got, err := t.root.ReadFile(f.name)
	return err == nil && string(got) == f.text
}

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

// create writes a new file. O_EXCL takes no existing file and follows no link.
func (t *target) create(name, text string) error {
	f, err := t.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = f.Chmod(0o600) // a umask may have taken bits away
	if err == nil {
		_, err = f.WriteString(text)
	}
	return errors.Join(err, f.Close())
}
