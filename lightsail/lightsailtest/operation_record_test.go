package lightsailtest_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// statuses asks n times for an operation.
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

func TestGetOperation(t *testing.T) {
	_, client := newLife(t)
	created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
		BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
	}))
	out := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: created.Operations[0].Id}))
	wantEqual(t, "what was finished at once", &created.Operations[0], out.Operation)

	_, err := client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: aws.String("nowhere")})
	wantCode(t, "an operation that does not exist", err, "NotFoundException")
}

func TestFinishLater(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	begun := now
	server, client := newLife(t, lightsailtest.WithClock(func() time.Time { return now }))
	server.Inject("SetResourceAccessForBucket", lightsailtest.FinishLater(2))
	allow := &lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow}
	ops := must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(t.Context(), allow)).Operations
	if ops[0].Status != started || *ops[0].IsTerminal {
		t.Errorf("answered as %+v", ops[0])
	}
	if n := len(server.Snapshot().Buckets[0].ResourcesReceivingAccess); n != 1 {
		t.Error("what was asked is not done")
	}

	now = now.Add(time.Minute)
	wantEqual(t, "looks", []types.OperationStatus{started, started, succeeded, succeeded}, statuses(t, client, ops[0], 4))
	wantEqual(t, "looks at the other one", []types.OperationStatus{started}, statuses(t, client, ops[1], 1))
	op := server.Snapshot().Operations[0]
	if !*op.IsTerminal || !op.StatusChangedAt.Equal(now) || !op.CreatedAt.Equal(begun) || op.ErrorCode != nil || op.ErrorDetails != nil {
		t.Errorf("it ended as %+v", op)
	}

	// The next call is as always.
	ops = must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(t.Context(), allow)).Operations
	if ops[0].Status != succeeded {
		t.Errorf("the next call is answered as %+v", ops[0])
	}
}

func TestFailLater(t *testing.T) {
	server, client := newLife(t)
	server.FillBuckets("alpha")
	before := server.Snapshot()
	server.Inject("", lightsailtest.FailLater(1, "Odd", "It is odd.").Always())
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
		t.Fatalf("%d operations, want 8", len(ops))
	}
	for _, op := range ops {
		if op.Status != started {
			t.Errorf("%s is answered as %s", op.OperationType, op.Status)
		}
		wantEqual(t, "looks", []types.OperationStatus{started, failed, failed}, statuses(t, client, op, 3))
	}
	after := server.Snapshot()
	for _, op := range after.Operations {
		if aws.ToString(op.ErrorCode) != "Odd" || aws.ToString(op.ErrorDetails) != "It is odd." || !*op.IsTerminal {
			t.Errorf("%s ended as %+v", op.OperationType, op)
		}
	}
	after.Operations = nil
	wantEqual(t, "the state after what failed", before, after)

	// What is refused starts nothing that could fail.
	_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha})
	wantCode(t, "what is refused", err, invalidInput)

	server.ResetFaults()
	server.Inject("TagResource", lightsailtest.FailLater(0, "", ""))
	op := must[lightsail.TagResourceOutput](t)(client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: alpha, Tags: []types.Tag{}})).Operations[0]
	if op.Status != failed || !*op.IsTerminal || op.ErrorCode != nil || op.ErrorDetails != nil {
		t.Errorf("what fails at once is answered as %+v", op)
	}
}

// Code that waits for operations, and code that waits for buckets, comes to the
// same end.
func TestOperationsOfLaggingBuckets(t *testing.T) {
	_, client := newLife(t, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1, Deleted: 1}))
	ctx := t.Context()
	created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{
		BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
	})).Operations[0]
	wantEqual(t, "looks at its creation", []types.OperationStatus{started, started, succeeded}, statuses(t, client, created, 3))
	get := &lightsail.GetBucketsInput{BucketName: aws.String("beta")}
	out := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, get))
	if state := out.Buckets[0].State; state == nil || *state.Code != "OK" {
		t.Errorf("the bucket is in the state %v", state)
	}

	deleted := must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: aws.String("beta")})).Operations[0]
	must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, get))
	_, err := client.GetBuckets(ctx, get)
	wantCode(t, "after a look", err, "NotFoundException")
	wantEqual(t, "looks at its end", []types.OperationStatus{succeeded}, statuses(t, client, deleted, 1))
	wantEqual(t, "looks at its creation, later", []types.OperationStatus{succeeded}, statuses(t, client, created, 1))
}

func TestWaitForOperations(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, client := newLife(t)
		server.Inject("UpdateBucketBundle", lightsailtest.FinishLater(3), lightsailtest.FailLater(1, "Odd", "It is odd."))
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
		if !errors.As(err, &failure) || *failure.Operation.ErrorCode != "Odd" || *failure.Operation.ErrorDetails != "It is odd." {
			t.Errorf("got %v, want that it failed", err)
		}
	})
}
