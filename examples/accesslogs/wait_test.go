package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
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

// lost answers that a change was made, and makes none.
var lost = lightsailtest.Hook(func(*http.Request, lightsailtest.RoundTrip) (*http.Response, error) {
	w := httptest.NewRecorder()
	w.WriteString("{}")
	return w.Result(), nil
})

// inBubble plans and applies without a socket, so that waits take no time.
func inBubble(t *testing.T, ctx context.Context, server *lightsailtest.Server, o *options) []*change {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	r, err := plan(ctx, client, o, &terminal.Progress{})
	if err != nil {
		t.Fatal(err)
	}
	apply(ctx, client, o, r.Buckets, &terminal.Progress{})
	return slices.DeleteFunc(r.Buckets, func(c *change) bool { return c.Result == skipped })
}

func TestCreatedDestinationIsWaitedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 2, Pending: 1}))
		server.PutBuckets(types.Bucket{Name: aws.String("one")})
		changes := inBubble(t, t.Context(), server, &options{destination: "new", create: true, bundle: "small_1_0"})

		exampletest.Equal(t, changes[0].Result, created)
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

func TestCreatedDestinationIsNeverReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{Failed: true}))
		server.PutBuckets(types.Bucket{Name: aws.String("one")})
		changes := inBubble(t, t.Context(), server, &options{destination: "new", create: true, bundle: "small_1_0"})

		exampletest.Equal(t, changes[0].Result, failed)
		exampletest.Equal(t, changes[0].Reason, "done, but not verified: bucket new is in the state Unknown: The creation of the bucket timed out.; delete it and create it anew")
		exampletest.Equal(t, changes[1].Result, toUpdate)
	})
}

func TestChangeIsLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := some(t)
		server.Inject("UpdateBucket", lost)
		changes := inBubble(t, t.Context(), server, &options{destination: "logs", prefix: "{bucket}/"})

		exampletest.Equal(t, len(changes), 2)
		exampletest.Equal(t, changes[0].Result, failed)
		if reason := changes[0].Reason; !strings.Contains(reason, "not verified: exceeded max wait time of 20s") || !strings.HasSuffix(reason, "at last: access logs are off") {
			t.Errorf("reason %q", reason)
		}
		exampletest.Equal(t, where(changes[0].Is), "off")
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

// A bucket that is gone right after the change is not waited for.
func TestBucketGoesAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := some(t)
		missing := lightsailtest.Error(&types.NotFoundException{Message: aws.String("gone")})
		server.Inject("GetBuckets", pass, pass, missing)
		changes := inBubble(t, t.Context(), server, &options{destination: "logs"})

		exampletest.Equal(t, changes[0].Result, failed)
		exampletest.Equal(t, changes[0].Reason, "done, but not verified: NotFoundException: gone")
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

func TestInterruptedWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := some(t)
		server.Inject("UpdateBucket", lost)
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		start := time.Now()
		changes := inBubble(t, ctx, server, &options{destination: "logs"})

		exampletest.Equal(t, changes[0].Result, interrupted)
		exampletest.Equal(t, changes[0].Reason, "done, but not verified")
		exampletest.Equal(t, changes[1].Result, toUpdate)
		exampletest.Equal(t, time.Since(start), 3*time.Second)
	})
}
