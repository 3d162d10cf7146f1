package lightsailtest_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const (
	currentPassword  = types.RelationalDatabasePasswordVersionCurrent
	pendingPassword  = types.RelationalDatabasePasswordVersionPending
	previousPassword = types.RelationalDatabasePasswordVersionPrevious
)

// A password is pending while the database is modifying. Then it is the current one, and the
// one before it the previous one.
func TestDatabasePasswordRotation(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "modifying", Polls: 1}))
	createTestDatabase(t, client, "db")
	versions := func() [3]string {
		t.Helper()
		return [3]string{
			readPassword(t, client, "db", previousPassword), readPassword(t, client, "db", currentPassword), readPassword(t, client, "db", pendingPassword),
		}
	}
	const none = "NotFoundException"
	wantEqual(t, "passwords of the new database", [3]string{none, "first-secret", none}, versions())

	updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{MasterUserPassword: aws.String("second-secret"), PubliclyAccessible: aws.Bool(true)})
	wantEqual(t, "passwords while modifying", [3]string{none, "first-secret", "second-secret"}, versions())
	d := readDatabase(t, client, "db")
	wantEqual(t, "pending password", aws.String("****"), d.PendingModifiedValues.MasterUserPassword)
	wantEqual(t, "PubliclyAccessible while modifying", false, *d.PubliclyAccessible)
	d = readDatabase(t, client, "db")
	wantEqual(t, "pending values", &types.PendingModifiedRelationalDatabaseValues{}, d.PendingModifiedValues)
	wantEqual(t, "PubliclyAccessible", true, *d.PubliclyAccessible)
	wantEqual(t, "passwords", [3]string{"first-secret", "second-secret", none}, versions())

	updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{RotateMasterUserPassword: aws.Bool(true)})
	readDatabase(t, client, "db")
	got := versions()
	wantEqual(t, "previous password after the rotation", "second-secret", got[0])
	if len(got[1]) != 32 {
		t.Errorf("the generated password has %d characters, want 32", len(got[1]))
	}
}

// A change of the backups waits for the next maintenance window. The window of the database
// is on Monday at 17:00.
func TestDatabaseChangesWaitForMaintenance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // starts on Saturday, 2000-01-01 00:00
		_, client := newTestServer(t)
		createTestDatabase(t, client, "db")
		updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{
			CaCertificateIdentifier: aws.String("rds-ca-ecc384-g1"), DisableBackupRetention: aws.Bool(true), RelationalDatabaseBlueprintId: aws.String("mysql_8_4"),
		})
		pending := &types.PendingModifiedRelationalDatabaseValues{BackupRetentionEnabled: aws.Bool(false), EngineVersion: aws.String("8.4.3")}
		time.Sleep((2*24+17)*time.Hour - time.Second)
		d := readDatabase(t, client, "db")
		wantEqual(t, "certificate", "rds-ca-ecc384-g1", *d.CaCertificateIdentifier)
		wantEqual(t, "pending values before the window", pending, d.PendingModifiedValues)
		wantEqual(t, "latest restorable time", time.Date(2000, 1, 3, 16, 55, 0, 0, time.UTC), *d.LatestRestorableTime)
		if !*d.BackupRetentionEnabled || *d.EngineVersion != "8.0.40" {
			t.Errorf("before the window: got %+v, want no change", d)
		}
		time.Sleep(time.Second)
		d = readDatabase(t, client, "db")
		wantEqual(t, "pending values in the window", &types.PendingModifiedRelationalDatabaseValues{}, d.PendingModifiedValues)
		if *d.BackupRetentionEnabled || *d.EngineVersion != "8.4.3" || *d.RelationalDatabaseBlueprintId != "mysql_8_4" || d.LatestRestorableTime != nil {
			t.Errorf("in the window: got %+v, want a new version and no backups", d)
		}
		wantEqual(t, "events of 2 days", []string{
			"backup: Backing up Relational Database", "backup: Finished Relational Database backup", // on Sunday
			"backup: Backing up Relational Database", "backup: Finished Relational Database backup", // on Monday
			"maintenance: Finished applying modifications to Relational Database",
		}, databaseEvents(t, client, "db", 2*24*60))
		time.Sleep(48 * time.Hour)
		wantEqual(t, "events without backups", []string{}, databaseEvents(t, client, "db", 47*60))

		// A change waits for the new window if the window moves.
		updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{EnableBackupRetention: aws.Bool(true)})
		updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{
			PreferredBackupWindow: aws.String("20:00-20:30"), PreferredMaintenanceWindow: aws.String("Wed:18:00-Wed:18:30"),
		})
		wantEqual(t, "maintenance window", "wed:18:00-wed:18:30", *readDatabase(t, client, "db").PreferredMaintenanceWindow)
		time.Sleep(time.Hour)
		wantEqual(t, "backups in the new window", true, *readDatabase(t, client, "db").BackupRetentionEnabled)
	})
}

