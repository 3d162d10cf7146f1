package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestPassword(t *testing.T) {
	exampletest.Equal(t, runDemo(t, "-password", "windows-1"), exampletest.Outcome{
		Stdout: "FakePassw0rd!example(1)x\n",
		Stderr: demoNotice + "Initial password of Administrator at 192.0.2.12 (not updated if it was changed on the instance):\n",
	})
}

func TestEncryptedPassword(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	server := lightsailtest.NewServer(t, lightsailtest.WithInstances(types.Instance{
		Name: aws.String("win"), BlueprintId: aws.String("windows_server_2022"), SshKeyName: aws.String("mine"),
	}))
	windows := func(args ...string) exampletest.Outcome {
		return runLive(t, t.Context(), server, strings.NewReader(""), append(append([]string{"-wait", "1s", "-password"}, args...), "win")...)
	}

	exampletest.Equal(t, windows("-key", file("key", lightsailtest.KeyPairPEM)).Stdout, "FakePassw0rd!example(1)x\n")
	exampletest.Equal(t, windows(), exampletest.Outcome{Status: 255,
		Stderr: "connect: access: password is encrypted: private key of the key pair required: key pair \"mine\": use -key to specify the file\n"})
	none := file("none", "nothing")
	exampletest.Equal(t, windows("-key", none), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + none + ": access: not an RSA private key in PEM format: no private key block found\n"})
	exampletest.Equal(t, windows("-key", file("other", pkcs1(t))), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + filepath.Join(dir, "other") + ": access: private key does not decrypt the password: use the key pair that the instance was created with\n"})
	protected := file("protected", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n")
	exampletest.Equal(t, windows("-key", protected), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + protected + ": access: private key is protected by a passphrase: remove it from a copy of the file with ssh-keygen -p -m PEM\n"})
	absent := filepath.Join(dir, "absent")
	exampletest.Equal(t, windows("-key", absent), exampletest.Outcome{Status: 255,
		Stderr: "connect: -key: open " + absent + ": no such file or directory\n"})
}

// pkcs1 returns a new private key.
func pkcs1(t *testing.T) string {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
}
