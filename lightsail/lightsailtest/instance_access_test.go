package lightsailtest_test

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// noAccess delays the access details of instances for one call.
var noAccess = lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.NoAccess, Polls: 1})

// accessDetails calls GetInstanceAccessDetails.
func accessDetails(t *testing.T, server *lightsailtest.Server, name string, protocol types.InstanceAccessProtocol) *types.InstanceAccessDetails {
	t.Helper()
	out, err := server.Client(inProcess(server)).GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{
		InstanceName: &name, Protocol: protocol,
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.AccessDetails
}

func TestAccessDetailsSSH(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Second)
	server := lightsailtest.NewServer(t, lightsailtest.WithClock(func() time.Time { return now }), lightsailtest.WithInstances(
		types.Instance{Name: aws.String("web"), Username: aws.String("bitnami")}), noAccess)

	early := accessDetails(t, server, "web", "")
	if early.IpAddress != nil || len(early.HostKeys) != 0 {
		t.Errorf("while the instance starts: got address %v and %d host keys, want none", early.IpAddress, len(early.HostKeys))
	}

	// The server returns SSH details although the input asks for RDP.
	d := accessDetails(t, server, "web", types.InstanceAccessProtocolRdp)
	certKey, privateKey, hostKeys := *d.CertKey, *d.PrivateKey, d.HostKeys
	d.CertKey, d.PrivateKey, d.HostKeys = nil, nil, nil
	want := &types.InstanceAccessDetails{
		ExpiresAt:     aws.Time(now.Add(time.Hour)),
		InstanceName:  aws.String("web"),
		IpAddress:     aws.String("192.0.2.10"),
		Ipv6Addresses: server.Snapshot().Instances[0].Ipv6Addresses,
		Protocol:      types.InstanceAccessProtocolSsh,
		Username:      aws.String("bitnami"),
	}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("access details (-want +got):\n%s", diff)
	}

	for i, algorithm := range []string{"ssh-rsa", "ssh-ed25519", "ecdsa-sha2-nistp256"} {
		key := hostKeys[i]
		blob, err := base64.StdEncoding.DecodeString(*key.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		sum1, sum256 := sha1.Sum(blob), sha256.Sum256(blob)
		want := types.HostKeyAttributes{
			Algorithm:         aws.String(algorithm),
			FingerprintSHA1:   aws.String("SHA1:" + base64.RawStdEncoding.EncodeToString(sum1[:])),
			FingerprintSHA256: aws.String("SHA256:" + base64.RawStdEncoding.EncodeToString(sum256[:])),
			PublicKey:         key.PublicKey,
			WitnessedAt:       &now,
		}
		if diff := cmp.Diff(want, key); diff != "" {
			t.Errorf("host key %d (-want +got):\n%s", i, diff)
		}
	}

	// Programs write the private key to a file for OpenSSH, which needs the last newline.
	block, rest := pem.Decode([]byte(privateKey))
	if block == nil || block.Type != "RSA PRIVATE KEY" || len(rest) != 0 || !strings.HasSuffix(privateKey, "-----\n") {
		t.Fatal("the private key is not one PEM block with a newline at the end")
	}
	if _, err := x509.ParsePKCS1PrivateKey(block.Bytes); err != nil {
		t.Fatal(err)
	}
	// ssh-keygen checks the format of the certificate.
	keygen, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Skip("ssh-keygen is not installed")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"tempkey": privateKey, "tempkey-cert.pub": certKey + "\n", "ca.pub": lightsailtest.CertificateAuthority + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), keygen, args...)
		cmd.Env = append(os.Environ(), "TZ=UTC")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("ssh-keygen %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	fingerprint := func(text string) string {
		_, after, _ := strings.Cut(text, "SHA256:")
		return strings.Fields(after)[0]
	}
	text := run("-L", "-f", filepath.Join(dir, "tempkey-cert.pub"))
	for _, want := range []string{
		"Type: ssh-rsa-cert-v01@openssh.com user certificate",
		"Public key: RSA-CERT SHA256:" + fingerprint(run("-l", "-f", filepath.Join(dir, "tempkey"))),
		"Signing CA: RSA SHA256:" + fingerprint(run("-l", "-f", filepath.Join(dir, "ca.pub"))) + " (using rsa-sha2-256)",
		fmt.Sprintf("Valid: from %s to %s", now.Format("2006-01-02T15:04:05"), now.Add(time.Hour).Format("2006-01-02T15:04:05")),
		"Principals: \n                bitnami\n",
		"Critical Options: (none)",
		"permit-X11-forwarding\n                permit-agent-forwarding\n                permit-port-forwarding\n                permit-pty\n                permit-user-rc",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("ssh-keygen -L does not print %q:\n%s", want, text)
		}
	}
}

