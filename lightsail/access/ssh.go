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

// The names of the three files. ssh also finds a certificate by itself if it is
// called after the key.
const (
	keyName         = "key"
	certificateName = keyName + "-cert.pub"
	knownHostsName  = "known_hosts"
)

// Files are the files that [SSHFiles] wrote, and whom they log in where. There
// is no secret in the value itself. The methods may be called concurrently.
type Files struct {
	// Key, Certificate and KnownHosts are absolute paths.
	Key, Certificate, KnownHosts string

	// User is the user to log in as.
	User string

	// Address is where to find the instance: its IPv4 address, or the first
	// IPv6 address if it has no other. It may be set to any other address of
	// the instance: all of them are in KnownHosts.
	Address netip.Addr

	dir     string
	created bool // dir was made for the files
}

// SSHFiles writes what ssh needs to log in to an instance into a directory: the
// private key ("key"), its certificate ("key-cert.pub") and the keys by which
// to recognize the instance ("known_hosts", see [KnownHosts]).
//
// A directory that does not exist is created, with mode 0700 whatever the
// umask. If dir is empty, a new directory with a random name is created in
// [os.TempDir]. An existing directory must not be writable by others (on
// Windows its access list is not looked at). A directory is for one instance:
// the names of the files are always the same. The user's own ~/.ssh, and what
// lies in it, is refused. So is a path that cannot be written in the
// configuration of ssh on all platforms: one with a double quote, a backslash
// (except as the separator of Windows), a percent sign, "${" or a control
// character.
//
// Each file is written under a random name, with mode 0600 before its first
// byte whatever the umask, and then renamed: it is there whole or not at all.
// A file of that name is replaced; what a symbolic link of that name points at
// is not touched. Nobody but the owner can read any of this at any time. If
// several writers, in one or many processes, write into one directory at the
// same time, the files of one of them stand in the end, not a mixture; a reader
// can meet a mixture for the moment between two renames.
//
// Nothing is written unless the details are complete and usable. The error is
// [ErrNotReady] if anything is missing, [ErrNotSSH] if the details are for
// another protocol, [ErrMalformed] if a member could mislead ssh, and else
// tells what is wrong with the directory; then nothing new is left behind.
//
// The files are of use until [Expires]. [Files.Remove] removes them.
func SSHFiles(dir string, details *types.InstanceAccessDetails) (*Files, error) {
	details = orEmpty(details)
	if err := require(details, "privateKey", "certKey", "username", "ipAddress", "hostKeys"); err != nil {
		return nil, err
	}
	user := *details.Username
	if !isUser(user) {
		return nil, malformed("username", "is not letters, digits, '.', '_' and '-', with no '-' in front")
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
		{keyName, strings.TrimRight(*details.PrivateKey, "\r\n") + "\n"}, // without the newline ssh refuses the key
	})
	if err != nil {
		target.discard()
		return nil, fmt.Errorf("access: writing into %s: %w", target.path, err)
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

// Args returns the arguments with which ssh logs in by these files: it offers
// this key and no other, accepts a host key only if it is one of the
// instance's (or stands in the system-wide known hosts, which belong to the
// administrator), never asks about it, and goes to User at Address.
//
// The destination comes last, behind "--": append a command to run it instead
// of a shell, and put options of your own in front (where they also win over
// the same options in the list). Each "-o" is followed by what could also be a
// line of ssh_config.
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

// Remove removes the three files, and the directory if SSHFiles created it and
// nothing else is in it. Files that are gone already are no error, so Remove
// may be called twice. It does not ask who wrote the files last: sessions that
// overlap should have a directory each.
func (f *Files) Remove() error {
	var errs []error
	for _, name := range []string{keyName, certificateName, knownHostsName} {
		if err := os.Remove(filepath.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, fmt.Errorf("access: %w", err))
		}
	}
	if f.created {
		err := os.Remove(f.dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) { // ErrExist: not empty
			errs = append(errs, fmt.Errorf("access: %w", err))
		}
	}
	return errors.Join(errs...)
}

// quote writes a path as a value in ssh's configuration, where blanks separate
// and where backslashes, even those of Windows, escape. What quotes cannot hold
// was refused when the files were written.
func quote(path string) string { return `"` + filepath.ToSlash(path) + `"` }

// isUser reports whether ssh and every shell behind it takes name for a user
// name and for nothing else.
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
