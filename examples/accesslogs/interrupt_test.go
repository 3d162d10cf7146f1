package main

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
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

func TestInterruptedUpdate(t *testing.T) {
	server := newServer(t)
	server.PutBuckets(types.Bucket{Name: aws.String("zero")})
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("UpdateBucket", pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  RESULT
logs    skipped: log destination
one     updated: off -> logs/one/
three   interrupted: outcome unknown
two     skipped: already configured
zero    to update: off -> logs/zero/
`)
	lines := strings.Split(got.Stderr, "\n")
	exampletest.Equal(t, lines[0], "In us-east-1: 1 updated, 2 skipped, 1 interrupted, 1 to update")
	exampletest.Equal(t, lines[2:], []string{"accesslogs: interrupted, 1 bucket not changed", ""})
}

func TestInterruptedBeforeVerification(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, pass, pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	document := decode(t, got.Stdout)
	buckets := document.Regions[0].Buckets
	exampletest.Equal(t, document.Interrupted, true)
	exampletest.Equal(t, buckets[1].Result, interrupted)
	exampletest.Equal(t, buckets[1].Reason, "applied, but not verified")
	exampletest.Equal(t, buckets[2].Result, toUpdate)
}

// TestInterruptedBeforeUpdate checks that a bucket that was only read before the change
// is reported as not changed.
func TestInterruptedBeforeUpdate(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 2 skipped, 2 to update\naccesslogs: interrupted, 2 buckets not changed\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestInterruptedListing(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Equal(t, updates(server), nil)
	exampletest.Equal(t, got.Stderr, "accesslogs: no changes made: interrupted\n")
}
