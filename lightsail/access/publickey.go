package access

import (
	"crypto/ecdh"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"math/big"
	"strings"
)

// decodeKey decodes the base64 text of an SSH public key or certificate. The
// decoded bytes must start with the algorithm name. If rule is not empty, the
// key is invalid.
func decodeKey(algorithm, key string) (blob []byte, rule string) {
	if !isWord(key) { // the base64 decoder ignores line breaks
		return nil, "must be printable ASCII without spaces"
	}
	blob, err := base64.StdEncoding.Strict().DecodeString(key)
	if err != nil {
		return nil, "is not base64"
	}
	w := wireReader{rest: blob}
	if name := w.str(); w.short || string(name) != algorithm {
		return nil, "does not start with its algorithm name"
	}
	return blob, ""
}

// checkHostKey checks a decoded host key. It requires the exact format of RFC 4253,
// RFC 5656 or RFC 8709 for the algorithms defined there, and a sequence of strings
// for an unknown algorithm. If rule is not empty, the key is invalid.
func checkHostKey(algorithm string, blob []byte) (rule string) {
	if strings.HasSuffix(algorithm, "-cert-v01@openssh.com") {
		_, rule = validBefore(blob)
		return rule
	}
	w := wireReader{rest: blob}
	w.str() // algorithm
	var valid bool
	switch algorithm {
	case "ssh-ed25519":
		valid = len(w.str()) == ed25519.PublicKeySize
	case "ssh-rsa":
		valid = isRSAKey(w.mpint(), w.mpint())
	case "ecdsa-sha2-nistp256":
		valid = string(w.str()) == "nistp256" && isPoint(ecdh.P256(), w.str())
	case "ecdsa-sha2-nistp384":
		valid = string(w.str()) == "nistp384" && isPoint(ecdh.P384(), w.str())
	case "ecdsa-sha2-nistp521":
		valid = string(w.str()) == "nistp521" && isPoint(ecdh.P521(), w.str())
	default:
		valid = len(w.rest) > 0
		for !w.short && len(w.rest) > 0 {
			w.str()
		}
	}
	if !valid || w.short || len(w.rest) > 0 {
		return "is truncated or not a valid key of its algorithm"
	}
	return ""
}

// isRSAKey reports whether OpenSSH accepts the exponent and the modulus.
func isRSAKey(e, n *big.Int) bool {
	return e.Bit(0) == 1 && e.BitLen() >= 2 && e.BitLen() <= 64 &&
		n.Bit(0) == 1 && n.BitLen() >= 1024 && n.BitLen() <= 16384
}

// isPoint reports whether point is a point of the curve in uncompressed form.
func isPoint(curve ecdh.Curve, point []byte) bool {
	_, err := curve.NewPublicKey(point)
	return err == nil
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

// mpint reads a positive integer in its shortest form. It returns 0 if there is none.
func (w *wireReader) mpint() *big.Int {
	data := w.str()
	negative := len(data) > 0 && data[0] >= 0x80
	padded := len(data) > 1 && data[0] == 0 && data[1] < 0x80
	if negative || padded {
		return new(big.Int)
	}
	return new(big.Int).SetBytes(data)
}
