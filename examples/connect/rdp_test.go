package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestRDPFile(t *testing.T) {
	file := filepath.Join(tempDir(t), "windows.rdp")
	exampletest.Equal(t, runDemo(t, "-rdp", file, "windows-1"), exampletest.Outcome{Stderr: demoNotice +
		"Wrote " + file + " for Administrator at 192.0.2.12. Open it with a Remote Desktop client.\n" +
		"Use -password to print the initial password.\n"})
	exampletest.Equal(t, readFile(t, file), "full address:s:192.0.2.12\r\nusername:s:Administrator\r\nprompt for credentials:i:1\r\n")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, info.Mode().Perm(), 0o600)

	// The message has the whole path of a file in the current directory.
	t.Chdir(filepath.Dir(file))
	if got := runDemo(t, "-rdp", "other.rdp", "windows-1"); !strings.Contains(got.Stderr, "Wrote "+filepath.Join(filepath.Dir(file), "other.rdp")+" for ") {
		t.Errorf("got %q, want the whole path", got.Stderr)
	}
}

// TestRDPFileWithoutAddress checks that the error after waiting says nothing about SSH.
func TestRDPFileWithoutAddress(t *testing.T) {
	timeout := &lightsail.WaiterTimeoutError{Last: &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: &types.InstanceAccessDetails{Username: aws.String("u")}}}
	err := describeWaitError(&options{instance: "i", wait: time.Minute, rdpFile: "i.rdp"}, timeout)
	exampletest.Equal(t, err.Error(), "access details of i are incomplete after 1m0s: missing ipAddress.\nCheck that the instance is running. Use -wait to wait longer")
}

// TestRDPFileNotOverwritten checks that the program overwrites neither a file nor the
// target of a symbolic link, also if they are created while it waits.
func TestRDPFileNotOverwritten(t *testing.T) {
	file := filepath.Join(tempDir(t), "windows.rdp")
	details := &types.InstanceAccessDetails{IpAddress: aws.String("192.0.2.1"), Username: aws.String("u")}
	const message = " exists and is not overwritten: remove it or use another name"
	create := map[string]func() error{
		"file":          func() error { return os.WriteFile(file, []byte("mine"), 0o600) },
		"symbolic link": func() error { return os.Symlink("nowhere", file) },
	}
	for name, create := range create {
		t.Run(name, func(t *testing.T) {
			if err := create(); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(file)
			exampletest.Equal(t, runDemo(t, "-rdp", file, "windows-1"), exampletest.Outcome{Status: 255, Stderr: "connect: -rdp: " + file + message + "\n"})
			err := writeRDPFile(&options{rdpFile: file}, details, io.Discard)
			if err == nil || err.Error() != "-rdp: "+file+message {
				t.Errorf("%v, want %q", err, message)
			}
		})
	}
}

// TestRDPFileDoesNotWaitForPassword checks that -rdp waits for the address only.
func TestRDPFileDoesNotWaitForPassword(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		server := lightsailtest.NewServer(t, instance(windows), lightsailtest.WithAccessDetails(types.InstanceAccessDetails{
			InstanceName: aws.String("i"), Password: aws.String(""),
		}))
		details, _, err := wait(t, server, &options{instance: "i", wait: time.Minute, rdpFile: "i.rdp"})
		if err != nil {
			t.Fatal(err)
		}
		exampletest.Equal(t, aws.ToString(details.Password), "")
		exampletest.Equal(t, time.Since(start), 0)
	})
}

func TestRDPFileText(t *testing.T) {
	text := func(address, user string) string {
		details := &types.InstanceAccessDetails{Ipv6Addresses: []string{address}, Username: &user, Password: aws.String("secret")}
		text, err := rdpFile(details)
		if err != nil {
			if !errors.Is(err, access.ErrMalformed) {
				t.Errorf("%q, %q: %v does not wrap ErrMalformed", address, user, err)
			}
			return err.Error()
		}
		return strings.ReplaceAll(text, "\r\n", ";")
	}
	exampletest.Equal(t, text("2001:db8::1", `CORP\Admin User`), `full address:s:[2001:db8::1];username:s:CORP\Admin User;prompt for credentials:i:1;`)
	exampletest.Equal(t, text("example.com", "u"), "access: details are malformed: the address is not an IP address")
	exampletest.Equal(t, text("fe80::1%\r\n", "u"), "access: details are malformed: the address is not an IP address")
	exampletest.Equal(t, text("192.0.2.1", "u\r\nalternate shell:s:x"), "access: details are malformed: username has characters other than printable ASCII")
}
