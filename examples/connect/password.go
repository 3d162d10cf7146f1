package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// printPassword prints the password of a Windows instance to stdout, and all other
// messages to stderr.
func printPassword(o *options, details *types.InstanceAccessDetails, pemKey []byte, stdout, stderr io.Writer) error {
	password, err := access.WindowsPassword(details, pemKey)
	switch {
	case errors.Is(err, access.ErrKeyNeeded):
		return fmt.Errorf("%w: use -key to specify the file", err)
	case errors.Is(err, access.ErrWrongKey):
		return fmt.Errorf("%s: %w: use the key pair that the instance was created with", o.keyFile, err)
	case errors.Is(err, access.ErrEncryptedKey):
		return fmt.Errorf("%s: %w: remove it from a copy of the file with ssh-keygen -p -m PEM", o.keyFile, err)
	case errors.Is(err, access.ErrBadKey):
		return fmt.Errorf("%s: %w", o.keyFile, err)
	case err != nil:
		return err
	}
	if terminal.Is(stdout) {
		fmt.Fprintln(stderr, "Warning: the password is printed to the terminal and may remain in its scrollback buffer.")
	}
	fmt.Fprintf(stderr, "Initial password of %s (not updated if it was changed on the instance):\n", terminal.Printable(userAt(details)))
	_, err = fmt.Fprintln(stdout, password)
	return err
}
