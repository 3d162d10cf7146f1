package interop_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerDisks creates, attaches, snapshots, restores and deletes disks and instances.
// It moves the server's clock to the time of an automatic snapshot, so the requests are
// not signed.
func TestServerDisks(t *testing.T) {
	start := time.Date(2026, 1, 2, 5, 0, 0, 0, time.UTC)
	now := start
	runSessions(t, func(s *session) {
		cfg := s.server.Config()
		cfg.Credentials = aws.AnonymousCredentials{}
		s.configure(cfg)
		createDisks(s)
		now = start.Add(time.Hour)
		restoreAutoSnapshots(s)
		restoreSnapshots(s)
		deleteDisks(s)
		now = start // for the next session
	},
		lightsailtest.WithUnsigned(),
		lightsailtest.WithClock(func() time.Time { return now }),
		lightsailtest.WithPageSize(1),
		lightsailtest.WithInstances(
			types.Instance{Name: aws.String("web")},
			types.Instance{Name: aws.String("notebook"), BlueprintId: aws.String("research_notebook"), BundleId: aws.String("research_xlarge_1_0")},
		),
		lightsailtest.WithLag(
			lightsailtest.Lag{State: "pending", Polls: 1},
			lightsailtest.Lag{State: lightsailtest.DiskAttaching, Polls: 1},
			lightsailtest.Lag{Name: "logs-1", State: "pending", Polls: 1, End: "error", Reason: "no space"},
		),
	)
}

func autoSnapshotAt(timeOfDay string) types.AddOnRequest {
	return types.AddOnRequest{AddOnType: types.AddOnTypeAutoSnapshot, AutoSnapshotAddOnRequest: &types.AutoSnapshotAddOnRequest{SnapshotTimeOfDay: &timeOfDay}}
}

// createDisks creates disks with add-ons and attaches them.
func createDisks(s *session) {
	zone, size := aws.String("us-east-1a"), aws.Int32(8)
	tags := []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}}
	for _, name := range []string{"data", "logs"} {
		s.waitSucceeded(must[lightsail.CreateDiskOutput](s, &lightsail.CreateDiskInput{
			AddOns: []types.AddOnRequest{autoSnapshotAt("06:00")}, AvailabilityZone: zone, DiskName: &name, SizeInGb: size, Tags: tags,
		}).Operations)
	}
	s.mustFail("InvalidInputException", &lightsail.CreateDiskInput{AvailabilityZone: zone, DiskName: aws.String("web"), SizeInGb: size})
	attach := &lightsail.AttachDiskInput{DiskName: aws.String("data"), DiskPath: aws.String("/dev/xvdf"), InstanceName: aws.String("web")}
	s.waitSucceeded(must[lightsail.AttachDiskOutput](s, attach).Operations)
	s.mustFail("OperationFailureException", attach)
	s.waitSucceeded(must[lightsail.AttachDiskOutput](s, &lightsail.AttachDiskInput{
		AutoMounting: aws.Bool(true), DiskName: aws.String("logs"), DiskPath: aws.String("/dev/xvdf"), InstanceName: aws.String("notebook"),
	}).Operations)
	s.mustFail("InvalidInputException", &lightsail.AttachDiskInput{DiskName: aws.String("logs"), DiskPath: aws.String("/x"), InstanceName: aws.String("web")})

	page := must[lightsail.GetDisksOutput](s, &lightsail.GetDisksInput{})
	page = must[lightsail.GetDisksOutput](s, &lightsail.GetDisksInput{PageToken: page.NextPageToken})
	logs := page.Disks[0]
	assertEqual(s, logs.AutoMountStatus, types.AutoMountStatusMounted)
	assertEqual(s, *logs.AddOns[0].NextSnapshotTimeOfDay, "06:00")
	assertEqual(s, *must[lightsail.GetDiskOutput](s, &lightsail.GetDiskInput{DiskName: aws.String("logs")}).Disk, logs)

	daily := autoSnapshotAt("06:00")
	enable := &lightsail.EnableAddOnInput{ResourceName: aws.String("web"), AddOnRequest: &daily}
	s.waitSucceeded(must[lightsail.EnableAddOnOutput](s, enable).Operations)
	enable.AddOnRequest = &types.AddOnRequest{
		AddOnType:                 types.AddOnTypeStopInstanceOnIdle,
		StopInstanceOnIdleRequest: &types.StopInstanceOnIdleRequest{Duration: aws.String("15"), Threshold: aws.String("5")},
	}
	s.mustFail("InvalidInputException", enable)
	enable.ResourceName = aws.String("notebook")
	s.waitSucceeded(must[lightsail.EnableAddOnOutput](s, enable).Operations)
	addOns := must[lightsail.GetInstanceOutput](s, &lightsail.GetInstanceInput{InstanceName: aws.String("notebook")}).Instance.AddOns
	assertEqual(s, *addOns[0].Duration+" "+*addOns[0].Threshold, "15 5")
	s.waitSucceeded(must[lightsail.DisableAddOnOutput](s, &lightsail.DisableAddOnInput{
		AddOnType: types.AddOnTypeStopInstanceOnIdle, ResourceName: aws.String("notebook"),
	}).Operations)
}

