package lightsail

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithytime "github.com/aws/smithy-go/time"
	smithywaiter "github.com/aws/smithy-go/waiter"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/internal/transport"
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
	code   string // details the state and can be a failure of its own, or ""
	reason string // the service's explanation of the state, or ""

	// text describes the observation in the error of a wait that times out. By
	// default it names the state and the reason.
	text string
}

// A waiterSpec describes a waiter. It is static data: success and failure list the
// states that end a wait, and every other state is pending.
type waiterSpec struct {
	name      string
	operation *transport.Operation // that the waiter calls
	resource  types.ResourceType

	// requires is a field of the input that is optional for the operation and
	// required by the waiter, or "".
	requires string

	success  []string
	failure  []string
	notFound outcome // of a resource that does not exist

	minDelay, maxDelay time.Duration // defaults
}

// pending reports whether to poll again after a poll that returned err, or showed
// what is seen.
func (s *waiterSpec) pending(seen *observation, err error) (bool, error) {
	switch {
	case err != nil && !IsNotFound(err):
		return false, err
	case seen.found && slices.Contains(s.success, seen.state):
		return false, nil
	case seen.found && (slices.Contains(s.failure, seen.state) || slices.Contains(s.failure, seen.code)):
		return false, &ResourceStateError{ResourceType: s.resource, Name: seen.name, State: seen.state, Reason: seen.reason}
	case seen.found, s.notFound == pending:
		return true, nil
	case s.notFound == succeeded:
		return false, nil
	}
	// An empty list does not prove that the resource does not exist.
	return err == nil, err
}

// describe returns the text of what is seen, for the error of a wait that times out.
func (s *waiterSpec) describe(seen *observation) string {
	var text string
	switch {
	case seen.text != "":
		return seen.text
	case !seen.found:
		return fmt.Sprintf("the %s does not exist", s.resource)
	case s.notFound == succeeded && seen.state == "":
		return fmt.Sprintf("the %s still exists", s.resource)
	case s.notFound == succeeded:
		text = fmt.Sprintf("the %s still exists and is in the state %s", s.resource, seen.state)
	case seen.state == "":
		return fmt.Sprintf("the %s has no state", s.resource)
	default:
		text = fmt.Sprintf("the state of the %s is %s", s.resource, seen.state)
	}
	if seen.reason != "" {
		text += ": " + seen.reason
	}
	return text
}

// check returns an error if in lacks a required field.
func (s *waiterSpec) check(in any) error {
	if s.requires != "" && reflect.ValueOf(in).Elem().FieldByName(s.requires).IsNil() {
		v := violations{operation: s.operation.Name}
		v.add(smithy.NewErrParamRequired(s.requires))
		return v.err()
	}
	return validate(s.operation, in, true)
}

// A waiter is the mechanism of all waiters. In and Out are pointer types, so the
// compiler makes one body of the functions below for all of them. Methods would add
// functions for each pair of types.
type waiter[In, Out any] struct {
	spec    waiterSpec
	call    func(context.Context, In, ...func(*Options)) (Out, error)
	observe func(In, Out) observation
	options WaiterOptions[In, Out]
}

// newWaiter returns a waiter with the default options and those of optFns.
func newWaiter[In, Out any](
	spec waiterSpec, call func(context.Context, In, ...func(*Options)) (Out, error), observe func(In, Out) observation,
	optFns []func(*WaiterOptions[In, Out]),
) waiter[In, Out] {
	w := waiter[In, Out]{spec: spec, call: call, observe: observe, options: WaiterOptions[In, Out]{
		MinDelay: spec.minDelay,
		MaxDelay: spec.maxDelay,
		Retryable: func(_ context.Context, in In, out Out, err error) (bool, error) {
			var seen observation
			if err == nil && !isNil(out) {
				seen = observe(in, out)
			}
			return spec.pending(&seen, err)
		},
	}}
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// wait waits with w for at most maxWait, and returns the output of the last poll.
func wait[In, Out any](
	ctx context.Context, w *waiter[In, Out], params In, maxWait time.Duration, optFns []func(*WaiterOptions[In, Out]),
) (out Out, err error) {
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
	if err := w.spec.check(params); err != nil {
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
			return out, w.spec.describe(&seen)
		},
		timeout: WaiterTimeoutError{Waiter: w.spec.name, MaxWait: maxWait},
	}
	if err := loop.run(ctx); err != nil {
		var none Out
		return none, err
	}
	return out, nil
}

// searchPages returns the first page that has what is searched, or the last page.
func searchPages[In, Out any](ctx context.Context, p *paginator[In, Out], optFns []func(*Options), has func(Out) bool) (out Out, err error) {
	for page, err := range p.pages(ctx, optFns) {
		if err != nil || has(page) {
			return page, err
		}
		out = page
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
