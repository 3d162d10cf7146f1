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

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestPassword(t *testing.T) {
	exampletest.Equal(t, local(t, "-password", "windows-1"), exampletest.Outcome{
		Stdout: "FakePassw0rd!example(1)x\n",
		Stderr: demoLine + "The first password of Administrator at 192.0.2.10, who may have another by now:\n",
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
	server := lightsailtest.NewServer(t, lightsailtest.WithInstances(lightsailtest.Instance{
		Name: "win", Platform: types.InstancePlatformWindows, KeyPairName: "mine",
	}))
	windows := func(args ...string) exampletest.Outcome {
		return live(t, t.Context(), server, strings.NewReader(""), append(append([]string{"-wait", "1s", "-password"}, args...), "win")...)
	}

	exampletest.Equal(t, windows("-key", file("key", lightsailtest.KeyPairPEM)).Stdout, "FakePassw0rd!example(1)x\n")
	exampletest.Equal(t, windows(), exampletest.Outcome{Status: 255,
		Stderr: "connect: access: the password is encrypted, the private key of its key pair is needed: key pair \"mine\": give the file with -key\n"})
	none := file("none", "nothing")
	exampletest.Equal(t, windows("-key", none), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + none + ": access: not an RSA private key in PEM: no private key block found\n"})
	exampletest.Equal(t, windows("-key", file("other", pkcs1(t))), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + filepath.Join(dir, "other") + ": access: the private key does not decrypt the password: it must be that of the key pair with which the instance was made\n"})
	protected := file("protected", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n")
	exampletest.Equal(t, windows("-key", protected), exampletest.Outcome{Status: 255,
		Stderr: "connect: " + protected + ": access: the private key is protected by a passphrase: ssh-keygen -p -m PEM takes it off a copy of the file\n"})
	absent := filepath.Join(dir, "absent")
	exampletest.Equal(t, windows("-key", absent), exampletest.Outcome{Status: 255,
		Stderr: "connect: open " + absent + ": no such file or directory\n"})
}

// pkcs1 returns a key of nobody.
func pkcs1(t *testing.T) string {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}))
}

func TestWrongProtocol(t *testing.T) {
	exampletest.Equal(t, local(t, "windows-1").Stderr, demoLine+
		"connect: windows-1 is a Windows instance: one logs in to it by Remote Desktop, not by SSH.\n"+
		"-password prints the password of its user Administrator at 192.0.2.10\n")
	exampletest.Equal(t, local(t, "-password", "web-1").Stderr, demoLine+
		"connect: web-1 is no Windows instance and has no password: one logs in to it by SSH, without -password\n")
}
