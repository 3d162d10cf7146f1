package lightsailtest

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// start is the time of the clocks in these tests.
var start = time.Date(2026, 1, 31, 23, 59, 59, 0, time.UTC)

// newTestState returns a state with the bucket alpha and the instance web.
func newTestState(t *testing.T, opts ...Option) (st *state, alpha *bucket, web *instance) {
	t.Helper()
	st = NewServer(t, append([]Option{
		WithBuckets(types.Bucket{Name: aws.String("alpha")}),
		WithInstances(types.Instance{Name: aws.String("web")}),
		WithClock(func() time.Time { return start }),
	}, opts...)...).account.home()
	return st, st.resources["alpha"].(*bucket), st.resources["web"].(*instance)
}

// pollRecord calls GetOperation for the record i.
func pollRecord(t *testing.T, st *state, i int, now time.Time) types.Operation {
	t.Helper()
	st.begin(now, outcome{})
	out, err := st.getOperation(&lightsail.GetOperationInput{OperationId: st.records[i].Id})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range st.polled {
		st.countPoll(r)
	}
	return *out.Operation
}

// Each of the two operation records has its own count of polls.
func TestOperationRecordsOfTwoResources(t *testing.T) {
	st, alpha, web := newTestState(t)
	o := outcome{polls: 1, failed: true, code: "TestError", details: "test details"}
	st.begin(start, o)
	var ops []types.Operation
	st.run(o, func() { ops = st.record(types.OperationTypeSetResourceAccessForBucket, alpha, web) })

	later := start.Add(time.Minute)
	for range 2 {
		pollRecord(t, st, 0, later)
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
	if diff := cmp.Diff(want, pollRecord(t, st, 0, later.Add(time.Minute))); diff != "" {
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
	if diff := cmp.Diff(want, pollRecord(t, st, 1, later)); diff != "" {
		t.Errorf("second record, at its first poll (-want +got):\n%s", diff)
	}
}

// A failed API operation restores the resources and the values that their pointers refer
// to.
func TestRunFailedOutcomeRestoresState(t *testing.T) {
	st, alpha, web := newTestState(t)
	before, beforeWeb := *alpha, clone(web.Instance)
	before.Bucket = clone(alpha.Bucket)
	o := outcome{failed: true}
	st.begin(start, o)
	st.run(o, func() {
		st.putBucket(types.Bucket{Name: aws.String("beta")})
		alpha.hasObjects = true
		alpha.Tags = mergeTags(alpha.Tags, []types.Tag{{Key: aws.String("k")}})
		*alpha.BundleId = "large_1_0"
		*web.State.Name = "stopped"
		st.remove(web, "")
		st.record(types.OperationTypeCreateBucket, alpha)
	})
	if len(st.resources) != 2 || st.resources["alpha"] != alpha || st.resources["web"] != web {
		t.Errorf("got resources %v, want only alpha and web, at the same addresses", st.resources)
	}
	if diff := cmp.Diff(before, *alpha, cmp.AllowUnexported(bucket{}, entry{}, progress{}, step{})); diff != "" {
		t.Errorf("bucket alpha (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(beforeWeb, web.Instance); diff != "" {
		t.Errorf("instance web (-before +after):\n%s", diff)
	}
	if len(st.records) != 1 {
		t.Errorf("got %d operation records, want 1", len(st.records))
	}
}

// The operation records of a bucket remain Started until its lag is over, even if only
// the records are polled.
func TestOperationRecordsOfLaggingBucket(t *testing.T) {
	st, _, _ := newTestState(t, WithLag(
		Lag{State: Hidden, Polls: 1}, Lag{Type: types.ResourceTypeBucket, State: "pending", Polls: 1}, Lag{Name: "beta", State: Deleted, Polls: 2}))
	beta := aws.String("beta")
	st.begin(start, outcome{})
	if _, err := st.createBucket(&lightsail.CreateBucketInput{BucketName: beta, BundleId: aws.String("small_1_0")}); err != nil {
		t.Fatal(err)
	}
	if _, err := find[*bucket](st, beta); err == nil {
		t.Error("find returned a hidden bucket")
	}
	var polls []any
	for range 3 {
		polls = append(polls, pollRecord(t, st, 0, start).Status)
	}
	st.begin(start, outcome{})
	if _, err := st.deleteBucket(&lightsail.DeleteBucketInput{BucketName: beta}); err != nil {
		t.Fatal(err)
	}
	if _, err := find[*bucket](st, beta); err == nil {
		t.Error("find returned a deleted bucket")
	}
	for range 3 {
		polls = append(polls, pollRecord(t, st, 1, start).Status, st.resources["beta"] != nil)
	}
	want := []any{
		types.OperationStatusStarted, types.OperationStatusStarted, types.OperationStatusSucceeded,
		types.OperationStatusStarted, true, types.OperationStatusStarted, false, types.OperationStatusSucceeded, false,
	}
	if diff := cmp.Diff(want, polls); diff != "" {
		t.Errorf("polls (-want +got):\n%s", diff)
	}
}

// The states of an instance follow one another as its lags say, and a lag with another
// end makes the operation record fail.
func TestLagOfStates(t *testing.T) {
	st, _, web := newTestState(t, WithLag(
		Lag{State: "stopping", Polls: 2}, Lag{State: "pending", Polls: 1, End: "terminated", Reason: "no capacity"}))
	st.begin(start, outcome{})
	if _, err := st.stopInstance(&lightsail.StopInstanceInput{InstanceName: aws.String("web")}); err != nil {
		t.Fatal(err)
	}
	var states []any
	poll := func() {
		states = append(states, *web.State.Name)
		st.countPoll(web)
	}
	for range 3 {
		poll()
	}
	if _, err := st.startInstance(&lightsail.StartInstanceInput{InstanceName: aws.String("web")}); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		poll()
	}
	if diff := cmp.Diff([]any{"stopping", "stopping", "stopped", "pending", "terminated", "terminated"}, states); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	if op := pollRecord(t, st, 1, start); op.Status != types.OperationStatusFailed || aws.ToString(op.ErrorDetails) != "no capacity" {
		t.Errorf("got record %+v, want Failed with the reason of the lag", op)
	}
}

// The end of a deletion must not remove a bucket that replaced the deleted one.
func TestCountPollReplacedBucket(t *testing.T) {
	st, alpha, _ := newTestState(t)
	alpha.deleted = 1
	st.putBucket(types.Bucket{Name: aws.String("alpha")})
	st.countPoll(alpha)
	if st.resources["alpha"] == nil {
		t.Error("countPoll removed the new bucket")
	}
}

func TestStartBillingCycle(t *testing.T) {
	st, alpha, _ := newTestState(t)
	alpha.AbleToUpdateBundle = aws.Bool(false)
	alpha.nextBundleChange = start.Add(time.Second)
	for _, test := range []struct {
		at   time.Time
		able bool
	}{{start, false}, {start.Add(time.Second), true}} {
		st.begin(test.at, outcome{})
		if *alpha.AbleToUpdateBundle != test.able {
			t.Errorf("at %v: got AbleToUpdateBundle %v, want %v", test.at, *alpha.AbleToUpdateBundle, test.able)
		}
	}
}

// A snapshot has the IDs of access keys and the current status of operation records.
func TestSnapshotIsCurrent(t *testing.T) {
	server := NewServer(t, WithBuckets(types.Bucket{Name: aws.String("alpha")}, types.Bucket{Name: aws.String("beta")}),
		WithLag(Lag{State: "pending", Polls: 1}))
	st := server.account.home()
	alpha := st.resources["alpha"].(*bucket)
	alpha.accessKeys = []types.AccessKey{{AccessKeyId: aws.String("AKIA1")}, {AccessKeyId: aws.String("AKIA2")}}
	st.enter(alpha, "pending", "OK")
	st.record(types.OperationTypeUpdateBucket, alpha)
	if op := server.Snapshot().Operations[0]; *op.IsTerminal {
		t.Errorf("while the bucket is lagging: got %+v, want it not terminal", op)
	}
	st.countPoll(alpha)
	snapshot := server.Snapshot()
	if op := snapshot.Operations[0]; op.Status != types.OperationStatusSucceeded {
		t.Errorf("after the last poll: got %+v, want Succeeded", op)
	}
	if diff := cmp.Diff(map[string][]string{"alpha": {"AKIA1", "AKIA2"}}, snapshot.AccessKeys); diff != "" {
		t.Errorf("access keys (-want +got):\n%s", diff)
	}
}

// The server keeps a limited number of operation records.
func TestOperationRecordsAreLimited(t *testing.T) {
	st, alpha, _ := newTestState(t)
	var last types.Operation
	for range maxRecords + 10 {
		last = st.record(types.OperationTypeUpdateBucket, alpha)[0]
	}
	if n := len(st.records); n != maxRecords || *st.records[n-1].Id != *last.Id {
		t.Errorf("got %d records, want the last %d", n, maxRecords)
	}
}

func TestFindTags(t *testing.T) {
	st, alpha, web := newTestState(t)
	for _, test := range []struct {
		name string
		arn  *string
		want any
	}{
		{"alpha", alpha.Arn, types.ResourceTypeBucket},
		{"alpha", web.Arn, "InvalidInputException: resourceArn: must be the ARN of alpha"},
		{"web", nil, types.ResourceTypeInstance},
		{"missing", nil, "NotFoundException: The resource does not exist: missing"},
	} {
		r, _, err := st.findTags(&test.name, test.arn)
		if err == nil && r.kind() != test.want || err != nil && err.Error() != test.want {
			t.Errorf("%s: got %v, %v, want %v", test.name, r, err, test.want)
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
