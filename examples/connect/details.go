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

// accessDetails waits until there is all that it takes to log in, and returns it.
func accessDetails(ctx context.Context, client lightsail.GetInstanceAccessDetailsAPIClient, o *options, tell *terminal.Progress) (*types.InstanceAccessDetails, error) {
	protocol := types.InstanceAccessProtocolSsh
	if o.password {
		protocol = types.InstanceAccessProtocolRdp
	}
	waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client, func(w *lightsail.InstanceAccessDetailsReadyWaiterOptions) {
		w.MaxDelay = 15 * time.Second // somebody sits and waits
		pending := w.Retryable
		w.Retryable = func(ctx context.Context, in *lightsail.GetInstanceAccessDetailsInput, out *lightsail.GetInstanceAccessDetailsOutput, err error) (bool, error) {
			if err == nil && out.AccessDetails != nil {
				if err := checkProtocol(o, out.AccessDetails); err != nil {
					return false, err
				}
			}
			return pending(ctx, in, out, err)
		}
		w.Progress = func(p lightsail.WaiterProgress[lightsail.GetInstanceAccessDetailsOutput]) {
			if p.Output == nil {
				return
			}
			if names := missing(o, p.Output.AccessDetails); names != "" {
				tell.Show("waiting for %s, for %v now: no %s yet", o.instance, p.Elapsed.Round(time.Second), names)
			}
		}
	})
	tell.Show("asking for %s", o.instance)
	defer tell.End()
	out, err := waiter.WaitForOutput(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: &o.instance, Protocol: protocol}, o.wait)
	if err != nil {
		return nil, explainWait(o, err)
	}
	return out.AccessDetails, nil
}

// checkProtocol tells at once what no wait changes: that a Windows instance has
// no SSH, and that others have no password. Of an answer that does not say its
// protocol, it is taken to be the one that was asked for.
func checkProtocol(o *options, details *types.InstanceAccessDetails) error {
	switch {
	case details.Protocol == types.InstanceAccessProtocolRdp && !o.password:
		return fmt.Errorf("%s is a Windows instance: one logs in to it by Remote Desktop, not by SSH.\n"+
			"-password prints the password of its user %s", o.instance, userAt(details))
	case details.Protocol == types.InstanceAccessProtocolSsh && o.password:
		return fmt.Errorf("%s is no Windows instance and has no password: one logs in to it by SSH, without -password", o.instance)
	}
	return nil
}

// explainWait tells why there are no details.
func explainWait(o *options, err error) error {
	var late *lightsail.WaiterTimeoutError
	switch {
	case lightsail.IsNotFound(err) && !o.account.Live:
		return fmt.Errorf("the made-up account has no instance %q, only %s", o.instance, demoNames)
	case lightsail.IsNotFound(err):
		return fmt.Errorf("there is no instance %q in this account and Region", o.instance)
	case !errors.As(err, &late):
		return err
	case late.Last == nil:
		return fmt.Errorf("no answer within %v: %w", o.wait, err)
	}
	details := late.Last.(*lightsail.GetInstanceAccessDetailsOutput).AccessDetails
	message := fmt.Sprintf("%s cannot be logged in to yet, after %v: Lightsail tells no %s.", o.instance, o.wait, missing(o, details))
	switch {
	case o.password:
		message += "\nA new Windows instance can take 15 minutes to have its password."
	case details != nil && aws.ToString(details.CertKey) == "":
		message += "\ncertKey is the certificate, without which the instance does not accept the key."
	default:
		message += "\nDoes it run?"
	}
	return errors.New(message + " To wait longer, use -wait")
}

// missing names the members that details lack to log in.
func missing(o *options, details *types.InstanceAccessDetails) string {
	if details == nil {
		return "access details"
	}
	var names []string
	require := func(name string, there bool) {
		if !there {
			names = append(names, name)
		}
	}
	if o.password {
		encrypted := details.PasswordData != nil && aws.ToString(details.PasswordData.Ciphertext) != ""
		require("password", encrypted || aws.ToString(details.Password) != "")
	} else {
		require("ipAddress", address(details) != "")
		require("username", aws.ToString(details.Username) != "")
		require("privateKey", aws.ToString(details.PrivateKey) != "")
		require("certKey", aws.ToString(details.CertKey) != "")
	}
	return strings.Join(names, ", ")
}

// address is where to find the instance: its IPv4 address, or the first IPv6
// address if it has no other.
func address(details *types.InstanceAccessDetails) string {
	if a := aws.ToString(details.IpAddress); a != "" {
		return a
	}
	if len(details.Ipv6Addresses) > 0 {
		return details.Ipv6Addresses[0]
	}
	return ""
}

// userAt tells whom one is on an instance, and where that is.
func userAt(details *types.InstanceAccessDetails) string {
	user, at := aws.ToString(details.Username), address(details)
	if at == "" {
		return user
	}
	return user + " at " + at
}
