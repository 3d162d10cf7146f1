package lightsailtest_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// autoSnapshotAt returns a request for automatic snapshots at a time of day.
func autoSnapshotAt(timeOfDay string) *types.AddOnRequest {
	return &types.AddOnRequest{
		AddOnType:                types.AddOnTypeAutoSnapshot,
		AutoSnapshotAddOnRequest: &types.AutoSnapshotAddOnRequest{SnapshotTimeOfDay: &timeOfDay},
	}
}

func enableAutoSnapshot(t *testing.T, client *lightsail.Client, name, timeOfDay string) {
	t.Helper()
	must[lightsail.EnableAddOnOutput](t)(client.EnableAddOn(t.Context(), &lightsail.EnableAddOnInput{
		AddOnRequest: autoSnapshotAt(timeOfDay), ResourceName: &name,
	}))
}

// autoSnapshotTimes returns the times of the automatic snapshots of a resource.
func autoSnapshotTimes(t *testing.T, client *lightsail.Client, name string) (times []string) {
	t.Helper()
	out := must[lightsail.GetAutoSnapshotsOutput](t)(client.GetAutoSnapshots(t.Context(), &lightsail.GetAutoSnapshotsInput{ResourceName: &name}))
	for _, s := range out.AutoSnapshots {
		if *s.Date != s.CreatedAt.Format(time.DateOnly) {
			t.Errorf("snapshot with the date %s was created at %v", *s.Date, s.CreatedAt)
		}
		times = append(times, s.CreatedAt.Format("01-02 15:04"))
	}
	return times
}

// addOnsOf returns the add-ons of the instance web as text.
func addOnsOf(t *testing.T, client *lightsail.Client) string {
	t.Helper()
	var all []string
	for _, a := range getInstance(t, client, "web").AddOns {
		all = append(all, strings.Join([]string{*a.Name, *a.Status, aws.ToString(a.SnapshotTimeOfDay), aws.ToString(a.NextSnapshotTimeOfDay)}, " "))
	}
	return strings.Join(all, ", ")
}

