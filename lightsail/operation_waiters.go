package lightsail

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// OperationSucceededWaiter waits until all that a call has started has ended
// well.
//
// Make it with [NewOperationSucceededWaiter]. It is safe for concurrent use.
type OperationSucceededWaiter struct {
	client  GetOperationAPIClient
	options OperationSucceededWaiterOptions
}

// OperationSucceededWaiterOptions say how an OperationSucceededWaiter waits. What
// it looks at are records of operations, as they were given and as they are.
type OperationSucceededWaiterOptions = WaiterOptions[[]types.Operation, []types.Operation]

// NewOperationSucceededWaiter returns a waiter that asks client. The default
// delays are 2 and 30 seconds.
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

// Wait waits for at most maxWait until all operations have ended well. They are
// the Operations that a call returned; to give none is an error.
//
// One that fails ends the wait at once with an *[OperationFailedError], and one
// that the service no longer knows with the service's error. The operations
// given are not changed. For the rest it is like [Waiter.Wait].
func (w *OperationSucceededWaiter) Wait(ctx context.Context, operations []types.Operation, maxWait time.Duration, optFns ...func(*OperationSucceededWaiterOptions)) error {
	_, err := w.WaitForOutput(ctx, operations, maxWait, optFns...)
	return err
}

// WaitForOutput is Wait, and returns the operations as they have ended, in the
// order in which they were given.
func (w *OperationSucceededWaiter) WaitForOutput(ctx context.Context, operations []types.Operation, maxWait time.Duration, optFns ...func(*OperationSucceededWaiterOptions)) ([]types.Operation, error) {
	latest := slices.Clone(operations)
	waiter := &Waiter[[]types.Operation, []types.Operation]{
		name:  "OperationSucceeded",
		check: func(*[]types.Operation) error { return checkOperations(operations) },
		call: func(ctx context.Context, _ *[]types.Operation, optFns ...func(*Options)) (*[]types.Operation, error) {
			if err := w.look(ctx, latest, optFns); err != nil {
				return nil, err
			}
			seen := slices.Clone(latest)
			return &seen, nil
		},
		seen: func(_, latest *[]types.Operation) string {
			n := 0
			for i := range *latest {
				if !ended(&(*latest)[i]) {
					n++
				}
			}
			return fmt.Sprintf("%d of %d operations have not ended", n, len(*latest))
		},
		options: w.options,
	}
	out, err := waiter.WaitForOutput(ctx, &operations, maxWait, optFns...)
	if err != nil {
		return nil, err
	}
	return *out, nil
}

// look asks for those operations that have not ended as far as is known.
func (w *OperationSucceededWaiter) look(ctx context.Context, latest []types.Operation, optFns []func(*Options)) error {
	for i, operation := range latest {
		if ended(&operation) {
			continue
		}
		out, err := w.client.GetOperation(ctx, &GetOperationInput{OperationId: operation.Id}, optFns...)
		if err != nil {
			return err
		}
		if out == nil || out.Operation == nil {
			return fmt.Errorf("operation %s: the service returned no record of it", *operation.Id)
		}
		latest[i] = *out.Operation
	}
	return nil
}

// operationsPending tells whether an operation is still to be waited for.
func operationsPending(_ context.Context, _, latest *[]types.Operation, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	pending := false
	for _, operation := range *latest {
		switch {
		case !ended(&operation):
			pending = true
		case operation.Status != types.OperationStatusSucceeded && operation.Status != types.OperationStatusCompleted:
			return false, &OperationFailedError{Operation: operation}
		}
	}
	return pending, nil
}

// ended tells whether an operation has come to its end, well or not.
func ended(operation *types.Operation) bool {
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
		return errors.New("there are no operations to wait for")
	}
	for i := range operations {
		if operation := &operations[i]; !ended(operation) && aws.ToString(operation.Id) == "" {
			return fmt.Errorf("operation %d of %d has no ID to ask for", i+1, len(operations))
		}
	}
	return nil
}

// An OperationFailedError says that something that a call had started has failed.
type OperationFailedError struct {
	// Operation is the record, with its ErrorCode and ErrorDetails.
	Operation types.Operation
}

// Error tells the operation, its resource, and how it failed.
func (e *OperationFailedError) Error() string {
	o := &e.Operation
	text := fmt.Sprintf("operation %s (%s of %s) ended as %s", aws.ToString(o.Id), o.OperationType, aws.ToString(o.ResourceName), o.Status)
	if code := aws.ToString(o.ErrorCode); code != "" {
		text += ": " + code
	}
	if details := aws.ToString(o.ErrorDetails); details != "" {
		text += ": " + details
	}
	return text
}
