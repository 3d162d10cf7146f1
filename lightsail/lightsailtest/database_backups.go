package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateRelationalDatabaseFromSnapshot", (*state).createRelationalDatabaseFromSnapshot)
}

const (
	// backupRetention is the documented time for which automatic backups are kept.
	backupRetention = 7 * 24 * time.Hour

	// restorableInterval is the time between two values of LatestRestorableTime. It is that of
	// Amazon RDS, and a guess for Lightsail.
	restorableInterval = 5 * time.Minute
)

// setBackups turns automatic backups on or off. The first one is made at once, which is a
// guess.
func (d *database) setBackups(enabled bool, at time.Time) {
	d.BackupRetentionEnabled = &enabled
	d.backupsSince, d.nextBackup = time.Time{}, time.Time{}
	if enabled {
		d.backupsSince, d.nextBackup = at.UTC(), d.backupAfter(at)
	}
}

// backupAfter returns the beginning of the first backup window after a time. It returns the
// zero time if a test has set a window that is none.
func (d *database) backupAfter(after time.Time) time.Time {
	w, ok := parseBackupWindow(deref(d.PreferredBackupWindow))
	if !ok {
		return time.Time{}
	}
	return w.next(after.UTC(), 1)
}

// makeBackups makes the automatic backups that are due, of which only events remain.
func (d *database) makeBackups(now time.Time) {
	if oldest := now.Add(-maxEventAge); !d.nextBackup.IsZero() && d.nextBackup.Before(oldest) {
		d.nextBackup = d.backupAfter(oldest)
	}
	for !d.nextBackup.IsZero() && !d.nextBackup.After(now) {
		if *d.State == databaseAvailable {
			d.addBackupEvents(d.nextBackup)
		}
		d.nextBackup = d.backupAfter(d.nextBackup)
	}
}

// latestRestorableTime returns the time up to which automatic backups have data, or the zero
// time if there are none.
func (d *database) latestRestorableTime(now time.Time) time.Time {
	if d.backupsSince.IsZero() || *d.State == databaseCreating {
		return time.Time{}
	}
	if *d.State == databaseStopped {
		now = d.changedAt
	}
	latest := now.Truncate(restorableInterval)
	if latest.Before(d.backupsSince) {
		return d.backupsSince
	}
	return latest
}

// A databaseSource is what a database is restored from.
type databaseSource struct {
	content  types.RelationalDatabaseSnapshot
	database types.RelationalDatabase // the fields that are restored
	password *masterPassword
}

// source returns the current content of the database.
func (d *database) source() databaseSource {
	return databaseSource{
		content: clone(types.RelationalDatabaseSnapshot{
			Engine:                            d.Engine,
			EngineVersion:                     d.EngineVersion,
			FromRelationalDatabaseArn:         d.Arn,
			FromRelationalDatabaseBlueprintId: d.RelationalDatabaseBlueprintId,
			FromRelationalDatabaseBundleId:    d.RelationalDatabaseBundleId,
			FromRelationalDatabaseName:        &d.name,
			SizeInGb:                          d.Hardware.DiskSizeInGb,
		}),
		database: clone(types.RelationalDatabase{MasterDatabaseName: d.MasterDatabaseName, MasterUsername: d.MasterUsername}),
		password: d.passwords.current,
	}
}

