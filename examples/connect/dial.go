package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/crypto/ssh"

	"github.com/lightsail-go/sdk/types"
)

// connectTimeout is the timeout of the TCP connection, and of the SSH handshake after
// it.
const connectTimeout = 30 * time.Second

// dial logs in to the instance. The connection is closed when ctx is done.
func dial(ctx context.Context, o *options, details *types.InstanceAccessDetails, stderr io.Writer) (*ssh.Client, error) {
	signer, certificate, err := certSigner(details)
	if err != nil {
		return nil, err
	}
	config := &ssh.ClientConfig{User: aws.ToString(details.Username), Auth: []ssh.AuthMethod{ssh.PublicKeys(signer)}}
	if err := setHostKeys(config, o, details, stderr); err != nil {
		return nil, err
	}

	ip, err := netip.ParseAddr(address(details))
	if err != nil {
		return nil, errors.New("invalid access details: the address is not an IP address")
	}
	addr := net.JoinHostPort(ip.String(), strconv.Itoa(o.port))
	dialer := net.Dialer{Timeout: connectTimeout}
	conn, err := dialer.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, describeDialError(o, addr, err)
	}
	context.AfterFunc(ctx, func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(connectTimeout))
	connection, channels, requests, err := ssh.NewClientConn(conn, addr, config)
	if err != nil {
		return nil, describeHandshakeError(addr, config.User, certificate, err)
	}
	_ = conn.SetDeadline(time.Time{})
	return ssh.NewClient(connection, channels, requests), nil
}

// certSigner returns a signer for the private key and the certificate in details. It
// does not wrap the errors of package ssh, because they could contain parts of the
// key.
func certSigner(details *types.InstanceAccessDetails) (ssh.Signer, *ssh.Certificate, error) {
	key, err := ssh.ParsePrivateKey([]byte(aws.ToString(details.PrivateKey)))
	if err != nil {
		return nil, nil, errors.New("invalid access details: cannot parse privateKey")
	}
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(aws.ToString(details.CertKey)))
	certificate, ok := public.(*ssh.Certificate)
	if err != nil || !ok {
		return nil, nil, errors.New("invalid access details: certKey is not an SSH certificate")
	}
	signer, err := ssh.NewCertSigner(certificate, key)
	if err != nil {
		return nil, nil, errors.New("invalid access details: certKey does not match privateKey")
	}
	return signer, certificate, nil
}

// describeDialError returns an error for the user if the TCP connection failed.
func describeDialError(o *options, addr string, err error) error {
	var timeout net.Error
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("connection to %s refused.\n"+
			"%s may still be starting, or its SSH server uses another port: see -port", addr, o.instance)
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("no response from %s within %v.\n"+
			"Check that %s is running and that its firewall allows port %d", addr, connectTimeout, o.instance, o.port)
	}
	return err
}

// describeHandshakeError returns an error for the user if the SSH handshake failed.
func describeHandshakeError(addr, user string, certificate *ssh.Certificate, err error) error {
	var hostKeyErr hostKeyError
	var network *net.OpError
	switch {
	case errors.As(err, &hostKeyErr):
		return hostKeyErr
	case strings.Contains(err.Error(), "unable to authenticate"): // package ssh has no error type for this
		return fmt.Errorf("%s rejected the certificate for user %q: %s.\n%s",
			addr, user, rejectReason(user, certificate, time.Now()), describeCertificate(certificate))
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("SSH handshake with %s timed out after %v.\nCheck that an SSH server uses this port", addr, connectTimeout)
	case errors.Is(err, io.EOF), errors.As(err, &network):
		return fmt.Errorf("%s closed the connection during the SSH handshake.\n"+
			"Check that an SSH server uses this port and accepts more connections", addr)
	}
	return fmt.Errorf("log in to %s: %w", addr, err)
}

// rejectReason returns the likely reason why a certificate was rejected.
func rejectReason(user string, certificate *ssh.Certificate, now time.Time) string {
	from, to := validity(certificate)
	switch {
	case !to.IsZero() && !now.Before(to):
		return "it expired at " + formatTime(to) + "; the local time is " + formatTime(now)
	case now.Before(from):
		return "it is not valid before " + formatTime(from) + "; the local time is " + formatTime(now)
	case !slices.Contains(certificate.ValidPrincipals, user):
		return "it is for other users"
	}
	return "the certificate itself is valid.\n" +
		"Check TrustedUserCAKeys and the allowed users in sshd_config of the instance"
}

// describeCertificate returns the users and the validity period of a certificate.
func describeCertificate(certificate *ssh.Certificate) string {
	from, to := validity(certificate)
	principals := make([]string, len(certificate.ValidPrincipals))
	for i, principal := range certificate.ValidPrincipals {
		principals[i] = strconv.Quote(principal)
	}
	text := "Certificate users: "
	if len(principals) == 0 {
		text += "none"
	} else {
		text += strings.Join(principals, ", ")
	}
	if from.Unix() > 0 {
		text += "; valid from " + formatTime(from)
	}
	if !to.IsZero() {
		text += "; valid until " + formatTime(to)
	}
	return text
}

// validity returns the validity period of a certificate. If the certificate does not
// expire, to is the zero time.
func validity(certificate *ssh.Certificate) (from, to time.Time) {
	const year9999 = 253402300799
	from = time.Unix(int64(min(certificate.ValidAfter, year9999)), 0)
	if certificate.ValidBefore <= year9999 {
		to = time.Unix(int64(certificate.ValidBefore), 0)
	}
	return from, to
}
