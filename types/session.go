package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

// Session is a graphical session on a virtual computer of Lightsail for Research. A browser opens
// it by its URL, with the protocol Amazon DCV. CreateGUISessionAccessDetails returns it.
//
// A virtual computer is an instance whose blueprint has the AppCategory "LfR".
type Session struct {
	// IsPrimary reports whether this is the primary session, which shows the application of the
	// virtual computer. The secondary session shows its operating system.
	IsPrimary *bool `json:"isPrimary,omitzero"`

	// Name is the name of the session.
	Name *string `json:"name,omitzero"`

	// Url is the address of the session for a browser. Treat it as a secret: it gives access to the
	// session. It is redacted where a Session is printed or logged.
	Url *string `json:"url,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v Session) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v Session) LogValue() slog.Value { return redact.LogValue(v) }

// Status is the status of the graphical session of a virtual computer of Lightsail for Research.
// CreateGUISessionAccessDetails returns it.
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
