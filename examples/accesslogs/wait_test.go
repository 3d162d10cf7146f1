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

// dropUpdate responds as if the update succeeded, but does not apply it.
var dropUpdate = lightsailtest.Hook(func(*http.Request, lightsailtest.RoundTrip) (*http.Response, error) {
	w := httptest.NewRecorder()
	w.WriteString("{}")
	return w.Result(), nil
})

// planAndApply runs the program and returns the changes that were not skipped. It
// does not use a network connection. This allows synctest to skip the waits.
func planAndApply(t *testing.T, ctx context.Context, server *lightsailtest.Server, o *options) []*change {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	r, err := plan(ctx, client, o, &terminal.Progress{})
	if err != nil {
		t.Fatal(err)
	}
	apply(ctx, client, o, r, &terminal.Progress{})
	return slices.DeleteFunc(r.Regions[0].Buckets, func(c *change) bool { return c.Result == skipped })
}

func TestDestinationAvailableLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 2}, lightsailtest.Lag{State: "pending", Polls: 1}))
		server.PutBuckets(types.Bucket{Name: aws.String("one")})
		changes := planAndApply(t, t.Context(), server, &options{destination: "new", create: true, bundle: "small_1_0", wait: time.Minute})

		exampletest.Equal(t, changes[0].Result, created)
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

func TestDestinationNeverAvailable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", End: "Unknown", Reason: "The creation of the bucket timed out."}))
		server.PutBuckets(types.Bucket{Name: aws.String("one")})
		changes := planAndApply(t, t.Context(), server, &options{destination: "new", create: true, bundle: "small_1_0", wait: time.Minute})

		exampletest.Equal(t, changes[0].Result, failed)
		exampletest.Equal(t, changes[0].Reason, "applied, but not verified: Bucket new is in the state Unknown: The creation of the bucket timed out.")
		exampletest.Equal(t, changes[1].Result, toUpdate)
	})
}

func TestUpdateNotApplied(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newServer(t)
		server.Inject("UpdateBucket", dropUpdate)
		changes := planAndApply(t, t.Context(), server, &options{destination: "logs", prefix: "{bucket}/", wait: time.Minute})

		exampletest.Equal(t, len(changes), 2)
		exampletest.Equal(t, changes[0].Result, failed)
		if reason := changes[0].Reason; !strings.Contains(reason, "not verified: exceeded max wait time of 1m") || !strings.HasSuffix(reason, "last seen: access logs are off") {
			t.Errorf("reason %q", reason)
		}
		exampletest.Equal(t, logPath(changes[0].After), "off")
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

// TestUpdateOfBusyBucket checks that the program repeats an update that the service
// rejects while another operation modifies the bucket, and for no longer than -wait.
func TestUpdateOfBusyBucket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newServer(t)
		server.Inject("UpdateBucket", lightsailtest.Busy().Times(2))
		changes := planAndApply(t, t.Context(), server, &options{destination: "logs", wait: time.Minute})
		exampletest.Equal(t, changes[0].Result, updated)

		server = newServer(t)
		server.Inject("UpdateBucket", lightsailtest.Busy().Always())
		changes = planAndApply(t, t.Context(), server, &options{destination: "logs", wait: time.Minute})
		exampletest.Equal(t, changes[0].Result, failed)
		exampletest.Equal(t, logPath(changes[0].After), "off")
		if reason := changes[0].Reason; strings.Contains(reason, "outcome unknown") || !strings.Contains(reason, "1m0s") {
			t.Errorf("reason %q, want that of the service and the time", reason)
		}
	})
}

// TestBucketDeletedAfterUpdate checks that the program does not wait for a bucket
// that no longer exists.
func TestBucketDeletedAfterUpdate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newServer(t)
		missing := lightsailtest.Error(&types.NotFoundException{Message: aws.String("gone")})
		server.Inject("GetBuckets", pass, pass, pass, missing)
		changes := planAndApply(t, t.Context(), server, &options{destination: "logs", wait: time.Minute})

		exampletest.Equal(t, changes[0].Result, failed)
		exampletest.Equal(t, changes[0].Reason, "applied, but not verified: NotFoundException: gone")
		exampletest.Equal(t, changes[1].Result, updated)
	})
}

func TestInterruptedWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newServer(t)
		server.Inject("UpdateBucket", dropUpdate)
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		start := time.Now()
		changes := planAndApply(t, ctx, server, &options{destination: "logs", wait: time.Minute})

		exampletest.Equal(t, changes[0].Result, interrupted)
		exampletest.Equal(t, changes[0].Reason, "applied, but not verified")
		exampletest.Equal(t, changes[1].Result, toUpdate)
		exampletest.Equal(t, time.Since(start), 3*time.Second)
	})
}
