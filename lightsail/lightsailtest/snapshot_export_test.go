package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func exportRecords(t *testing.T, client *lightsail.Client) []types.ExportSnapshotRecord {
	t.Helper()
	return must[lightsail.GetExportSnapshotRecordsOutput](t)(
		client.GetExportSnapshotRecords(t.Context(), &lightsail.GetExportSnapshotRecordsInput{})).ExportSnapshotRecords
}

func stackRecords(t *testing.T, client *lightsail.Client) []types.CloudFormationStackRecord {
	t.Helper()
	return must[lightsail.GetCloudFormationStackRecordsOutput](t)(
		client.GetCloudFormationStackRecords(t.Context(), &lightsail.GetCloudFormationStackRecordsInput{})).CloudFormationStackRecords
}

// A snapshot of an instance with a disk is exported, and a stack is created from the export.
func TestExportInstanceSnapshot(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeInstanceSnapshot, State: "pending", Polls: 1}, lightsailtest.Lag{State: "Started", Polls: 1}))
	if err := server.PutJSON([]byte(`{"disks": [{"name": "data", "attachedTo": "web", "path": "/dev/xvdf"}]}`)); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	snapshotInstance(t, client, "web-1")
	export := func(name string) ([]types.Operation, error) {
		out, err := client.ExportSnapshot(ctx, &lightsail.ExportSnapshotInput{SourceSnapshotName: &name})
		if err != nil {
			return nil, err
		}
		return out.Operations, nil
	}
	_, err := export("web-1")
	wantCode(t, "ExportSnapshot of a pending snapshot", err, "OperationFailureException")
	_, err = export("web")
	wantCode(t, "ExportSnapshot of an instance", err, "NotFoundException")
	readInstanceSnapshot(t, client, "web-1")
	snapshot := readInstanceSnapshot(t, client, "web-1")

	operations, err := export("web-1")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "types and resources of the operation records", []string{"ExportSnapshot", "ExportSnapshotRecord", "ExportSnapshot", "InstanceSnapshot"},
		[]string{string(operations[0].OperationType), string(operations[0].ResourceType), string(operations[1].OperationType), string(operations[1].ResourceType)})
	got := exportRecords(t, client)
	want := types.ExportSnapshotRecord{
		Arn:             got[0].Arn,
		CreatedAt:       got[0].CreatedAt,
		DestinationInfo: &types.DestinationInfo{Id: got[0].DestinationInfo.Id, Service: aws.String("Aws::EC2::Image")},
		Location:        &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:            operations[0].ResourceName,
		ResourceType:    types.ResourceTypeExportSnapshotRecord,
		SourceInfo: &types.ExportSnapshotRecordSourceInfo{
			Arn:              snapshot.Arn,
			CreatedAt:        snapshot.CreatedAt,
			FromResourceArn:  getInstance(t, client, "web").Arn,
			FromResourceName: aws.String("web"),
			InstanceSnapshotInfo: &types.InstanceSnapshotInfo{
				FromBlueprintId: aws.String("ubuntu_24_04"),
				FromBundleId:    aws.String("nano_3_0"),
				FromDiskInfo: []types.DiskInfo{
					{IsSystemDisk: aws.Bool(true), Path: aws.String("/dev/sda1"), SizeInGb: aws.Int32(20)},
					{IsSystemDisk: aws.Bool(false), Name: aws.String("data"), Path: aws.String("/dev/xvdf"), SizeInGb: aws.Int32(8)},
				},
			},
			Name:         aws.String("web-1"),
			ResourceType: types.ExportSnapshotRecordSourceTypeInstanceSnapshot,
		},
		State: types.RecordStateStarted,
	}
	wantEqual(t, "export records", []types.ExportSnapshotRecord{want}, got)
	if !strings.HasPrefix(*want.Name, "ExportSnapshotRecord-") || !strings.HasPrefix(*want.DestinationInfo.Id, "ami-0") {
		t.Errorf("got name %s and destination %s, want the published forms", *want.Name, *want.DestinationInfo.Id)
	}

	entry := types.InstanceEntry{
		AvailabilityZone: aws.String("us-east-1a"), InstanceType: aws.String("t3.micro"),
		PortInfoSource: types.PortInfoSourceTypeInstance, SourceName: want.Name,
	}
	create := func(entries ...types.InstanceEntry) ([]types.Operation, error) {
		out, err := client.CreateCloudFormationStack(ctx, &lightsail.CreateCloudFormationStackInput{Instances: entries})
		if err != nil {
			return nil, err
		}
		return out.Operations, nil
	}
	if err := server.PutJSON([]byte(`{"exportSnapshotRecords": [{"name": "unfinished", "state": "Started"},
		{"name": "disk", "sourceInfo": {"resourceType": "DiskSnapshot"}}]}`)); err != nil {
		t.Fatal(err)
	}
	operations, err = create(entry)
	if err != nil {
		t.Fatal(err)
	}
	stacks := stackRecords(t, client)
	stack := types.CloudFormationStackRecord{
		Arn:             stacks[0].Arn,
		CreatedAt:       stacks[0].CreatedAt,
		DestinationInfo: &types.DestinationInfo{Id: stacks[0].DestinationInfo.Id, Service: aws.String("Aws::CloudFormation::Stack")},
		Location:        want.Location,
		Name:            operations[0].ResourceName,
		ResourceType:    types.ResourceTypeCloudFormationStackRecord,
		SourceInfo: []types.CloudFormationStackRecordSourceInfo{{
			Arn: want.Arn, Name: want.Name, ResourceType: types.CloudFormationStackRecordSourceTypeExportSnapshotRecord,
		}},
		State: types.RecordStateStarted,
	}
	wantEqual(t, "stack records", []types.CloudFormationStackRecord{stack}, stacks)
	id := strings.TrimPrefix(*stack.Name, "CloudFormationStackRecord-")
	if !strings.HasPrefix(*stack.DestinationInfo.Id, "arn:aws:cloudformation:us-east-1:123456789012:stack/Lightsail-Stack-"+id+"/") {
		t.Errorf("got stack %s, want the published form with the ID %s", *stack.DestinationInfo.Id, id)
	}

	change := func(f func(e *types.InstanceEntry)) types.InstanceEntry {
		changed := entry
		f(&changed)
		return changed
	}
	for _, test := range []struct {
		why     string
		entries []types.InstanceEntry
		code    string
	}{
		{"there are two entries", []types.InstanceEntry{entry, entry}, invalidInput},
		{"the zone does not exist", []types.InstanceEntry{change(func(e *types.InstanceEntry) { e.AvailabilityZone = aws.String("us-east-1") })}, invalidInput},
		{"the record does not exist", []types.InstanceEntry{change(func(e *types.InstanceEntry) { e.SourceName = aws.String("web-1") })}, "NotFoundException"},
		{"the export is not finished", []types.InstanceEntry{change(func(e *types.InstanceEntry) { e.SourceName = aws.String("unfinished") })}, "OperationFailureException"},
		{"the export is one of a disk", []types.InstanceEntry{change(func(e *types.InstanceEntry) { e.SourceName = aws.String("disk") })}, invalidInput},
	} {
		_, err := create(test.entries...)
		wantCode(t, test.why, err, test.code)
	}
	if err := server.PutJSON([]byte(`{"cloudFormationStackRecords": [{"name": "pending", "state": "Started", "sourceInfo": [{"name": "` + *want.Name + `"}]}]}`)); err != nil {
		t.Fatal(err)
	}
	_, err = create(entry)
	wantCode(t, "second stack of the export", err, "OperationFailureException")
	wantEqual(t, "state of the finished stack", types.RecordStateSucceeded, stackRecords(t, client)[0].State)
}

