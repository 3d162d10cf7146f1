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

// databaseInput returns an input that creates a MySQL database with windows on Mondays.
func databaseInput(name string) *lightsail.CreateRelationalDatabaseInput {
	return &lightsail.CreateRelationalDatabaseInput{
		MasterDatabaseName:            aws.String("shop"),
		MasterUserPassword:            aws.String("first-secret"),
		MasterUsername:                aws.String("admin"),
		PreferredBackupWindow:         aws.String("16:00-16:30"),
		PreferredMaintenanceWindow:    aws.String("Mon:17:00-Mon:17:30"),
		RelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		RelationalDatabaseBundleId:    aws.String("micro_2_0"),
		RelationalDatabaseName:        &name,
	}
}

func createTestDatabase(t *testing.T, client *lightsail.Client, name string) []types.Operation {
	t.Helper()
	return must[lightsail.CreateRelationalDatabaseOutput](t)(client.CreateRelationalDatabase(t.Context(), databaseInput(name))).Operations
}

func readDatabase(t *testing.T, client *lightsail.Client, name string) *types.RelationalDatabase {
	t.Helper()
	in := &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: &name}
	return must[lightsail.GetRelationalDatabaseOutput](t)(client.GetRelationalDatabase(t.Context(), in)).RelationalDatabase
}

// databaseStates returns the states that n polls of the database see.
func databaseStates(t *testing.T, client *lightsail.Client, name string, n int) string {
	t.Helper()
	var states []string
	for range n {
		states = append(states, *readDatabase(t, client, name).State)
	}
	return strings.Join(states, " ")
}

// readPassword returns a version of the password of the master user, or the code of the error.
func readPassword(t *testing.T, client *lightsail.Client, name string, version types.RelationalDatabasePasswordVersion) string {
	t.Helper()
	out, err := client.GetRelationalDatabaseMasterUserPassword(t.Context(), &lightsail.GetRelationalDatabaseMasterUserPasswordInput{
		PasswordVersion: version, RelationalDatabaseName: &name,
	})
	if err != nil {
		return errorCode(err)
	}
	if out.CreatedAt.IsZero() {
		t.Errorf("%s password of %s: CreatedAt is not set", version, name)
	}
	return *out.MasterUserPassword
}

func updateDatabase(t *testing.T, client *lightsail.Client, in lightsail.UpdateRelationalDatabaseInput) []types.Operation {
	t.Helper()
	in.RelationalDatabaseName = aws.String("db")
	return must[lightsail.UpdateRelationalDatabaseOutput](t)(client.UpdateRelationalDatabase(t.Context(), &in)).Operations
}

func stopDatabase(t *testing.T, client *lightsail.Client, snapshot *string) []types.Operation {
	t.Helper()
	return must[lightsail.StopRelationalDatabaseOutput](t)(client.StopRelationalDatabase(t.Context(), &lightsail.StopRelationalDatabaseInput{
		RelationalDatabaseName: aws.String("db"), RelationalDatabaseSnapshotName: snapshot,
	})).Operations
}

func startDatabase(t *testing.T, client *lightsail.Client) {
	t.Helper()
	must[lightsail.StartRelationalDatabaseOutput](t)(client.StartRelationalDatabase(t.Context(), &lightsail.StartRelationalDatabaseInput{
		RelationalDatabaseName: aws.String("db"),
	}))
}

func rebootDatabase(t *testing.T, client *lightsail.Client) {
	t.Helper()
	must[lightsail.RebootRelationalDatabaseOutput](t)(client.RebootRelationalDatabase(t.Context(), &lightsail.RebootRelationalDatabaseInput{
		RelationalDatabaseName: aws.String("db"),
	}))
}

// recordsOf returns the operation types and the resources of operation records.
func recordsOf(operations []types.Operation) (records []string) {
	for _, op := range operations {
		records = append(records, strings.TrimSuffix(string(op.OperationType)+" "+*op.ResourceName+" "+aws.ToString(op.OperationDetails), " "))
	}
	return records
}

