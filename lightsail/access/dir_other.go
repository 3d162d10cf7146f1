//go:build !unix

package access

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// makeDir creates the directory and its missing parents. It returns the directories
// that it created, outermost first, even if it fails. It does not check permissions,
// because the permission bits do not reflect access control lists.
func makeDir(path string) (created []string, err error) {
	err = os.Mkdir(path, 0o700)
	if parent := filepath.Dir(path); errors.Is(err, fs.ErrNotExist) && parent != path {
		if created, err = makeDir(parent); err == nil {
			err = os.Mkdir(path, 0o700)
		}
	}
	if errors.Is(err, fs.ErrExist) {
		return created, nil
	}
	if err == nil {
		created = append(created, path)
	}
	return created, err
}
