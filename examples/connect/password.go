package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// printPassword prints the password of a Windows instance, and nothing else, on
// stdout.
func printPassword(o *options, details *types.InstanceAccessDetails, pemKey []byte, stdout, stderr io.Writer) error {
	password, err := access.WindowsPassword(details, pemKey)
	switch {
	case errors.Is(err, access.ErrKeyNeeded):
		return fmt.Errorf("%w: give the file with -key", err)
	case errors.Is(err, access.ErrWrongKey):
		return fmt.Errorf("%s: %w: it must be that of the key pair with which the instance was made", o.keyFile, err)
	case errors.Is(err, access.ErrEncryptedKey):
		return fmt.Errorf("%s: %w: ssh-keygen -p -m PEM takes it off a copy of the file", o.keyFile, err)
	case errors.Is(err, access.ErrBadKey):
		return fmt.Errorf("%s: %w", o.keyFile, err)
	case err != nil:
		return err
	}
	if terminal.Is(stdout) {
		fmt.Fprintln(stderr, "Warning: the password is shown on this terminal, and stays in what it remembers.")
	}
	fmt.Fprintf(stderr, "The first password of %s, who may have another by now:\n", terminal.Printable(userAt(details)))
	_, err = fmt.Fprintln(stdout, password)
	return err
}
