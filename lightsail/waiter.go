package lightsail

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"
	smithytime "github.com/aws/smithy-go/time"
	smithywaiter "github.com/aws/smithy-go/waiter"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// WaiterOptions are the options of every waiter.
//
// A waiter, such as [BucketAvailableWaiter], polls the service until a resource
// reaches a state. Its Wait method returns
//
//   - nil when the resource has reached the state;
//   - a *[WaiterTimeoutError] when maxWait has passed, or leaves no time for
//     another poll;
//   - a *[ResourceStateError] when the resource is in a state from which it cannot
//     reach the wanted one;
//   - the error of a call that failed. Retries of the client come first;
//   - an error that wraps ctx.Err() when ctx ends.
//
// maxWait must be positive. WaitForOutput is Wait, and also returns the output of
// the last poll. Both take option functions that apply to that wait only. A waiter
// is safe for concurrent use.
//
// In and Out are pointers to the input and to the output of the operation that the
// waiter calls.
type WaiterOptions[In, Out any] struct {
	// APIOptions are functions that change the middleware stack of the waiter's
	// calls.
	APIOptions []func(*middleware.Stack) error

	// ClientOptions are option functions of the waiter's calls.
	ClientOptions []func(*Options)

	// MinDelay is the minimum time between two polls. Option functions receive the
	// default of the waiter. It must be positive.
	MinDelay time.Duration

	// MaxDelay is the maximum time between two polls. The delay grows
	// exponentially from MinDelay to MaxDelay, with jitter. Option functions receive
	// the default of the waiter. Setting it to 0 means 2 minutes.
	MaxDelay time.Duration

	// LogWaitAttempts logs every poll to the client's Logger.
	LogWaitAttempts bool

	// Retryable is called after every poll and reports whether to poll again. An
	// error ends the wait with that error. false with a nil error ends the wait
	// successfully. The default of every waiter checks the states that its
	// documentation lists.
	Retryable func(context.Context, In, Out, error) (bool, error)

	// Progress, if not nil, is called after every poll, on the goroutine that
	// waits.
	Progress func(WaiterProgress[Out])
}

// WaiterProgress describes one poll of a waiter.
type WaiterProgress[Out any] struct {
	// Attempt is the number of the poll. The first is 1.
	Attempt int

	// Elapsed is the time since the wait began.
	Elapsed time.Duration

	// Output is the output of the call, or nil if it failed.
	Output Out

	// Err is the error of the call, or nil. It may mean that the resource does not
	// exist yet.
	Err error
}

// An outcome is what an observation means for a wait.
type outcome int

const (
	pending outcome = iota
	succeeded
	failed
)

// An observation is what a poll shows of the resource.
type observation struct {
	found  bool
	name   string // of the resource
	state  string
	reason string // the service's explanation of the state, or ""

	// text describes the observation in the error of a wait that times out. By
	// default it names the state.
	text string
}

// describe returns the text of an observation of a resource.
func (seen *observation) describe(resource types.ResourceType) string {
	switch {
	case seen.text != "":
		return seen.text
	case !seen.found:
		return fmt.Sprintf("the %s does not exist", resource)
	case seen.state == "":
		return fmt.Sprintf("the %s has no state", resource)
	}
	return fmt.Sprintf("the state of the %s is %s", resource, seen.state)
}

// A waiter is the mechanism of all waiters. Its states are data: success and
// failure list those that end a wait, and every other state is pending. In and Out are
// pointer types, so the compiler makes one body for all waiters.
type waiter[In, Out any] struct {
	name     string
	resource types.ResourceType
	call     func(context.Context, In, ...func(*Options)) (Out, error)
	check    func(In) error // of the input, before the first call
	observe  func(In, Out) observation
	success  []string
	failure  []string
	notFound outcome // of a resource that does not exist

	options WaiterOptions[In, Out]
}

