package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// writeFiles writes the files for ssh. It prints the command line or, with
// -print-ssh-config, the ssh_config block that uses them.
func writeFiles(o *options, details *types.InstanceAccessDetails, stdout, stderr io.Writer) error {
	files, err := access.SSHFiles(o.dir, details)
	if errors.Is(err, access.ErrNotReady) { // accessDetails waits for all fields except hostKeys
		return errors.New(noHostKeys(o) + "\nTry again later")
	}
	if err != nil {
		return err
	}
	text := commandLine(o, files)
	if o.printConfig {
		text = configBlock(o, files)
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		if o.dir == "" {
			err = errors.Join(err, files.Remove())
		}
		return err
	}
	until := ""
	if expires, err := access.Expires(details); err == nil && !expires.IsZero() {
		until = " until " + formatTime(expires)
	}
	fmt.Fprintf(stderr, "The key in %s is valid for %s%s. Delete the files when you no longer need them.\n", filepath.Dir(files.Key), o.instance, until)
	return nil
}

// sshOptions returns the ssh arguments before the destination.
func sshOptions(o *options, files *access.Files) []string {
	args := files.Args()
	args = args[:len(args)-2]
	if o.port != sshPort {
		// With a port other than 22, ssh looks up "[address]:port" in known_hosts.
		// HostKeyAlias makes it look up the address alone.
		args = append([]string{"-o", "Port=" + strconv.Itoa(o.port), "-o", "HostKeyAlias=" + files.Address.String()}, args...)
	}
	return args
}

// commandLine returns a shell command that runs ssh.
func commandLine(o *options, files *access.Files) string {
	words := []string{"ssh"}
	for _, word := range sshOptions(o, files) {
		words = append(words, shellQuote(word))
	}
	return strings.Join(words, " ") + " -- " + shellQuote(files.User+"@"+files.Address.String()) + "\n"
}

// configBlock returns an ssh_config block for "ssh INSTANCE".
func configBlock(o *options, files *access.Files) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Host %s\n    HostName %s\n    User %s\n", o.instance, files.Address, files.User)
	for _, word := range sshOptions(o, files) {
		if word != "-o" {
			fmt.Fprintf(&b, "    %s\n", strings.Replace(word, "=", " ", 1))
		}
	}
	return b.String()
}

var unquotedWord = regexp.MustCompile(`^[A-Za-z0-9_@%+=:,./-]+$`)

// shellQuote quotes a word for a POSIX shell.
func shellQuote(word string) string {
	if unquotedWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
