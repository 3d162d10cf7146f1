package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetDiskSnapshotAPIClient is the part of [Client] that the disk snapshot waiters
// call.
type GetDiskSnapshotAPIClient interface {
	// GetDiskSnapshot is [Client.GetDiskSnapshot].
	GetDiskSnapshot(context.Context, *GetDiskSnapshotInput, ...func(*Options)) (*GetDiskSnapshotOutput, error)
}

// DiskSnapshotAvailableWaiter waits until disks can be created from a disk
// snapshot.
//
// It calls GetDiskSnapshot. DiskSnapshotName is required. The wait succeeds when
// the state is "completed", which for disk snapshots is the name of what is
// "available" for others. If it is "error", the wait fails with a
// *[ResourceStateError]. Every other state is pending. A snapshot that is not
// found is pending. The default delays are 5 to 30 seconds.
type DiskSnapshotAvailableWaiter struct {
	waiter waiter[*GetDiskSnapshotInput, *GetDiskSnapshotOutput]
}

// DiskSnapshotAvailableWaiterOptions are the options of a
// [DiskSnapshotAvailableWaiter].
type DiskSnapshotAvailableWaiterOptions = WaiterOptions[*GetDiskSnapshotInput, *GetDiskSnapshotOutput]

var diskSnapshotAvailable = waiterSpec{
	name:      "DiskSnapshotAvailable",
	operation: &getDiskSnapshot,
	resource:  types.ResourceTypeDiskSnapshot,
	success:   []string{string(types.DiskSnapshotStateCompleted)},
	failure:   []string{string(types.DiskSnapshotStateError)},
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewDiskSnapshotAvailableWaiter returns a DiskSnapshotAvailableWaiter that calls
// client.
func NewDiskSnapshotAvailableWaiter(client GetDiskSnapshotAPIClient, optFns ...func(*DiskSnapshotAvailableWaiterOptions)) *DiskSnapshotAvailableWaiter {
	return &DiskSnapshotAvailableWaiter{newWaiter(diskSnapshotAvailable, client.GetDiskSnapshot, observeDiskSnapshot, optFns)}
}

// Wait waits until the disk snapshot that params name is available, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *DiskSnapshotAvailableWaiter) Wait(ctx context.Context, params *GetDiskSnapshotInput, maxWait time.Duration, optFns ...func(*DiskSnapshotAvailableWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [DiskSnapshotAvailableWaiter.Wait], and returns the output of
// the last poll.
func (w *DiskSnapshotAvailableWaiter) WaitForOutput(ctx context.Context, params *GetDiskSnapshotInput, maxWait time.Duration, optFns ...func(*DiskSnapshotAvailableWaiterOptions)) (*GetDiskSnapshotOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeDiskSnapshot(_ *GetDiskSnapshotInput, out *GetDiskSnapshotOutput) observation {
	if out.DiskSnapshot == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.DiskSnapshot.Name), state: string(out.DiskSnapshot.State)}
}
