package access

import (
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/types"
)

// Expires returns when the instance stops accepting the key of these SSH
// details: ExpiresAt where the service filled it, else the end of the
// certificate's own validity.
//
// A certificate without an end (or with one after the year 9999) yields the
// zero time, so check IsZero before comparing.
//
// The error is [ErrNotReady] if there is neither ExpiresAt nor a certificate,
// [ErrNotSSH] if the details are for another protocol and have no ExpiresAt,
// and [ErrMalformed] if the certificate has to be read and is none of OpenSSH's
// RSA, ECDSA or Ed25519 certificates. Its signature is not verified: that is
// the instance's part.
func Expires(details *types.InstanceAccessDetails) (time.Time, error) {
	details = orEmpty(details)
	if details.ExpiresAt != nil && !details.ExpiresAt.IsZero() {
		return *details.ExpiresAt, nil
	}
	if err := require(details, "certKey"); err != nil {
		return time.Time{}, err
	}
	_, blob, err := certificate(details)
	if err != nil {
		return time.Time{}, err
	}
	seconds, rule := validBefore(blob)
	if rule != "" {
		return time.Time{}, malformed("certKey", rule)
	}
	const year9999 = 253402300799
	if seconds > year9999 {
		return time.Time{}, nil
	}
	return time.Unix(int64(seconds), 0).UTC(), nil
}

// certificate returns the first two words of certKey, which are all that ssh
// needs, and what the second encodes. ssh passes over a certificate that it
// cannot read and is then refused by the instance, so what is wrong with one is
// better said here.
func certificate(details *types.InstanceAccessDetails) (line string, blob []byte, err error) {
	words := strings.Fields(text(details.CertKey))
	if len(words) < 2 || !isWord(words[0]) {
		return "", nil, malformed("certKey", "is not an algorithm and a certificate")
	}
	blob, rule := decodeKey(words[0], words[1])
	if rule != "" {
		return "", nil, malformed("certKey", rule)
	}
	return words[0] + " " + words[1] + "\n", blob, nil
}

// validBefore reads the end of validity, in seconds since 1970, from a
// certificate in the format of OpenSSH's PROTOCOL.certkeys. The whole is
// walked, so that a certificate cut short is not believed.
func validBefore(blob []byte) (seconds uint64, rule string) {
	w := wire{rest: blob}
	keyFields := 0
	switch algorithm := w.str(); string(algorithm) {
	case "ssh-ed25519-cert-v01@openssh.com":
		keyFields = 1 // the key
	case "ssh-rsa-cert-v01@openssh.com":
		keyFields = 2 // exponent, modulus
	case "ecdsa-sha2-nistp256-cert-v01@openssh.com",
		"ecdsa-sha2-nistp384-cert-v01@openssh.com",
		"ecdsa-sha2-nistp521-cert-v01@openssh.com":
		keyFields = 2 // curve, point
	default:
		return 0, "is of a kind whose validity cannot be read"
	}
	w.str() // nonce
	for range keyFields {
		w.str()
	}
	w.bytes(8) // serial number
	w.bytes(4) // user or host
	w.str()    // key id
	w.str()    // principals
	w.bytes(8) // valid after
	end := w.bytes(8)
	w.str() // critical options
	w.str() // extensions
	w.str() // reserved
	w.str() // key of the authority
	w.str() // signature
	if w.short || len(w.rest) > 0 {
		return 0, "is not a whole OpenSSH certificate"
	}
	return binary.BigEndian.Uint64(end), ""
}

// decodeKey decodes the base64 of an SSH public key or certificate, which must
// begin with the name of its algorithm. Otherwise the rule says what is wrong.
func decodeKey(algorithm, key string) (blob []byte, rule string) {
	if !isWord(key) { // the decoder would pass over line breaks
		return nil, "is not one word of printable ASCII"
	}
	blob, err := base64.StdEncoding.DecodeString(key)
	if err != nil {
		return nil, "is not base64"
	}
	w := wire{rest: blob}
	if name := w.str(); w.short || string(name) != algorithm {
		return nil, "does not begin with the name of its algorithm"
	}
	return blob, ""
}

// isWord reports whether s can stand as one word in a line that OpenSSH reads.
func isWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// wire reads the binary format of SSH (RFC 4251, section 5) without copying.
// Reading beyond the end sets short and yields nil then and ever after.
type wire struct {
	rest  []byte
	short bool
}

func (w *wire) bytes(n uint32) []byte {
	if w.short || uint64(n) > uint64(len(w.rest)) {
		w.short = true
		return nil
	}
	taken := w.rest[:n]
	w.rest = w.rest[n:]
	return taken
}

// str reads a length of four bytes and then as many bytes.
func (w *wire) str() []byte {
	length := w.bytes(4)
	if w.short {
		return nil
	}
	return w.bytes(binary.BigEndian.Uint32(length))
}
