package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// snapshotInstance creates a snapshot of the instance web.
func snapshotInstance(t *testing.T, client *lightsail.Client, name string) []types.Operation {
	t.Helper()
	return must[lightsail.CreateInstanceSnapshotOutput](t)(client.CreateInstanceSnapshot(t.Context(), &lightsail.CreateInstanceSnapshotInput{
		InstanceName: aws.String("web"), InstanceSnapshotName: &name, Tags: []types.Tag{{Key: aws.String("keep")}},
	})).Operations
}

func readInstanceSnapshot(t *testing.T, client *lightsail.Client, name string) types.InstanceSnapshot {
	t.Helper()
	in := &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: &name}
	return *must[lightsail.GetInstanceSnapshotOutput](t)(client.GetInstanceSnapshot(t.Context(), in)).InstanceSnapshot
}

func readDiskSnapshot(t *testing.T, client *lightsail.Client, name string) types.DiskSnapshot {
	t.Helper()
	in := &lightsail.GetDiskSnapshotInput{DiskSnapshotName: &name}
	return *must[lightsail.GetDiskSnapshotOutput](t)(client.GetDiskSnapshot(t.Context(), in)).DiskSnapshot
}

// An instance with a disk is snapshotted, deleted, and restored twice, with a larger
// bundle and a new name for one of the disks.
func TestInstanceSnapshotLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1}))
	ctx := t.Context()
	createTestDisk(t, client, "data")
	readDisk(t, client, "data")
	if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
		t.Fatal(err)
	}
	web, data := getInstance(t, client, "web"), readDisk(t, client, "data")

	operations := snapshotInstance(t, client, "web-1")
	wantEqual(t, "resources of the operation records", []string{"web-1", "web", "web", "web-1"}, []string{
		*operations[0].ResourceName, *operations[0].OperationDetails, *operations[1].ResourceName, *operations[1].OperationDetails,
	})
	restore := lightsail.CreateInstancesFromSnapshotInput{
		AttachedDiskMapping: map[string][]types.DiskMap{
			"web-b": {{OriginalDiskPath: aws.String("/dev/xvdf"), NewDiskName: aws.String("data-b")}},
		},
		AvailabilityZone:     aws.String("us-east-1b"),
		BundleId:             aws.String("micro_3_0"),
		InstanceNames:        []string{"web-a", "web-b"},
		InstanceSnapshotName: aws.String("web-1"),
		Tags:                 []types.Tag{{Key: aws.String("restored"), Value: aws.String("yes")}},
	}
	_, err := client.CreateInstancesFromSnapshot(ctx, &restore)
	wantCode(t, "CreateInstancesFromSnapshot from a pending snapshot", err, "OperationFailureException")
	wantEqual(t, "state of the new snapshot", types.InstanceSnapshotStatePending, readInstanceSnapshot(t, client, "web-1").State)
	s := readInstanceSnapshot(t, client, "web-1")
	wantEqual(t, "snapshot", types.InstanceSnapshot{
		Arn:                s.Arn,
		CreatedAt:          s.CreatedAt,
		FromAttachedDisks:  []types.Disk{data},
		FromBlueprintId:    aws.String("ubuntu_24_04"),
		FromBundleId:       aws.String("nano_3_0"),
		FromInstanceArn:    web.Arn,
		FromInstanceName:   aws.String("web"),
		IsFromAutoSnapshot: aws.Bool(false),
		Location:           &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:               aws.String("web-1"),
		ResourceType:       types.ResourceTypeInstanceSnapshot,
		SizeInGb:           aws.Int32(20),
		State:              types.InstanceSnapshotStateAvailable,
		SupportCode:        s.SupportCode,
		Tags:               []types.Tag{{Key: aws.String("keep"), Value: aws.String("")}},
	}, s)

	must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")}))
	restored := must[lightsail.CreateInstancesFromSnapshotOutput](t)(client.CreateInstancesFromSnapshot(ctx, &restore)).Operations
	if len(restored) != 2 || restored[1].OperationType != types.OperationTypeCreateInstancesFromSnapshot || *restored[1].ResourceName != "web-b" {
		t.Errorf("CreateInstancesFromSnapshot: got operation records %+v, want one of each instance", restored)
	}
	for name, disk := range map[string]string{"web-a": "web-a-data", "web-b": "data-b"} {
		readDisk(t, client, disk)
		d := readDisk(t, client, disk)
		if d.State != types.DiskStateInUse || *d.AttachedTo != name || *d.Path != "/dev/xvdf" || *d.SizeInGb != 8 {
			t.Errorf("restored disk: got %+v, want one of 8 GB that is attached to %s at /dev/xvdf", d, name)
		}
		i := getInstance(t, client, name)
		if *i.BundleId != "micro_3_0" || *i.BlueprintId != "ubuntu_24_04" || *i.Tags[0].Key != "restored" {
			t.Errorf("restored instance: got %+v, want the bundle and the tags of the input and the blueprint of the snapshot", i)
		}
		wantEqual(t, "disk of the restored instance", d, i.Hardware.Disks[1])
		wantEqual(t, "size of the system disk", aws.Int32(40), i.Hardware.Disks[0].SizeInGb)
	}

	snapshotName := aws.String("web-1")
	must[lightsail.DeleteInstanceSnapshotOutput](t)(client.DeleteInstanceSnapshot(ctx, &lightsail.DeleteInstanceSnapshotInput{InstanceSnapshotName: snapshotName}))
	_, err = client.GetInstanceSnapshot(ctx, &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: snapshotName})
	wantCode(t, "GetInstanceSnapshot of a deleted snapshot", err, "NotFoundException")
	wantEqual(t, "remaining snapshots", []types.InstanceSnapshot{},
		must[lightsail.GetInstanceSnapshotsOutput](t)(client.GetInstanceSnapshots(ctx, &lightsail.GetInstanceSnapshotsInput{})).InstanceSnapshots)
}

