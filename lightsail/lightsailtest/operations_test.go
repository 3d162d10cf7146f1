package lightsailtest_test

import (
	"errors"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// statuses calls GetOperation n times for an operation record.
func statuses(t *testing.T, client *lightsail.Client, op types.Operation, n int) (statuses []types.OperationStatus) {
	t.Helper()
	for range n {
		out := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: op.Id}))
		statuses = append(statuses, out.Operation.Status)
	}
	return statuses
}

const (
	started   = types.OperationStatusStarted
	succeeded = types.OperationStatusSucceeded
	failed    = types.OperationStatusFailed
)

func TestGetOperationFinishedRecord(t *testing.T) {
	_, client := newTestServer(t)
	created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
		BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
	}))
	out := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: created.Operations[0].Id}))
	wantEqual(t, "operation record that was finished immediately", &created.Operations[0], out.Operation)

	_, err := client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: aws.String("missing")})
	wantCode(t, "unknown ID", err, "NotFoundException")
}

func TestFinishLater(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	start := now
	server, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }))
	server.Inject("SetResourceAccessForBucket", lightsailtest.FinishLater(2))
	allow := &lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow}
	ops := must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(t.Context(), allow)).Operations
	if ops[0].Status != started || *ops[0].IsTerminal {
		t.Errorf("output: got operation record %+v, want Started and not terminal", ops[0])
	}
	if n := len(server.Snapshot().Buckets[0].ResourcesReceivingAccess); n != 1 {
		t.Errorf("got %d instances with access, want 1: FinishLater must not delay the effect", n)
	}

	now = now.Add(time.Minute)
	wantEqual(t, "polls of the first record", []types.OperationStatus{started, started, succeeded, succeeded}, statuses(t, client, ops[0], 4))
	wantEqual(t, "poll of the second record", []types.OperationStatus{started}, statuses(t, client, ops[1], 1))
	op := server.Snapshot().Operations[0]
	if !*op.IsTerminal || !op.StatusChangedAt.Equal(now) || !op.CreatedAt.Equal(start) || op.ErrorCode != nil || op.ErrorDetails != nil {
		t.Errorf("finished operation record: got %+v", op)
	}

	// The fault does not apply to the next call.
	ops = must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(t.Context(), allow)).Operations
	if ops[0].Status != succeeded {
		t.Errorf("next call: got operation record %+v, want Succeeded", ops[0])
	}
}

func TestFailLater(t *testing.T) {
	server, client := newTestServer(t)
	server.FillBuckets("alpha")
	before := server.Snapshot()
	server.Inject("", lightsailtest.FailLater(1, "TestError", "test details").Always())
	ctx := t.Context()

	var ops []types.Operation
	ops = append(ops, must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: aws.String("beta"), BundleId: aws.String("small_1_0")})).Operations...)
	ops = append(ops, must[lightsail.UpdateBucketOutput](t)(client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: alpha, Versioning: aws.String("Enabled")})).Operations...)
	ops = append(ops, must[lightsail.UpdateBucketBundleOutput](t)(client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: aws.String("large_1_0")})).Operations...)
	ops = append(ops, must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: aws.String("web"), Access: "allow"})).Operations...)
	ops = append(ops, must[lightsail.TagResourceOutput](t)(client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: aws.String("web"), Tags: []types.Tag{{Key: aws.String("k")}}})).Operations...)
	ops = append(ops, must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: alpha})).Operations...)
	ops = append(ops, must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: aws.Bool(true)})).Operations...)
	if len(ops) != 8 {
		t.Fatalf("got %d operation records, want 8", len(ops))
	}
	for _, op := range ops {
		if op.Status != started {
			t.Errorf("%s: output has status %s, want Started", op.OperationType, op.Status)
		}
		wantEqual(t, "polls", []types.OperationStatus{started, failed, failed}, statuses(t, client, op, 3))
	}
	after := server.Snapshot()
	for _, op := range after.Operations {
		if aws.ToString(op.ErrorCode) != "TestError" || aws.ToString(op.ErrorDetails) != "test details" || !*op.IsTerminal {
			t.Errorf("%s: finished operation record: got %+v", op.OperationType, op)
		}
	}
	after.Operations = nil
	wantEqual(t, "state after the failed API operations", before, after)

	// An API operation that returns an error adds no operation record.
	_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha})
	wantCode(t, "DeleteBucket without ForceDelete", err, invalidInput)

	server.ResetFaults()
	server.Inject("TagResource", lightsailtest.FailLater(0, "", ""))
	op := must[lightsail.TagResourceOutput](t)(client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: alpha, Tags: []types.Tag{}})).Operations[0]
	if op.Status != failed || !*op.IsTerminal || op.ErrorCode != nil || op.ErrorDetails != nil {
		t.Errorf("FailLater(0): got operation record %+v, want Failed in the output", op)
	}
}

