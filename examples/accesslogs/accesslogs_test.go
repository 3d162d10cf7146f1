package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

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
	status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// runLive runs the program with -live, the endpoint of a server, and -yes.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	args = append([]string{"-live", "-yes", "-endpoint-url", server.URL()}, args...)
	status := run(ctx, args, strings.NewReader(""), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// newServer returns a server with the buckets logs, one, three and two. Bucket two
// is already logged to bucket logs.
func newServer(t *testing.T) *lightsailtest.Server {
	return lightsailtest.NewServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("logs")},
		types.Bucket{Name: aws.String("one")},
		types.Bucket{Name: aws.String("three")},
		types.Bucket{Name: aws.String("two"), AccessLogConfig: logTo("logs", "two/")},
	))
}

// logTo returns a configuration that turns access logging on.
func logTo(destination, prefix string) *types.BucketAccessLogConfig {
	return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination, Prefix: &prefix}
}

// logPaths returns the log path of each bucket on a server.
func logPaths(server *lightsailtest.Server) map[string]string {
	buckets := map[string]string{}
	for _, b := range server.Snapshot().Buckets {
		buckets[*b.Name] = logPath(logConfig(b))
	}
	return buckets
}

// updates returns the requests that a server received, except those that only read.
func updates(server *lightsailtest.Server) []string {
	var calls []string
	for _, call := range server.Calls() {
		if !strings.HasPrefix(call.Operation, "Get") {
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
			"In us-east-1: 33 updated, 3 skipped, 2 kept\n" +
			"Kept buckets log elsewhere. Use -replace to change them too.\n",
	})
}

// TestReadme checks that the README shows what the program prints, with the line "..."
// for the rows that it omits.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "$ go run -C examples ./accesslogs\n")
	block, _, _ = strings.Cut(block, "```")
	want, rest, omits := strings.Cut(block, "...")
	count, end, _ := strings.Cut(rest, "\n")
	if !found || !omits {
		t.Fatalf("the README does not show the output with omitted lines:\n%s", block)
	}
	got := runDemo(t)
	notice, summary, _ := strings.Cut(got.Stderr, "\n")
	all := notice + "\n" + got.Stdout + summary
	if !strings.HasPrefix(all, want) || !strings.HasSuffix(all, end) {
		t.Errorf("README:\n%s\noutput:\n%s", block, all)
	}
	omitted := strings.Count(all, "\n") - strings.Count(want, "\n") - strings.Count(end, "\n")
	exampletest.Equal(t, strings.TrimSpace(count), fmt.Sprintf("(%d more)", omitted))
}

func TestEnable(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  RESULT
logs    skipped: log destination
one     updated: off -> logs/one/
three   updated: off -> logs/three/
two     skipped: already configured
`,
		Stderr: "In us-east-1: 2 updated, 2 skipped\n",
	})
	server.AssertCalls(t,
		`GetBuckets`, `GetBuckets`,
		`GetBuckets {"bucketName":"one"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"one/"},"bucketName":"one"}`,
		`GetBuckets {"bucketName":"one"}`,
		`GetBuckets {"bucketName":"three"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"three/"},"bucketName":"three"}`,
		`GetBuckets {"bucketName":"three"}`,
	)

	server.ResetCalls()
	got = runLive(t, t.Context(), server, "-destination", "logs")
	exampletest.Equal(t, got.Stderr, "In us-east-1: 4 skipped\n")
	exampletest.Equal(t, updates(server), nil)
}

// TestKeep checks that buckets that log elsewhere are kept without -replace, also if only
// the prefix is different.
func TestKeep(t *testing.T) {
	server := newServer(t)
	server.PutBuckets(types.Bucket{Name: aws.String("six"), AccessLogConfig: logTo("old", "six/")})
	got := runLive(t, t.Context(), server, "-destination", "logs", "-prefix", "a/{bucket}/", "-bucket", "two,six")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  RESULT
six     kept: logs to old/six/
two     kept: logs to logs/two/
`,
		Stderr: "In us-east-1: 2 kept\nKept buckets log elsewhere. Use -replace to change them too.\n",
	})
	exampletest.Equal(t, updates(server), nil)

	got = runLive(t, t.Context(), server, "-destination", "logs", "-prefix", "a/{bucket}/", "-bucket", "two,six", "-replace")
	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  RESULT
