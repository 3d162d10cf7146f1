package main

import (
	"bytes"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestUpdateErrorsAreIndependent(t *testing.T) {
	server := newServer(t)
	server.PutBuckets(types.Bucket{Name: aws.String("gone")})
	server.Inject("UpdateBucket",
		lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			server.Remove("gone")
			return next(r)
		}),
		denied)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  RESULT
gone    failed: NotFoundException: The Bucket does not exist: gone
logs    skipped: log destination
one     failed: AccessDeniedException: access denied
three   updated: off -> logs/three/
two     skipped: already configured
`)
	lines := strings.Split(got.Stderr, "\n")
	exampletest.Equal(t, len(lines), 5)
	exampletest.Equal(t, lines[0], "In us-east-1: 1 updated, 2 skipped, 2 failed")
	for i, want := range []string{"gone: operation error Lightsail: UpdateBucket", "one: operation error Lightsail: UpdateBucket"} {
		if line := lines[1+i]; !strings.HasPrefix(line, want) || !strings.Contains(line, "RequestID: ") {
			t.Errorf("%q does not begin with %q or has no request ID", line, want)
		}
	}
	exampletest.Equal(t, lines[3], "accesslogs: 2 buckets failed")
}

func TestUpdateWithUnknownOutcome(t *testing.T) {
	server := newServer(t)
	server.Inject("UpdateBucket", lightsailtest.Truncate(5))
	got := runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one,three")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "one     failed: outcome unknown: operation error Lightsail: UpdateBucket",
		"\nthree   updated: off -> logs/three/\n")
}

// TestReadBeforeUpdateError checks that a bucket is not changed if it cannot be read
// before.
func TestReadBeforeUpdateError(t *testing.T) {
	server := newServer(t)
	server.Inject("GetBuckets", pass, pass, denied)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "one     failed: read the bucket before the change: AccessDeniedException: access\n        denied\n",
		"three   updated: off -> logs/three/\n")
	exampletest.Equal(t, logPaths(server)["one"], "off")
}

func TestListError(t *testing.T) {
	server := newServer(t)
	server.Inject("GetBuckets", pass, denied)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	if want := "accesslogs: no changes made: listing of Region us-east-1: operation error"; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}

func TestCreateDestinationError(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "tiny")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  RESULT
new     failed: InvalidInputException: bundleId: no bucket bundle has this ID
logs    to update: off -> new/logs/
one     to update: off -> new/one/
three   to update: off -> new/three/
two     kept: logs to logs/two/
`)
	exampletest.Equal(t, updates(server), []string{`CreateBucket {"bucketName":"new","bundleId":"tiny"}`})
	if want := "accesslogs: 1 bucket failed, 3 buckets not changed\n"; !strings.HasSuffix(got.Stderr, want) {
		t.Errorf("%q does not end with %q", got.Stderr, want)
	}
}

// TestOutputError checks that the summary is printed even if the result cannot be
// written.
func TestOutputError(t *testing.T) {
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), []string{"-bucket", "nosuch"}, nil, failingWriter{}, &stderr), 1)
	exampletest.Equal(t, stderr.String(), "Demo account. Use -live to run against your own.\n"+
		"In us-east-1: 1 failed\n"+
		"nosuch: bucket does not exist in this Region\n"+
		"accesslogs: 1 bucket failed; the result is incomplete: write to standard output: no space\n")
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space") }
