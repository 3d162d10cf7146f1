package lightsailtest_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The fingerprints were computed with ssh-keygen, openssl and base64, as the
// documentation of Amazon EC2 describes it.
const (
	caFingerprint      = "a9:11:cb:c1:16:4a:71:ca:d7:f5:4a:a8:41:0b:01:e8" // of CertificateAuthority
	ed25519Key         = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINGPhZwuX2uQ9nV9Oby0EPbrNQCww/icBwURlSXGLJpu"
	ed25519Fingerprint = "+nArMkjAE7SIj1/jcudkyh2zBxq8/6x5dliqQlg5Pps="
)

var publishedFingerprint = regexp.MustCompile(`^([0-9a-f]{2}:){19}[0-9a-f]{2}$`)

func createKeyPair(t *testing.T, client *lightsail.Client, name string) *lightsail.CreateKeyPairOutput {
	t.Helper()
	return must[lightsail.CreateKeyPairOutput](t)(client.CreateKeyPair(t.Context(), &lightsail.CreateKeyPairInput{KeyPairName: &name}))
}

func importKeyPair(client *lightsail.Client, t *testing.T, name, key string) (*lightsail.ImportKeyPairOutput, error) {
	return client.ImportKeyPair(t.Context(), &lightsail.ImportKeyPairInput{KeyPairName: &name, PublicKeyBase64: &key})
}

func getKeyPair(t *testing.T, client *lightsail.Client, name string) *types.KeyPair {
	t.Helper()
	return must[lightsail.GetKeyPairOutput](t)(client.GetKeyPair(t.Context(), &lightsail.GetKeyPairInput{KeyPairName: &name})).KeyPair
}

func keyPairNames(t *testing.T, client *lightsail.Client, in *lightsail.GetKeyPairsInput) (names []string) {
	t.Helper()
	for k, err := range lightsail.NewGetKeyPairsPaginator(client, in).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *k.Name)
	}
	return names
}

