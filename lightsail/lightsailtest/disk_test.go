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

// createTestDisk creates a disk of 8 GB in the Availability Zone of PutInstances.
func createTestDisk(t *testing.T, client *lightsail.Client, name string) []types.Operation {
	t.Helper()
	return must[lightsail.CreateDiskOutput](t)(client.CreateDisk(t.Context(), &lightsail.CreateDiskInput{
		AvailabilityZone: aws.String("us-east-1a"), DiskName: &name, SizeInGb: aws.Int32(8), Tags: []types.Tag{{Key: aws.String("team")}},
	})).Operations
}

func readDisk(t *testing.T, client *lightsail.Client, name string) types.Disk {
	t.Helper()
	return *must[lightsail.GetDiskOutput](t)(client.GetDisk(t.Context(), &lightsail.GetDiskInput{DiskName: &name})).Disk
}

func attachDisk(t *testing.T, client *lightsail.Client, disk, instance, path string) ([]types.Operation, error) {
	t.Helper()
	out, err := client.AttachDisk(t.Context(), &lightsail.AttachDiskInput{DiskName: &disk, DiskPath: &path, InstanceName: &instance})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func stopTestInstance(t *testing.T, client *lightsail.Client, name string) {
	t.Helper()
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(t.Context(), &lightsail.StopInstanceInput{InstanceName: &name}))
}

// A disk is created, attached to a running instance, detached from the stopped one, and
// deleted, with a lag of each state.
func TestDiskLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{State: "pending", Polls: 1},
		lightsailtest.Lag{State: lightsailtest.DiskAttaching, Polls: 1},
		lightsailtest.Lag{State: lightsailtest.DiskDetaching, Polls: 1},
		lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1},
	))
	ctx := t.Context()

	operations := createTestDisk(t, client, "data")
	if op := operations[0]; len(operations) != 1 || op.OperationType != types.OperationTypeCreateDisk || op.Status != types.OperationStatusStarted {
		t.Errorf("CreateDisk: got operation records %+v, want one that is Started", operations)
	}
	_, err := attachDisk(t, client, "data", "web", "/dev/xvdf")
	wantCode(t, "AttachDisk of a pending disk", err, "OperationFailureException")
	d := readDisk(t, client, "data")
	wantEqual(t, "state of the new disk", types.DiskStatePending, d.State)

	d = readDisk(t, client, "data")
	want := types.Disk{
		Arn:             d.Arn,
		AttachmentState: aws.String("detached"),
		CreatedAt:       d.CreatedAt,
		Iops:            aws.Int32(100),
		IsAttached:      aws.Bool(false),
		IsSystemDisk:    aws.Bool(false),
		Location:        &types.ResourceLocation{AvailabilityZone: aws.String("us-east-1a"), RegionName: types.RegionNameUsEast1},
		Name:            aws.String("data"),
		ResourceType:    types.ResourceTypeDisk,
		SizeInGb:        aws.Int32(8),
		State:           types.DiskStateAvailable,
		SupportCode:     d.SupportCode,
		Tags:            []types.Tag{{Key: aws.String("team"), Value: aws.String("")}},
	}
	wantEqual(t, "created disk", want, d)

	operations, err = attachDisk(t, client, "data", "web", "/dev/xvdf")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "details of the operation records", []string{"data", "web", "web", "data"}, []string{
		*operations[0].ResourceName, *operations[0].OperationDetails, *operations[1].ResourceName, *operations[1].OperationDetails,
	})
	_, err = attachDisk(t, client, "data", "web", "/dev/xvdg")
	wantCode(t, "AttachDisk of a disk that is being attached", err, "OperationFailureException")
	wantEqual(t, "disks of the instance before", 1, len(getInstance(t, client, "web").Hardware.Disks))
	wantEqual(t, "state of a disk that is being attached", types.DiskStateAvailable, readDisk(t, client, "data").State)

	//lint:ignore SA1019 the service still returns AttachmentState
	want.AttachedTo, want.AttachmentState, want.IsAttached = aws.String("web"), aws.String("attached"), aws.Bool(true)
	want.Path, want.State = aws.String("/dev/xvdf"), types.DiskStateInUse
	wantEqual(t, "attached disk", want, readDisk(t, client, "data"))
	wantEqual(t, "disk of the instance", want, getInstance(t, client, "web").Hardware.Disks[1])
	wantEqual(t, "disk of the listed instance", want,
		must[lightsail.GetInstancesOutput](t)(client.GetInstances(ctx, &lightsail.GetInstancesInput{})).Instances[0].Hardware.Disks[1])

	_, err = client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: aws.String("data")})
	wantCode(t, "DeleteDisk of an attached disk", err, "OperationFailureException")
	detach := &lightsail.DetachDiskInput{DiskName: aws.String("data")}
	_, err = client.DetachDisk(ctx, detach)
	wantCode(t, "DetachDisk from a running instance", err, "OperationFailureException")
	stopTestInstance(t, client, "web")
	detached := must[lightsail.DetachDiskOutput](t)(client.DetachDisk(ctx, detach)).Operations
	wantEqual(t, "state of a disk that is being detached", want, readDisk(t, client, "data"))
	//lint:ignore SA1019 the service still returns AttachmentState
	want.AttachedTo, want.AttachmentState, want.IsAttached, want.Path = nil, aws.String("detached"), aws.Bool(false), nil
	want.State = types.DiskStateAvailable
	wantEqual(t, "detached disk", want, readDisk(t, client, "data"))
	wantEqual(t, "disks of the instance after", 1, len(getInstance(t, client, "web").Hardware.Disks))
	if err := lightsail.NewOperationSucceededWaiter(client).Wait(ctx, detached, time.Minute); err != nil {
		t.Error(err)
	}
	_, err = client.DetachDisk(ctx, detach)
	wantCode(t, "DetachDisk of a detached disk", err, "OperationFailureException")

	must[lightsail.DeleteDiskOutput](t)(client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: aws.String("data")}))
	wantEqual(t, "state of a disk that is being deleted", "deleting", string(readDisk(t, client, "data").State))
	_, err = client.GetDisk(ctx, &lightsail.GetDiskInput{DiskName: aws.String("data")})
	wantCode(t, "GetDisk of a deleted disk", err, "NotFoundException")
}

func TestCreateDiskInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithBuckets(types.Bucket{Name: alpha}))
	zone, name, size := aws.String("us-east-1a"), aws.String("data"), aws.Int32(8)
	addOn := func(a types.AddOnRequest) []types.AddOnRequest { return []types.AddOnRequest{a} }
	at := &types.AutoSnapshotAddOnRequest{SnapshotTimeOfDay: aws.String("06:30")}
	for _, test := range []struct {
		in      lightsail.CreateDiskInput
		message string
	}{
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: name}, "sizeInGb: must be set"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: name, SizeInGb: aws.Int32(0)}, "sizeInGb: must be positive"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: aws.String("a b"), SizeInGb: size}, "diskName: must have 2 to 255"},
		{lightsail.CreateDiskInput{AvailabilityZone: aws.String("eu-west-1a"), DiskName: name, SizeInGb: size}, "Availability Zone is invalid"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: alpha, SizeInGb: size}, "already in use: alpha"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: name, SizeInGb: size, Tags: make([]types.Tag, 51)}, "tags: must have at most 50"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: name, SizeInGb: size,
			AddOns: addOn(types.AddOnRequest{AddOnType: types.AddOnTypeStopInstanceOnIdle})}, "only an instance of Lightsail for Research"},
		{lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: name, SizeInGb: size,
			AddOns: addOn(types.AddOnRequest{AddOnType: types.AddOnTypeAutoSnapshot, AutoSnapshotAddOnRequest: at})}, "must be a full hour"},
	} {
		wantInvalidInput(t, server, "CreateDisk", test.in, test.message)
	}
}

