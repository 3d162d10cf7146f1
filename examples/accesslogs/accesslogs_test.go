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

// local runs the program as it is without an account.
func local(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// live runs the program on the account of a server.
func live(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL()}, args...), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// some returns a server with the buckets logs, one, three and two. Two logs to
// logs already.
func some(t *testing.T) *lightsailtest.Server {
	return lightsailtest.NewServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("logs")},
		types.Bucket{Name: aws.String("one")},
		types.Bucket{Name: aws.String("three")},
		types.Bucket{Name: aws.String("two"), AccessLogConfig: &types.BucketAccessLogConfig{
			Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("two/"),
		}},
	))
}

// state returns how the buckets of a server are logged.
func state(server *lightsailtest.Server) map[string]string {
	buckets := map[string]string{}
	for _, b := range server.Snapshot().Buckets {
		buckets[*b.Name] = where(logging(b))
	}
	return buckets
}

// updates returns the inputs of the changes that a server was asked for.
func updates(server *lightsailtest.Server) []string {
	var inputs []string
	for _, call := range server.Calls() {
		if call.Operation != "GetBuckets" {
			inputs = append(inputs, call.String())
		}
	}
	return inputs
}

// pass is a fault that is none: it lets others wait for the calls after it.
var pass = lightsailtest.Latency(0)

var denied = lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("not yours")})

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, local(t), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: "This is a made-up account. For yours, see -live in accesslogs -help.\n" +
			"In us-east-1: 35 updated, 3 skipped\n",
	})
}

func TestPagesSkipsUpdatesAndReadsBack(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  WAS        IS           RESULT
logs    off        off          skipped: it is the destination
one     off        logs/one/    updated
three   off        logs/three/  updated
two     logs/two/  logs/two/    skipped: it is so already
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
	got = live(t, t.Context(), server, "-destination", "logs")
	exampletest.Equal(t, got.Stderr, "In us-east-1: 4 skipped\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestDryRunChangesNothing(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "new", "-create", "-prefix", "a/{bucket}-", "-dry-run")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  WAS        WOULD BE      RESULT
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

func TestFailuresDoNotHideOneAnother(t *testing.T) {
	server := some(t)
	server.PutBuckets(types.Bucket{Name: aws.String("gone")})
	server.Inject("UpdateBucket",
		lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			server.RemoveBuckets("gone")
			return next(r)
		}),
		denied)
	got := live(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  WAS        IS           RESULT
gone    off        off          failed: NotFoundException: The Bucket does not exist: gone
logs    off        off          skipped: it is the destination
one     off        off          failed: AccessDeniedException: not yours
three   off        logs/three/  updated
two     logs/two/  logs/two/    skipped: it is so already
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

func TestWhatBecameOfABucketIsNotClaimedWhereItIsNotKnown(t *testing.T) {
	server := some(t)
	server.Inject("UpdateBucket", lightsailtest.Truncate(5))
	got := live(t, t.Context(), server, "-destination", "logs", "-bucket", "one,three")

	exampletest.Equal(t, got.Status, 1)
	lines := strings.Split(got.Stdout, "\n")
	if want := "one     off  -            failed: operation error Lightsail: UpdateBucket"; !strings.HasPrefix(lines[1], want) {
		t.Errorf("%q does not begin with %q", lines[1], want)
	}
	exampletest.Equal(t, lines[2], "three   off  logs/three/  updated")
}

func TestListingFails(t *testing.T) {
	server := some(t)
	server.Inject("GetBuckets", pass, denied)
	got := live(t, t.Context(), server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	if want := "accesslogs: nothing was changed: listing the buckets: operation error"; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}

func TestDisable(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(demoBuckets()...))
	got := live(t, t.Context(), server, "-disable")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 4 updated, 34 skipped\n")
	exampletest.Equal(t, updates(server), []string{
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"billing-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"orders-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"photos-prod"}`,
		`UpdateBucket {"accessLogConfig":{"enabled":false},"bucketName":"search-prod"}`,
	})
	for name, where := range state(server) {
		if where != "off" {
			t.Errorf("%s is still logged to %s", name, where)
		}
	}
}

func TestDisableWhatIsLoggedToOneDestination(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(demoBuckets()...))
	got := live(t, t.Context(), server, "-disable", "-destination", "old-logs", "-bucket", "search-prod,billing-prod,blog-dev")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET        WAS                        IS                         RESULT
billing-prod  access-logs/billing-prod/  access-logs/billing-prod/  skipped: it is not logged to old-logs
blog-dev      off                        off                        skipped: it is so already
search-prod   old-logs/search-prod/      off                        updated
`,
		Stderr: "In us-east-1: 1 updated, 2 skipped\n",
	})
}

func TestSomeBucketsOneOfThemUnknown(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "logs", "-bucket", "one,nosuch", "-bucket", "logs", "-bucket", "nosuch")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `BUCKET  WAS  IS         RESULT
logs    off  off        skipped: it is the destination
one     off  logs/one/  updated
nosuch  -    -          failed: there is no such bucket in this Region
`,
		Stderr: "In us-east-1: 1 updated, 1 skipped, 1 failed\n" +
			"nosuch: there is no such bucket in this Region\n" +
			"accesslogs: 1 failed\n",
	})
	exampletest.Equal(t, state(server), map[string]string{"logs": "off", "one": "logs/one/", "three": "off", "two": "logs/two/"})
}

