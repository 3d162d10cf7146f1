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

// writeFiles writes what ssh needs, and prints how to use it.
func writeFiles(o *options, details *types.InstanceAccessDetails, stdout, stderr io.Writer) error {
	files, err := access.SSHFiles(o.dir, details)
	if errors.Is(err, access.ErrNotReady) { // the rest was waited for
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
	until := "."
	if end, err := access.Expires(details); err == nil && !end.IsZero() {
		until = " until " + moment(end) + "."
	}
	fmt.Fprintf(stderr, "The key in %s opens %s%s Remove it when you need it no more.\n", filepath.Dir(files.Key), o.instance, until)
	return nil
}

// sshOptions are those that come before the destination.
func sshOptions(o *options, files *access.Files) []string {
	args := files.Args()
	args = args[:len(args)-2]
	if o.port != sshPort {
		// known_hosts has the address without a port, so ssh is to look for that.
		args = append([]string{"-o", "Port=" + strconv.Itoa(o.port), "-o", "HostKeyAlias=" + files.Address.String()}, args...)
	}
	return args
}

// commandLine is how ssh is called, for a shell to read.
func commandLine(o *options, files *access.Files) string {
	words := []string{"ssh"}
	for _, word := range sshOptions(o, files) {
		words = append(words, shellQuote(word))
	}
	return strings.Join(words, " ") + " -- " + files.User + "@" + files.Address.String() + "\n"
}

// configBlock is what lets "ssh INSTANCE" log in.
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

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_@%+=:,./-]+$`)

// shellQuote writes a word so that a POSIX shell reads it as it is.
func shellQuote(word string) string {
	if plainWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
