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

func snapshotDatabase(t *testing.T, client *lightsail.Client, name string) []types.Operation {
	t.Helper()
	return must[lightsail.CreateRelationalDatabaseSnapshotOutput](t)(client.CreateRelationalDatabaseSnapshot(t.Context(),
		&lightsail.CreateRelationalDatabaseSnapshotInput{
			RelationalDatabaseName: aws.String("db"), RelationalDatabaseSnapshotName: &name, Tags: []types.Tag{{Key: aws.String("keep")}},
		})).Operations
}

func readDatabaseSnapshot(t *testing.T, client *lightsail.Client, name string) *types.RelationalDatabaseSnapshot {
	t.Helper()
	in := &lightsail.GetRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: &name}
	return must[lightsail.GetRelationalDatabaseSnapshotOutput](t)(client.GetRelationalDatabaseSnapshot(t.Context(), in)).RelationalDatabaseSnapshot
}

// A database is snapshotted, deleted, and restored with a larger bundle. Its password is that
// of the time of the snapshot.
func TestDatabaseSnapshotLifecycle(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{State: "pending", Polls: 1},
		lightsailtest.Lag{Name: "db", State: "backing-up", Polls: 1},
	))
	ctx := t.Context()
	createTestDatabase(t, client, "db")
	wantEqual(t, "states of the new database", "backing-up available", databaseStates(t, client, "db", 2))
	db := readDatabase(t, client, "db")

	wantEqual(t, "records of CreateRelationalDatabaseSnapshot",
		[]string{"CreateRelationalDatabaseSnapshot db-1 db", "CreateRelationalDatabaseSnapshot db db-1"}, recordsOf(snapshotDatabase(t, client, "db-1")))
	restore := &lightsail.CreateRelationalDatabaseFromSnapshotInput{
		AvailabilityZone:               aws.String("us-east-1c"),
		PubliclyAccessible:             aws.Bool(true),
		RelationalDatabaseBundleId:     aws.String("small_2_0"),
		RelationalDatabaseName:         aws.String("copy"),
		RelationalDatabaseSnapshotName: aws.String("db-1"),
		Tags:                           []types.Tag{{Key: aws.String("restored"), Value: aws.String("yes")}},
	}
	_, err := client.CreateRelationalDatabaseFromSnapshot(ctx, restore)
	wantCode(t, "CreateRelationalDatabaseFromSnapshot from a pending snapshot", err, "OperationFailureException")
	wantEqual(t, "states during the snapshot", "backing-up available", databaseStates(t, client, "db", 2))
	wantEqual(t, "state of the new snapshot", "pending", *readDatabaseSnapshot(t, client, "db-1").State)
	s := readDatabaseSnapshot(t, client, "db-1")
	wantEqual(t, "snapshot", &types.RelationalDatabaseSnapshot{
		Arn:                               s.Arn,
		CreatedAt:                         s.CreatedAt,
		Engine:                            aws.String("mysql"),
		EngineVersion:                     aws.String("8.0.40"),
		FromRelationalDatabaseArn:         db.Arn,
		FromRelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		FromRelationalDatabaseBundleId:    aws.String("micro_2_0"),
		FromRelationalDatabaseName:        aws.String("db"),
		Location:                          &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                              aws.String("db-1"),
		ResourceType:                      types.ResourceTypeRelationalDatabaseSnapshot,
		SizeInGb:                          aws.Int32(40),
		State:                             aws.String("available"),
		SupportCode:                       s.SupportCode,
		Tags:                              []types.Tag{{Key: aws.String("keep"), Value: aws.String("")}},
	}, s)
	wantEqual(t, "listed snapshots", []types.RelationalDatabaseSnapshot{*s},
		must[lightsail.GetRelationalDatabaseSnapshotsOutput](t)(client.GetRelationalDatabaseSnapshots(ctx, nil)).RelationalDatabaseSnapshots)

	updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{RotateMasterUserPassword: aws.Bool(true)})
	must[lightsail.DeleteRelationalDatabaseOutput](t)(client.DeleteRelationalDatabase(ctx, &lightsail.DeleteRelationalDatabaseInput{
		RelationalDatabaseName: aws.String("db"), SkipFinalSnapshot: aws.Bool(true),
	}))
	wantEqual(t, "records of CreateRelationalDatabaseFromSnapshot", []string{"CreateRelationalDatabaseFromSnapshot copy"},
		recordsOf(must[lightsail.CreateRelationalDatabaseFromSnapshotOutput](t)(client.CreateRelationalDatabaseFromSnapshot(ctx, restore)).Operations))
	d := readDatabase(t, client, "copy")
	wantEqual(t, "restored database", []string{"shop", "admin", "8.0.40", "small_2_0", "us-east-1c", "restored"}, []string{
		*d.MasterDatabaseName, *d.MasterUsername, *d.EngineVersion, *d.RelationalDatabaseBundleId, *d.Location.AvailabilityZone, *d.Tags[0].Key,
	})
	wantEqual(t, "hardware", int32(80), *d.Hardware.DiskSizeInGb)
	wantEqual(t, "password", "first-secret", readPassword(t, client, "copy", ""))

	remove := &lightsail.DeleteRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: aws.String("db-1")}
	wantEqual(t, "records of DeleteRelationalDatabaseSnapshot", []string{"DeleteRelationalDatabaseSnapshot db-1"},
		recordsOf(must[lightsail.DeleteRelationalDatabaseSnapshotOutput](t)(client.DeleteRelationalDatabaseSnapshot(ctx, remove)).Operations))
	_, err = client.DeleteRelationalDatabaseSnapshot(ctx, remove)
	wantCode(t, "DeleteRelationalDatabaseSnapshot of a deleted snapshot", err, "NotFoundException")
	_, err = client.CreateRelationalDatabaseFromSnapshot(ctx, restore)
	wantCode(t, "CreateRelationalDatabaseFromSnapshot from a deleted snapshot", err, "NotFoundException")
}

