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

	"github.com/lightsail-go/sdk/types"
)

// DefaultKeyPairName is the name of the key pair that an instance has by default. The
// service keeps its private key and returns the password of a Windows instance
// decrypted.
const DefaultKeyPairName = "LightsailDefaultKeyPair"

// An Instance is a virtual server that exists for the API operations
// GetInstanceAccessDetails, TagResource, UntagResource, and SetResourceAccessForBucket.
// Nothing listens at its address.
type Instance struct {
	// Name is the name of the instance. If empty, the server chooses instance-1,
	// instance-2, and so on.
	Name string

	// Platform is LINUX_UNIX or WINDOWS. The default is LINUX_UNIX. It selects the
	// access details: SSH for LINUX_UNIX and RDP (Remote Desktop) for WINDOWS.
	Platform types.InstancePlatform

	// KeyPairName is the name of the instance's key pair. The default is
	// DefaultKeyPairName. With any other name, the access details of a Windows instance
	// have an encrypted password, which the key KeyPairPEM decrypts.
	KeyPairName string

	// NotReady is the number of GetInstanceAccessDetails calls during which the instance
	// is still starting. These return no host keys and, for SSH, no addresses or, for
	// RDP, no password.
	NotReady int

	// Tags holds the tags of the instance.
	Tags []types.Tag

	// Access overrides the access details that the server generates. A field that is not
	// set keeps the generated value, except that CertKey and PrivateKey are generated
	// only if neither is set. For a Windows instance, Password is the plain text, which
	// the server encrypts if KeyPairName requires it.
	Access types.InstanceAccessDetails
}

// instance is an Instance together with its remaining NotReady count.
type instance struct {
	Instance
	notReady int
}

// PutInstances adds instances to the server. An instance replaces an existing one with
// the same name.
func (s *Server) PutInstances(instances ...Instance) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	for _, i := range instances {
		s.state.putInstance(clone(i))
	}
}

func (st *state) putInstance(i Instance) {
	for n := len(st.instances) + 1; i.Name == ""; n++ {
		if name := fmt.Sprintf("instance-%d", n); st.instances[name] == nil {
			i.Name = name
		}
	}
	if i.Platform == "" {
		i.Platform = types.InstancePlatformLinuxUnix
	}
	if i.KeyPairName == "" {
		i.KeyPairName = DefaultKeyPairName
	}
	st.instances[i.Name] = &instance{Instance: i, notReady: i.NotReady}
}

// accessDetails returns new access details for the instance. serial is the serial number
// of the SSH certificate.
func (i *Instance) accessDetails(now time.Time, ready bool, serial uint64) (*types.InstanceAccessDetails, error) {
	details := i.Access
	details.InstanceName = aws.String(i.Name)
	setDefault(&details.IpAddress, "192.0.2.10")
	var err error
	if i.Platform == types.InstancePlatformWindows {
		err = i.setRDPDetails(now, ready, &details)
	} else {
		err = i.setSSHDetails(now, ready, serial, &details)
	}
	if err != nil {
		return nil, err
	}
	if !ready {
		details.HostKeys = []types.HostKeyAttributes{}
	}
	return &details, nil
}

// setSSHDetails sets the fields that are specific to SSH.
func (i *Instance) setSSHDetails(now time.Time, ready bool, serial uint64, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolSsh
	setDefault(&details.Username, "ubuntu")
	// The lifetime of the certificate is a guess.
	setDefault(&details.ExpiresAt, now.UTC().Truncate(time.Second).Add(time.Hour))
	if details.CertKey == nil && details.PrivateKey == nil {
		certificate, err := userCertificate(serial, *details.Username, now, *details.ExpiresAt)
		if err != nil {
			return err
		}
		details.CertKey = &certificate
		details.PrivateKey = aws.String(userKeyPEM)
	}
	if details.Ipv6Addresses == nil {
		details.Ipv6Addresses = []string{"2001:db8:d59:f900:6e05:1d5c:ec5d:4cd8"}
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
				WitnessedAt:       aws.Time(now.UTC().Truncate(time.Millisecond)),
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
func (i *Instance) setRDPDetails(now time.Time, ready bool, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolRdp
	setDefault(&details.Username, "Administrator")
	if details.HostKeys == nil {
		key, err := windowsHostKey(now)
		if err != nil {
			return err
		}
		details.HostKeys = []types.HostKeyAttributes{key}
	}

	setDefault(&details.Password, "FakePassw0rd!example(1)x")
	if details.PasswordData == nil {
		details.PasswordData = &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: aws.String(i.KeyPairName)}
		if i.KeyPairName != DefaultKeyPairName && ready {
			key, err := keyPairKey()
			if err != nil {
				return err
			}
			// The service uses PKCS #1 v1.5 padding.
			ciphertext, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte(*details.Password))
			if err != nil {
				return fmt.Errorf("encrypt password of instance: %w", err)
			}
			details.PasswordData.Ciphertext = aws.String(base64.StdEncoding.EncodeToString(ciphertext))
		}
	}
	if i.KeyPairName != DefaultKeyPairName || !ready {
		details.Password = aws.String("")
	}
	return nil
}

// windowsHostKey returns the host key attributes of a Windows instance, which describe its
// certificate. That PublicKey is base64-encoded DER is a guess.
func windowsHostKey(now time.Time) (types.HostKeyAttributes, error) {
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
		WitnessedAt:       aws.Time(now.UTC().Truncate(time.Millisecond)),
		FingerprintSHA1:   aws.String(colonHex(sum1[:])),
		FingerprintSHA256: aws.String(colonHex(sum256[:])),
		NotValidBefore:    aws.Time(certificate.NotBefore.UTC()),
		NotValidAfter:     aws.Time(certificate.NotAfter.UTC()),
	}, nil
}

// colonHex returns b as hexadecimal bytes that are separated by colons.
func colonHex(b []byte) string {
	return strings.ReplaceAll(fmt.Sprintf("% x", b), " ", ":")
}
