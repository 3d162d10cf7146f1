package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetDiskAPIClient is the part of [Client] that the disk waiters call.
type GetDiskAPIClient interface {
	// GetDisk is [Client.GetDisk].
	GetDisk(context.Context, *GetDiskInput, ...func(*Options)) (*GetDiskOutput, error)
}

// DiskAvailableWaiter waits until a disk can be attached to an instance or
// deleted: after it was created, or after it was detached.
//
// It calls GetDisk. DiskName is required. The wait succeeds when the state is
// "available". If it is "error" or "deleting", the wait fails with a
// *[ResourceStateError]. Every other state is pending, such as "pending" or
// "in-use". A disk that is not found is pending. The default delays are 5 to 15
// seconds.
type DiskAvailableWaiter struct {
	waiter waiter[*GetDiskInput, *GetDiskOutput]
}

// DiskAvailableWaiterOptions are the options of a [DiskAvailableWaiter].
type DiskAvailableWaiterOptions = WaiterOptions[*GetDiskInput, *GetDiskOutput]

var diskAvailable = waiterSpec{
	name:      "DiskAvailable",
	operation: &getDisk,
	resource:  types.ResourceTypeDisk,
	success:   []string{string(types.DiskStateAvailable)},
	failure:   []string{string(types.DiskStateError), "deleting"},
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewDiskAvailableWaiter returns a DiskAvailableWaiter that calls client.
func NewDiskAvailableWaiter(client GetDiskAPIClient, optFns ...func(*DiskAvailableWaiterOptions)) *DiskAvailableWaiter {
	return &DiskAvailableWaiter{newWaiter(diskAvailable, client.GetDisk, observeDisk, optFns)}
}

// Wait waits until the disk that params name is available, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *DiskAvailableWaiter) Wait(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskAvailableWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [DiskAvailableWaiter.Wait], and returns the output of the last
// poll.
func (w *DiskAvailableWaiter) WaitForOutput(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskAvailableWaiterOptions)) (*GetDiskOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// DiskInUseWaiter waits until a disk is attached to an instance.
//
// It calls GetDisk. DiskName is required. The wait succeeds when the state is
// "in-use". If it is "error" or "deleting", the wait fails with a
// *[ResourceStateError]. Every other state is pending, such as "available". If
// the disk does not exist, the wait fails with the service's error. The default
// delays are 5 to 15 seconds.
type DiskInUseWaiter struct {
	waiter waiter[*GetDiskInput, *GetDiskOutput]
}

// DiskInUseWaiterOptions are the options of a [DiskInUseWaiter].
type DiskInUseWaiterOptions = WaiterOptions[*GetDiskInput, *GetDiskOutput]

var diskInUse = waiterSpec{
	name:      "DiskInUse",
	operation: &getDisk,
	resource:  types.ResourceTypeDisk,
	success:   []string{string(types.DiskStateInUse)},
	failure:   []string{string(types.DiskStateError), "deleting"},
	notFound:  failed,
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewDiskInUseWaiter returns a DiskInUseWaiter that calls client.
func NewDiskInUseWaiter(client GetDiskAPIClient, optFns ...func(*DiskInUseWaiterOptions)) *DiskInUseWaiter {
	return &DiskInUseWaiter{newWaiter(diskInUse, client.GetDisk, observeDisk, optFns)}
}

// Wait waits until the disk that params name is attached, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *DiskInUseWaiter) Wait(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskInUseWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [DiskInUseWaiter.Wait], and returns the output of the last
// poll.
func (w *DiskInUseWaiter) WaitForOutput(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskInUseWaiterOptions)) (*GetDiskOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// DiskDeletedWaiter waits until a disk does not exist.
//
// It calls GetDisk. DiskName is required. The wait succeeds when the disk is not
// found. Every state of a disk that exists is pending. The default delays are 5
// to 15 seconds.
type DiskDeletedWaiter struct {
	waiter waiter[*GetDiskInput, *GetDiskOutput]
}

// DiskDeletedWaiterOptions are the options of a [DiskDeletedWaiter].
type DiskDeletedWaiterOptions = WaiterOptions[*GetDiskInput, *GetDiskOutput]

var diskDeleted = waiterSpec{
	name:      "DiskDeleted",
	operation: &getDisk,
	resource:  types.ResourceTypeDisk,
	notFound:  succeeded,
	minDelay:  5 * time.Second,
	maxDelay:  15 * time.Second,
}

// NewDiskDeletedWaiter returns a DiskDeletedWaiter that calls client.
func NewDiskDeletedWaiter(client GetDiskAPIClient, optFns ...func(*DiskDeletedWaiterOptions)) *DiskDeletedWaiter {
	return &DiskDeletedWaiter{newWaiter(diskDeleted, client.GetDisk, observeDisk, optFns)}
}

// Wait waits until the disk that params name does not exist, for at most maxWait.
// See [WaiterOptions] for the errors.
func (w *DiskDeletedWaiter) Wait(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskDeletedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [DiskDeletedWaiter.Wait], and returns the output of the last
// poll. The output is nil if the service responded that the disk does not exist.
func (w *DiskDeletedWaiter) WaitForOutput(ctx context.Context, params *GetDiskInput, maxWait time.Duration, optFns ...func(*DiskDeletedWaiterOptions)) (*GetDiskOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeDisk(_ *GetDiskInput, out *GetDiskOutput) observation {
	if out.Disk == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.Disk.Name), state: string(out.Disk.State)}
}
