package lightsail

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// InstanceAccessDetailsReadyWaiter waits until one can log in to an instance.
//
// For SSH that is an address, a user name, a private key and its certificate;
// for Remote Desktop the password, or its ciphertext where the instance has a
// key pair of its own. The protocol that counts is the answer's. A Windows
// instance has its password up to 15 minutes after it was made. Params name the
// instance; one that does not exist ends the wait. The default delays are 5
// seconds and 1 minute.
type InstanceAccessDetailsReadyWaiter = Waiter[GetInstanceAccessDetailsInput, GetInstanceAccessDetailsOutput]

// InstanceAccessDetailsReadyWaiterOptions say how an
// InstanceAccessDetailsReadyWaiter waits.
type InstanceAccessDetailsReadyWaiterOptions = WaiterOptions[GetInstanceAccessDetailsInput, GetInstanceAccessDetailsOutput]

// NewInstanceAccessDetailsReadyWaiter returns a waiter that asks client.
func NewInstanceAccessDetailsReadyWaiter(client GetInstanceAccessDetailsAPIClient, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) *InstanceAccessDetailsReadyWaiter {
	w := &InstanceAccessDetailsReadyWaiter{
		name:  "InstanceAccessDetailsReady",
		call:  client.GetInstanceAccessDetails,
		check: func(in *GetInstanceAccessDetailsInput) error { return validate(&getInstanceAccessDetails, in, false) },
		seen: func(in *GetInstanceAccessDetailsInput, out *GetInstanceAccessDetailsOutput) string {
			missing := missingAccessDetails(in, out.AccessDetails)
			return cmp.Or(strings.Join(missing, ", "), "nothing") + " is missing"
		},
		options: InstanceAccessDetailsReadyWaiterOptions{
			MinDelay:  5 * time.Second,
			MaxDelay:  time.Minute,
			Retryable: accessDetailsPending,
		},
	}
	return w.with(optFns)
}

// accessDetailsPending tells whether something is missing still.
func accessDetailsPending(_ context.Context, in *GetInstanceAccessDetailsInput, out *GetInstanceAccessDetailsOutput, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	return out == nil || len(missingAccessDetails(in, out.AccessDetails)) > 0, nil
}

// missingAccessDetails names the members without which nobody can log in.
func missingAccessDetails(in *GetInstanceAccessDetailsInput, details *types.InstanceAccessDetails) []string {
	if details == nil {
		return []string{"accessDetails"}
	}
	protocol := details.Protocol
	if protocol == "" {
		protocol = in.Protocol
	}
	var missing []string
	need := func(member string, has bool) {
		if !has {
			missing = append(missing, member)
		}
	}
	if protocol == types.InstanceAccessProtocolRdp {
		data := details.PasswordData
		need("password", aws.ToString(details.Password) != "" || data != nil && aws.ToString(data.Ciphertext) != "")
		return missing
	}
	need("ipAddress", aws.ToString(details.IpAddress) != "" || len(details.Ipv6Addresses) > 0)
	need("username", aws.ToString(details.Username) != "")
	need("privateKey", aws.ToString(details.PrivateKey) != "")
	need("certKey", aws.ToString(details.CertKey) != "")
	return missing
}
