package interop_test

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

var databaseName = aws.String("shop-db")

// TestServerDatabases creates, changes, snapshots, restores and deletes databases. It moves
// the server's clock to the maintenance window, so the requests are not signed.
func TestServerDatabases(t *testing.T) {
	start := time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC) // a Monday
	now := start
	var lags []lightsailtest.Lag
	for _, state := range []string{"creating", "modifying", "rebooting", "stopping", "pending"} {
		lags = append(lags, lightsailtest.Lag{State: state, Polls: 1})
	}
	lags = append(lags, lightsailtest.Lag{Name: "broken", State: "creating", Polls: 1, End: "failed", Reason: "no capacity"})
	runSessions(t, func(s *session) {
		cfg := s.server.Config()
		cfg.Credentials = aws.AnonymousCredentials{}
		s.configure(cfg)
		createDatabases(s)
		changeDatabase(s)
		now = start.Add(6 * time.Hour)
		readDatabaseHistory(s)
		restoreDatabases(s)
		deleteDatabases(s)
		now = start // for the next session
	},
		lightsailtest.WithUnsigned(),
		lightsailtest.WithClock(func() time.Time { return now }),
		lightsailtest.WithPageSize(2),
		lightsailtest.WithLag(lags...),
	)
}

// createDatabases creates two databases from the catalog, and puts one with a maintenance
// action.
func createDatabases(s *session) {
	blueprints := must[lightsail.GetRelationalDatabaseBlueprintsOutput](s, &lightsail.GetRelationalDatabaseBlueprintsInput{})
	assertEqual(s, *blueprints.Blueprints[1].BlueprintId, "mysql_8_0")
	must[lightsail.GetRelationalDatabaseBlueprintsOutput](s, &lightsail.GetRelationalDatabaseBlueprintsInput{PageToken: blueprints.NextPageToken})
	bundles := must[lightsail.GetRelationalDatabaseBundlesOutput](s, &lightsail.GetRelationalDatabaseBundlesInput{IncludeInactive: aws.Bool(true)})
	assertEqual(s, *bundles.Bundles[1].BundleId, "micro_ha_2_0")
	create := lightsail.CreateRelationalDatabaseInput{
		AvailabilityZone:              aws.String("us-east-1b"),
		MasterDatabaseName:            aws.String("shop"),
		MasterUserPassword:            aws.String("first-secret"),
		MasterUsername:                aws.String("admin"),
		PreferredBackupWindow:         aws.String("16:00-16:30"),
		PreferredMaintenanceWindow:    aws.String("Mon:17:00-Mon:17:30"),
		PubliclyAccessible:            aws.Bool(true),
		RelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		RelationalDatabaseBundleId:    aws.String("micro_ha_2_0"),
		RelationalDatabaseName:        databaseName,
		Tags:                          []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}
	s.waitSucceeded(must[lightsail.CreateRelationalDatabaseOutput](s, &create).Operations)
	s.mustFail("InvalidInputException", &create)
	invalid := create
	invalid.RelationalDatabaseName, invalid.MasterUserPassword = aws.String("other"), aws.String("pass/word")
	s.mustFail("InvalidInputException", &invalid)
	broken := create
	broken.RelationalDatabaseName, broken.RelationalDatabaseBlueprintId = aws.String("broken"), aws.String("postgres_16")
	failed := must[lightsail.CreateRelationalDatabaseOutput](s, &broken).Operations
	assertEqual(s, *s.wait(failed[0]).ErrorDetails, "no capacity")

	if err := s.server.PutJSON([]byte(`{"relationalDatabases": [{"name": "put-db", "pendingMaintenanceActions": [
		{"action": "system-update", "description": "new operating system", "currentApplyDate": 1800000000}]}]}`)); err != nil {
		s.Fatal(err)
	}
	page := must[lightsail.GetRelationalDatabasesOutput](s, &lightsail.GetRelationalDatabasesInput{})
	assertEqual(s, *page.RelationalDatabases[1].PendingMaintenanceActions[0].Action, "system-update")
	page = must[lightsail.GetRelationalDatabasesOutput](s, &lightsail.GetRelationalDatabasesInput{PageToken: page.NextPageToken})
	d := must[lightsail.GetRelationalDatabaseOutput](s, &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: databaseName}).RelationalDatabase
	assertEqual(s, []types.RelationalDatabase{*d}, page.RelationalDatabases)
	assertEqual(s, []string{*d.State, *d.SecondaryAvailabilityZone, *d.PreferredMaintenanceWindow}, []string{"available", "us-east-1c", "mon:17:00-mon:17:30"})
}

