package access_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func ptr[T any](v T) *T { return &v }

// until is the end of the validity of certificates made for tests.
var until = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)

// sshDetails returns complete SSH details with a new key and a certificate in
// the right format, whose signature is no signature.
func sshDetails() *types.InstanceAccessDetails {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		panic(err)
	}
	return &types.InstanceAccessDetails{
		Protocol:      types.InstanceAccessProtocolSsh,
		InstanceName:  ptr("web-1"),
		Username:      ptr("ubuntu"),
		IpAddress:     ptr("192.0.2.10"),
		Ipv6Addresses: []string{"2001:0DB8:0000:0000:0000:0000:0000:00AB"},
		PrivateKey:    ptr(string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))),
		CertKey:       ptr(certKey("ssh-ed25519-cert-v01@openssh.com", uint64(until.Unix()), string(key[32:]))),
		HostKeys: []types.HostKeyAttributes{
			hostKey("ssh-ed25519", "key of the host"),
			hostKey("ecdsa-sha2-nistp256", "nistp256", "other key of the host"),
			{Algorithm: ptr("x509-cert"), PublicKey: ptr("MIIB")},
		},
	}
}

func hostKey(algorithm string, fields ...string) types.HostKeyAttributes {
	blob := base64.StdEncoding.EncodeToString(wire(append([]string{algorithm}, fields...)...))
	return types.HostKeyAttributes{Algorithm: &algorithm, PublicKey: &blob}
}

// certKey writes a certificate with the given public key as certKey has it.
func certKey(algorithm string, validBefore uint64, publicKey ...string) string {
	return algorithm + " " + base64.StdEncoding.EncodeToString(certBlob(algorithm, validBefore, publicKey...))
}

func certBlob(algorithm string, validBefore uint64, publicKey ...string) []byte {
	blob := wire(algorithm, "nonce")
	blob = append(blob, wire(publicKey...)...)
	blob = binary.BigEndian.AppendUint64(blob, 7) // serial number
	blob = binary.BigEndian.AppendUint32(blob, 1) // for a user
	blob = append(blob, wire("key id", string(wire("ubuntu")))...)
	blob = binary.BigEndian.AppendUint64(blob, 1) // valid after
	blob = binary.BigEndian.AppendUint64(blob, validBefore)
	return append(blob, wire("", "", "", "key of the authority", "signature")...)
}

func wire(fields ...string) (blob []byte) {
	for _, field := range fields {
		blob = binary.BigEndian.AppendUint32(blob, uint32(len(field)))
		blob = append(blob, field...)
	}
	return blob
}

const forever = math.MaxUint64

// windowsKey is an RSA key, made once since that takes long.
var windowsKey = sync.OnceValue(newRSAKey)

func newRSAKey() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return key
}

func pkcs1(key *rsa.PrivateKey) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})
}

func pkcs8(key any) []byte {
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		panic(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

// encrypted returns the details of a Windows instance with the user's own key.
func encrypted(key *rsa.PrivateKey, password string) *types.InstanceAccessDetails {
	ciphertext, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte(password))
	if err != nil {
		panic(err)
	}
	return &types.InstanceAccessDetails{
		Protocol: types.InstanceAccessProtocolRdp,
		Username: ptr("Administrator"),
		Password: ptr(""),
		PasswordData: &types.PasswordData{
			Ciphertext:  ptr(base64.StdEncoding.EncodeToString(ciphertext)),
			KeyPairName: ptr("my-key"),
		},
	}
}

// tempDir is t.TempDir with mode 0700: that one follows the umask.
func tempDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dir")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		list = append(list, entry.Name())
	}
	return list
}

// hasNoSecret fails if the error's text holds a part of a secret member.
func hasNoSecret(t *testing.T, err error, secrets ...string) {
	t.Helper()
	for _, secret := range secrets {
		for _, line := range strings.Fields(secret) {
			if len(line) >= 12 && strings.Contains(err.Error(), line) {
				t.Errorf("secret in error: %v", err)
			}
		}
	}
}
