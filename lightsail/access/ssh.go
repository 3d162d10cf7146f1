package access

import (
	"errors"
	"fmt"
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

// File names. With the suffix "-cert.pub", ssh finds the certificate of a key even
// without the option CertificateFile.
const (
	keyName         = "key"
	certificateName = keyName + "-cert.pub"
	knownHostsName  = "known_hosts"
)

// Files holds the paths of the files that [SSHFiles] wrote, and the destination
// to log in to. It contains no sensitive values. Its methods are safe for
// concurrent use.
type Files struct {
	// Key, Certificate and KnownHosts are the absolute paths of the files.
	Key, Certificate, KnownHosts string

	// User is the name of the user to log in as.
	User string

	// Address is the address to connect to: the IPv4 address of the instance,
	// or its first IPv6 address if it has no IPv4 address. The caller may set it
	// to any other address of the instance. KnownHosts has all of them.
	Address netip.Addr

	dir     string
	created []string // dir and its parents, if SSHFiles created them, outermost first
}

// SSHFiles writes the files that ssh needs to log in to an instance to a
// directory: the private key ("key"), its certificate ("key-cert.pub") and the
// host keys of the instance ("known_hosts", see [KnownHosts]). The certificate
// expires at the time that [Expires] returns. [Files.Remove] removes the files.
//
// If dir is empty, SSHFiles creates a directory with a random name in
// [os.TempDir]. If dir does not exist, SSHFiles creates it with mode 0700,
// independent of the umask, and also creates missing parent directories. Use one
// directory per instance, because the file names are always the same.
//
// On Unix, SSHFiles rejects a directory in which other users could replace the
// files. It follows symbolic links and checks dir, all parent directories and the
// links themselves. Their owner must be root or the current user. The directories
// must not be writable by group or other users, but parent directories may be
// writable if they have the sticky bit, like /tmp. On other systems, SSHFiles does
// not check this.
//
// SSHFiles does not write to ~/.ssh or a directory below it. It also rejects a
// path that ssh_config cannot represent on all platforms: one that contains a
// double quote, a backslash (except as path separator on Windows), a percent
// sign, "${" or a control character.
//
// SSHFiles writes each file under a temporary name with mode 0600, independent
// of the umask, and then renames it. An existing file is replaced. An existing
// symbolic link is replaced too, and its target is not modified. Other users
// cannot read the files at any time, and readers never see an incomplete file.
// Concurrent calls with the same directory do not corrupt a file, but can leave
// files from different calls.
//
// SSHFiles validates the details before it writes. The error is [ErrNotReady] if
// a required field is missing, [ErrNotSSH] if the details are for another
// protocol, and [ErrMalformed] if a field has a value that ssh or a shell could
// misinterpret. Other errors are about the directory. After an error, no new
// files or directories remain.
func SSHFiles(dir string, details *types.InstanceAccessDetails) (*Files, error) {
	details = orEmpty(details)
	if err := require(details, "privateKey", "certKey", "username", "ipAddress", "hostKeys"); err != nil {
		return nil, err
	}
	user := *details.Username
	if !isUser(user) {
		return nil, malformed("username", "must consist of letters, digits, '.', '_' and '-', and must not start with '-'")
	}
	certLine, _, err := certificate(details)
	if err != nil {
		return nil, err
	}
	knownHosts, err := KnownHosts(details)
	if err != nil {
		return nil, err
	}
	addresses, err := parseAddresses(details)
	if err != nil {
		return nil, err
	}

	path, created, err := openDir(dir)
	if err != nil {
		return nil, fmt.Errorf("access: %w", err)
	}
	err = writeFiles(path, []file{
		{knownHostsName, knownHosts},
		{certificateName, certLine},
		{keyName, strings.TrimRight(*details.PrivateKey, "\r\n") + "\n"}, // ssh rejects a key without a final newline
	})
	if err != nil {
		removeDirs(created)
		return nil, fmt.Errorf("access: write to %s: %w", path, err)
	}
	return &Files{
		Key:         filepath.Join(path, keyName),
		Certificate: filepath.Join(path, certificateName),
		KnownHosts:  filepath.Join(path, knownHostsName),
		User:        user,
		Address:     addresses[0],
		dir:         path,
		created:     created,
	}, nil
}

// Args returns the arguments for ssh to log in as User at Address with these
// files. With these arguments, ssh offers only this key. It accepts only a host
// key in KnownHosts or in the system-wide known_hosts file, without asking the
// user.
//
// The last two arguments are "--" and the destination. To run a command instead
// of a shell, append the command. To add options, prepend them; ssh uses the
// first value of each option, so they override the options from Args. Each "-o"
// is followed by an option in the syntax of ssh_config.
func (f *Files) Args() []string {
	return []string{
		"-o", "IdentityFile=" + quote(f.Key),
		"-o", "CertificateFile=" + quote(f.Certificate),
		"-o", "IdentitiesOnly=yes",
		"-o", "UserKnownHostsFile=" + quote(f.KnownHosts),
		"-o", "StrictHostKeyChecking=yes",
		"--", f.User + "@" + f.Address.String(),
	}
}

// Remove removes the three files. It also removes the directory and the parent
// directories that SSHFiles created, except those that contain other files. Files
// that no longer exist are not an error, so Remove may be called more than once.
// Remove also removes files that a later call of SSHFiles wrote to the same
// directory; use a separate directory for each concurrent session. A concurrent call
// of SSHFiles can fail if it creates a directory below one that Remove removes.
func (f *Files) Remove() error {
	var errs []error
	for _, name := range []string{keyName, certificateName, knownHostsName} {
		if err := os.Remove(filepath.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, fmt.Errorf("access: %w", err))
		}
	}
	if err := removeDirs(f.created); err != nil {
		errs = append(errs, fmt.Errorf("access: %w", err))
	}
	return errors.Join(errs...)
}

// quote quotes a path as a value in ssh_config syntax, in which spaces separate
// values and a backslash is an escape character, also on Windows. checkPath
// rejects paths with characters that have a meaning inside quotes.
func quote(path string) string { return `"` + filepath.ToSlash(path) + `"` }

// isUser reports whether name is a user name that neither ssh nor a shell can
// interpret as an option, a host or a command.
func isUser(name string) bool {
	for i, r := range name {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_', r == '.':
		case r == '-' && i > 0:
		default:
			return false
		}
	}
	return name != ""
}
