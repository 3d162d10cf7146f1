package lightsailtest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"slices"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateKeyPair", (*state).createKeyPair)
	register("DeleteKeyPair", (*state).deleteKeyPair)
	register("DownloadDefaultKeyPair", (*state).downloadDefaultKeyPair)
	register("GetKeyPair", (*state).getKeyPair)
	register("GetKeyPairs", (*state).getKeyPairs)
	register("ImportKeyPair", (*state).importKeyPair)

	registerPut("keyPairs", (*state).putKeyPair)
}

// A keyPair is an SSH key pair that instances can have.
type keyPair struct {
	entry
	types.KeyPair // without a fingerprint; see output

	// serial is the number of the created key. It is 0 for an imported key pair.
	serial int

	// imported is the key of an imported key pair.
	imported publicKey
}

func (*keyPair) kind() types.ResourceType { return types.ResourceTypeKeyPair }

func (k *keyPair) value() any { return &k.KeyPair }

// output returns the key pair for an output. The published fingerprints have 20 bytes.
// That they are those of Amazon EC2 is a guess.
func (k *keyPair) output() types.KeyPair {
	out := k.KeyPair
	out.Fingerprint = aws.String(k.imported.fingerprint)
	if k.serial > 0 {
		// Marshaling fails only for types of keys that are not supported.
		der, _ := x509.MarshalPKCS8PrivateKey(createdKey(k.serial))
		sum := sha1.Sum(der)
		out.Fingerprint = aws.String(colonHex(sum[:]))
	}
	return out
}

// privateKeyText returns the private key of a created key pair as the service sends it.
func (k *keyPair) privateKeyText() *string {
	der := x509.MarshalPKCS1PrivateKey(createdKey(k.serial))
	text := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: der})
	return aws.String(strings.TrimSpace(string(text)))
}

// publicKeyText returns the public key of a created key pair as the service sends it.
func (k *keyPair) publicKeyText() *string {
	var b sshBuffer
	b.string("ssh-rsa")
	b.publicKey(&createdKey(k.serial).PublicKey)
	return aws.String("ssh-rsa " + base64.StdEncoding.EncodeToString(b))
}

// passwordKey returns the key that encrypts the password of a Windows instance, which has
// another key pair than the default one. It is that of KeyPairPEM if the key pair is not a
// resource of the server or does not have an RSA key.
func (i *instance) passwordKey() (*rsa.PublicKey, error) {
	switch {
	case i.keyPair != nil && i.keyPair.serial > 0:
		return &createdKey(i.keyPair.serial).PublicKey, nil
	case i.keyPair != nil && i.keyPair.imported.rsa != nil:
		return i.keyPair.imported.rsa, nil
	}
	key, err := keyPairKey()
	if err != nil {
		return nil, err
	}
	return &key.PublicKey, nil
}

// createdKeys holds the keys that createdKey has generated.
var createdKeys struct {
	sync.Mutex
	keys []*rsa.PrivateKey
}

// createdKey returns the private key of the created key pair with the given number, which
// begins with 1. All servers of the process use the same keys, because it takes long to
// generate one.
func createdKey(serial int) *rsa.PrivateKey {
	createdKeys.Lock()
	defer createdKeys.Unlock()
	for len(createdKeys.keys) < serial {
		// rand.Reader never returns an error, and the size is valid.
		key, _ := rsa.GenerateKey(rand.Reader, 2048)
		createdKeys.keys = append(createdKeys.keys, key)
	}
	return createdKeys.keys[serial-1]
}

// newKeyPair returns a key pair with a new key, which is not generated before it is used.
func (st *state) newKeyPair(name string, tags []types.Tag) *keyPair {
	st.createdKeys++
	return &keyPair{KeyPair: types.KeyPair{Name: &name, Tags: mergeTags(nil, tags)}, serial: st.createdKeys}
}

// putKeyPair adds a key pair. With a fingerprint, it is one whose key the server does not
// know. Without one, the server creates its key.
func (st *state) putKeyPair(k types.KeyPair) {
	setDefaultName[*keyPair](st, &k.Name, "key-pair-%d")
	added := st.newKeyPair(*k.Name, nil)
	if k.Fingerprint != nil {
		added.serial, added.imported = 0, publicKey{fingerprint: *k.Fingerprint}
	}
	added.KeyPair = k
	st.put(added, "all")
}

func (st *state) createKeyPair(in *lightsail.CreateKeyPairInput) (*lightsail.CreateKeyPairOutput, error) {
	var v violations
	v.resourceName("keyPairName", in.KeyPairName)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.KeyPairName); err != nil {
		return nil, err
	}
	k := st.newKeyPair(*in.KeyPairName, in.Tags)
	st.create(k, "all")
	return &lightsail.CreateKeyPairOutput{
		// In the published example, the key pair has no fingerprint.
		KeyPair: &k.KeyPair,
		// The model has no operation types for key pairs. Published examples have this one
		// and DeleteKeyPair.
		Operation:        &st.record("CreateKeyPair", k)[0],
		PrivateKeyBase64: k.privateKeyText(),
		PublicKeyBase64:  k.publicKeyText(),
	}, nil
}