// Polls of operation records and polls of buckets advance the same lag.
func TestLagPolledByGetOperation(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}))
	ctx := t.Context()
	created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{
		BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
	})).Operations[0]
	wantEqual(t, "polls of the record of the creation", []types.OperationStatus{started, started, succeeded}, statuses(t, client, created, 3))
	get := &lightsail.GetBucketsInput{BucketName: aws.String("beta")}
	out := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, get))
	if state := out.Buckets[0].State; state == nil || *state.Code != "OK" {
		t.Errorf("got bucket state %v, want OK", state)
	}

	deleted := must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: aws.String("beta")})).Operations[0]
	must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, get))
	_, err := client.GetBuckets(ctx, get)
	wantCode(t, "second poll of the deleted bucket", err, "NotFoundException")
	wantEqual(t, "poll of the record of the deletion", []types.OperationStatus{succeeded}, statuses(t, client, deleted, 1))
	wantEqual(t, "later poll of the record of the creation", []types.OperationStatus{succeeded}, statuses(t, client, created, 1))
}

func TestOperationSucceededWaiter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, client := newTestServer(t)
		server.Inject("UpdateBucketBundle", lightsailtest.FinishLater(3), lightsailtest.FailLater(1, "TestError", "test details"))
		in := &lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: aws.String("large_1_0")}
		waiter := lightsail.NewOperationSucceededWaiter(client)

		out := must[lightsail.UpdateBucketBundleOutput](t)(client.UpdateBucketBundle(t.Context(), in))
		if err := waiter.Wait(t.Context(), out.Operations, time.Hour); err != nil {
			t.Fatal(err)
		}
		server.AssertCalls(t, "UpdateBucketBundle", "GetOperation", "GetOperation", "GetOperation", "GetOperation")

		server.PutBuckets(types.Bucket{Name: alpha})
		out = must[lightsail.UpdateBucketBundleOutput](t)(client.UpdateBucketBundle(t.Context(), in))
		err := waiter.Wait(t.Context(), out.Operations, time.Hour)
		var failure *lightsail.OperationFailedError
		if !errors.As(err, &failure) || *failure.Operation.ErrorCode != "TestError" || *failure.Operation.ErrorDetails != "test details" {
			t.Errorf("got %v, want an OperationFailedError", err)
		}
	})
}

// GetOperations returns the newest records first, in pages, and GetOperationsForResource
// those of one resource, even after its deletion. Records that are added between two
// pages do not shift the next one.
func TestGetOperations(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(2))
	ctx := t.Context()
	for _, name := range []string{"one", "two", "three"} {
		if err := createBucket(ctx, client, name); err != nil {
			t.Fatal(err)
		}
	}
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: aws.String("one")}))

	var got []string
	paginator := lightsail.NewGetOperationsPaginator(client, nil)
	for paginator.HasMorePages() {
		page := must[lightsail.GetOperationsOutput](t)(paginator.NextPage(ctx))
		for _, op := range page.Operations {
			got = append(got, string(op.OperationType)+" "+*op.ResourceName)
		}
		if err := createBucket(ctx, client, "later-"+strconv.Itoa(len(got))); err != nil {
			t.Fatal(err)
		}
	}
	wantEqual(t, "all records", []string{"DeleteBucket one", "CreateBucket three", "CreateBucket two", "CreateBucket one"}, got)

	got = nil
	for op, err := range lightsail.NewGetOperationsForResourcePaginator(client, &lightsail.GetOperationsForResourceInput{ResourceName: aws.String("one")}).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(op.OperationType))
	}
	wantEqual(t, "records of one", []string{"DeleteBucket", "CreateBucket"}, got)
	_, err := client.GetOperationsForResource(ctx, &lightsail.GetOperationsForResourceInput{ResourceName: aws.String("missing")})
	wantCode(t, "unknown name", err, "NotFoundException")
}

// Names of all types of resources are in use, also while a resource is hidden or being
// deleted.
func TestGetActiveNames(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithLag(
		lightsailtest.Lag{Name: "hidden", State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{Name: "alpha", State: lightsailtest.Deleted, Polls: 1}))
	if err := createBucket(t.Context(), client, "hidden"); err != nil {
		t.Fatal(err)
	}
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(t.Context(), &lightsail.DeleteBucketInput{BucketName: alpha}))
	var names []string
	for name, err := range lightsail.NewGetActiveNamesPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	wantEqual(t, "active names", []string{"alpha", "hidden", "web"}, names)
	wantCode(t, "new bucket with the name of an instance", createBucket(t.Context(), client, "web"), invalidInput)
}
