package main

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// cancelAndBlock cancels a context when a request arrives, and blocks the request
// until its own context is done.
func cancelAndBlock(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
}

// cancelAfter cancels a context after the request is complete.
func cancelAfter(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		cancel()
		return resp, err
	})
}

func TestInterruptedUpdate(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("UpdateBucket", cancelAndBlock(cancel))
	got := runLive(t, ctx, server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, stepTable(got), "access logs  one     interrupted: outcome unknown\n")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 4 steps done, 1 interrupted\none: not deleted\n  to delete: ", "\nlogs: not deleted\n  to delete: ", "\nbuckets: interrupted\n")
	exampletest.Equal(t, changes(server), []string{"CreateBucket", "TagResource", "CreateBucketAccessKey", "CreateBucket", "UpdateBucket"})
}

func TestInterruptedCreate(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("CreateBucket", cancelAndBlock(cancel))
	exampletest.Contains(t, runLive(t, ctx, server).Stderr, "one: not deleted: creation not confirmed", "\nbuckets: interrupted\n")
}

func TestInterruptedBetweenSteps(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBucketAccessKeys", cancelAfter(cancel))
	got := runLive(t, ctx, server, "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	if err := json.Unmarshal([]byte(got.Stdout), &document); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, document.Interrupted, true)
	exampletest.Equal(t, len(document.Remaining), 2)
	exampletest.Contains(t, got.Stderr, "one: not deleted\n", "logs: not deleted\n", "buckets: interrupted\n")
	exampletest.Equal(t, bucketNames(server), []string{"logs", "one", "other"})
}

func TestInterruptedDelete(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("DeleteBucket", cancelAndBlock(cancel))
	got := runLive(t, ctx, server)

	exampletest.Contains(t, stepTable(got), "delete         one     interrupted: outcome unknown\n")
	exampletest.Contains(t, got.Stderr, "one: possibly not deleted\n", "logs: not deleted\n", "buckets: interrupted\n")
}

func TestInterruptedBeforeCreate(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBucketBundles", cancelAndBlock(cancel))
	got := runLive(t, ctx, server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Contains(t, got.Stderr, "buckets: no buckets created: interrupted\n")
}
