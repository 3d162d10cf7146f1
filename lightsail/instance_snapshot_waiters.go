package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetInstanceSnapshotAPIClient is the part of [Client] that the instance snapshot
// waiters call.
type GetInstanceSnapshotAPIClient interface {
	// GetInstanceSnapshot is [Client.GetInstanceSnapshot].
	GetInstanceSnapshot(context.Context, *GetInstanceSnapshotInput, ...func(*Options)) (*GetInstanceSnapshotOutput, error)
}

// InstanceSnapshotAvailableWaiter waits until instances can be created from an
// instance snapshot.
//
// It calls GetInstanceSnapshot. InstanceSnapshotName is required. The wait
// succeeds when the state is "available". If it is "error", the wait fails with a
// *[ResourceStateError]. Every other state is pending. A snapshot that is not
// found is pending. The default delays are 5 to 30 seconds.
type InstanceSnapshotAvailableWaiter struct {
	waiter waiter[*GetInstanceSnapshotInput, *GetInstanceSnapshotOutput]
}

// InstanceSnapshotAvailableWaiterOptions are the options of an
// [InstanceSnapshotAvailableWaiter].
type InstanceSnapshotAvailableWaiterOptions = WaiterOptions[*GetInstanceSnapshotInput, *GetInstanceSnapshotOutput]

var instanceSnapshotAvailable = waiterSpec{
	name:      "InstanceSnapshotAvailable",
	operation: &getInstanceSnapshot,
	resource:  types.ResourceTypeInstanceSnapshot,
	success:   []string{string(types.InstanceSnapshotStateAvailable)},
	failure:   []string{string(types.InstanceSnapshotStateError)},
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewInstanceSnapshotAvailableWaiter returns an InstanceSnapshotAvailableWaiter
// that calls client.
func NewInstanceSnapshotAvailableWaiter(client GetInstanceSnapshotAPIClient, optFns ...func(*InstanceSnapshotAvailableWaiterOptions)) *InstanceSnapshotAvailableWaiter {
	return &InstanceSnapshotAvailableWaiter{newWaiter(instanceSnapshotAvailable, client.GetInstanceSnapshot, observeInstanceSnapshot, optFns)}
}

// Wait waits until the instance snapshot that params name is available, for at
// most maxWait. See [WaiterOptions] for the errors.
func (w *InstanceSnapshotAvailableWaiter) Wait(ctx context.Context, params *GetInstanceSnapshotInput, maxWait time.Duration, optFns ...func(*InstanceSnapshotAvailableWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [InstanceSnapshotAvailableWaiter.Wait], and returns the output
// of the last poll.
func (w *InstanceSnapshotAvailableWaiter) WaitForOutput(ctx context.Context, params *GetInstanceSnapshotInput, maxWait time.Duration, optFns ...func(*InstanceSnapshotAvailableWaiterOptions)) (*GetInstanceSnapshotOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeInstanceSnapshot(_ *GetInstanceSnapshotInput, out *GetInstanceSnapshotOutput) observation {
	if out.InstanceSnapshot == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.InstanceSnapshot.Name), state: string(out.InstanceSnapshot.State)}
}