// with sets the default delays and applies optFns.
func (w waiter[In, Out]) with(minDelay, maxDelay time.Duration, optFns []func(*WaiterOptions[In, Out])) waiter[In, Out] {
	w.options = WaiterOptions[In, Out]{MinDelay: minDelay, MaxDelay: maxDelay, Retryable: w.retryable}
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// retryable is the default of WaiterOptions.Retryable.
func (w waiter[In, Out]) retryable(_ context.Context, in In, out Out, err error) (bool, error) {
	if err != nil && !IsNotFound(err) {
		return false, err
	}
	seen := observation{}
	if err == nil && !isNil(out) {
		seen = w.observe(in, out)
	}
	switch {
	case seen.found && slices.Contains(w.success, seen.state):
		return false, nil
	case seen.found && slices.Contains(w.failure, seen.state):
		return false, &ResourceStateError{ResourceType: w.resource, Name: seen.name, State: seen.state, Reason: seen.reason}
	case seen.found, w.notFound == pending:
		return true, nil
	case w.notFound == succeeded:
		return false, nil
	}
	// An empty list does not prove that the resource does not exist.
	return err == nil, err
}

func (w waiter[In, Out]) wait(ctx context.Context, params In, maxWait time.Duration, optFns []func(*WaiterOptions[In, Out])) (out Out, err error) {
	if isNil(params) {
		params = awsjson.New(params).(In)
	}
	options := w.options
	// An append of one wait must not write into the array of another.
	options.APIOptions = slices.Clip(options.APIOptions)
	options.ClientOptions = slices.Clip(options.ClientOptions)
	for _, fn := range optFns {
		fn(&options)
	}
	if options.Retryable == nil {
		return out, errors.New("WaiterOptions.Retryable must not be nil")
	}
	if err := w.check(params); err != nil {
		return out, err
	}

	var callErr error
	loop := waitLoop{
		minDelay: options.MinDelay,
		maxDelay: options.MaxDelay,
		poll: func(ctx context.Context, attempt int) error {
			out, callErr = w.call(ctx, params, func(o *Options) {
				o.addWaiter(options.APIOptions, options.ClientOptions, options.LogWaitAttempts, attempt)
			})
			return callErr
		},
		pending: func(ctx context.Context, attempt int, elapsed time.Duration) (bool, error) {
			if options.Progress != nil {
				options.Progress(WaiterProgress[Out]{Attempt: attempt, Elapsed: elapsed, Output: out, Err: callErr})
			}
			return options.Retryable(ctx, params, out, callErr)
		},
		last: func() (last any, text string) {
			if isNil(out) {
				return nil, ""
			}
			seen := w.observe(params, out)
			return out, seen.describe(w.resource)
		},
		timeout: WaiterTimeoutError{Waiter: w.name, MaxWait: maxWait},
	}
	if err := loop.run(ctx); err != nil {
		var none Out
		return none, err
	}
	return out, nil
}

func isNil(pointer any) bool { return reflect.ValueOf(pointer).IsNil() }

// A waitLoop is the part of a wait that does not depend on types.
type waitLoop struct {
	minDelay, maxDelay time.Duration

	// poll calls the service.
	poll func(ctx context.Context, attempt int) error

	// pending reports, after a poll, whether to poll again.
	pending func(ctx context.Context, attempt int, elapsed time.Duration) (bool, error)

	// last returns the output of the poll and its description.
	last func() (last any, text string)

	timeout WaiterTimeoutError
}

// run polls until nothing is pending.
func (w *waitLoop) run(ctx context.Context) error {
	if err := w.setDefaults(); err != nil {
		return err
	}
	waitCtx, cancel := context.WithTimeout(ctx, w.timeout.MaxWait)
	defer cancel()
	start := time.Now()
	for attempt := 1; ; attempt++ {
		w.timeout.Attempts = attempt
		err := w.poll(waitCtx, attempt)
		switch {
		case err != nil && ctx.Err() != nil:
			return fmt.Errorf("request cancelled while waiting, %w", ctx.Err())
		case err != nil && waitCtx.Err() != nil:
			// maxWait ended this poll: report the one before it, if any.
			if attempt == 1 {
				w.timeout.Err, w.timeout.text = err, err.Error()
			}
			return &w.timeout
		}
		pending, pendingErr := w.pending(waitCtx, attempt, time.Since(start))
		if pendingErr != nil || !pending {
			return pendingErr
		}
		w.timeout.Err = err
		if w.timeout.Last, w.timeout.text = w.last(); err != nil {
			w.timeout.text = err.Error()
		}
		if err := w.sleep(ctx, attempt, time.Since(start)); err != nil {
			return err
		}
	}
}

// sleep waits for the next poll, or returns an error if there is no time left for
// one.
func (w *waitLoop) sleep(ctx context.Context, attempt int, elapsed time.Duration) error {
	remaining := w.timeout.MaxWait - elapsed
	if remaining <= w.minDelay {
		return &w.timeout
	}
	delay, err := smithywaiter.ComputeDelay(int64(attempt), w.minDelay, w.maxDelay, remaining)
	if err != nil {
		return err
	}
	// To fit in one more poll, ComputeDelay returns delays below the minimum,
	// down to 0.
	if err := smithytime.SleepWithContext(ctx, max(delay, w.minDelay)); err != nil {
		return fmt.Errorf("request cancelled while waiting, %w", err)
	}
	return nil
}

// setDefaults sets the default maximum delay and checks the delays.
func (w *waitLoop) setDefaults() error {
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

// addWaiter adds the options of a waiter to those of its call.
func (o *Options) addWaiter(apiOptions []func(*middleware.Stack) error, clientOptions []func(*Options), log bool, attempt int) {
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

// A ResourceStateError reports that a resource is in a state from which it cannot reach
// the state that a waiter waits for.
type ResourceStateError struct {
	// ResourceType is the type of the resource, such as "Bucket".
	ResourceType types.ResourceType

	// Name is the name of the resource.
	Name string

	// State is the state, as the service spells it.
	State string

	// Reason is the service's explanation of the state. It is empty if the service
	// gives none.
	Reason string
}

// Error returns the resource, its state and the reason.
func (e *ResourceStateError) Error() string {
	text := fmt.Sprintf("%s %s is in the state %s", e.ResourceType, e.Name, e.State)
	if e.Reason != "" {
		text += ": " + e.Reason
	}
	return text
}

// A WaiterTimeoutError reports that the maximum wait time of a waiter has passed.
// It is not returned when the caller's context ends: that error wraps
// context.Canceled or context.DeadlineExceeded. A WaiterTimeoutError does not unwrap
// to Err, which can wrap the error of a context that is not the caller's.
type WaiterTimeoutError struct {
	// Waiter is the name of the waiter, for example BucketAvailable.
	Waiter string

	// MaxWait is the maximum wait time.
	MaxWait time.Duration

	// Attempts is the number of polls.
	Attempts int

	// Last is the output of the last poll, for example a *GetBucketsOutput. It is
	// nil if that poll failed. A poll that MaxWait interrupted is ignored, unless it
	// was the only one.
	Last any

	// Err is the error of the last poll, or nil.
	Err error

	text string // describes Last or Err
}

// Error returns the waiter, the times, and what the last poll showed.
func (e *WaiterTimeoutError) Error() string {
	return fmt.Sprintf("exceeded max wait time of %v for %s waiter after %d attempts, last seen: %s", e.MaxWait, e.Waiter, e.Attempts, e.text)
}
