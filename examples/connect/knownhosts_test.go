package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"errors"
	mathrand "math/rand/v2"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/crypto/ssh"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// newPublicKeys returns a new SSH public key of each supported type and size.
func newPublicKeys(t *testing.T) []ssh.PublicKey {
	t.Helper()
	var keys []ssh.PublicKey
	add := func(key any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		signer, err := ssh.NewSignerFromKey(key)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, signer.PublicKey())
	}
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	add(edKey, err)
	for _, curve := range []elliptic.Curve{elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		add(ecdsa.GenerateKey(curve, rand.Reader))
	}
	for _, bits := range []int{1024, 2048, 3072} {
		add(rsa.GenerateKey(rand.Reader, bits))
	}
	return keys
}

// accepts reports whether KnownHosts accepts a host key.
func accepts(t *testing.T, algorithm string, blob []byte) bool {
	t.Helper()
	_, err := access.KnownHosts(&types.InstanceAccessDetails{
		IpAddress: aws.String("192.0.2.10"),
		HostKeys:  []types.HostKeyAttributes{{Algorithm: &algorithm, PublicKey: aws.String(base64.StdEncoding.EncodeToString(blob))}},
	})
	if err != nil && !errors.Is(err, access.ErrMalformed) {
		t.Errorf("KnownHosts returned an unexpected error: %v", err)
	}
	return err == nil
}

// TestKnownHostsLikePackageSSH compares the host keys that [access.KnownHosts] accepts
// with those that package ssh accepts. KnownHosts is stricter about RSA keys: it
// requires integers in their shortest form and a minimum size.
func TestKnownHostsLikePackageSSH(t *testing.T) {
	for _, key := range newPublicKeys(t) {
		algorithm, whole := key.Type(), key.Marshal()
		if !accepts(t, algorithm, whole) {
			t.Errorf("rejected a valid %s key of %d bytes", algorithm, len(whole))
		}
		compare := func(description string, blob []byte) {
			t.Helper()
			parsed, err := ssh.ParsePublicKey(blob)
			want := err == nil && parsed.Type() == algorithm
			got := accepts(t, algorithm, blob)
			stricter := algorithm == ssh.KeyAlgoRSA && want
			if got != want && !stricter {
				t.Errorf("%s key, %s: got accepted = %t, want %t: %x", algorithm, description, got, want, blob)
			}
		}
		for n := range whole {
			compare("truncated", whole[:n])
		}
		compare("with a trailing byte", append(whole[:len(whole):len(whole)], 0))
		random := mathrand.New(mathrand.NewPCG(1, uint64(len(whole))))
		for range 5000 {
			blob := append([]byte{}, whole...)
			// Most changes affect the lengths and the algorithm, which precede the key itself.
			limit := len(blob)
			if random.IntN(2) == 0 {
				limit = min(limit, 48)
			}
			for range 1 + random.IntN(3) {
				blob[random.IntN(limit)] = byte(random.IntN(256))
			}
			compare("modified", blob)
		}
	}
}