// Snapshots of a disk and of a system disk are exported, and a failed export fails its
// operation record.
func TestExportDiskSnapshot(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeExportSnapshotRecord, State: "Started", End: "Failed", Reason: "no quota"}))
	if err := server.PutJSON([]byte(`{"disks": [{"name": "data"}]}`)); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	for _, in := range []lightsail.CreateDiskSnapshotInput{
		{DiskName: aws.String("data"), DiskSnapshotName: aws.String("data-1")},
		{InstanceName: aws.String("web"), DiskSnapshotName: aws.String("web-0")},
	} {
		must[lightsail.CreateDiskSnapshotOutput](t)(client.CreateDiskSnapshot(ctx, &in))
		out := must[lightsail.ExportSnapshotOutput](t)(client.ExportSnapshot(ctx, &lightsail.ExportSnapshotInput{SourceSnapshotName: in.DiskSnapshotName}))
		if op := out.Operations[0]; op.Status != types.OperationStatusFailed || *op.ErrorDetails != "no quota" {
			t.Errorf("operation record: got %+v, want it Failed with the reason", op)
		}
	}
	got := map[string]int32{}
	for _, r := range exportRecords(t, client) {
		got[*r.SourceInfo.FromResourceName+" "+*r.DestinationInfo.Service+" "+string(r.State)] = *r.SourceInfo.DiskSnapshotInfo.SizeInGb
	}
	wantEqual(t, "sizes of the exports", map[string]int32{"data Aws::EC2::Volume Failed": 8, "web Aws::EC2::Volume Failed": 20}, got)
}
