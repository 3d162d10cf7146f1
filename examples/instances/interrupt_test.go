package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// cancelBefore cancels a context when a request arrives, and then handles the request.
func cancelBefore(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		return next(r)
	})
}

// TestInterruptedCall checks that the program deletes everything that it created if it
// is interrupted, also during a call that creates a resource.
func TestInterruptedCall(t *testing.T) {
	for _, row := range []struct{ operation, result, deletes, deleting string }{
		{"CreateInstances", "create instance interrupted", "DeleteInstance", "instance one"},
		{"AllocateStaticIp", "allocate static IP done: one-ip",
			"ReleaseStaticIp DeleteInstance", "static IP one-ip, instance one"},
		{"CreateInstanceSnapshot", "create snapshot interrupted",
			"DeleteInstanceSnapshot DetachStaticIp ReleaseStaticIp DeleteInstance",
			"snapshot one-snapshot, static IP one-ip, instance one"},
	} {
		t.Run(row.operation, func(t *testing.T) {
			server := newServer(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			server.Inject(row.operation, cancelBefore(cancel))
			got := runLive(t, ctx, server)

			exampletest.Equal(t, got.Status, 1)
			exampletest.Contains(t, strings.Join(strings.Fields(got.Stdout), " "), row.result, "delete instance done: one")
			exampletest.Contains(t, got.Stderr, "Interrupted. Deleting "+row.deleting+". Interrupt again to exit without deleting.\n"+
				"instances: interrupted\n")
			exampletest.Equal(t, strings.Contains(got.Stderr, "not deleted"), false)
			exampletest.Equal(t, changes(server), creationUntil(row.operation)+" "+row.deletes)
			exampletest.Equal(t, names(t, server), others)
		})
	}
}

// TestInterruptedWhileRunning interrupts the program after the instance is running.
func TestInterruptedWhileRunning(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server.Inject("OpenInstancePublicPorts", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	}))
	got := runLive(t, ctx, server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "open ports          interrupted\ndelete static IP    done: one-ip\ndelete instance     done: one\n")
	exampletest.Equal(t, names(t, server), others)
}

func TestInterruptedWithKeep(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server.Inject("AllocateStaticIp", cancelBefore(cancel))
	got := runLive(t, ctx, server, "-keep")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stderr, "Interrupted. Waiting for the end of the current call. Interrupt again to exit at once.\n",
		"static IP one-ip: kept\n", "instance one: kept\n", "instances: interrupted\n")
	exampletest.Equal(t, names(t, server), "one other one-ip other-ip")
}

// TestInterruptedDelete checks that the first interruption does not stop the deletion, and
// that the program prints at once that it continues.
func TestInterruptedDelete(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stderr := &signalWriter{written: make(chan struct{})}
	server.Inject("DeleteInstanceSnapshot", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		select {
		case <-stderr.written:
			return next(r)
		case <-time.After(time.Minute):
			return nil, errors.New("nothing is printed during the deletion")
		}
	}))
	exampletest.Setenv(t, server)
	status := run(ctx, live("-endpoint-url", server.URL()), strings.NewReader(""), io.Discard, stderr, noDelay)

	exampletest.Equal(t, status, 1)
	exampletest.Equal(t, stderr.text.String(), "Interrupted. Deleting snapshot one-snapshot, static IP one-ip, instance one. "+
		"Interrupt again to exit without deleting.\ninstances: interrupted\n")
	exampletest.Equal(t, names(t, server), others)
}

// A signalWriter closes written at the first write.
type signalWriter struct {
	text    strings.Builder
	once    sync.Once
	written chan struct{}
}

func (w *signalWriter) Write(p []byte) (int, error) {
	defer w.once.Do(func() { close(w.written) })
	return w.text.Write(p)
}

// TestInterruptedOnTerminal checks that the announcement of an interruption replaces the
// status line.
func TestInterruptedOnTerminal(t *testing.T) {
	var screen strings.Builder
	r := &runner{options: &options{}, stderr: &screen, progress: &terminal.Progress{Terminal: &screen}}
	r.announceInterrupt()
	exampletest.Equal(t, screen.String(), "") // nothing to delete
	r.add(&resource{kind: "instance", name: "one"})
	r.announceInterrupt()
	exampletest.Equal(t, screen.String(), terminal.EraseLine+"Interrupted. Deleting instance one. Interrupt again to exit without deleting.\n")
}

// TestInterruptedBeforeVisible checks that the program reports an instance that could
// appear after the program has tried to delete it.
func TestInterruptedBeforeVisible(t *testing.T) {
	server := newServer(t, lightsailtest.WithLag(lightsailtest.Lag{Name: "one", State: lightsailtest.Hidden, Polls: 100}))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server.Inject("CreateInstances", cancelBefore(cancel))
	got := runLive(t, ctx, server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "delete instance     failed: NotFoundException: ")
	exampletest.Contains(t, got.Stderr, "instance one: not deleted\n  to delete: aws lightsail delete-instance ", "instances: interrupted\n")
}

func TestInterruptedBeforeCreate(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server.Inject("GetBundles", cancelBefore(cancel))
	got := runLive(t, ctx, server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stderr, "instances: nothing created: interrupted\n")
	exampletest.Equal(t, changes(server), "")
}

// runSteps runs the steps with the lags of the demo account and the default delays of
// the waiters. It does not use a network connection. This allows synctest to skip the
// waits.
func runSteps(t *testing.T, ctx context.Context) (server *lightsailtest.Server, stdout, screen string, err error) {
	t.Helper()
	server = lightsailtest.NewServer(t, demoLags()...)
	var out, errOut, progress bytes.Buffer
	r := newRunner(newClient(server), &options{name: "one", blueprint: "ubuntu_24_04", ports: []int32{443}}, &out, &errOut)
	r.progress = &terminal.Progress{Terminal: &progress}
	if err := r.prepare(ctx); err != nil {
		t.Fatal(err)
	}
	err = r.run(ctx)
	return server, out.String(), progress.String(), err
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, _, screen, err := runSteps(t, t.Context())
		if err != nil {
			t.Error(err)
		}
		exampletest.Contains(t, screen, "listing blueprints", "create instance: pending after 0s", "create instance: running after ",
			"create snapshot: pending", "create snapshot: available", "delete instance: shutting-down after 0s", "delete instance: not found after ")
		exampletest.Equal(t, strings.HasSuffix(screen, terminal.EraseLine), true)
		exampletest.Equal(t, names(t, server), "")
	})
}

// TestInterruptedWait interrupts the program while the instance is pending.
func TestInterruptedWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		server, stdout, _, err := runSteps(t, ctx)
		if err == nil || err.Error() != "interrupted" {
			t.Errorf("error %v, want interrupted", err)
		}
		exampletest.Equal(t, stdout, "create instance     interrupted\ndelete instance     done: one\n")
		exampletest.Equal(t, names(t, server), "")
	})
}
