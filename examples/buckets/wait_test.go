package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// runSteps runs the steps and returns the report. It does not use a network
// connection. This allows synctest to skip the waits.
func runSteps(t *testing.T, ctx context.Context, server *lightsailtest.Server, progress *terminal.Progress) *report {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	r := newRunner(client, &options{
		name: "one", destination: "logs", bundle: "small_1_0", nextBundle: "large_1_0",
		tags: []types.Tag{{Key: aws.String("a")}},
	}, progress)
	if err := r.prepare(ctx); err != nil {
		t.Fatal(err)
	}
	r.run(ctx)
	return r.report
}

// results returns the name, the bucket and the result of each step.
func results(r *report) string {
	var all []string
	for _, s := range r.Steps {
		all = append(all, s.Step+" "+s.Bucket+" "+string(s.Result))
	}
	return strings.Join(all, ", ")
}

const allDone = "create one done, tag one done, access key one done, create logs done, access logs one done, " +
	"change bundle one done, inspect one done, delete one done, delete logs done"

func TestDelayedChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 3}, lightsailtest.Lag{State: "pending", Polls: 3}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 3}),
			lightsailtest.WithFaults("", lightsailtest.FinishLater(2).Always()))
		start := time.Now()
		r := runSteps(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), allDone)
		exampletest.Equal(t, len(r.Remaining), 0)
		exampletest.Equal(t, bucketNames(server), nil)
		if time.Since(start) < 9*2*time.Second {
			t.Errorf("took %v, want at least 18s", time.Since(start))
		}
	})
}

func TestBucketNeverAvailable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", End: "Unknown", Reason: "The creation of the bucket timed out."}))
		r := runSteps(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), "create one failed, delete one done")
		exampletest.Contains(t, r.Steps[0].Detail, "(CreateBucket of one) ended with the status Failed: The creation of the bucket timed out.")
		exampletest.Equal(t, bucketNames(server), nil)
	})
}

func TestOperationTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		server.Inject("TagResource", lightsailtest.FinishLater(1000))
		start := time.Now()
		r := runSteps(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), "create one done, tag one failed, delete one done")
		exampletest.Contains(t, r.Steps[1].Detail, "exceeded max wait time of 5m0s for OperationSucceeded waiter", "1 of 1 operations have not ended")
		if d := time.Since(start); d > maxWait {
			t.Errorf("took %v, want at most 5m", d)
		}
	})
}

func TestInterruptedWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		server.Inject("TagResource", lightsailtest.FinishLater(1000))
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		start := time.Now()
		r := runSteps(t, ctx, server, &terminal.Progress{})

		exampletest.Equal(t, time.Since(start), 3*time.Second)
		exampletest.Equal(t, results(r), "create one done, tag one interrupted")
		exampletest.Equal(t, r.Interrupted, true)
		exampletest.Equal(t, len(r.Remaining), 1)
		exampletest.Equal(t, r.Remaining[0].Bucket, "one")
		exampletest.Equal(t, r.Remaining[0].Confirmed, true)
	})
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		server.Inject("TagResource", lightsailtest.FinishLater(1))
		var screen bytes.Buffer
		progress := &terminal.Progress{Terminal: &screen}
		runSteps(t, t.Context(), server, progress)
		progress.End()

		shown := strings.Split(screen.String(), terminal.EraseLine)
		exampletest.Equal(t, shown[1:8], []string{
			"listing bundles", "checking bucket name one", "checking bucket name logs",
			"create one", "create one: poll 1 after 0s", "create one: poll 1 after 0s", "tag one",
		})
		exampletest.Contains(t, screen.String(), "tag one: poll 1 after 0s", "tag one: poll 2 after 2s")
		exampletest.Equal(t, shown[len(shown)-1], "")
	})
}