func TestCreateInstancesFromSnapshotErrors(t *testing.T) {
	medium := types.Instance{Name: aws.String("web"), BundleId: aws.String("medium_3_0")}
	_, client := newTestServer(t, lightsailtest.WithInstances(medium))
	createTestDisk(t, client, "data")
	if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
		t.Fatal(err)
	}
	snapshotInstance(t, client, "web-1")
	diskMap := func(instance, path, name string) map[string][]types.DiskMap {
		return map[string][]types.DiskMap{instance: {{OriginalDiskPath: &path, NewDiskName: &name}}}
	}
	for _, test := range []struct {
		change  func(in *lightsail.CreateInstancesFromSnapshotInput)
		code    string
		message string
	}{
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.BundleId = aws.String("small_3_0") }, invalidInput, "small_3_0 is smaller than medium_3_0"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.BundleId = aws.String("unknown") }, invalidInput, "no bundle of this Region has the ID unknown"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.BundleId = aws.String("large_win_3_0") }, invalidInput, "does not support the platform"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.InstanceNames = []string{} }, invalidInput, "instanceNames"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.InstanceNames = []string{"web"} }, invalidInput, "already in use: web"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.AttachedDiskMapping = diskMap("copy", "/dev/xvdf", "data")
		}, invalidInput, "already in use: data"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.AttachedDiskMapping = diskMap("copy", "/dev/xvdg", "disk")
		}, invalidInput, `no disk of the snapshot has the path "/dev/xvdg"`},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.AttachedDiskMapping = diskMap("other", "/dev/xvdf", "disk")
		}, invalidInput, "other is not in instanceNames"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.AttachedDiskMapping = diskMap("copy", "/dev/xvdf", "-")
		}, invalidInput, "newDiskName: must have 2 to 255"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.InstanceSnapshotName = aws.String("web") }, "NotFoundException", "web"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.InstanceSnapshotName = nil }, invalidInput, "either this member or sourceInstanceName must be set"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.SourceInstanceName = aws.String("web") }, invalidInput, "either this member or sourceInstanceName must be set"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) { in.RestoreDate = aws.String("2026-01-02") }, invalidInput, "restoreDate: must not be set without sourceInstanceName"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.UseLatestRestorableAutoSnapshot = aws.Bool(true)
		}, invalidInput, "must not be set without sourceInstanceName"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.InstanceSnapshotName, in.SourceInstanceName = nil, aws.String("web")
		}, invalidInput, "either this member or useLatestRestorableAutoSnapshot must be set"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.InstanceSnapshotName, in.SourceInstanceName, in.RestoreDate = nil, aws.String("web"), aws.String("2.1.2026")
		}, invalidInput, "restoreDate: must have the form YYYY-MM-DD"},
		{func(in *lightsail.CreateInstancesFromSnapshotInput) {
			in.InstanceSnapshotName, in.SourceInstanceName, in.UseLatestRestorableAutoSnapshot = nil, aws.String("web"), aws.Bool(true)
		}, "NotFoundException", "automatic snapshot"},
	} {
		in := &lightsail.CreateInstancesFromSnapshotInput{
			AvailabilityZone: aws.String("us-east-1a"), BundleId: aws.String("medium_3_0"),
			InstanceNames: []string{"copy"}, InstanceSnapshotName: aws.String("web-1"),
		}
		test.change(in)
		_, err := client.CreateInstancesFromSnapshot(t.Context(), in)
		if errorCode(err) != test.code || !strings.Contains(err.Error(), test.message) {
			t.Errorf("%+v: got %v, want %s with %q", in, err, test.code, test.message)
		}
	}
	names := must[lightsail.GetActiveNamesOutput](t)(client.GetActiveNames(t.Context(), &lightsail.GetActiveNamesInput{})).ActiveNames
	wantEqual(t, "names after the errors", []string{"alpha", "data", "web", "web-1"}, names)
}

