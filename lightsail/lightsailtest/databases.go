package lightsailtest

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateRelationalDatabase", (*state).createRelationalDatabase)
	register("DeleteRelationalDatabase", (*state).deleteRelationalDatabase)
	register("GetRelationalDatabase", (*state).getRelationalDatabase)
	register("GetRelationalDatabases", (*state).getRelationalDatabases)

	registerPut("relationalDatabases", (*state).putRelationalDatabase)
}

// States of a database. The service does not list them. These are the states of Amazon RDS,
// and that they follow one another as here is a guess.
const (
	databaseAvailable = "available"
	databaseBackingUp = "backing-up"
	databaseCreating  = "creating"
	databaseDeleting  = "deleting"
	databaseModifying = "modifying"
	databaseRebooting = "rebooting"
	databaseStarting  = "starting"
	databaseStopped   = "stopped"
	databaseStopping  = "stopping"
)

// Values of ParameterApplyStatus. The second one is that of Amazon RDS.
const (
	parametersInSync        = "in-sync"
	parametersPendingReboot = "pending-reboot"
)

// defaultCertificate is the CA certificate of a new database, which is a guess.
const defaultCertificate = "rds-ca-rsa2048-g1"

var (
	databaseName = regexp.MustCompile(`^[a-zA-Z0-9][a-zA-Z0-9-]{0,253}[a-zA-Z0-9]$`)
	sqlName      = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9_]*$`)
)

// A database is a managed database. Nothing listens at its endpoint.
type database struct {
	entry
	types.RelationalDatabase

	passwords  masterPasswords
	parameters map[string]parameterChange
	events     journal[types.RelationalDatabaseEvent]
	logs       journal[types.LogEvent]

	// next is the change that takes effect when the state that follows is reached.
	next *databaseChange

	// changedAt is the time of the call that has changed the state.
	changedAt time.Time

	// maintenance is the time at which PendingModifiedValues take effect. It is zero if there
	// are none.
	maintenance time.Time

	// newBlueprint is the blueprint of the EngineVersion of PendingModifiedValues.
	newBlueprint string

	// backupsSince is the time of the first automatic backup, and nextBackup that of the next
	// one. They are zero without automatic backups.
	backupsSince, nextBackup time.Time
}

func (*database) kind() types.ResourceType { return types.ResourceTypeRelationalDatabase }

func (d *database) value() any { return &d.RelationalDatabase }

// setState adds the reason to the events of the database.
func (d *database) setState(state, reason string) {
	if reason != "" {
		d.addEvent(d.changedAt, "failure", reason)
	}
	d.State = &state
	if d.next != nil && d.next.state == state {
		change := d.next
		d.next = nil
		d.apply(change)
	}
}

// engine returns the limits of the engine, which are those of MySQL if it is unknown.
func (d *database) engine() databaseEngine { return databaseEngines[d.engineName()] }

func (d *database) engineName() string {
	if deref(d.Engine) == enginePostgres {
		return enginePostgres
	}
	return engineMySQL
}

// newDatabase returns a database with default values for the fields of v that are not set.
// The names of the master user and of its database are those of published examples, and the
// form of the address is that of their addresses.
func (st *state) newDatabase(zone string, v types.RelationalDatabase) *database {
	setDefaultName[*database](st, &v.Name, "Database-%d")
	blueprint, ok := databaseBlueprint(v.RelationalDatabaseBlueprintId)
	if !ok {
		blueprint = defaultDatabaseBlueprint(deref(v.Engine))
	}
	bundle, ok := databaseBundle(v.RelationalDatabaseBundleId)
	if !ok {
		bundle = databaseBundles()[0]
	}
	setDefault(&v.BackupRetentionEnabled, true)
	setDefault(&v.CaCertificateIdentifier, defaultCertificate)
	setDefault(&v.Engine, string(blueprint.Engine))
	setDefault(&v.EngineVersion, *blueprint.EngineVersion)
	setDefault(&v.Hardware, types.RelationalDatabaseHardware{
		CpuCount: bundle.CpuCount, DiskSizeInGb: bundle.DiskSizeInGb, RamSizeInGb: bundle.RamSizeInGb,
	})
	setDefault(&v.MasterDatabaseName, "dbmaster")
	setDefault(&v.MasterEndpoint, types.RelationalDatabaseEndpoint{
		Address: aws.String("ls-" + st.randomString(40, hexDigits) + ".cexample0000." + st.region + ".rds.amazonaws.com"),
		Port:    aws.Int32((&database{RelationalDatabase: v}).engine().port),
	})
	setDefault(&v.MasterUsername, "dbmasteruser")
	setDefault(&v.ParameterApplyStatus, parametersInSync)
	if v.PendingMaintenanceActions == nil {
		v.PendingMaintenanceActions = []types.PendingMaintenanceAction{}
	}
	setDefault(&v.PendingModifiedValues, types.PendingModifiedRelationalDatabaseValues{})
	setDefault(&v.PubliclyAccessible, false)
	setDefault(&v.RelationalDatabaseBlueprintId, *blueprint.BlueprintId)
	setDefault(&v.RelationalDatabaseBundleId, *bundle.BundleId)
	if v.SecondaryAvailabilityZone == nil && isHighlyAvailable(*v.RelationalDatabaseBundleId) {
		v.SecondaryAvailabilityZone = st.otherZone(zone)
	}
	setDefault(&v.State, databaseAvailable)
	st.setDefaultWindows(&v)
	return &database{
		RelationalDatabase: v,
		changedAt:          st.now,
		passwords:          masterPasswords{current: st.newPassword(nil)},
	}
}

// otherZone returns another Availability Zone of the Region. That it is the next one is a
// guess.
func (st *state) otherZone(zone string) *string {
	all := zones(types.RegionName(st.region))
	i := slices.IndexFunc(all, func(z types.AvailabilityZone) bool { return *z.ZoneName == zone })
	return all[(i+1)%len(all)].ZoneName
}

// putRelationalDatabase also accepts pending values. They take effect in the next
// maintenance window.
func (st *state) putRelationalDatabase(v types.RelationalDatabase) {
	zone := st.region + "a"
	d := st.newDatabase(zone, v)
	st.put(d, zone)
	pending := d.PendingModifiedValues
	if pending.MasterUserPassword != nil {
		d.passwords.pending = st.newPassword(pending.MasterUserPassword)
		pending.MasterUserPassword = aws.String(hiddenPassword)
	}
	if *pending != (types.PendingModifiedRelationalDatabaseValues{}) {
		d.maintenance = d.nextMaintenance(st.now)
	}
	d.setBackups(*d.BackupRetentionEnabled, *d.CreatedAt)
}

// createDatabase creates a database in a zone, which is the first one of the Region if nil.
// That the first backup follows the creation is a guess.
func (st *state) createDatabase(zone *string, v types.RelationalDatabase) *database {
	setDefault(&zone, st.region+"a")
	d := st.newDatabase(*zone, v)
	st.create(d, *zone)
	d.setBackups(true, st.now)
	return d
}

// startDatabase puts a new database into the states that lead to available.
func (st *state) startDatabase(d *database) {
	st.change(d, databaseChange{
		category: "creation", message: "Relational Database created", restarted: true, backedUp: true,
	}, databaseCreating, databaseBackingUp, databaseAvailable)
}

// createRelationalDatabase makes two guesses: the default of the Availability Zone, and that
// the service generates a password if the input has none. It does not know the reserved
// words of the engines.
func (st *state) createRelationalDatabase(in *lightsail.CreateRelationalDatabaseInput) (*lightsail.CreateRelationalDatabaseOutput, error) {
	var v violations
	v.databaseName("relationalDatabaseName", in.RelationalDatabaseName)
	blueprint, ok := databaseBlueprint(in.RelationalDatabaseBlueprintId)
	v.check(ok, "relationalDatabaseBlueprintId", "no blueprint of databases has this ID")
	if ok {
		engine := databaseEngines[string(blueprint.Engine)]
		v.sqlName("masterDatabaseName", *in.MasterDatabaseName, engine.maxDatabaseName)
		v.sqlName("masterUsername", *in.MasterUsername, engine.maxUser)
		v.password(in.MasterUserPassword, engine)
	}
	_, ok = databaseBundle(in.RelationalDatabaseBundleId)
	v.check(ok, "relationalDatabaseBundleId", "no bundle of databases has this ID")
	v.windows(in.PreferredBackupWindow, in.PreferredMaintenanceWindow)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkDatabase(in.AvailabilityZone, *in.RelationalDatabaseName); err != nil {
		return nil, err
	}
	d := st.createDatabase(in.AvailabilityZone, types.RelationalDatabase{
		MasterDatabaseName:            in.MasterDatabaseName,
		MasterUsername:                in.MasterUsername,
		Name:                          in.RelationalDatabaseName,
		PreferredBackupWindow:         in.PreferredBackupWindow,
		PreferredMaintenanceWindow:    in.PreferredMaintenanceWindow,
		PubliclyAccessible:            in.PubliclyAccessible,
		RelationalDatabaseBlueprintId: in.RelationalDatabaseBlueprintId,
		RelationalDatabaseBundleId:    in.RelationalDatabaseBundleId,
		Tags:                          mergeTags(nil, in.Tags),
	})
	if in.MasterUserPassword != nil {
		d.passwords.current = st.newPassword(in.MasterUserPassword)
	}
	st.startDatabase(d)
	return &lightsail.CreateRelationalDatabaseOutput{Operations: st.record(types.OperationTypeCreateRelationalDatabase, d)}, nil
}

// checkDatabase returns an error unless a database can be created in a zone.
func (st *state) checkDatabase(zone *string, name string) error {
	if zone != nil {
		if err := st.checkZone(*zone); err != nil {
			return err
		}
	}
	return st.checkNames(name)
}

// databaseName checks the name of a database or a snapshot to be created. The rule is
// documented.
func (v *violations) databaseName(member string, name *string) {
	v.check(databaseName.MatchString(deref(name)), member,
		"must have 2 to 255 letters, digits, and hyphens, with a letter or digit at the start and the end")
}

// sqlName checks a name in the database.
func (v *violations) sqlName(member, name string, maxLength int) {
	v.check(sqlName.MatchString(name) && len(name) <= maxLength, member,
		"must have 1 to %d letters, digits, and underscores, with a letter at the start", maxLength)
}

// findDatabase is find for a database that must be in one of the given states. The error for
// another state is a guess.
func (st *state) findDatabase(name *string, states ...string) (*database, error) {
	d, err := find[*database](st, name)
	if err == nil && !slices.Contains(states, *d.State) {
		err = operationFailure("The database %s is %s. It must be %s.", d.name, *d.State, strings.Join(states, " or "))
	}
	return d, err
}

// output returns the database for an output. That it has no endpoint while it is created is
// a guess.
func (d *database) output(now time.Time) types.RelationalDatabase {
	out := d.RelationalDatabase
	if *d.State == databaseCreating {
		out.MasterEndpoint = nil
	}
	out.LatestRestorableTime = nil
	if latest := d.latestRestorableTime(now); !latest.IsZero() {
		out.LatestRestorableTime = &latest
	}
	return out
}

func (st *state) getRelationalDatabase(in *lightsail.GetRelationalDatabaseInput) (*lightsail.GetRelationalDatabaseOutput, error) {
	d, err := show[*database](st, in.RelationalDatabaseName)
	if err != nil {
		return nil, err
	}
	out := d.output(st.now)
	return &lightsail.GetRelationalDatabaseOutput{RelationalDatabase: &out}, nil
}

func (st *state) getRelationalDatabases(in *lightsail.GetRelationalDatabasesInput) (*lightsail.GetRelationalDatabasesOutput, error) {
	page, next, err := showPage[*database](st, in)
	return &lightsail.GetRelationalDatabasesOutput{
		NextPageToken:       next,
		RelationalDatabases: values(page, func(d *database) types.RelationalDatabase { return d.output(st.now) }),
	}, err
}

// deleteRelationalDatabase creates a final snapshot, unless it is skipped. The documentation
// requires a name for it. Without one, it has a default name, as in a published example. A
// database that is neither available nor stopped can only be deleted without a final
// snapshot, as in Amazon RDS.
func (st *state) deleteRelationalDatabase(in *lightsail.DeleteRelationalDatabaseInput) (*lightsail.DeleteRelationalDatabaseOutput, error) {
	final, isSkipped := in.FinalRelationalDatabaseSnapshotName, deref(in.SkipFinalSnapshot)
	var v violations
	if final != nil {
		v.check(!isSkipped, "finalRelationalDatabaseSnapshotName", "must not be set if skipFinalSnapshot is true")
		v.databaseName("finalRelationalDatabaseSnapshotName", final)
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	if isSkipped {
		d, err := find[*database](st, in.RelationalDatabaseName)
		if err != nil {
			return nil, err
		}
		st.remove(d, databaseDeleting)
		return &lightsail.DeleteRelationalDatabaseOutput{Operations: st.record(types.OperationTypeDeleteRelationalDatabase, d)}, nil
	}
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable, databaseStopped)
	if err != nil {
		return nil, err
	}
	setDefault(&final, st.finalSnapshotName(d))
	if err := st.checkNames(*final); err != nil {
		return nil, err
	}
	s := st.addDatabaseSnapshot(d, final, nil)
	st.remove(d, databaseDeleting)
	return &lightsail.DeleteRelationalDatabaseOutput{Operations: append(
		st.record(types.OperationTypeDeleteRelationalDatabase, d),
		st.record(types.OperationTypeCreateRelationalDatabaseSnapshot, d, s)...,
	)}, nil
}
