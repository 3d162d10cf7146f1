// Package redact prints and logs structs of the API without their sensitive fields.
//
// A field is sensitive if it has the tag `sensitive:"true"`. Its value is replaced at any depth: in nested structs and
// behind pointers, in slices and in maps.
package redact

import (
	"fmt"
	"io"
	"iter"
	"log/slog"
	"reflect"
	"sort"
	"strings"
	"time"
)

// redacted replaces the value of a sensitive field.
const redacted = "[REDACTED]"

// Format implements [fmt.Formatter] for v, a struct or a pointer to one. All verbs and flags print the same text: the
// type's name and the fields that are set, with values instead of addresses and with map keys sorted.
func Format(f fmt.State, _ rune, v any) {
	writeValue(f, reflect.ValueOf(v))
}

// LogValue implements [slog.LogValuer] for v, a struct or a pointer to one. It returns a group of the fields that are
// set, under their wire names.
//
// Nested structs become groups. Slices and maps that can hold structs become text in the form of [Format], because slog
// does not resolve values inside them.
func LogValue(v any) slog.Value {
	return logValue(reflect.ValueOf(v))
}

// setFields returns the fields of the struct v that are set, with their tags. Fields without a JSON name, such as
// ResultMetadata, are left out.
func setFields(v reflect.Value) iter.Seq2[reflect.StructField, reflect.Value] {
	return func(yield func(reflect.StructField, reflect.Value) bool) {
		for i := range v.NumField() {
			field, value := v.Type().Field(i), v.Field(i)
			tag := field.Tag.Get("json")
			// Without omitzero a zero is sent, and counts as set.
			unset := value.IsZero() && strings.HasSuffix(tag, ",omitzero")
			if !field.IsExported() || tag == "-" || unset {
				continue
			}
			if !yield(field, value) {
				return
			}
		}
	}
}

func sensitive(field reflect.StructField) bool { return field.Tag.Get("sensitive") == "true" }

func writeValue(w io.Writer, v reflect.Value) {
	v = deref(v)
	if !v.IsValid() {
		io.WriteString(w, "<nil>")
		return
	}
	if t, ok := v.Interface().(time.Time); ok {
		io.WriteString(w, t.Format(time.RFC3339Nano))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		writeStruct(w, v)
	case reflect.Slice, reflect.Array:
		writeSlice(w, v)
	case reflect.Map:
		writeMap(w, v)
	case reflect.String:
		fmt.Fprintf(w, "%q", v.String())
	default:
		fmt.Fprint(w, v.Interface())
	}
}

func writeStruct(w io.Writer, v reflect.Value) {
	fmt.Fprintf(w, "%s{", v.Type())
	separator := ""
	for field, value := range setFields(v) {
		fmt.Fprintf(w, "%s%s:", separator, field.Name)
		separator = " "
		if sensitive(field) {
			io.WriteString(w, redacted)
		} else {
			writeValue(w, value)
		}
	}
	io.WriteString(w, "}")
}

func writeSlice(w io.Writer, v reflect.Value) {
	io.WriteString(w, "[")
	for i := range v.Len() {
		if i > 0 {
			io.WriteString(w, " ")
		}
		writeValue(w, v.Index(i))
	}
	io.WriteString(w, "]")
}

func writeMap(w io.Writer, v reflect.Value) {
	keys := v.MapKeys()
	// Not slices.SortFunc, which would be compiled for reflect.Value.
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	io.WriteString(w, "map[")
	for i, key := range keys {
		if i > 0 {
			io.WriteString(w, " ")
		}
		writeValue(w, key)
		io.WriteString(w, ":")
		writeValue(w, v.MapIndex(key))
	}
	io.WriteString(w, "]")
}

func logValue(v reflect.Value) slog.Value {
	v = deref(v)
	if !v.IsValid() {
		return slog.AnyValue(nil)
	}
	if t, ok := v.Interface().(time.Time); ok {
		return slog.TimeValue(t)
	}
	switch v.Kind() {
	case reflect.Struct:
		var attrs []slog.Attr
		for field, value := range setFields(v) {
			attr := slog.Attr{Key: wireName(field), Value: slog.StringValue(redacted)}
			if !sensitive(field) {
				attr.Value = logValue(value)
			}
			attrs = append(attrs, attr)
		}
		return slog.GroupValue(attrs...)
	case reflect.Slice, reflect.Array, reflect.Map:
		if isScalar(v.Type().Elem()) {
			return slog.AnyValue(v.Interface())
		}
		var text strings.Builder
		writeValue(&text, v)
		return slog.StringValue(text.String())
	case reflect.String:
		return slog.StringValue(v.String())
	default:
		return slog.AnyValue(v.Interface())
	}
}

func wireName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	if name == "" {
		return field.Name
	}
	return name
}

// deref follows pointers. It returns the zero [reflect.Value] if one of them is nil.
func deref(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

func isScalar(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct, reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Map, reflect.Array:
		return false
	}
	return true
}
