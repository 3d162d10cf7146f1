package types

type RelationalDatabaseBlueprint struct {
	BlueprintId *string `json:"blueprintId,omitzero"`

	Engine RelationalDatabaseEngine `json:"engine,omitzero"`

	EngineDescription *string `json:"engineDescription,omitzero"`

	EngineVersion *string `json:"engineVersion,omitzero"`

	EngineVersionDescription *string `json:"engineVersionDescription,omitzero"`

	IsEngineDefault *bool `json:"isEngineDefault,omitzero"`
}

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
