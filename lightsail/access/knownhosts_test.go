package access_test

import (
	"crypto/ecdh"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

func TestKnownHosts(t *testing.T) {
	details := sshDetails()
	details.Ipv6Addresses = append(details.Ipv6Addresses, "2001:db8:1:2:3:4:5:6")
	got, err := access.KnownHosts(details)
	if err != nil {
		t.Fatal(err)
	}
	ed25519, ecdsa := *details.HostKeys[0].PublicKey, *details.HostKeys[1].PublicKey
	want := "" +
		"192.0.2.10 ssh-ed25519 " + ed25519 + "\n" +
		"2001:db8::ab ssh-ed25519 " + ed25519 + "\n" +
		"2001:db8:1:2:3:4:5:6 ssh-ed25519 " + ed25519 + "\n" +
		"192.0.2.10 ecdsa-sha2-nistp256 " + ecdsa + "\n" +
		"2001:db8::ab ecdsa-sha2-nistp256 " + ecdsa + "\n" +
		"2001:db8:1:2:3:4:5:6 ecdsa-sha2-nistp256 " + ecdsa + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("known_hosts (-want +got):\n%s", diff)
	}
}

func TestKnownHostsWithoutPrivateKey(t *testing.T) {
	details := sshDetails()
	public := &types.InstanceAccessDetails{IpAddress: details.IpAddress, HostKeys: details.HostKeys[:1]}
	if _, err := access.KnownHosts(public); err != nil {
		t.Error(err)
	}
}

func TestKnownHostsNotReady(t *testing.T) {
	for missing, details := range map[string]*types.InstanceAccessDetails{
		"ipAddress, hostKeys": nil,
		"ipAddress":           {HostKeys: sshDetails().HostKeys},
		"hostKeys":            {IpAddress: ptr("192.0.2.10"), HostKeys: []types.HostKeyAttributes{}},
	} {
		_, err := access.KnownHosts(details)
		if !errors.Is(err, access.ErrNotReady) || !strings.HasSuffix(err.Error(), ": missing "+missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
	details := sshDetails()
	details.Protocol = types.InstanceAccessProtocolRdp
	if _, err := access.KnownHosts(details); !errors.Is(err, access.ErrNotSSH) {
		t.Error(err)
	}
}

func TestKnownHostsInvalidHostKey(t *testing.T) {
	good := *ed25519HostKey().PublicKey
	rows := []struct {
		name, field string
		key         types.HostKeyAttributes
	}{
		{"line break", "algorithm", types.HostKeyAttributes{Algorithm: ptr("ssh-rsa\n* ssh-rsa"), PublicKey: &good}},
		{"line break in an algorithm that is not for SSH", "algorithm", types.HostKeyAttributes{Algorithm: ptr("x509\n*"), PublicKey: &good}},
		{"space", "algorithm", hostKey("ssh-ed25519 x", strings.Repeat("k", 32))},
		{"control character", "algorithm", types.HostKeyAttributes{Algorithm: ptr("ssh-\x1b"), PublicKey: &good}},
		{"missing", "algorithm", types.HostKeyAttributes{PublicKey: &good}},
		{"missing", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519")}},
		{"line break", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good + "\n" + good)}},
		{"line break inside base64", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good[:8] + "\n" + good[8:])}},
		{"space", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr("ssh-ed25519 " + good)}},
		{"not base64", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr("*")}},
		{"truncated", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good[:4])}},
		{"another algorithm", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-rsa"), PublicKey: &good}},
	}
	for _, row := range rows {
		details := sshDetails()
		details.HostKeys[1] = row.key
		text, err := access.KnownHosts(details)
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": hostKeys[1]."+row.field+" ") {
			t.Errorf("%s in %s: %v", row.name, row.field, err)
		}
		if text != "" {
			t.Errorf("%s in %s: got text and an error", row.name, row.field)
		}
	}
}

