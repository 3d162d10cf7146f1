package lightsailtest

import (
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("RebootRelationalDatabase", (*state).rebootRelationalDatabase)
	register("StartRelationalDatabase", (*state).startRelationalDatabase)
	register("StopRelationalDatabase", (*state).stopRelationalDatabase)
	register("UpdateRelationalDatabase", (*state).updateRelationalDatabase)
}

// maxStopped is the documented time after which the service starts a stopped database.
const maxStopped = 7 * 24 * time.Hour

// A databaseChange is a change of a database that takes effect when it reaches a state.
type databaseChange struct {
	state             string
	category, message string // of an event, unless empty

	certificate        *string
	publiclyAccessible *bool
	password           *masterPassword

	// These are pending until the next maintenance window, unless immediately is set.
	backups     *bool
	blueprint   *types.RelationalDatabaseBlueprint
	immediately bool

	restarted, stopped, backedUp bool
}

// change puts d into the first of the states, and applies c in the last one. If a lag makes
// the change fail, c is not applied.
func (st *state) change(d *database, c databaseChange, states ...string) {
	last := len(states) - 1
	c.state = states[last]
	d.changedAt, d.next = st.now, nil
	if !slices.ContainsFunc(states[:last], func(state string) bool { return st.lag(d, state).End != "" }) {
		d.next = &c
		d.setPending(c)
	}
	st.enter(d, states...)
}

// setPending sets the pending values of a change.
func (d *database) setPending(c databaseChange) {
	values := d.PendingModifiedValues
	if c.password != nil {
		d.passwords.pending = c.password
		values.MasterUserPassword = aws.String(hiddenPassword)
	}
	if c.backups != nil {
		values.BackupRetentionEnabled = c.backups
	}
	if c.blueprint != nil {
		values.EngineVersion, d.newBlueprint = c.blueprint.EngineVersion, *c.blueprint.BlueprintId
	}
	if c.backups != nil || c.blueprint != nil {
		d.maintenance = d.nextMaintenance(d.changedAt)
	}
}

// apply applies a change. That a restart applies everything that is pending is a guess from
// Amazon RDS, and so is that ApplyImmediately applies what previous calls left pending.
func (d *database) apply(c *databaseChange) {
	setUnlessNil(&d.CaCertificateIdentifier, c.certificate)
	setUnlessNil(&d.PubliclyAccessible, c.publiclyAccessible)
	if c.password != nil {
		d.passwords.rotate()
		d.PendingModifiedValues.MasterUserPassword = nil
	}
	if c.stopped {
		d.writeLog(d.changedAt, "shutdown complete")
	}
	if c.restarted {
		d.ParameterApplyStatus = aws.String(parametersInSync)
		d.writeLog(d.changedAt, "starting version "+deref(d.EngineVersion), "ready for connections")
	}
	if c.restarted || c.immediately {
		d.applyPending(d.changedAt)
	}
	if c.message != "" {
		d.addEvent(d.changedAt, c.category, c.message)
	}
	if c.backedUp {
		d.addBackupEvents(d.changedAt)
	}
}

// applyPending applies the pending values.
func (d *database) applyPending(at time.Time) {
	values := *d.PendingModifiedValues
	*d.PendingModifiedValues = types.PendingModifiedRelationalDatabaseValues{}
	if values.BackupRetentionEnabled != nil && *values.BackupRetentionEnabled != *d.BackupRetentionEnabled {
		d.setBackups(*values.BackupRetentionEnabled, at)
	}
	if values.EngineVersion != nil {
		d.EngineVersion = values.EngineVersion
	}
	if d.newBlueprint != "" {
		d.RelationalDatabaseBlueprintId = aws.String(d.newBlueprint)
	}
	d.passwords.rotate()
	d.maintenance, d.newBlueprint = time.Time{}, ""
}

// nextMaintenance returns the beginning of the first maintenance window after a time. A test
// can set any text as the window, which is then one week later.
func (d *database) nextMaintenance(after time.Time) time.Time {
	w, ok := parseMaintenanceWindow(deref(d.PreferredMaintenanceWindow))
	if !ok {
		return after.AddDate(0, 0, 7)
	}
	return w.next(after, 7)
}

// maintain does what the service does by itself at certain times: it makes backups, carries
// out maintenance, and starts a database that has been stopped for too long. Backups and
// maintenance take no time. That they require an available database is a guess.
func (st *state) maintain(r resource) {
	d, ok := r.(*database)
	if !ok {
		return
	}
	isAvailable := *d.State == databaseAvailable && !d.isLagging()
	if isAvailable && !d.maintenance.IsZero() && !st.now.Before(d.maintenance) {
		at := d.maintenance
		d.makeBackups(at)
		d.applyPending(at)
		d.addEvent(at, "maintenance", "Finished applying modifications to Relational Database")
	}
	d.makeBackups(st.now)
	if *d.State == databaseStopped && !st.now.Before(d.changedAt.Add(maxStopped)) {
		st.change(d, databaseChange{restarted: true, category: "notification", message: "Relational Database started after the maximum time"},
			databaseStarting, databaseAvailable)
	}
	remaining := []types.PendingMaintenanceAction{}
	for _, action := range d.PendingMaintenanceActions {
		if !isAvailable || action.CurrentApplyDate == nil || st.now.Before(*action.CurrentApplyDate) {
			remaining = append(remaining, action)
			continue
		}
		d.addEvent(st.now, "maintenance", "Finished maintenance of Relational Database: "+deref(action.Action))
	}
	d.PendingMaintenanceActions = remaining
}

