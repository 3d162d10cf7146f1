package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// RelationalDatabase is a managed database: a server with MySQL or PostgreSQL that Lightsail
// operates, backs up and maintains. Programs connect to it at MasterEndpoint.
//
// CreateRelationalDatabase and CreateRelationalDatabaseFromSnapshot create one.
// GetRelationalDatabase and GetRelationalDatabases return it.
type RelationalDatabase struct {
	// Arn is the Amazon Resource Name (ARN) of the database. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// BackupRetentionEnabled reports whether automatic backups are on.
	BackupRetentionEnabled *bool `json:"backupRetentionEnabled,omitzero"`

	// CaCertificateIdentifier is the identifier of the certificate authority (CA) certificate that
	// the database uses for TLS connections.
	CaCertificateIdentifier *string `json:"caCertificateIdentifier,omitzero"`

	// CreatedAt is the time at which the database was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Engine is the database engine, for example "mysql".
	Engine *string `json:"engine,omitzero"`

	// EngineVersion is the version of the engine, for example "5.7.23".
	EngineVersion *string `json:"engineVersion,omitzero"`

	// Hardware has the number of vCPUs and the sizes of memory and disk.
	Hardware *RelationalDatabaseHardware `json:"hardware,omitzero"`

	// LatestRestorableTime is the time up to which automatic backups have data. The RestoreTime of
	// CreateRelationalDatabaseFromSnapshot must be before it.
	LatestRestorableTime *time.Time `json:"latestRestorableTime,omitzero"`

	// Location is the Region and the Availability Zone of the database.
	Location *ResourceLocation `json:"location,omitzero"`

	// MasterDatabaseName is the name of the database that the engine created first, in the sense of
	// CREATE DATABASE.
	MasterDatabaseName *string `json:"masterDatabaseName,omitzero"`

	// MasterEndpoint is the address and the port for connections. Clients that are not Lightsail
	// resources of the account in the same Region need PubliclyAccessible.
	MasterEndpoint *RelationalDatabaseEndpoint `json:"masterEndpoint,omitzero"`

	// MasterUsername is the name of the master user. GetRelationalDatabaseMasterUserPassword
	// returns the password.
	MasterUsername *string `json:"masterUsername,omitzero"`

	// Name is the name of the database resource in Lightsail.
	Name *string `json:"name,omitzero"`

	// ParameterApplyStatus is the status of the changes of UpdateRelationalDatabaseParameters: it
	// shows whether they are in effect or wait for a restart.
	ParameterApplyStatus *string `json:"parameterApplyStatus,omitzero"`

	// PendingMaintenanceActions are the maintenance actions that Lightsail has planned.
	PendingMaintenanceActions []PendingMaintenanceAction `json:"pendingMaintenanceActions,omitzero"`

	// PendingModifiedValues are changes of UpdateRelationalDatabase that are not applied yet.
	PendingModifiedValues *PendingModifiedRelationalDatabaseValues `json:"pendingModifiedValues,omitzero"`

	// PreferredBackupWindow is the time of day for automatic backups in UTC, for example
	// "16:00-16:30".
	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	// PreferredMaintenanceWindow is the time of the week for maintenance in UTC, for example
	// "Tue:17:00-Tue:17:30". Changes that can interrupt the database wait for it.
	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	// PubliclyAccessible reports whether the database can be reached from the internet. If false,
	// only Lightsail resources of the account in the same Region can connect to it.
	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	// RelationalDatabaseBlueprintId is the ID of the blueprint: the engine and its major version.
	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero"`

	// RelationalDatabaseBundleId is the ID of the bundle, which determines size and price, for
	// example "micro_2_0".
	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero"`

	// ResourceType is [ResourceTypeRelationalDatabase].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SecondaryAvailabilityZone is the Availability Zone of the standby, if the bundle has high
	// availability. The database fails over to the standby.
	SecondaryAvailabilityZone *string `json:"secondaryAvailabilityZone,omitzero"`

	// State is the state of the database. "available" means that it can be used. Values such as
	// "creating", "modifying" and "backing-up" mean that a change is in progress; "failed" means
	// that a change failed. Other values can occur.
	State *string `json:"state,omitzero"`

	// SupportCode identifies the database to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the database, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v RelationalDatabase) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v RelationalDatabase) LogValue() slog.Value { return redact.LogValue(v) }

// RelationalDatabaseEndpoint is where programs connect to a database. It is part of
// [RelationalDatabase].
type RelationalDatabaseEndpoint struct {
	// Address is the DNS name of the database.
	Address *string `json:"address,omitzero"`

	// Port is the TCP port on which the engine listens.
	Port *int32 `json:"port,omitzero"`
}

// RelationalDatabaseHardware is the size of a database, as its bundle determines it. It is part of
// [RelationalDatabase].
type RelationalDatabaseHardware struct {
	// CpuCount is the number of vCPUs.
	CpuCount *int32 `json:"cpuCount,omitzero"`

	// DiskSizeInGb is the size of the disk for data in GB.
	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	// RamSizeInGb is the size of the memory in GB.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}

// RelationalDatabasePasswordVersion is a version of the password of the master user of a database.
// GetRelationalDatabaseMasterUserPassword takes it. While a change of the password is in progress,
// the new password is "PENDING"; it then becomes "CURRENT".
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
