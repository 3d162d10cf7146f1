package lightsailtest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// alpha is the name of the bucket that most of these tests are about.
var alpha = aws.String("alpha")

// newLife returns a server with the bucket alpha and the instance web, and a
// client of it.
func newLife(t *testing.T, opts ...lightsailtest.Option) (*lightsailtest.Server, *lightsail.Client) {
	t.Helper()
	server := lightsailtest.NewServer(t, append([]lightsailtest.Option{
		lightsailtest.WithBuckets(types.Bucket{Name: alpha}),
		lightsailtest.WithInstances(lightsailtest.Instance{Name: "web"}),
	}, opts...)...)
	return server, server.Client(inProcess(server))
}

// must fails the test where a call failed.
func must[Out any](t *testing.T) func(out *Out, err error) *Out {
	return func(out *Out, err error) *Out {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

func wantCode(t *testing.T, what string, err error, code string) {
	t.Helper()
	if got := errorCode(err); got != code {
		t.Errorf("%s: got %v, want %s", what, err, code)
	}
}

func wantEqual(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// Everything that a bucket goes through, as a program would have it.
func TestLife(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t,
			lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1, Deleted: 2}),
			lightsailtest.WithInstances(lightsailtest.Instance{Name: "web"}))
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
			t.Errorf("a bucket that still shows is deleted as %+v", deleted.Operations)
		}
		if err := createBucket(ctx, client, *alpha); errorCode(err) != invalidInput {
			t.Errorf("the name of a bucket that still shows: got %v", err)
		}
		if _, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha}); errorCode(err) != "NotFoundException" {
			t.Errorf("to delete a bucket again that still shows: got %v", err)
		}
		if err := lightsail.NewBucketDeletedWaiter(client).Wait(ctx, &lightsail.GetBucketsInput{BucketName: alpha}, time.Hour); err != nil {
			t.Fatal(err)
		}
		if err := createBucket(ctx, client, *alpha); err != nil {
			t.Errorf("the name of a bucket that is gone: got %v", err)
		}

		var steps []string
		for _, op := range server.Snapshot().Operations {
			steps = append(steps, fmt.Sprint(op.OperationType, " ", op.Status))
		}
		wantEqual(t, "operations", []string{
			"CreateBucket Succeeded", "TagResource Succeeded", "UpdateBucketBundle Succeeded", "CreateBucketAccessKey Succeeded",
			"DeleteBucketAccessKey Succeeded", "DeleteBucket Succeeded", "CreateBucket Started",
		}, steps)
		looks := 0
		for _, call := range server.Calls() {
			if call.Operation == "GetBuckets" {
				looks++
			}
		}
		if looks != 3 {
			t.Errorf("it took %d looks until the bucket was gone, want 2 at which it showed, and 1", looks)
		}
	})
}

func TestDeleteBucket(t *testing.T) {
	server, client := newLife(t)
	ctx := t.Context()
	uses := map[string]func(){
		"objects": func() { server.FillBuckets("alpha", "nowhere") },
		"access keys": func() {
			must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: alpha}))
		},
		"attached instances": func() {
			must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
				BucketName: alpha, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow,
			}))
		},
	}
	for use, begin := range uses {
		begin()
		for _, force := range []*bool{nil, aws.Bool(false)} {
			_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: force})
			if errorCode(err) != invalidInput || !strings.Contains(err.Error(), "has "+use+".") {
				t.Errorf("a bucket with %s is deleted with force %v: %v", use, force, err)
			}
		}
		must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: aws.Bool(true)}))
		_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: alpha})
		wantCode(t, "after that", err, "NotFoundException")
		if err := createBucket(ctx, client, *alpha); err != nil {
			t.Fatalf("the name is not free: %v", err)
		}
	}

	out := must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: alpha}))
	if op := out.Operations[0]; op.OperationType != types.OperationTypeDeleteBucket || *op.ResourceName != "alpha" || op.Status != types.OperationStatusSucceeded {
		t.Errorf("operations %+v", out.Operations)
	}
	if n := len(server.Snapshot().Buckets); n != 0 {
		t.Errorf("%d buckets are left", n)
	}
}

