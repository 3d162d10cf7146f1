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
	created bool // SSHFiles created dir
}

// SSHFiles writes the files that ssh needs to log in to an instance to a
// directory: the private key ("key"), its certificate ("key-cert.pub") and the
// host keys of the instance ("known_hosts", see [KnownHosts]). The certificate
// expires at the time that [Expires] returns. [Files.Remove] removes the files.
//
// If dir is empty, SSHFiles creates a directory with a random name in
// [os.TempDir]. If dir does not exist, SSHFiles creates it with mode 0700,
// independent of the umask, and also creates missing parent directories. If dir
// exists, it must not be writable by group or other users; on Windows, SSHFiles
// does not check this. Use one directory per instance, because the file names are
// always the same.
//
// SSHFiles does not write to ~/.ssh or a directory below it. It also rejects a
// path that ssh_config cannot represent on all platforms: one that contains a
// double quote, a backslash (except as path separator on Windows), a percent
// sign, "${" or a control character.
//
// SSHFiles writes each file under a temporary name with mode 0600, independent
// of the umask, and then renames it. An existing file is replaced. An existing
// symbolic link is replaced too, and its target is not modified. Other users
// cannot read the files at any time. When several processes or goroutines write to
// the same directory concurrently, the three files that remain are all from the
// same call. Between two renames, a reader can see files from different calls.
//
// SSHFiles validates the details before it writes. The error is [ErrNotReady] if
// a required field is missing, [ErrNotSSH] if the details are for another
// protocol, and [ErrMalformed] if a field has a value that ssh or a shell could
// misinterpret. Other errors are about the directory. After an error, no new
// files remain.
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

	target, err := openTarget(dir)
	if err != nil {
		return nil, fmt.Errorf("access: %w", err)
	}
	defer target.root.Close()
	err = target.write([]file{
		{knownHostsName, knownHosts},
		{certificateName, certLine},
		{keyName, strings.TrimRight(*details.PrivateKey, "\r\n") + "\n"}, // ssh rejects a key without a final newline
	})
	if err != nil {
		target.discard()
		return nil, fmt.Errorf("access: write to %s: %w", target.path, err)
	}
	return &Files{
		Key:         filepath.Join(target.path, keyName),
		Certificate: filepath.Join(target.path, certificateName),
		KnownHosts:  filepath.Join(target.path, knownHostsName),
		User:        user,
		Address:     addresses[0],
		dir:         target.path,
		created:     target.created,
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

// Remove removes the three files. It also removes the directory if SSHFiles
// created it and it contains no other files. Files that no longer exist are not
// an error, so Remove may be called more than once. Remove also removes files
// that a later call of SSHFiles wrote to the same directory; use a separate
// directory for each concurrent session.
func (f *Files) Remove() error {
	var errs []error
	for _, name := range []string{keyName, certificateName, knownHostsName} {
		if err := os.Remove(filepath.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, fmt.Errorf("access: %w", err))
		}
	}
	if f.created {
		err := os.Remove(f.dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) { // fs.ErrExist: the directory is not empty
			errs = append(errs, fmt.Errorf("access: %w", err))
		}
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
