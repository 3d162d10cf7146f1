package lightsailtest

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

// begun is when the servers of these tests begin.
var begun = time.Date(2026, 1, 31, 23, 59, 59, 0, time.UTC)

// newTestState returns a state that holds the bucket alpha and the instance web.
func newTestState(t *testing.T) (st *state, alpha *bucket) {
	t.Helper()
	st = NewServer(t,
		WithBuckets(types.Bucket{Name: aws.String("alpha")}),
		WithInstances(Instance{Name: "web"}),
		WithClock(func() time.Time { return begun })).state
	return st, st.buckets["alpha"]
}

// An operation on two resources has two records, each of which takes its time.
func TestRecords(t *testing.T) {
	st, _ := newTestState(t)
	var ops []types.Operation
	st.carryOut(ending{looks: 1, failed: true, code: "Odd", details: "It is odd."}, func() {
		alpha, _ := st.resource("alpha", nil)
		web, _ := st.resource("web", nil)
		ops = st.record(begun, types.OperationTypeSetResourceAccessForBucket, alpha, web)
	})

	later := begun.Add(time.Minute)
	first := st.operations[0]
	for range 2 {
		st.look(first, later)
	}
	want := types.Operation{
		CreatedAt:        &begun,
		ErrorCode:        aws.String("Odd"),
		ErrorDetails:     aws.String("It is odd."),
		Id:               ops[0].Id,
		IsTerminal:       aws.Bool(true),
		Location:         &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		OperationDetails: aws.String("web"),
		OperationType:    types.OperationTypeSetResourceAccessForBucket,
		ResourceName:     aws.String("alpha"),
		ResourceType:     types.ResourceTypeBucket,
		Status:           types.OperationStatusFailed,
		StatusChangedAt:  &later,
	}
	if diff := cmp.Diff(want, st.look(first, later.Add(time.Minute))); diff != "" {
		t.Errorf("after a look (-want +got):\n%s", diff)
	}

	want = types.Operation{
		CreatedAt:        &begun,
		Id:               ops[1].Id,
		IsTerminal:       aws.Bool(false),
		Location:         &types.ResourceLocation{AvailabilityZone: aws.String("us-east-1a"), RegionName: types.RegionNameUsEast1},
		OperationDetails: aws.String("alpha"),
		OperationType:    types.OperationTypeSetResourceAccessForBucket,
		ResourceName:     aws.String("web"),
		ResourceType:     types.ResourceTypeInstance,
		Status:           types.OperationStatusStarted,
		StatusChangedAt:  &begun,
	}
	if diff := cmp.Diff(want, st.look(st.operations[1], later)); diff != "" {
		t.Errorf("of the other one (-want +got):\n%s", diff)
	}
}

// What failed leaves everything as it was, down to the values that others hold.
func TestFailedWork(t *testing.T) {
	st, alpha := newTestState(t)
	before := *alpha
	var made *bucket
	st.carryOut(ending{failed: true}, func() {
		made = st.putBucket(begun, types.Bucket{Name: aws.String("beta")})
		alpha.filled = true
		alpha.Tags = tagged(alpha.Tags, []types.Tag{{Key: aws.String("k")}})
		st.instances["web"].Tags = alpha.Tags
		st.record(begun, types.OperationTypeCreateBucket, made.resource())
	})
	if st.buckets["beta"] != nil || st.buckets["alpha"] != alpha || len(st.buckets) != 1 {
		t.Errorf("the buckets are %v", st.buckets)
	}
	if diff := cmp.Diff(before, *alpha, cmp.AllowUnexported(bucket{}, accessKey{})); diff != "" {
		t.Errorf("bucket (-before +after):\n%s", diff)
	}
	if tags := st.instances["web"].Tags; tags != nil {
		t.Errorf("the instance has the tags %v", tags)
	}
	if len(st.operations) != 1 {
		t.Errorf("%d records, want one of what failed", len(st.operations))
	}
}