func TestAttachDiskInvalidInput(t *testing.T) {
	_, client := newTestServer(t)
	createTestDisk(t, client, "one")
	createTestDisk(t, client, "two")
	must[lightsail.CreateDiskOutput](t)(client.CreateDisk(t.Context(), &lightsail.CreateDiskInput{
		AvailabilityZone: aws.String("us-east-1b"), DiskName: aws.String("far"), SizeInGb: aws.Int32(8),
	}))
	if _, err := attachDisk(t, client, "one", "web", "/dev/xvdf"); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ disk, instance, path, code, message string }{
		{"two", "web", "/mnt", invalidInput, "The disk path is invalid."},
		{"two", "web", "/dev/xvdf", invalidInput, "/dev/xvdf of web is already in use"},
		{"two", "web", "/dev/xvda", invalidInput, "/dev/xvda of web is already in use"},
		{"far", "web", "/dev/xvdg", invalidInput, "not in the Availability Zone"},
		{"two", "missing", "/dev/xvdg", "NotFoundException", "missing"},
		{"missing", "web", "/dev/xvdg", "NotFoundException", "missing"},
	} {
		_, err := attachDisk(t, client, test.disk, test.instance, test.path)
		if errorCode(err) != test.code || !strings.Contains(err.Error(), test.message) {
			t.Errorf("AttachDisk of %s to %s at %s: got %v, want %s with %q", test.disk, test.instance, test.path, err, test.code, test.message)
		}
	}
}

// The failures of the service: a disk that is not created, and one that is not attached.
func TestDiskFailures(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Name: "broken", State: "pending", Polls: 1, End: "error", Reason: "no space"},
		lightsailtest.Lag{State: lightsailtest.DiskAttaching, Polls: 1, End: "available", Reason: "the device is busy"},
	))
	operations := createTestDisk(t, client, "broken")
	readDisk(t, client, "broken")
	wantEqual(t, "state of the disk", types.DiskStateError, readDisk(t, client, "broken").State)
	record := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: operations[0].Id})).Operation
	wantEqual(t, "record of CreateDisk", "Failed: no space", string(record.Status)+": "+aws.ToString(record.ErrorDetails))

	createTestDisk(t, client, "data")
	if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
		t.Fatal(err)
	}
	readDisk(t, client, "data")
	d := readDisk(t, client, "data")
	if d.State != types.DiskStateAvailable || d.AttachedTo != nil || *d.IsAttached {
		t.Errorf("disk that could not be attached: got %+v, want it available", d)
	}
}

// Deleting an instance detaches its disks.
func TestDeleteInstanceDetachesDisks(t *testing.T) {
	_, client := newTestServer(t)
	createTestDisk(t, client, "data")
	if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
		t.Fatal(err)
	}
	must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(t.Context(), &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")}))
	if d := readDisk(t, client, "data"); d.State != types.DiskStateAvailable || d.AttachedTo != nil {
		t.Errorf("got disk %+v, want it available", d)
	}
}

// Lightsail for Research mounts disks automatically.
func TestAutoMountStatus(t *testing.T) {
	research := types.Instance{Name: aws.String("notebook"), BlueprintId: aws.String("research_notebook"), BundleId: aws.String("research_xlarge_1_0")}
	_, client := newTestServer(t, lightsailtest.WithInstances(research), lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.DiskAttaching, Polls: 1}))
	for name, attached := range map[string]struct {
		instance string
		mount    *bool
		want     []types.AutoMountStatus
	}{
		"auto":   {"notebook", aws.Bool(true), []types.AutoMountStatus{"Pending", "Mounted"}},
		"manual": {"notebook", nil, []types.AutoMountStatus{"NotMounted", "NotMounted"}},
		"other":  {"web", aws.Bool(true), []types.AutoMountStatus{"", ""}},
	} {
		createTestDisk(t, client, name)
		must[lightsail.AttachDiskOutput](t)(client.AttachDisk(t.Context(), &lightsail.AttachDiskInput{
			AutoMounting: attached.mount, DiskName: &name, DiskPath: aws.String("/dev/sd" + name[:1]), InstanceName: &attached.instance,
		}))
		wantEqual(t, "AutoMountStatus of "+name, attached.want, []types.AutoMountStatus{
			readDisk(t, client, name).AutoMountStatus, readDisk(t, client, name).AutoMountStatus,
		})
	}
}
