package access

import (
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/types"
)

// Expires returns the time at which the instance stops accepting the key in
// details. This is ExpiresAt if the service set it, and otherwise the end of the
// validity period in the certificate.
//
// If the certificate does not expire, or expires after the year 9999, Expires
// returns the zero time. Check [time.Time.IsZero] before comparing.
//
// If ExpiresAt is not set, the error is [ErrNotReady] if there is no certificate,
// [ErrNotSSH] if the details are for another protocol, and [ErrMalformed] if the
// certificate is not an RSA, ECDSA or Ed25519 certificate in OpenSSH format.
// Expires does not verify the signature of the certificate. The instance does.
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

// certificate returns the line to write to the certificate file, which is
// certKey without its comment, and the decoded certificate. It validates the
// format because ssh silently ignores a certificate that it cannot parse, and
// then fails to log in.
func certificate(details *types.InstanceAccessDetails) (line string, blob []byte, err error) {
	words := strings.Fields(stringValue(details.CertKey))
	if len(words) < 2 || !isWord(words[0]) {
		return "", nil, malformed("certKey", "must be an algorithm name followed by a base64 certificate")
	}
	blob, rule := decodeKey(words[0], words[1])
	if rule != "" {
		return "", nil, malformed("certKey", rule)
	}
	return words[0] + " " + words[1] + "\n", blob, nil
}

// validBefore returns the end of the validity period, in seconds since 1970, of a
// certificate in the format that OpenSSH documents in PROTOCOL.certkeys. It
// parses all fields in order to reject a truncated certificate. If rule is not
// empty, the certificate is invalid.
func validBefore(blob []byte) (seconds uint64, rule string) {
	w := wireReader{rest: blob}
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
		return 0, "has an unsupported certificate type"
	}
	w.str() // nonce
	for range keyFields {
		w.str()
	}
	w.bytes(8) // serial number
	w.bytes(4) // type: user or host
	w.str()    // key id
	w.str()    // principals
	w.bytes(8) // valid after
	end := w.bytes(8)
	w.str() // critical options
	w.str() // extensions
	w.str() // reserved
	w.str() // public key of the certificate authority
	w.str() // signature
	if w.short || len(w.rest) > 0 {
		return 0, "is truncated or not an OpenSSH certificate"
	}
	return binary.BigEndian.Uint64(end), ""
}

// decodeKey decodes the base64 text of an SSH public key or certificate. The
// decoded bytes must start with the algorithm name. If rule is not empty, the
// key is invalid.
func decodeKey(algorithm, key string) (blob []byte, rule string) {
	if !isWord(key) { // the base64 decoder ignores line breaks
		return nil, "must be printable ASCII without spaces"
	}
	blob, err := base64.StdEncoding.DecodeString(key)
	if err != nil {
		return nil, "is not base64"
	}
	w := wireReader{rest: blob}
	if name := w.str(); w.short || string(name) != algorithm {
		return nil, "does not start with its algorithm name"
	}
	return blob, ""
}

// isWord reports whether OpenSSH reads s as a single word of a line.
func isWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// wireReader reads the binary format of SSH (RFC 4251, section 5) without
// copying. A read past the end sets short. From then on all reads return nil.
type wireReader struct {
	rest  []byte
	short bool
}

func (w *wireReader) bytes(n uint32) []byte {
	if w.short || uint64(n) > uint64(len(w.rest)) {
		w.short = true
		return nil
	}
	next := w.rest[:n]
	w.rest = w.rest[n:]
	return next
}

// str reads a string: a length in four bytes, followed by that many bytes.
func (w *wireReader) str() []byte {
	length := w.bytes(4)
	if w.short {
		return nil
	}
	return w.bytes(binary.BigEndian.Uint32(length))
}
