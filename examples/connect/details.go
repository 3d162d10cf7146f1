package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// accessDetails waits until the access details of the instance are complete and
// returns them.
func accessDetails(ctx context.Context, client lightsail.GetInstanceAccessDetailsAPIClient, o *options, progress *terminal.Progress) (*types.InstanceAccessDetails, error) {
	protocol := types.InstanceAccessProtocolSsh
	if o.isWindows() {
		protocol = types.InstanceAccessProtocolRdp
	}
	waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client, func(w *lightsail.InstanceAccessDetailsReadyWaiterOptions) {
		w.MaxDelay = 15 * time.Second // short, because a user is waiting
		retryable := w.Retryable
		w.Retryable = func(ctx context.Context, in *lightsail.GetInstanceAccessDetailsInput, out *lightsail.GetInstanceAccessDetailsOutput, err error) (bool, error) {
			if err == nil && out.AccessDetails != nil {
				if err := checkProtocol(o, out.AccessDetails); err != nil {
					return false, err
				}
			}
			if err == nil && o.rdpFile != "" {
				return missing(o, out.AccessDetails) != "", nil // does not need the password
			}
			return retryable(ctx, in, out, err)
		}
		w.Progress = func(p lightsail.WaiterProgress[*lightsail.GetInstanceAccessDetailsOutput]) {
			if p.Output == nil {
				return
			}
			if names := missing(o, p.Output.AccessDetails); names != "" {
				progress.Show("waiting for %s: %v elapsed, missing %s", o.instance, p.Elapsed.Round(time.Second), names)
			}
		}
	})
	progress.Show("getting access details of %s", o.instance)
	defer progress.End()
	out, err := waiter.WaitForOutput(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: &o.instance, Protocol: protocol}, o.wait)
	if err != nil {
		return nil, describeWaitError(o, err)
	}
	return out.AccessDetails, nil
}

// checkProtocol returns an error if SSH was requested for a Windows instance, or a
// password for another instance. Waiting longer does not help in these cases.
// Details without a protocol are accepted.
func checkProtocol(o *options, details *types.InstanceAccessDetails) error {
	switch {
	case details.Protocol == types.InstanceAccessProtocolRdp && !o.isWindows():
		return fmt.Errorf("%s is a Windows instance, which supports Remote Desktop and not SSH.\n"+
			"Use -rdp to write a Remote Desktop file, and -password to print the password of %s", o.instance, userAt(details))
	case details.Protocol == types.InstanceAccessProtocolSsh && o.password:
		return fmt.Errorf("%s is not a Windows instance and has no password: use SSH, without -password", o.instance)
	case details.Protocol == types.InstanceAccessProtocolSsh && o.rdpFile != "":
		return fmt.Errorf("%s is not a Windows instance: use SSH, without -rdp", o.instance)
	}
	return nil
}

// describeWaitError returns an error for the user if waiting for the access details
// failed.
func describeWaitError(o *options, err error) error {
	var timeout *lightsail.WaiterTimeoutError
	switch {
	case lightsail.IsNotFound(err) && !o.account.Live:
		return fmt.Errorf("instance %q does not exist in the demo account, which has %s", o.instance, demoNames)
	case lightsail.IsNotFound(err):
		return fmt.Errorf("instance %q does not exist in this account and Region", o.instance)
	case !errors.As(err, &timeout):
		return err
	case timeout.Last == nil:
		return fmt.Errorf("no response within %v: %w", o.wait, err)
	}
	details := timeout.Last.(*lightsail.GetInstanceAccessDetailsOutput).AccessDetails
	message := fmt.Sprintf("access details of %s are incomplete after %v: missing %s.", o.instance, o.wait, missing(o, details))
	switch {
	case o.rdpFile != "":
		message += "\nCheck that the instance is running."
	case o.password:
		message += "\nA new Windows instance can take 15 minutes to generate its password."
	case details != nil && aws.ToString(details.CertKey) == "":
		message += "\nThe instance does not accept the key without certKey, the certificate."
	default:
		message += "\nCheck that the instance is running."
	}
	return errors.New(message + " Use -wait to wait longer")
}

// missing returns the names of the fields that are required to log in and not set.
func missing(o *options, details *types.InstanceAccessDetails) string {
	if details == nil {
		return "access details"
	}
	var names []string
	require := func(name string, isSet bool) {
		if !isSet {
			names = append(names, name)
		}
	}
	switch {
	case o.rdpFile != "":
		require("ipAddress", address(details) != "")
		require("username", aws.ToString(details.Username) != "")
	case o.password:
		encrypted := details.PasswordData != nil && aws.ToString(details.PasswordData.Ciphertext) != ""
		require("password", encrypted || aws.ToString(details.Password) != "")
	default:
		require("ipAddress", address(details) != "")
		require("username", aws.ToString(details.Username) != "")
		require("privateKey", aws.ToString(details.PrivateKey) != "")
		require("certKey", aws.ToString(details.CertKey) != "")
	}
	return strings.Join(names, ", ")
}

// address returns the IPv4 address of the instance, or its first IPv6 address if it
// has no IPv4 address.
func address(details *types.InstanceAccessDetails) string {
	if a := aws.ToString(details.IpAddress); a != "" {
		return a
	}
	if len(details.Ipv6Addresses) > 0 {
		return details.Ipv6Addresses[0]
	}
	return ""
}

// userAt returns the user name and, if known, the address of the instance.
func userAt(details *types.InstanceAccessDetails) string {
	user, at := aws.ToString(details.Username), address(details)
	if at == "" {
		return user
	}
	return user + " at " + at
}
