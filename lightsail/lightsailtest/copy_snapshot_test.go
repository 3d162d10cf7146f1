package lightsailtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func inIreland(o *lightsail.Options) { o.Region = "eu-west-1" }

// A manual snapshot of an instance is copied to another Region, and a copy of the copy back.
func TestCopySnapshot(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"), lightsailtest.WithLag(
		lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{Name: "broken", State: "pending", End: "error", Reason: "no space"}))
	ctx := t.Context()
	snapshotInstance(t, client, "web-1")
	copySnapshot := func(in lightsail.CopySnapshotInput, opts ...func(*lightsail.Options)) ([]types.Operation, error) {
		out, err := client.CopySnapshot(ctx, &in, opts...)
		if err != nil {
			return nil, err
		}
		return out.Operations, nil
	}
	toIreland := lightsail.CopySnapshotInput{
		SourceRegion: types.RegionNameUsEast1, SourceSnapshotName: aws.String("web-1"), TargetSnapshotName: aws.String("web-copy"),
	}
	_, err := copySnapshot(toIreland, inIreland)
	wantCode(t, "CopySnapshot of a pending snapshot", err, "OperationFailureException")
	readInstanceSnapshot(t, client, "web-1")
	source := readInstanceSnapshot(t, client, "web-1")

	operations, err := copySnapshot(toIreland, inIreland)
	if err != nil {
		t.Fatal(err)
	}
	ireland := &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameEuWest1}
	wantEqual(t, "operation records", []types.Operation{{
		CreatedAt:        operations[0].CreatedAt,
		Id:               operations[0].Id,
		IsTerminal:       aws.Bool(false),
		Location:         ireland,
		OperationDetails: aws.String("us-east-1:web-1"),
		OperationType:    "CopySnapshot",
		ResourceName:     aws.String("web-copy"),
		ResourceType:     types.ResourceTypeInstanceSnapshot,
		Status:           types.OperationStatusStarted,
		StatusChangedAt:  operations[0].StatusChangedAt,
	}}, operations)
	get := &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-copy")}
	must[lightsail.GetInstanceSnapshotOutput](t)(client.GetInstanceSnapshot(ctx, get, inIreland))
	got := must[lightsail.GetInstanceSnapshotOutput](t)(client.GetInstanceSnapshot(ctx, get, inIreland)).InstanceSnapshot
	want := source
	want.Arn, want.CreatedAt, want.Location, want.SupportCode = got.Arn, got.CreatedAt, ireland, got.SupportCode
	want.Name, want.Tags = aws.String("web-copy"), []types.Tag{}
	wantEqual(t, "copy", want, *got)
	if *got.Arn == *source.Arn || !strings.Contains(*got.Arn, ":eu-west-1:") {
		t.Errorf("got ARN %s, want another one of eu-west-1", *got.Arn)
	}

	_, err = copySnapshot(lightsail.CopySnapshotInput{
		SourceRegion: types.RegionNameEuWest1, SourceSnapshotName: aws.String("web-copy"), TargetSnapshotName: aws.String("web-2"),
	})
	if err != nil {
		t.Error("copy back:", err)
	}
	operations, err = copySnapshot(lightsail.CopySnapshotInput{
		SourceRegion: types.RegionNameUsEast1, SourceSnapshotName: aws.String("web-1"), TargetSnapshotName: aws.String("broken"),
	})
	if err != nil || operations[0].Status != types.OperationStatusFailed || readInstanceSnapshot(t, client, "broken").State != types.InstanceSnapshotStateError {
		t.Errorf("failed copy: got operation records %+v, error %v, want one that is Failed, and the state error", operations, err)
	}

	for _, test := range []struct {
		why  string
		in   lightsail.CopySnapshotInput
		code string
	}{
		{"the name is in use", toIreland, invalidInput},
		{"there is no source", lightsail.CopySnapshotInput{SourceRegion: types.RegionNameUsEast1, TargetSnapshotName: aws.String("new")}, invalidInput},
		{"the target is not a name", lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceSnapshotName: aws.String("web-1"), TargetSnapshotName: aws.String("-"),
		}, invalidInput},
		{"the snapshot does not exist", lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceSnapshotName: aws.String("web"), TargetSnapshotName: aws.String("new"),
		}, "NotFoundException"},
		{"the server does not have the Region", lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsWest2, SourceSnapshotName: aws.String("web-1"), TargetSnapshotName: aws.String("new"),
		}, "NotFoundException"},
		{"the source is not an instance or a disk", lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceResourceName: alpha, UseLatestRestorableAutoSnapshot: aws.Bool(true),
			TargetSnapshotName: aws.String("new"),
		}, "NotFoundException"},
		{"there is no automatic snapshot", lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceResourceName: aws.String("web"), UseLatestRestorableAutoSnapshot: aws.Bool(true),
			TargetSnapshotName: aws.String("new"),
		}, "NotFoundException"},
	} {
		_, err := copySnapshot(test.in, inIreland)
		wantCode(t, test.why, err, test.code)
	}
}

