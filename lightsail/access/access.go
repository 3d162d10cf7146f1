// Package access puts the access details of a Lightsail instance to use: it
// writes the files with which ssh logs in, and reads Windows passwords.
//
// Lightsail gives no lasting login. GetInstanceAccessDetails answers, for a
// Linux or Unix instance, with a private key made for the occasion, a
// certificate that makes the instance accept that key for a while, and the keys
// by which the instance can be recognized; for a Windows instance with the
// Administrator's password, in clear or encrypted.
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
// Nothing here calls the service, runs a program or keeps state: each function
// works on the details alone, does not change them and is safe for concurrent
// use. While an instance starts, any member of the details may be missing; the
// error is then [ErrNotReady] and names what is missing: ask again later.
//
// Errors name members and rules, and never hold keys, passwords or other values
// of secret members. What is wrong with details and keys is one of the errors
// listed below; use [errors.Is].
package access

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

var (
	// ErrNotReady says that the details lack what is asked of them, as those
	// of an instance do that was just created. The error's text names the
	// missing members as the service spells them, all of them at once.
	ErrNotReady = errors.New("access: details are not ready")

	// ErrMalformed says that a member of the details cannot be used or is not
	// safe to use. The error's text names the member and the rule. Asking
	// again is unlikely to help.
	ErrMalformed = errors.New("access: details are malformed")

	// ErrNotSSH says that the details are for another protocol than SSH. The
	// details of a Windows instance are for Remote Desktop.
	ErrNotSSH = errors.New("access: details are not for SSH")

	// ErrNotRDP says that the details are for another protocol than Remote
	// Desktop, so that there is no Windows password in them.
	ErrNotRDP = errors.New("access: details are not for RDP")

	// ErrKeyNeeded says that the password is encrypted for a key pair of the
	// user's own and that no private key was given. The error's text names the
	// key pair where the service does.
	ErrKeyNeeded = errors.New("access: the password is encrypted, the private key of its key pair is needed")

	// ErrWrongKey says that the password could not be decrypted with the given
	// key. It is the same error whatever went wrong, without any detail, since
	// details of failed decryptions help to attack RSA PKCS #1 v1.5.
	ErrWrongKey = errors.New("access: the private key does not decrypt the password")

	// ErrEncryptedKey says that the given private key is itself protected by a
	// passphrase, which has to be taken off first.
	ErrEncryptedKey = errors.New("access: the private key is protected by a passphrase")

	// ErrBadKey says that what was given is not an RSA private key in PEM, in
	// the form of PKCS #1 or PKCS #8. The error's text says what it is.
	ErrBadKey = errors.New("access: not an RSA private key in PEM")
)

// malformed is ErrMalformed for one member. The rule must not hold its value.
func malformed(member, rule string) error {
	return fmt.Errorf("%w: %s %s", ErrMalformed, member, rule)
}

// require fails with ErrNotSSH or, naming all that is missing, ErrNotReady
// unless details are for SSH and have the named members.
func require(details *types.InstanceAccessDetails, members ...string) error {
	if details.Protocol != "" && details.Protocol != types.InstanceAccessProtocolSsh {
		return fmt.Errorf("%w: protocol is %q", ErrNotSSH, details.Protocol)
	}
	lacks := map[string]bool{
		"privateKey": text(details.PrivateKey) == "",
		"certKey":    text(details.CertKey) == "",
		"username":   text(details.Username) == "",
		"ipAddress":  text(details.IpAddress) == "" && len(details.Ipv6Addresses) == 0,
		"hostKeys":   !slices.ContainsFunc(details.HostKeys, isSSH),
	}
	missing := slices.DeleteFunc(members, func(member string) bool { return !lacks[member] })
	if len(missing) > 0 {
		return fmt.Errorf("%w: missing %s", ErrNotReady, strings.Join(missing, ", "))
	}
	return nil
}

// orEmpty makes absent details details in which everything is missing.
func orEmpty(details *types.InstanceAccessDetails) *types.InstanceAccessDetails {
	if details == nil {
		return &types.InstanceAccessDetails{}
	}
	return details
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
