package lightsailtest

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strconv"
	"time"
)

// userCertificate returns a certificate, as one line of OpenSSH, that lets the
// holder of the user's key log in as username until expires. Its form is that of
// PROTOCOL.certkeys in OpenSSH; the key ID and the extensions look like those of
// the service.
func userCertificate(serial uint64, username string, now, expires time.Time) (string, error) {
	const algorithm = "ssh-rsa-cert-v01@openssh.com"
	user, err := userKey()
	if err != nil {
		return "", err
	}
	authority, err := authorityKey()
	if err != nil {
		return "", err
	}
	random := make([]byte, 48)
	_, _ = rand.Read(random)

	var b wire
	b.string(algorithm)
	b.string(string(random[:32]))
	b.publicKey(&user.PublicKey)
	b = binary.BigEndian.AppendUint64(b, serial)
	const userType = 1
	b = binary.BigEndian.AppendUint32(b, userType)
	b.string("-" + strconv.FormatUint(1e18+serial, 10) + ":" + base64.StdEncoding.EncodeToString(random[32:]))
	b.list(username)
	b = binary.BigEndian.AppendUint64(b, uint64(now.Unix()))
	b = binary.BigEndian.AppendUint64(b, uint64(expires.Unix()))
	b.string("") // no critical options
	var extensions wire
	for _, name := range []string{"permit-X11-forwarding", "permit-agent-forwarding", "permit-port-forwarding", "permit-pty", "permit-user-rc"} {
		extensions.string(name)
		extensions.string("")
	}
	b.string(string(extensions))
	b.string("") // reserved
	var signer wire
	signer.string("ssh-rsa")
	signer.publicKey(&authority.PublicKey)
	b.string(string(signer))

	sum := sha256.Sum256(b)
	signed, err := rsa.SignPKCS1v15(nil, authority, crypto.SHA256, sum[:])
	if err != nil {
		return "", err
	}
	var signature wire
	signature.string("rsa-sha2-256")
	signature.string(string(signed))
	b.string(string(signature))
	return algorithm + " " + base64.StdEncoding.EncodeToString(b), nil
}

// wire is text in the encoding of SSH: every string has its length before it.
type wire []byte

func (w *wire) string(s string) {
	*w = binary.BigEndian.AppendUint32(*w, uint32(len(s)))
	*w = append(*w, s...)
}

func (w *wire) list(items ...string) {
	var list wire
	for _, item := range items {
		list.string(item)
	}
	w.string(string(list))
}

// publicKey writes exponent and modulus as the signed numbers that SSH has.
func (w *wire) publicKey(key *rsa.PublicKey) {
	exponent := binary.BigEndian.AppendUint32(nil, uint32(key.E))
	for len(exponent) > 1 && exponent[0] == 0 && exponent[1] < 0x80 {
		exponent = exponent[1:]
	}
	w.string(string(exponent))
	// The topmost bit of a modulus is set, and must not be taken for a sign.
	w.string("\x00" + string(key.N.Bytes()))
}
