package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseSnapshotAPIClient is the part of [Client] that the
// database snapshot waiters call.
type GetRelationalDatabaseSnapshotAPIClient interface {
	// GetRelationalDatabaseSnapshot is [Client.GetRelationalDatabaseSnapshot].
	GetRelationalDatabaseSnapshot(context.Context, *GetRelationalDatabaseSnapshotInput, ...func(*Options)) (*GetRelationalDatabaseSnapshotOutput, error)
}

// RelationalDatabaseSnapshotAvailableWaiter waits until databases can be created
// from a database snapshot.
//
// It calls GetRelationalDatabaseSnapshot. RelationalDatabaseSnapshotName is
// required. The wait succeeds when the state is "available". If it is "error" or
// "failed", the wait fails with a *[ResourceStateError]. Every other state is
// pending. A snapshot that is not found is pending. The default delays are 10
// seconds to 1 minute.
type RelationalDatabaseSnapshotAvailableWaiter struct {
	waiter waiter[*GetRelationalDatabaseSnapshotInput, *GetRelationalDatabaseSnapshotOutput]
}

// RelationalDatabaseSnapshotAvailableWaiterOptions are the options of a
// [RelationalDatabaseSnapshotAvailableWaiter].
type RelationalDatabaseSnapshotAvailableWaiterOptions = WaiterOptions[*GetRelationalDatabaseSnapshotInput, *GetRelationalDatabaseSnapshotOutput]

// The service does not list the states. That "failed" occurs, as in Amazon RDS, is a
// guess.
var relationalDatabaseSnapshotAvailable = waiterSpec{
	name:      "RelationalDatabaseSnapshotAvailable",
	operation: &getRelationalDatabaseSnapshot,
	resource:  types.ResourceTypeRelationalDatabaseSnapshot,
	success:   []string{"available"},
	failure:   []string{"error", "failed"},
	minDelay:  10 * time.Second,
	maxDelay:  time.Minute,
}

// NewRelationalDatabaseSnapshotAvailableWaiter returns a
// RelationalDatabaseSnapshotAvailableWaiter that calls client.
func NewRelationalDatabaseSnapshotAvailableWaiter(client GetRelationalDatabaseSnapshotAPIClient, optFns ...func(*RelationalDatabaseSnapshotAvailableWaiterOptions)) *RelationalDatabaseSnapshotAvailableWaiter {
	return &RelationalDatabaseSnapshotAvailableWaiter{newWaiter(relationalDatabaseSnapshotAvailable, client.GetRelationalDatabaseSnapshot, observeRelationalDatabaseSnapshot, optFns)}
}

// Wait waits until the database snapshot that params name is available, for at
// most maxWait. See [WaiterOptions] for the errors.
func (w *RelationalDatabaseSnapshotAvailableWaiter) Wait(ctx context.Context, params *GetRelationalDatabaseSnapshotInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseSnapshotAvailableWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [RelationalDatabaseSnapshotAvailableWaiter.Wait], and returns
// the output of the last poll.
func (w *RelationalDatabaseSnapshotAvailableWaiter) WaitForOutput(ctx context.Context, params *GetRelationalDatabaseSnapshotInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseSnapshotAvailableWaiterOptions)) (*GetRelationalDatabaseSnapshotOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeRelationalDatabaseSnapshot(_ *GetRelationalDatabaseSnapshotInput, out *GetRelationalDatabaseSnapshotOutput) observation {
	if out.RelationalDatabaseSnapshot == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.RelationalDatabaseSnapshot.Name), state: aws.ToString(out.RelationalDatabaseSnapshot.State)}
}
