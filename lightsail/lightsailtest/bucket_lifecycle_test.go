package lightsailtest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A bucket is created, tagged, changed, and deleted, with waiters and a lag.
func TestBucketLifecycle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t,
			lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 2}),
			lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
		client := server.Client(inProcess(server))
		ctx := t.Context()

		created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: alpha, BundleId: aws.String("small_1_0")}))
		if err := lightsail.NewOperationSucceededWaiter(client).Wait(ctx, created.Operations, time.Hour); err != nil {
			t.Fatal(err)
		}
		must[lightsail.TagResourceOutput](t)(client.TagResource(ctx, &lightsail.TagResourceInput{
			ResourceName: alpha, Tags: []types.Tag{{Key: aws.String("stage"), Value: aws.String("test")}},
		}))
		must[lightsail.UpdateBucketBundleOutput](t)(client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: aws.String("medium_1_0")}))
		key := must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: alpha}))
		must[lightsail.DeleteBucketAccessKeyOutput](t)(client.DeleteBucketAccessKey(ctx, &lightsail.DeleteBucketAccessKeyInput{
			BucketName: alpha, AccessKeyId: key.AccessKey.AccessKeyId,
		}))
		deleted := must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha}))
		if deleted.Operations[0].Status != types.OperationStatusStarted {
			t.Errorf("DeleteBucket with a lag: got operation records %+v, want Started", deleted.Operations)
		}
		if err := createBucket(ctx, client, *alpha); errorCode(err) != invalidInput {
			t.Errorf("CreateBucket while the old bucket is being deleted: got %v, want %s", err, invalidInput)
		}
		if _, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha}); errorCode(err) != "NotFoundException" {
			t.Errorf("DeleteBucket while the bucket is being deleted: got %v, want a NotFoundException", err)
		}
		if err := lightsail.NewBucketDeletedWaiter(client).Wait(ctx, &lightsail.GetBucketsInput{BucketName: alpha}, time.Hour); err != nil {
			t.Fatal(err)
		}
		if err := createBucket(ctx, client, *alpha); err != nil {
			t.Errorf("CreateBucket after the deletion: %v", err)
		}

		var records []string
		for _, op := range server.Snapshot().Operations {
			records = append(records, fmt.Sprint(op.OperationType, " ", op.Status))
		}
		wantEqual(t, "operation records", []string{
			"CreateBucket Succeeded", "TagResource Succeeded", "UpdateBucketBundle Succeeded", "CreateBucketAccessKey Succeeded",
			"DeleteBucketAccessKey Succeeded", "DeleteBucket Succeeded", "CreateBucket Started",
		}, records)
		polls := 0
		for _, call := range server.Calls() {
			if call.Operation == "GetBuckets" {
				polls++
			}
		}
		if polls != 3 {
			t.Errorf("BucketDeletedWaiter called GetBuckets %d times, want 3: twice with the deleted bucket, once without", polls)
		}
	})
}

func TestDeleteBucketInUse(t *testing.T) {
	server, client := newTestServer(t)
	ctx := t.Context()
	blockers := map[string]func(){
		"objects": func() { server.FillBuckets("alpha", "missing") },
		"access keys": func() {
			must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: alpha}))
		},
		"attached instances": func() {
			must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
				BucketName: alpha, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow,
			}))
		},
	}
	for blocker, add := range blockers {
		add()
		for _, force := range []*bool{nil, aws.Bool(false)} {
			_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: force})
			if errorCode(err) != invalidInput || !strings.Contains(err.Error(), "has "+blocker+".") {
				t.Errorf("bucket with %s, ForceDelete %v: got %v, want %s", blocker, aws.ToBool(force), err, invalidInput)
			}
		}
		must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: aws.Bool(true)}))
		_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: alpha})
		wantCode(t, "GetBuckets after the deletion", err, "NotFoundException")
		if err := createBucket(ctx, client, *alpha); err != nil {
			t.Fatalf("CreateBucket after the deletion: %v", err)
		}
	}

	out := must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha}))
	if op := out.Operations[0]; op.OperationType != types.OperationTypeDeleteBucket || *op.ResourceName != "alpha" || op.Status != types.OperationStatusSucceeded {
		t.Errorf("got operation records %+v, want DeleteBucket of alpha, Succeeded", out.Operations)
	}
	if n := len(server.Snapshot().Buckets); n != 0 {
		t.Errorf("got %d buckets, want 0", n)
	}
}

