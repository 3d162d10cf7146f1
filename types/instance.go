package types

import "time"

type InstanceAccessDetails struct {
	CertKey       *string                `json:"certKey,omitzero"`
	ExpiresAt     *time.Time             `json:"expiresAt,omitzero"`
	HostKeys      []HostKeyAttributes    `json:"hostKeys,omitzero"`
	InstanceName  *string                `json:"instanceName,omitzero"`
	IpAddress     *string                `json:"ipAddress,omitzero"`
	Ipv6Addresses []string               `json:"ipv6Addresses,omitzero"`
	Password      *string                `json:"password,omitzero"`
	PasswordData  *PasswordData          `json:"passwordData,omitzero"`
	PrivateKey    *string                `json:"privateKey,omitzero"`
	Protocol      InstanceAccessProtocol `json:"protocol,omitzero"`
	Username      *string                `json:"username,omitzero"`
}

type HostKeyAttributes struct {
	Algorithm         *string    `json:"algorithm,omitzero"`
	FingerprintSHA1   *string    `json:"fingerprintSHA1,omitzero"`
	FingerprintSHA256 *string    `json:"fingerprintSHA256,omitzero"`
	NotValidAfter     *time.Time `json:"notValidAfter,omitzero"`
	NotValidBefore    *time.Time `json:"notValidBefore,omitzero"`
	PublicKey         *string    `json:"publicKey,omitzero"`
	WitnessedAt       *time.Time `json:"witnessedAt,omitzero"`
}

type PasswordData struct {
	Ciphertext  *string `json:"ciphertext,omitzero"`
	KeyPairName *string `json:"keyPairName,omitzero"`
}

type InstanceAccessProtocol string

const (
	InstanceAccessProtocolSsh InstanceAccessProtocol = "ssh"
	InstanceAccessProtocolRdp InstanceAccessProtocol = "rdp"
)

// Values lists the known values of InstanceAccessProtocol in a new slice, in the order of the service's model.
func (InstanceAccessProtocol) Values() []InstanceAccessProtocol {
	return []InstanceAccessProtocol{
		InstanceAccessProtocolSsh,
		InstanceAccessProtocolRdp,
	}
}

type InstancePlatform string

const (
	InstancePlatformLinuxUnix InstancePlatform = "LINUX_UNIX"
	InstancePlatformWindows   InstancePlatform = "WINDOWS"
)

// Values lists the known values of InstancePlatform in a new slice, in the order of the service's model.
func (InstancePlatform) Values() []InstancePlatform {
	return []InstancePlatform{
		InstancePlatformLinuxUnix,
		InstancePlatformWindows,
	}
}