// An operation on a bucket that lags goes on until the bucket is there, or gone,
// whichever way one looks.
func TestRecordsOfLaggingBuckets(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.hidden, alpha.pending = 1, 1
	st.record(begun, types.OperationTypeCreateBucket, alpha.resource())
	created := st.operations[0]
	if _, err := st.resource("alpha", nil); err == nil {
		t.Error("a bucket that does not show is found")
	}
	var looks []any
	for range 3 {
		looks = append(looks, st.look(created, begun).Status)
	}
	alpha.leaving = 2
	if _, err := st.resource("alpha", nil); err == nil {
		t.Error("a bucket that was deleted is found")
	}
	st.record(begun, types.OperationTypeDeleteBucket, alpha.resource())
	deleted := st.operations[1]
	for range 3 {
		looks = append(looks, st.look(deleted, begun).Status, st.buckets["alpha"] != nil)
	}
	want := []any{
		types.OperationStatusStarted, types.OperationStatusStarted, types.OperationStatusSucceeded,
		types.OperationStatusStarted, true, types.OperationStatusStarted, false, types.OperationStatusSucceeded, false,
	}
	if diff := cmp.Diff(want, looks); diff != "" {
		t.Errorf("looks (-want +got):\n%s", diff)
	}
}

// The bucket that leaves takes none along that has come in its place.
func TestReplacedWhileLeaving(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.leaving = 1
	st.putBucket(begun, types.Bucket{Name: aws.String("alpha")})
	st.passed(alpha)
	if st.buckets["alpha"] == nil {
		t.Error("the new bucket is gone")
	}
}

func TestRenew(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.AbleToUpdateBundle = aws.Bool(false)
	st.spent[alpha] = begun.Add(time.Second)
	for _, test := range []struct {
		at   time.Time
		able bool
	}{{begun, false}, {begun.Add(time.Second), true}} {
		st.renew(test.at)
		if *alpha.AbleToUpdateBundle != test.able {
			t.Errorf("at %v it can have another plan: %v", test.at, *alpha.AbleToUpdateBundle)
		}
	}
}

// A snapshot tells the IDs of keys, and records as they are by now.
func TestSnapshotOfTheInside(t *testing.T) {
	server := NewServer(t, WithBuckets(types.Bucket{Name: aws.String("alpha")}, types.Bucket{Name: aws.String("beta")}))
	alpha := server.state.buckets["alpha"]
	alpha.accessKeys = []accessKey{{"AKIA1", begun}, {"AKIA2", begun}}
	alpha.pending = 1
	server.state.record(begun, types.OperationTypeUpdateBucket, alpha.resource())
	if op := server.Snapshot().Operations[0]; *op.IsTerminal {
		t.Errorf("while the bucket lags: %+v", op)
	}
	server.state.passed(alpha)
	state := server.Snapshot()
	if op := state.Operations[0]; op.Status != types.OperationStatusSucceeded {
		t.Errorf("after that: %+v", op)
	}
	if diff := cmp.Diff(map[string][]string{"alpha": {"AKIA1", "AKIA2"}}, state.AccessKeys); diff != "" {
		t.Errorf("access keys (-want +got):\n%s", diff)
	}
}

func TestResource(t *testing.T) {
	st, alpha := newTestState(t)
	for _, test := range []struct {
		name string
		arn  *string
		want any
	}{
		{"alpha", alpha.Arn, types.ResourceTypeBucket},
		{"alpha", aws.String("arn:aws:lightsail:us-east-1:123456789012:Bucket/another"), "InvalidInputException: resourceArn: it is not that of alpha"},
		{"web", aws.String("arn:aws:lightsail:us-east-1:123456789012:Instance/any"), types.ResourceTypeInstance},
		{"nowhere", nil, "NotFoundException: The resource does not exist: nowhere"},
	} {
		r, err := st.resource(test.name, test.arn)
		if err == nil && r.kind != test.want || err != nil && err.Error() != test.want {
			t.Errorf("%s: got %v, %v", test.name, r.kind, err)
		}
	}
}

func TestTagged(t *testing.T) {
	tag := func(key, value string) types.Tag { return types.Tag{Key: &key, Value: &value} }
	old := []types.Tag{tag("a", "1"), tag("b", "2")}
	got := tagged(old, []types.Tag{tag("b", "3"), {Key: aws.String("c")}})
	if diff := cmp.Diff([]types.Tag{tag("a", "1"), tag("b", "3"), tag("c", "")}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]types.Tag{tag("a", "1"), tag("b", "2")}, old); diff != "" {
		t.Errorf("the tags that were there (-before +after):\n%s", diff)
	}
	if tagged(nil, nil) == nil {
		t.Error("no tags are nil")
	}
}
