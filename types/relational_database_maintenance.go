package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// PendingMaintenanceAction is maintenance of a database that Lightsail has planned and not carried
// out. It is part of [RelationalDatabase].
type PendingMaintenanceAction struct {
	// Action is the kind of maintenance.
	Action *string `json:"action,omitzero"`

	// CurrentApplyDate is the time for which the maintenance is planned.
	CurrentApplyDate *time.Time `json:"currentApplyDate,omitzero"`

	// Description is a text with more about the maintenance.
	Description *string `json:"description,omitzero"`
}

// PendingModifiedRelationalDatabaseValues are changes of UpdateRelationalDatabase that are not
// applied yet. They are part of [RelationalDatabase]. Fields without a pending change are nil.
type PendingModifiedRelationalDatabaseValues struct {
	// BackupRetentionEnabled is true if automatic backups will be turned on, and false if they will
	// be turned off.
	BackupRetentionEnabled *bool `json:"backupRetentionEnabled,omitzero"`

	// EngineVersion is the version to which the engine will be changed.
	EngineVersion *string `json:"engineVersion,omitzero"`

	// MasterUserPassword is the password of the master user that will become the current one.
	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v PendingModifiedRelationalDatabaseValues) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v PendingModifiedRelationalDatabaseValues) LogValue() slog.Value { return redact.LogValue(v) }