// restoreAutoSnapshots restores and deletes automatic snapshots.
func restoreAutoSnapshots(s *session) {
	snapshots := must[lightsail.GetAutoSnapshotsOutput](s, &lightsail.GetAutoSnapshotsInput{ResourceName: aws.String("web")}).AutoSnapshots
	assertEqual(s, *snapshots[0].Date, "2026-01-02")
	assertEqual(s, *snapshots[0].FromAttachedDisks[0].Path, "/dev/xvdf")
	s.waitSucceeded(must[lightsail.CreateInstancesFromSnapshotOutput](s, &lightsail.CreateInstancesFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1a"), BundleId: aws.String("nano_3_0"), InstanceNames: []string{"copy"},
		RestoreDate: snapshots[0].Date, SourceInstanceName: aws.String("web"),
		AttachedDiskMapping: map[string][]types.DiskMap{"copy": {{NewDiskName: aws.String("data-2"), OriginalDiskPath: aws.String("/dev/xvdf")}}},
	}).Operations)
	s.waitSucceeded(must[lightsail.CreateDiskFromSnapshotOutput](s, &lightsail.CreateDiskFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1a"), DiskName: aws.String("data-3"), SizeInGb: aws.Int32(8),
		SourceDiskName: aws.String("data"), UseLatestRestorableAutoSnapshot: aws.Bool(true),
	}).Operations)
	remove := &lightsail.DeleteAutoSnapshotInput{Date: snapshots[0].Date, ResourceName: aws.String("web")}
	s.waitSucceeded(must[lightsail.DeleteAutoSnapshotOutput](s, remove).Operations)
	s.mustFail("NotFoundException", remove)
}

