package official

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Missing returns what theirs has and ours lacks, one line each, sorted. The fields of an operation or a type that is missing are not
// listed on their own.
func Missing(theirs, ours *API) []string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for op := range theirs.Operations {
		if !ours.Operations[op] {
			add("operation %s", op)
		}
	}
	for name := range theirs.Exceptions {
		if !ours.Exceptions[name] {
			add("exception types.%s", name)
		}
	}
	for name, s := range theirs.Structs {
		if ours.Structs[name] != nil {
			lines = append(lines, MissingFields(s, ours.Structs[name])...)
		} else if strings.HasPrefix(name, "types.") {
			add("type %s", name)
		}
	}
	for name, enum := range theirs.Enums {
		if ours.Enums[name] == nil {
			add("enum %s", name)
		} else {
			lines = append(lines, MissingConstants(enum, ours.Enums[name])...)
		}
	}
	slices.Sort(lines)
	return lines
}

// MissingFields returns the fields, required tags and sensitive tags of theirs that ours lacks.
func MissingFields(theirs, ours *Struct) []string {
	var lines []string
	for _, want := range theirs.Fields {
		name := theirs.Name + "." + want.Name
		got := ours.Field(want.Name)
		switch {
		case got == nil:
			lines = append(lines, fmt.Sprintf("field %s %s (%s)", name, want.Type, want.Wire))
			continue
		case want.Required && !got.Required:
			lines = append(lines, fmt.Sprintf("required tag of %s", name))
		}
		if want.Sensitive && !got.Sensitive {
			lines = append(lines, fmt.Sprintf("sensitive tag of %s", name))
		}
	}
	return lines
}

// MissingConstants returns the constants of theirs that ours lacks.
func MissingConstants(theirs, ours *Enum) []string {
	have := map[Constant]bool{}
	for _, c := range ours.Constants {
		have[c] = true
	}
	want := map[Constant]string{}
	for _, c := range theirs.Constants {
		if !have[c] {
			want[c] = fmt.Sprintf("constant types.%s = %q", c.Name, c.Value)
		}
	}
	return slices.Sorted(maps.Values(want))
}
