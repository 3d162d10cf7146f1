package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseAPIClient is the part of [Client] that the database
// waiters call.
type GetRelationalDatabaseAPIClient interface {
	// GetRelationalDatabase is [Client.GetRelationalDatabase].
	GetRelationalDatabase(context.Context, *GetRelationalDatabaseInput, ...func(*Options)) (*GetRelationalDatabaseOutput, error)
}

// RelationalDatabaseAvailableWaiter waits until a database can be used: after it
// was created, changed, started or restarted.
//
// It calls GetRelationalDatabase. RelationalDatabaseName is required. The wait
// succeeds when the state is "available". If it is "failed", "deleting",
// "incompatible-network", "incompatible-parameters" or "incompatible-restore",
// the wait fails with a *[ResourceStateError].
// [Client.GetRelationalDatabaseEvents] can have the reason. Every other state is
// pending, such as "creating", "modifying", "backing-up" or "stopped". A database
// that is not found is pending. The default delays are 15 seconds to 1 minute.
//
// The state can still be "available" right after a change was requested. Wait for
// the operations of that call first, with an [OperationSucceededWaiter].
type RelationalDatabaseAvailableWaiter struct {
	waiter waiter[*GetRelationalDatabaseInput, *GetRelationalDatabaseOutput]
}

// RelationalDatabaseAvailableWaiterOptions are the options of a
// [RelationalDatabaseAvailableWaiter].
type RelationalDatabaseAvailableWaiterOptions = WaiterOptions[*GetRelationalDatabaseInput, *GetRelationalDatabaseOutput]

// The service does not list the states. That failures other than "failed" occur, as in
// Amazon RDS, is a guess.
var relationalDatabaseAvailable = waiterSpec{
	name:      "RelationalDatabaseAvailable",
	operation: &getRelationalDatabase,
	resource:  types.ResourceTypeRelationalDatabase,
	success:   []string{"available"},
	failure:   []string{"failed", "deleting", "incompatible-network", "incompatible-parameters", "incompatible-restore"},
	minDelay:  15 * time.Second,
	maxDelay:  time.Minute,
}

// NewRelationalDatabaseAvailableWaiter returns a
// RelationalDatabaseAvailableWaiter that calls client.
func NewRelationalDatabaseAvailableWaiter(client GetRelationalDatabaseAPIClient, optFns ...func(*RelationalDatabaseAvailableWaiterOptions)) *RelationalDatabaseAvailableWaiter {
	return &RelationalDatabaseAvailableWaiter{newWaiter(relationalDatabaseAvailable, client.GetRelationalDatabase, observeRelationalDatabase, optFns)}
}

// Wait waits until the database that params name is available, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *RelationalDatabaseAvailableWaiter) Wait(ctx context.Context, params *GetRelationalDatabaseInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseAvailableWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [RelationalDatabaseAvailableWaiter.Wait], and returns the
// output of the last poll.
func (w *RelationalDatabaseAvailableWaiter) WaitForOutput(ctx context.Context, params *GetRelationalDatabaseInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseAvailableWaiterOptions)) (*GetRelationalDatabaseOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// RelationalDatabaseDeletedWaiter waits until a database does not exist.
//
// It calls GetRelationalDatabase. RelationalDatabaseName is required. The wait
// succeeds when the database is not found. Every state of a database that exists
// is pending. The default delays are 15 seconds to 1 minute.
type RelationalDatabaseDeletedWaiter struct {
	waiter waiter[*GetRelationalDatabaseInput, *GetRelationalDatabaseOutput]
}

// RelationalDatabaseDeletedWaiterOptions are the options of a
// [RelationalDatabaseDeletedWaiter].
type RelationalDatabaseDeletedWaiterOptions = WaiterOptions[*GetRelationalDatabaseInput, *GetRelationalDatabaseOutput]

var relationalDatabaseDeleted = waiterSpec{
	name:      "RelationalDatabaseDeleted",
	operation: &getRelationalDatabase,
	resource:  types.ResourceTypeRelationalDatabase,
	notFound:  succeeded,
	minDelay:  15 * time.Second,
	maxDelay:  time.Minute,
}

// NewRelationalDatabaseDeletedWaiter returns a RelationalDatabaseDeletedWaiter
// that calls client.
func NewRelationalDatabaseDeletedWaiter(client GetRelationalDatabaseAPIClient, optFns ...func(*RelationalDatabaseDeletedWaiterOptions)) *RelationalDatabaseDeletedWaiter {
	return &RelationalDatabaseDeletedWaiter{newWaiter(relationalDatabaseDeleted, client.GetRelationalDatabase, observeRelationalDatabase, optFns)}
}

// Wait waits until the database that params name does not exist, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *RelationalDatabaseDeletedWaiter) Wait(ctx context.Context, params *GetRelationalDatabaseInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseDeletedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [RelationalDatabaseDeletedWaiter.Wait], and returns the output
// of the last poll. The output is nil if the service responded that the database
// does not exist.
func (w *RelationalDatabaseDeletedWaiter) WaitForOutput(ctx context.Context, params *GetRelationalDatabaseInput, maxWait time.Duration, optFns ...func(*RelationalDatabaseDeletedWaiterOptions)) (*GetRelationalDatabaseOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeRelationalDatabase(_ *GetRelationalDatabaseInput, out *GetRelationalDatabaseOutput) observation {
	if out.RelationalDatabase == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.RelationalDatabase.Name), state: aws.ToString(out.RelationalDatabase.State)}
}
