package access

import (
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
	_, seconds, err := certificate(details)
	if err != nil {
		return time.Time{}, err
	}
	const year9999 = 253402300799
	if seconds > year9999 {
		return time.Time{}, nil
	}
	return time.Unix(int64(seconds), 0).UTC(), nil
}

// certificate returns the line to write to the certificate file, which is
// certKey without its comment, and the end of the validity period in seconds since
// 1970. It validates the format because ssh silently ignores a certificate that it
// cannot parse, and then fails to log in.
func certificate(details *types.InstanceAccessDetails) (line string, expires uint64, err error) {
	words := strings.Fields(stringValue(details.CertKey))
	if len(words) < 2 || !isWord(words[0]) {
		return "", 0, malformed("certKey", "must be an algorithm name followed by a base64 certificate")
	}
	blob, rule := decodeKey(words[0], words[1])
	if rule == "" {
		expires, rule = validBefore(blob)
	}
	if rule != "" {
		return "", 0, malformed("certKey", rule)
	}
	return words[0] + " " + words[1] + "\n", expires, nil
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
