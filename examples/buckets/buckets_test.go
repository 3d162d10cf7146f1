package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
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

// runLive runs the program with -live, the endpoint of a server and bucket names.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL(), "-name", "one", "-destination", "logs"}, args...), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// newServer returns a server with an instance and with a bucket that the program
// must not use.
func newServer(t *testing.T) *lightsailtest.Server {
	return lightsailtest.NewServer(t,
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("other")}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web-1")}))
}

// bucketNames returns the names of the buckets on a server.
func bucketNames(server *lightsailtest.Server) []string {
	var names []string
	for _, b := range server.Snapshot().Buckets {
		names = append(names, *b.Name)
	}
	return names
}

// changes returns the operations of the requests that a server received, except
// those that only read.
func changes(server *lightsailtest.Server) []string {
	var names []string
	for _, call := range server.Calls() {
		if !strings.HasPrefix(call.Operation, "Get") {
			names = append(names, call.Operation)
		}
	}
	return names
}

// stepTable returns the table of steps in the output, and the text after it.
func stepTable(got exampletest.Outcome) string {
	_, table, _ := strings.Cut(got.Stdout, "\n\n")
	return table
}

var denied = lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("access denied")})

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, runDemo(t), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: "Demo account. Use -live to run against your own.\nIn us-east-1: 10 steps done\n",
	})
}

func TestTablesFit80Columns(t *testing.T) {
	for line := range strings.Lines(runDemo(t).Stdout) {
		if n := len(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("a line has %d characters: %s", n, line)
		}
	}
}

func TestAllSteps(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-instance", "web-1", "-tag", "a=1", "-tag", "b", "-bundle", "medium_1_0", "-next-bundle", "large_1_0")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 10 steps done\n")
	server.AssertCalls(t,
		`GetBucketBundles`,
		`GetBuckets {"bucketName":"one"}`,
		`GetBuckets {"bucketName":"logs"}`,
		`CreateBucket {"bucketName":"one","bundleId":"medium_1_0"}`,
		`GetBuckets {"bucketName":"one"}`,
		`TagResource {"resourceName":"one","tags":[{"key":"a","value":"1"},{"key":"b","value":""}]}`,
		`CreateBucketAccessKey {"bucketName":"one"}`,
		`SetResourceAccessForBucket {"access":"allow","bucketName":"one","resourceName":"web-1"}`,
		`CreateBucket {"bucketName":"logs","bundleId":"medium_1_0"}`,
		`GetBuckets {"bucketName":"logs"}`,
		`UpdateBucket {"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"one/"},"bucketName":"one"}`,
		`UpdateBucketBundle {"bucketName":"one","bundleId":"large_1_0"}`,
		`GetBuckets {"bucketName":"one","includeConnectedResources":true}`,
		`GetBucketAccessKeys {"bucketName":"one"}`,
		`DeleteBucket {"bucketName":"one","forceDelete":true}`,
		`GetBuckets {"bucketName":"one"}`,
		`DeleteBucket {"bucketName":"logs","forceDelete":true}`,
		`GetBuckets {"bucketName":"logs"}`,
	)
	exampletest.Contains(t, got.Stdout, "\nBUCKET      one\nstate       OK\n"+
		"url         https://one.s3.us-east-1.amazonaws.com/\nbundle      large_1_0, fixed until the next billing cycle\ntags        a=1 b=\n",
		"access key  ", ", Active\nused by     web-1\nlogged to   logs/one/\n")
	exampletest.Equal(t, bucketNames(server), []string{"other"})
}

