package types

import (
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"time"
)

// redacted stands where a secret would. Fields with the tag `secret:"true"` are
// secrets.
const redacted = "[REDACTED]"

// Format prints the details with every verb of package fmt, secrets redacted.
func (d InstanceAccessDetails) Format(f fmt.State, _ rune) { printRedacted(f, d) }

// LogValue is what package slog logs: the details with secrets redacted.
//
// slog's JSON handler does not ask for it where the details are inside a struct
// or a list of your own: there it writes them as encoding/json does, whole.
func (d InstanceAccessDetails) LogValue() slog.Value { return logRedacted(d) }

// Format prints the data with every verb of package fmt, secrets redacted.
func (d PasswordData) Format(f fmt.State, _ rune) { printRedacted(f, d) }

// LogValue is what package slog logs: the data with secrets redacted. What is
// said at [InstanceAccessDetails.LogValue] holds here, too.
func (d PasswordData) LogValue() slog.Value { return logRedacted(d) }

// printRedacted writes the fields of a struct that are set, with their values
// and not their addresses.
func printRedacted(w io.Writer, v any) {
	rv := reflect.ValueOf(v)
	fmt.Fprintf(w, "%s{", rv.Type())
	separator := ""
	for i := range rv.NumField() {
		field, value := rv.Type().Field(i), rv.Field(i)
		if value.IsZero() {
			continue
		}
		fmt.Fprintf(w, "%s%s:", separator, field.Name)
		separator = " "
		if field.Tag.Get("secret") == "true" {
			io.WriteString(w, redacted)
			continue
		}
		printValue(w, value)
	}
	io.WriteString(w, "}")
}

func printValue(w io.Writer, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if t, ok := v.Interface().(time.Time); ok {
		io.WriteString(w, t.Format(time.RFC3339Nano))
		return
	}
	switch v.Kind() {
	case reflect.String:
		fmt.Fprintf(w, "%q", v.String())
	case reflect.Struct:
		printRedacted(w, v.Interface())
	case reflect.Slice:
		io.WriteString(w, "[")
		for i := range v.Len() {
			if i > 0 {
				io.WriteString(w, " ")
			}
			printValue(w, v.Index(i))
		}
		io.WriteString(w, "]")
	default:
		fmt.Fprint(w, v.Interface())
	}
}

// logRedacted returns the fields of a struct that are set, under their wire
// names.
func logRedacted(v any) slog.Value {
	rv := reflect.ValueOf(v)
	var attrs []slog.Attr
	for i := range rv.NumField() {
		field, value := rv.Type().Field(i), rv.Field(i)
		if value.IsZero() {
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Tag.Get("secret") == "true" {
			attrs = append(attrs, slog.String(name, redacted))
			continue
		}
		if value.Kind() == reflect.Pointer {
			value = value.Elem()
		}
		attrs = append(attrs, slog.Any(name, value.Interface()))
	}
	return slog.GroupValue(attrs...)
}