// The catalogue that is published, beside the server's.
func TestPublishedCatalogue(t *testing.T) {
	data, err := os.ReadFile("../../../shared/facts/catalogue.json")
	if err != nil {
		t.Skip("../shared/facts/catalogue.json is not beside the repository")
	}
	var catalogue struct {
		BucketBundles []types.BucketBundle
		Regions       []struct{ Value types.Region }
	}
	if err := json.Unmarshal(data, &catalogue); err != nil {
		t.Fatal(err)
	}
	_, client := newLife(t)
	bundles := must[lightsail.GetBucketBundlesOutput](t)(client.GetBucketBundles(t.Context(), &lightsail.GetBucketBundlesInput{IncludeInactive: aws.Bool(true)}))
	wantEqual(t, "bundles", catalogue.BucketBundles, bundles.Bundles)
	got := must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), nil))
	var want []types.Region
	for _, region := range catalogue.Regions {
		want = append(want, region.Value)
	}
	wantEqual(t, "Regions", want, got.Regions)
}

func TestGetBucketBundles(t *testing.T) {
	_, client := newLife(t)
	out := must[lightsail.GetBucketBundlesOutput](t)(client.GetBucketBundles(t.Context(), nil))
	if len(out.Bundles) != 3 {
		t.Fatalf("%d bundles, want 3", len(out.Bundles))
	}
	wantEqual(t, "the second", types.BucketBundle{
		BundleId:             aws.String("medium_1_0"),
		IsActive:             aws.Bool(true),
		Name:                 aws.String("Object Storage 100GB"),
		Price:                aws.Float32(3),
		StoragePerMonthInGb:  aws.Int32(100),
		TransferPerMonthInGb: aws.Int32(250),
	}, out.Bundles[1])
	for i, bundle := range out.Bundles {
		if _, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
			BucketName: aws.String(fmt.Sprintf("bucket-%d", i)), BundleId: bundle.BundleId,
		}); err != nil {
			t.Errorf("a bucket cannot have the bundle %s: %v", *bundle.BundleId, err)
		}
	}
}

func TestGetRegions(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys))
	_, _, body := send(t, server.HTTPClient(), newRequest("GetRegions", `{}`).sign(t, "http://anywhere/"))
	const ohio = `{"availabilityZones":[],"continentCode":"NA","description":"Recommended for users near Ohio","displayName":"Ohio",` +
		`"name":"us-east-2","relationalDatabaseAvailabilityZones":[]}`
	if !strings.Contains(body, ohio) {
		t.Errorf("got %s, want in it %s", body, ohio)
	}

	client := server.Client(inProcess(server))
	region := func(in lightsail.GetRegionsInput) types.Region {
		t.Helper()
		return must[lightsail.GetRegionsOutput](t)(client.GetRegions(t.Context(), &in)).Regions[1]
	}
	zones := []types.AvailabilityZone{
		{State: aws.String("available"), ZoneName: aws.String("us-east-2a")},
		{State: aws.String("available"), ZoneName: aws.String("us-east-2b")},
		{State: aws.String("available"), ZoneName: aws.String("us-east-2c")},
	}
	got := region(lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)})
	wantEqual(t, "zones", zones, got.AvailabilityZones)
	wantEqual(t, "zones for databases, not asked for", []types.AvailabilityZone{}, got.RelationalDatabaseAvailabilityZones)
	got = region(lightsail.GetRegionsInput{IncludeRelationalDatabaseAvailabilityZones: aws.Bool(true)})
	wantEqual(t, "zones, not asked for", []types.AvailabilityZone{}, got.AvailabilityZones)
	wantEqual(t, "zones for databases", zones, got.RelationalDatabaseAvailabilityZones)
}

func TestUpdateBucketBundle(t *testing.T) {
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

	wantCode(t, "a bundle of instances", change("small_3_0"), invalidInput)
	wantEqual(t, "at first", []any{"small_1_0", true}, bucket())
	if err := change("large_1_0"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "changed", []any{"large_1_0", false}, bucket())
	wantCode(t, "a second change", change("small_1_0"), invalidInput)
	now = now.Add(time.Second)
	wantEqual(t, "in the next cycle", []any{"large_1_0", true}, bucket())
	if err := change("medium_1_0"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "changed again", []any{"medium_1_0", false}, bucket())
	now = now.AddDate(0, 1, 0)
	if b := server.Snapshot().Buckets[0]; !*b.AbleToUpdateBundle {
		t.Error("in the cycle after that it is not able to change")
	}

	server.PutBuckets(types.Bucket{Name: alpha, AbleToUpdateBundle: aws.Bool(false)})
	now = now.AddDate(1, 0, 0)
	wantCode(t, "a bucket put there as one that was changed", change("large_1_0"), invalidInput)
}

