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

func TestKnownHostsNeedsNoSecrets(t *testing.T) {
	details := sshDetails()
	few := &types.InstanceAccessDetails{IpAddress: details.IpAddress, HostKeys: details.HostKeys[:1]}
	if _, err := access.KnownHosts(few); err != nil {
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

func TestKnownHostsRefusesBadKeys(t *testing.T) {
	good := *hostKey("ssh-ed25519", "key").PublicKey
	rows := []struct {
		why, member string
		key         types.HostKeyAttributes
	}{
		{"a second line", "algorithm", types.HostKeyAttributes{Algorithm: ptr("ssh-rsa\n* ssh-rsa"), PublicKey: &good}},
		{"a second line of another kind", "algorithm", types.HostKeyAttributes{Algorithm: ptr("x509\n*"), PublicKey: &good}},
		{"two words", "algorithm", hostKey("ssh-rsa x", "key")},
		{"a control character", "algorithm", types.HostKeyAttributes{Algorithm: ptr("ssh-\x1b"), PublicKey: &good}},
		{"no algorithm", "algorithm", types.HostKeyAttributes{PublicKey: &good}},
		{"no key", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519")}},
		{"a second line", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good + "\n" + good)}},
		{"a line break that base64 allows", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good[:8] + "\n" + good[8:])}},
		{"two words", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr("ssh-ed25519 " + good)}},
		{"not base64", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr("*")}},
		{"cut short", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-ed25519"), PublicKey: ptr(good[:4])}},
		{"another algorithm", "publicKey", types.HostKeyAttributes{Algorithm: ptr("ssh-rsa"), PublicKey: &good}},
	}
	for _, row := range rows {
		details := sshDetails()
		details.HostKeys[1] = row.key
		text, err := access.KnownHosts(details)
		if !errors.Is(err, access.ErrMalformed) || !strings.Contains(err.Error(), ": hostKeys[1]."+row.member+" ") {
			t.Errorf("%s in %s: %v", row.why, row.member, err)
		}
		if text != "" {
			t.Errorf("%s in %s: text beside the error", row.why, row.member)
		}
	}
}
