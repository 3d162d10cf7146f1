package access

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/lightsail-go/sdk/types"
)

// WindowsPassword returns the initial password of the Administrator account of a
// Windows instance. The service does not know a password that was changed on the
// instance later.
//
// If the instance was created with Lightsail's default key pair, the details
// hold the password in plain text. WindowsPassword then ignores pemKey, which may
// be nil. If the instance was created with another key pair, the password is
// encrypted and pemKey must be the private key of that key pair: an RSA key
// without a passphrase, in a PEM block of type "RSA PRIVATE KEY" (PKCS #1, the
// format of keys created by Lightsail) or "PRIVATE KEY" (PKCS #8).
//
// The errors are:
//   - [ErrNotReady] if there is no password yet, which can take 15 minutes after
//     the instance was created
//   - [ErrKeyNeeded] if the password is encrypted and pemKey is empty
//   - [ErrEncryptedKey] if pemKey has a passphrase
//   - [ErrBadKey] if pemKey is not an RSA private key
//   - [ErrWrongKey] if pemKey does not decrypt the password
//   - [ErrMalformed] if the encrypted password is not base64
//   - [ErrNotRDP] if the details are for another protocol
func WindowsPassword(details *types.InstanceAccessDetails, pemKey []byte) (string, error) {
	details = orEmpty(details)
	if details.Protocol != "" && details.Protocol != types.InstanceAccessProtocolRdp {
		return "", fmt.Errorf("%w: protocol is %q", ErrNotRDP, details.Protocol)
	}
	if password := stringValue(details.Password); password != "" {
		return password, nil
	}
	var encoded, keyPair string
	if data := details.PasswordData; data != nil {
		encoded = strings.Join(strings.Fields(stringValue(data.Ciphertext)), "")
		keyPair = stringValue(data.KeyPairName)
	}
	if encoded == "" {
		return "", fmt.Errorf("%w: missing password, passwordData.ciphertext", ErrNotReady)
	}
	ciphertext, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", malformed("passwordData.ciphertext", "is not base64")
	}
	if len(pemKey) == 0 {
		if keyPair == "" {
			return "", ErrKeyNeeded
		}
		return "", fmt.Errorf("%w: key pair %q", ErrKeyNeeded, keyPair)
	}
	key, err := rsaKey(pemKey)
	if err != nil {
		return "", err
	}
	// The service encrypts with PKCS #1 v1.5. With a wrong key, the padding check
	// passes by chance about once in 100,000 times, so also require UTF-8.
	password, err := rsa.DecryptPKCS1v15(nil, key, ciphertext)
	if err != nil || len(password) == 0 || !utf8.Valid(password) {
		return "", ErrWrongKey
	}
	return string(password), nil
}

// rsaKey parses the first private key block of a PEM file.
func rsaKey(pemKey []byte) (*rsa.PrivateKey, error) {
	for block, rest := pem.Decode(pemKey); block != nil; block, rest = pem.Decode(rest) {
		if block.Type == "ENCRYPTED PRIVATE KEY" || strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED") {
			return nil, ErrEncryptedKey
		}
		switch block.Type {
		case "RSA PRIVATE KEY":
			key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
			if err != nil {
				return nil, fmt.Errorf("%w: RSA PRIVATE KEY block is invalid", ErrBadKey)
			}
			return key, nil
		case "PRIVATE KEY":
			key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
			if err != nil {
				return nil, fmt.Errorf("%w: PRIVATE KEY block is invalid or of an unknown type", ErrBadKey)
			}
			if key, ok := key.(*rsa.PrivateKey); ok {
				return key, nil
			}
			return nil, fmt.Errorf("%w: PRIVATE KEY block is for another algorithm", ErrBadKey)
		case "OPENSSH PRIVATE KEY":
			return nil, fmt.Errorf("%w: OpenSSH format: convert a copy of the file with ssh-keygen -p -m PEM", ErrBadKey)
		}
	}
	return nil, fmt.Errorf("%w: no private key block found", ErrBadKey)
}
