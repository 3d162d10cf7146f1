package access_test

import (
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
	good := *hostKey("ssh-ed25519", "key").PublicKey
	rows := []struct {
		name, field string
		key         types.HostKeyAttributes
	}{
		{"line break", "algorithm", types.HostKeyAttributes{Algorithm: ptr("ssh-rsa\n* ssh-rsa"), PublicKey: &good}},
		{"line break in an algorithm that is not for SSH", "algorithm", types.HostKeyAttributes{Algorithm: ptr("x509\n*"), PublicKey: &good}},
		{"space", "algorithm", hostKey("ssh-rsa x", "key")},
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
