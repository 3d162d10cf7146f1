//go:build unix

package access_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/lightsail/access"
)

// otherUser is the ID of a user who is not root.
const otherUser = 65534

// link creates a symbolic link and returns its path.
func link(t *testing.T, target, path string) string {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Fatal(err)
	}
	return path
}

// giveAway changes the owner of a directory or symbolic link and returns its path.
func giveAway(t *testing.T, path string) string {
	t.Helper()
	if err := os.Lchown(path, otherUser, -1); err != nil {
		t.Fatal(err)
	}
	return path
}

// tree returns the paths of all files below root, separated by spaces.
func tree(t *testing.T, root string) string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		paths = append(paths, strings.TrimPrefix(path, root))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(paths, " ")
}

// checkRejected checks that SSHFiles returns an error that names the cause, which is a
// path below root, and that it does not create files.
func checkRejected(t *testing.T, root, dir, cause string) {
	t.Helper()
	before := tree(t, root)
	_, err := access.SSHFiles(dir, sshDetails())
	if err == nil {
		t.Error("no error")
	} else if !strings.Contains(err.Error(), cause+" ") {
		t.Errorf("the error does not name %s: %v", cause, err)
	}
	if after := tree(t, root); before != after {
		t.Errorf("files before:%s, after:%s", before, after)
	}
}

// TestSSHFilesOtherOwner checks that SSHFiles does not write to a directory if another
// user owns it, one of its parents, or a symbolic link on the way to it. This user could
// replace the files.
func TestSSHFilesOtherOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can change the owner of a directory")
	}
	for name, prepare := range map[string]func(root string) (dir, cause string){
		"directory": func(root string) (dir, cause string) {
			dir = giveAway(t, mkdir(t, filepath.Join(root, "dir"), 0o755))
			return dir, dir
		},
		"parent": func(root string) (dir, cause string) {
			parent := giveAway(t, mkdir(t, filepath.Join(root, "parent"), 0o755))
			return mkdir(t, filepath.Join(parent, "dir"), 0o700), parent
		},
		"parent of missing directory": func(root string) (dir, cause string) {
			parent := giveAway(t, mkdir(t, filepath.Join(root, "parent"), 0o755))
			return filepath.Join(parent, "a", "dir"), parent
		},
		"sticky parent": func(root string) (dir, cause string) {
			parent := giveAway(t, mkdir(t, filepath.Join(root, "parent"), 0o777|fs.ModeSticky))
			return filepath.Join(parent, "dir"), parent
		},
		"directory in sticky parent": func(root string) (dir, cause string) {
			parent := mkdir(t, filepath.Join(root, "tmp"), 0o777|fs.ModeSticky)
			dir = giveAway(t, mkdir(t, filepath.Join(parent, "dir"), 0o755))
			return filepath.Join(dir, "dir"), dir
		},
		"target of own link": func(root string) (dir, cause string) {
			dir = giveAway(t, mkdir(t, filepath.Join(root, "dir"), 0o755))
			return link(t, dir, filepath.Join(root, "link")), dir
		},
		"link in directory of other user": func(root string) (dir, cause string) {
			parent := giveAway(t, mkdir(t, filepath.Join(root, "parent"), 0o755))
			return link(t, mkdir(t, filepath.Join(root, "dir"), 0o700), filepath.Join(parent, "link")), parent
		},
		"link in sticky parent": func(root string) (dir, cause string) {
			parent := mkdir(t, filepath.Join(root, "tmp"), 0o777|fs.ModeSticky)
			dir = giveAway(t, link(t, mkdir(t, filepath.Join(root, "dir"), 0o700), filepath.Join(parent, "link")))
			return dir, dir
		},
		"second link": func(root string) (dir, cause string) {
			parent := giveAway(t, mkdir(t, filepath.Join(root, "parent"), 0o755))
			second := link(t, mkdir(t, filepath.Join(root, "dir"), 0o700), filepath.Join(parent, "link"))
			return filepath.Join(link(t, second, filepath.Join(root, "link")), "sub"), parent
		},
	} {
		t.Run(name, func(t *testing.T) {
			root := tempDir(t)
			dir, cause := prepare(root)
			checkRejected(t, root, dir, cause)
		})
	}
}

func TestSSHFilesParentWritableByOthers(t *testing.T) {
	for _, mode := range []fs.FileMode{0o720, 0o702, 0o777} {
		t.Run(mode.String(), func(t *testing.T) {
			root := tempDir(t)
			parent := mkdir(t, filepath.Join(root, "parent"), mode)
			dir := mkdir(t, filepath.Join(parent, "dir"), 0o700)
			for _, dir := range []string{
				dir,
				filepath.Join(dir, "missing"),
				filepath.Join(parent, "missing"),
				link(t, dir, filepath.Join(root, "absolute")),
				link(t, "parent/dir", filepath.Join(root, "relative")),
				filepath.Join(link(t, "parent/dir", filepath.Join(root, "link")), "missing"),
				link(t, "parent/dir/../../other", filepath.Join(root, "dots")),
				link(t, root, filepath.Join(parent, "back")) + "/other",
			} {
				checkRejected(t, root, dir, parent)
			}
		})
	}
}

// TestSSHFilesStickyParent checks that SSHFiles writes to a directory of the current
// user in a directory like /tmp.
func TestSSHFilesStickyParent(t *testing.T) {
	root := tempDir(t)
	temp := mkdir(t, filepath.Join(root, "tmp"), 0o777|fs.ModeSticky)
	for _, dir := range []string{
		filepath.Join(temp, "missing"),
		mkdir(t, filepath.Join(temp, "dir"), 0o755),
		filepath.Join(temp, "dir", "missing"),
		filepath.Join(link(t, temp, filepath.Join(root, "absolute")), "missing"),
		filepath.Join(link(t, "../tmp/./dir/..", filepath.Join(temp, "relative")), "dir"),
		link(t, "relative/../tmp/missing", filepath.Join(temp, "dots")),
	} {
		files, err := access.SSHFiles(dir, sshDetails())
		if err != nil {
			t.Errorf("%s: %v", dir, err)
			continue
		}
		if want := filepath.Join(dir, "key"); files.Key != want {
			t.Errorf("key in %s, want %s", files.Key, want)
		}
		readFile(t, files.Key)
		if err := files.Remove(); err != nil {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

func TestSSHFilesLinkLoop(t *testing.T) {
	root := tempDir(t)
	dir := link(t, "loop", filepath.Join(root, "loop"))
	checkRejected(t, root, dir, dir)
}
