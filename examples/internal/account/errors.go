package account

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/smithy-go"
)

// settingsError returns the error for AWS settings that cannot be loaded.
func settingsError(err error) error {
	var profile config.SharedConfigProfileNotExistError
	if errors.As(err, &profile) {
		return fmt.Errorf("there is no profile %s: "+
			"set AWS_PROFILE to one of those that \"aws configure list-profiles\" prints", profile.Profile)
	}
	return fmt.Errorf("AWS settings: %w", err)
}

// credentialsError returns the error for credentials that cannot be retrieved. The last
// source of credentials is the metadata service of EC2, so an error of that service
// means that the user has set none.
func credentialsError(ctx context.Context, err error) error {
	var operation *smithy.OperationError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &operation) && operation.Service() == "ec2imds":
		return errors.New("no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, " +
			"or run \"aws configure\"")
	}
	return fmt.Errorf("credentials: %w", err)
}

// Explain returns an error with a short message and advice if err means that a client of
// [Flags.Connect] could not connect to the service. Otherwise it returns err. The result
// wraps err.
func (f *Flags) Explain(err error) error {
	advice := "check the network and the Region"
	if f.EndpointURL != "" {
		advice = "check -endpoint-url"
	}
	var dns *net.DNSError
	var dial *net.OpError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns):
		return &explained{fmt.Sprintf("cannot find the host %s: %s", dns.Name, advice), err}
	case errors.As(err, &dial) && dial.Op == "dial":
		return &explained{fmt.Sprintf("cannot connect to %v: %v: %s", dial.Addr, cause(dial.Err), advice), err}
	case errors.As(err, &certificate):
		return &explained{fmt.Sprintf("the certificate of the server is not valid: %v: %s", certificate.Err, advice), err}
	}
	return err
}

// cause returns err without the name of the system call.
func cause(err error) error {
	var call *os.SyscallError
	if errors.As(err, &call) {
		return call.Err
	}
	return err
}

// An explained error has a message of its own.
type explained struct {
	message string
	err     error
}

func (e *explained) Error() string { return e.message }

func (e *explained) Unwrap() error { return e.err }