// parsePrivateKey parses the PEM text of an RSA private key.
func parsePrivateKey(t *testing.T, text string) *rsa.PrivateKey {
	t.Helper()
	block, rest := pem.Decode([]byte(text))
	if block == nil || block.Type != "RSA PRIVATE KEY" || len(rest) > 0 {
		t.Fatalf("the private key is not one PEM block of type RSA PRIVATE KEY")
	}
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestKeyPairCreateUseDelete(t *testing.T) {
	_, client := newTestServer(t)
	created := must[lightsail.CreateKeyPairOutput](t)(client.CreateKeyPair(t.Context(), &lightsail.CreateKeyPairInput{
		KeyPairName: aws.String("deploy"), Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}))
	key := parsePrivateKey(t, *created.PrivateKeyBase64)
	wantEqual(t, "size of the key", 2048, key.N.BitLen())
	wantEqual(t, "operation type", "CreateKeyPair", string(created.Operation.OperationType))

	// Importing the public key shows that it is in the format of SSH.
	must[lightsail.ImportKeyPairOutput](t)(importKeyPair(client, t, "copy", *created.PublicKeyBase64+" me@example\n"))
	other := createKeyPair(t, client, "other")
	if *other.PrivateKeyBase64 == *created.PrivateKeyBase64 || *other.PublicKeyBase64 == *created.PublicKeyBase64 {
		t.Error("two key pairs have the same key")
	}

	got := getKeyPair(t, client, "deploy")
	if !publishedFingerprint.MatchString(aws.ToString(got.Fingerprint)) || *got.Fingerprint == *getKeyPair(t, client, "other").Fingerprint {
		t.Errorf("got the fingerprint %s, want 20 bytes that other key pairs do not have", aws.ToString(got.Fingerprint))
	}
	wantEqual(t, "key pair", &types.KeyPair{
		Arn:          created.KeyPair.Arn,
		CreatedAt:    created.KeyPair.CreatedAt,
		Fingerprint:  got.Fingerprint,
		Location:     &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:         aws.String("deploy"),
		ResourceType: types.ResourceTypeKeyPair,
		SupportCode:  aws.String("123456789012/deploy"),
		Tags:         []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}, got)
	wantEqual(t, "names", []string{"copy", "deploy", "other"}, keyPairNames(t, client, &lightsail.GetKeyPairsInput{IncludeDefaultKeyPair: aws.Bool(true)}))

	_, err := client.DeleteKeyPair(t.Context(), &lightsail.DeleteKeyPairInput{KeyPairName: aws.String("deploy"), ExpectedFingerprint: aws.String("00:11")})
	wantCode(t, "another fingerprint", err, invalidInput)
	must[lightsail.DeleteKeyPairOutput](t)(client.DeleteKeyPair(t.Context(), &lightsail.DeleteKeyPairInput{KeyPairName: aws.String("deploy")}))
	_, err = client.GetKeyPair(t.Context(), &lightsail.GetKeyPairInput{KeyPairName: aws.String("deploy")})
	wantCode(t, "get after delete", err, "NotFoundException")
	if again := createKeyPair(t, client, "deploy"); *again.PrivateKeyBase64 == *created.PrivateKeyBase64 {
		t.Error("a new key pair with the name of a deleted one has the same key")
	}
}

func TestImportKeyPairFormats(t *testing.T) {
	_, client := newTestServer(t)
	must[lightsail.ImportKeyPairOutput](t)(importKeyPair(client, t, "rsa", lightsailtest.CertificateAuthority))
	wantEqual(t, "fingerprint of an RSA key", caFingerprint, *getKeyPair(t, client, "rsa").Fingerprint)
	must[lightsail.ImportKeyPairOutput](t)(importKeyPair(client, t, "ed", ed25519Key+" comment"))
	wantEqual(t, "fingerprint of an Ed25519 key", ed25519Fingerprint, *getKeyPair(t, client, "ed").Fingerprint)

	rsaBlob := strings.Fields(lightsailtest.CertificateAuthority)[1]
	blob, err := base64.StdEncoding.DecodeString(rsaBlob)
	if err != nil {
		t.Fatal(err)
	}
	// The modulus is the last string, of 257 bytes.
	zero := slices.Concat(blob[:len(blob)-257-4], []byte{0, 0, 0, 1, 0})
	small := slices.Concat(blob[:len(blob)-257-4], []byte{0, 0, 0, 64}, blob[len(blob)-64:])
	for why, key := range map[string]string{
		"the line in base64":       base64.StdEncoding.EncodeToString([]byte(lightsailtest.CertificateAuthority)),
		"no type":                  rsaBlob,
		"another type":             "ssh-dss " + rsaBlob,
		"type and key differ":      "ssh-ed25519 " + rsaBlob,
		"not base64":               "ssh-rsa ????",
		"truncated":                "ssh-rsa " + rsaBlob[:len(rsaBlob)-8],
		"more bytes after the key": "ssh-rsa " + base64.StdEncoding.EncodeToString(slices.Concat(blob, []byte{0})),
		"an empty key":             "ssh-rsa AAAAB3NzaC1yc2E=",
		"a modulus of zero":        "ssh-rsa " + base64.StdEncoding.EncodeToString(zero),
		"a modulus of 512 bits":    "ssh-rsa " + base64.StdEncoding.EncodeToString(small),
		"a huge length":            "ssh-rsa " + base64.StdEncoding.EncodeToString([]byte("\xff\xff\xff\xffssh-rsa")),
		"a private key":            lightsailtest.KeyPairPEM,
	} {
		_, err := importKeyPair(client, t, "bad", key)
		wantCode(t, why, err, invalidInput)
		if err != nil && strings.Contains(err.Error(), key) {
			t.Errorf("%s: the error contains the key", why)
		}
	}
}

func TestDefaultKeyPair(t *testing.T) {
	_, client := newTestServer(t)
	include := &lightsail.GetKeyPairsInput{IncludeDefaultKeyPair: aws.Bool(true)}
	if names := keyPairNames(t, client, include); names != nil {
		t.Errorf("got the key pairs %q, want none before the default key pair is used", names)
	}
	first := must[lightsail.DownloadDefaultKeyPairOutput](t)(client.DownloadDefaultKeyPair(t.Context(), nil))
	parsePrivateKey(t, *first.PrivateKeyBase64)
	again := must[lightsail.DownloadDefaultKeyPairOutput](t)(client.DownloadDefaultKeyPair(t.Context(), nil))
	wantEqual(t, "second download", *first.PrivateKeyBase64+*first.PublicKeyBase64+first.CreatedAt.String(),
		*again.PrivateKeyBase64+*again.PublicKeyBase64+again.CreatedAt.String())
	name := lightsailtest.DefaultKeyPairName
	wantEqual(t, "names with the default key pair", []string{name}, keyPairNames(t, client, include))
	if names := keyPairNames(t, client, nil); names != nil {
		t.Errorf("without IncludeDefaultKeyPair: got %q, want none", names)
	}

	in := &lightsail.DeleteKeyPairInput{KeyPairName: &name}
	_, err := client.DeleteKeyPair(t.Context(), in)
	wantCode(t, "delete without a fingerprint", err, invalidInput)
	in.ExpectedFingerprint = getKeyPair(t, client, name).Fingerprint
	must[lightsail.DeleteKeyPairOutput](t)(client.DeleteKeyPair(t.Context(), in))
	if names := keyPairNames(t, client, include); names != nil {
		t.Errorf("after DeleteKeyPair: got %q, want none", names)
	}
	second := must[lightsail.DownloadDefaultKeyPairOutput](t)(client.DownloadDefaultKeyPair(t.Context(), nil))
	if *second.PrivateKeyBase64 == *first.PrivateKeyBase64 {
		t.Error("the new default key pair has the key of the deleted one")
	}
}

func createInstance(t *testing.T, client *lightsail.Client, name, blueprint, bundle string, keyPair *string) error {
	_, err := client.CreateInstances(t.Context(), &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: &blueprint, BundleId: &bundle, InstanceNames: []string{name}, KeyPairName: keyPair,
	})
	return err
}

