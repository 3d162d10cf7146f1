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
	wrapped := encrypted(key, secret)
	text := *wrapped.PasswordData.Ciphertext
	wrapped.PasswordData.Ciphertext = ptr(" " + text[:76] + "\r\n\t" + text[76:] + "\n")
	unnamed := encrypted(key, secret)
	unnamed.Protocol = "" // every member is optional

	certificateFirst := append(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE"}), pkcs1(key)...)
	rows := []struct {
		why     string
		details *types.InstanceAccessDetails
		key     []byte
	}{
		{"in clear", plain, nil},
		{"in clear, with a key that is not needed", plain, []byte("not looked at")},
		{"PKCS #1", encrypted(key, secret), pkcs1(key)},
		{"PKCS #8", encrypted(key, secret), pkcs8(key)},
		{"lines of Windows", encrypted(key, secret), []byte(strings.ReplaceAll(string(pkcs1(key)), "\n", "\r\n"))},
		{"another block first", encrypted(key, secret), certificateFirst},
		{"ciphertext in lines", wrapped, pkcs1(key)},
		{"no protocol", unnamed, pkcs1(key)},
	}
	for _, row := range rows {
		got, err := access.WindowsPassword(row.details, row.key)
		if err != nil || got != secret {
			t.Errorf("%s: got %q, %v", row.why, got, err)
		}
	}
}

func TestWindowsPasswordRefuses(t *testing.T) {
	key, other := windowsKey(), newRSAKey()
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	larger, err := rsa.GenerateKey(rand.Reader, 3072)
	if err != nil {
		t.Fatal(err)
	}
	good := encrypted(key, secret)
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
		why     string
		details *types.InstanceAccessDetails
		key     []byte
		want    error
		text    string // what must be in the error's text
	}{
		{"a new instance", notReady, nil, access.ErrNotReady, "password, passwordData.ciphertext"},
		{"a new instance, and a key", notReady, pkcs1(key), access.ErrNotReady, ""},
		{"no details", nil, nil, access.ErrNotReady, ""},
		{"nothing but blanks", with(" \n"), nil, access.ErrNotReady, ""},
		{"SSH", sshDetails(), pkcs1(key), access.ErrNotRDP, "ssh"},
		{"no key", good, nil, access.ErrKeyNeeded, `"my-key"`},
		{"no key, and no name", with(*good.PasswordData.Ciphertext), []byte{}, access.ErrKeyNeeded, ""},
		{"another key", good, pkcs1(other), access.ErrWrongKey, ""},
		{"a key of another size", good, pkcs1(larger), access.ErrWrongKey, ""},
		{"no ciphertext of any key", with("AAAA"), pkcs1(key), access.ErrWrongKey, ""},
		{"an empty password", encrypted(key, ""), pkcs1(key), access.ErrWrongKey, ""},
		{"what no password is", encrypted(key, "\xff\xfe\x00"), pkcs1(key), access.ErrWrongKey, ""},
		{"not base64", with("!"), pkcs1(key), access.ErrMalformed, "passwordData.ciphertext"},
		{"a passphrase, PKCS #8", good, block("ENCRYPTED PRIVATE KEY", nil), access.ErrEncryptedKey, ""},
		{"a passphrase, PKCS #1", good, block("RSA PRIVATE KEY", legacy), access.ErrEncryptedKey, ""},
		{"not PEM", good, []byte("ssh-rsa AAAA"), access.ErrBadKey, "no private key"},
		{"a public key", good, block("PUBLIC KEY", nil), access.ErrBadKey, "no private key"},
		{"a damaged key, PKCS #1", good, block("RSA PRIVATE KEY", nil), access.ErrBadKey, "damaged"},
		{"a damaged key, PKCS #8", good, block("PRIVATE KEY", nil), access.ErrBadKey, "damaged"},
		{"not RSA", good, pkcs8(ec), access.ErrBadKey, "another algorithm"},
		{"OpenSSH's own format", good, block("OPENSSH PRIVATE KEY", nil), access.ErrBadKey, "ssh-keygen"},
	}
	sentinels := []error{
		access.ErrNotReady, access.ErrMalformed, access.ErrNotSSH, access.ErrNotRDP,
		access.ErrKeyNeeded, access.ErrWrongKey, access.ErrEncryptedKey, access.ErrBadKey,
	}
	for _, row := range rows {
		got, err := access.WindowsPassword(row.details, row.key)
		if got != "" {
			t.Errorf("%s: a password beside the error", row.why)
		}
		for _, sentinel := range sentinels {
			if errors.Is(err, sentinel) != (sentinel == row.want) {
				t.Errorf("%s: got %v, want %v", row.why, err, row.want)
			}
		}
		if err == nil {
			continue
		}
		if !strings.Contains(err.Error(), row.text) {
			t.Errorf("%s: no %q in %v", row.why, row.text, err)
		}
		if row.want == access.ErrWrongKey && err != access.ErrWrongKey {
			t.Errorf("%s: the error tells more than that: %v", row.why, err)
		}
		hasNoSecret(t, err, secret, string(row.key), *good.PasswordData.Ciphertext)
	}
}

// Fuzz it with -fuzzminimizetime=10x: else most of the time goes into making
// the keys that it finds smaller.
func FuzzWindowsPassword(f *testing.F) {
	key := windowsKey()
	good, err := base64.StdEncoding.DecodeString(*encrypted(key, secret).PasswordData.Ciphertext)
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
