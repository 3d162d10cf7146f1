package access_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

const secret = "correct horse battery staple"

func TestWindowsPassword(t *testing.T) {
	key := windowsKey()
	plain := &types.InstanceAccessDetails{
		Protocol:     types.InstanceAccessProtocolRdp,
		Password:     ptr(secret),
		PasswordData: &types.PasswordData{Ciphertext: ptr(""), KeyPairName: ptr("LightsailDefaultKeyPair")},
	}
	wrapped := encryptedPassword(key, secret)
	text := *wrapped.PasswordData.Ciphertext
	wrapped.PasswordData.Ciphertext = ptr(" " + text[:76] + "\r\n\t" + text[76:] + "\n")
	noProtocol := encryptedPassword(key, secret)
	noProtocol.Protocol = "" // every field is optional

	certificateFirst := append(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE"}), pkcs1(key)...)
	rows := []struct {
		name    string
		details *types.InstanceAccessDetails
		key     []byte
	}{
		{"plain text", plain, nil},
		{"plain text, key is ignored", plain, []byte("ignored")},
		{"PKCS #1", encryptedPassword(key, secret), pkcs1(key)},
		{"PKCS #8", encryptedPassword(key, secret), pkcs8(key)},
		{"key with CRLF line endings", encryptedPassword(key, secret), []byte(strings.ReplaceAll(string(pkcs1(key)), "\n", "\r\n"))},
		{"certificate block before the key", encryptedPassword(key, secret), certificateFirst},
		{"ciphertext with white space", wrapped, pkcs1(key)},
		{"protocol not set", noProtocol, pkcs1(key)},
	}
	for _, row := range rows {
		got, err := access.WindowsPassword(row.details, row.key)
		if err != nil || got != secret {
			t.Errorf("%s: got %q, %v", row.name, got, err)
		}
	}
}

func TestWindowsPasswordErrors(t *testing.T) {
	key, other := windowsKey(), newRSAKey()
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	larger, err := rsa.GenerateKey(rand.Reader, 3072)
	if err != nil {
		t.Fatal(err)
	}
	good := encryptedPassword(key, secret)
	with := func(ciphertext string) *types.InstanceAccessDetails {
		return &types.InstanceAccessDetails{PasswordData: &types.PasswordData{Ciphertext: &ciphertext}}
	}
	block := func(kind string, headers map[string]string) []byte {
		return pem.EncodeToMemory(&pem.Block{Type: kind, Headers: headers, Bytes: []byte("0123456789")})
	}
	notReady := &types.InstanceAccessDetails{
		Protocol:     types.InstanceAccessProtocolRdp,
		Password:     ptr(""),
		PasswordData: &types.PasswordData{Ciphertext: ptr(""), KeyPairName: ptr("LightsailDefaultKeyPair")},
	}
	legacy := map[string]string{"Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-128-CBC,00"}

	rows := []struct {
		name    string
		details *types.InstanceAccessDetails
		key     []byte
		want    error
		text    string // part of the error message
	}{
		{"no password yet", notReady, nil, access.ErrNotReady, "password, passwordData.ciphertext"},
		{"no password yet, with key", notReady, pkcs1(key), access.ErrNotReady, ""},
		{"nil details", nil, nil, access.ErrNotReady, ""},
		{"ciphertext of white space", with(" \n"), nil, access.ErrNotReady, ""},
		{"SSH details", sshDetails(), pkcs1(key), access.ErrNotRDP, "ssh"},
		{"no key", good, nil, access.ErrKeyNeeded, `"my-key"`},
		{"no key, key pair without name", with(*good.PasswordData.Ciphertext), []byte{}, access.ErrKeyNeeded, ""},
		{"wrong key", good, pkcs1(other), access.ErrWrongKey, ""},
		{"wrong key of another size", good, pkcs1(larger), access.ErrWrongKey, ""},
		{"ciphertext too short", with("AAAA"), pkcs1(key), access.ErrWrongKey, ""},
		{"decrypted password is empty", encryptedPassword(key, ""), pkcs1(key), access.ErrWrongKey, ""},
		{"decrypted password is not UTF-8", encryptedPassword(key, "\xff\xfe\x00"), pkcs1(key), access.ErrWrongKey, ""},
		{"ciphertext is not base64", with("!"), pkcs1(key), access.ErrMalformed, "passwordData.ciphertext"},
		{"PKCS #8 key with passphrase", good, block("ENCRYPTED PRIVATE KEY", nil), access.ErrEncryptedKey, ""},
		{"PKCS #1 key with passphrase", good, block("RSA PRIVATE KEY", legacy), access.ErrEncryptedKey, ""},
		{"not PEM", good, []byte("ssh-rsa AAAA"), access.ErrBadKey, "no private key"},
		{"public key", good, block("PUBLIC KEY", nil), access.ErrBadKey, "no private key"},
		{"invalid PKCS #1 key", good, block("RSA PRIVATE KEY", nil), access.ErrBadKey, "is invalid"},
		{"invalid PKCS #8 key", good, block("PRIVATE KEY", nil), access.ErrBadKey, "is invalid or of an unknown type"},
		{"ECDSA key", good, pkcs8(ec), access.ErrBadKey, "another algorithm"},
		{"OpenSSH key format", good, block("OPENSSH PRIVATE KEY", nil), access.ErrBadKey, "ssh-keygen"},
	}
	sentinels := []error{
		access.ErrNotReady, access.ErrMalformed, access.ErrNotSSH, access.ErrNotRDP,
		access.ErrKeyNeeded, access.ErrWrongKey, access.ErrEncryptedKey, access.ErrBadKey,
	}
	for _, row := range rows {
		got, err := access.WindowsPassword(row.details, row.key)
		if got != "" {
			t.Errorf("%s: got a password and an error", row.name)
		}
		for _, sentinel := range sentinels {
			if errors.Is(err, sentinel) != (sentinel == row.want) {
				t.Errorf("%s: got %v, want %v", row.name, err, row.want)
			}
		}
		if err == nil {
			continue
		}
		if !strings.Contains(err.Error(), row.text) {
			t.Errorf("%s: %q is not in %v", row.name, row.text, err)
		}
		if row.want == access.ErrWrongKey && err != access.ErrWrongKey {
			t.Errorf("%s: error has details: %v", row.name, err)
		}
		checkNoSecret(t, err, secret, string(row.key), *good.PasswordData.Ciphertext)
	}
}

// Run FuzzWindowsPassword with -fuzzminimizetime=10x. Otherwise it spends most of
// the time on minimizing keys.
func FuzzWindowsPassword(f *testing.F) {
	key := windowsKey()
	good, err := base64.StdEncoding.DecodeString(*encryptedPassword(key, secret).PasswordData.Ciphertext)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(base64.StdEncoding.EncodeToString(good), pkcs1(key))
	f.Add(base64.StdEncoding.EncodeToString(good), pkcs8(key))
	f.Add("AAAA", pem.EncodeToMemory(&pem.Block{Type: "ENCRYPTED PRIVATE KEY", Bytes: []byte("x")}))
	f.Add("!", []byte("-----BEGIN RSA PRIVATE KEY-----\n"))
	f.Fuzz(func(t *testing.T, ciphertext string, pemKey []byte) {
		for _, pemKey := range [][]byte{pemKey, pkcs1(key)} {
			password, err := access.WindowsPassword(&types.InstanceAccessDetails{
				PasswordData: &types.PasswordData{Ciphertext: &ciphertext},
			}, pemKey)
			if (err == nil) == (password == "") {
				t.Errorf("password %q, error %v", password, err)
			}
		}
	})
}