func TestInstanceKeyPairMustExist(t *testing.T) {
	_, client := newTestServer(t)
	err := createInstance(t, client, "linux", "ubuntu_24_04", "nano_3_0", aws.String("absent"))
	wantCode(t, "unknown key pair", err, "NotFoundException")
	if err := createInstance(t, client, "linux", "ubuntu_24_04", "nano_3_0", nil); err != nil {
		t.Fatal(err)
	}
	getKeyPair(t, client, lightsailtest.DefaultKeyPairName)
}

// The private key of a key pair decrypts the passwords of the instances that have it.
func TestInstancePasswordIsEncryptedForItsKeyPair(t *testing.T) {
	server, client := newTestServer(t)
	server.PutAccessDetails(types.InstanceAccessDetails{InstanceName: aws.String("office"), Password: aws.String("correct horse")},
		types.InstanceAccessDetails{InstanceName: aws.String("lab"), Password: aws.String("battery staple")})
	key := *createKeyPair(t, client, "deploy").PrivateKeyBase64
	if err := createInstance(t, client, "office", "windows_server_2022", "small_win_3_0", aws.String("deploy")); err != nil {
		t.Fatal(err)
	}
	wantPassword := func(when, instance, key, password string) {
		t.Helper()
		details := must[lightsail.GetInstanceAccessDetailsOutput](t)(client.GetInstanceAccessDetails(t.Context(),
			&lightsail.GetInstanceAccessDetailsInput{InstanceName: &instance})).AccessDetails
		got, err := access.WindowsPassword(details, []byte(key))
		if err != nil || got != password {
			t.Errorf("%s: got the password %q of %s, %v, want %q", when, got, instance, err, password)
		}
	}
	wantPassword("with the key pair", "office", key, "correct horse")
	must[lightsail.DeleteKeyPairOutput](t)(client.DeleteKeyPair(t.Context(), &lightsail.DeleteKeyPairInput{KeyPairName: aws.String("deploy")}))
	createKeyPair(t, client, "deploy")
	wantPassword("after the key pair has been replaced", "office", key, "correct horse")

	own, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	must[lightsail.ImportKeyPairOutput](t)(importKeyPair(client, t, "own", sshLine(&own.PublicKey)))
	if err := createInstance(t, client, "lab", "windows_server_2022", "small_win_3_0", aws.String("own")); err != nil {
		t.Fatal(err)
	}
	ownPEM := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(own)})
	wantPassword("with an imported key pair", "lab", string(ownPEM), "battery staple")

	// A key pair that is not a resource has the key of KeyPairPEM.
	server.PutInstances(types.Instance{Name: aws.String("lab"), BlueprintId: aws.String("windows_server_2022"), SshKeyName: aws.String("unknown")})
	wantPassword("with an unknown key pair", "lab", lightsailtest.KeyPairPEM, "battery staple")
}