// ApplyImmediately and a reboot apply changes that wait for the maintenance window.
func TestDatabaseChangesWithoutMaintenance(t *testing.T) {
	for _, test := range []struct {
		name  string
		apply func(t *testing.T, client *lightsail.Client)
	}{
		{"ApplyImmediately", func(t *testing.T, client *lightsail.Client) {
			updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{ApplyImmediately: aws.Bool(true)})
		}},
		{"reboot", rebootDatabase},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, client := newTestServer(t)
			createTestDatabase(t, client, "db")
			updateDatabase(t, client, lightsail.UpdateRelationalDatabaseInput{DisableBackupRetention: aws.Bool(true)})
			wantEqual(t, "BackupRetentionEnabled before", true, *readDatabase(t, client, "db").BackupRetentionEnabled)
			test.apply(t, client)
			d := readDatabase(t, client, "db")
			wantEqual(t, "BackupRetentionEnabled after", false, *d.BackupRetentionEnabled)
			wantEqual(t, "pending values", &types.PendingModifiedRelationalDatabaseValues{}, d.PendingModifiedValues)
		})
	}
}

// The service starts a database after 7 days. Until then, its latest restorable time is that
// of the stop.
func TestDatabaseStoppedForTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, client := newTestServer(t)
		createTestDatabase(t, client, "db")
		time.Sleep(time.Hour)
		stopDatabase(t, client, nil)
		time.Sleep(7*24*time.Hour - time.Second)
		d := readDatabase(t, client, "db")
		wantEqual(t, "state after almost 7 days", "stopped", *d.State)
		wantEqual(t, "latest restorable time", time.Date(2000, 1, 1, 1, 0, 0, 0, time.UTC), *d.LatestRestorableTime)
		wantEqual(t, "events", []string{}, databaseEvents(t, client, "db", 6*24*60))
		time.Sleep(time.Second)
		wantEqual(t, "state after 7 days", "available", databaseStates(t, client, "db", 1))
	})
}

// A test can put maintenance actions and pending values. They are done at their time.
func TestPutDatabasePendingMaintenance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, client := newTestServer(t)
		if err := server.PutJSON([]byte(`{"relationalDatabases": [{
			"name": "db", "preferredMaintenanceWindow": "sun:04:00-sun:04:30", "pendingModifiedValues": {"masterUserPassword": "put-secret"},
			"pendingMaintenanceActions": [
				{"action": "system-update", "description": "new operating system", "currentApplyDate": "2000-01-02T04:00:00Z"},
				{"action": "db-upgrade", "description": "without a date"}
			]
		}]}`)); err != nil {
			t.Fatal(err)
		}
		wantEqual(t, "pending password", "put-secret", readPassword(t, client, "db", pendingPassword))
		wantEqual(t, "actions before", 2, len(readDatabase(t, client, "db").PendingMaintenanceActions))
		time.Sleep(28 * time.Hour)
		wantEqual(t, "actions after", []types.PendingMaintenanceAction{{Action: aws.String("db-upgrade"), Description: aws.String("without a date")}},
			readDatabase(t, client, "db").PendingMaintenanceActions)
		wantEqual(t, "password", "put-secret", readPassword(t, client, "db", ""))
	})
}

func TestUpdateDatabaseInvalidInput(t *testing.T) {
	type input = lightsail.UpdateRelationalDatabaseInput
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	createTestDatabase(t, client, "db")
	name, yes := aws.String("db"), aws.Bool(true)
	for _, test := range []struct {
		in      input
		message string
	}{
		{input{EnableBackupRetention: yes, DisableBackupRetention: yes}, "together with disableBackupRetention"},
		{input{RotateMasterUserPassword: yes, MasterUserPassword: aws.String("12345678")}, "together with masterUserPassword"},
		{input{CaCertificateIdentifier: aws.String("")}, "caCertificateIdentifier: must not be empty"},
		{input{PreferredBackupWindow: aws.String("17:00-17:30")}, "must not overlap"},
		{input{RelationalDatabaseBlueprintId: aws.String("mysql_5_7")}, "newer version of MySQL"},
		{input{RelationalDatabaseBlueprintId: aws.String("postgres_17")}, "newer version of MySQL"},
		{input{RelationalDatabaseBlueprintId: aws.String("mysql_9")}, "newer version of MySQL"},
	} {
		test.in.RelationalDatabaseName = name
		wantInvalidInput(t, server, "UpdateRelationalDatabase", test.in, test.message)
	}
}
