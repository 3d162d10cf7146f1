package lightsail

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// OperationSucceededWaiter waits until all operations that a call started have
// succeeded.
//
// Lightsail finishes many changes after the call has returned. The Operations in
// the output of such a call are records of them. The waiter calls GetOperation for
// each record that has not ended. The statuses "Succeeded" and "Completed" are
// success. "Failed" ends the wait with an *[OperationFailedError]. A record that
// does not exist ends it with the service's error. The default delays are 2 to 30
// seconds.
type OperationSucceededWaiter struct {
	client  GetOperationAPIClient
	options OperationSucceededWaiterOptions
}

// OperationSucceededWaiterOptions are the options of an [OperationSucceededWaiter].
// The input of Retryable holds the records that were given to Wait, and its output
// their current versions.
type OperationSucceededWaiterOptions = WaiterOptions[*[]types.Operation, *[]types.Operation]

// NewOperationSucceededWaiter returns an OperationSucceededWaiter that calls client.
func NewOperationSucceededWaiter(client GetOperationAPIClient, optFns ...func(*OperationSucceededWaiterOptions)) *OperationSucceededWaiter {
	w := &OperationSucceededWaiter{client: client, options: OperationSucceededWaiterOptions{
		MinDelay:  2 * time.Second,
		MaxDelay:  30 * time.Second,
		Retryable: operationsPending,
	}}
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// Wait waits until all operations have succeeded, for at most maxWait. operations
// are the Operations of a call's output. They are not changed, and must not be
// empty. See [WaiterOptions] for the errors.
func (w *OperationSucceededWaiter) Wait(ctx context.Context, operations []types.Operation, maxWait time.Duration, optFns ...func(*OperationSucceededWaiterOptions)) error {
	_, err := w.WaitForOutput(ctx, operations, maxWait, optFns...)
	return err
}

// WaitForOutput is [OperationSucceededWaiter.Wait], and returns the last versions
// of the records, in the order in which they were given.
func (w *OperationSucceededWaiter) WaitForOutput(ctx context.Context, operations []types.Operation, maxWait time.Duration, optFns ...func(*OperationSucceededWaiterOptions)) ([]types.Operation, error) {
	latest := slices.Clone(operations)
	mechanism := waiter[*[]types.Operation, *[]types.Operation]{
		name:  "OperationSucceeded",
		check: func(*[]types.Operation) error { return checkOperations(operations) },
		call: func(ctx context.Context, _ *[]types.Operation, optFns ...func(*Options)) (*[]types.Operation, error) {
			if err := w.poll(ctx, latest, optFns); err != nil {
				return nil, err
			}
			seen := slices.Clone(latest)
			return &seen, nil
		},
		observe: func(_, latest *[]types.Operation) observation {
			n := 0
			for i := range *latest {
				if !hasEnded(&(*latest)[i]) {
					n++
				}
			}
			return observation{found: true, text: fmt.Sprintf("%d of %d operations have not ended", n, len(*latest))}
		},
		options: w.options,
	}
	out, err := mechanism.wait(ctx, &operations, maxWait, optFns)
	if err != nil {
		return nil, err
	}
	if out == nil {
		// Retryable accepted a failed poll.
		return latest, nil
	}
	return *out, nil
}

// poll updates the records that have not ended.
func (w *OperationSucceededWaiter) poll(ctx context.Context, latest []types.Operation, optFns []func(*Options)) error {
	for i, operation := range latest {
		if hasEnded(&operation) {
			continue
		}
		out, err := w.client.GetOperation(ctx, &GetOperationInput{OperationId: operation.Id}, optFns...)
		if err != nil {
			return err
		}
		if out == nil || out.Operation == nil {
			return fmt.Errorf("operation %s: the service returned no record", aws.ToString(operation.Id))
		}
		latest[i] = *out.Operation
		// The next poll needs the ID.
		latest[i].Id = cmp.Or(latest[i].Id, operation.Id)
	}
	return nil
}

// operationsPending reports whether an operation has not ended, and returns an
// error if one has failed.
func operationsPending(_ context.Context, _, latest *[]types.Operation, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	pending := false
	for _, operation := range *latest {
		switch {
		case !hasEnded(&operation):
			pending = true
		case operation.Status != types.OperationStatusSucceeded && operation.Status != types.OperationStatusCompleted:
			return false, &OperationFailedError{Operation: operation}
		}
	}
	return pending, nil
}

// hasEnded reports whether an operation has succeeded or failed.
func hasEnded(operation *types.Operation) bool {
	switch operation.Status {
	case types.OperationStatusSucceeded, types.OperationStatusCompleted, types.OperationStatusFailed:
		return true
	case types.OperationStatusNotStarted, types.OperationStatusStarted:
		return false
	}
	return aws.ToBool(operation.IsTerminal)
}

func checkOperations(operations []types.Operation) error {
	if len(operations) == 0 {
		return errors.New("operations must not be empty")
	}
	for i := range operations {
		if operation := &operations[i]; !hasEnded(operation) && aws.ToString(operation.Id) == "" {
			return fmt.Errorf("operation %d of %d has no Id", i+1, len(operations))
		}
	}
	return nil
}

// An OperationFailedError reports that an operation that a call started has failed.
type OperationFailedError struct {
	// Operation is the record, with its ErrorCode and ErrorDetails.
	Operation types.Operation
}

// Error returns the operation, its resource, and the reason of the failure.
func (e *OperationFailedError) Error() string {
	o := &e.Operation
	text := fmt.Sprintf("operation %s (%s of %s) ended with the status %s", aws.ToString(o.Id), o.OperationType, aws.ToString(o.ResourceName), o.Status)
	if code := aws.ToString(o.ErrorCode); code != "" {
		text += ": " + code
	}
	if details := aws.ToString(o.ErrorDetails); details != "" {
		text += ": " + details
	}
	return text
}