// sshLine returns a public key as a line of an SSH public key file.
func sshLine(key *rsa.PublicKey) string {
	field := func(b []byte) string {
		return string([]byte{0, 0, byte(len(b) >> 8), byte(len(b))}) + string(b)
	}
	blob := field([]byte("ssh-rsa")) + field([]byte{1, 0, 1}) + field(append([]byte{0}, key.N.Bytes()...))
	return "ssh-rsa " + base64.StdEncoding.EncodeToString([]byte(blob))
}

func TestKeyPairErrors(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String(lightsailtest.DefaultKeyPairName)}))
	for _, name := range []string{"-deploy", "web", "alpha"} {
		_, err := client.CreateKeyPair(t.Context(), &lightsail.CreateKeyPairInput{KeyPairName: &name})
		wantCode(t, "create "+name, err, invalidInput)
		_, err = importKeyPair(client, t, name, ed25519Key)
		wantCode(t, "import "+name, err, invalidInput)
	}
	_, err := client.DeleteKeyPair(t.Context(), &lightsail.DeleteKeyPairInput{KeyPairName: aws.String("absent")})
	wantCode(t, "delete", err, "NotFoundException")
	_, err = client.DownloadDefaultKeyPair(t.Context(), nil)
	wantCode(t, "default key pair with a name in use", err, invalidInput)
}

// The private key is only in the output that creates it.
func TestKeyPairLag(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeKeyPair, State: lightsailtest.Hidden, Polls: 1},
		lightsailtest.Lag{Type: types.ResourceTypeKeyPair, State: lightsailtest.Deleted, Polls: 2},
	))
	createKeyPair(t, client, "deploy")
	_, err := client.GetKeyPair(t.Context(), &lightsail.GetKeyPairInput{KeyPairName: aws.String("deploy")})
	wantCode(t, "first poll", err, "NotFoundException")
	getKeyPair(t, client, "deploy")

	// The default key pair is not hidden, and it can be created again while the old one
	// is being deleted.
	first := must[lightsail.DownloadDefaultKeyPairOutput](t)(client.DownloadDefaultKeyPair(t.Context(), nil))
	fingerprint := getKeyPair(t, client, lightsailtest.DefaultKeyPairName).Fingerprint
	must[lightsail.DeleteKeyPairOutput](t)(client.DeleteKeyPair(t.Context(), &lightsail.DeleteKeyPairInput{
		KeyPairName: aws.String(lightsailtest.DefaultKeyPairName), ExpectedFingerprint: fingerprint,
	}))
	second := must[lightsail.DownloadDefaultKeyPairOutput](t)(client.DownloadDefaultKeyPair(t.Context(), nil))
	if *second.PrivateKeyBase64 == *first.PrivateKeyBase64 {
		t.Error("the new default key pair has the key of the deleted one")
	}
	wantEqual(t, "names", []string{"deploy"}, keyPairNames(t, client, nil))
	if text := fmt.Sprintf("%+v", server.Snapshot()); strings.Contains(text, "PRIVATE KEY") {
		t.Error("the snapshot contains a private key")
	}
}
