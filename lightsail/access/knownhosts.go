package access

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

// KnownHosts returns the contents of a known_hosts file for the instance. It has
// one line for each combination of an address, IPv4 or IPv6, and an SSH host key.
//
// Addresses are written in their shortest form and in lower case, as ssh looks
// them up. Host keys for other protocols, such as the certificate for Remote
// Desktop, are omitted.
//
// The host keys are those that the service observed most recently on the
// instance, at the time in WitnessedAt. They can be outdated if the instance was
// rebuilt.
//
// The error is [ErrNotReady] if there is no address or no SSH host key,
// [ErrNotSSH] if the details are for another protocol, and [ErrMalformed] if any
// address is invalid or any host key is truncated or not a valid key of its
// algorithm. KnownHosts validates RSA, ECDSA and Ed25519 keys completely. For other
// algorithms it checks only that the key is a sequence of length-prefixed fields.
func KnownHosts(details *types.InstanceAccessDetails) (string, error) {
	details = orEmpty(details)
	if err := require(details, "ipAddress", "hostKeys"); err != nil {
		return "", err
	}
	addresses, err := parseAddresses(details)
	if err != nil {
		return "", err
	}
	var lines strings.Builder
	for i, hostKey := range details.HostKeys {
		algorithm, publicKey := stringValue(hostKey.Algorithm), stringValue(hostKey.PublicKey)
		if !isWord(algorithm) {
			return "", malformed(fmt.Sprintf("hostKeys[%d].algorithm", i), "must be printable ASCII without spaces")
		}
		if !isSSH(hostKey) {
			continue
		}
		blob, rule := decodeKey(algorithm, publicKey)
		if rule == "" {
			rule = checkHostKey(algorithm, blob)
		}
		if rule != "" {
			return "", malformed(fmt.Sprintf("hostKeys[%d].publicKey", i), rule)
		}
		for _, address := range addresses {
			fmt.Fprintf(&lines, "%s %s %s\n", address, algorithm, publicKey)
		}
	}
	return lines.String(), nil
}

// isSSH reports whether a host key is for SSH. It compares the prefixes of
// OpenSSH's algorithm names. The algorithm for Remote Desktop is x509-cert.
func isSSH(hostKey types.HostKeyAttributes) bool {
	algorithm := stringValue(hostKey.Algorithm)
	return strings.HasPrefix(algorithm, "ssh-") ||
		strings.HasPrefix(algorithm, "ecdsa-") ||
		strings.HasPrefix(algorithm, "sk-")
}

// parseAddresses returns the addresses of the instance, IPv4 first. It rejects
// zones, because a netip.Addr without a zone prints only as digits, letters, dots
// and colons. These have no special meaning in known_hosts or on a command line.
func parseAddresses(details *types.InstanceAccessDetails) ([]netip.Addr, error) {
	var list []netip.Addr
	add := func(field, value string) error {
		address, err := netip.ParseAddr(value)
		if err != nil || address.Zone() != "" {
			return malformed(field, "is not an IP address")
		}
		list = append(list, address)
		return nil
	}
	if value := stringValue(details.IpAddress); value != "" {
		if err := add("ipAddress", value); err != nil {
			return nil, err
		}
	}
	for i, value := range details.Ipv6Addresses {
		if err := add(fmt.Sprintf("ipv6Addresses[%d]", i), value); err != nil {
			return nil, err
		}
	}
	return list, nil
}
