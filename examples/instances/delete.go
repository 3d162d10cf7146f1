package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
)

// deleteAll deletes what the program created, in reverse order. It continues after an
// error.
func (r *runner) deleteAll(ctx context.Context) []error {
	var failures []error
	for _, res := range slices.Backward(slices.Clone(r.remaining)) {
		// If the creation was not confirmed, the name could belong to another resource.
		if !res.confirmed {
			continue
		}
		err := r.step(ctx, "delete "+res.kind, func(ctx context.Context) (string, error) {
			// If the resource was seen, another client deleted it, which is not an error.
			// Otherwise it could still appear.
			if err := res.delete(ctx, res); err != nil && !(res.available && lightsail.IsNotFound(err)) {
				return "", err
			}
			r.remove(res)
			return res.name, nil
		})
		if err != nil {
			failures = append(failures, err)
		}
	}
	return failures
}

// announceInterrupt prints at once what the program does after an interruption. If the
// user interrupts it again, it cannot print anything. It is safe for concurrent use with
// the steps.
func (r *runner) announceInterrupt() {
	r.mu.Lock()
	var names []string
	for _, res := range slices.Backward(r.remaining) {
		names = append(names, res.kind+" "+res.name)
	}
	r.mu.Unlock()
	text := "Interrupted. Deleting " + strings.Join(names, ", ") + ". Interrupt again to exit without deleting."
	switch {
	case names == nil:
		return // the program exits at once
	case r.options.keep:
		text = "Interrupted. Waiting for the end of the current call. Interrupt again to exit at once."
	}
	text = terminal.Line(text)
	if r.progress.Terminal != nil {
		text = terminal.EraseLine + text
	}
	fmt.Fprintln(r.stderr, text)
}

// printRemaining prints what the program did not delete.
func (r *runner) printRemaining() {
	for _, res := range slices.Backward(r.remaining) {
		state := "not deleted"
		switch {
		case !res.confirmed:
			state = "not deleted: creation not confirmed, it may exist"
		case r.options.keep:
			state = "kept"
		}
		fmt.Fprintf(r.stderr, "%s %s: %s\n", res.kind, terminal.Line(res.name), state)
		if r.options.account.Live {
			for _, command := range res.commands {
				fmt.Fprintf(r.stderr, "  to delete: %s\n", terminal.Line(command))
			}
		}
	}
}

func (r *runner) deleteInstance(ctx context.Context, res *resource) error {
	err := lightsail.RetryBusy(ctx, maxWait, func(ctx context.Context) error {
		_, err := r.client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: &res.name})
		return err
	})
	if err != nil {
		return err
	}
	_, err = wait(ctx, r, lightsail.NewInstanceDeletedWaiter(r.client), &lightsail.GetInstanceInput{InstanceName: &res.name}, instanceState)
	return err
}

// deleteStaticIP detaches the static IP, if it is attached, and releases it.
func (r *runner) deleteStaticIP(ctx context.Context, res *resource) error {
	in := &lightsail.GetStaticIpInput{StaticIpName: &res.name}
	current, err := r.client.GetStaticIp(ctx, in)
	if err != nil {
		return err
	}
	if current.StaticIp != nil && aws.ToBool(current.StaticIp.IsAttached) {
		if _, err := r.client.DetachStaticIp(ctx, &lightsail.DetachStaticIpInput{StaticIpName: &res.name}); err != nil {
			return err
		}
		if _, err := wait(ctx, r, lightsail.NewStaticIpDetachedWaiter(r.client), in, staticIPState); err != nil {
			return err
		}
	}
	if _, err := r.client.ReleaseStaticIp(ctx, &lightsail.ReleaseStaticIpInput{StaticIpName: &res.name}); err != nil {
		return err
	}
	_, err = wait(ctx, r, lightsail.NewStaticIpReleasedWaiter(r.client), in, staticIPState)
	return err
}

func (r *runner) deleteSnapshot(ctx context.Context, res *resource) error {
	return lightsail.RetryBusy(ctx, maxWait, func(ctx context.Context) error {
		out, err := r.client.DeleteInstanceSnapshot(ctx, &lightsail.DeleteInstanceSnapshotInput{InstanceSnapshotName: &res.name})
		if err != nil {
			return err
		}
		return r.waitForOperations(ctx, out.Operations...)
	})
}