// Snapshots of a disk and of a system disk are created, restored to a larger disk, and
// deleted.
func TestDiskSnapshotLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{Type: types.ResourceTypeDiskSnapshot, State: "pending", Polls: 1}))
	ctx := t.Context()
	createTestDisk(t, client, "data")
	create := func(in lightsail.CreateDiskSnapshotInput) error {
		_, err := client.CreateDiskSnapshot(ctx, &in)
		return err
	}
	if err := create(lightsail.CreateDiskSnapshotInput{DiskName: aws.String("data"), DiskSnapshotName: aws.String("data-1")}); err != nil {
		t.Fatal(err)
	}
	if err := create(lightsail.CreateDiskSnapshotInput{InstanceName: aws.String("web"), DiskSnapshotName: aws.String("web-1")}); err != nil {
		t.Fatal(err)
	}
	restore := lightsail.CreateDiskFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1c"), DiskName: aws.String("copy"), DiskSnapshotName: aws.String("data-1"), SizeInGb: aws.Int32(64),
	}
	_, err := client.CreateDiskFromSnapshot(ctx, &restore)
	wantCode(t, "CreateDiskFromSnapshot from a pending snapshot", err, "OperationFailureException")
	pending := readDiskSnapshot(t, client, "data-1")
	wantEqual(t, "pending snapshot", "pending 0%", string(pending.State)+" "+*pending.Progress)
	s := readDiskSnapshot(t, client, "data-1")
	want := types.DiskSnapshot{
		Arn:                s.Arn,
		CreatedAt:          s.CreatedAt,
		FromDiskArn:        readDisk(t, client, "data").Arn,
		FromDiskName:       aws.String("data"),
		IsFromAutoSnapshot: aws.Bool(false),
		Location:           &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:               aws.String("data-1"),
		Progress:           aws.String("100%"),
		ResourceType:       types.ResourceTypeDiskSnapshot,
		SizeInGb:           aws.Int32(8),
		State:              types.DiskSnapshotStateCompleted,
		SupportCode:        s.SupportCode,
		Tags:               []types.Tag{},
	}
	wantEqual(t, "snapshot of a disk", want, s)
	readDiskSnapshot(t, client, "web-1")
	system := readDiskSnapshot(t, client, "web-1")
	want.Arn, want.CreatedAt, want.Name, want.SupportCode = system.Arn, system.CreatedAt, aws.String("web-1"), system.SupportCode
	want.FromDiskArn, want.FromDiskName, want.SizeInGb = nil, nil, aws.Int32(20)
	want.FromInstanceArn, want.FromInstanceName = getInstance(t, client, "web").Arn, aws.String("web")
	wantEqual(t, "snapshot of a system disk", want, system)
	wantEqual(t, "list", []types.DiskSnapshot{s, system},
		must[lightsail.GetDiskSnapshotsOutput](t)(client.GetDiskSnapshots(ctx, &lightsail.GetDiskSnapshotsInput{})).DiskSnapshots)

	must[lightsail.DeleteDiskOutput](t)(client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: aws.String("data")}))
	restored := must[lightsail.CreateDiskFromSnapshotOutput](t)(client.CreateDiskFromSnapshot(ctx, &restore)).Operations
	if len(restored) != 1 || restored[0].OperationType != types.OperationTypeCreateDiskFromSnapshot || *restored[0].ResourceName != "copy" {
		t.Errorf("CreateDiskFromSnapshot: got operation records %+v, want one of the disk", restored)
	}
	if d := readDisk(t, client, "copy"); *d.SizeInGb != 64 || *d.Iops != 192 || *d.Location.AvailabilityZone != "us-east-1c" {
		t.Errorf("restored disk: got %+v, want one of 64 GB with 192 IOPS in us-east-1c", d)
	}
	restore.DiskName, restore.SizeInGb = aws.String("small"), aws.Int32(7)
	_, err = client.CreateDiskFromSnapshot(ctx, &restore)
	wantCode(t, "disk that is smaller than the snapshot", err, invalidInput)

	neither, both := lightsail.CreateDiskSnapshotInput{DiskSnapshotName: aws.String("web-2")}, lightsail.CreateDiskSnapshotInput{
		DiskName: aws.String("copy"), DiskSnapshotName: aws.String("web-2"), InstanceName: aws.String("web"),
	}
	wantCode(t, "CreateDiskSnapshot of nothing", create(neither), invalidInput)
	wantCode(t, "CreateDiskSnapshot of two disks", create(both), invalidInput)
	taken := lightsail.CreateDiskSnapshotInput{DiskName: aws.String("copy"), DiskSnapshotName: aws.String("web")}
	wantCode(t, "CreateDiskSnapshot with a name in use", create(taken), invalidInput)
	taken.DiskName = aws.String("data")
	wantCode(t, "CreateDiskSnapshot of a deleted disk", create(taken), "NotFoundException")

	name := &lightsail.DeleteDiskSnapshotInput{DiskSnapshotName: aws.String("data-1")}
	must[lightsail.DeleteDiskSnapshotOutput](t)(client.DeleteDiskSnapshot(ctx, name))
	_, err = client.DeleteDiskSnapshot(ctx, name)
	wantCode(t, "DeleteDiskSnapshot of a deleted snapshot", err, "NotFoundException")
}

// The failures of the service: snapshots that cannot be created.
func TestSnapshotFailures(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", End: "error", Reason: "no space"}))
	operations := snapshotInstance(t, client, "web-1")
	wantEqual(t, "state of the snapshot", types.InstanceSnapshotStateError, readInstanceSnapshot(t, client, "web-1").State)
	wantEqual(t, "records", []types.OperationStatus{"Failed", "Succeeded"}, []types.OperationStatus{operations[0].Status, operations[1].Status})

	must[lightsail.CreateDiskSnapshotOutput](t)(client.CreateDiskSnapshot(t.Context(), &lightsail.CreateDiskSnapshotInput{
		InstanceName: aws.String("web"), DiskSnapshotName: aws.String("web-2"),
	}))
	s := readDiskSnapshot(t, client, "web-2")
	wantEqual(t, "disk snapshot", "error 0%", string(s.State)+" "+*s.Progress)
	_, err := client.CreateDiskFromSnapshot(t.Context(), &lightsail.CreateDiskFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1a"), DiskName: aws.String("copy"), DiskSnapshotName: s.Name, SizeInGb: aws.Int32(20),
	})
	wantCode(t, "CreateDiskFromSnapshot from a failed snapshot", err, "OperationFailureException")
}
