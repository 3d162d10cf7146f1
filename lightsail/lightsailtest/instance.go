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

// DefaultKeyPairName is the key pair of instances that are given no other. For
// it, the service itself decrypts the passwords of Windows instances.
const DefaultKeyPairName = "LightsailDefaultKeyPair"

// An Instance is one that other operations know: GetInstanceAccessDetails,
// TagResource, SetResourceAccessForBucket.
type Instance struct {
	// Name is its name. Without one it is named instance-1, instance-2 and so on.
	Name string

	// Platform is LINUX_UNIX, the default, whose answer is for SSH, or WINDOWS,
	// whose answer is for Remote Desktop.
	Platform types.InstancePlatform

	// KeyPairName is the key pair that it was made with, by default
	// DefaultKeyPairName. With any other, the password of a Windows instance comes
	// encrypted, and KeyPairPEM decrypts it.
	KeyPairName string

	// NotReady is for how many calls it is still starting: no address and no host
	// keys for SSH, no password and no host keys for Remote Desktop.
	NotReady int

	// Tags are its labels.
	Tags []types.Tag

	// Access replaces what the server would make up, member by member, but for
	// CertKey and PrivateKey, which belong together. A Password is the plain text,
	// which is encrypted where KeyPairName says so.
	Access types.InstanceAccessDetails
}

// instance is an Instance and how many calls it is still not ready for.
type instance struct {
	Instance
	notReady int
}

// PutInstances adds instances, or replaces those of the same names.
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

// accessDetails makes the answer for an instance.
func (i *Instance) accessDetails(now time.Time, ready bool, serial uint64) (*types.InstanceAccessDetails, error) {
	details := i.Access
	details.InstanceName = aws.String(i.Name)
	setDefault(&details.IpAddress, "192.0.2.10")
	var err error
	if i.Platform == types.InstancePlatformWindows {
		err = i.remoteDesktop(now, ready, &details)
	} else {
		err = i.secureShell(now, ready, serial, &details)
	}
	if err != nil {
		return nil, err
	}
	if !ready {
		details.HostKeys = []types.HostKeyAttributes{}
	}
	return &details, nil
}

func (i *Instance) secureShell(now time.Time, ready bool, serial uint64, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolSsh
	setDefault(&details.Username, "ubuntu")
	// How long the real key lives is not published.
	setDefault(&details.ExpiresAt, now.UTC().Truncate(time.Second).Add(time.Hour))
	if details.CertKey == nil && details.PrivateKey == nil {
		certificate, err := userCertificate(serial, *details.Username, now, *details.ExpiresAt)
		if err != nil {
			return err
		}
		details.CertKey = &certificate
		details.PrivateKey = aws.String(userPEM)
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

func (i *Instance) remoteDesktop(now time.Time, ready bool, details *types.InstanceAccessDetails) error {
	details.Protocol = types.InstanceAccessProtocolRdp
	setDefault(&details.Username, "Administrator")
	if details.HostKeys == nil {
		key, err := certificateAttributes(now)
		if err != nil {
			return err
		}
		details.HostKeys = []types.HostKeyAttributes{key}
	}

	setDefault(&details.Password, "FakePassw0rd!example(1)x")
	if details.PasswordData == nil {
		details.PasswordData = &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: aws.String(i.KeyPairName)}
		if i.KeyPairName != DefaultKeyPairName && ready {
			key, err := pairKey()
			if err != nil {
				return err
			}
			// The padding is the one that the service uses.
			ciphertext, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte(*details.Password))
			if err != nil {
				return fmt.Errorf("the password of the instance cannot be encrypted: %w", err)
			}
			details.PasswordData.Ciphertext = aws.String(base64.StdEncoding.EncodeToString(ciphertext))
		}
	}
	if i.KeyPairName != DefaultKeyPairName || !ready {
		details.Password = aws.String("")
	}
	return nil
}

// certificateAttributes describe the certificate of a Windows instance. That its
// publicKey is the base64 of DER is a guess.
func certificateAttributes(now time.Time) (types.HostKeyAttributes, error) {
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
		FingerprintSHA1:   aws.String(colons(sum1[:])),
		FingerprintSHA256: aws.String(colons(sum256[:])),
		NotValidBefore:    aws.Time(certificate.NotBefore.UTC()),
		NotValidAfter:     aws.Time(certificate.NotAfter.UTC()),
	}, nil
}

// colons writes bytes as pairs of digits with colons between.
func colons(b []byte) string {
	return strings.ReplaceAll(fmt.Sprintf("% x", b), " ", ":")
}