// A database is created, rebooted, stopped with a snapshot, started, and deleted, with a lag
// of each state.
func TestDatabaseLifecycle(t *testing.T) {
	var lags []lightsailtest.Lag
	for _, state := range []string{"creating", "backing-up", "rebooting", "stopping", "starting", lightsailtest.Deleted} {
		lags = append(lags, lightsailtest.Lag{Type: types.ResourceTypeRelationalDatabase, State: state, Polls: 1})
	}
	_, client := newTestServer(t, lightsailtest.WithLag(lags...))
	ctx, name := t.Context(), aws.String("db")

	in := databaseInput("db")
	in.AvailabilityZone, in.PubliclyAccessible = aws.String("us-east-1b"), aws.Bool(true)
	in.RelationalDatabaseBundleId, in.Tags = aws.String("micro_ha_2_0"), []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}}
	operations := must[lightsail.CreateRelationalDatabaseOutput](t)(client.CreateRelationalDatabase(ctx, in)).Operations
	if op := operations[0]; len(operations) != 1 || op.OperationType != types.OperationTypeCreateRelationalDatabase || op.Status != types.OperationStatusStarted {
		t.Errorf("CreateRelationalDatabase: got operation records %+v, want one that is Started", operations)
	}
	_, err := client.CreateRelationalDatabase(ctx, in)
	wantCode(t, "CreateRelationalDatabase with a used name", err, invalidInput)
	_, err = client.RebootRelationalDatabase(ctx, &lightsail.RebootRelationalDatabaseInput{RelationalDatabaseName: name})
	wantCode(t, "RebootRelationalDatabase of a new database", err, "OperationFailureException")
	if d := readDatabase(t, client, "db"); *d.State != "creating" || d.MasterEndpoint != nil || d.LatestRestorableTime != nil {
		t.Errorf("new database: got %+v, want it creating without an endpoint", d)
	}
	wantEqual(t, "states of the new database", "backing-up available", databaseStates(t, client, "db", 2))

	d := readDatabase(t, client, "db")
	if address := *d.MasterEndpoint.Address; !strings.HasPrefix(address, "ls-") || !strings.HasSuffix(address, ".us-east-1.rds.amazonaws.com") {
		t.Errorf("got the address %s, want the form of a published example", address)
	}
	wantEqual(t, "database", &types.RelationalDatabase{
		Arn:                           d.Arn,
		BackupRetentionEnabled:        aws.Bool(true),
		CaCertificateIdentifier:       aws.String("rds-ca-rsa2048-g1"),
		CreatedAt:                     d.CreatedAt,
		Engine:                        aws.String("mysql"),
		EngineVersion:                 aws.String("8.0.40"),
		Hardware:                      &types.RelationalDatabaseHardware{CpuCount: aws.Int32(2), DiskSizeInGb: aws.Int32(40), RamSizeInGb: aws.Float32(1)},
		LatestRestorableTime:          d.LatestRestorableTime,
		Location:                      &types.ResourceLocation{AvailabilityZone: aws.String("us-east-1b"), RegionName: types.RegionNameUsEast1},
		MasterDatabaseName:            aws.String("shop"),
		MasterEndpoint:                &types.RelationalDatabaseEndpoint{Address: d.MasterEndpoint.Address, Port: aws.Int32(3306)},
		MasterUsername:                aws.String("admin"),
		Name:                          name,
		ParameterApplyStatus:          aws.String("in-sync"),
		PendingMaintenanceActions:     []types.PendingMaintenanceAction{},
		PendingModifiedValues:         &types.PendingModifiedRelationalDatabaseValues{},
		PreferredBackupWindow:         aws.String("16:00-16:30"),
		PreferredMaintenanceWindow:    aws.String("mon:17:00-mon:17:30"),
		PubliclyAccessible:            aws.Bool(true),
		RelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		RelationalDatabaseBundleId:    aws.String("micro_ha_2_0"),
		ResourceType:                  types.ResourceTypeRelationalDatabase,
		SecondaryAvailabilityZone:     aws.String("us-east-1c"),
		State:                         aws.String("available"),
		SupportCode:                   d.SupportCode,
		Tags:                          []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}, d)
	if d.LatestRestorableTime.Before(*d.CreatedAt) {
		t.Errorf("got the latest restorable time %v, want one that is not before the creation at %v", d.LatestRestorableTime, d.CreatedAt)
	}
	wantEqual(t, "listed databases", []types.RelationalDatabase{*d},
		must[lightsail.GetRelationalDatabasesOutput](t)(client.GetRelationalDatabases(ctx, nil)).RelationalDatabases)

	rebootDatabase(t, client)
	wantEqual(t, "states of a reboot", "rebooting available", databaseStates(t, client, "db", 2))
	for _, snapshot := range []string{"web", "my_snapshot"} {
		_, err = client.StopRelationalDatabase(ctx, &lightsail.StopRelationalDatabaseInput{RelationalDatabaseName: name, RelationalDatabaseSnapshotName: &snapshot})
		wantCode(t, "StopRelationalDatabase with the snapshot name "+snapshot, err, invalidInput)
	}
	wantEqual(t, "records of StopRelationalDatabase with a snapshot",
		[]string{"StopRelationalDatabase db", "CreateRelationalDatabaseSnapshot db db-stop", "CreateRelationalDatabaseSnapshot db-stop db"},
		recordsOf(stopDatabase(t, client, aws.String("db-stop"))))
	wantEqual(t, "states of a stop", "stopping stopped", databaseStates(t, client, "db", 2))
	_, err = client.UpdateRelationalDatabase(ctx, &lightsail.UpdateRelationalDatabaseInput{RelationalDatabaseName: name})
	wantCode(t, "UpdateRelationalDatabase of a stopped database", err, "OperationFailureException")
	startDatabase(t, client)
	wantEqual(t, "states of a start", "starting available", databaseStates(t, client, "db", 2))
	_, err = client.StartRelationalDatabase(ctx, &lightsail.StartRelationalDatabaseInput{RelationalDatabaseName: name})
	wantCode(t, "StartRelationalDatabase of an available database", err, "OperationFailureException")

	remove := &lightsail.DeleteRelationalDatabaseInput{
		FinalRelationalDatabaseSnapshotName: aws.String("db-final"), RelationalDatabaseName: name, SkipFinalSnapshot: aws.Bool(true),
	}
	_, err = client.DeleteRelationalDatabase(ctx, remove)
	wantCode(t, "DeleteRelationalDatabase with a final snapshot and without one", err, invalidInput)
	remove.SkipFinalSnapshot = nil
	wantEqual(t, "records of DeleteRelationalDatabase",
		[]string{"DeleteRelationalDatabase db", "CreateRelationalDatabaseSnapshot db db-final", "CreateRelationalDatabaseSnapshot db-final db"},
		recordsOf(must[lightsail.DeleteRelationalDatabaseOutput](t)(client.DeleteRelationalDatabase(ctx, remove)).Operations))
	wantEqual(t, "state of a deleted database", "deleting", databaseStates(t, client, "db", 1))
	_, err = client.GetRelationalDatabase(ctx, &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: name})
	wantCode(t, "GetRelationalDatabase of a deleted database", err, "NotFoundException")
	_, err = client.DeleteRelationalDatabase(ctx, remove)
	wantCode(t, "DeleteRelationalDatabase of a deleted database", err, "NotFoundException")
	names := must[lightsail.GetActiveNamesOutput](t)(client.GetActiveNames(ctx, nil)).ActiveNames
	wantEqual(t, "names in use", []string{"alpha", "db-final", "db-stop", "web"}, names)
}