func TestDestinationIsMissing(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "new")

	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stderr: "accesslogs: nothing was changed: there is no bucket new in this Region to log to: -create makes it\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

func TestCreate(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "medium_1_0", "-bucket", "one")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `BUCKET  WAS  IS        RESULT
new     -    off       created
one     off  new/one/  updated
`,
		Stderr: "In us-east-1: 1 created, 1 updated\n",
	})
	exampletest.Equal(t, updates(server), []string{
		`CreateBucket {"bucketName":"new","bundleId":"medium_1_0"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"new","enabled":true,"prefix":"one/"},"bucketName":"one"}`,
	})

	// A destination that exists is taken as it is.
	server.ResetCalls()
	got = live(t, t.Context(), server, "-destination", "new", "-create", "-bucket", "one")
	exampletest.Equal(t, got.Stderr, "In us-east-1: 1 skipped\n")
	exampletest.Equal(t, updates(server), nil)
}

func TestCreateFails(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-destination", "new", "-create", "-bundle", "tiny")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  WAS        IS         RESULT
new     -          -          failed: InvalidInputException: bundleId: there is no such plan for buckets
logs    off        off        to update
one     off        off        to update
three   off        off        to update
two     logs/two/  logs/two/  to update
`)
	exampletest.Equal(t, updates(server), []string{`CreateBucket {"bucketName":"new","bundleId":"tiny"}`})
}

func TestPrefix(t *testing.T) {
	server := some(t)
	live(t, t.Context(), server, "-destination", "logs", "-bucket", "one", "-prefix", "a/{bucket}/{bucket}-")
	live(t, t.Context(), server, "-destination", "logs", "-bucket", "two", "-prefix", "")

	exampletest.Equal(t, updates(server), []string{
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"a/one/one-"},"bucketName":"one"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true},"bucketName":"two"}`,
	})
}

func TestJSON(t *testing.T) {
	server := some(t)
	server.Inject("UpdateBucket", denied)
	got := live(t, t.Context(), server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	d := json.NewDecoder(strings.NewReader(got.Stdout))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("there is more than one document")
	}
	if failure := document.Buckets[1]; !strings.Contains(failure.Error, "RequestID: ") {
		t.Errorf("no request ID in %q", failure.Error)
	}
	document.Buckets[1].Error = ""

	off := &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
	to := func(prefix string) *types.BucketAccessLogConfig {
		return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: &prefix}
	}
	exampletest.Equal(t, document, report{Region: "us-east-1", Buckets: []*change{
		{Bucket: "logs", Was: off, Is: off, Result: skipped, Reason: "it is the destination"},
		{Bucket: "one", Was: off, Want: to("one/"), Is: off, Result: failed, Reason: "AccessDeniedException: not yours"},
		{Bucket: "three", Was: off, Want: to("three/"), Is: to("three/"), Result: updated},
		{Bucket: "two", Was: to("two/"), Is: to("two/"), Result: skipped, Reason: "it is so already"},
	}})
}

