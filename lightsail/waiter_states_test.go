package lightsail_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// forever is longer than any wait of these tests that succeeds.
const forever = 30 * 24 * time.Hour

// eachWaiter runs a test for every waiter, each in a synctest bubble with its own server.
func eachWaiter(t *testing.T, test func(t *testing.T, row waiterRow, server *lightsailtest.Server)) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(waiterRows(nil))) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				test(t, waiterRows(client)[name], server)
			})
		})
	}
}

// TestWaitersSuccess checks that every state that is neither success nor failure is
// pending, and that every state of success ends the wait.
func TestWaitersSuccess(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		ends := row.success
		if row.notFound == "success" {
			ends = append(slices.Clone(ends), notFound)
			if row.hasEmpty {
				ends = append(ends, empty)
			}
		}
		if len(row.pending) == 0 || len(ends) == 0 {
			t.Fatal("got a row without states, want pending and success")
		}
		for _, end := range ends {
			server.ResetCalls()
			script := append(slices.Clone(row.pending), end)
			out, err := row.wait(t.Context(), server, forever, script...)
			if err != nil || (out == nil) != (end == notFound) {
				t.Errorf("%s: got output %v and error %v, want none and an output unless the resource is not found", end, out, err)
			}
			// The record of an export is on the second page.
			calls := len(script)
			if n := len(server.Calls()); rowName(row) != "ExportSnapshotRecordSucceeded" && n != calls {
				t.Errorf("%s: got %d requests, want one for each of %q", end, n, script)
			}
			if rowName(row) == "ExportSnapshotRecordSucceeded" {
				continue // several requests in one attempt
			}
			declared := declaredBy(row.waiter)
			for i, delay := range delays(server) {
				if delay < declared.minDelay || delay > declared.maxDelay {
					t.Errorf("%s: got delay %d of %v, want %v to %v", end, i+1, delay, declared.minDelay, declared.maxDelay)
				}
			}
		}
	})
}

// TestWaitersFailure checks that every state of failure ends the wait with an error that
// explains it.
func TestWaitersFailure(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		for _, failure := range row.failure {
			server.ResetCalls()
			out, err := row.wait(t.Context(), server, forever, row.pending[0], failure.script)
			if out != nil {
				t.Errorf("%s: got output %v with an error, want nil", failure.script, out)
			}
			if err == nil || !strings.Contains(err.Error(), failure.reason) {
				t.Errorf("%s: got error %v, want one with the reason %q", failure.script, err, failure.reason)
			}
			var operation *lightsail.OperationFailedError
			if errors.As(err, &operation) && rowName(row) == "OperationSucceeded" {
				continue
			}
			var state *lightsail.ResourceStateError
			if !errors.As(err, &state) {
				t.Errorf("%s: got error %v, want a ResourceStateError", failure.script, err)
				continue
			}
			want := lightsail.ResourceStateError{ResourceType: row.resource, Name: row.name, State: failure.state, Reason: failure.reason}
			if want.State == "" {
				want.State = failure.script
			}
			if diff := cmp.Diff(want, *state); diff != "" {
				t.Errorf("%s: error (-want +got):\n%s", failure.script, diff)
			}
		}
	})
}

// TestWaitersNotFound checks what a resource that does not exist means, and that an empty
// list is not a failure.
func TestWaitersNotFound(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		switch row.notFound {
		case "pending":
			if _, err := row.wait(t.Context(), server, forever, notFound, notFound, row.success[0]); err != nil {
				t.Errorf("not found, then success: got error %v, want none", err)
			}
			timeout := requireTimeout(t, waitError(row.wait(t.Context(), server, 10*time.Minute, notFound)))
			if !lightsail.IsNotFound(timeout.Err) || !strings.Contains(timeout.Error(), "no such thing") {
				t.Errorf("not found until the timeout: got error %v, want the service's error in it", timeout)
			}
		case "failure":
			if _, err := row.wait(t.Context(), server, forever, row.pending[0], notFound, row.success[0]); !lightsail.IsNotFound(err) {
				t.Errorf("not found: got error %v, want not found", err)
			}
		case "success":
			if out, err := row.wait(t.Context(), server, forever, notFound); err != nil || out != nil {
				t.Errorf("not found: got output %v and error %v, want none", out, err)
			}
		}
		if row.hasEmpty && row.notFound != "success" {
			if _, err := row.wait(t.Context(), server, forever, empty, empty, row.success[0]); err != nil {
				t.Errorf("empty list, then success: got error %v, want none", err)
			}
			if timeout := requireTimeout(t, waitError(row.wait(t.Context(), server, 10*time.Minute, empty))); timeout.Last == nil {
				t.Errorf("empty list until the timeout: got no last output in %v, want it", timeout)
			}
		}
	})
}

func waitError(_ any, err error) error { return err }

// TestWaitersTimeout checks that a timeout names the waiter and the last state.
func TestWaitersTimeout(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		start := time.Now()
		timeout := requireTimeout(t, waitError(row.wait(t.Context(), server, 10*time.Minute, row.pending[0])))
		if timeout.Waiter != rowName(row) || timeout.Last == nil || timeout.Err != nil {
			t.Errorf("got timeout %#v, want one of %s with the last output", timeout, rowName(row))
		}
		text := row.pending[0]
		if rowName(row) == "OperationSucceeded" {
			text = "1 of 1 operations have not ended"
		}
		if !strings.Contains(timeout.Error(), text) {
			t.Errorf("got error %q, want %q in it", timeout, text)
		}
		if elapsed := time.Since(start); elapsed > 10*time.Minute {
			t.Errorf("got an elapsed time of %v, want at most 10m", elapsed)
		}
	})
}

// TestWaitersContextCanceled checks that the end of a context ends a wait at once.
func TestWaitersContextCanceled(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		ctx, cancel := context.WithCancel(t.Context())
		start := time.Now()
		time.AfterFunc(time.Second, cancel) // between the first attempt and the second
		_, err := row.wait(ctx, server, forever, row.pending[0])
		if !errors.Is(err, context.Canceled) || time.Since(start) != time.Second {
			t.Errorf("got error %v after %v, want context.Canceled after 1s", err, time.Since(start))
		}
	})
}

// TestWaitersCallError checks that an error of the call ends a wait.
func TestWaitersCallError(t *testing.T) {
	t.Parallel()
	eachWaiter(t, func(t *testing.T, row waiterRow, server *lightsailtest.Server) {
		_, err := row.wait(t.Context(), server, forever, row.pending[0], denied)
		var exception *types.AccessDeniedException
		if !errors.As(err, &exception) {
			t.Errorf("got error %v, want an AccessDeniedException", err)
		}
	})
}
