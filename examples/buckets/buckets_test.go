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

// local runs the program as it is without an account.
func local(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// live runs the program on the account of a server, with names of buckets.
func live(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL(), "-name", "one", "-destination", "logs"}, args...), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// some returns a server with a bucket, which is nobody's business, and an instance.
func some(t *testing.T) *lightsailtest.Server {
	return lightsailtest.NewServer(t,
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("other")}),
		lightsailtest.WithInstances(lightsailtest.Instance{Name: "web-1"}))
}

// buckets returns the names of a server's buckets.
func buckets(server *lightsailtest.Server) []string {
	var names []string
	for _, b := range server.Snapshot().Buckets {
		names = append(names, *b.Name)
	}
	return names
}

// changes returns the names of the calls that change something.
func changes(server *lightsailtest.Server) []string {
	var names []string
	for _, call := range server.Calls() {
		if !strings.HasPrefix(call.Operation, "Get") {
			names = append(names, call.Operation)
		}
	}
	return names
}

// steps returns the table of steps.
func steps(got exampletest.Outcome) string {
	_, table, _ := strings.Cut(got.Stdout, "\n\n")
	return table
}

var denied = lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("not yours")})

// until cancels a context when the call comes, and lets it hang.
func until(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
}

// after cancels a context when the call is done.
func after(cancel func()) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		cancel()
		return resp, err
	})
}

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, local(t), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: "This is a made-up account. For yours, see -live in buckets -help.\nIn us-east-1: 10 done\n",
	})
}

func TestWholeLife(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-instance", "web-1", "-tag", "a=1", "-tag", "b", "-bundle", "medium_1_0", "-next-bundle", "large_1_0")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 10 done\n")
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
	exampletest.Contains(t, got.Stdout, "\nBUCKET      one\nstate       OK\nplan        large_1_0, for this billing cycle\ntags        a=1 b=\n",
		"access key  ", ", Active\nused by     web-1\nlogged to   logs/one/\n")
	exampletest.Equal(t, buckets(server), []string{"other"})
}