// Automatic snapshots of an instance with a disk and of a disk: one is taken each day,
// seven are kept, also after the add-on is disabled, and they can be restored and deleted.
func TestAutoSnapshots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // starts at 2000-01-01 00:00
		_, client := newTestServer(t)
		ctx := t.Context()
		web := aws.String("web")
		createTestDisk(t, client, "data")
		if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
			t.Fatal(err)
		}
		wantEqual(t, "add-ons before", "", addOnsOf(t, client))
		enableAutoSnapshot(t, client, "web", "06:00")
		enableAutoSnapshot(t, client, "data", "07:00")
		wantEqual(t, "add-ons", "AutoSnapshot Enabled 06:00 06:00", addOnsOf(t, client))
		time.Sleep(6*time.Hour - time.Second)
		wantEqual(t, "before the first snapshot", []string(nil), autoSnapshotTimes(t, client, "web"))
		time.Sleep(time.Second)
		first := must[lightsail.GetAutoSnapshotsOutput](t)(client.GetAutoSnapshots(ctx, &lightsail.GetAutoSnapshotsInput{ResourceName: web}))
		wantEqual(t, "resource of the snapshots", "Instance web", string(first.ResourceType)+" "+*first.ResourceName)
		wantEqual(t, "first snapshot", []types.AutoSnapshotDetails{{
			CreatedAt:         aws.Time(time.Date(2000, 1, 1, 6, 0, 0, 0, time.UTC)),
			Date:              aws.String("2000-01-01"),
			FromAttachedDisks: []types.AttachedDisk{{Path: aws.String("/dev/xvdf"), SizeInGb: aws.Int32(8)}},
			Status:            types.AutoSnapshotStatusSuccess,
		}}, first.AutoSnapshots)

		wantEqual(t, "snapshots of the disk", []string(nil), autoSnapshotTimes(t, client, "data"))
		time.Sleep(100 * 24 * time.Hour) // until April 10
		wantEqual(t, "latest snapshot of the disk", "04-09 07:00", autoSnapshotTimes(t, client, "data")[0])
		week := []string{"04-10 06:00", "04-09 06:00", "04-08 06:00", "04-07 06:00", "04-06 06:00", "04-05 06:00", "04-04 06:00"}
		wantEqual(t, "seven snapshots", week, autoSnapshotTimes(t, client, "web"))
		deleted := must[lightsail.DeleteAutoSnapshotOutput](t)(client.DeleteAutoSnapshot(ctx, &lightsail.DeleteAutoSnapshotInput{
			Date: aws.String("2000-04-10"), ResourceName: web,
		})).Operations[0]
		wantEqual(t, "record of the deletion", "DeleteAutoSnapshot DeleteAutoSnapshot-2000-04-10 Succeeded",
			strings.Join([]string{string(deleted.OperationType), *deleted.OperationDetails, string(deleted.Status)}, " "))
		wantEqual(t, "record of the deletion, polled", deleted,
			*must[lightsail.GetOperationOutput](t)(client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: deleted.Id})).Operation)
		wantEqual(t, "after the deletion", week[1:], autoSnapshotTimes(t, client, "web"))
		_, err := client.DeleteAutoSnapshot(ctx, &lightsail.DeleteAutoSnapshotInput{Date: aws.String("2000-04-10"), ResourceName: web})
		wantCode(t, "DeleteAutoSnapshot again", err, "NotFoundException")
		_, err = client.DeleteAutoSnapshot(ctx, &lightsail.DeleteAutoSnapshotInput{Date: aws.String("yesterday"), ResourceName: web})
		wantCode(t, "DeleteAutoSnapshot without a date", err, invalidInput)

		disable := &lightsail.DisableAddOnInput{AddOnType: types.AddOnTypeAutoSnapshot, ResourceName: web}
		must[lightsail.DisableAddOnOutput](t)(client.DisableAddOn(ctx, disable))
		_, err = client.DisableAddOn(ctx, disable)
		wantCode(t, "DisableAddOn of a disabled add-on", err, invalidInput)
		time.Sleep(48 * time.Hour)
		wantEqual(t, "after DisableAddOn", week[1:], autoSnapshotTimes(t, client, "web"))
		wantEqual(t, "disabled add-on", "AutoSnapshot Disabled 06:00 ", addOnsOf(t, client))

		restore := lightsail.CreateInstancesFromSnapshotInput{
			AvailabilityZone: aws.String("us-east-1a"), BundleId: aws.String("nano_3_0"), InstanceNames: []string{"copy"},
			RestoreDate: aws.String("2000-04-05"), SourceInstanceName: web,
			AddOns: []types.AddOnRequest{*autoSnapshotAt("23:00")},
		}
		must[lightsail.CreateInstancesFromSnapshotOutput](t)(client.CreateInstancesFromSnapshot(ctx, &restore))
		wantEqual(t, "disk of the restored instance", "copy", *readDisk(t, client, "copy-data").AttachedTo)
		restore.RestoreDate, restore.InstanceNames = aws.String("2000-04-10"), []string{"copy-2"}
		_, err = client.CreateInstancesFromSnapshot(ctx, &restore)
		wantCode(t, "restore of a deleted snapshot", err, "NotFoundException")
		must[lightsail.CreateDiskFromSnapshotOutput](t)(client.CreateDiskFromSnapshot(ctx, &lightsail.CreateDiskFromSnapshotInput{
			AvailabilityZone: aws.String("us-east-1a"), DiskName: aws.String("data-2"), SizeInGb: aws.Int32(8),
			SourceDiskName: aws.String("data"), UseLatestRestorableAutoSnapshot: aws.Bool(true),
		}))
		time.Sleep(24 * time.Hour)
		wantEqual(t, "snapshots of the restored instance", []string{"04-12 23:00"}, autoSnapshotTimes(t, client, "copy"))

		_, err = client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: aws.String("copy")})
		wantCode(t, "DeleteInstance with an add-on", err, invalidInput)
		if want := "You cannot delete the Instance copy with addons."; err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
		must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{
			ForceDeleteAddOns: aws.Bool(true), InstanceName: aws.String("copy"),
		}))
		_, err = client.GetAutoSnapshots(ctx, &lightsail.GetAutoSnapshotsInput{ResourceName: aws.String("copy")})
		wantCode(t, "GetAutoSnapshots of a deleted instance", err, "NotFoundException")
		must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: web}))
		_, err = client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: aws.String("data")})
		wantCode(t, "DeleteDisk with an add-on", err, invalidInput)
		must[lightsail.DeleteDiskOutput](t)(client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: aws.String("data"), ForceDeleteAddOns: aws.Bool(true)}))
	})
}

