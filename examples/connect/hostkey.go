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

// A hostKey is one that Lightsail saw on the instance.
type hostKey struct {
	key  ssh.PublicKey
	seen *time.Time
}

// A hostKeyError says why a machine is not taken for the instance.
type hostKeyError string

func (e hostKeyError) Error() string { return string(e) }

// hostKeysOf returns the keys by which an instance can be recognized. A key that
// cannot be read is left out, since it matches none.
func hostKeysOf(details *types.InstanceAccessDetails) []hostKey {
	var known []hostKey
	for _, k := range details.HostKeys {
		blob, err := base64.StdEncoding.DecodeString(aws.ToString(k.PublicKey))
		if err != nil {
			continue
		}
		if key, err := ssh.ParsePublicKey(blob); err == nil {
			known = append(known, hostKey{key, k.WitnessedAt})
		}
	}
	return known
}

// verify lets config accept the host keys of the instance and no others. Where
// Lightsail has none at all, -accept-new-host-key accepts any.
func verify(config *ssh.ClientConfig, o *options, details *types.InstanceAccessDetails, stderr io.Writer) error {
	known := hostKeysOf(details)
	config.HostKeyAlgorithms = hostKeyAlgorithms(known)
	config.HostKeyCallback = func(_ string, remote net.Addr, key ssh.PublicKey) error {
		if slices.ContainsFunc(known, func(k hostKey) bool { return bytes.Equal(k.key.Marshal(), key.Marshal()) }) {
			return nil
		}
		return hostKeyError(mismatch(o, remote, key, known))
	}
	switch {
	case len(details.HostKeys) > 0 && len(known) == 0:
		return hostKeyError("none of the host keys that Lightsail has of " + o.instance + " can be read")
	case len(details.HostKeys) == 0 && !o.acceptNew:
		return hostKeyError(noHostKeys(o) + "\nTry again later, or connect to whatever answers with -accept-new-host-key")
	case len(details.HostKeys) == 0:
		config.HostKeyCallback = func(_ string, remote net.Addr, key ssh.PublicKey) error {
			fmt.Fprintf(stderr, "Lightsail has no host keys of %s. Accepting that of %v: %s\n", o.instance, remote, describe(key))
			return nil
		}
	}
	return nil
}

// hostKeyAlgorithms returns the algorithms to offer: first those of the known
// keys, so that a machine that has one shows it, then all others, so that a
// machine that has none shows what it has and can be told from the instance.
func hostKeyAlgorithms(known []hostKey) []string {
	var first, others []string
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		keyType := algorithm
		if algorithm == ssh.KeyAlgoRSASHA256 || algorithm == ssh.KeyAlgoRSASHA512 {
			keyType = ssh.KeyAlgoRSA // one kind of key, with signatures of two kinds
		}
		switch {
		case strings.Contains(algorithm, "-cert-"):
			// Lightsail tells keys, not authorities.
		case slices.ContainsFunc(known, func(k hostKey) bool { return k.key.Type() == keyType }):
			first = append(first, algorithm)
		default:
			others = append(others, algorithm)
		}
	}
	return append(first, others...)
}

// mismatch tells that a machine has another key.
func mismatch(o *options, remote net.Addr, key ssh.PublicKey, known []hostKey) string {
	var b strings.Builder
	fmt.Fprintf(&b, "what answers at %v is not the machine that Lightsail knows as %s. Not logged in.\n", remote, o.instance)
	fmt.Fprintf(&b, "Its host key is      %s\n", describe(key))
	for _, k := range known {
		fmt.Fprintf(&b, "Lightsail has seen   %s", describe(k.key))
		if k.seen != nil {
			fmt.Fprintf(&b, ", at %s", moment(*k.seen))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "If the instance was rebuilt, or its host keys were made anew, Lightsail goes on with the old ones\n"+
		"until it is told to forget them (DeleteKnownHostKeys):\n"+
		"    aws lightsail delete-known-host-keys --instance-name %s\n"+
		"If not, somebody may stand between you and the instance", shellQuote(o.instance))
	return b.String()
}

// noHostKeys tells that there is nothing to recognize an instance by.
func noHostKeys(o *options) string {
	return fmt.Sprintf("Lightsail has no host keys of %s, so that nothing shows whether it is what answers there.\n"+
		"A new instance may have none yet.", o.instance)
}

// describe returns the kind of a key and its fingerprint, as ssh shows them.
func describe(key ssh.PublicKey) string {
	return key.Type() + " " + ssh.FingerprintSHA256(key)
}

// moment writes a time for people.
func moment(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05 UTC") }