func TestSetResourceAccessForBucket(t *testing.T) {
	server, client := newLife(t)
	server.PutInstances(lightsailtest.Instance{Name: "worker"})
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
	wantEqual(t, "records", []string{
		"SetResourceAccessForBucket Bucket alpha web all",
		"SetResourceAccessForBucket Instance web alpha us-east-1a",
	}, records)
	set("worker", types.ResourceBucketAccessAllow)
	set("worker", types.ResourceBucketAccessAllow)
	wantEqual(t, "both", []types.ResourceReceivingAccess{instance("web"), instance("worker")}, connected())
	set("web", types.ResourceBucketAccessDeny)
	set("web", types.ResourceBucketAccessDeny)
	wantEqual(t, "one", []types.ResourceReceivingAccess{instance("worker")}, connected())

	_, err := client.SetResourceAccessForBucket(t.Context(), &lightsail.SetResourceAccessForBucketInput{
		BucketName: alpha, ResourceName: aws.String("nowhere"), Access: types.ResourceBucketAccessAllow,
	})
	wantCode(t, "an instance that does not exist", err, "NotFoundException")
}

func TestTags(t *testing.T) {
	server, client := newLife(t)
	ctx := t.Context()
	tag := func(key, value string) types.Tag { return types.Tag{Key: &key, Value: &value} }
	tagsOf := func(resource string) []types.Tag {
		state := server.Snapshot()
		if resource == "web" {
			return state.Instances[0].Tags
		}
		return state.Buckets[0].Tags
	}
	arns := map[string]*string{"alpha": server.Snapshot().Buckets[0].Arn, "web": nil}
	for resource, arn := range arns {
		put := func(tags ...types.Tag) ([]types.Operation, error) {
			out, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: &resource, ResourceArn: arn, Tags: tags})
			if err != nil {
				return nil, err
			}
			return out.Operations, nil
		}
		ops, err := put(tag("stage", "test"), types.Tag{Key: aws.String("key only")})
		if err != nil {
			t.Fatal(err)
		}
		if len(ops) != 1 || *ops[0].ResourceName != resource || ops[0].Status != types.OperationStatusSucceeded {
			t.Errorf("%s: operations %+v", resource, ops)
		}
		if _, err := put(tag("Stage", "another"), tag("stage", "live")); err != nil {
			t.Fatal(err)
		}
		want := []types.Tag{tag("stage", "live"), tag("key only", ""), tag("Stage", "another")}
		wantEqual(t, resource, want, tagsOf(resource))

		var more []types.Tag
		for i := range 47 {
			more = append(more, tag(fmt.Sprint(i), ""))
		}
		if _, err := put(more...); err != nil {
			t.Errorf("%s: 50 tags: %v", resource, err)
		}
		_, err = put(tag("one more", ""))
		wantCode(t, "51 tags", err, invalidInput)
		if _, err := put(tag("stage", "still")); err != nil {
			t.Errorf("%s: to overwrite one of 50: %v", resource, err)
		}

		gone := []string{"Stage", "nothing has this"}
		for i := range 47 {
			gone = append(gone, fmt.Sprint(i))
		}
		must[lightsail.UntagResourceOutput](t)(client.UntagResource(ctx, &lightsail.UntagResourceInput{ResourceName: &resource, ResourceArn: arn, TagKeys: gone}))
		wantEqual(t, resource+", untagged", []types.Tag{tag("stage", "still"), tag("key only", "")}, tagsOf(resource))
	}
	_, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: alpha, ResourceArn: aws.String("arn:aws:lightsail:us-east-1:1:Bucket/x"), Tags: []types.Tag{}})
	wantCode(t, "the ARN of another bucket", err, invalidInput)
}