// Without a name, the final snapshot has the default name of a published example.
func TestDeleteDatabaseDefaultFinalSnapshot(t *testing.T) {
	now := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	server := lightsailtest.NewServer(t, lightsailtest.WithUnsigned(), lightsailtest.WithClock(func() time.Time { return now }))
	client := server.Client(inProcess(server), func(o *lightsail.Options) { o.Credentials = aws.AnonymousCredentials{} })
	createTestDatabase(t, client, "db")
	stopDatabase(t, client, nil)
	out := must[lightsail.DeleteRelationalDatabaseOutput](t)(client.DeleteRelationalDatabase(t.Context(),
		&lightsail.DeleteRelationalDatabaseInput{RelationalDatabaseName: aws.String("db")}))
	wantEqual(t, "name of the snapshot", "db-FinalSnapshot-1772600767000", *out.Operations[2].ResourceName)
}

func TestCreateDatabaseInvalidInput(t *testing.T) {
	type input = lightsail.CreateRelationalDatabaseInput
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithBuckets(types.Bucket{Name: alpha}))
	for _, test := range []struct {
		change  func(in *input)
		message string
	}{
		{func(in *input) { in.RelationalDatabaseName = aws.String("my_db") }, "relationalDatabaseName: must have 2"},
		{func(in *input) { in.RelationalDatabaseName = alpha }, "already in use: alpha"},
		{func(in *input) {
			in.RelationalDatabaseBlueprintId = aws.String("oracle")
		}, "relationalDatabaseBlueprintId"},
		{func(in *input) {
			in.RelationalDatabaseBundleId = aws.String("nano_3_0")
		}, "relationalDatabaseBundleId"},
		{func(in *input) { in.AvailabilityZone = aws.String("eu-west-1a") }, "Availability Zone is invalid"},
		{func(in *input) { in.MasterDatabaseName = aws.String("1st") }, "masterDatabaseName: must have 1 to 64"},
		{func(in *input) { in.MasterUsername = aws.String("seventeen_letters") }, "masterUsername: must have 1 to 16"},
		{func(in *input) { in.MasterUserPassword = aws.String("1234567") }, "must have 8 to 41 characters for MySQL"},
		{func(in *input) {
			in.MasterUserPassword = aws.String(strings.Repeat("p", 42))
		}, "must have 8 to 41 characters for MySQL"},
		{func(in *input) { in.MasterUserPassword = aws.String("pass/word") }, "masterUserPassword: must have only"},
		{func(in *input) { in.MasterUserPassword = aws.String("pass word") }, "masterUserPassword: must have only"},
		{func(in *input) { in.MasterUserPassword = aws.String("passwörd") }, "masterUserPassword: must have only"},
		{func(in *input) {
			in.PreferredBackupWindow = aws.String("24:00-00:30")
		}, "preferredBackupWindow: must have the form"},
		{func(in *input) {
			in.PreferredBackupWindow = aws.String("16:00-16:29")
		}, "at least 30 minutes"},
		{func(in *input) {
			in.PreferredBackupWindow = aws.String("17:29-18:00")
		}, "must not overlap"},
		{func(in *input) {
			in.PreferredBackupWindow = aws.String("23:50-17:01")
		}, "must not overlap"},
		{func(in *input) {
			in.PreferredMaintenanceWindow = aws.String("Day:17:00-Day:17:30")
		}, "preferredMaintenanceWindow: must have the form"},
		{func(in *input) {
			in.PreferredMaintenanceWindow = aws.String("Sun:23:50-Mon:00:10")
		}, "at least 30 minutes"},
		{func(in *input) { in.Tags = make([]types.Tag, 51) }, "tags: must have at most 50"},
	} {
		in := databaseInput("db")
		test.change(in)
		wantInvalidInput(t, server, "CreateRelationalDatabase", in, test.message)
	}
	in := databaseInput("pg")
	in.RelationalDatabaseBlueprintId = aws.String("postgres_16")
	in.MasterUserPassword = aws.String(strings.Repeat("p", 129))
	wantInvalidInput(t, server, "CreateRelationalDatabase", in, "must have 8 to 128 characters for PostgreSQL")
}

