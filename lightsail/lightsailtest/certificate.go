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

// userCertificate returns an SSH user certificate, as one line in the format of OpenSSH.
// It allows the holder of the user key to log in as username until expires. The file
// PROTOCOL.certkeys of OpenSSH describes the format. The key ID and the extensions are
// similar to those of the service.
func userCertificate(serial uint64, username string, now, expires time.Time) (string, error) {
	const algorithm = "ssh-rsa-cert-v01@openssh.com"
	user, err := userKey()
	if err != nil {
		return "", err
	}
	ca, err := caKey()
	if err != nil {
		return "", err
	}
	random := make([]byte, 48)
	_, _ = rand.Read(random)

	var b sshBuffer
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
	var extensions sshBuffer
	for _, name := range []string{"permit-X11-forwarding", "permit-agent-forwarding", "permit-port-forwarding", "permit-pty", "permit-user-rc"} {
		extensions.string(name)
		extensions.string("")
	}
	b.string(string(extensions))
	b.string("") // reserved
	var signer sshBuffer
	signer.string("ssh-rsa")
	signer.publicKey(&ca.PublicKey)
	b.string(string(signer))

	sum := sha256.Sum256(b)
	signed, err := rsa.SignPKCS1v15(nil, ca, crypto.SHA256, sum[:])
	if err != nil {
		return "", err
	}
	var signature sshBuffer
	signature.string("rsa-sha2-256")
	signature.string(string(signed))
	b.string(string(signature))
	return algorithm + " " + base64.StdEncoding.EncodeToString(b), nil
}

// sshBuffer is a buffer of values in the encoding of SSH, where the length precedes each
// string.
type sshBuffer []byte

func (b *sshBuffer) string(s string) {
	*b = binary.BigEndian.AppendUint32(*b, uint32(len(s)))
	*b = append(*b, s...)
}

func (b *sshBuffer) list(items ...string) {
	var list sshBuffer
	for _, item := range items {
		list.string(item)
	}
	b.string(string(list))
}

// publicKey appends the exponent and the modulus as signed integers of SSH.
func (b *sshBuffer) publicKey(key *rsa.PublicKey) {
	exponent := binary.BigEndian.AppendUint32(nil, uint32(key.E))
	for len(exponent) > 1 && exponent[0] == 0 && exponent[1] < 0x80 {
		exponent = exponent[1:]
	}
	b.string(string(exponent))
	// The zero byte keeps the number positive: the top bit of a modulus is set.
	b.string("\x00" + string(key.N.Bytes()))
}
