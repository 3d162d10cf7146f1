package lightsail

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"
	smithytime "github.com/aws/smithy-go/time"
	smithywaiter "github.com/aws/smithy-go/waiter"
)

// WaiterOptions say how a waiter waits.
type WaiterOptions[In, Out any] struct {
	// APIOptions change the middleware of the waiter's calls.
	APIOptions []func(*middleware.Stack) error

	// ClientOptions are for the waiter's calls.
	ClientOptions []func(*Options)

	// MinDelay is the shortest time between two looks. Each waiter has a default
	// of its own.
	MinDelay time.Duration

	// MaxDelay is the longest time between two looks. The time grows
	// exponentially from MinDelay to MaxDelay, with a random part. 0 means
	// the SDK's 2 minutes.
	MaxDelay time.Duration

	// LogWaitAttempts logs every look with the client's Logger.
	LogWaitAttempts bool

	// Retryable says after every look whether to go on: true, or an error, which
	// ends the wait with that error. false without an error ends it well. Each
	// waiter has a default of its own.
	Retryable func(context.Context, *In, *Out, error) (bool, error)

	// Progress, where set, is told about every look, by the waiting goroutine.
	// The wait goes on when it returns.
	Progress func(WaiterProgress[Out])
}

// WaiterProgress is what a waiter saw when it looked.
type WaiterProgress[Out any] struct {
	// Attempt is the number of the look, from 1.
	Attempt int

	// Elapsed is the time since the wait began.
	Elapsed time.Duration

	// Output is what the service answered. It is nil beside Err.
	Output *Out

	// Err is how the call failed, for example because there is nothing yet.
	Err error
}

// A Waiter looks again and again until something is as it should be.
//
// It is safe for concurrent use; every Wait is on its own.
type Waiter[In, Out any] struct {
	name    string
	call    func(context.Context, *In, ...func(*Options)) (*Out, error)
	check   func(*In) error        // what Wait must be given
	seen    func(*In, *Out) string // an output in words, for who waited in vain
	options WaiterOptions[In, Out]
}

// with applies optFns to the waiter's options, which were its defaults, and
// returns it.
func (w *Waiter[In, Out]) with(optFns []func(*WaiterOptions[In, Out])) *Waiter[In, Out] {
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// Wait waits for at most maxWait, which must be positive.
//
// It returns nil once all is as it should be, a *[WaiterTimeoutError] when
// maxWait is over or leaves no time for another look, an error that tells of ctx when that ends first, and whatever
// else ended the wait. optFns are for this wait alone.
func (w *Waiter[In, Out]) Wait(ctx context.Context, params *In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out])) error {
	_, err := w.WaitForOutput(ctx, params, maxWait, optFns...)
	return err
}

// WaitForOutput is Wait, and returns what the service answered at last.
func (w *Waiter[In, Out]) WaitForOutput(ctx context.Context, params *In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out])) (*Out, error) {
	if params == nil {
		params = new(In)
	}
	options := w.options
	// What this wait appends must not land in the arrays of another.
	options.APIOptions = slices.Clip(options.APIOptions)
	options.ClientOptions = slices.Clip(options.ClientOptions)
	for _, fn := range optFns {
		fn(&options)
	}
	if options.Retryable == nil {
		return nil, errors.New("the waiter's Retryable must be set")
	}
	if err := w.check(params); err != nil {
		return nil, err
	}

	var out *Out
	var callErr error
	wait := wait{
		minDelay: options.MinDelay,
		maxDelay: options.MaxDelay,
		look: func(ctx context.Context, attempt int) error {
			out, callErr = w.call(ctx, params, func(o *Options) {
				o.addLook(options.APIOptions, options.ClientOptions, options.LogWaitAttempts, attempt)
			})
			return callErr
		},
		pending: func(ctx context.Context, attempt int, elapsed time.Duration) (bool, error) {
			if options.Progress != nil {
				options.Progress(WaiterProgress[Out]{Attempt: attempt, Elapsed: elapsed, Output: out, Err: callErr})
			}
			return options.Retryable(ctx, params, out, callErr)
		},
		seen: func() (last any, text string) {
			if out == nil {
				return nil, ""
			}
			return out, w.seen(params, out)
		},
		timeout: WaiterTimeoutError{Waiter: w.name, MaxWait: maxWait},
	}
	if err := wait.run(ctx); err != nil {
		return nil, err
	}
	return out, nil
}

