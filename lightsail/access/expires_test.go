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
	seconds := uint64(until.Unix())
	rows := []struct {
		why     string
		details types.InstanceAccessDetails
		want    time.Time
	}{
		{"the service's word goes first", types.InstanceAccessDetails{ExpiresAt: ptr(until.Add(-time.Hour)), CertKey: ptr(certKey(ed25519, seconds, "key"))}, until.Add(-time.Hour)},
		{"it may be all there is", types.InstanceAccessDetails{ExpiresAt: &until, Protocol: types.InstanceAccessProtocolRdp}, until},
		{"RSA certificate", types.InstanceAccessDetails{CertKey: ptr(certKey(rsa, seconds, "e", "n"))}, until},
		{"ECDSA certificate", types.InstanceAccessDetails{CertKey: ptr(certKey(ecdsa, seconds, "curve", "point"))}, until},
		{"Ed25519 certificate with a comment", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, seconds, "key") + " comment\n")}, until},
		{"a certificate without an end", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, forever, "key"))}, time.Time{}},
		{"beyond what int64 holds", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, math.MaxInt64+1, "key"))}, time.Time{}},
		{"after the year 9999", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 253402300800, "key"))}, time.Time{}},
		{"the last second of 9999", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 253402300799, "key"))}, time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)},
		{"a certificate that never was valid", types.InstanceAccessDetails{CertKey: ptr(certKey(ed25519, 0, "key"))}, time.Unix(0, 0)},
	}
	for _, row := range rows {
		got, err := access.Expires(&row.details)
		if err != nil || !got.Equal(row.want) {
			t.Errorf("%s: got %v, %v, want %v", row.why, got, err, row.want)
		}
	}
}

func TestExpiresRefuses(t *testing.T) {
	if _, err := access.Expires(nil); !errors.Is(err, access.ErrNotReady) || !strings.Contains(err.Error(), "certKey") {
		t.Errorf("without details: %v", err)
	}
	rdp := &types.InstanceAccessDetails{Protocol: types.InstanceAccessProtocolRdp}
	if _, err := access.Expires(rdp); !errors.Is(err, access.ErrNotSSH) {
		t.Errorf("details for RDP: %v", err)
	}

	algorithm := "ssh-ed25519-cert-v01@openssh.com"
	whole := certBlob(algorithm, 1, "key")
	encode := func(algorithm string, blob []byte) string {
		return algorithm + " " + base64.StdEncoding.EncodeToString(blob)
	}
	bad := map[string]string{
		"a key without a certificate": encode("ssh-ed25519", wire("ssh-ed25519", "key")),
		"another kind":                encode("sk-x", certBlob("sk-x", 1, "key")),
		"a field too many":            certKey(algorithm, 1, "key", "key"),
		"bytes behind the end":        encode(algorithm, append(whole[:len(whole):len(whole)], 0)),
		"a length beyond the end":     encode(algorithm, append(wire(algorithm), 0xff, 0xff, 0xff, 0xff)),
	}
	for name, key := range bad {
		_, err := access.Expires(&types.InstanceAccessDetails{CertKey: &key})
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": certKey ") {
			t.Errorf("%s: %v", name, err)
			continue
		}
		hasNoSecret(t, err, key)
	}
	for n := range whole {
		if at, err := access.Expires(&types.InstanceAccessDetails{CertKey: ptr(encode(algorithm, whole[:n]))}); err == nil {
			t.Errorf("believed the first %d of %d bytes: %v", n, len(whole), at)
		}
	}
}

func FuzzExpires(f *testing.F) {
	f.Add("ssh-rsa-cert-v01@openssh.com", certBlob("ssh-rsa-cert-v01@openssh.com", 1, "e", "n"))
	f.Add("ssh-ed25519-cert-v01@openssh.com", certBlob("ssh-ed25519-cert-v01@openssh.com", forever, "key"))
	f.Add("ssh-ed25519", wire("ssh-ed25519", "key"))
	f.Add("", []byte{0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, algorithm string, blob []byte) {
		// The rest is only reached with the right name in front.
		for _, blob := range [][]byte{blob, append(wire(algorithm), blob...)} {
			key := algorithm + " " + base64.StdEncoding.EncodeToString(blob)
			at, err := access.Expires(&types.InstanceAccessDetails{CertKey: &key})
			switch {
			case err == nil && (at.Year() < 1 || at.Year() > 9999):
				t.Errorf("year %d", at.Year())
			case err != nil && !errors.Is(err, access.ErrMalformed) && !errors.Is(err, access.ErrNotReady):
				t.Errorf("unexpected error %v", err)
			}
		}
	})
}