func TestKeep(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-keep", "-region", "us-east-1")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, `In us-east-1: 7 steps done
one: kept
  to delete: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name one
logs: kept
  to delete: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name logs
`)
	// With -live, -instance has no default.
	exampletest.Equal(t, changes(server), []string{
		"CreateBucket", "TagResource", "CreateBucketAccessKey", "CreateBucket", "UpdateBucket", "UpdateBucketBundle",
	})
	exampletest.Equal(t, bucketNames(server), []string{"logs", "one", "other"})
}

// TestShowSecret checks that the secret is printed once to standard output with
// -show-secret, and not at all without it.
func TestShowSecret(t *testing.T) {
	for _, row := range []struct {
		args string
		want int
	}{
		{"", 0},
		{"-json", 0},
		{"-show-secret", 1},
		{"-show-secret -json", 1},
	} {
		server := newServer(t)
		var secret string
		server.Inject("CreateBucketAccessKey", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			resp, err := next(r)
			if err != nil {
				return nil, err
			}
			var body bytes.Buffer
			if _, err := body.ReadFrom(resp.Body); err != nil {
				return nil, err
			}
			var output struct {
				AccessKey struct{ SecretAccessKey string }
			}
			if err := json.Unmarshal(body.Bytes(), &output); err != nil {
				return nil, err
			}
			secret = output.AccessKey.SecretAccessKey
			resp.Body = io.NopCloser(&body)
			return resp, nil
		}))
		got := runLive(t, t.Context(), server, strings.Fields(row.args)...)

		exampletest.Equal(t, got.Status, 0)
		if len(secret) != 40 {
			t.Fatalf("the secret has %d characters, want 40", len(secret))
		}
		if n := strings.Count(got.Stdout, secret); n != row.want {
			t.Errorf("%q: the secret is printed %d times, want %d", row.args, n, row.want)
		}
		exampletest.Equal(t, strings.Contains(got.Stderr, secret), false)
	}
}

// TestFailedStepDeletesBuckets checks that the program deletes the buckets that it
// created, and no others, if a step fails.
func TestFailedStepDeletesBuckets(t *testing.T) {
	for _, row := range []struct {
		operation, step string
		deletes         string // requests after the failed step
	}{
		{"TagResource", "tag one", "DeleteBucket"},
		{"CreateBucketAccessKey", "access key one", "DeleteBucket"},
		{"SetResourceAccessForBucket", "attach one", "DeleteBucket"},
		{"UpdateBucket", "access logs one", "DeleteBucket DeleteBucket"},
		{"UpdateBucketBundle", "change bundle one", "DeleteBucket DeleteBucket"},
		{"GetBucketAccessKeys", "inspect one", "DeleteBucket DeleteBucket"},
	} {
		server := newServer(t)
		server.Inject(row.operation, denied)
		got := runLive(t, t.Context(), server, "-instance", "web-1")

		exampletest.Equal(t, got.Status, 1)
		exampletest.Contains(t, strings.Join(strings.Fields(got.Stdout), " "),
			row.step+" failed: AccessDeniedException: access denied delete one done")
		exampletest.Contains(t, got.Stderr, " 1 failed\n", " one: operation error Lightsail: "+row.operation+", ", "RequestID: ", "\nbuckets: 1 step failed\n")
		exampletest.Equal(t, strings.Contains(got.Stderr, "not deleted"), false)
		all := strings.Join(changes(server), " ")
		if !strings.HasSuffix(all, row.deletes) || strings.Count(all, "DeleteBucket") != strings.Count(row.deletes, "DeleteBucket") {
			t.Errorf("%s: requests %s, want %s at the end", row.operation, all, row.deletes)
		}
		exampletest.Equal(t, bucketNames(server), []string{"other"})
	}
}

func TestCreateRejected(t *testing.T) {
	server := newServer(t)
	server.Inject("CreateBucket", denied)
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, stepTable(got), `STEP    BUCKET  RESULT
create  one     failed: AccessDeniedException: access denied
`)
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
	exampletest.Equal(t, strings.Contains(got.Stderr, "not deleted"), false)
}

// TestCreateWithUnknownOutcome checks that the program does not delete a bucket if
// it did not receive the response of CreateBucket. The bucket could belong to
// another user.
func TestCreateWithUnknownOutcome(t *testing.T) {
	server := newServer(t)
	server.Inject("CreateBucket", lightsailtest.DropResponse())
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, stepTable(got), "create  one     failed: ")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 0 steps done, 1 failed\n",
		"one: not deleted: creation not confirmed, the bucket may exist\n  to delete: ")
	// CreateBucket is not retried, also not after a server error.
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
	exampletest.Equal(t, bucketNames(server), []string{"one", "other"})

	server = newServer(t)
	server.Inject("CreateBucket", lightsailtest.Status(503))
	got = runLive(t, t.Context(), server)
	exampletest.Contains(t, got.Stderr, "one: not deleted: creation not confirmed")
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
}

func TestOperationFails(t *testing.T) {
	server := newServer(t)
	server.Inject("UpdateBucketBundle", lightsailtest.FailLater(0, "Broken", "no room"))
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, strings.Join(strings.Fields(stepTable(got)), " "),
		"change bundle one failed: operation ", " (UpdateBucketBundle of one) ended with the status Failed: Broken: no room ",
		"delete one done delete logs done")
	exampletest.Equal(t, bucketNames(server), []string{"other"})
}

// TestCreateOperationFails checks that a bucket that never became available is
// reported, because it could still appear.
func TestCreateOperationFails(t *testing.T) {
	server := newServer(t)
	server.Inject("CreateBucket", lightsailtest.FailLater(0, "", ""))
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, stepTable(got), "create  one     failed: operation ", "delete  one     failed: NotFoundException: ")
	exampletest.Contains(t, got.Stderr, "one: possibly not deleted\n")
}

func TestDeleteError(t *testing.T) {
	server := newServer(t)
	server.Inject("DeleteBucket", denied, lightsailtest.FailLater(0, "Broken", "it is stuck"))
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, stepTable(got), "delete         one     failed: AccessDeniedException: access denied\ndelete         logs    failed: operation ", ": it is stuck\n")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 7 steps done, 2 failed\n", "one: not deleted\n", "logs: possibly not deleted\n")
	exampletest.Equal(t, bucketNames(server), []string{"logs", "one", "other"})
}

func TestDeletedByAnotherClient(t *testing.T) {
	server := newServer(t)
	server.Inject("GetBucketAccessKeys", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		server.Remove("logs")
		return next(r)
	}))
	got := runLive(t, t.Context(), server)
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 9 steps done\n")
}

func TestBucketAlreadyExists(t *testing.T) {
	server := newServer(t)
	exampletest.Equal(t, runLive(t, t.Context(), server, "-name", "other"), exampletest.Outcome{
		Status: 1, Stderr: "buckets: no buckets created: -name: bucket other already exists: choose a name that is not in use\n",
	})
	exampletest.Equal(t, runLive(t, t.Context(), server, "-destination", "other"), exampletest.Outcome{
		Status: 1, Stderr: "buckets: no buckets created: -destination: bucket other already exists: choose a name that is not in use\n",
	})
	exampletest.Equal(t, changes(server), nil)

	server.Inject("GetBuckets", denied)
	exampletest.Contains(t, runLive(t, t.Context(), server).Stderr, "buckets: no buckets created: check bucket name one: operation error Lightsail: GetBuckets")
}

func TestUnknownBundle(t *testing.T) {
	server := newServer(t)
	exampletest.Equal(t, runLive(t, t.Context(), server, "-next-bundle", "huge_1_0"), exampletest.Outcome{
		Status: 1,
		Stderr: "buckets: no buckets created: -next-bundle: unknown bucket bundle huge_1_0: use one of small_1_0, medium_1_0, large_1_0\n",
	})
	exampletest.Equal(t, changes(server), nil)
}

func TestInstanceDoesNotExist(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-instance", "web-2")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, stepTable(got), "attach      one     failed: NotFoundException: ", "web-2\ndelete      one     done\n")
	exampletest.Equal(t, bucketNames(server), []string{"other"})
}

func TestJSON(t *testing.T) {
	got := runDemo(t, "-json")
	exampletest.Equal(t, got.Status, 0)
	var document report
	d := json.NewDecoder(strings.NewReader(got.Stdout))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("more than one JSON document")
	}
	exampletest.Equal(t, document.Region, "us-east-1")
	exampletest.Equal(t, document.Bundles[0], types.BucketBundle{
		BundleId: aws.String("small_1_0"), IsActive: aws.Bool(true), Name: aws.String("Object Storage 5GB"),
		Price: aws.Float32(1), StoragePerMonthInGb: aws.Int32(5), TransferPerMonthInGb: aws.Int32(25),
	})
	exampletest.Equal(t, *document.Steps[1], step{Step: "tag", Bucket: demoName, Result: done, Detail: "purpose=example"})
	exampletest.Equal(t, aws.ToString(document.Bucket.Name), demoName)
	exampletest.Equal(t, aws.ToBool(document.Bucket.AbleToUpdateBundle), false)
	exampletest.Equal(t, len(aws.ToString(document.AccessKey.AccessKeyId)), 20)
	exampletest.Contains(t, got.Stdout, `"remaining": [],`, `"interrupted": false`)
}

func TestHelp(t *testing.T) {
	help := runDemo(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Equal(t, help.Stdout, "")
	exampletest.Contains(t, help.Stderr, "usage: buckets [flags]", "-live")
}

// TestOutputError checks that the remaining buckets are printed even if writing the
// result fails.
func TestOutputError(t *testing.T) {
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), []string{"-keep"}, failingWriter{}, &stderr), 1)
	exampletest.Contains(t, stderr.String(), demoName+": kept\n", demoDestination+": kept\n", "buckets: the result is incomplete: write to standard output: no space\n")
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestControlCharactersInFlags(t *testing.T) {
	got := runDemo(t, "-instance", "web\x1b[2J", "-tag", "a=\x1b[2J")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, strings.Contains(got.Stdout+got.Stderr, "\x1b"), false)
}