// An error about a password does not contain the password.
func TestDatabasePasswordIsNotInErrors(t *testing.T) {
	_, client := newTestServer(t)
	createTestDatabase(t, client, "db")
	for _, secret := range []string{"geheim/x", "geheim"} {
		in := databaseInput("other")
		in.MasterUserPassword = &secret
		_, err := client.CreateRelationalDatabase(t.Context(), in)
		_, updateErr := client.UpdateRelationalDatabase(t.Context(), &lightsail.UpdateRelationalDatabaseInput{
			MasterUserPassword: &secret, RelationalDatabaseName: aws.String("db"),
		})
		for _, err := range []error{err, updateErr} {
			if errorCode(err) != invalidInput || strings.Contains(err.Error(), "geheim") {
				t.Errorf("got the error %v, want an InvalidInputException without the password", err)
			}
		}
	}
}

// Changes that fail: a database that is not created, and an update without effect.
func TestDatabaseFailures(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Name: "broken", State: "creating", Polls: 1, End: "failed", Reason: "no capacity"},
		lightsailtest.Lag{State: "modifying", Polls: 1, End: "available", Reason: "the update was rolled back"},
	))
	operations := createTestDatabase(t, client, "broken")
	wantEqual(t, "states", "creating failed", databaseStates(t, client, "broken", 2))
	err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), operations, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "no capacity") {
		t.Errorf("wait for CreateRelationalDatabase: got %v, want an error with the reason", err)
	}
	err = lightsail.NewRelationalDatabaseAvailableWaiter(client).Wait(t.Context(),
		&lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: aws.String("broken")}, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "failed") {
		t.Errorf("wait for the database: got %v, want an error with the state", err)
	}
	wantEqual(t, "events", []string{"failure: no capacity"}, databaseEvents(t, client, "broken", 60))
	remove := &lightsail.DeleteRelationalDatabaseInput{RelationalDatabaseName: aws.String("broken")}
	_, err = client.DeleteRelationalDatabase(t.Context(), remove)
	wantCode(t, "DeleteRelationalDatabase of a failed database with a final snapshot", err, "OperationFailureException")
	remove.SkipFinalSnapshot = aws.Bool(true)
	must[lightsail.DeleteRelationalDatabaseOutput](t)(client.DeleteRelationalDatabase(t.Context(), remove))

	createTestDatabase(t, client, "db")
	updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{
		ApplyImmediately: aws.Bool(true), DisableBackupRetention: aws.Bool(true),
		MasterUserPassword: aws.String("second-secret"), PubliclyAccessible: aws.Bool(true),
	})
	wantEqual(t, "states", "modifying available", databaseStates(t, client, "db", 2))
	if d := readDatabase(t, client, "db"); !*d.BackupRetentionEnabled || *d.PubliclyAccessible {
		t.Errorf("after the failed update: got %+v, want no change", d)
	}
	wantEqual(t, "password", "first-secret", readPassword(t, client, "db", ""))
}
