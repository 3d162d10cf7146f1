package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/crypto/ssh"

	"github.com/lightsail-go/sdk/types"
)

// A hostKey is a host key that Lightsail observed on the instance.
type hostKey struct {
	key        ssh.PublicKey
	observedAt *time.Time
}

// A hostKeyError reports that the identity of the host is not verified.
type hostKeyError string

func (e hostKeyError) Error() string { return string(e) }

// parseHostKeys returns the host keys in details. It omits keys that it cannot parse.
func parseHostKeys(details *types.InstanceAccessDetails) []hostKey {
	var keys []hostKey
	for _, k := range details.HostKeys {
		blob, err := base64.StdEncoding.DecodeString(aws.ToString(k.PublicKey))
		if err != nil {
			continue
		}
		if key, err := ssh.ParsePublicKey(blob); err == nil {
			keys = append(keys, hostKey{key, k.WitnessedAt})
		}
	}
	return keys
}

// setHostKeys configures config to accept only the host keys of the instance. If
// Lightsail has no host keys and -accept-new-host-key is set, it accepts any host key.
func setHostKeys(config *ssh.ClientConfig, o *options, details *types.InstanceAccessDetails, stderr io.Writer) error {
	known := parseHostKeys(details)
	config.HostKeyAlgorithms = hostKeyAlgorithms(known)
	config.HostKeyCallback = func(_ string, remote net.Addr, key ssh.PublicKey) error {
		if slices.ContainsFunc(known, func(k hostKey) bool { return bytes.Equal(k.key.Marshal(), key.Marshal()) }) {
			return nil
		}
		return hostKeyError(hostKeyMismatch(o, remote, key, known))
	}
	switch {
	case len(details.HostKeys) > 0 && len(known) == 0:
		return hostKeyError("invalid access details: cannot parse the host keys of " + o.instance)
	case len(details.HostKeys) == 0 && !o.acceptNew:
		return hostKeyError(noHostKeys(o) + "\nTry again later, or use -accept-new-host-key to connect without verification")
	case len(details.HostKeys) == 0:
		config.HostKeyCallback = func(_ string, remote net.Addr, key ssh.PublicKey) error {
			fmt.Fprintf(stderr, "Lightsail has no host keys of %s. Accepting the host key of %v: %s\n", o.instance, remote, describeKey(key))
			return nil
		}
	}
	return nil
}

// hostKeyAlgorithms returns the host key algorithms in order of preference. The
// algorithms of the known keys come first, because a host with several keys uses the
// key for the first algorithm. The other algorithms follow. With them, the handshake
// with a wrong host also gets as far as the host key, which the error message prints.
func hostKeyAlgorithms(known []hostKey) []string {
	var preferred, rest []string
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		keyType := algorithm
		if algorithm == ssh.KeyAlgoRSASHA256 || algorithm == ssh.KeyAlgoRSASHA512 {
			keyType = ssh.KeyAlgoRSA // both signature algorithms use keys of this type
		}
		switch {
		case strings.Contains(algorithm, "-cert-"):
			// The access details have no certificate authorities for hosts.
		case slices.ContainsFunc(known, func(k hostKey) bool { return k.key.Type() == keyType }):
			preferred = append(preferred, algorithm)
		default:
			rest = append(rest, algorithm)
		}
	}
	return append(preferred, rest...)
}

// hostKeyMismatch returns the error message for a host key that is not known.
func hostKeyMismatch(o *options, remote net.Addr, key ssh.PublicKey, known []hostKey) string {
	var b strings.Builder
	fmt.Fprintf(&b, "host key of %v does not match the host keys that Lightsail has of %s.\n", remote, o.instance)
	fmt.Fprintf(&b, "Received: %s\n", describeKey(key))
	for _, k := range known {
		fmt.Fprintf(&b, "Expected: %s", describeKey(k.key))
		if k.observedAt != nil {
			fmt.Fprintf(&b, ", observed at %s", formatTime(*k.observedAt))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "If the instance was rebuilt or its host keys were regenerated, delete the old host keys\n"+
		"from Lightsail (DeleteKnownHostKeys):\n"+
		"    aws lightsail delete-known-host-keys --instance-name %s\n"+
		"Otherwise, the connection may have been intercepted", shellQuote(o.instance))
	return b.String()
}

// noHostKeys returns the error message for an instance without host keys.
func noHostKeys(o *options) string {
	return fmt.Sprintf("Lightsail has no host keys of %s, so its identity cannot be verified.\n"+
		"This is normal for a new instance.", o.instance)
}

// describeKey returns the type and the fingerprint of a key, in the format of ssh.
func describeKey(key ssh.PublicKey) string {
	return key.Type() + " " + ssh.FingerprintSHA256(key)
}

// formatTime formats a time for messages.
func formatTime(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }
