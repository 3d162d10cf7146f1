package types

import "time"

type RelationalDatabase struct {
	Arn *string `json:"arn,omitzero"`

	BackupRetentionEnabled *bool `json:"backupRetentionEnabled,omitzero"`

	CaCertificateIdentifier *string `json:"caCertificateIdentifier,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Engine *string `json:"engine,omitzero"`

	EngineVersion *string `json:"engineVersion,omitzero"`

	Hardware *RelationalDatabaseHardware `json:"hardware,omitzero"`

	LatestRestorableTime *time.Time `json:"latestRestorableTime,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	MasterDatabaseName *string `json:"masterDatabaseName,omitzero"`

	MasterEndpoint *RelationalDatabaseEndpoint `json:"masterEndpoint,omitzero"`

	MasterUsername *string `json:"masterUsername,omitzero"`

	Name *string `json:"name,omitzero"`

	ParameterApplyStatus *string `json:"parameterApplyStatus,omitzero"`

	PendingMaintenanceActions []PendingMaintenanceAction `json:"pendingMaintenanceActions,omitzero"`

	PendingModifiedValues *PendingModifiedRelationalDatabaseValues `json:"pendingModifiedValues,omitzero"`

	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero"`

	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SecondaryAvailabilityZone *string `json:"secondaryAvailabilityZone,omitzero"`

	State *string `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type RelationalDatabaseEndpoint struct {
	Address *string `json:"address,omitzero"`

	Port *int32 `json:"port,omitzero"`
}

type RelationalDatabaseHardware struct {
	CpuCount *int32 `json:"cpuCount,omitzero"`

	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}

type RelationalDatabasePasswordVersion string

// Values of [RelationalDatabasePasswordVersion].
const (
	RelationalDatabasePasswordVersionCurrent  RelationalDatabasePasswordVersion = "CURRENT"
	RelationalDatabasePasswordVersionPrevious RelationalDatabasePasswordVersion = "PREVIOUS"
	RelationalDatabasePasswordVersionPending  RelationalDatabasePasswordVersion = "PENDING"
)

// Values returns the known values of [RelationalDatabasePasswordVersion].
func (RelationalDatabasePasswordVersion) Values() []RelationalDatabasePasswordVersion {
	return []RelationalDatabasePasswordVersion{
		RelationalDatabasePasswordVersionCurrent,
		RelationalDatabasePasswordVersionPrevious,
		RelationalDatabasePasswordVersionPending,
	}
}
