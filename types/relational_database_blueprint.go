package types

// RelationalDatabaseBlueprint is a database engine with a major version that new databases can be
// created with. GetRelationalDatabaseBlueprints returns the blueprints, and
// CreateRelationalDatabase takes the ID of one.
type RelationalDatabaseBlueprint struct {
	// BlueprintId is the ID of the blueprint. It names the engine and the major version.
	BlueprintId *string `json:"blueprintId,omitzero"`

	// Engine is the database engine.
	Engine RelationalDatabaseEngine `json:"engine,omitzero"`

	// EngineDescription is the human-readable name of the engine.
	EngineDescription *string `json:"engineDescription,omitzero"`

	// EngineVersion is the full version of the engine, for example "5.7.23".
	EngineVersion *string `json:"engineVersion,omitzero"`

	// EngineVersionDescription is the human-readable name of the engine and its version.
	EngineVersionDescription *string `json:"engineVersionDescription,omitzero"`

	// IsEngineDefault reports whether EngineVersion is the default version of the blueprint.
	IsEngineDefault *bool `json:"isEngineDefault,omitzero"`
}

// RelationalDatabaseEngine is a database engine: the software that stores the data and executes
// SQL. It is part of [RelationalDatabaseBlueprint]. The service's model lists only MySQL, although
// the service also has PostgreSQL, so expect other values.
type RelationalDatabaseEngine string

// Values of [RelationalDatabaseEngine].
const (
	RelationalDatabaseEngineMysql RelationalDatabaseEngine = "mysql"
)

// Values returns the known values of [RelationalDatabaseEngine].
func (RelationalDatabaseEngine) Values() []RelationalDatabaseEngine {
	return []RelationalDatabaseEngine{
		RelationalDatabaseEngineMysql,
	}
}
