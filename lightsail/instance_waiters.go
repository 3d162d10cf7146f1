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
// It calls GetInstanceAccessDetails. InstanceName is required. The wait succeeds
// when the details are complete. SSH needs an IP address, a user name, a private
// key and its certificate. RDP needs a password, or its ciphertext if the
// instance has a key pair of its own; the IP address for RDP can still be
// missing, for which an [InstanceRunningWaiter] with [WithPublicIpAddress]
// waits. The protocol in the output decides which of
// them are needed. The password of a Windows instance can take 15 minutes from
// the creation of the instance. If the instance does not exist, the wait fails
// with the service's error. The default delays are 5 seconds to 1 minute.
type InstanceAccessDetailsReadyWaiter struct {
	waiter waiter[*GetInstanceAccessDetailsInput, *GetInstanceAccessDetailsOutput]
}

// InstanceAccessDetailsReadyWaiterOptions are the options of an
// [InstanceAccessDetailsReadyWaiter].
type InstanceAccessDetailsReadyWaiterOptions = WaiterOptions[*GetInstanceAccessDetailsInput, *GetInstanceAccessDetailsOutput]

var instanceAccessDetailsReady = waiterSpec{
	name:      "InstanceAccessDetailsReady",
	operation: &getInstanceAccessDetails,
	resource:  types.ResourceTypeInstance,
	success:   []string{"complete"},
	notFound:  failed,
	minDelay:  5 * time.Second,
	maxDelay:  time.Minute,
}

// NewInstanceAccessDetailsReadyWaiter returns an InstanceAccessDetailsReadyWaiter
// that calls client.
func NewInstanceAccessDetailsReadyWaiter(client GetInstanceAccessDetailsAPIClient, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) *InstanceAccessDetailsReadyWaiter {
	return &InstanceAccessDetailsReadyWaiter{newWaiter(instanceAccessDetailsReady, client.GetInstanceAccessDetails, observeAccessDetails, optFns)}
}

