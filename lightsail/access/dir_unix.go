//go:build unix

package access

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// maxLinks is the maximum number of symbolic links in a path, as in Linux.
const maxLinks = 40

// makeDir creates the directory and its missing parents with mode 0700. It returns the
// directories that it created, outermost first, even if it fails.
//
// It follows the path from the root directory, including symbolic links, and checks
// each element before it uses it. Other users cannot replace an element after the
// check, because they cannot write to the directories before it.
func makeDir(path string) (created []string, err error) {
	dir, rest := "/", strings.Split(path, "/")
	for links := 0; len(rest) > 0; {
		next := filepath.Join(dir, rest[0]) // dir itself for "" and "."
		rest = rest[1:]
		info, isNew, err := statOrMkdir(next)
		if isNew {
			created = append(created, next)
		}
		if err != nil {
			return created, err
		}
		if err := checkElement(next, info, len(rest) == 0); err != nil {
			return created, err
		}
		if info.IsDir() {
			dir = next
			continue
		}
		target, err := os.Readlink(next)
		if err != nil {
			return created, err
		}
		if links++; links > maxLinks {
			return created, fmt.Errorf("%s exceeds the limit of %d symbolic links", next, maxLinks)
		}
		if filepath.IsAbs(target) {
			dir = "/"
		}
		rest = slices.Concat(strings.Split(target, "/"), rest)
	}
	return created, nil
}

// statOrMkdir returns the file info of path. It creates a directory if path does not
// exist.
func statOrMkdir(path string) (info fs.FileInfo, created bool, err error) {
	info, err = os.Lstat(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return info, false, err
	}
	err = os.Mkdir(path, 0o700)
	if created = err == nil; created {
		err = os.Chmod(path, 0o700) // the umask can clear bits, including those of the owner
	}
	if err != nil && !errors.Is(err, fs.ErrExist) { // fs.ErrExist: another process created it in the meantime
		return nil, created, err
	}
	info, err = os.Lstat(path)
	return info, created, err
}

// checkElement rejects an element of a path that another user could replace or in
// which another user could replace files. In a directory with the sticky bit, only the
// owners can replace files. The last element must not be writable by others at all.
func checkElement(path string, info fs.FileInfo, last bool) error {
	owner := int(info.Sys().(*syscall.Stat_t).Uid)
	writable := info.Mode().Perm()&0o022 != 0
	sticky := info.Mode()&fs.ModeSticky != 0
	switch {
	case owner != 0 && owner != os.Geteuid():
		return fmt.Errorf("%s is owned by another user: use a directory whose parents are all owned by root or the current user", path)
	case info.Mode().Type() == fs.ModeSymlink:
		return nil // its permission bits have no effect
	case !info.IsDir():
		return fmt.Errorf("%s is not a directory", path)
	case writable && (last || !sticky):
		return fmt.Errorf("%s is writable by group or other users: remove that permission or use another directory", path)
	}
	return nil
}
