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

// patience is how long a machine may take to answer, and then to log in.
const patience = 30 * time.Second

// dial logs in to the instance. The connection closes when ctx ends.
func dial(ctx context.Context, o *options, details *types.InstanceAccessDetails, stderr io.Writer) (*ssh.Client, error) {
	signer, certificate, err := certified(details)
	if err != nil {
		return nil, err
	}
	config := &ssh.ClientConfig{User: aws.ToString(details.Username), Auth: []ssh.AuthMethod{ssh.PublicKeys(signer)}}
	if err := verify(config, o, details, stderr); err != nil {
		return nil, err
	}

	ip, err := netip.ParseAddr(address(details))
	if err != nil {
		return nil, errors.New("the address that Lightsail sent is not an IP address")
	}
	at := net.JoinHostPort(ip.String(), strconv.Itoa(o.port))
	dialer := net.Dialer{Timeout: patience}
	conn, err := dialer.DialContext(ctx, "tcp", at)
	if err != nil {
		return nil, explainDial(o, at, err)
	}
	context.AfterFunc(ctx, func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(patience))
	connection, channels, requests, err := ssh.NewClientConn(conn, at, config)
	if err != nil {
		return nil, explainHandshake(at, config.User, certificate, err)
	}
	_ = conn.SetDeadline(time.Time{})
	return ssh.NewClient(connection, channels, requests), nil
}

// certified returns the key of the details with its certificate. Errors of the
// key are not told further, since they could hold pieces of it.
func certified(details *types.InstanceAccessDetails) (ssh.Signer, *ssh.Certificate, error) {
	key, err := ssh.ParsePrivateKey([]byte(aws.ToString(details.PrivateKey)))
	if err != nil {
		return nil, nil, errors.New("the privateKey that Lightsail sent cannot be read")
	}
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(aws.ToString(details.CertKey)))
	certificate, ok := public.(*ssh.Certificate)
	if err != nil || !ok {
		return nil, nil, errors.New("the certKey that Lightsail sent is not an SSH certificate")
	}
	signer, err := ssh.NewCertSigner(certificate, key)
	if err != nil {
		return nil, nil, errors.New("the certKey that Lightsail sent does not belong to the privateKey")
	}
	return signer, certificate, nil
}

// explainDial tells why nothing answers.
func explainDial(o *options, at string, err error) error {
	var timeout net.Error
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("nothing listens at %s (connection refused).\n"+
			"%s may still be starting, or listen for SSH on another port: see -port", at, o.instance)
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("nothing answers at %s within %v.\n"+
			"Does %s run, and does its firewall let port %d through?", at, patience, o.instance, o.port)
	}
	return err
}

// explainHandshake tells why the machine that answers is not logged in to.
func explainHandshake(at, user string, certificate *ssh.Certificate, err error) error {
	var refused hostKeyError
	var network *net.OpError
	switch {
	case errors.As(err, &refused):
		return refused
	case strings.Contains(err.Error(), "unable to authenticate"): // there is no type for it
		return fmt.Errorf("the machine at %s does not let user %q in with Lightsail's certificate: %s.\n%s",
			at, user, whyRefused(user, certificate, time.Now()), contents(certificate))
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("what answers at %s did not let anybody log in within %v.\nIs it SSH that listens there?", at, patience)
	case errors.Is(err, io.EOF), errors.As(err, &network):
		return fmt.Errorf("what answers at %s ended the connection before the log-in was done.\n"+
			"Is it SSH that listens there, and does it take one more?", at)
	}
	return fmt.Errorf("logging in at %s: %w", at, err)
}

// whyRefused tells what is wrong with a certificate that was not accepted, as
// far as that can be seen from here.
func whyRefused(user string, certificate *ssh.Certificate, now time.Time) string {
	from, to := validity(certificate)
	switch {
	case !to.IsZero() && !now.Before(to):
		return "it expired at " + moment(to) + ", and now is " + moment(now) + " by the clock here"
	case now.Before(from):
		return "it is valid from " + moment(from) + " only, and now is " + moment(now) + " by the clock here"
	case !slices.Contains(certificate.ValidPrincipals, user):
		return "it is made out to other users"
	}
	return "it was refused, though nothing is wrong with it by the look of it.\n" +
		"TrustedUserCAKeys may have been changed in sshd_config there, or who may log in"
}

// contents tells what a certificate says. What sshd does not say it does.
func contents(certificate *ssh.Certificate) string {
	from, to := validity(certificate)
	principals := make([]string, len(certificate.ValidPrincipals))
	for i, principal := range certificate.ValidPrincipals {
		principals[i] = strconv.Quote(principal)
	}
	text := "The certificate is for "
	if len(principals) == 0 {
		text += "nobody"
	} else {
		text += strings.Join(principals, ", ")
	}
	if from.Unix() > 0 {
		text += ", from " + moment(from)
	}
	if !to.IsZero() {
		text += ", until " + moment(to)
	}
	return text
}

// validity returns from when to when a certificate is valid; to is zero where
// there is no end.
func validity(certificate *ssh.Certificate) (from, to time.Time) {
	const year9999 = 253402300799
	from = time.Unix(int64(min(certificate.ValidAfter, year9999)), 0)
	if certificate.ValidBefore <= year9999 {
		to = time.Unix(int64(certificate.ValidBefore), 0)
	}
	return from, to
}