// The rules that an input alone can break.
func TestRefusedInputs(t *testing.T) {
	server, _ := newLife(t, lightsailtest.WithCredentials(keys))
	before := server.Snapshot()
	bad, small, web := aws.String("Alpha"), aws.String("small_1_0"), aws.String("web")
	tests := []struct {
		operation string
		in        any
		says      string
	}{
		{"DeleteBucket", lightsail.DeleteBucketInput{}, "bucketName: it is required"},
		{"DeleteBucket", lightsail.DeleteBucketInput{BucketName: bad}, "bucketName: it must be"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BundleId: small}, "bucketName: it is required"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BucketName: alpha}, "bundleId: it is required"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: aws.String("huge")}, "bundleId: there is no such plan"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: web}, "access: it must be allow or deny"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: web, Access: "read-only"}, "access: it must be allow or deny"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, Access: "allow"}, "resourceName: it is required"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: bad, ResourceName: web, Access: "allow"}, "bucketName: it must be"},
		{"TagResource", lightsail.TagResourceInput{Tags: []types.Tag{}}, "resourceName: it is required"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha}, "tags: it is required"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha, Tags: make([]types.Tag, 51)}, "tags: there are more than 50"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha, Tags: []types.Tag{{Key: aws.String("aws:k")}}}, "tags[0].key: it must not begin with aws:"},
		{"UntagResource", lightsail.UntagResourceInput{TagKeys: []string{}}, "resourceName: it is required"},
		{"UntagResource", lightsail.UntagResourceInput{ResourceName: alpha}, "tagKeys: it is required"},
		{"CreateBucketAccessKey", lightsail.CreateBucketAccessKeyInput{}, "bucketName: it is required"},
		{"GetBucketAccessKeys", lightsail.GetBucketAccessKeysInput{BucketName: bad}, "bucketName: it must be"},
		{"DeleteBucketAccessKey", lightsail.DeleteBucketAccessKeyInput{BucketName: alpha}, "accessKeyId: it is required"},
		{"DeleteBucketAccessKey", lightsail.DeleteBucketAccessKeyInput{BucketName: bad, AccessKeyId: web}, "bucketName: it must be"},
		{"GetOperation", lightsail.GetOperationInput{}, "operationId: it is required"},
	}
	for _, test := range tests {
		wantInvalidInput(t, server, test.operation, test.in, test.says)
	}
	wantEqual(t, "the state after what was refused", before, server.Snapshot())
}

// Neither a bucket that is nowhere nor one that does not show yet is found.
func TestNotFound(t *testing.T) {
	_, client := newLife(t, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1}))
	ctx := t.Context()
	if err := createBucket(ctx, client, "hidden"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []*string{aws.String("nowhere"), aws.String("hidden")} {
		calls := map[string]func() error{
			"DeleteBucket": func() error {
				_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: name, ForceDelete: aws.Bool(true)})
				return err
			},
			"UpdateBucketBundle": func() error {
				_, err := client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: name, BundleId: aws.String("small_1_0")})
				return err
			},
			"SetResourceAccessForBucket": func() error {
				_, err := client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
					BucketName: name, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow,
				})
				return err
			},
			"TagResource": func() error {
				_, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: name, Tags: []types.Tag{}})
				return err
			},
			"UntagResource": func() error {
				_, err := client.UntagResource(ctx, &lightsail.UntagResourceInput{ResourceName: name, TagKeys: []string{}})
				return err
			},
			"CreateBucketAccessKey": func() error {
				_, err := client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: name})
				return err
			},
			"GetBucketAccessKeys": func() error {
				_, err := client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: name})
				return err
			},
			"DeleteBucketAccessKey": func() error {
				_, err := client.DeleteBucketAccessKey(ctx, &lightsail.DeleteBucketAccessKeyInput{BucketName: name, AccessKeyId: aws.String("any")})
				return err
			},
		}
		for operation, call := range calls {
			if err := call(); !lightsail.IsNotFound(err) {
				t.Errorf("%s of %s: got %v, want a NotFoundException", operation, *name, err)
			}
		}
	}
}

// The server has every operation of the client: it reads its input, keeps the
// call and lets it meet faults.
func TestEveryOperation(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := reflect.ValueOf(server.Client(inProcess(server)))
	ctx := reflect.TypeFor[context.Context]()
	operations := 0
	for i := range client.NumMethod() {
		method, name := client.Method(i), client.Type().Method(i).Name
		if kind := method.Type(); kind.NumIn() < 2 || kind.In(0) != ctx {
			continue
		}
		operations++
		server.ResetCalls()
		server.Inject(name, lightsailtest.Error(&types.AccessDeniedException{}))
		in := reflect.New(method.Type().In(1).Elem())
		for i := range in.Elem().NumField() {
			switch field := in.Elem().Field(i); field.Interface().(type) {
			case *string:
				field.Set(reflect.ValueOf(alpha))
			case types.ResourceBucketAccess:
				field.SetString("allow")
			case []types.Tag, []string:
				field.Set(reflect.MakeSlice(field.Type(), 0, 0))
			}
		}
		err, _ := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), in})[1].Interface().(error)
		if !errors.As(err, new(*types.AccessDeniedException)) {
			t.Errorf("%s: got %v, want the fault", name, err)
			continue
		}
		server.AssertCalls(t, name)
		if code := server.Calls()[0].Code; code != "AccessDeniedException" {
			t.Errorf("%s: the call's code is %q", name, code)
		}
		if got := reflect.TypeOf(server.Calls()[0].Input); got != in.Type() {
			t.Errorf("%s: the call's input is a %v", name, got)
		}
	}
	if operations != 17 {
		t.Errorf("the client has %d operations", operations)
	}
}