func TestKeep(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-keep", "-region", "us-east-1")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, `In us-east-1: 7 done
one: kept
  to delete it: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name one
logs: kept
  to delete it: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name logs
`)
	// Without -instance there is none with -live.
	exampletest.Equal(t, changes(server), []string{
		"CreateBucket", "TagResource", "CreateBucketAccessKey", "CreateBucket", "UpdateBucket", "UpdateBucketBundle",
	})
	exampletest.Equal(t, buckets(server), []string{"logs", "one", "other"})
}

// The secret is where it was asked for, once, and nowhere else.
func TestSecret(t *testing.T) {
	for _, row := range []struct {
		args string
		want int
	}{
		{"", 0},
		{"-json", 0},
		{"-show-secret", 1},
		{"-show-secret -json", 1},
	} {
		server := some(t)
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
			var answer struct {
				AccessKey struct{ SecretAccessKey string }
			}
			if err := json.Unmarshal(body.Bytes(), &answer); err != nil {
				return nil, err
			}
			secret = answer.AccessKey.SecretAccessKey
			resp.Body = io.NopCloser(&body)
			return resp, nil
		}))
		got := live(t, t.Context(), server, strings.Fields(row.args)...)

		exampletest.Equal(t, got.Status, 0)
		if len(secret) != 40 {
			t.Fatalf("the secret has %d characters", len(secret))
		}
		if n := strings.Count(got.Stdout, secret); n != row.want {
			t.Errorf("%q: the secret is there %d times, want %d", row.args, n, row.want)
		}
		exampletest.Equal(t, strings.Contains(got.Stderr, secret), false)
	}
}

// Whatever fails, what was made is deleted, and no more.
func TestFailureCleansUp(t *testing.T) {
	for _, row := range []struct {
		operation, step string
		changes         string // after that
	}{
		{"TagResource", "tag          one", "DeleteBucket"},
		{"CreateBucketAccessKey", "access key  one", "DeleteBucket"},
		{"SetResourceAccessForBucket", "attach      one", "DeleteBucket"},
		{"UpdateBucket", "access logs  one", "DeleteBucket DeleteBucket"},
		{"UpdateBucketBundle", "change plan  one", "DeleteBucket DeleteBucket"},
		{"GetBucketAccessKeys", "look         one", "DeleteBucket DeleteBucket"},
	} {
		server := some(t)
		server.Inject(row.operation, denied)
		got := live(t, t.Context(), server, "-instance", "web-1")

		exampletest.Equal(t, got.Status, 1)
		exampletest.Contains(t, strings.Join(strings.Fields(got.Stdout), " "),
			strings.Join(strings.Fields(row.step), " ")+" failed: AccessDeniedException: not yours delete one done")
		exampletest.Contains(t, got.Stderr, " 1 failed\n", " one: operation error Lightsail: "+row.operation+", ", "RequestID: ", "\nbuckets: 1 failed\n")
		exampletest.Equal(t, strings.Contains(got.Stderr, "left behind"), false)
		all := strings.Join(changes(server), " ")
		if !strings.HasSuffix(all, row.changes) || strings.Count(all, "DeleteBucket") != strings.Count(row.changes, "DeleteBucket") {
			t.Errorf("%s: %s, want %s at the end", row.operation, all, row.changes)
		}
		exampletest.Equal(t, buckets(server), []string{"other"})
	}
}

func TestCreateIsRefused(t *testing.T) {
	server := some(t)
	server.Inject("CreateBucket", denied)
	got := live(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, steps(got), `STEP    BUCKET  RESULT
create  one     failed: AccessDeniedException: not yours
`)
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
	exampletest.Equal(t, strings.Contains(got.Stderr, "left behind"), false)
}

// Where the answer was lost, the bucket may be that of somebody else.
func TestBucketsOfUnknownOriginAreNotDeleted(t *testing.T) {
	server := some(t)
	server.Inject("CreateBucket", lightsailtest.DropAnswer())
	got := live(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got), "create  one     failed: ")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 0 done, 1 failed\n",
		"one: not known whether it was made here; if it was, it is left behind\n  to delete it: ")
	// It is tried once, and not again where the service has trouble of its own.
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
	exampletest.Equal(t, buckets(server), []string{"one", "other"})

	server = some(t)
	server.Inject("CreateBucket", lightsailtest.Status(503))
	got = live(t, t.Context(), server)
	exampletest.Contains(t, got.Stderr, "one: not known whether it was made here")
	exampletest.Equal(t, changes(server), []string{"CreateBucket"})
}

func TestOperationFailsLater(t *testing.T) {
	server := some(t)
	server.Inject("UpdateBucketBundle", lightsailtest.FailLater(0, "Broken", "no room"))
	got := live(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got),
		"change plan  one     failed: operation ", " (UpdateBucketBundle of one) ended as Failed: Broken: no room\n",
		"delete       one     done\ndelete       logs    done\n")
	exampletest.Equal(t, buckets(server), []string{"other"})
}

// A bucket that was to be made and never showed may still be to come.
func TestCreateFailsLater(t *testing.T) {
	server := some(t)
	server.Inject("CreateBucket", lightsailtest.FailLater(0, "", ""))
	got := live(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got), "create  one     failed: operation ", "delete  one     failed: NotFoundException: ")
	exampletest.Contains(t, got.Stderr, "one: perhaps left behind\n")
}

func TestDeleteFails(t *testing.T) {
	server := some(t)
	server.Inject("DeleteBucket", denied, lightsailtest.FailLater(0, "Broken", "it is stuck"))
	got := live(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got), "delete       one     failed: AccessDeniedException: not yours\ndelete       logs    failed: operation ", ": it is stuck\n")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 7 done, 2 failed\n", "one: left behind\n", "logs: perhaps left behind\n")
	exampletest.Equal(t, buckets(server), []string{"logs", "one", "other"})
}

func TestSomebodyElseDeletes(t *testing.T) {
	server := some(t)
	server.Inject("GetBucketAccessKeys", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		server.RemoveBuckets("logs")
		return next(r)
	}))
	got := live(t, t.Context(), server)
	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "In us-east-1: 9 done\n")
}

func TestOnlyNewBucketsAreUsed(t *testing.T) {
	server := some(t)
	exampletest.Equal(t, live(t, t.Context(), server, "-name", "other"), exampletest.Outcome{
		Status: 1, Stderr: "buckets: nothing was made: there is a bucket other already, and only new ones are used\n",
	})
	exampletest.Equal(t, live(t, t.Context(), server, "-destination", "other"), exampletest.Outcome{
		Status: 1, Stderr: "buckets: nothing was made: there is a bucket other already, and only new ones are used\n",
	})
	exampletest.Equal(t, changes(server), nil)

	server.Inject("GetBuckets", denied)
	exampletest.Contains(t, live(t, t.Context(), server).Stderr, "buckets: nothing was made: looking for bucket one: operation error Lightsail: GetBuckets")
}

func TestUnknownPlan(t *testing.T) {
	server := some(t)
	exampletest.Equal(t, live(t, t.Context(), server, "-next-bundle", "huge_1_0"), exampletest.Outcome{
		Status: 1,
		Stderr: "buckets: nothing was made: there is no plan huge_1_0 for buckets, only small_1_0, medium_1_0, large_1_0\n",
	})
	exampletest.Equal(t, changes(server), nil)
}

func TestInstanceIsMissing(t *testing.T) {
	server := some(t)
	got := live(t, t.Context(), server, "-instance", "web-2")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got), "attach      one     failed: NotFoundException: ", "web-2\ndelete      one     done\n")
	exampletest.Equal(t, buckets(server), []string{"other"})
}

func TestInterruptedCall(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("UpdateBucket", until(cancel))
	got := live(t, ctx, server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, steps(got), "access logs  one     interrupted: it may have been done or not\n")
	exampletest.Contains(t, got.Stderr, "In us-east-1: 4 done, 1 interrupted\naccess logs one: ",
		"\none: left behind\n  to delete it: ", "\nlogs: left behind\n  to delete it: ", "\nbuckets: interrupted\n")
	exampletest.Equal(t, changes(server), []string{"CreateBucket", "TagResource", "CreateBucketAccessKey", "CreateBucket", "UpdateBucket"})
}

func TestInterruptedCreate(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("CreateBucket", until(cancel))
	exampletest.Contains(t, live(t, ctx, server).Stderr, "one: not known whether it was made here", "\nbuckets: interrupted\n")
}

func TestInterruptedBetweenSteps(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBucketAccessKeys", after(cancel))
	got := live(t, ctx, server, "-json")

	exampletest.Equal(t, got.Status, 1)
	var document report
	if err := json.Unmarshal([]byte(got.Stdout), &document); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, document.Interrupted, true)
	exampletest.Equal(t, len(document.Left), 2)
	exampletest.Contains(t, got.Stderr, "one: left behind\n", "logs: left behind\n", "buckets: interrupted\n")
	exampletest.Equal(t, buckets(server), []string{"logs", "one", "other"})
}

func TestInterruptedDelete(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("DeleteBucket", until(cancel))
	got := live(t, ctx, server)

	exampletest.Contains(t, steps(got), "delete       one     interrupted: it may have been done or not\n")
	exampletest.Contains(t, got.Stderr, "one: perhaps left behind\n", "logs: left behind\n", "buckets: interrupted\n")
}

func TestInterruptedBeforeAnythingWasMade(t *testing.T) {
	server := some(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBucketBundles", until(cancel))
	got := live(t, ctx, server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	exampletest.Contains(t, got.Stderr, "buckets: nothing was made: reading the plans: ")
}

func TestJSON(t *testing.T) {
	got := local(t, "-json")
	exampletest.Equal(t, got.Status, 0)
	var document report
	d := json.NewDecoder(strings.NewReader(got.Stdout))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("there is more than one document")
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
	exampletest.Contains(t, got.Stdout, `"left": [],`, `"interrupted": false`)
}

func TestMisuse(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"-nosuch", "flag provided but not defined: -nosuch"},
		{"one", `unexpected argument "one"`},
		{"-live", "-name is required"},
		{"-live -name one", "-destination is required"},
		{"-name=", "-name is required"},
		{"-name one -destination one", "must be two names"},
		{"-bundle medium_1_0", "must be two plans"},
		{"-tag =value", "it has no key"},
		{"-endpoint-url http://localhost", "-endpoint-url needs -live"},
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

// Also where nobody can read the result, nothing is left without a word.
func TestResultCannotBePrinted(t *testing.T) {
	var stderr bytes.Buffer
	exampletest.Equal(t, run(t.Context(), []string{"-keep"}, broken{}, &stderr), 1)
	exampletest.Contains(t, stderr.String(), demoName+": kept\n", demoDestination+": kept\n", "buckets: no space\n")
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestNamesCannotUpsetATerminal(t *testing.T) {
	got := local(t, "-instance", "web\x1b[2J", "-tag", "a=\x1b[2J")
	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, strings.Contains(got.Stdout+got.Stderr, "\x1b"), false)
}