// A database can be restored to a time of the last 7 days.
func TestDatabasePointInTimeRestore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // starts at 2000-01-01 00:00
		_, client := newTestServer(t)
		createTestDatabase(t, client, "db")
		time.Sleep(10*24*time.Hour + 7*time.Minute)
		at := func(day, hour, minute int) *time.Time {
			return aws.Time(time.Date(2000, 1, day, hour, minute, 0, 0, time.UTC))
		}
		wantEqual(t, "latest restorable time", *at(11, 0, 5), *readDatabase(t, client, "db").LatestRestorableTime)
		for name, test := range map[string]struct {
			time *time.Time
			code string
		}{
			"too-early": {at(4, 0, 6), invalidInput},
			"first":     {at(4, 0, 7), ""},
			"last":      {at(11, 0, 4), ""},
			"too-late":  {at(11, 0, 5), invalidInput},
		} {
			_, err := client.CreateRelationalDatabaseFromSnapshot(t.Context(), &lightsail.CreateRelationalDatabaseFromSnapshotInput{
				RelationalDatabaseName: &name, RestoreTime: test.time, SourceRelationalDatabaseName: aws.String("db"),
			})
			wantCode(t, name, err, test.code)
		}
		latest := &lightsail.CreateRelationalDatabaseFromSnapshotInput{
			RelationalDatabaseName: aws.String("latest"), SourceRelationalDatabaseName: aws.String("db"), UseLatestRestorableTime: aws.Bool(true),
		}
		must[lightsail.CreateRelationalDatabaseFromSnapshotOutput](t)(client.CreateRelationalDatabaseFromSnapshot(t.Context(), latest))
		wantEqual(t, "bundle", "micro_2_0", *readDatabase(t, client, "latest").RelationalDatabaseBundleId)

		updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{ApplyImmediately: aws.Bool(true), DisableBackupRetention: aws.Bool(true)})
		latest.RelationalDatabaseName = aws.String("later")
		_, err := client.CreateRelationalDatabaseFromSnapshot(t.Context(), latest)
		wantCode(t, "restore without backups", err, "OperationFailureException")
	})
}

