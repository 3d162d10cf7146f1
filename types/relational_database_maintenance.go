package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

type PendingMaintenanceAction struct {
	Action *string `json:"action,omitzero"`

	CurrentApplyDate *time.Time `json:"currentApplyDate,omitzero"`

	Description *string `json:"description,omitzero"`
}

type PendingModifiedRelationalDatabaseValues struct {
	BackupRetentionEnabled *bool `json:"backupRetentionEnabled,omitzero"`

	EngineVersion *string `json:"engineVersion,omitzero"`

	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v PendingModifiedRelationalDatabaseValues) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v PendingModifiedRelationalDatabaseValues) LogValue() slog.Value { return redact.LogValue(v) }
