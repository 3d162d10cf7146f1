package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// InstanceAccessDetails are the addresses and credentials for logging in to an instance: over SSH on Linux and FreeBSD,
// over RDP (the Remote Desktop Protocol) on Windows.
//
// Protocol is the protocol that the details are for. The fields of the other protocol are not set, and any field can be
// missing.
//
// SSH needs both PrivateKey and CertKey: the instance does not know the key, but trusts the authority that signed the
// certificate. For OpenSSH, write PrivateKey to a file with mode 0600. Write CertKey and a newline to a file of the
// same name with the suffix "-cert.pub". Package [github.com/lightsail-go/sdk/lightsail/access] writes these files, and
// decrypts Windows passwords.
//
// Packages fmt and slog redact the credentials. Package encoding/json does not.
type InstanceAccessDetails struct {
	// CertKey is the temporary SSH certificate of PrivateKey: one line with the algorithm and the certificate in
	// base64, without a newline at its end.
	CertKey *string `json:"certKey,omitzero"`

	// ExpiresAt is when the temporary SSH credentials expire. If nil, use the end of validity in the certificate; the
	// function Expires of package access reads both.
	ExpiresAt *time.Time `json:"expiresAt,omitzero"`

	// HostKeys are the public SSH host keys of the instance, or its RDP certificate. Compare them with the key that the
	// server presents, to make sure that it is the instance. A new instance may have none yet.
	HostKeys []HostKeyAttributes `json:"hostKeys,omitzero"`

	// InstanceName is the instance to log in to.
	InstanceName *string `json:"instanceName,omitzero"`

	// IpAddress is the public IPv4 address. It can still be missing when the instance is already running.
	IpAddress *string `json:"ipAddress,omitzero"`

	// Ipv6Addresses are the public IPv6 addresses. Parse them before comparing: one address has several spellings.
	Ipv6Addresses []string `json:"ipv6Addresses,omitzero"`

	// Password is the initial password of the Windows user Username, in plain text. It is an empty string, not nil, for
	// up to 15 minutes after creation, until the password is known. It is always empty for an instance that was created
	// with a key pair other than the default, LightsailDefaultKeyPair; use PasswordData then. Changing the password in
	// Windows does not change this field.
	Password *string `json:"password,omitzero" sensitive:"true"`

	// PasswordData is the encrypted initial Windows password. It is needed if the instance was created with a key pair
	// other than the default.
	PasswordData *PasswordData `json:"passwordData,omitzero"`

	// PrivateKey is the temporary private SSH key in PEM format (type RSA PRIVATE KEY, PKCS #1), with a newline at its
	// end. The instance accepts it only together with CertKey.
	PrivateKey *string `json:"privateKey,omitzero" sensitive:"true"`

	// Protocol is the protocol that the details are for. It follows the instance: for a Windows instance it is rdp even
	// if the request did not set a protocol.
	Protocol InstanceAccessProtocol `json:"protocol,omitzero"`

	// Username is the user to log in as. The blueprint of the instance sets it: "ec2-user", "ubuntu", "bitnami",
	// "Administrator" and others.
	Username *string `json:"username,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v InstanceAccessDetails) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v InstanceAccessDetails) LogValue() slog.Value { return redact.LogValue(v) }

// HostKeyAttributes is a key that proves the identity of an instance: a public SSH host key or an RDP certificate.
//
// A line of an OpenSSH known_hosts file has the IP address, Algorithm and PublicKey, separated by spaces.
type HostKeyAttributes struct {
	// Algorithm is the type of the SSH key, such as "ssh-ed25519", "ssh-rsa" or "ecdsa-sha2-nistp256". For an RDP
	// certificate it is "x509-cert".
	Algorithm *string `json:"algorithm,omitzero"`

	// FingerprintSHA1 is the SHA-1 hash of the key. For SSH it is "SHA1:" and base64 without padding. For RDP it is
	// lower-case hexadecimal with colons and without a prefix.
	FingerprintSHA1 *string `json:"fingerprintSHA1,omitzero"`

	// FingerprintSHA256 is the SHA-256 hash of the key. For SSH it is "SHA256:" and base64 without padding. For RDP it
	// is lower-case hexadecimal with colons and without a prefix.
	FingerprintSHA256 *string `json:"fingerprintSHA256,omitzero"`

	// NotValidAfter is the end of validity of an RDP certificate. It is nil for SSH.
	NotValidAfter *time.Time `json:"notValidAfter,omitzero"`

	// NotValidBefore is the start of validity of an RDP certificate. It is nil for SSH.
	NotValidBefore *time.Time `json:"notValidBefore,omitzero"`

	// PublicKey is the SSH key in base64, without the algorithm in front, or the RDP certificate.
	PublicKey *string `json:"publicKey,omitzero"`

	// WitnessedAt is when Lightsail recorded the key. It can be long ago. After a rebuild of the instance, the old key
	// stays here until DeleteKnownHostKeys is called.
	WitnessedAt *time.Time `json:"witnessedAt,omitzero"`
}

// PasswordData is the initial password of a Windows instance, encrypted with the public key of the instance's key pair.
//
// Packages fmt and slog redact Ciphertext. Package encoding/json does not.
type PasswordData struct {
	// Ciphertext is the password, encrypted with RSA PKCS #1 v1.5 and encoded in standard base64. It is an empty string
	// for up to 15 minutes after creation, until the password is known. Changing the password in Windows does not
	// change this field.
	Ciphertext *string `json:"ciphertext,omitzero" sensitive:"true"`

	// KeyPairName is the key pair whose private key decrypts Ciphertext. For the default key pair,
	// LightsailDefaultKeyPair, Lightsail decrypts the password and returns it in [InstanceAccessDetails].
	KeyPairName *string `json:"keyPairName,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v PasswordData) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v PasswordData) LogValue() slog.Value { return redact.LogValue(v) }

// InstanceAccessProtocol is the protocol for logging in to an instance: SSH for Linux and FreeBSD, RDP (the Remote
// Desktop Protocol) for Windows. The default in requests is ssh.
type InstanceAccessProtocol string

// Values of [InstanceAccessProtocol].
const (
	InstanceAccessProtocolSsh InstanceAccessProtocol = "ssh"
	InstanceAccessProtocolRdp InstanceAccessProtocol = "rdp"
)

// Values returns the known values of InstanceAccessProtocol. Later versions can have more.
func (InstanceAccessProtocol) Values() []InstanceAccessProtocol {
	return []InstanceAccessProtocol{
		InstanceAccessProtocolSsh,
		InstanceAccessProtocolRdp,
	}
}

// InstancePlatform is the family of operating systems of a blueprint, a bundle or an instance. A blueprint runs only on
// bundles for its platform.
type InstancePlatform string

// Values of [InstancePlatform].
const (
	InstancePlatformLinuxUnix InstancePlatform = "LINUX_UNIX" // Linux and FreeBSD
	InstancePlatformWindows   InstancePlatform = "WINDOWS"    // Windows Server
)

// Values returns the known values of InstancePlatform. Later versions can have more.
func (InstancePlatform) Values() []InstancePlatform {
	return []InstancePlatform{
		InstancePlatformLinuxUnix,
		InstancePlatformWindows,
	}
}