// Wait waits until the access details of the instance that params name are
// complete, for at most maxWait. See [WaiterOptions] for the errors.
func (w *InstanceAccessDetailsReadyWaiter) Wait(ctx context.Context, params *GetInstanceAccessDetailsInput, maxWait time.Duration, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceAccessDetailsReadyWaiter.Wait], and returns the output
// of the last poll.
func (w *InstanceAccessDetailsReadyWaiter) WaitForOutput(ctx context.Context, params *GetInstanceAccessDetailsInput, maxWait time.Duration, optFns ...func(*InstanceAccessDetailsReadyWaiterOptions)) (*GetInstanceAccessDetailsOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeAccessDetails(in *GetInstanceAccessDetailsInput, out *GetInstanceAccessDetailsOutput) observation {
	missing := missingAccessDetails(in, out.AccessDetails)
	if len(missing) == 0 {
		return observation{found: true, state: "complete", text: "the access details are complete"}
	}
	return observation{found: true, text: "the access details lack " + strings.Join(missing, ", ")}
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

// GetInstanceAPIClient is the part of [Client] that the instance waiters call.
type GetInstanceAPIClient interface {
	// GetInstance is [Client.GetInstance].
	GetInstance(context.Context, *GetInstanceInput, ...func(*Options)) (*GetInstanceOutput, error)
}

// InstanceRunningWaiter waits until an instance runs. It does not wait until the
// operating system of the instance accepts connections.
//
// It calls GetInstance. InstanceName is required. The wait succeeds when the name
// of the state is "running". If it is "shutting-down" or "terminated", the wait
// fails with a *[ResourceStateError]. Every other state is pending, such as
// "pending" or "stopped". An instance that is not found is pending. Add
// [WithPublicIpAddress] to also wait for a public IP address. The default delays
// are 5 to 15 seconds.
type InstanceRunningWaiter struct {
	waiter waiter[*GetInstanceInput, *GetInstanceOutput]
}

// InstanceRunningWaiterOptions are the options of an [InstanceRunningWaiter].
type InstanceRunningWaiterOptions = WaiterOptions[*GetInstanceInput, *GetInstanceOutput]

var instanceRunning = waiterSpec{
	name:      "InstanceRunning",
	operation: &getInstance,
	resource:  types.ResourceTypeInstance,
	success:   []string{"running"},
	failure:   []string{"shutting-down", "terminated"},
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewInstanceRunningWaiter returns an InstanceRunningWaiter that calls client.
func NewInstanceRunningWaiter(client GetInstanceAPIClient, optFns ...func(*InstanceRunningWaiterOptions)) *InstanceRunningWaiter {
	return &InstanceRunningWaiter{newWaiter(instanceRunning, client.GetInstance, observeInstance, optFns)}
}

// Wait waits until the instance that params name runs, for at most maxWait. See
// [WaiterOptions] for the errors.
func (w *InstanceRunningWaiter) Wait(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceRunningWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceRunningWaiter.Wait], and returns the output of the
// last poll.
func (w *InstanceRunningWaiter) WaitForOutput(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceRunningWaiterOptions)) (*GetInstanceOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// WithPublicIpAddress is an option function of an [InstanceRunningWaiter]. It
// makes the wait last until the instance also has a public IPv4 address, which
// can be missing for a while after the instance has reached the state "running".
// An instance whose IpAddressType is "ipv6" has none, so its first IPv6 address
// counts.
//
//	lightsail.NewInstanceRunningWaiter(client, lightsail.WithPublicIpAddress)
func WithPublicIpAddress(o *InstanceRunningWaiterOptions) {
	retryable := o.Retryable
	if retryable == nil {
		return // Wait reports it
	}
	o.Retryable = func(ctx context.Context, in *GetInstanceInput, out *GetInstanceOutput, err error) (bool, error) {
		if again, err := retryable(ctx, in, out, err); again || err != nil {
			return again, err
		}
		return out == nil || out.Instance == nil || !hasPublicIpAddress(out.Instance), nil
	}
}

func hasPublicIpAddress(instance *types.Instance) bool {
	if instance.IpAddressType == types.IpAddressTypeIpv6 {
		return len(instance.Ipv6Addresses) > 0
	}
	return aws.ToString(instance.PublicIpAddress) != ""
}

// InstanceStoppedWaiter waits until an instance is stopped.
//
// It calls GetInstance. InstanceName is required. The wait succeeds when the name
// of the state is "stopped". If it is "shutting-down" or "terminated", the wait
// fails with a *[ResourceStateError]. Every other state is pending, such as
// "stopping" or "running". If the instance does not exist, the wait fails with
// the service's error. The default delays are 5 to 15 seconds.
type InstanceStoppedWaiter struct {
	waiter waiter[*GetInstanceInput, *GetInstanceOutput]
}

// InstanceStoppedWaiterOptions are the options of an [InstanceStoppedWaiter].
type InstanceStoppedWaiterOptions = WaiterOptions[*GetInstanceInput, *GetInstanceOutput]

var instanceStopped = waiterSpec{
	name:      "InstanceStopped",
	operation: &getInstance,
	resource:  types.ResourceTypeInstance,
	success:   []string{"stopped"},
	failure:   []string{"shutting-down", "terminated"},
	notFound:  failed,
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewInstanceStoppedWaiter returns an InstanceStoppedWaiter that calls client.
func NewInstanceStoppedWaiter(client GetInstanceAPIClient, optFns ...func(*InstanceStoppedWaiterOptions)) *InstanceStoppedWaiter {
	return &InstanceStoppedWaiter{newWaiter(instanceStopped, client.GetInstance, observeInstance, optFns)}
}

// Wait waits until the instance that params name is stopped, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *InstanceStoppedWaiter) Wait(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceStoppedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceStoppedWaiter.Wait], and returns the output of the
// last poll.
func (w *InstanceStoppedWaiter) WaitForOutput(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceStoppedWaiterOptions)) (*GetInstanceOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// InstanceDeletedWaiter waits until an instance does not exist. Its name can then
// be used again.
//
// It calls GetInstance. InstanceName is required. The wait succeeds when the
// instance is not found. Every state of an instance that exists is pending, also
// "terminated". The default delays are 5 to 15 seconds.
type InstanceDeletedWaiter struct {
	waiter waiter[*GetInstanceInput, *GetInstanceOutput]
}

// InstanceDeletedWaiterOptions are the options of an [InstanceDeletedWaiter].
type InstanceDeletedWaiterOptions = WaiterOptions[*GetInstanceInput, *GetInstanceOutput]

var instanceDeleted = waiterSpec{
	name:      "InstanceDeleted",
	operation: &getInstance,
	resource:  types.ResourceTypeInstance,
	notFound:  succeeded,
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewInstanceDeletedWaiter returns an InstanceDeletedWaiter that calls client.
func NewInstanceDeletedWaiter(client GetInstanceAPIClient, optFns ...func(*InstanceDeletedWaiterOptions)) *InstanceDeletedWaiter {
	return &InstanceDeletedWaiter{newWaiter(instanceDeleted, client.GetInstance, observeInstance, optFns)}
}

// Wait waits until the instance that params name does not exist, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *InstanceDeletedWaiter) Wait(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceDeletedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceDeletedWaiter.Wait], and returns the output of the
// last poll. The output is nil if the service responded that the instance does
// not exist.
func (w *InstanceDeletedWaiter) WaitForOutput(ctx context.Context, params *GetInstanceInput, maxWait time.Duration, optFns ...func(*InstanceDeletedWaiterOptions)) (*GetInstanceOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeInstance(_ *GetInstanceInput, out *GetInstanceOutput) observation {
	instance := out.Instance
	if instance == nil {
		return observation{found: true}
	}
	seen := observation{found: true, name: aws.ToString(instance.Name)}
	if instance.State != nil {
		seen.state = aws.ToString(instance.State.Name)
	}
	if seen.state == "running" && !hasPublicIpAddress(instance) {
		seen.text = "the state of the Instance is running, and it has no public IP address"
	}
	return seen
}