func TestAccessDetailsRDP(t *testing.T) {
	server := lightsailtest.NewServer(t, noAccess)
	server.PutInstances(types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022")})
	d := accessDetails(t, server, "office", "")
	if *d.Password != "" || *d.PasswordData.Ciphertext != "" || len(d.HostKeys) != 0 {
		t.Errorf("while the instance starts: got %+v, want no password and no host keys", d)
	}
	d = accessDetails(t, server, "office", "")
	key := d.HostKeys[0]
	d.HostKeys = nil
	want := &types.InstanceAccessDetails{
		InstanceName: aws.String("office"),
		IpAddress:    aws.String("192.0.2.10"),
		Password:     aws.String("FakePassw0rd!example(1)x"),
		PasswordData: &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: aws.String(lightsailtest.DefaultKeyPairName)},
		Protocol:     types.InstanceAccessProtocolRdp,
		Username:     aws.String("Administrator"),
	}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("access details (-want +got):\n%s", diff)
	}
	der, err := base64.StdEncoding.DecodeString(*key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, b := range sha1.Sum(der) {
		pairs = append(pairs, fmt.Sprintf("%02x", b))
	}
	if got, want := *key.FingerprintSHA1, strings.Join(pairs, ":"); got != want || *key.Algorithm != "x509-cert" {
		t.Errorf("got algorithm %s and fingerprint %s, want x509-cert and %s", *key.Algorithm, got, want)
	}
	if !key.NotValidAfter.Equal(certificate.NotAfter) || !key.NotValidBefore.Equal(certificate.NotBefore) {
		t.Errorf("valid from %v to %v, want %v to %v", key.NotValidBefore, key.NotValidAfter, certificate.NotBefore, certificate.NotAfter)
	}
}

// A Windows instance without an IPv4 address has its IPv6 addresses, once it is ready.
func TestAccessDetailsRDPWithoutIPv4(t *testing.T) {
	server := lightsailtest.NewServer(t, noAccess, lightsailtest.WithInstances(types.Instance{
		BlueprintId: aws.String("windows_server_2022"), IpAddressType: types.IpAddressTypeIpv6, Name: aws.String("v6"),
	}))
	early := accessDetails(t, server, "v6", "")
	wantEqual(t, "addresses while it starts", []string(nil), early.Ipv6Addresses)
	d := accessDetails(t, server, "v6", "")
	if d.IpAddress != nil || d.Protocol != types.InstanceAccessProtocolRdp {
		t.Errorf("got IPv4 address %v and protocol %s, want none and rdp", d.IpAddress, d.Protocol)
	}
	wantEqual(t, "addresses", server.Snapshot().Instances[0].Ipv6Addresses, d.Ipv6Addresses)
}

func TestAccessDetailsOverride(t *testing.T) {
	own := types.InstanceAccessDetails{
		CertKey:       aws.String("ssh-rsa-cert-v01@openssh.com AAAA"),
		ExpiresAt:     aws.Time(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)),
		HostKeys:      []types.HostKeyAttributes{},
		IpAddress:     aws.String("198.51.100.1"),
		Ipv6Addresses: []string{},
		PrivateKey:    aws.String("a key"),
		InstanceName:  aws.String("web"),
		Username:      aws.String("admin"),
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}), lightsailtest.WithAccessDetails(own))
	got := accessDetails(t, server, "web", types.InstanceAccessProtocolSsh)
	own.Protocol = types.InstanceAccessProtocolSsh
	if diff := cmp.Diff(&own, got); diff != "" {
		t.Errorf("access details (-want +got):\n%s", diff)
	}
}

func TestAccessDetailsErrors(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithInstances(types.Instance{}))
	wantInvalidInput(t, server, "GetInstanceAccessDetails", lightsail.GetInstanceAccessDetailsInput{}, "instanceName: must be set")
	wantInvalidInput(t, server, "GetInstanceAccessDetails",
		lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("instance-1"), Protocol: "vnc"}, "protocol: must be one of ssh, rdp")
	_, err := server.Client(inProcess(server)).GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("missing")})
	if errorCode(err) != "NotFoundException" {
		t.Errorf("got %v, want a NotFoundException", err)
	}
}
