package lightsail

import (
	"context"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// InstanceAccessDetailsReadyWaiter waits until the access details of an instance
// have all credentials. It does not wait for the SSH host keys, nor until the
// instance accepts connections.
//
// It calls GetInstanceAccessDetails. InstanceName is required. SSH needs an IP
// address, a user name, a private key and its certificate. RDP needs a password, or
// its ciphertext if the instance has a key pair of its own. The protocol in the
// output decides which of them are needed. The password of a Windows instance can
// take 15 minutes from the creation of the instance. If the instance does not exist,
// the wait fails with the service's error. The default delays are 5 seconds to 1
// minute.
type InstanceAccessDetailsReadyWaiter struct {
	waiter waiter[*GetInstanceAccessDetailsInput, *GetInstanceAccessDetailsOutput]
}

// InstanceAccessDetailsReadyWaiterOptions are the options of an
// [InstanceAccessDetailsReadyWaiter].
type InstanceAccessDetailsReadyWaiterOptions = WaiterOptions[*GetInstanceAccessDetailsInput, *GetInstanceAccessDetailsOutput]

// NewInstanceAccessDetailsReadyWaiter returns an InstanceAccessDetailsReadyWaiter
// that calls client.
func NewInstanceAccessDetailsReadyWaiter(client GetInstanceAccessDetailsAPIClient, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) *InstanceAccessDetailsReadyWaiter {
	const complete = "complete"
	w := waiter[*GetInstanceAccessDetailsInput, *GetInstanceAccessDetailsOutput]{
		name:     "InstanceAccessDetailsReady",
		resource: types.ResourceTypeInstance,
		call:     client.GetInstanceAccessDetails,
		check:    func(in *GetInstanceAccessDetailsInput) error { return validate(&getInstanceAccessDetails, in, false) },
		observe: func(in *GetInstanceAccessDetailsInput, out *GetInstanceAccessDetailsOutput) observation {
			missing := missingAccessDetails(in, out.AccessDetails)
			if len(missing) == 0 {
				return observation{found: true, state: complete, text: "the access details are complete"}
			}
			return observation{found: true, text: "the access details lack " + strings.Join(missing, ", ")}
		},
		success:  []string{complete},
		notFound: failed,
	}
	return &InstanceAccessDetailsReadyWaiter{w.with(5*time.Second, time.Minute, optFns)}
}

// Wait waits until the access details of the instance that params name are
// complete, for at most maxWait. See [WaiterOptions] for the errors.
func (w *InstanceAccessDetailsReadyWaiter) Wait(ctx context.Context, params *GetInstanceAccessDetailsInput, maxWait time.Duration, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) error {
	_, err := w.waiter.wait(ctx, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceAccessDetailsReadyWaiter.Wait], and returns the output
// of the last poll.
func (w *InstanceAccessDetailsReadyWaiter) WaitForOutput(ctx context.Context, params *GetInstanceAccessDetailsInput, maxWait time.Duration, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) (*GetInstanceAccessDetailsOutput, error) {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}

// missingAccessDetails returns the wire names of what logging in needs and details
// lack.
func missingAccessDetails(in *GetInstanceAccessDetailsInput, details *types.InstanceAccessDetails) []string {
	if details == nil {
		return []string{"accessDetails"}
	}
	protocol := details.Protocol
	if protocol == "" {
		protocol = in.Protocol
	}
	var missing []string
	need := func(name string, has bool) {
		if !has {
			missing = append(missing, name)
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
