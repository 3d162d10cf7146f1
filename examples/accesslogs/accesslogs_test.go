package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// runDemo runs the program with the demo account.
func runDemo(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// runLive runs the program with -live and the endpoint of a server.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL()}, args...), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// newServer returns a server with the buckets logs, one, three and two. Bucket two
// is already logged to bucket logs.
func newServer(t *testing.T) *lightsailtest.Server {
	return lightsailtest.NewServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("logs")},
		types.Bucket{Name: aws.String("one")},
		types.Bucket{Name: aws.String("three")},
		types.Bucket{Name: aws.String("two"), AccessLogConfig: &types.BucketAccessLogConfig{
			Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("two/"),
		}},
	))
}

// logPaths returns the log path of each bucket on a server.
func logPaths(server *lightsailtest.Server) map[string]string {
	buckets := map[string]string{}
	for _, b := range server.Snapshot().Buckets {
		buckets[*b.Name] = logPath(logConfig(b))
	}
	return buckets
}

// updates returns the requests that a server received, except GetBuckets.
func updates(server *lightsailtest.Server) []string {
	var calls []string
	for _, call := range server.Calls() {
		if call.Operation != "GetBuckets" {
			calls = append(calls, call.String())
		}
	}
	return calls
}

// pass lets one call succeed, to delay the faults after it.
var pass = lightsailtest.Latency(0)

var denied = lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("access denied")})

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, runDemo(t), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: "Demo account. Use -live to run against your own.\n" +
			"In us-east-1: 35 updated, 3 skipped\n",
	})
}

func TestEnable(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  BEFORE     AFTER        RESULT
logs    off        off          skipped: log destination
one     off        logs/one/    updated
three   off        logs/three/  updated
two     logs/two/  logs/two/    skipped: already configured
`,
		Stderr: "In us-east-1: 2 updated, 2 skipped\n",
	})
	server.AssertCalls(t,
		`GetBuckets`, `GetBuckets`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"one/"},"bucketName":"one"}`,
		`GetBuckets {"bucketName":"one"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"three/"},"bucketName":"three"}`,
		`GetBuckets {"bucketName":"three"}`,
	)

	server.ResetCalls()
	got = runLive(t, t.Context(), server, "-destination", "logs")
	exampletest.Equal(t, got.Stderr, "In us-east-1: 4 skipped\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestDryRun(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-prefix", "a/{bucket}-", "-dry-run")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  BEFORE     PLANNED       RESULT
new     -          -             to create
logs    off        new/a/logs-   to update
one     off        new/a/one-    to update
three   off        new/a/three-  to update
two     logs/two/  new/a/two-    to update
`,
		Stderr: "In us-east-1: 1 to create, 4 to update\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

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
	exampletest.Equal(t, got.Stdout, `BUCKET  BEFORE     AFTER        RESULT
gone    off        off          failed: NotFoundException: The Bucket does not exist: gone
logs    off        off          skipped: log destination
one     off        off          failed: AccessDeniedException: access denied
three   off        logs/three/  updated
two     logs/two/  logs/two/    skipped: already configured
`)
	lines := strings.Split(got.Stderr, "\n")
	exampletest.Equal(t, len(lines), 5)
	exampletest.Equal(t, lines[0], "In us-east-1: 1 updated, 2 skipped, 2 failed")
	for i, want := range []string{"gone: operation error Lightsail: UpdateBucket", "one: operation error Lightsail: UpdateBucket"} {
		if line := lines[1+i]; !strings.HasPrefix(line, want) || !strings.Contains(line, "RequestID: ") {
			t.Errorf("%q does not begin with %q or has no request ID", line, want)
		}
	}
	exampletest.Equal(t, lines[3], "accesslogs: 2 failed")
}

func TestUpdateWithUnknownOutcome(t *testing.T) {
	server := newServer(t)
	server.Inject("UpdateBucket", lightsailtest.Truncate(5))
	got := runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one,three")

	exampletest.Equal(t, got.Status, 1)
	lines := strings.Split(got.Stdout, "\n")
	if want := "one     off     -            failed: operation error Lightsail: UpdateBucket"; !strings.HasPrefix(lines[1], want) {
		t.Errorf("%q does not begin with %q", lines[1], want)
	}
	exampletest.Equal(t, lines[2], "three   off     logs/three/  updated")
}

func TestListError(t *testing.T) {
	server := newServer(t)
	server.Inject("GetBuckets", pass, denied)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	if want := "accesslogs: no changes made: list buckets: operation error"; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}

func TestDisable(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(demoBuckets()...))
	got := runLive(t, t.Context(), server, "-disable")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 4 updated, 34 skipped\n")
	exampletest.Equal(t, updates(server), []string{
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"billing-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"orders-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"photos-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"search-prod"}`,
	})
	for name, path := range logPaths(server) {
		if path != "off" {
			t.Errorf("%s is still logged to %s", name, path)
		}
	}
}

func TestDisableOneDestination(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(demoBuckets()...))
	got := runLive(t, t.Context(), server, "-disable", "-destination", "old-logs", "-bucket", "search-prod,billing-prod,blog-dev")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET        BEFORE                     AFTER                      RESULT
