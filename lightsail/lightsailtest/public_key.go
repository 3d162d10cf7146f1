package lightsailtest

import (
	"crypto/ed25519"
	"crypto/md5"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"math/big"
	"strings"
)

// A publicKey is the public key of an imported key pair.
type publicKey struct {
	rsa         *rsa.PublicKey // nil for a key of another type
	fingerprint string         // in the form of Amazon EC2
}

// parsePublicKey parses a line of an SSH public key file: the type, the key in base64, and
// an optional comment.
func parsePublicKey(line string) (key publicKey, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return key, false
	}
	blob, err := base64.StdEncoding.DecodeString(fields[1])
	if err != nil {
		return key, false
	}
	r := sshReader{rest: blob}
	if string(r.string()) != fields[0] {
		return key, false
	}
	switch fields[0] {
	case "ssh-rsa":
		key.rsa = r.rsaKey()
		der, err := x509.MarshalPKIXPublicKey(key.rsa)
		if err != nil {
			return key, false
		}
		sum := md5.Sum(der)
		key.fingerprint = colonHex(sum[:])
	case "ssh-ed25519":
		if len(r.string()) != ed25519.PublicKeySize {
			return key, false
		}
		sum := sha256.Sum256(blob)
		key.fingerprint = base64.StdEncoding.EncodeToString(sum[:])
	default:
		return key, false
	}
	return key, !r.failed && len(r.rest) == 0
}

// An sshReader reads values in the encoding of SSH.
type sshReader struct {
	rest   []byte
	failed bool
}

// string returns the next string, or nil if there is none.
func (r *sshReader) string() []byte {
	if len(r.rest) < 4 || uint64(len(r.rest)-4) < uint64(binary.BigEndian.Uint32(r.rest)) {
		r.rest, r.failed = nil, true
		return nil
	}
	end := 4 + int(binary.BigEndian.Uint32(r.rest))
	s := r.rest[4:end]
	r.rest = r.rest[end:]
	return s
}

// rsaKey returns the key of which the exponent and the modulus are next. It fails for keys
// with which package rsa cannot encrypt, or only slowly.
func (r *sshReader) rsaKey() *rsa.PublicKey {
	e, n := new(big.Int).SetBytes(r.string()), new(big.Int).SetBytes(r.string())
	isExponent := e.Bit(0) == 1 && e.BitLen() > 1 && e.BitLen() < 32
	isModulus := n.Bit(0) == 1 && n.BitLen() >= 1024 && n.BitLen() <= 16384
	r.failed = r.failed || !isExponent || !isModulus
	return &rsa.PublicKey{N: n, E: int(e.Int64())}
}
