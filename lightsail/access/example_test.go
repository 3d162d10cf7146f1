package access_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// In these examples, sshDetails and encryptedPassword take the place of a call of
// GetInstanceAccessDetails.

func ExampleSSHFiles() {
	details := sshDetails()
	files, err := access.SSHFiles("", details) // "" creates a temporary directory
	if err != nil {
		log.Fatal(err)
	}
	defer files.Remove()

	for _, path := range []string{files.Key, files.Certificate, files.KnownHosts} {
		fmt.Println(filepath.Base(path))
	}
	// Output:
	// key
	// key-cert.pub
	// known_hosts
}

func ExampleFiles_Args() {
	files, err := access.SSHFiles("", sshDetails())
	if err != nil {
		log.Fatal(err)
	}
	defer files.Remove()

	// Options go before Args and the command after it. To run it, use
	// exec.Command("ssh", args...).
	args := append([]string{"-o", "ConnectTimeout=10"}, files.Args()...)
	args = append(args, "uptime")

	dir := filepath.ToSlash(filepath.Dir(files.Key))
	fmt.Println("ssh", strings.ReplaceAll(strings.Join(args, " "), dir, "DIR"))
	// Output:
	// ssh -o ConnectTimeout=10 -o IdentityFile="DIR/key" -o CertificateFile="DIR/key-cert.pub" -o IdentitiesOnly=yes -o UserKnownHostsFile="DIR/known_hosts" -o StrictHostKeyChecking=yes -- ubuntu@192.0.2.10 uptime
}

func ExampleFiles_Remove() {
	files, err := access.SSHFiles("", sshDetails())
	if err != nil {
		log.Fatal(err)
	}
	if err := files.Remove(); err != nil {
		log.Fatal(err)
	}
	_, err = os.Stat(filepath.Dir(files.Key))
	fmt.Println("removed:", os.IsNotExist(err))
	// Output:
	// removed: true
}

func ExampleKnownHosts() {
	text, err := access.KnownHosts(&types.InstanceAccessDetails{
		IpAddress:     ptr("192.0.2.10"),
		Ipv6Addresses: []string{"2001:DB8:0:0:0:0:0:AB"},
		HostKeys: []types.HostKeyAttributes{{
			Algorithm: ptr("ssh-ed25519"),
			PublicKey: ptr("AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"),
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
	// Output:
	// 192.0.2.10 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
	// 2001:db8::ab ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
}

func ExampleExpires() {
	details := sshDetails() // ExpiresAt is nil, so Expires reads the certificate
	expires, err := access.Expires(details)
	if err != nil {
		log.Fatal(err)
	}
	if expires.IsZero() {
		fmt.Println("does not expire")
	} else {
		fmt.Println(expires)
	}
	// Output:
	// 2030-01-02 03:04:05 +0000 UTC
}

func ExampleWindowsPassword() {
	key := windowsKey()
	details := encryptedPassword(key, "correct horse")
	pemKey := pkcs1(key) // usually read from a file with os.ReadFile

	password, err := access.WindowsPassword(details, pemKey)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(password)
	// Output:
	// correct horse
}

func ExampleWindowsPassword_errors() {
	key := windowsKey()
	for _, details := range []*types.InstanceAccessDetails{
		{Protocol: types.InstanceAccessProtocolRdp},
		encryptedPassword(key, "correct horse"),
	} {
		_, err := access.WindowsPassword(details, nil)
		switch {
		case errors.Is(err, access.ErrNotReady):
			fmt.Println("try again later:", err)
		case errors.Is(err, access.ErrKeyNeeded):
			fmt.Println("key file required:", err)
		}
	}
	// Output:
	// try again later: access: details are not ready: missing password, passwordData.ciphertext
	// key file required: access: password is encrypted: private key of the key pair required: key pair "my-key"
}