// publicKeys returns one host key of each algorithm.
func publicKeys() map[string][]string {
	public := windowsKey().PublicKey
	return map[string][]string{
		"ssh-ed25519":                        {strings.Repeat("k", 32)},
		"ssh-rsa":                            {"\x01\x00\x01", "\x00" + string(public.N.Bytes())},
		"ecdsa-sha2-nistp256":                {"nistp256", point(ecdh.P256())},
		"ecdsa-sha2-nistp384":                {"nistp384", point(ecdh.P384())},
		"ecdsa-sha2-nistp521":                {"nistp521", point(ecdh.P521())},
		"ssh-new":                            {"", "one field of any length"},
		"sk-ssh-ed25519@openssh.com":         {strings.Repeat("k", 32), "ssh:"},
		"sk-ecdsa-sha2-nistp256@openssh.com": {"nistp256", point(ecdh.P256()), "ssh:"},
	}
}

// knownHosts returns the error of KnownHosts for one host key.
func knownHosts(key types.HostKeyAttributes) error {
	_, err := access.KnownHosts(&types.InstanceAccessDetails{IpAddress: ptr("192.0.2.10"), HostKeys: []types.HostKeyAttributes{key}})
	return err
}

// TestKnownHostsTruncatedHostKey checks every prefix of a key of each algorithm, and
// the key with trailing bytes.
func TestKnownHostsTruncatedHostKey(t *testing.T) {
	for algorithm, fields := range publicKeys() {
		if err := knownHosts(hostKey(algorithm, fields...)); err != nil {
			t.Errorf("%s: %v", algorithm, err)
		}
		whole := wire(append([]string{algorithm}, fields...)...)
		// The prefixes of a key of an unknown algorithm that end with a field are valid.
		valid := map[int]bool{}
		if algorithm == "ssh-new" || strings.HasPrefix(algorithm, "sk-") {
			for i := range fields {
				valid[len(wire(append([]string{algorithm}, fields[:i+1]...)...))] = true
			}
		}
		var accepted []int
		for n := range whole {
			blob := base64.StdEncoding.EncodeToString(whole[:n])
			err := knownHosts(types.HostKeyAttributes{Algorithm: &algorithm, PublicKey: &blob})
			if err == nil && !valid[n] {
				accepted = append(accepted, n)
			} else if err != nil && !errors.Is(err, access.ErrMalformed) {
				t.Errorf("first %d bytes: %v", n, err)
			}
		}
		if accepted != nil {
			t.Errorf("%s: accepted the first %v of %d bytes", algorithm, accepted, len(whole))
		}
		for _, more := range []string{"\x00", "\x00\x00\x00\x01", "\xff\xff\xff\xffx"} {
			blob := base64.StdEncoding.EncodeToString(append(whole[:len(whole):len(whole)], more...))
			if err := knownHosts(types.HostKeyAttributes{Algorithm: &algorithm, PublicKey: &blob}); !errors.Is(err, access.ErrMalformed) {
				t.Errorf("%s with trailing bytes %q: %v", algorithm, more, err)
			}
		}
	}
}