// changeDatabase changes settings and parameters of a database.
func changeDatabase(s *session) {
	update := &lightsail.UpdateRelationalDatabaseInput{
		CaCertificateIdentifier: aws.String("rds-ca-ecc384-g1"), DisableBackupRetention: aws.Bool(true), MasterUserPassword: aws.String("second-secret"),
		RelationalDatabaseBlueprintId: aws.String("mysql_8_4"), RelationalDatabaseName: databaseName,
	}
	operations := must[lightsail.UpdateRelationalDatabaseOutput](s, update).Operations
	s.mustFail("OperationFailureException", update)
	get := &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: databaseName}
	pending := must[lightsail.GetRelationalDatabaseOutput](s, get).RelationalDatabase.PendingModifiedValues
	assertEqual(s, pending, &types.PendingModifiedRelationalDatabaseValues{
		BackupRetentionEnabled: aws.Bool(false), EngineVersion: aws.String("8.4.3"), MasterUserPassword: aws.String("****"),
	})
	s.waitSucceeded(operations)
	for _, test := range []struct {
		version types.RelationalDatabasePasswordVersion
		want    string
	}{{types.RelationalDatabasePasswordVersionPrevious, "first-secret"}, {"", "second-secret"}} {
		in := &lightsail.GetRelationalDatabaseMasterUserPasswordInput{PasswordVersion: test.version, RelationalDatabaseName: databaseName}
		assertEqual(s, *must[lightsail.GetRelationalDatabaseMasterUserPasswordOutput](s, in).MasterUserPassword, test.want)
	}
	s.mustFail("NotFoundException", &lightsail.GetRelationalDatabaseMasterUserPasswordInput{
		PasswordVersion: types.RelationalDatabasePasswordVersionPending, RelationalDatabaseName: databaseName,
	})

	parameters := must[lightsail.GetRelationalDatabaseParametersOutput](s, &lightsail.GetRelationalDatabaseParametersInput{RelationalDatabaseName: databaseName})
	first := parameters.Parameters[0]
	assertEqual(s, *first.ParameterName, "activate_all_roles_on_login")
	change := &lightsail.UpdateRelationalDatabaseParametersInput{RelationalDatabaseName: databaseName, Parameters: []types.RelationalDatabaseParameter{
		{ParameterName: first.ParameterName, ParameterValue: aws.String("1"), ApplyMethod: aws.String("pending-reboot")},
	}}
	s.waitSucceeded(must[lightsail.UpdateRelationalDatabaseParametersOutput](s, change).Operations)
	assertEqual(s, *must[lightsail.GetRelationalDatabaseOutput](s, get).RelationalDatabase.ParameterApplyStatus, "pending-reboot")
	change.Parameters[0].ParameterValue = aws.String("2")
	s.mustFail("InvalidInputException", change)
	must[lightsail.GetRelationalDatabaseParametersOutput](s, &lightsail.GetRelationalDatabaseParametersInput{
		PageToken: parameters.NextPageToken, RelationalDatabaseName: databaseName,
	})
}

// readDatabaseHistory reads events and log entries after the maintenance window.
func readDatabaseHistory(s *session) {
	d := must[lightsail.GetRelationalDatabaseOutput](s, &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: databaseName}).RelationalDatabase
	assertEqual(s, *d.EngineVersion, "8.4.3")
	assertEqual(s, d.LatestRestorableTime, nil)
	s.waitSucceeded(must[lightsail.RebootRelationalDatabaseOutput](s, &lightsail.RebootRelationalDatabaseInput{RelationalDatabaseName: databaseName}).Operations)
	events := &lightsail.GetRelationalDatabaseEventsInput{DurationInMinutes: aws.Int32(600), RelationalDatabaseName: databaseName}
	out := must[lightsail.GetRelationalDatabaseEventsOutput](s, events)
	assertEqual(s, *out.RelationalDatabaseEvents[0].Message, "Relational Database created")
	events.PageToken = out.NextPageToken
	must[lightsail.GetRelationalDatabaseEventsOutput](s, events)
	events.PageToken, events.DurationInMinutes = nil, aws.Int32(20161)
	s.mustFail("InvalidInputException", events)

	streams := must[lightsail.GetRelationalDatabaseLogStreamsOutput](s, &lightsail.GetRelationalDatabaseLogStreamsInput{RelationalDatabaseName: databaseName})
	log := lightsail.GetRelationalDatabaseLogEventsInput{LogStreamName: &streams.LogStreams[1], RelationalDatabaseName: databaseName, StartFromHead: aws.Bool(true)}
	entries := 0
	for pages := 0; ; pages++ {
		page := must[lightsail.GetRelationalDatabaseLogEventsOutput](s, &log)
		entries += len(page.ResourceLogEvents)
		if aws.ToString(page.NextForwardToken) == aws.ToString(log.PageToken) || pages > 10 {
			break
		}
		next := log
		next.PageToken = page.NextForwardToken
		log = next
	}
	assertEqual(s, entries, 5)
	log.LogStreamName = aws.String("none")
	s.mustFail("NotFoundException", &log)
}

