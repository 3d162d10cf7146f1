// Package access turns the access details of a Lightsail instance into files
// for ssh and into Windows passwords.
//
// The operation GetInstanceAccessDetails returns credentials for one instance,
// called access details. They depend on the platform of the instance. For Linux
// and Unix they hold a new private key, a certificate with which the instance
// accepts that key for a limited time, and the SSH host keys of the instance. For
// Windows they hold the initial password of the Administrator account, in plain
// text or encrypted.
//
//	out, err := client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{
//		InstanceName: aws.String("web-1"),
//	})
//	if err != nil { ... }
//	files, err := access.SSHFiles("", out.AccessDetails)
//	if err != nil { ... }
//	defer files.Remove()
//	cmd := exec.Command("ssh", append(files.Args(), "uptime")...)
//
// The functions of this package do not call the service, run programs or keep
// state. They do not modify their arguments and are safe for concurrent use.
//
// While an instance is starting, any field of its access details may be missing.
// The functions then return [ErrNotReady] with the names of the missing fields.
// Call GetInstanceAccessDetails again later, or use the
// InstanceAccessDetailsReadyWaiter of package lightsail.
//
// Invalid details and keys are reported as the errors listed below, wrapped with
// more detail; test for them with [errors.Is]. Error messages name fields as they
// are spelled in the API, such as privateKey, and never contain keys, passwords
// or other sensitive values.
package access

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

var (
	// ErrNotReady reports that the details do not yet have the required fields.
	// This is normal for an instance that was just created. The error message
	// names all missing fields.
	ErrNotReady = errors.New("access: details are not ready")

	// ErrMalformed reports that a field of the details is invalid or unsafe to
	// use. The error message names the field and the rule. Getting the details
	// again is unlikely to help.
	ErrMalformed = errors.New("access: details are malformed")

	// ErrNotSSH reports that the details are for a protocol other than SSH. The
	// details of a Windows instance are for Remote Desktop.
	ErrNotSSH = errors.New("access: details are not for SSH")

	// ErrNotRDP reports that the details are for a protocol other than Remote
	// Desktop and therefore contain no Windows password.
	ErrNotRDP = errors.New("access: details are not for RDP")

	// ErrKeyNeeded reports that the password is encrypted with the public key of
	// a key pair and that no private key was passed. The error message names the
	// key pair if the details do.
	ErrKeyNeeded = errors.New("access: password is encrypted: private key of the key pair required")

	// ErrWrongKey reports that the private key does not decrypt the password. It
	// is returned unwrapped for every cause, because details of a failed
	// decryption help to attack RSA PKCS #1 v1.5.
	ErrWrongKey = errors.New("access: private key does not decrypt the password")

	// ErrEncryptedKey reports that the private key is protected by a passphrase.
	// Remove the passphrase before passing the key.
	ErrEncryptedKey = errors.New("access: private key is protected by a passphrase")

	// ErrBadKey reports that the private key is not an RSA key in a PKCS #1 or
	// PKCS #8 PEM block. The error message says what was found instead.
	ErrBadKey = errors.New("access: not an RSA private key in PEM format")
)

// malformed wraps ErrMalformed for one field. The rule must not contain the
// value of the field.
func malformed(field, rule string) error {
	return fmt.Errorf("%w: %s %s", ErrMalformed, field, rule)
}

// require returns ErrNotSSH if details are for another protocol, and ErrNotReady
// with all missing names if one of the named fields is not set.
func require(details *types.InstanceAccessDetails, fields ...string) error {
	if details.Protocol != "" && details.Protocol != types.InstanceAccessProtocolSsh {
		return fmt.Errorf("%w: protocol is %q", ErrNotSSH, details.Protocol)
	}
	unset := map[string]bool{
		"privateKey": stringValue(details.PrivateKey) == "",
		"certKey":    stringValue(details.CertKey) == "",
		"username":   stringValue(details.Username) == "",
		"ipAddress":  stringValue(details.IpAddress) == "" && len(details.Ipv6Addresses) == 0,
		"hostKeys":   !slices.ContainsFunc(details.HostKeys, isSSH),
	}
	missing := slices.DeleteFunc(fields, func(field string) bool { return !unset[field] })
	if len(missing) > 0 {
		return fmt.Errorf("%w: missing %s", ErrNotReady, strings.Join(missing, ", "))
	}
	return nil
}

// orEmpty returns details, or empty details if details is nil.
func orEmpty(details *types.InstanceAccessDetails) *types.InstanceAccessDetails {
	if details == nil {
		return &types.InstanceAccessDetails{}
	}
	return details
}

func stringValue(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