func TestJSONOfNothing(t *testing.T) {
	server := lightsailtest.NewServer(t)
	got := live(t, t.Context(), server, "-disable", "-json")
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

// until cancels a context when the call comes, and lets it hang.
func until(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
}

func TestInterruptedUpdate(t *testing.T) {
	server := some(t)
	server.PutBuckets(types.Bucket{Name: aws.String("zero")})
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("UpdateBucket", pass, until(cancel))
	got := live(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, `BUCKET  WAS        IS         RESULT
logs    off        off        skipped: it is the destination
one     off        logs/one/  updated
three   off        -          interrupted: it may have been done or not
two     logs/two/  logs/two/  skipped: it is so already
zero    off        off        to update
`)
	lines := strings.Split(got.Stderr, "\n")
	exampletest.Equal(t, lines[0], "In us-east-1: 1 updated, 2 skipped, 1 interrupted, 1 to update")
	exampletest.Equal(t, lines[2:], []string{"accesslogs: interrupted, with 1 not begun", ""})
}

func TestInterruptedBeforeReadingBack(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, pass, until(cancel))
	got := live(t, ctx, server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	if err := json.Unmarshal([]byte(got.Stdout), &document); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, document.Interrupted, true)
	exampletest.Equal(t, document.Buckets[1].Result, interrupted)
	exampletest.Equal(t, document.Buckets[1].Reason, "done, but not verified")
	exampletest.Equal(t, document.Buckets[2].Result, toUpdate)
}

func TestInterruptedListing(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBuckets", pass, until(cancel))
	got := live(t, ctx, server, "-destination", "logs")

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Equal(t, updates(server), nil)
	if want := "accesslogs: nothing was changed: listing the buckets: "; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}

func TestRegion(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegion("eu-west-1"))
	exampletest.Equal(t, live(t, t.Context(), server, "-disable", "-region", "eu-west-1").Stderr, "In eu-west-1: nothing to do\n")

	got := local(t, "-region", "eu-west-1")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stdout, exampletest.Golden(t, "default.txt"))
	if !strings.HasSuffix(got.Stderr, "In eu-west-1: 35 updated, 3 skipped\n") {
		t.Errorf("%q", got.Stderr)
	}
}

func TestMisuse(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"-nosuch", "flag provided but not defined: -nosuch"},
		{"one", `unexpected argument "one"`},
		{"-live", "-destination is required"},
		{"-destination=", "-destination is required"},
		{"-disable -destination=", "-destination is required"},
		{"-disable -create", "-disable does not go together"},
		{"-disable -prefix a/", "-disable does not go together"},
		{"-endpoint-url http://localhost", "-endpoint-url needs -live"},
		{"-bucket=", "a name is empty"}, // not to be taken for all of them
		{"-bucket one,,two", "a name is empty"},
	} {
		got := local(t, strings.Fields(row.args)...)
		if got.Status != 2 || got.Stdout != "" || !strings.Contains(got.Stderr, row.want) {
			t.Errorf("%s: %+v, want %q", row.args, got, row.want)
		}
	}

	help := local(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Equal(t, help.Stdout, "")
}

func TestResultCannotBePrinted(t *testing.T) {
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), nil, broken{}, &stderr), 1)
	if !strings.HasSuffix(stderr.String(), "accesslogs: no space\n") {
		t.Errorf("%q", stderr.String())
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestNamesCannotUpsetATerminal(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("a\x1b[2J\tb\nc")}))
	got := live(t, t.Context(), server, "-disable")
	exampletest.Equal(t, got.Stdout, "BUCKET     WAS  IS   RESULT\na [2J b c  off  off  skipped: it is so already\n")
}

func TestProgress(t *testing.T) {
	server := some(t)
	var screen bytes.Buffer
	tell := &terminal.Progress{Terminal: &screen}
	client := server.Client()
	o := &options{destination: "logs"}
	r, err := plan(t.Context(), client, o, tell)
	if err != nil {
		t.Fatal(err)
	}
	apply(t.Context(), client, o, r.Buckets, tell)
	tell.End()
	exampletest.Equal(t, strings.Split(screen.String(), terminal.EraseLine)[1:], []string{
		"listing the buckets: 1", "listing the buckets: 2", "listing the buckets: 3", "listing the buckets: 4",
		"bucket 1 of 4: logs", "bucket 2 of 4: one", "bucket 3 of 4: three", "bucket 4 of 4: two", "",
	})
}