six     updated: old/six/ -> logs/a/six/
two     updated: logs/two/ -> logs/a/two/
`,
		Stderr: "In us-east-1: 2 updated\n",
	})
}

// TestChangedAfterListing checks that a bucket that another program has configured
// since the buckets were listed is kept, also with -replace.
func TestChangedAfterListing(t *testing.T) {
	server := newServer(t)
	server.Inject("GetBuckets", pass, pass, lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		server.Remove("one")
		server.Remove("three")
		server.PutBuckets(types.Bucket{Name: aws.String("one"), AccessLogConfig: logTo("elsewhere", "")})
		return next(r)
	}))
	got := runLive(t, t.Context(), server, "-destination", "logs", "-replace")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `BUCKET  RESULT
logs    skipped: log destination
one     kept: changed since the plan: logs to elsewhere/
three   failed: bucket no longer exists
two     skipped: already configured
`,
		Stderr: "In us-east-1: 2 skipped, 1 kept, 1 failed\n" +
			"three: bucket no longer exists\n" +
			"accesslogs: 1 bucket failed\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

func TestDryRun(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-prefix", "a/{bucket}-", "-dry-run", "-replace")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  RESULT
new     to create
logs    to update: off -> new/a/logs-
one     to update: off -> new/a/one-
three   to update: off -> new/a/three-
two     to update: logs/two/ -> new/a/two-
`,
		Stderr: "In us-east-1: 1 to create, 4 to update\n",
	})
	exampletest.Equal(t, updates(server), nil)
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
		Stdout: `BUCKET        RESULT
billing-prod  skipped: not logged to old-logs
blog-dev      skipped: already configured
search-prod   updated: old-logs/search-prod/ -> off
`,
		Stderr: "In us-east-1: 1 updated, 2 skipped\n",
	})
}

func TestBucketDoesNotExist(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one,nosuch", "-bucket", "logs", "-bucket", "nosuch")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `BUCKET  RESULT
logs    skipped: log destination
one     updated: off -> logs/one/
nosuch  failed: bucket does not exist in this Region
`,
		Stderr: "In us-east-1: 1 updated, 1 skipped, 1 failed\n" +
			"nosuch: bucket does not exist in this Region\n" +
			"accesslogs: 1 bucket failed\n",
	})
	exampletest.Equal(t, logPaths(server), map[string]string{"logs": "off", "one": "logs/one/", "three": "off", "two": "logs/two/"})
}

func TestDestinationDoesNotExist(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stderr: "accesslogs: no changes made: destination bucket new does not exist in us-east-1: use -create to create it\n",
	})
	exampletest.Equal(t, updates(server), nil)

	// A destination that no bucket needs is not created.
	got = runLive(t, t.Context(), server, "-destination", "new", "-create", "-bucket", "two")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stdout, "BUCKET  RESULT\ntwo     kept: logs to logs/two/\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestCreateDestination(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "medium_1_0", "-bucket", "one")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  RESULT
new     created
one     updated: off -> new/one/
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

func TestPrefix(t *testing.T) {
	server := newServer(t)
	runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "one", "-prefix", "a/{region}/{bucket}/{bucket}-")
	runLive(t, t.Context(), server, "-destination", "logs", "-bucket", "two", "-prefix", "", "-replace")

	exampletest.Equal(t, updates(server), []string{
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"a/us-east-1/one/one-"},"bucketName":"one"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true},"bucketName":"two"}`,
	})
}

// TestPrefixTooLongForBucket checks that prefixes whose length only the list of the
// buckets shows are one error before the first change.
func TestPrefixTooLongForBucket(t *testing.T) {
	server := newServer(t)
	prefix := strings.Repeat("a", 92) + "{bucket}/{bucket}"
	got := runLive(t, t.Context(), server, "-destination", "logs", "-prefix", prefix)
	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stderr: "accesslogs: no changes made: -prefix \"" + prefix + "\" has 103 characters for the bucket three: the maximum is 100\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

func TestControlCharactersInBucketName(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("a\x1b[2J\tb\nc")}))
	got := runLive(t, t.Context(), server, "-disable")
	exampletest.Equal(t, got.Stdout, "BUCKET     RESULT\na [2J b c  skipped: already configured\n")
}

func TestProgress(t *testing.T) {
	server := newServer(t)
	var screen bytes.Buffer
	progress := &terminal.Progress{Terminal: &screen}
	client := server.Client()
	o := &options{destination: "logs", wait: time.Minute}
	r, err := plan(t.Context(), client, o, progress)
	if err != nil {
		t.Fatal(err)
	}
	apply(t.Context(), client, o, r, progress)
	progress.End()
	exampletest.Equal(t, strings.Split(screen.String(), terminal.EraseLine)[1:], []string{
		"listing buckets: 1", "listing buckets: 2", "listing buckets: 3", "listing buckets: 4",
		"bucket 1 of 4: logs", "bucket 2 of 4: one", "bucket 3 of 4: three", "bucket 4 of 4: two", "",
	})
}