// The latest snapshot has the disks of its time, and an older one does not.
func TestRestoreLatestAutoSnapshot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, client := newTestServer(t)
		enableAutoSnapshot(t, client, "web", "06:00")
		time.Sleep(24 * time.Hour)
		createTestDisk(t, client, "data")
		if _, err := attachDisk(t, client, "data", "web", "/dev/xvdf"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(24 * time.Hour)
		for name, in := range map[string]lightsail.CreateInstancesFromSnapshotInput{
			"first": {RestoreDate: aws.String("2000-01-01")}, "latest": {UseLatestRestorableAutoSnapshot: aws.Bool(true)},
		} {
			in.AvailabilityZone, in.BundleId = aws.String("us-east-1a"), aws.String("nano_3_0")
			in.InstanceNames, in.SourceInstanceName = []string{name}, aws.String("web")
			must[lightsail.CreateInstancesFromSnapshotOutput](t)(client.CreateInstancesFromSnapshot(t.Context(), &in))
		}
		wantEqual(t, "disks of the first and of the latest snapshot", []int{1, 2},
			[]int{len(getInstance(t, client, "first").Hardware.Disks), len(getInstance(t, client, "latest").Hardware.Disks)})
	})
}

// A change of the time of day is effective on the same day only if that day still has
// exactly one snapshot.
func TestChangeSnapshotTime(t *testing.T) {
	for name, test := range map[string]struct {
		old  string
		at   time.Duration // of the change
		new  string
		want []string // newest first, on the third day
	}{
		"later, before the snapshot":    {"06:00", 5 * time.Hour, "08:00", []string{"01-03 08:00", "01-02 08:00", "01-01 08:00"}},
		"later, after the snapshot":     {"06:00", 7 * time.Hour, "08:00", []string{"01-03 08:00", "01-02 08:00", "01-01 06:00"}},
		"earlier, before the snapshot":  {"06:00", 1 * time.Hour, "03:00", []string{"01-03 03:00", "01-02 03:00", "01-01 06:00"}},
		"earlier, after the snapshot":   {"06:00", 7 * time.Hour, "03:00", []string{"01-03 03:00", "01-02 03:00", "01-01 06:00"}},
		"30 minutes before the new one": {"08:00", 330 * time.Minute, "06:00", []string{"01-03 06:00", "01-02 06:00", "01-01 08:00"}},
		"30 minutes before the old one": {"06:00", 330 * time.Minute, "08:00", []string{"01-03 08:00", "01-02 08:00", "01-01 06:00"}},
		"the same time":                 {"06:00", 5 * time.Hour, "06:00", []string{"01-03 06:00", "01-02 06:00", "01-01 06:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, client := newTestServer(t)
				enableAutoSnapshot(t, client, "web", test.old)
				time.Sleep(test.at)
				enableAutoSnapshot(t, client, "web", test.new)
				next := test.want[2][6:]
				if strings.Contains(name, "after") {
					next = test.new
				}
				wantEqual(t, "add-on", "AutoSnapshot Enabled "+test.new+" "+next, addOnsOf(t, client))
				time.Sleep(72*time.Hour - time.Second - test.at)
				wantEqual(t, "snapshots", test.want, autoSnapshotTimes(t, client, "web"))
			})
		})
	}
}