// importKeyPair also accepts keys of type ssh-ed25519, which is a guess: the
// documentation names ssh-rsa only. The operation type is a guess, too.
func (st *state) importKeyPair(in *lightsail.ImportKeyPairInput) (*lightsail.ImportKeyPairOutput, error) {
	var v violations
	v.resourceName("keyPairName", in.KeyPairName)
	if err := v.err(); err != nil {
		return nil, err
	}
	key, ok := parsePublicKey(*in.PublicKeyBase64)
	if !ok {
		return nil, invalidInput("The format of this public key is not valid.")
	}
	if err := st.checkNames(*in.KeyPairName); err != nil {
		return nil, err
	}
	k := &keyPair{KeyPair: types.KeyPair{Name: in.KeyPairName}, imported: key}
	st.create(k, "all")
	return &lightsail.ImportKeyPairOutput{Operation: &st.record("ImportKeyPair", k)[0]}, nil
}

func (st *state) getKeyPair(in *lightsail.GetKeyPairInput) (*lightsail.GetKeyPairOutput, error) {
	k, err := show[*keyPair](st, in.KeyPairName)
	if err != nil {
		return nil, err
	}
	out := k.output()
	return &lightsail.GetKeyPairOutput{KeyPair: &out}, nil
}

func (st *state) getKeyPairs(in *lightsail.GetKeyPairsInput) (*lightsail.GetKeyPairsOutput, error) {
	page, next, err := showPage[*keyPair](st, in)
	if !deref(in.IncludeDefaultKeyPair) {
		page = slices.DeleteFunc(page, func(k *keyPair) bool { return k.name == DefaultKeyPairName })
	}
	return &lightsail.GetKeyPairsOutput{KeyPairs: values(page, (*keyPair).output), NextPageToken: next}, err
}

// downloadDefaultKeyPair creates the default key pair if it does not exist.
func (st *state) downloadDefaultKeyPair(*lightsail.DownloadDefaultKeyPairInput) (*lightsail.DownloadDefaultKeyPairOutput, error) {
	k, err := st.defaultKeyPair()
	if err != nil {
		return nil, err
	}
	return &lightsail.DownloadDefaultKeyPairOutput{
		CreatedAt:        k.CreatedAt,
		PrivateKeyBase64: k.privateKeyText(),
		PublicKeyBase64:  k.publicKeyText(),
	}, nil
}

// defaultKeyPair returns the default key pair of the Region. It creates the key pair if it
// does not exist. No Hidden applies to it, because the service creates it by itself.
func (st *state) defaultKeyPair() (*keyPair, error) {
	k, isKeyPair := st.resources[DefaultKeyPairName].(*keyPair)
	switch {
	case isKeyPair && k.deleted <= 0:
		return k, nil
	case !isKeyPair:
		if err := st.checkNames(DefaultKeyPairName); err != nil {
			return nil, err
		}
	}
	k = st.newKeyPair(DefaultKeyPairName, nil)
	st.put(k, "all")
	return k, nil
}

// checkKeyPair returns an error unless new instances can have the key pair. The service
// creates the default key pair with the first instance that uses it. The error for a key
// pair that does not exist is a guess.
func (st *state) checkKeyPair(name *string) (err error) {
	if name == nil || *name == DefaultKeyPairName {
		_, err = st.defaultKeyPair()
	} else {
		_, err = find[*keyPair](st, name)
	}
	return err
}

// deleteKeyPair also deletes a key pair that instances use, which keep it. The
// documentation requires ExpectedFingerprint for the default key pair. The errors are
// guesses, and so is that the fingerprint of other key pairs is compared if it is set.
func (st *state) deleteKeyPair(in *lightsail.DeleteKeyPairInput) (*lightsail.DeleteKeyPairOutput, error) {
	k, err := find[*keyPair](st, in.KeyPairName)
	if err != nil {
		return nil, err
	}
	if in.ExpectedFingerprint == nil && k.name == DefaultKeyPairName {
		return nil, invalidInput("expectedFingerprint: must be set to delete %s", k.name)
	}
	if in.ExpectedFingerprint != nil && *in.ExpectedFingerprint != *k.output().Fingerprint {
		return nil, invalidInput("expectedFingerprint: must be the fingerprint of %s", k.name)
	}
	st.remove(k, "")
	return &lightsail.DeleteKeyPairOutput{Operation: &st.record("DeleteKeyPair", k)[0]}, nil
}
