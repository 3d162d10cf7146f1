package types

import "time"

// InstanceAccessDetails is what it takes to log in to an instance, by SSH on Linux or by RDP on Windows.
//
// It holds secrets. They are redacted where the details are printed by package fmt or logged by package slog; encoding/json
// writes them, and so does slog's JSON handler where the details are inside a struct of your own.
// Look at Protocol to see which of the two it is; any field may be missing, and those of the other protocol are.
//
// For SSH, the key and the certificate belong together: the instance trusts the authority that signed the certificate, and
// does not know the key. For OpenSSH, write PrivateKey to a file of mode 0600 and CertKey with a line feed to a file of that
// name with "-cert.pub" added, where ssh finds it by itself.
type InstanceAccessDetails struct {
	// CertKey is the temporary SSH certificate: one line of two words, algorithm and base64, with no line feed at its end.
	// Without it PrivateKey opens nothing.
	CertKey *string `json:"certKey,omitzero"`

	// ExpiresAt is when the temporary SSH key ends. Where it is nil, the certificate's own validity tells.
	ExpiresAt *time.Time `json:"expiresAt,omitzero"`

	// HostKeys are the instance's public SSH host keys, or its RDP certificate, to check that you speak with the right machine.
	// A fresh instance may have none yet.
	HostKeys []HostKeyAttributes `json:"hostKeys,omitzero"`

	// InstanceName is the instance's name.
	InstanceName *string `json:"instanceName,omitzero"`

	// IpAddress is the public IPv4 address. It can still be missing when the instance already runs.
	IpAddress *string `json:"ipAddress,omitzero"`

	// Ipv6Addresses are the public IPv6 addresses, in any spelling.
	Ipv6Addresses []string `json:"ipv6Addresses,omitzero"`

	// Password is the first Windows password of Username, in clear, when the instance was made with the default key pair
	// (LightsailDefaultKeyPair). It is "" (not nil) for up to 15 minutes after creation, and always with a key pair of your
	// own: then see PasswordData, whose Ciphertext tells the two apart. It stays the same after the password is changed in
	// Windows.
	Password *string `json:"password,omitzero" secret:"true"`

	// PasswordData is the encrypted Windows password, for instances made with a key pair of your own.
	PasswordData *PasswordData `json:"passwordData,omitzero"`

	// PrivateKey is the temporary SSH key: PEM of type RSA PRIVATE KEY (PKCS #1), ending in a line feed. It needs CertKey
	// beside it.
	PrivateKey *string `json:"privateKey,omitzero" secret:"true"`

	// Protocol is the one these details are for. It follows the instance: a Windows instance can answer rdp where ssh, the
	// default, was asked for.
	Protocol InstanceAccessProtocol `json:"protocol,omitzero"`

	// Username is the name to log in with, set by the blueprint: "ec2-user", "ubuntu", "bitnami", "Administrator" and others.
	Username *string `json:"username,omitzero"`
}

// HostKeyAttributes is one key by which an instance proves who it is: an SSH host key, or its RDP certificate.
//
// A line for OpenSSH's known_hosts is the IP address, Algorithm and PublicKey with spaces between.
type HostKeyAttributes struct {
	// Algorithm is a plain string: for SSH the key's type, such as "ssh-ed25519", "ssh-rsa" or "ecdsa-sha2-nistp256"; for RDP
	// always "x509-cert".
	Algorithm *string `json:"algorithm,omitzero"`

	// FingerprintSHA1 is the SHA-1 fingerprint: for SSH "SHA1:" and unpadded base64, for RDP lower-case hexadecimal with
	// colons and no word before it.
	FingerprintSHA1 *string `json:"fingerprintSHA1,omitzero"`

	// FingerprintSHA256 is the SHA-256 fingerprint, spelled like FingerprintSHA1 with "SHA256:".
	FingerprintSHA256 *string `json:"fingerprintSHA256,omitzero"`

	// NotValidAfter is when an RDP certificate ends; nil for SSH.
	NotValidAfter *time.Time `json:"notValidAfter,omitzero"`

	// NotValidBefore is when an RDP certificate begins; nil for SSH.
	NotValidBefore *time.Time `json:"notValidBefore,omitzero"`

	// PublicKey is the key. For SSH it is the base64 part alone, without the algorithm in front.
	PublicKey *string `json:"publicKey,omitzero"`

	// WitnessedAt is when Lightsail saw the key. It can be long ago: after a rebuild of the machine the old key stays here
	// until Lightsail is told to forget it (DeleteKnownHostKeys).
	WitnessedAt *time.Time `json:"witnessedAt,omitzero"`
}

// PasswordData is the first Windows password, encrypted for the key pair that the instance was made with.
//
// It prints and logs redacted, like [InstanceAccessDetails].
//
// To read it, decode Ciphertext as standard base64 and decrypt the result by RSA, PKCS #1 v1.5, with the pair's private key.
type PasswordData struct {
	// Ciphertext is the encrypted password. It is "" for up to 15 minutes after creation, until the password is known. It
	// stays the same after the password is changed in Windows.
	Ciphertext *string `json:"ciphertext,omitzero" secret:"true"`

	// KeyPairName is the key pair. With LightsailDefaultKeyPair, which instances have if none was named at creation, the
	// service decrypts by itself and fills Password of [InstanceAccessDetails].
	KeyPairName *string `json:"keyPairName,omitzero"`
}

// InstanceAccessProtocol is the way to log in to an instance.
type InstanceAccessProtocol string

// The ways to log in.
const (
	InstanceAccessProtocolSsh InstanceAccessProtocol = "ssh" // a secure shell; the default in requests
	InstanceAccessProtocolRdp InstanceAccessProtocol = "rdp" // the Windows remote desktop
)

// Values lists the known protocols in a new slice, in the order of the service's model.
func (InstanceAccessProtocol) Values() []InstanceAccessProtocol {
	return []InstanceAccessProtocol{
		InstanceAccessProtocolSsh,
		InstanceAccessProtocolRdp,
	}
}

// InstancePlatform is the family of an instance's operating system.
type InstancePlatform string

// The families.
const (
	InstancePlatformLinuxUnix InstancePlatform = "LINUX_UNIX" // Linux and FreeBSD, reached by SSH
	InstancePlatformWindows   InstancePlatform = "WINDOWS"    // Windows Server, reached by RDP
)

// Values lists the known families in a new slice, in the order of the service's model.
func (InstancePlatform) Values() []InstancePlatform {
	return []InstancePlatform{
		InstancePlatformLinuxUnix,
		InstancePlatformWindows,
	}
}