func TestUpdateBucketBundleOncePerMonth(t *testing.T) {
	now := time.Date(2026, 12, 31, 23, 59, 59, 0, time.UTC)
	server := lightsailtest.NewServer(t, lightsailtest.WithUnsigned(), lightsailtest.WithBuckets(types.Bucket{Name: alpha}),
		lightsailtest.WithClock(func() time.Time { return now }))
	client := server.Client(inProcess(server), func(o *lightsail.Options) { o.Credentials = aws.AnonymousCredentials{} })
	change := func(id string) error {
		_, err := client.UpdateBucketBundle(t.Context(), &lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: &id})
		return err
	}
	bucket := func() []any {
		b := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: alpha})).Buckets[0]
		return []any{*b.BundleId, *b.AbleToUpdateBundle}
	}

	wantCode(t, "bundle of instances", change("small_3_0"), invalidInput)
	wantEqual(t, "new bucket", []any{"small_1_0", true}, bucket())
	if err := change("large_1_0"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "after the first change", []any{"large_1_0", false}, bucket())
	wantCode(t, "second change in a month", change("small_1_0"), invalidInput)
	now = now.Add(time.Second)
	wantEqual(t, "in the next month", []any{"large_1_0", true}, bucket())
	if err := change("medium_1_0"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "after the change in the next month", []any{"medium_1_0", false}, bucket())
	now = now.AddDate(0, 1, 0)
	if b := server.Snapshot().Buckets[0]; !*b.AbleToUpdateBundle {
		t.Error("AbleToUpdateBundle is false in the month after the second change")
	}

	server.PutBuckets(types.Bucket{Name: alpha, AbleToUpdateBundle: aws.Bool(false)})
	now = now.AddDate(1, 0, 0)
	wantCode(t, "bucket added with AbleToUpdateBundle false", change("large_1_0"), invalidInput)
}

func TestSetResourceAccessForBucket(t *testing.T) {
	server, client := newTestServer(t)
	server.PutInstances(types.Instance{Name: aws.String("worker")})
	set := func(instance string, access types.ResourceBucketAccess) []types.Operation {
		t.Helper()
		return must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(t.Context(), &lightsail.SetResourceAccessForBucketInput{
			BucketName: alpha, ResourceName: &instance, Access: access,
		})).Operations
	}
	connected := func() []types.ResourceReceivingAccess {
		t.Helper()
		return must[lightsail.GetBucketsOutput](t)(client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{
			BucketName: alpha, IncludeConnectedResources: aws.Bool(true),
		})).Buckets[0].ResourcesReceivingAccess
	}
	instance := func(name string) types.ResourceReceivingAccess {
		return types.ResourceReceivingAccess{Name: &name, ResourceType: aws.String("Instance")}
	}

	var records []string
	for _, op := range set("web", types.ResourceBucketAccessAllow) {
		records = append(records, fmt.Sprint(op.OperationType, " ", op.ResourceType, " ", *op.ResourceName, " ", *op.OperationDetails, " ", *op.Location.AvailabilityZone))
	}
	wantEqual(t, "operation records", []string{
		"SetResourceAccessForBucket Bucket alpha web all",
		"SetResourceAccessForBucket Instance web alpha us-east-1a",
	}, records)
	set("worker", types.ResourceBucketAccessAllow)
	set("worker", types.ResourceBucketAccessAllow)
	wantEqual(t, "after allowing two instances", []types.ResourceReceivingAccess{instance("web"), instance("worker")}, connected())
	set("web", types.ResourceBucketAccessDeny)
	set("web", types.ResourceBucketAccessDeny)
	wantEqual(t, "after denying one instance", []types.ResourceReceivingAccess{instance("worker")}, connected())

	_, err := client.SetResourceAccessForBucket(t.Context(), &lightsail.SetResourceAccessForBucketInput{
		BucketName: alpha, ResourceName: aws.String("missing"), Access: types.ResourceBucketAccessAllow,
	})
	wantCode(t, "unknown instance", err, "NotFoundException")
}

// A bucket can be deleted while it is still pending, and has no state then.
func TestDeletePendingBucket(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{State: "pending", Polls: 5}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}))
	if err := createBucket(t.Context(), client, "beta"); err != nil {
		t.Fatal(err)
	}
	beta := aws.String("beta")
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(t.Context(), &lightsail.DeleteBucketInput{BucketName: beta}))
	out := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: beta}))
	if state := out.Buckets[0].State; state != nil {
		t.Errorf("got state %+v of the bucket that is being deleted, want none", state)
	}
	_, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: beta})
	wantCode(t, "after the last poll", err, "NotFoundException")
}
