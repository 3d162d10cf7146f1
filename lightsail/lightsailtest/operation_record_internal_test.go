package lightsailtest

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

// start is the time of the clocks in these tests.
var start = time.Date(2026, 1, 31, 23, 59, 59, 0, time.UTC)

// newTestState returns a state with the bucket alpha and the instance web.
func newTestState(t *testing.T) (st *state, alpha *bucket) {
	t.Helper()
	st = NewServer(t,
		WithBuckets(types.Bucket{Name: aws.String("alpha")}),
		WithInstances(Instance{Name: "web"}),
		WithClock(func() time.Time { return start })).state
	return st, st.buckets["alpha"]
}

// Each of the two operation records has its own count of polls.
func TestOperationRecordsOfTwoResources(t *testing.T) {
	st, _ := newTestState(t)
	var ops []types.Operation
	st.run(outcome{polls: 1, failed: true, code: "TestError", details: "test details"}, func() {
		alpha, _ := st.findResource("alpha", nil)
		web, _ := st.findResource("web", nil)
		ops = st.addRecords(start, types.OperationTypeSetResourceAccessForBucket, alpha, web)
	})

	later := start.Add(time.Minute)
	first := st.operationRecords[0]
	for range 2 {
		st.poll(first, later)
	}
	want := types.Operation{
		CreatedAt:        &start,
		ErrorCode:        aws.String("TestError"),
		ErrorDetails:     aws.String("test details"),
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
	if diff := cmp.Diff(want, st.poll(first, later.Add(time.Minute))); diff != "" {
		t.Errorf("first record, after its last poll (-want +got):\n%s", diff)
	}

	want = types.Operation{
		CreatedAt:        &start,
		Id:               ops[1].Id,
		IsTerminal:       aws.Bool(false),
		Location:         &types.ResourceLocation{AvailabilityZone: aws.String("us-east-1a"), RegionName: types.RegionNameUsEast1},
		OperationDetails: aws.String("alpha"),
		OperationType:    types.OperationTypeSetResourceAccessForBucket,
		ResourceName:     aws.String("web"),
		ResourceType:     types.ResourceTypeInstance,
		Status:           types.OperationStatusStarted,
		StatusChangedAt:  &start,
	}
	if diff := cmp.Diff(want, st.poll(st.operationRecords[1], later)); diff != "" {
		t.Errorf("second record, at its first poll (-want +got):\n%s", diff)
	}
}

// A failed API operation restores the maps and the values that their pointers refer to.
func TestRunFailedOutcomeRestoresState(t *testing.T) {
	st, alpha := newTestState(t)
	before := *alpha
	var created *bucket
	st.run(outcome{failed: true}, func() {
		created = st.putBucket(start, types.Bucket{Name: aws.String("beta")})
		alpha.hasObjects = true
		alpha.Tags = mergeTags(alpha.Tags, []types.Tag{{Key: aws.String("k")}})
		st.instances["web"].Tags = alpha.Tags
		st.addRecords(start, types.OperationTypeCreateBucket, created.resource())
	})
	if st.buckets["beta"] != nil || st.buckets["alpha"] != alpha || len(st.buckets) != 1 {
		t.Errorf("got buckets %v, want only alpha, at the same address", st.buckets)
	}
	if diff := cmp.Diff(before, *alpha, cmp.AllowUnexported(bucket{}, accessKey{})); diff != "" {
		t.Errorf("bucket alpha (-before +after):\n%s", diff)
	}
	if tags := st.instances["web"].Tags; tags != nil {
		t.Errorf("instance web: got tags %v, want nil", tags)
	}
	if len(st.operationRecords) != 1 {
		t.Errorf("got %d operation records, want 1", len(st.operationRecords))
	}
}

// The operation records of a bucket remain Started until its lag is over, even if only
// the records are polled.
func TestOperationRecordsOfLaggingBucket(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.hiddenPolls, alpha.pendingPolls = 1, 1
	st.addRecords(start, types.OperationTypeCreateBucket, alpha.resource())
	created := st.operationRecords[0]
	if _, err := st.findResource("alpha", nil); err == nil {
		t.Error("findResource found a hidden bucket")
	}
	var polls []any
	for range 3 {
		polls = append(polls, st.poll(created, start).Status)
	}
	alpha.deletedPolls = 2
	if _, err := st.findResource("alpha", nil); err == nil {
		t.Error("findResource found a deleted bucket")
	}
	st.addRecords(start, types.OperationTypeDeleteBucket, alpha.resource())
	deleted := st.operationRecords[1]
	for range 3 {
		polls = append(polls, st.poll(deleted, start).Status, st.buckets["alpha"] != nil)
	}
	want := []any{
		types.OperationStatusStarted, types.OperationStatusStarted, types.OperationStatusSucceeded,
		types.OperationStatusStarted, true, types.OperationStatusStarted, false, types.OperationStatusSucceeded, false,
	}
	if diff := cmp.Diff(want, polls); diff != "" {
		t.Errorf("polls (-want +got):\n%s", diff)
	}
}

// The end of a deletion must not remove a bucket that replaced the deleted one.
func TestCountPollReplacedBucket(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.deletedPolls = 1
	st.putBucket(start, types.Bucket{Name: aws.String("alpha")})
	st.countPoll(alpha)
	if st.buckets["alpha"] == nil {
		t.Error("countPoll removed the new bucket")
	}
}

func TestStartBillingCycles(t *testing.T) {
	st, alpha := newTestState(t)
	alpha.AbleToUpdateBundle = aws.Bool(false)
	st.nextBundleChange[alpha] = start.Add(time.Second)
	for _, test := range []struct {
		at   time.Time
		able bool
	}{{start, false}, {start.Add(time.Second), true}} {
		st.startBillingCycles(test.at)
		if *alpha.AbleToUpdateBundle != test.able {
			t.Errorf("at %v: got AbleToUpdateBundle %v, want %v", test.at, *alpha.AbleToUpdateBundle, test.able)
		}
	}
}

// A snapshot has the IDs of access keys and the current status of operation records.
func TestSnapshotIsCurrent(t *testing.T) {
	server := NewServer(t, WithBuckets(types.Bucket{Name: aws.String("alpha")}, types.Bucket{Name: aws.String("beta")}))
	alpha := server.state.buckets["alpha"]
	alpha.accessKeys = []accessKey{{"AKIA1", start}, {"AKIA2", start}}
	alpha.pendingPolls = 1
	server.state.addRecords(start, types.OperationTypeUpdateBucket, alpha.resource())
	if op := server.Snapshot().Operations[0]; *op.IsTerminal {
		t.Errorf("while the bucket is lagging: got %+v, want it not terminal", op)
	}
	server.state.countPoll(alpha)
	state := server.Snapshot()
	if op := state.Operations[0]; op.Status != types.OperationStatusSucceeded {
		t.Errorf("after the last poll: got %+v, want Succeeded", op)
	}
	if diff := cmp.Diff(map[string][]string{"alpha": {"AKIA1", "AKIA2"}}, state.AccessKeys); diff != "" {
		t.Errorf("access keys (-want +got):\n%s", diff)
	}
}

func TestFindResource(t *testing.T) {
	st, alpha := newTestState(t)
	for _, test := range []struct {
		name string
		arn  *string
		want any
	}{
		{"alpha", alpha.Arn, types.ResourceTypeBucket},
		{"alpha", aws.String("arn:aws:lightsail:us-east-1:123456789012:Bucket/another"), "InvalidInputException: resourceArn: must be the ARN of alpha"},
		{"web", aws.String("arn:aws:lightsail:us-east-1:123456789012:Instance/any"), types.ResourceTypeInstance},
		{"missing", nil, "NotFoundException: The resource does not exist: missing"},
	} {
		r, err := st.findResource(test.name, test.arn)
		if err == nil && r.resourceType != test.want || err != nil && err.Error() != test.want {
			t.Errorf("%s: got %v, %v, want %v", test.name, r.resourceType, err, test.want)
		}
	}
}

func TestMergeTags(t *testing.T) {
	tag := func(key, value string) types.Tag { return types.Tag{Key: &key, Value: &value} }
	old := []types.Tag{tag("a", "1"), tag("b", "2")}
	got := mergeTags(old, []types.Tag{tag("b", "3"), {Key: aws.String("c")}})
	if diff := cmp.Diff([]types.Tag{tag("a", "1"), tag("b", "3"), tag("c", "")}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]types.Tag{tag("a", "1"), tag("b", "2")}, old); diff != "" {
		t.Errorf("first argument (-before +after):\n%s", diff)
	}
	if mergeTags(nil, nil) == nil {
		t.Error("mergeTags(nil, nil) is nil, want an empty slice")
	}
}
