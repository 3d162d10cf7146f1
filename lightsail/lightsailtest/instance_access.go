package lightsailtest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// DefaultKeyPairName is the name of the key pair that an instance has by default. The
// service keeps its private key and returns the password of a Windows instance
// decrypted.
const DefaultKeyPairName = "LightsailDefaultKeyPair"

func init() {
	register("DeleteKnownHostKeys", (*state).deleteKnownHostKeys)
	register("GetInstanceAccessDetails", (*state).getInstanceAccessDetails)

	registerPut("accessDetails", (*state).putAccessDetails)
}

func (st *state) putAccessDetails(d types.InstanceAccessDetails) {
	st.access[deref(d.InstanceName)] = d
}

// getInstanceAccessDetails returns details for the platform of the instance. The service
// does so if the input has no protocol. That it ignores a protocol that does not fit is a
// guess.
func (st *state) getInstanceAccessDetails(in *lightsail.GetInstanceAccessDetailsInput) (*lightsail.GetInstanceAccessDetailsOutput, error) {
	i, err := find[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	ready := i.notReady <= 0 && *i.State.Name != instancePending
	if !ready {
		i.notReady--
	}
	details, err := st.accessDetails(i, ready)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: details}, nil
}

// accessDetails returns new access details for an instance.
func (st *state) accessDetails(i *instance, ready bool) (*types.InstanceAccessDetails, error) {
	details := clone(st.access[i.name])
	details.InstanceName = &i.name
	if details.IpAddress == nil {
		details.IpAddress = i.PublicIpAddress
	}
	setDefault(&details.Username, deref(i.Username))
	setDetails := st.setSSHDetails
	if blueprint, _ := st.blueprint(*i.BlueprintId); blueprint.Platform == types.InstancePlatformWindows {
		setDetails = st.setRDPDetails
	}
	if err := setDetails(i, ready, &details); err != nil {
		return nil, err
	}
	if !ready {
		details.HostKeys = []types.HostKeyAttributes{}
	}
	return &details, nil
}

// setSSHDetails sets the fields that are specific to SSH.
func (st *state) setSSHDetails(i *instance, ready bool, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolSsh
	// The lifetime of the certificate is a guess.
	setDefault(&details.ExpiresAt, st.now.Truncate(time.Second).Add(time.Hour))
	if details.CertKey == nil && details.PrivateKey == nil {
		certificate, err := userCertificate(st.random.Uint64()>>8, *details.Username, st.now, *details.ExpiresAt)
		if err != nil {
			return err
		}
		details.CertKey = &certificate
		details.PrivateKey = aws.String(userKeyPEM)
	}
	if details.Ipv6Addresses == nil {
		details.Ipv6Addresses = i.Ipv6Addresses
	}
	if details.HostKeys == nil {
		for _, key := range hostKeys {
			blob, err := base64.StdEncoding.DecodeString(key.publicKey)
			if err != nil {
				return err
			}
			sum1, sum256 := sha1.Sum(blob), sha256.Sum256(blob)
			details.HostKeys = append(details.HostKeys, types.HostKeyAttributes{
				Algorithm:         aws.String(key.algorithm),
				PublicKey:         aws.String(key.publicKey),
				WitnessedAt:       i.witnessedAt(),
				FingerprintSHA1:   aws.String("SHA1:" + base64.RawStdEncoding.EncodeToString(sum1[:])),
				FingerprintSHA256: aws.String("SHA256:" + base64.RawStdEncoding.EncodeToString(sum256[:])),
			})
		}
	}
	if !ready {
		details.IpAddress, details.Ipv6Addresses = nil, nil
	}
	return nil
}

// setRDPDetails sets the fields that are specific to RDP.
func (st *state) setRDPDetails(i *instance, ready bool, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolRdp
	if details.HostKeys == nil {
		key, err := windowsHostKey(i.witnessedAt())
		if err != nil {
			return err
		}
		details.HostKeys = []types.HostKeyAttributes{key}
	}

	// The published examples have an IPv4 address. That an instance without one has these
	// addresses is a guess.
	if details.IpAddress == nil && details.Ipv6Addresses == nil && ready {
		details.Ipv6Addresses = i.Ipv6Addresses
	}
	setDefault(&details.Password, "FakePassw0rd!example(1)x")
	if details.PasswordData == nil {
		details.PasswordData = &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: i.SshKeyName}
		if *i.SshKeyName != DefaultKeyPairName && ready {
			key, err := i.passwordKey()
			if err != nil {
				return err
			}
			// The service uses PKCS #1 v1.5 padding.
			ciphertext, err := rsa.EncryptPKCS1v15(rand.Reader, key, []byte(*details.Password))
			if err != nil {
				return fmt.Errorf("encrypt password of instance: %w", err)
			}
			details.PasswordData.Ciphertext = aws.String(base64.StdEncoding.EncodeToString(ciphertext))
		}
	}
	if *i.SshKeyName != DefaultKeyPairName || !ready {
		details.Password = aws.String("")
	}
	return nil
}

// windowsHostKey returns the host key attributes of a Windows instance, which describe its
// certificate. That PublicKey is base64-encoded DER is a guess.
func windowsHostKey(witnessedAt *time.Time) (types.HostKeyAttributes, error) {
	der, err := base64.StdEncoding.DecodeString(windowsCertificate)
	if err != nil {
		return types.HostKeyAttributes{}, err
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		return types.HostKeyAttributes{}, err
	}
	sum1, sum256 := sha1.Sum(der), sha256.Sum256(der)
	return types.HostKeyAttributes{
		Algorithm:         aws.String("x509-cert"),
		PublicKey:         aws.String(windowsCertificate),
		WitnessedAt:       witnessedAt,
		FingerprintSHA1:   aws.String(colonHex(sum1[:])),
		FingerprintSHA256: aws.String(colonHex(sum256[:])),
		NotValidBefore:    aws.Time(certificate.NotBefore.UTC()),
		NotValidAfter:     aws.Time(certificate.NotAfter.UTC()),
	}, nil
}

// witnessedAt returns the time at which the service has seen the host keys. They do not
// change. That the service sees them as soon as the instance is created or the known keys
// are deleted is a guess.
func (i *instance) witnessedAt() *time.Time {
	if !i.keysDeleted.IsZero() {
		return &i.keysDeleted
	}
	return i.CreatedAt
}

func (st *state) deleteKnownHostKeys(in *lightsail.DeleteKnownHostKeysInput) (*lightsail.DeleteKnownHostKeysOutput, error) {
	i, err := find[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	i.keysDeleted = st.now
	return &lightsail.DeleteKnownHostKeysOutput{Operations: st.record(types.OperationTypeDeleteKnownHostKeys, i)}, nil
}

// colonHex returns b as hexadecimal bytes that are separated by colons.
func colonHex(b []byte) string {
	return strings.ReplaceAll(fmt.Sprintf("% x", b), " ", ":")
}