// Automatic snapshots of an instance and a disk are copied as manual ones, also from another
// Region in which no call has been made since they were due.
func TestCopyAutoSnapshot(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	created := time.Now().AddDate(0, 0, -10).UTC().Format(time.RFC3339)
	addOns := `"addOns": [{"name": "AutoSnapshot", "status": "Enabled", "snapshotTimeOfDay": "18:00"}]`
	document := `{
		"instances": [{"name": "web", "createdAt": "` + created + `", ` + addOns + `}],
		"disks": [{"name": "data", "sizeInGb": 32, "createdAt": "` + created + `", ` + addOns + `}]
	}`
	if err := server.PutJSON([]byte(document)); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	for _, resource := range []string{"web", "data"} {
		operations := must[lightsail.CopySnapshotOutput](t)(client.CopySnapshot(ctx, &lightsail.CopySnapshotInput{
			SourceRegion: types.RegionNameUsEast1, SourceResourceName: &resource, TargetSnapshotName: aws.String(resource + "-kept"),
			UseLatestRestorableAutoSnapshot: aws.Bool(true),
		}, inIreland)).Operations
		wantEqual(t, "details of the operation record", "us-east-1:"+resource, *operations[0].OperationDetails)
	}
	instanceCopy := must[lightsail.GetInstanceSnapshotOutput](t)(client.GetInstanceSnapshot(ctx,
		&lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-kept")}, inIreland)).InstanceSnapshot
	wantEqual(t, "source of the instance snapshot", []any{"web", "ubuntu_24_04", true},
		[]any{*instanceCopy.FromInstanceName, *instanceCopy.FromBlueprintId, *instanceCopy.IsFromAutoSnapshot})
	diskCopy := must[lightsail.GetDiskSnapshotOutput](t)(client.GetDiskSnapshot(ctx,
		&lightsail.GetDiskSnapshotInput{DiskSnapshotName: aws.String("data-kept")}, inIreland)).DiskSnapshot
	wantEqual(t, "source of the disk snapshot", []any{"data", int32(32), true, "100%"},
		[]any{*diskCopy.FromDiskName, *diskCopy.SizeInGb, *diskCopy.IsFromAutoSnapshot, *diskCopy.Progress})

	snapshots := must[lightsail.GetAutoSnapshotsOutput](t)(client.GetAutoSnapshots(ctx, &lightsail.GetAutoSnapshotsInput{ResourceName: aws.String("web")}))
	oldest := &lightsail.CopySnapshotInput{
		RestoreDate: snapshots.AutoSnapshots[6].Date, SourceRegion: types.RegionNameUsEast1,
		SourceResourceName: aws.String("web"), TargetSnapshotName: aws.String("web-oldest"),
	}
	must[lightsail.CopySnapshotOutput](t)(client.CopySnapshot(ctx, oldest))
	wantEqual(t, "source of the copy of the oldest one", "web", *readInstanceSnapshot(t, client, "web-oldest").FromInstanceName)
	oldest.TargetSnapshotName, oldest.RestoreDate = aws.String("web-older"), aws.String("2020-01-01")
	_, err := client.CopySnapshot(ctx, oldest)
	wantCode(t, "CopySnapshot of a date without a snapshot", err, "NotFoundException")
}
