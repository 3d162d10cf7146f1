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

// inBubble lets a bucket live without a socket, so that waits take no time.
func inBubble(t *testing.T, ctx context.Context, server *lightsailtest.Server, tell *terminal.Progress) *report {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	l := newLife(client, &options{
		name: "one", destination: "logs", bundle: "small_1_0", nextBundle: "large_1_0",
		tags: []types.Tag{{Key: aws.String("a")}},
	}, tell)
	if err := l.prepare(ctx); err != nil {
		t.Fatal(err)
	}
	l.live(ctx)
	return l.report
}

// results returns the steps and how they went, in few words.
func results(r *report) string {
	var all []string
	for _, s := range r.Steps {
		all = append(all, s.Step+" "+s.Bucket+" "+string(s.Result))
	}
	return strings.Join(all, ", ")
}

const allDone = "create one done, tag one done, access key one done, create logs done, access logs one done, " +
	"change plan one done, look one done, delete one done, delete logs done"

func TestEverythingTakesAWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 3, Pending: 3, Deleted: 3}),
			lightsailtest.WithFaults("", lightsailtest.FinishLater(2).Always()))
		start := time.Now()
		r := inBubble(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), allDone)
		exampletest.Equal(t, len(r.Left), 0)
		exampletest.Equal(t, buckets(server), nil)
		if time.Since(start) < 9*2*time.Second {
			t.Errorf("it took %v only, so it did not wait", time.Since(start))
		}
	})
}

func TestBucketIsNeverReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{Failed: true}))
		r := inBubble(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), "create one failed, delete one done")
		exampletest.Contains(t, r.Steps[0].Detail, "bucket one is in the state Unknown: ")
		exampletest.Equal(t, buckets(server), nil)
	})
}

func TestOperationNeverEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		server.Inject("TagResource", lightsailtest.FinishLater(1000))
		start := time.Now()
		r := inBubble(t, t.Context(), server, &terminal.Progress{})

		exampletest.Equal(t, results(r), "create one done, tag one failed, delete one done")
		exampletest.Contains(t, r.Steps[1].Detail, "exceeded max wait time of 5m0s for OperationSucceeded waiter", "1 of 1 operations have not ended")
		if d := time.Since(start); d > atMost {
			t.Errorf("it took %v", d)
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
		r := inBubble(t, ctx, server, &terminal.Progress{})

		exampletest.Equal(t, time.Since(start), 3*time.Second)
		exampletest.Equal(t, results(r), "create one done, tag one interrupted")
		exampletest.Equal(t, r.Interrupted, true)
		exampletest.Equal(t, len(r.Left), 1)
		exampletest.Equal(t, r.Left[0].Bucket, "one")
		exampletest.Equal(t, r.Left[0].Sure, true)
	})
}

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		server.Inject("TagResource", lightsailtest.FinishLater(1))
		var screen bytes.Buffer
		tell := &terminal.Progress{Terminal: &screen}
		inBubble(t, t.Context(), server, tell)
		tell.End()

		shown := strings.Split(screen.String(), terminal.EraseLine)
		exampletest.Equal(t, shown[1:8], []string{
			"reading the plans", "looking for one", "looking for logs",
			"create one", "create one: looked 1 times in 0s", "create one: looked 1 times in 0s", "tag one",
		})
		exampletest.Contains(t, screen.String(), "tag one: looked 1 times in 0s", "tag one: looked 2 times in 2s")
		exampletest.Equal(t, shown[len(shown)-1], "")
	})
}
