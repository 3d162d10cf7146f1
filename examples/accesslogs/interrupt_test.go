package main

import (
	"context"
	"encoding/json"
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
	exampletest.Equal(t, got.Stdout, `BUCKET  BEFORE     AFTER      RESULT
logs    off        off        skipped: log destination
one     off        logs/one/  updated
three   off        -          interrupted: outcome unknown
two     logs/two/  logs/two/  skipped: already configured
zero    off        off        to update
`)
	lines := strings.Split(got.Stderr, "\n")
	exampletest.Equal(t, lines[0], "In us-east-1: 1 updated, 2 skipped, 1 interrupted, 1 to update")
	exampletest.Equal(t, lines[2:], []string{"accesslogs: interrupted: 1 not started", ""})
}

func TestInterruptedBeforeVerification(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	if err := json.Unmarshal([]byte(got.Stdout), &document); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, document.Interrupted, true)
	exampletest.Equal(t, document.Buckets[1].Result, interrupted)
	exampletest.Equal(t, document.Buckets[1].Reason, "applied, but not verified")
	exampletest.Equal(t, document.Buckets[2].Result, toUpdate)
}

func TestInterruptedListing(t *testing.T) {
	server := newServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, cancelAndBlock(cancel))
	got := runLive(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Equal(t, updates(server), nil)
	if want := "accesslogs: no changes made: list buckets: "; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}
