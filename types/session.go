package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

type Session struct {
	IsPrimary *bool `json:"isPrimary,omitzero"`

	Name *string `json:"name,omitzero"`

	Url *string `json:"url,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v Session) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v Session) LogValue() slog.Value { return redact.LogValue(v) }

type Status string

// Values of [Status].
const (
	StatusStartExpired             Status = "startExpired"
	StatusNotStarted               Status = "notStarted"
	StatusStarted                  Status = "started"
	StatusStarting                 Status = "starting"
	StatusStopped                  Status = "stopped"
	StatusStopping                 Status = "stopping"
	StatusSettingUpInstance        Status = "settingUpInstance"
	StatusFailedInstanceCreation   Status = "failedInstanceCreation"
	StatusFailedStartingGUISession Status = "failedStartingGUISession"
	StatusFailedStoppingGUISession Status = "failedStoppingGUISession"
)

// Values returns the known values of [Status].
func (Status) Values() []Status {
	return []Status{
		StatusStartExpired,
		StatusNotStarted,
		StatusStarted,
		StatusStarting,
		StatusStopped,
		StatusStopping,
		StatusSettingUpInstance,
		StatusFailedInstanceCreation,
		StatusFailedStartingGUISession,
		StatusFailedStoppingGUISession,
	}
}