billing-prod  access-logs/billing-prod/  access-logs/billing-prod/  skipped: not logged to old-logs
blog-dev      off                        off                        skipped: already configured
search-prod   old-logs/search-prod/      off                        updated
`,
		Stderr: "In us-east-1: 1 updated, 2 skipped\n",
	})
}

func TestBucketDoesNotExist(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one,nosuch", "-bucket", "logs", "-bucket", "nosuch")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `BUCKET  BEFORE  AFTER      RESULT
logs    off     off        skipped: log destination
one     off     logs/one/  updated
nosuch  -       -          failed: bucket does not exist in this Region
`,
		Stderr: "In us-east-1: 1 updated, 1 skipped, 1 failed\n" +
			"nosuch: bucket does not exist in this Region\n" +
			"accesslogs: 1 failed\n",
	})
	exampletest.Equal(t, logPaths(server), map[string]string{"logs": "off", "one": "logs/one/", "three": "off", "two": "logs/two/"})
}

func TestDestinationDoesNotExist(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stderr: "accesslogs: no changes made: destination bucket new does not exist in this Region: use -create to create it\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

func TestCreateDestination(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "medium_1_0", "-bucket", "one")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  BEFORE  AFTER     RESULT
new     -       off       created
one     off     new/one/  updated
`,
		Stderr: "In us-east-1: 1 created, 1 updated\n",
	})
	exampletest.Equal(t, updates(server), []string{
		`CreateBucket {"bucketName":"new","bundleId":"medium_1_0"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"new","enabled":true,"prefix":"one/"},"bucketName":"one"}`,
	})

	// An existing destination is used without a change.
	server.ResetCalls()
	got = runLive(t, t.Context(), server, "-destination", "new", "-create", "-bucket", "one")
	exampletest.Equal(t, got.Stderr, "In us-east-1: 1 skipped\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestCreateDestinationError(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "tiny")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  BEFORE     AFTER      RESULT
new     -          -          failed: InvalidInputException: bundleId: no bucket bundle has this ID
logs    off        off        to update
one     off        off        to update
three   off        off        to update
two     logs/two/  logs/two/  to update
`)
	exampletest.Equal(t, updates(server), []string{`CreateBucket {"bucketName":"new","bundleId":"tiny"}`})
}

func TestPrefix(t *testing.T) {
	server := newServer(t)
	runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one", "-prefix", "a/{bucket}/{bucket}-")
	runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "two", "-prefix", "")

	exampletest.Equal(t, updates(server), []string{
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"a/one/one-"},"bucketName":"one"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true},"bucketName":"two"}`,
	})
}

func TestJSON(t *testing.T) {
	server := newServer(t)
	server.Inject("UpdateBucket", denied)
	got := runLive(t, t.Context(), server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	d := json.NewDecoder(strings.NewReader(got.Stdout))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("more than one JSON document")
	}
	if change := document.Buckets[1]; !strings.Contains(change.Error, "RequestID: ") {
		t.Errorf("no request ID in %q", change.Error)
	}
	document.Buckets[1].Error = ""

	off := &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
	to := func(prefix string) *types.BucketAccessLogConfig {
		return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: &prefix}
	}
	exampletest.Equal(t, document, report{Region: "us-east-1", Buckets: []*change{
		{Bucket: "logs", Before: off, After: off, Result: skipped, Reason: "log destination"},
		{Bucket: "one", Before: off, Want: to("one/"), After: off, Result: failed, Reason: "AccessDeniedException: access denied"},
		{Bucket: "three", Before: off, Want: to("three/"), After: to("three/"), Result: updated},
		{Bucket: "two", Before: to("two/"), After: to("two/"), Result: skipped, Reason: "already configured"},
	}})
}

func TestJSONWithoutBuckets(t *testing.T) {
	server := lightsailtest.NewServer(t)
	got := runLive(t, t.Context(), server, "-disable", "-json")
	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `{
  "region": "us-east-1",
  "dryRun": false,
  "interrupted": false,
  "buckets": []
}
`,
		Stderr: "In us-east-1: nothing to do\n",
	})
}

func TestOutputError(t *testing.T) {
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), nil, failingWriter{}, &stderr), 1)
	if want := "accesslogs: no space\n"; !strings.HasSuffix(stderr.String(), want) {
		t.Errorf("%q does not end with %q", stderr.String(), want)
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestControlCharactersInBucketName(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("a\x1b[2J\tb\nc")}))
	got := runLive(t, t.Context(), server, "-disable")
	exampletest.Equal(t, got.Stdout, "BUCKET     BEFORE  AFTER  RESULT\na [2J b c  off     off    skipped: already configured\n")
}

func TestProgress(t *testing.T) {
	server := newServer(t)
	var screen bytes.Buffer
	progress := &terminal.Progress{Terminal: &screen}
	client := server.Client()
	o := &options{destination: "logs"}
	r, err := plan(t.Context(), client, o, progress)
	if err != nil {
		t.Fatal(err)
	}
	apply(t.Context(), client, o, r.Buckets, progress)
	progress.End()
	exampletest.Equal(t, strings.Split(screen.String(), terminal.EraseLine)[1:], []string{
		"listing buckets: 1", "listing buckets: 2", "listing buckets: 3", "listing buckets: 4",
		"bucket 1 of 4: logs", "bucket 2 of 4: one", "bucket 3 of 4: three", "bucket 4 of 4: two", "",
	})
}
