package access

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

// KnownHosts returns the text of a known_hosts file for the instance: one line
// for each of its addresses, IPv4 and IPv6, with each of its SSH host keys.
//
// Addresses stand there in their shortest spelling and in small letters, as ssh
// looks them up. Host keys of other kinds, such as the certificates of Remote
// Desktop, are left out.
//
// The error is [ErrNotReady] if there is no address or no SSH host key yet,
// [ErrNotSSH] if the details are for another protocol, and [ErrMalformed] if an
// address is not one or if a host key is not what its algorithm says; one bad
// entry fails the whole. The keys are those that the service saw on the
// instance last (WitnessedAt says when): after a rebuild they can be out of date.
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
		algorithm, publicKey := text(hostKey.Algorithm), text(hostKey.PublicKey)
		if !isWord(algorithm) {
			return "", malformed(fmt.Sprintf("hostKeys[%d].algorithm", i), "is not one word of printable ASCII")
		}
		if !isSSH(hostKey) {
			continue
		}
		if _, rule := decodeKey(algorithm, publicKey); rule != "" {
			return "", malformed(fmt.Sprintf("hostKeys[%d].publicKey", i), rule)
		}
		for _, address := range addresses {
			fmt.Fprintf(&lines, "%s %s %s\n", address, algorithm, publicKey)
		}
	}
	return lines.String(), nil
}

// isSSH reports whether a host key is for SSH, by the families of OpenSSH's
// algorithm names. Remote Desktop's are called x509-cert.
func isSSH(hostKey types.HostKeyAttributes) bool {
	algorithm := text(hostKey.Algorithm)
	return strings.HasPrefix(algorithm, "ssh-") ||
		strings.HasPrefix(algorithm, "ecdsa-") ||
		strings.HasPrefix(algorithm, "sk-")
}

// parseAddresses returns the instance's addresses, IPv4 first. A netip.Addr without
// a zone prints as digits, letters, dots and colons: nothing that known_hosts
// or a command line could take for something else.
func parseAddresses(details *types.InstanceAccessDetails) ([]netip.Addr, error) {
	var list []netip.Addr
	add := func(member, value string) error {
		address, err := netip.ParseAddr(value)
		if err != nil || address.Zone() != "" {
			return malformed(member, "is not an IP address")
		}
		list = append(list, address)
		return nil
	}
	if value := text(details.IpAddress); value != "" {
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