// restoreDatabases creates snapshots and restores databases from one and to a time.
func restoreDatabases(s *session) {
	name, put := aws.String("put-db-1"), aws.String("put-db")
	create := &lightsail.CreateRelationalDatabaseSnapshotInput{RelationalDatabaseName: put, RelationalDatabaseSnapshotName: name, Tags: []types.Tag{{Key: aws.String("keep")}}}
	s.waitSucceeded(must[lightsail.CreateRelationalDatabaseSnapshotOutput](s, create).Operations)
	s.mustFail("InvalidInputException", create)
	s.waitSucceeded(must[lightsail.CreateRelationalDatabaseFromSnapshotOutput](s, &lightsail.CreateRelationalDatabaseFromSnapshotInput{
		RelationalDatabaseName: aws.String("copy-1"), RelationalDatabaseSnapshotName: name, RelationalDatabaseBundleId: aws.String("small_2_0"),
	}).Operations)
	restore := &lightsail.CreateRelationalDatabaseFromSnapshotInput{
		RelationalDatabaseName: aws.String("copy-2"), SourceRelationalDatabaseName: put, RestoreTime: aws.Time(time.Date(2026, 1, 5, 17, 0, 0, 0, time.UTC)),
	}
	s.waitSucceeded(must[lightsail.CreateRelationalDatabaseFromSnapshotOutput](s, restore).Operations)
	s.mustFail("InvalidInputException", restore)
	restore.SourceRelationalDatabaseName = databaseName // has no backups anymore
	s.mustFail("OperationFailureException", restore)

	stop := &lightsail.StopRelationalDatabaseInput{RelationalDatabaseName: put, RelationalDatabaseSnapshotName: aws.String("put-db-2")}
	s.waitSucceeded(must[lightsail.StopRelationalDatabaseOutput](s, stop).Operations)
	s.mustFail("OperationFailureException", stop)
	s.waitSucceeded(must[lightsail.StartRelationalDatabaseOutput](s, &lightsail.StartRelationalDatabaseInput{RelationalDatabaseName: put}).Operations)
}

// deleteDatabases deletes databases, with a final snapshot and without one, and a snapshot.
func deleteDatabases(s *session) {
	remove := &lightsail.DeleteRelationalDatabaseInput{RelationalDatabaseName: databaseName, FinalRelationalDatabaseSnapshotName: aws.String("final")}
	s.waitSucceeded(must[lightsail.DeleteRelationalDatabaseOutput](s, remove).Operations)
	s.mustFail("NotFoundException", remove)
	broken := &lightsail.DeleteRelationalDatabaseInput{RelationalDatabaseName: aws.String("broken")}
	s.mustFail("OperationFailureException", broken)
	skip := *broken
	skip.SkipFinalSnapshot = aws.Bool(true)
	s.waitSucceeded(must[lightsail.DeleteRelationalDatabaseOutput](s, &skip).Operations)

	final := &lightsail.GetRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: aws.String("final")}
	snapshot := must[lightsail.GetRelationalDatabaseSnapshotOutput](s, final).RelationalDatabaseSnapshot
	assertEqual(s, *snapshot.State, "available")
	page := must[lightsail.GetRelationalDatabaseSnapshotsOutput](s, &lightsail.GetRelationalDatabaseSnapshotsInput{})
	assertEqual(s, page.RelationalDatabaseSnapshots[0], *snapshot)
	must[lightsail.GetRelationalDatabaseSnapshotsOutput](s, &lightsail.GetRelationalDatabaseSnapshotsInput{PageToken: page.NextPageToken})
	s.waitSucceeded(must[lightsail.DeleteRelationalDatabaseSnapshotOutput](s, &lightsail.DeleteRelationalDatabaseSnapshotInput{
		RelationalDatabaseSnapshotName: aws.String("final"),
	}).Operations)
	s.mustFail("NotFoundException", final)
}
