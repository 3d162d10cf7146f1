package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

type InstanceAttributeUpdates struct {
	BundleId *string `json:"bundleId,omitzero"`
}

type InstanceEntry struct {
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	InstanceType *string `json:"instanceType,omitzero" required:"true"`

	PortInfoSource PortInfoSourceType `json:"portInfoSource,omitzero" required:"true"`

	SourceName *string `json:"sourceName,omitzero" required:"true"`

	UserData *string `json:"userData,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v InstanceEntry) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v InstanceEntry) LogValue() slog.Value { return redact.LogValue(v) }

type PortInfoSourceType string

// Values of [PortInfoSourceType].
const (
	PortInfoSourceTypeDefault  PortInfoSourceType = "DEFAULT"
	PortInfoSourceTypeInstance PortInfoSourceType = "INSTANCE"
	PortInfoSourceTypeNone     PortInfoSourceType = "NONE"
	PortInfoSourceTypeClosed   PortInfoSourceType = "CLOSED"
)

// Values returns the known values of [PortInfoSourceType].
func (PortInfoSourceType) Values() []PortInfoSourceType {
	return []PortInfoSourceType{
		PortInfoSourceTypeDefault,
		PortInfoSourceTypeInstance,
		PortInfoSourceTypeNone,
		PortInfoSourceTypeClosed,
	}
}
