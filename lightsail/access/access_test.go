package access_test

import (
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func ptr[T any](v T) *T { return &v }

// validUntil is the end of the validity period of the test certificates.
var validUntil = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)

// sshDetails returns complete SSH details with a new key and a certificate that
// has a valid format but no valid signature.
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
		CertKey:       ptr(certKey("ssh-ed25519-cert-v01@openssh.com", uint64(validUntil.Unix()), string(key[32:]))),
		HostKeys: []types.HostKeyAttributes{
			ed25519HostKey(),
			hostKey("ecdsa-sha2-nistp256", "nistp256", point(ecdh.P256())),
			{Algorithm: ptr("x509-cert"), PublicKey: ptr("MIIB")},
		},
	}
}

func hostKey(algorithm string, fields ...string) types.HostKeyAttributes {
	blob := base64.StdEncoding.EncodeToString(wire(append([]string{algorithm}, fields...)...))
	return types.HostKeyAttributes{Algorithm: &algorithm, PublicKey: &blob}
}

// ed25519HostKey returns a new host key.
func ed25519HostKey() types.HostKeyAttributes {
	public, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	return hostKey("ssh-ed25519", string(public))
}

// point returns a new ECDSA public key in uncompressed form.
func point(curve ecdh.Curve) string {
	key, err := curve.GenerateKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	return string(key.PublicKey().Bytes())
}

// certKey returns a certificate for a public key in the format of the field certKey.
func certKey(algorithm string, validBefore uint64, publicKey ...string) string {
	return algorithm + " " + base64.StdEncoding.EncodeToString(certBlob(algorithm, validBefore, publicKey...))
}

func certBlob(algorithm string, validBefore uint64, publicKey ...string) []byte {
	blob := wire(algorithm, "nonce")
	blob = append(blob, wire(publicKey...)...)
	blob = binary.BigEndian.AppendUint64(blob, 7) // serial number
	blob = binary.BigEndian.AppendUint32(blob, 1) // type: user
	blob = append(blob, wire("key id", string(wire("ubuntu")))...)
	blob = binary.BigEndian.AppendUint64(blob, 1) // valid after
	blob = binary.BigEndian.AppendUint64(blob, validBefore)
	return append(blob, wire("", "", "", "authority key", "signature")...)
}

func wire(fields ...string) (blob []byte) {
	for _, field := range fields {
		blob = binary.BigEndian.AppendUint32(blob, uint32(len(field)))
		blob = append(blob, field...)
	}
	return blob
}

const forever = math.MaxUint64

// windowsKey returns an RSA key. It is generated once because that is slow.
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

// encryptedPassword returns the details of a Windows instance that was created
// with a custom key pair.
func encryptedPassword(key *rsa.PrivateKey, password string) *types.InstanceAccessDetails {
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

// tempDir returns a new directory with mode 0700. The mode of t.TempDir depends on
// the umask.
func tempDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

func mkdir(t *testing.T, path string, mode os.FileMode) string {
	t.Helper()
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil { // Mkdir applies the umask
		t.Fatal(err)
	}
	return path
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

func fileNames(t *testing.T, dir string) (list []string) {
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

// checkNoSecret fails the test if the error message contains a part of a secret.
func checkNoSecret(t *testing.T, err error, secrets ...string) {
	t.Helper()
	for _, secret := range secrets {
		for _, word := range strings.Fields(secret) {
			if len(word) >= 12 && strings.Contains(err.Error(), word) {
				t.Errorf("error contains a secret: %v", err)
			}
		}
	}
}
