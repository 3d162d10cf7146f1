package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetStaticIpAPIClient is the part of [Client] that the static IP waiters call.
type GetStaticIpAPIClient interface {
	// GetStaticIp is [Client.GetStaticIp].
	GetStaticIp(context.Context, *GetStaticIpInput, ...func(*Options)) (*GetStaticIpOutput, error)
}

// StaticIpAttachedWaiter waits until a static IP is attached to an instance.
//
// It calls GetStaticIp. StaticIpName is required. The wait succeeds when
// IsAttached is true and AttachedTo is the name of the wanted instance. A static
// IP that is not attached, or is attached to another instance, is pending. If the
// static IP does not exist, the wait fails with the service's error. The default
// delays are 2 to 10 seconds.
type StaticIpAttachedWaiter struct {
	waiter waiter[*GetStaticIpInput, *GetStaticIpOutput]
}

// StaticIpAttachedWaiterOptions are the options of a [StaticIpAttachedWaiter].
type StaticIpAttachedWaiterOptions = WaiterOptions[*GetStaticIpInput, *GetStaticIpOutput]

var staticIpAttached = waiterSpec{
	name:      "StaticIpAttached",
	operation: &getStaticIp,
	resource:  types.ResourceTypeStaticIp,
	notFound:  failed,
	minDelay:  2 * time.Second,
	maxDelay:  10 * time.Second,
}

// NewStaticIpAttachedWaiter returns a StaticIpAttachedWaiter that calls client
// until the static IP is attached to the instance with the given name.
func NewStaticIpAttachedWaiter(client GetStaticIpAPIClient, instanceName string, optFns ...func(*StaticIpAttachedWaiterOptions)) *StaticIpAttachedWaiter {
	spec := staticIpAttached
	spec.success = []string{"attached to " + instanceName}
	return &StaticIpAttachedWaiter{newWaiter(spec, client.GetStaticIp, observeStaticIp, optFns)}
}

// Wait waits until the static IP that params name is attached to the wanted
// instance, for at most maxWait. See [WaiterOptions] for the errors.
func (w *StaticIpAttachedWaiter) Wait(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpAttachedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [StaticIpAttachedWaiter.Wait], and returns the output of the
// last poll.
func (w *StaticIpAttachedWaiter) WaitForOutput(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpAttachedWaiterOptions)) (*GetStaticIpOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// StaticIpDetachedWaiter waits until a static IP is not attached to an instance.
//
// It calls GetStaticIp. StaticIpName is required. The wait succeeds when
// IsAttached is not true and AttachedTo is empty. A static IP that is attached is
// pending. If the static IP does not exist, the wait fails with the service's
// error. The default delays are 2 to 10 seconds.
type StaticIpDetachedWaiter struct {
	waiter waiter[*GetStaticIpInput, *GetStaticIpOutput]
}

// StaticIpDetachedWaiterOptions are the options of a [StaticIpDetachedWaiter].
type StaticIpDetachedWaiterOptions = WaiterOptions[*GetStaticIpInput, *GetStaticIpOutput]

var staticIpDetached = waiterSpec{
	name:      "StaticIpDetached",
	operation: &getStaticIp,
	resource:  types.ResourceTypeStaticIp,
	success:   []string{"not attached"},
	notFound:  failed,
	minDelay:  2 * time.Second,
	maxDelay:  10 * time.Second,
}

// NewStaticIpDetachedWaiter returns a StaticIpDetachedWaiter that calls client.
func NewStaticIpDetachedWaiter(client GetStaticIpAPIClient, optFns ...func(*StaticIpDetachedWaiterOptions)) *StaticIpDetachedWaiter {
	return &StaticIpDetachedWaiter{newWaiter(staticIpDetached, client.GetStaticIp, observeStaticIp, optFns)}
}

// Wait waits until the static IP that params name is not attached, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *StaticIpDetachedWaiter) Wait(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpDetachedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [StaticIpDetachedWaiter.Wait], and returns the output of the
// last poll.
func (w *StaticIpDetachedWaiter) WaitForOutput(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpDetachedWaiterOptions)) (*GetStaticIpOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// StaticIpReleasedWaiter waits until a static IP does not exist.
//
// It calls GetStaticIp. StaticIpName is required. The wait succeeds when the
// static IP is not found. A static IP that exists is pending. The default delays
// are 2 to 10 seconds.
type StaticIpReleasedWaiter struct {
	waiter waiter[*GetStaticIpInput, *GetStaticIpOutput]
}

// StaticIpReleasedWaiterOptions are the options of a [StaticIpReleasedWaiter].
type StaticIpReleasedWaiterOptions = WaiterOptions[*GetStaticIpInput, *GetStaticIpOutput]

var staticIpReleased = waiterSpec{
	name:      "StaticIpReleased",
	operation: &getStaticIp,
	resource:  types.ResourceTypeStaticIp,
	notFound:  succeeded,
	minDelay:  2 * time.Second,
	maxDelay:  10 * time.Second,
}

// NewStaticIpReleasedWaiter returns a StaticIpReleasedWaiter that calls client.
func NewStaticIpReleasedWaiter(client GetStaticIpAPIClient, optFns ...func(*StaticIpReleasedWaiterOptions)) *StaticIpReleasedWaiter {
	return &StaticIpReleasedWaiter{newWaiter(staticIpReleased, client.GetStaticIp, observeStaticIp, optFns)}
}

// Wait waits until the static IP that params name does not exist, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *StaticIpReleasedWaiter) Wait(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpReleasedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [StaticIpReleasedWaiter.Wait], and returns the output of the
// last poll. The output is nil if the service responded that the static IP does
// not exist.
func (w *StaticIpReleasedWaiter) WaitForOutput(ctx context.Context, params *GetStaticIpInput, maxWait time.Duration, optFns ...func(*StaticIpReleasedWaiterOptions)) (*GetStaticIpOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeStaticIp(_ *GetStaticIpInput, out *GetStaticIpOutput) observation {
	ip := out.StaticIp
	if ip == nil {
		return observation{found: true}
	}
	seen := observation{found: true, name: aws.ToString(ip.Name)}
	attachedTo := aws.ToString(ip.AttachedTo)
	switch {
	case aws.ToBool(ip.IsAttached):
		seen.state = "attached to " + attachedTo
	case attachedTo == "":
		seen.state = "not attached"
	default:
		seen.state = "not attached yet to " + attachedTo
	}
	seen.text = "the static IP is " + seen.state
	return seen
}
