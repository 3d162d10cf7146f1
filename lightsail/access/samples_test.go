package access_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/types"
)

// sample reads published access details from a file outside of this module. It
// does not decode the timestamps of host keys, because encoding/json cannot decode
// a number into a time.Time. It returns expiresAt as a number.
func sample(t *testing.T, name string) (_ *types.InstanceAccessDetails, expiresAt float64, samples map[string]json.RawMessage) {
	t.Helper()
	data, err := os.ReadFile("../../../shared/facts/access-samples.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("../shared/facts/access-samples.json does not exist")
	}
	if err != nil {
		t.Fatal(err)
	}
	var decoded struct {
		AccessDetails struct {
			types.InstanceAccessDetails
			ExpiresAt float64 `json:"expiresAt"`
			HostKeys  []struct {
				Algorithm, PublicKey *string
			} `json:"hostKeys"`
		} `json:"accessDetails"`
	}
	if err := json.Unmarshal(data, &samples); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(samples[name], &decoded); err != nil {
		t.Fatal(err)
	}
	details := decoded.AccessDetails.InstanceAccessDetails
	for _, key := range decoded.AccessDetails.HostKeys {
		details.HostKeys = append(details.HostKeys, types.HostKeyAttributes{Algorithm: key.Algorithm, PublicKey: key.PublicKey})
	}
	return &details, decoded.AccessDetails.ExpiresAt, samples
}

func TestSampleSSHDetails(t *testing.T) {
	details, expiresAt, _ := sample(t, "ssh")
	files, err := access.SSHFiles(tempDir(t), details)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(readFile(t, files.KnownHosts), "\n"); got != 3*2 {
		t.Errorf("%d lines in known_hosts, want 6: 3 keys for each of 2 addresses", got)
	}
	if got := readFile(t, files.Certificate); got != *details.CertKey+"\n" {
		t.Errorf("certificate %q", got)
	}
	expires, err := access.Expires(details) // reads the certificate, because ExpiresAt is not set
	if err != nil || expires.Unix() != int64(expiresAt) {
		t.Errorf("expires %v, %v, want %v", expires, err, expiresAt)
	}
}

func TestSampleWindowsDetails(t *testing.T) {
	custom, _, samples := sample(t, "rdpCustomKey")
	var key, want string
	if err := errors.Join(json.Unmarshal(samples["rdpCustomKeyPrivateKey"], &key), json.Unmarshal(samples["rdpPlaintext"], &want)); err != nil {
		t.Fatal(err)
	}
	if got, err := access.WindowsPassword(custom, []byte(key)); err != nil || got != want {
		t.Errorf("encrypted password: %q, %v, want %q", got, err, want)
	}
	if _, err := access.WindowsPassword(custom, nil); !errors.Is(err, access.ErrKeyNeeded) {
		t.Errorf("without the key: %v", err)
	}
	plain, _, _ := sample(t, "rdpDefaultKey")
	if got, err := access.WindowsPassword(plain, nil); err != nil || got != want {
		t.Errorf("plain-text password: %q, %v, want %q", got, err, want)
	}
	notReady, _, _ := sample(t, "rdpNotReady")
	if _, err := access.WindowsPassword(notReady, []byte(key)); !errors.Is(err, access.ErrNotReady) {
		t.Errorf("not ready: %v", err)
	}
	if _, err := access.SSHFiles(tempDir(t), plain); !errors.Is(err, access.ErrNotSSH) {
		t.Errorf("SSHFiles with Windows details: %v", err)
	}
}