// TestKnownHostsInvalidPublicKey checks keys that consist of complete fields with
// invalid values.
func TestKnownHostsInvalidPublicKey(t *testing.T) {
	n := string(windowsKey().N.Bytes())
	p256 := point(ecdh.P256())
	offCurve := []byte(p256)
	offCurve[64] ^= 1
	negative := "\xff" + n[1:]
	// This key has one byte of padding, so the last digit has two unused bits.
	unpadded := strings.TrimSuffix(*hostKey("ecdsa-sha2-nistp256", "nistp256", p256).PublicKey, "=")
	trailingBits := unpadded[:len(unpadded)-1] + string(unpadded[len(unpadded)-1]+1) + "="
	for name, key := range map[string]types.HostKeyAttributes{
		"ssh-ed25519 with 31 bytes":            hostKey("ssh-ed25519", strings.Repeat("k", 31)),
		"ssh-ed25519 with 33 bytes":            hostKey("ssh-ed25519", strings.Repeat("k", 33)),
		"ssh-ed25519 with an extra field":      hostKey("ssh-ed25519", strings.Repeat("k", 32), ""),
		"ssh-rsa without exponent":             hostKey("ssh-rsa", "", "\x00"+n),
		"ssh-rsa with exponent 0":              hostKey("ssh-rsa", "\x00", "\x00"+n),
		"ssh-rsa with exponent 1":              hostKey("ssh-rsa", "\x01", "\x00"+n),
		"ssh-rsa with even exponent":           hostKey("ssh-rsa", "\x04", "\x00"+n),
		"ssh-rsa with negative exponent":       hostKey("ssh-rsa", "\x81", "\x00"+n),
		"ssh-rsa with leading zero":            hostKey("ssh-rsa", "\x00\x03", "\x00"+n),
		"ssh-rsa with long exponent":           hostKey("ssh-rsa", "\x01"+strings.Repeat("\x01", 8), "\x00"+n),
		"ssh-rsa without modulus":              hostKey("ssh-rsa", "\x01\x00\x01", ""),
		"ssh-rsa with negative modulus":        hostKey("ssh-rsa", "\x01\x00\x01", negative),
		"ssh-rsa with leading zeros":           hostKey("ssh-rsa", "\x01\x00\x01", "\x00\x00"+n),
		"ssh-rsa with even modulus":            hostKey("ssh-rsa", "\x01\x00\x01", "\x00"+n[:255]+"\x02"),
		"ssh-rsa with modulus of 1016 bits":    hostKey("ssh-rsa", "\x01\x00\x01", "\x00\xff"+strings.Repeat("k", 126)),
		"ssh-rsa with modulus of 16392 bits":   hostKey("ssh-rsa", "\x01\x00\x01", "\x00\xff"+strings.Repeat("k", 2048)),
		"ssh-rsa with modulus before exponent": hostKey("ssh-rsa", "\x00"+n, "\x01\x00\x01"),
		"nistp256 with another curve":          hostKey("ecdsa-sha2-nistp256", "nistp384", point(ecdh.P384())),
		"nistp256 with another point":          hostKey("ecdsa-sha2-nistp256", "nistp256", point(ecdh.P384())),
		"nistp256 with compressed point":       hostKey("ecdsa-sha2-nistp256", "nistp256", "\x02"+p256[1:33]),
		"nistp256 without point":               hostKey("ecdsa-sha2-nistp256", "nistp256", ""),
		"nistp256 with point at infinity":      hostKey("ecdsa-sha2-nistp256", "nistp256", "\x00"),
		"nistp256 with point off the curve":    hostKey("ecdsa-sha2-nistp256", "nistp256", string(offCurve)),
		"unknown algorithm without fields":     hostKey("ssh-new"),
		"certificate in place of a key":        {Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(base64.StdEncoding.EncodeToString(certBlob("ssh-ed25519", 1, "key")))},
		"nonzero bits after the last byte":     {Algorithm: ptr("ecdsa-sha2-nistp256"), PublicKey: ptr(trailingBits)},
	} {
		if err := knownHosts(key); !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": hostKeys[0].publicKey ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzKnownHosts(f *testing.F) {
	for algorithm, fields := range publicKeys() {
		f.Add(algorithm, wire(fields...))
	}
	f.Fuzz(func(t *testing.T, algorithm string, fields []byte) {
		blob := base64.StdEncoding.EncodeToString(append(wire(algorithm), fields...))
		text, err := access.KnownHosts(&types.InstanceAccessDetails{IpAddress: ptr("192.0.2.10"), HostKeys: []types.HostKeyAttributes{{Algorithm: &algorithm, PublicKey: &blob}}})
		switch {
		case err == nil && text != "192.0.2.10 "+algorithm+" "+blob+"\n":
			t.Errorf("known_hosts %q", text)
		case err != nil && !errors.Is(err, access.ErrMalformed) && !errors.Is(err, access.ErrNotReady):
			t.Errorf("unexpected error %v", err)
		}
	})
}