// updateRelationalDatabase makes several guesses: changes that the documentation does not
// mention in connection with the maintenance window take effect at once, which includes the
// password as in Amazon RDS, the database is always modifying in the meantime, and the errors.
func (st *state) updateRelationalDatabase(in *lightsail.UpdateRelationalDatabaseInput) (*lightsail.UpdateRelationalDatabaseOutput, error) {
	enable, disable, rotate := deref(in.EnableBackupRetention), deref(in.DisableBackupRetention), deref(in.RotateMasterUserPassword)
	var v violations
	v.check(!enable || !disable, "enableBackupRetention", "must not be true together with disableBackupRetention")
	v.check(!rotate || in.MasterUserPassword == nil, "rotateMasterUserPassword", "must not be true together with masterUserPassword")
	if in.CaCertificateIdentifier != nil {
		v.check(*in.CaCertificateIdentifier != "", "caCertificateIdentifier", "must not be empty")
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable)
	if err != nil {
		return nil, err
	}
	c := databaseChange{
		certificate:        in.CaCertificateIdentifier,
		immediately:        deref(in.ApplyImmediately),
		publiclyAccessible: in.PubliclyAccessible,
	}
	if err := st.checkUpdate(d, in, &c); err != nil {
		return nil, err
	}
	if enable || disable {
		c.backups = &enable
	}
	if rotate || in.MasterUserPassword != nil {
		c.password = st.newPassword(in.MasterUserPassword)
		c.category, c.message = "configuration change", "Reset master credentials"
	}
	d.setWindows(in.PreferredBackupWindow, in.PreferredMaintenanceWindow, st.now)
	st.change(d, c, databaseModifying, databaseAvailable)
	return &lightsail.UpdateRelationalDatabaseOutput{Operations: st.record(types.OperationTypeUpdateRelationalDatabase, d)}, nil
}

// checkUpdate checks the members of an input that depend on the database. It sets the
// blueprint of c.
func (st *state) checkUpdate(d *database, in *lightsail.UpdateRelationalDatabaseInput, c *databaseChange) error {
	var v violations
	v.password(in.MasterUserPassword, d.engine())
	backup, maintenance := in.PreferredBackupWindow, in.PreferredMaintenanceWindow
	if backup != nil || maintenance != nil {
		setDefault(&backup, *d.PreferredBackupWindow)
		setDefault(&maintenance, *d.PreferredMaintenanceWindow)
		v.windows(backup, maintenance)
	}
	if in.RelationalDatabaseBlueprintId != nil {
		b, ok := databaseBlueprint(in.RelationalDatabaseBlueprintId)
		isUpgrade := ok && string(b.Engine) == deref(d.Engine) && isNewerVersion(*b.EngineVersion, deref(d.EngineVersion))
		v.check(isUpgrade, "relationalDatabaseBlueprintId", "must be the ID of a blueprint with a newer version of %s", d.engine().display)
		c.blueprint = &b
	}
	return v.err()
}

// setWindows sets the windows that are not nil, and what depends on them.
func (d *database) setWindows(backup, maintenance *string, now time.Time) {
	setUnlessNil(&d.PreferredBackupWindow, backup)
	if maintenance != nil {
		d.PreferredMaintenanceWindow = aws.String(strings.ToLower(*maintenance))
	}
	if backup != nil && !d.nextBackup.IsZero() {
		d.nextBackup = d.backupAfter(now)
	}
	if maintenance != nil && !d.maintenance.IsZero() {
		d.maintenance = d.nextMaintenance(now)
	}
}

func (st *state) startRelationalDatabase(in *lightsail.StartRelationalDatabaseInput) (*lightsail.StartRelationalDatabaseOutput, error) {
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseStopped)
	if err != nil {
		return nil, err
	}
	st.change(d, databaseChange{restarted: true, category: "notification", message: "Relational Database started"},
		databaseStarting, databaseAvailable)
	return &lightsail.StartRelationalDatabaseOutput{Operations: st.record(types.OperationTypeStartRelationalDatabase, d)}, nil
}

func (st *state) rebootRelationalDatabase(in *lightsail.RebootRelationalDatabaseInput) (*lightsail.RebootRelationalDatabaseOutput, error) {
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable)
	if err != nil {
		return nil, err
	}
	st.change(d, databaseChange{stopped: true, restarted: true, category: "availability", message: "Relational Database restarted"},
		databaseRebooting, databaseAvailable)
	return &lightsail.RebootRelationalDatabaseOutput{Operations: st.record(types.OperationTypeRebootRelationalDatabase, d)}, nil
}

// stopRelationalDatabase has the operation records of a snapshot as well if there is one,
// which is a guess from DeleteRelationalDatabase.
func (st *state) stopRelationalDatabase(in *lightsail.StopRelationalDatabaseInput) (*lightsail.StopRelationalDatabaseOutput, error) {
	if in.RelationalDatabaseSnapshotName != nil {
		var v violations
		if v.databaseName("relationalDatabaseSnapshotName", in.RelationalDatabaseSnapshotName); v.err() != nil {
			return nil, v.err()
		}
	}
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable)
	if err != nil {
		return nil, err
	}
	var s *databaseSnapshot
	if in.RelationalDatabaseSnapshotName != nil {
		if err := st.checkNames(*in.RelationalDatabaseSnapshotName); err != nil {
			return nil, err
		}
		s = st.addDatabaseSnapshot(d, in.RelationalDatabaseSnapshotName, nil)
	}
	st.change(d, databaseChange{stopped: true, category: "notification", message: "Relational Database stopped"}, databaseStopping, databaseStopped)
	operations := st.record(types.OperationTypeStopRelationalDatabase, d)
	if s != nil {
		operations = append(operations, st.record(types.OperationTypeCreateRelationalDatabaseSnapshot, d, s)...)
	}
	return &lightsail.StopRelationalDatabaseOutput{Operations: operations}, nil
}
