package lightsail

import (
	"context"
	"errors"
	"time"
)

// Delays of RetryBusy.
const (
	busyMinDelay = 5 * time.Second
	busyMaxDelay = time.Minute
)

// RetryBusy calls fn until it returns an error that [IsBusy] does not match, or nil,
// and returns that.
//
// Use it around a call that the service rejects while another operation is modifying
// the resource, which can take minutes. The retryer of the client does not do this:
// its attempts end within seconds. It still retries the errors that it knows within
// every call of fn.
//
// The delay between two calls of fn grows exponentially from 5 seconds to 1 minute,
// with jitter. The context of fn ends when maxWait has passed, which must be
// positive. RetryBusy returns
//
//   - the result of fn, unchanged, if IsBusy does not match it;
//   - a *[WaiterTimeoutError], whose Err is the last error of fn, when maxWait has
//     passed, or leaves no time for another call;
//   - an error that wraps ctx.Err() when ctx ends.
//
// If fn makes several calls, all of them are repeated. The service also rejects
// changes of an instance that is still pending, such as
// [Client.PutInstancePublicPorts], with errors that IsBusy does not match: wait until
// the instance is running first, with the waiter InstanceRunning.
func RetryBusy(ctx context.Context, maxWait time.Duration, fn func(context.Context) error) error {
	var result error
	loop := waitLoop{
		minDelay: busyMinDelay,
		maxDelay: busyMaxDelay,
		poll: func(ctx context.Context, _ int) error {
			result = fn(ctx)
			if IsBusy(result) || ctx.Err() != nil && errors.Is(result, ctx.Err()) {
				return result
			}
			// The loop would replace other errors if ctx ended in the meantime.
			return nil
		},
		pending: func(context.Context, int, time.Duration) (bool, error) {
			if IsBusy(result) {
				return true, nil
			}
			return false, result
		},
		last:    func() (last any, text string) { return nil, "" },
		timeout: WaiterTimeoutError{Waiter: "RetryBusy", MaxWait: maxWait},
	}
	return loop.run(ctx)
}