func TestCreateDatabaseFromSnapshotErrors(t *testing.T) {
	type input = lightsail.CreateRelationalDatabaseFromSnapshotInput
	_, client := newTestServer(t)
	in := databaseInput("db")
	in.RelationalDatabaseBundleId = aws.String("medium_2_0")
	must[lightsail.CreateRelationalDatabaseOutput](t)(client.CreateRelationalDatabase(t.Context(), in))
	snapshotDatabase(t, client, "db-1")
	copied, db, snapshot, yes := aws.String("copy"), aws.String("db"), aws.String("db-1"), aws.Bool(true)
	for _, test := range []struct {
		in            input
		code, message string
	}{
		{input{}, invalidInput, "either this member or sourceRelationalDatabaseName"},
		{input{RelationalDatabaseSnapshotName: snapshot, SourceRelationalDatabaseName: db, UseLatestRestorableTime: yes},
			invalidInput, "either this member or sourceRelationalDatabaseName"},
		{input{RelationalDatabaseSnapshotName: snapshot, UseLatestRestorableTime: yes}, invalidInput, "useLatestRestorableTime: must not"},
		{input{RelationalDatabaseSnapshotName: snapshot, RestoreTime: aws.Time(time.Now())}, invalidInput, "restoreTime: must not"},
		{input{SourceRelationalDatabaseName: db}, invalidInput, "either this member or useLatestRestorableTime"},
		{input{SourceRelationalDatabaseName: db, UseLatestRestorableTime: yes, RestoreTime: aws.Time(time.Now())},
			invalidInput, "either this member or useLatestRestorableTime"},
		{input{SourceRelationalDatabaseName: snapshot, UseLatestRestorableTime: yes}, "NotFoundException", "db-1"},
		{input{RelationalDatabaseSnapshotName: db}, "NotFoundException", "db"},
		{input{RelationalDatabaseSnapshotName: snapshot, RelationalDatabaseBundleId: aws.String("small_2_0")},
			invalidInput, "must not be smaller than medium_2_0"},
		{input{RelationalDatabaseSnapshotName: snapshot, RelationalDatabaseBundleId: aws.String("x")}, invalidInput, "no bundle"},
		{input{RelationalDatabaseSnapshotName: snapshot, AvailabilityZone: aws.String("x")}, invalidInput, "Availability Zone"},
	} {
		test.in.RelationalDatabaseName = copied
		_, err := client.CreateRelationalDatabaseFromSnapshot(t.Context(), &test.in)
		if errorCode(err) != test.code || !strings.Contains(err.Error(), test.message) {
			t.Errorf("%+v: got %v, want %s with %q", test.in, err, test.code, test.message)
		}
	}
	_, err := client.CreateRelationalDatabaseSnapshot(t.Context(), &lightsail.CreateRelationalDatabaseSnapshotInput{
		RelationalDatabaseName: db, RelationalDatabaseSnapshotName: aws.String("web"),
	})
	wantCode(t, "CreateRelationalDatabaseSnapshot with a used name", err, invalidInput)
}

// A database that cannot be snapshotted has a failed record and a snapshot with an error.
func TestDatabaseSnapshotFailure(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1, End: "error", Reason: "no space"}))
	createTestDatabase(t, client, "db")
	operations := snapshotDatabase(t, client, "db-1")
	err := lightsail.NewRelationalDatabaseSnapshotAvailableWaiter(client).Wait(t.Context(),
		&lightsail.GetRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: aws.String("db-1")}, time.Minute,
		func(o *lightsail.RelationalDatabaseSnapshotAvailableWaiterOptions) { o.MinDelay = time.Millisecond })
	if err == nil || !strings.Contains(err.Error(), "error") {
		t.Errorf("wait for the snapshot: got %v, want an error with the state", err)
	}
	record := must[lightsail.GetOperationOutput](t)(client.GetOperation(t.Context(), &lightsail.GetOperationInput{OperationId: operations[0].Id})).Operation
	wantEqual(t, "record", "Failed: no space", string(record.Status)+": "+aws.ToString(record.ErrorDetails))
}