// An instance that a test adds with an add-on has had snapshots since its creation. A
// snapshot that is disabled and enabled again on one day is not taken twice.
func TestAutoSnapshotsOfExistingInstance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		addOn := types.AddOn{Name: aws.String("AutoSnapshot"), Status: aws.String("Enabled")}
		_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{
			Name: aws.String("web"), CreatedAt: aws.Time(time.Now().AddDate(0, 0, -2)), AddOns: []types.AddOn{addOn},
		}))
		disable := func() {
			must[lightsail.DisableAddOnOutput](t)(client.DisableAddOn(t.Context(), &lightsail.DisableAddOnInput{
				AddOnType: types.AddOnTypeAutoSnapshot, ResourceName: aws.String("web"),
			}))
		}
		wantEqual(t, "add-on", "AutoSnapshot Enabled 06:00 06:00", addOnsOf(t, client))
		wantEqual(t, "snapshots", []string{"12-31 06:00", "12-30 06:00"}, autoSnapshotTimes(t, client, "web"))
		time.Sleep(7 * time.Hour)
		disable()
		enableAutoSnapshot(t, client, "web", "09:00")
		time.Sleep(7 * time.Hour)
		wantEqual(t, "snapshots after EnableAddOn", []string{"01-01 06:00", "12-31 06:00", "12-30 06:00"}, autoSnapshotTimes(t, client, "web"))
		disable()
		time.Sleep(72 * time.Hour) // until January 4, 14:00
		enableAutoSnapshot(t, client, "web", "15:00")
		time.Sleep(time.Hour)
		wantEqual(t, "snapshots after a pause", []string{"01-04 15:00", "01-01 06:00", "12-31 06:00", "12-30 06:00"}, autoSnapshotTimes(t, client, "web"))
	})
}

func TestAddOnsOfCreatedResources(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022")}))
	ctx := t.Context()
	idle := types.AddOnRequest{AddOnType: types.AddOnTypeStopInstanceOnIdle, StopInstanceOnIdleRequest: &types.StopInstanceOnIdleRequest{
		Duration: aws.String("15"), Threshold: aws.String("5"),
	}}
	create := func(name, blueprint, bundle string, addOns ...types.AddOnRequest) error {
		_, err := client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
			AddOns: addOns, AvailabilityZone: aws.String("us-east-1a"), BlueprintId: &blueprint, BundleId: &bundle, InstanceNames: []string{name},
		})
		return err
	}
	if err := create("notebook", "research_notebook", "research_xlarge_1_0", idle, types.AddOnRequest{AddOnType: types.AddOnTypeAutoSnapshot}); err != nil {
		t.Fatal(err)
	}
	enabled := aws.String("Enabled")
	wantEqual(t, "add-ons of a new instance", []types.AddOn{
		{Duration: aws.String("15"), Name: aws.String("StopInstanceOnIdle"), Status: enabled, Threshold: aws.String("5")},
		{Name: aws.String("AutoSnapshot"), NextSnapshotTimeOfDay: aws.String("06:00"), SnapshotTimeOfDay: aws.String("06:00"), Status: enabled},
	}, getInstance(t, client, "notebook").AddOns)

	wantCode(t, "StopInstanceOnIdle for an ordinary instance", create("a1", "ubuntu_24_04", "nano_3_0", idle), invalidInput)
	wantCode(t, "AutoSnapshot for Windows", create("a2", "windows_server_2022", "nano_win_3_0", *autoSnapshotAt("06:00")), invalidInput)
	wantCode(t, "time that is not a full hour", create("a3", "ubuntu_24_04", "nano_3_0", *autoSnapshotAt("06:01")), invalidInput)
	for name, code := range map[string]string{"office": invalidInput, "alpha": "NotFoundException", "missing": "NotFoundException"} {
		_, err := client.EnableAddOn(ctx, &lightsail.EnableAddOnInput{AddOnRequest: autoSnapshotAt("06:00"), ResourceName: &name})
		wantCode(t, "EnableAddOn for "+name, err, code)
	}
}
