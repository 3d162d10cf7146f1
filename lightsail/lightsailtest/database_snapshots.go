package lightsailtest

import (
	"fmt"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateRelationalDatabaseSnapshot", (*state).createRelationalDatabaseSnapshot)
	register("DeleteRelationalDatabaseSnapshot", (*state).deleteRelationalDatabaseSnapshot)
	register("GetRelationalDatabaseSnapshot", (*state).getRelationalDatabaseSnapshot)
	register("GetRelationalDatabaseSnapshots", (*state).getRelationalDatabaseSnapshots)

	registerPut("relationalDatabaseSnapshots", (*state).putRelationalDatabaseSnapshot)
}

// snapshotPending is the state of a database snapshot that is being created.
const snapshotPending = "pending"

// A databaseSnapshot is a manual snapshot of a database.
type databaseSnapshot struct {
	entry
	types.RelationalDatabaseSnapshot

	// These are restored with the snapshot.
	database types.RelationalDatabase
	password *masterPassword
}

func (*databaseSnapshot) kind() types.ResourceType {
	return types.ResourceTypeRelationalDatabaseSnapshot
}

func (s *databaseSnapshot) value() any { return &s.RelationalDatabaseSnapshot }

// setState ignores the reason, for which a snapshot has no field.
func (s *databaseSnapshot) setState(state, _ string) { s.State = &state }

// source returns the content of the snapshot.
func (s *databaseSnapshot) source() databaseSource {
	return databaseSource{clone(s.RelationalDatabaseSnapshot), clone(s.database), s.password}
}

// putRelationalDatabaseSnapshot adds a snapshot with default values for the fields of v that
// are not set. They are those of a new database.
func (st *state) putRelationalDatabaseSnapshot(v types.RelationalDatabaseSnapshot) {
	setDefaultName[*databaseSnapshot](st, &v.Name, "database-snapshot-%d")
	content := st.newDatabase(st.region+"a", types.RelationalDatabase{
		Engine:                        v.Engine,
		EngineVersion:                 v.EngineVersion,
		Name:                          v.FromRelationalDatabaseName,
		RelationalDatabaseBlueprintId: v.FromRelationalDatabaseBlueprintId,
		RelationalDatabaseBundleId:    v.FromRelationalDatabaseBundleId,
	})
	source := content.source()
	setDefault(&v.Engine, *source.content.Engine)
	setDefault(&v.EngineVersion, *source.content.EngineVersion)
	setDefault(&v.FromRelationalDatabaseBlueprintId, *source.content.FromRelationalDatabaseBlueprintId)
	setDefault(&v.FromRelationalDatabaseBundleId, *source.content.FromRelationalDatabaseBundleId)
	setDefault(&v.SizeInGb, deref(source.content.SizeInGb))
	setDefault(&v.State, databaseAvailable)
	st.put(&databaseSnapshot{RelationalDatabaseSnapshot: v, database: source.database, password: source.password}, "all")
}

// addDatabaseSnapshot creates a snapshot that is pending and then available.
func (st *state) addDatabaseSnapshot(d *database, name *string, tags []types.Tag) *databaseSnapshot {
	source := d.source()
	s := &databaseSnapshot{RelationalDatabaseSnapshot: source.content, database: source.database, password: source.password}
	s.Name, s.Tags = name, mergeTags(nil, tags)
	st.create(s, "all")
	st.enter(s, snapshotPending, databaseAvailable)
	return s
}

// finalSnapshotName returns the default name of a final snapshot, as in a published example.
func (st *state) finalSnapshotName(d *database) string {
	return fmt.Sprintf("%s-FinalSnapshot-%d", d.name, st.now.UnixMilli())
}

// createRelationalDatabaseSnapshot requires an available database, which is backing up in the
// meantime. Both are guesses from Amazon RDS.
func (st *state) createRelationalDatabaseSnapshot(in *lightsail.CreateRelationalDatabaseSnapshotInput) (*lightsail.CreateRelationalDatabaseSnapshotOutput, error) {
	var v violations
	v.databaseName("relationalDatabaseSnapshotName", in.RelationalDatabaseSnapshotName)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	d, err := st.findDatabase(in.RelationalDatabaseName, databaseAvailable)
	if err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.RelationalDatabaseSnapshotName); err != nil {
		return nil, err
	}
	s := st.addDatabaseSnapshot(d, in.RelationalDatabaseSnapshotName, in.Tags)
	st.change(d, databaseChange{backedUp: true}, databaseBackingUp, databaseAvailable)
	return &lightsail.CreateRelationalDatabaseSnapshotOutput{
		Operations: st.record(types.OperationTypeCreateRelationalDatabaseSnapshot, s, d),
	}, nil
}

func (st *state) getRelationalDatabaseSnapshot(in *lightsail.GetRelationalDatabaseSnapshotInput) (*lightsail.GetRelationalDatabaseSnapshotOutput, error) {
	s, err := show[*databaseSnapshot](st, in.RelationalDatabaseSnapshotName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetRelationalDatabaseSnapshotOutput{RelationalDatabaseSnapshot: &s.RelationalDatabaseSnapshot}, nil
}

func (st *state) getRelationalDatabaseSnapshots(in *lightsail.GetRelationalDatabaseSnapshotsInput) (*lightsail.GetRelationalDatabaseSnapshotsOutput, error) {
	page, next, err := showPage[*databaseSnapshot](st, in)
	return &lightsail.GetRelationalDatabaseSnapshotsOutput{
		NextPageToken: next,
		RelationalDatabaseSnapshots: values(page, func(s *databaseSnapshot) types.RelationalDatabaseSnapshot {
			return s.RelationalDatabaseSnapshot
		}),
	}, err
}

// deleteRelationalDatabaseSnapshot also deletes a snapshot that is pending, which is a guess.
func (st *state) deleteRelationalDatabaseSnapshot(in *lightsail.DeleteRelationalDatabaseSnapshotInput) (*lightsail.DeleteRelationalDatabaseSnapshotOutput, error) {
	s, err := find[*databaseSnapshot](st, in.RelationalDatabaseSnapshotName)
	if err != nil {
		return nil, err
	}
	st.remove(s, *s.State)
	return &lightsail.DeleteRelationalDatabaseSnapshotOutput{
		Operations: st.record(types.OperationTypeDeleteRelationalDatabaseSnapshot, s),
	}, nil
}
