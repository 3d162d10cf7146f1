package access_test

import (
	"encoding/base64"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

func TestExpires(t *testing.T) {
	const rsa, ecdsa, ed25519 = "ssh-rsa-cert-v01@openssh.com", "ecdsa-sha2-nistp384-cert-v01@openssh.com", "ssh-ed25519-cert-v01@openssh.com"
	seconds := uint64(validUntil.Unix())
	rows := []struct {
		name    string
		details types.InstanceAccessDetails
		want    time.Time
	}{
		{"ExpiresAt before certificate", types.InstanceAccessDetails{ExpiresAt: ptr(validUntil.Add(-time.Hour)), CertKey: ptr(certKey(ed25519, seconds, "key"))}, validUntil.Add(-time.Hour)},
		{"ExpiresAt without certificate", types.InstanceAccessDetails{ExpiresAt: &validUntil, Protocol: types.InstanceAccessProtocolRdp}, validUntil},
		{"RSA certificate", types.InstanceAccessDetails{CertKey: ptr(certKey(rsa, seconds, "e", "n"))}, validUntil},
		{"ECDSA certificate", types.InstanceAccessDetails{CertKey: ptr(certKey(ecdsa, seconds, "curve", "point"))}, validUntil},
		{"Ed25519 certificate with a comment", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, seconds, "key") + " comment\n")}, validUntil},
		{"certificate without expiration", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, forever, "key"))}, time.Time{}},
		{"expiration greater than MaxInt64", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, math.MaxInt64+1, "key"))}, time.Time{}},
		{"expiration after the year 9999", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 253402300800, "key"))}, time.Time{}},
		{"expiration in the last second of 9999", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 253402300799, "key"))}, time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)},
		{"expiration in 1970", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 0, "key"))}, time.Unix(0, 0)},
	}
	for _, row := range rows {
		got, err := access.Expires(&row.details)
		if err != nil || !got.Equal(row.want) {
			t.Errorf("%s: got %v, %v, want %v", row.name, got, err, row.want)
		}
	}
}

func TestExpiresInvalid(t *testing.T) {
	if _, err := access.Expires(nil); !errors.Is(err, access.ErrNotReady) || !strings.Contains(err.Error(), "certKey") {
		t.Errorf("nil details: %v", err)
	}
	rdp := &types.InstanceAccessDetails{Protocol: types.InstanceAccessProtocolRdp}
	if _, err := access.Expires(rdp); !errors.Is(err, access.ErrNotSSH) {
		t.Errorf("RDP details: %v", err)
	}

	algorithm := "ssh-ed25519-cert-v01@openssh.com"
	whole := certBlob(algorithm, 1, "key")
	encode := func(algorithm string, blob []byte) string {
		return algorithm + " " + base64.StdEncoding.EncodeToString(blob)
	}
	bad := map[string]string{
		"plain public key":         encode("ssh-ed25519", wire("ssh-ed25519", "key")),
		"unknown certificate type": encode("sk-x", certBlob("sk-x", 1, "key")),
		"extra field":              certKey(algorithm, 1, "key", "key"),
		"trailing bytes":           encode(algorithm, append(whole[:len(whole):len(whole)], 0)),
		"length beyond the end":    encode(algorithm, append(wire(algorithm), 0xff, 0xff, 0xff, 0xff)),
	}
	for name, key := range bad {
		_, err := access.Expires(&types.InstanceAccessDetails{CertKey: &key})
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": certKey ") {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkNoSecret(t, err, key)
	}
	for n := range whole {
		if expires, err := access.Expires(&types.InstanceAccessDetails{CertKey: ptr(encode(algorithm, whole[:n]))}); err == nil {
			t.Errorf("accepted the first %d of %d bytes: %v", n, len(whole), expires)
		}
	}
}

func FuzzExpires(f *testing.F) {
	f.Add("ssh-rsa-cert-v01@openssh.com", certBlob("ssh-rsa-cert-v01@openssh.com", 1, "e", "n"))
	f.Add("ssh-ed25519-cert-v01@openssh.com", certBlob("ssh-ed25519-cert-v01@openssh.com", forever, "key"))
	f.Add("ssh-ed25519", wire("ssh-ed25519", "key"))
	f.Add("", []byte{0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, algorithm string, blob []byte) {
		// Expires parses the rest only if the blob starts with the algorithm name.
		for _, blob := range [][]byte{blob, append(wire(algorithm), blob...)} {
			key := algorithm + " " + base64.StdEncoding.EncodeToString(blob)
			expires, err := access.Expires(&types.InstanceAccessDetails{CertKey: &key})
			switch {
			case err == nil && (expires.Year() < 1 || expires.Year() > 9999):
				t.Errorf("year %d, want 1 to 9999", expires.Year())
			case err != nil && !errors.Is(err, access.ErrMalformed) && !errors.Is(err, access.ErrNotReady):
				t.Errorf("unexpected error %v", err)
			}
		}
	})
}
