package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// writeRDPFile writes the file of -rdp, with which a Remote Desktop client connects to the
// instance. Only the user can read it. It does not contain the password.
func writeRDPFile(o *options, details *types.InstanceAccessDetails, stderr io.Writer) error {
	text, err := rdpFile(details)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(o.rdpFile, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fileExists(o.rdpFile)
	}
	if err != nil {
		return fmt.Errorf("-rdp: %w", err)
	}
	if err = file.Chmod(0o600); err == nil { // the umask can clear bits
		_, err = file.WriteString(text)
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("-rdp: %w", errors.Join(err, os.Remove(o.rdpFile)))
	}
	path, err := filepath.Abs(o.rdpFile)
	if err != nil {
		path = o.rdpFile
	}
	fmt.Fprintf(stderr, "Wrote %s for %s. Open it with a Remote Desktop client.\n"+
		"Use -password to print the initial password.\n", path, userAt(details))
	return nil
}

func fileExists(name string) error {
	return fmt.Errorf("-rdp: %s exists and is not overwritten: remove it or use another name", name)
}

// rdpFile returns the text of a Remote Desktop file.
func rdpFile(details *types.InstanceAccessDetails) (string, error) {
	ip, err := netip.ParseAddr(address(details))
	if err != nil || ip.Zone() != "" {
		return "", fmt.Errorf("%w: the address is not an IP address", access.ErrMalformed)
	}
	host := ip.String()
	if ip.Is6() {
		host = "[" + host + "]"
	}
	user := aws.ToString(details.Username)
	if strings.ContainsFunc(user, func(r rune) bool { return r < ' ' || r > '~' }) {
		// A line feed would start another setting.
		return "", fmt.Errorf("%w: username has characters other than printable ASCII", access.ErrMalformed)
	}
	return "full address:s:" + host + "\r\nusername:s:" + user + "\r\nprompt for credentials:i:1\r\n", nil
}