// createRelationalDatabaseFromSnapshot makes two guesses: the default of the bundle is that
// of the source, and of its settings, the new database has only the engine and what belongs
// to the master user. That the bundle must not be smaller is documented.
func (st *state) createRelationalDatabaseFromSnapshot(in *lightsail.CreateRelationalDatabaseFromSnapshotInput) (*lightsail.CreateRelationalDatabaseFromSnapshotOutput, error) {
	source, err := st.databaseSource(in)
	if err != nil {
		return nil, err
	}
	bundleID := in.RelationalDatabaseBundleId
	if bundleID == nil {
		bundleID = source.content.FromRelationalDatabaseBundleId
	}
	bundle, ok := databaseBundle(bundleID)
	sourceBundle, _ := databaseBundle(source.content.FromRelationalDatabaseBundleId)
	var v violations
	v.check(ok, "relationalDatabaseBundleId", "no bundle of databases has this ID")
	v.check(!ok || fitsBundle(bundle, sourceBundle), "relationalDatabaseBundleId",
		"must not be smaller than %s, the bundle of the source", deref(sourceBundle.BundleId))
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkDatabase(in.AvailabilityZone, *in.RelationalDatabaseName); err != nil {
		return nil, err
	}
	d := st.createDatabase(in.AvailabilityZone, types.RelationalDatabase{
		Engine:                        source.content.Engine,
		EngineVersion:                 source.content.EngineVersion,
		MasterDatabaseName:            source.database.MasterDatabaseName,
		MasterUsername:                source.database.MasterUsername,
		Name:                          in.RelationalDatabaseName,
		PubliclyAccessible:            in.PubliclyAccessible,
		RelationalDatabaseBlueprintId: source.content.FromRelationalDatabaseBlueprintId,
		RelationalDatabaseBundleId:    bundleID,
		Tags:                          mergeTags(nil, in.Tags),
	})
	d.passwords.current = st.newPassword(&source.password.text)
	st.startDatabase(d)
	return &lightsail.CreateRelationalDatabaseFromSnapshotOutput{
		Operations: st.record(types.OperationTypeCreateRelationalDatabaseFromSnapshot, d),
	}, nil
}

// databaseSource returns the source that an input selects. That the times exclude one another
// and that RestoreTime must be before the latest restorable time are documented. The errors
// are guesses.
func (st *state) databaseSource(in *lightsail.CreateRelationalDatabaseFromSnapshotInput) (source databaseSource, err error) {
	fromDatabase, latest := in.SourceRelationalDatabaseName != nil, deref(in.UseLatestRestorableTime)
	var v violations
	v.databaseName("relationalDatabaseName", in.RelationalDatabaseName)
	v.tags(in.Tags)
	v.check((in.RelationalDatabaseSnapshotName != nil) != fromDatabase, "relationalDatabaseSnapshotName",
		"either this member or sourceRelationalDatabaseName must be set")
	if fromDatabase {
		v.check((in.RestoreTime != nil) != latest, "restoreTime", "either this member or useLatestRestorableTime must be set")
	} else {
		v.check(in.RestoreTime == nil, "restoreTime", "must not be set without sourceRelationalDatabaseName")
		v.check(!latest, "useLatestRestorableTime", "must not be set without sourceRelationalDatabaseName")
	}
	if err := v.err(); err != nil {
		return source, err
	}
	if !fromDatabase {
		s, err := find[*databaseSnapshot](st, in.RelationalDatabaseSnapshotName)
		if err == nil && *s.State != databaseAvailable {
			err = operationFailure("The database snapshot %s is in the state %s.", s.name, *s.State)
		}
		if err != nil {
			return source, err
		}
		return s.source(), nil
	}
	d, err := find[*database](st, in.SourceRelationalDatabaseName)
	if err != nil {
		return source, err
	}
	last := d.latestRestorableTime(st.now)
	if last.IsZero() {
		return source, operationFailure("The database %s has no automatic backups.", d.name)
	}
	first := st.now.Add(-backupRetention)
	if first.Before(d.backupsSince) {
		first = d.backupsSince
	}
	if in.RestoreTime != nil && (in.RestoreTime.Before(first) || !in.RestoreTime.Before(last)) {
		return source, invalidInput("restoreTime: must be from %s until before %s", first.Format(time.RFC3339), last.Format(time.RFC3339))
	}
	return d.source(), nil
}

// addBackupEvents adds the published events of an automatic backup.
func (d *database) addBackupEvents(at time.Time) {
	d.addEvent(at, "backup", "Backing up Relational Database")
	d.addEvent(at, "backup", "Finished Relational Database backup")
}
