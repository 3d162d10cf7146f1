// Package redact prints and logs structs without their sensitive fields.
package redact

import (
	"fmt"
	"io"
	"log/slog"
)

// Format prints a struct for package fmt. For now it prints nothing of it.
func Format(f fmt.State, verb rune, v any) { _, _ = io.WriteString(f, "[REDACTED]") }

// LogValue returns a struct for package slog. For now it has nothing of it.
func LogValue(v any) slog.Value { return slog.StringValue("[REDACTED]") }
