package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// maxWait is the maximum duration of a change. Windows instances and large snapshots
// take several minutes.
const maxWait = 20 * time.Minute

// A runner runs the steps of the program.
type runner struct {
	client    *lightsail.Client
	options   *options
	region    string
	blueprint types.Blueprint
	bundle    types.Bundle
	zone      string
	address   string // of the static IP, once it is attached

	stdout, stderr io.Writer
	progress       *terminal.Progress
	current        string // step that is running
	writeErr       error  // first error of a write to stdout

	mu        sync.Mutex  // guards changes of remaining
	remaining []*resource // in the order of creation
}

// A resource is something that the program tried to create and that could still
// exist.
type resource struct {
	kind, name string
	confirmed  bool // the service accepted the request to create the resource
	available  bool // the resource was seen
	delete     func(context.Context, *resource) error
	commands   []string // commands of the AWS CLI that delete the resource
}

// A lockedWriter is a writer that is safe for concurrent use.
type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

func newRunner(client *lightsail.Client, o *options, stdout, stderr io.Writer) *runner {
	// An interruption is announced while a step shows its progress.
	locked := &lockedWriter{w: stderr}
	progress := terminal.NewProgress(stderr)
	if progress.Terminal != nil {
		progress.Terminal = locked
	}
	return &runner{
		client: client, options: o, region: client.Options().Region,
		stdout: stdout, stderr: locked, progress: progress,
	}
}

// run runs all steps up to the first failure, and then deletes what it created.
func (r *runner) run(ctx context.Context) error {
	announced := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(announced)
		r.announceInterrupt()
	})
	var failures []error
	for _, s := range []struct {
		name string
		do   func(context.Context) (string, error)
	}{
		{"create instance", r.createInstance},
		{"allocate static IP", r.allocateStaticIP},
		{"attach static IP", r.attachStaticIP},
		{"open ports", r.openPorts},
		{"log in", r.describeLogin},
		{"create snapshot", r.createSnapshot},
	} {
		err := r.step(ctx, s.name, s.do)
		if err != nil && ctx.Err() == nil {
			failures = append(failures, err)
		}
		if err != nil || r.writeErr != nil {
			break
		}
	}
	if ctx.Err() != nil {
		<-announced
	}
	if !r.options.keep {
		failures = append(failures, r.deleteAll(context.WithoutCancel(ctx))...)
	}
	interrupted := !stop()
	if interrupted {
		<-announced
	}
	r.progress.End()
	for _, err := range failures {
		fmt.Fprintln(r.stderr, terminal.Line(err.Error()))
	}
	r.printRemaining()
	switch {
	case interrupted:
		return errors.New("interrupted")
	case len(failures) > 0:
		return fmt.Errorf("%s failed", terminal.Count(len(failures), "step"))
	case errors.Is(r.writeErr, syscall.EPIPE):
		return errReaderExited
	case r.writeErr != nil:
		return terminal.OutputError(r.writeErr)
	}
	return nil
}

// step runs one step and prints its result. It returns an error that names the step.
func (r *runner) step(ctx context.Context, name string, do func(context.Context) (string, error)) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	r.current = name
	r.progress.Show("%s", name)
	detail, err := do(ctx)
	r.progress.End()
	switch {
	case err == nil:
		r.print(name, "done: "+detail)
		return nil
	case ctx.Err() != nil:
		r.print(name, "interrupted")
	default:
		r.print(name, "failed: "+terminal.Line(shortMessage(err)))
	}
	return fmt.Errorf("%s: %w", name, err)
}

// print prints the result of a step to standard output and records the first error.
// Lines after the first one are commands, which are not wrapped.
func (r *runner) print(name, result string) {
	result, commands, _ := strings.Cut(result, "\n")
	err := terminal.WriteTable(r.stdout, [][]string{{fmt.Sprintf("%-18s", name), result}})
	if commands != "" && err == nil {
		_, err = fmt.Fprintf(r.stdout, "  %s\n", terminal.Line(commands))
	}
	if r.writeErr == nil {
		r.writeErr = err
	}
}

// add records a resource that the program is about to create.
func (r *runner) add(res *resource) *resource {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.remaining = append(r.remaining, res)
	return res
}

// created records the result of the call that creates a resource, and returns it.
func (r *runner) created(res *resource, err error) error {
	res.confirmed = err == nil
	if isRejected(err) {
		r.remove(res)
	}
	return err
}

func (r *runner) remove(res *resource) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.remaining = slices.DeleteFunc(r.remaining, func(other *resource) bool { return other == res })
}

// isRejected reports whether err shows that the service did not apply the change.
// After a server error or without a response, the outcome is unknown.
func isRejected(err error) bool {
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode()/100 == 4
}

// shortMessage replaces the long text of the SDK by the error of the service.
func shortMessage(err error) string {
	var operation *smithy.OperationError
	var api smithy.APIError
	if errors.As(err, &operation) && errors.As(err, &api) {
		return strings.Replace(err.Error(), operation.Error(), api.ErrorCode()+": "+api.ErrorMessage(), 1)
	}
	return err.Error()
}

// A waiter is a waiter of package lightsail.
type waiter[In, Out any] interface {
	WaitForOutput(context.Context, In, time.Duration, ...func(*lightsail.WaiterOptions[In, Out])) (Out, error)
}

// wait waits for a resource. It shows the state of the resource as progress.
func wait[In, Out any](ctx context.Context, r *runner, w waiter[In, Out], in In, state func(Out) string) (Out, error) {
	return w.WaitForOutput(ctx, in, maxWait, func(o *lightsail.WaiterOptions[In, Out]) {
		if r.options.delay > 0 {
			o.MinDelay, o.MaxDelay = r.options.delay, r.options.delay
		}
		o.Progress = func(p lightsail.WaiterProgress[Out]) {
			text := "not found"
			if p.Err == nil {
				text = state(p.Output)
			}
			r.progress.Show("%s: %s after %v", r.current, text, p.Elapsed.Truncate(time.Second))
		}
	})
}

// waitForOperations waits until the operations that a call started are complete.
func (r *runner) waitForOperations(ctx context.Context, operations ...types.Operation) error {
	return lightsail.NewOperationSucceededWaiter(r.client).Wait(ctx, operations, maxWait,
		func(o *lightsail.OperationSucceededWaiterOptions) {
			if r.options.delay > 0 {
				o.MinDelay, o.MaxDelay = r.options.delay, r.options.delay
			}
			o.Progress = func(p lightsail.WaiterProgress[*[]types.Operation]) {
				r.progress.Show("%s: poll %d after %v", r.current, p.Attempt, p.Elapsed.Truncate(time.Second))
			}
		})
}