// restoreSnapshots creates manual snapshots and restores them.
func restoreSnapshots(s *session) {
	s.waitSucceeded(must[lightsail.CreateInstanceSnapshotOutput](s, &lightsail.CreateInstanceSnapshotInput{
		InstanceName: aws.String("web"), InstanceSnapshotName: aws.String("web-1"),
	}).Operations)
	get := &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-1")}
	snapshot := *must[lightsail.GetInstanceSnapshotOutput](s, get).InstanceSnapshot
	assertEqual(s, snapshot.State, types.InstanceSnapshotStateAvailable)
	assertEqual(s, *snapshot.FromAttachedDisks[0].Name, "data")
	s.waitSucceeded(must[lightsail.CreateInstanceSnapshotOutput](s, &lightsail.CreateInstanceSnapshotInput{
		InstanceName: aws.String("notebook"), InstanceSnapshotName: aws.String("notebook-1"),
	}).Operations)
	page := must[lightsail.GetInstanceSnapshotsOutput](s, &lightsail.GetInstanceSnapshotsInput{})
	page = must[lightsail.GetInstanceSnapshotsOutput](s, &lightsail.GetInstanceSnapshotsInput{PageToken: page.NextPageToken})
	assertEqual(s, page.InstanceSnapshots, []types.InstanceSnapshot{snapshot})
	restore := &lightsail.CreateInstancesFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1a"), BundleId: aws.String("small_3_0"), InstanceNames: []string{"web-2", "web-3"}, InstanceSnapshotName: aws.String("web-1"),
	}
	s.waitSucceeded(must[lightsail.CreateInstancesFromSnapshotOutput](s, restore).Operations)
	s.mustFail("InvalidInputException", restore)

	for _, in := range []*lightsail.CreateDiskSnapshotInput{
		{DiskName: aws.String("data"), DiskSnapshotName: aws.String("data-1")},
		{InstanceName: aws.String("web"), DiskSnapshotName: aws.String("web-0")},
	} {
		s.waitSucceeded(must[lightsail.CreateDiskSnapshotOutput](s, in).Operations)
		d := must[lightsail.GetDiskSnapshotOutput](s, &lightsail.GetDiskSnapshotInput{DiskSnapshotName: in.DiskSnapshotName}).DiskSnapshot
		assertEqual(s, fmt.Sprint(d.State, " ", *d.Progress), "completed 100%")
	}
	failed := must[lightsail.CreateDiskSnapshotOutput](s, &lightsail.CreateDiskSnapshotInput{DiskName: aws.String("logs"), DiskSnapshotName: aws.String("logs-1")}).Operations
	assertEqual(s, *s.wait(failed[0]).ErrorDetails, "no space")
	first := must[lightsail.GetDiskSnapshotsOutput](s, &lightsail.GetDiskSnapshotsInput{})
	assertEqual(s, *first.DiskSnapshots[0].Name, "data-1")
	must[lightsail.GetDiskSnapshotsOutput](s, &lightsail.GetDiskSnapshotsInput{PageToken: first.NextPageToken})
	from := &lightsail.CreateDiskFromSnapshotInput{
		AvailabilityZone: aws.String("us-east-1b"), DiskName: aws.String("data-4"), DiskSnapshotName: aws.String("data-1"), SizeInGb: aws.Int32(8),
	}
	s.waitSucceeded(must[lightsail.CreateDiskFromSnapshotOutput](s, from).Operations)
	from.DiskName, from.SizeInGb = aws.String("data-5"), aws.Int32(1)
	s.mustFail("InvalidInputException", from)
	from.DiskSnapshotName = aws.String("logs-1")
	s.mustFail("OperationFailureException", from)
}

// deleteDisks detaches a disk, and deletes it, its snapshots, and its instance.
func deleteDisks(s *session) {
	data, web := aws.String("data"), aws.String("web")
	s.mustFail("OperationFailureException", &lightsail.DetachDiskInput{DiskName: data})
	must[lightsail.StopInstanceOutput](s, &lightsail.StopInstanceInput{InstanceName: web})
	s.waitSucceeded(must[lightsail.DetachDiskOutput](s, &lightsail.DetachDiskInput{DiskName: data}).Operations)
	s.mustFail("InvalidInputException", &lightsail.DeleteDiskInput{DiskName: data})
	s.waitSucceeded(must[lightsail.DeleteDiskOutput](s, &lightsail.DeleteDiskInput{DiskName: data, ForceDeleteAddOns: aws.Bool(true)}).Operations)
	s.mustFail("InvalidInputException", &lightsail.DeleteInstanceInput{InstanceName: web})
	s.waitSucceeded(must[lightsail.DeleteInstanceOutput](s, &lightsail.DeleteInstanceInput{InstanceName: web, ForceDeleteAddOns: aws.Bool(true)}).Operations)
	s.waitSucceeded(must[lightsail.DeleteDiskSnapshotOutput](s, &lightsail.DeleteDiskSnapshotInput{DiskSnapshotName: aws.String("data-1")}).Operations)
	s.waitSucceeded(must[lightsail.DeleteInstanceSnapshotOutput](s, &lightsail.DeleteInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-1")}).Operations)
	s.mustFail("NotFoundException", &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("web-1")})
}
