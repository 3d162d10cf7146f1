package lightsail

import (
	"context"
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
	return newWaiter(InstanceAccessDetailsReadyWaiter{
		name:  "InstanceAccessDetailsReady",
		call:  client.GetInstanceAccessDetails,
		check: checked("GetInstanceAccessDetailsInput", checkGetInstanceAccessDetails),
		options: InstanceAccessDetailsReadyWaiterOptions{
			MinDelay:  5 * time.Second,
			MaxDelay:  time.Minute,
			Retryable: accessDetailsPending,
		},
	}, optFns)
}

// accessDetailsPending tells whether something is missing still.
func accessDetailsPending(_ context.Context, in *GetInstanceAccessDetailsInput, out *GetInstanceAccessDetailsOutput, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	if out == nil || out.AccessDetails == nil {
		return true, nil
	}
	details := out.AccessDetails
	protocol := details.Protocol
	if protocol == "" {
		protocol = in.Protocol
	}
	if protocol == types.InstanceAccessProtocolRdp {
		return aws.ToString(details.Password) == "" && (details.PasswordData == nil || aws.ToString(details.PasswordData.Ciphertext) == ""), nil
	}
	return aws.ToString(details.IpAddress) == "" && len(details.Ipv6Addresses) == 0 ||
		aws.ToString(details.Username) == "" ||
		aws.ToString(details.PrivateKey) == "" ||
		aws.ToString(details.CertKey) == "", nil
}