// A wait is the loop of a waiter. It knows nothing of types, so that it is
// compiled once and not for every waiter.
type wait struct {
	minDelay, maxDelay time.Duration

	// look calls the service.
	look func(ctx context.Context, attempt int) error

	// pending tells, after a look, whether to go on.
	pending func(ctx context.Context, attempt int, elapsed time.Duration) (bool, error)

	// seen returns what the look saw, also in words.
	seen func() (last any, text string)

	timeout WaiterTimeoutError
}

// run looks until nothing is pending.
func (w *wait) run(ctx context.Context) error {
	if err := w.settle(); err != nil {
		return err
	}
	waitCtx, cancel := context.WithTimeout(ctx, w.timeout.MaxWait)
	defer cancel()
	start := time.Now()
	for attempt := 1; ; attempt++ {
		w.timeout.Attempts = attempt
		err := w.look(waitCtx, attempt)
		switch {
		case err != nil && ctx.Err() != nil:
			return fmt.Errorf("request cancelled while waiting, %w", ctx.Err())
		case err != nil && waitCtx.Err() != nil:
			// It was cut short: what the look before it saw is the last.
			if attempt == 1 {
				w.timeout.Err, w.timeout.seen = err, err.Error()
			}
			return &w.timeout
		}
		pending, pendingErr := w.pending(waitCtx, attempt, time.Since(start))
		if pendingErr != nil || !pending {
			return pendingErr
		}
		w.timeout.Err = err
		if w.timeout.Last, w.timeout.seen = w.seen(); err != nil {
			w.timeout.seen = err.Error()
		}
		if err := w.sleep(ctx, attempt, time.Since(start)); err != nil {
			return err
		}
	}
}

// sleep waits for the next look, or returns an error where there is no time left
// for one.
func (w *wait) sleep(ctx context.Context, attempt int, elapsed time.Duration) error {
	remaining := w.timeout.MaxWait - elapsed
	if remaining <= w.minDelay {
		return &w.timeout
	}
	delay, err := smithywaiter.ComputeDelay(int64(attempt), w.minDelay, w.maxDelay, remaining)
	if err != nil {
		return err
	}
	// To fit in one more look, ComputeDelay goes below the minimum, down to
	// nothing.
	if err := smithytime.SleepWithContext(ctx, max(delay, w.minDelay)); err != nil {
		return fmt.Errorf("request cancelled while waiting, %w", err)
	}
	return nil
}

// settle fills in what is not set, and refuses what makes no sense.
func (w *wait) settle() error {
	if w.maxDelay <= 0 {
		w.maxDelay = 2 * time.Minute
	}
	switch {
	case w.timeout.MaxWait <= 0:
		return errors.New("maximum wait time for waiter must be greater than zero")
	case w.minDelay <= 0:
		return errors.New("minimum waiter delay must be greater than zero")
	case w.minDelay > w.maxDelay:
		return fmt.Errorf("minimum waiter delay %v must be less than or equal to maximum waiter delay %v", w.minDelay, w.maxDelay)
	}
	return nil
}

// addLook adds what a waiter says about its calls.
func (o *Options) addLook(apiOptions []func(*middleware.Stack) error, clientOptions []func(*Options), log bool, attempt int) {
	o.features = append(o.features, awsmiddleware.UserAgentFeatureWaiter)
	o.APIOptions = append(o.APIOptions, apiOptions...)
	if log {
		logger := smithywaiter.Logger{Attempt: int64(attempt)}
		o.APIOptions = append(o.APIOptions, logger.AddLogger)
	}
	for _, fn := range clientOptions {
		fn(o)
	}
}

// A WaiterTimeoutError says that the longest time to wait is over. It is not the
// caller's own deadline: that one ends the wait with context.DeadlineExceeded.
type WaiterTimeoutError struct {
	// Waiter is the name of the waiter, for example BucketAvailable.
	Waiter string

	// MaxWait is how long it was to wait.
	MaxWait time.Duration

	// Attempts is how often it looked.
	Attempts int

	// Last is what it saw at last, for example a *GetBucketsOutput. It is nil
	// where that look failed. A look that the end of the wait cut short counts
	// only if it was the first.
	Last any

	// Err is how that look failed, nil where it did not.
	Err error

	seen string // the same in words
}

// Error tells the waiter, the time and what was seen at last. It does not unwrap
// to Err: where the wait ended a call, that tells of a context that is not the
// caller's.
func (e *WaiterTimeoutError) Error() string {
	return fmt.Sprintf("exceeded max wait time of %v for %s waiter after %d attempts, at last: %s", e.MaxWait, e.Waiter, e.Attempts, e.seen)
}
