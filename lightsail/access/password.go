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

// WindowsPassword returns the password that the instance's Administrator was
// given when the instance was created.
//
// If the instance was created with Lightsail's default key pair, the service
// has decrypted the password; pemKey is not looked at and may be nil. If it was
// created with a key pair of the user's own, pemKey is the private key of that
// pair: RSA, in PEM, in the form of PKCS #1 ("RSA PRIVATE KEY", as Lightsail
// hands it out) or PKCS #8 ("PRIVATE KEY"), without a passphrase.
//
// The error is [ErrNotReady] while there is no password, which can last 15
// minutes from the creation of the instance; [ErrKeyNeeded] if the password is
// encrypted and pemKey is empty; [ErrEncryptedKey] or [ErrBadKey] if pemKey is
// not such a key; [ErrWrongKey] if it does not decrypt the password;
// [ErrMalformed] if what the service sent is not encrypted data; [ErrNotRDP] if
// the details are for another protocol.
//
// A password changed within Windows is not known to the service: it goes on
// answering with the first.
func WindowsPassword(details *types.InstanceAccessDetails, pemKey []byte) (string, error) {
	details = orEmpty(details)
	if details.Protocol != "" && details.Protocol != types.InstanceAccessProtocolRdp {
		return "", fmt.Errorf("%w: protocol is %q", ErrNotRDP, details.Protocol)
	}
	if password := text(details.Password); password != "" {
		return password, nil
	}
	var encoded, keyPair string
	if data := details.PasswordData; data != nil {
		encoded = strings.Join(strings.Fields(text(data.Ciphertext)), "")
		keyPair = text(data.KeyPairName)
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
	// PKCS #1 v1.5 is what the service uses. About one wrong key in a hundred
	// thousand yields bytes by chance; hardly ever are they UTF-8.
	password, err := rsa.DecryptPKCS1v15(nil, key, ciphertext)
	if err != nil || len(password) == 0 || !utf8.Valid(password) {
		return "", ErrWrongKey
	}
	return string(password), nil
}

// rsaKey reads the first private key in a PEM file.
func rsaKey(pemKey []byte) (*rsa.PrivateKey, error) {
	for block, rest := pem.Decode(pemKey); block != nil; block, rest = pem.Decode(rest) {
		if block.Type == "ENCRYPTED PRIVATE KEY" || strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED") {
			return nil, ErrEncryptedKey
		}
		switch block.Type {
		case "RSA PRIVATE KEY":
			key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
			if err != nil {
				return nil, fmt.Errorf("%w: the RSA PRIVATE KEY block is damaged", ErrBadKey)
			}
			return key, nil
		case "PRIVATE KEY":
			key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
			if err != nil {
				return nil, fmt.Errorf("%w: the PRIVATE KEY block is damaged or of an unknown kind", ErrBadKey)
			}
			if key, ok := key.(*rsa.PrivateKey); ok {
				return key, nil
			}
			return nil, fmt.Errorf("%w: the PRIVATE KEY block holds a key of another algorithm", ErrBadKey)
		case "OPENSSH PRIVATE KEY":
			return nil, fmt.Errorf("%w: OpenSSH's own format; ssh-keygen -p -m PEM rewrites a copy of the file", ErrBadKey)
		}
	}
	return nil, fmt.Errorf("%w: no private key block found", ErrBadKey)
}
