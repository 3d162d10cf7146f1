package types_test

import (
	"strings"
	"testing"
)

// good is a file that keeps every rule. TestRulesReject breaks one rule at a time.
const good = `package types

// Gate is an entrance to a network.
type Gate struct {
	// Width is the width in meters. Required.
	Width *int32 ~json:"width,omitzero" required:"true"~

	// Code opens the gate.
	Code *string ~json:"code,omitzero" sensitive:"true"~

	// Kinds are the vehicles that can pass.
	Kinds map[string][]GateKind ~json:"kinds,omitzero"~

	hidden int
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v Gate) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v Gate) LogValue() slog.Value { return redact.LogValue(v) }

// GateKind is a class of vehicles.
type GateKind string

// Values of [GateKind].
const (
	GateKindCar  GateKind = "car"
	GateKindBike GateKind = "bike" // electric ones included
)

// Values returns the values that this version knows.
func (GateKind) Values() []GateKind {
	return []GateKind{
		GateKindCar,
		GateKindBike,
	}
}

// Open opens g for one vehicle.
func (g *Gate) Open() {}

func (g *Gate) close() {}
`

func TestRulesReject(t *testing.T) {
	violations := func(text string) string {
		src := parseSource(t, strings.ReplaceAll(text, "~", "`"))
		var all []string
		for _, rule := range rules {
			all = append(all, rule(t, src)...)
		}
		return strings.Join(all, "\n")
	}
	if got := violations(good); got != "" {
		t.Fatalf("violations in a correct file:\n%s", got)
	}
	for _, row := range []struct {
		why, before, after, want string
	}{
		{"type without a comment", "// Gate is an entrance to a network.\n", "", "Gate has no doc comment"},
		{"enum without a comment", "// GateKind is a class of vehicles.\n", "", "GateKind has no doc comment"},
		{"field without a comment", "\t// Code opens the gate.\n", "", "Gate.Code has no doc comment"},
		{"comment behind the field",
			"\t// Code opens the gate.\n\tCode *string ~json:\"code,omitzero\" sensitive:\"true\"~",
			"\tCode *string ~json:\"code,omitzero\" sensitive:\"true\"~ // Code opens the gate.",
			"Gate.Code has no doc comment"},
		{"method without a comment", "// Open opens g for one vehicle.\n", "", "Gate.Open has no doc comment"},
		{"function without a comment", "func (g *Gate) close()", "func Close()", "Close has no doc comment"},
		{"Values without a comment", "// Values returns the values that this version knows.\n", "",
			"GateKind.Values has no doc comment"},
		{"constants without a comment", "// Values of [GateKind].\n", "", "GateKindCar has no doc comment"},
		{"constants with another comment", "// Values of [GateKind].\n", "// All kinds.\n",
			`want "Values of [GateKind].\n"`},
		{"comment of another type", "// Gate is", "// The gate is", "the comment of Gate does not start with Gate"},
		{"comment of another field", "// Code opens", "// The code opens",
			"the comment of Gate.Code does not start with Code"},
		{"comment of another constant", "\tGateKindCar  ", "\t// Car is a car.\n\tGateKindCar  ",
			"GateKindCar does not start with"},
		{"field's name only", "Code opens the gate.", "Code is the code.", "Gate.Code only repeats the name"},
		{"field's name in other words", "Kinds are the vehicles that can pass.", "Kinds is the kind's value.",
			"Gate.Kinds only repeats"},
		{"type's name only", "GateKind is a class of vehicles.", "GateKind describes the kind of a gate.",
			"GateKind only repeats"},
		{"no tag", " ~json:\"kinds,omitzero\"~", "", "Gate.Kinds: tag ``"},
		{"tag without json", "~json:\"kinds,omitzero\"~", "~xml:\"kinds\"~", "Gate.Kinds: tag"},
		{"tag with another option", "kinds,omitzero", "kinds,omitempty", "Gate.Kinds: tag"},
		{"order of the tag", `json:"width,omitzero" required:"true"`, `required:"true" json:"width,omitzero"`,
			"Gate.Width: tag"},
		{"required in the tag only", " Required.", "", "Gate.Width: required by the tag: true, by the comment: false"},
		{"required in the comment only", ` required:"true"`, "",
			"Gate.Width: required by the tag: false, by the comment: true"},
		{"password without the tag",
			"\t// Kinds are the vehicles that can pass.\n\tKinds map[string][]GateKind ~json:\"kinds,omitzero\"~",
			"\t// AdminPassword is for repairs.\n\tAdminPassword *string ~json:\"adminPassword,omitzero\"~",
			"Gate.AdminPassword lacks the tag"},
		{"sensitive without Format", "func (v Gate) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }",
			"", "Gate: directly below"},
		{"sensitive without LogValue", "func (v Gate) LogValue() slog.Value { return redact.LogValue(v) }", "",
			"Gate: directly below"},
		{"pointer receiver", "func (v Gate) Format", "func (v *Gate) Format", "Gate: directly below"},
		{"value missing in Values", "\t\tGateKindBike,\n", "", "GateKind: Values does not return the constants"},
		{"order of Values", "\t\tGateKindCar,\n\t\tGateKindBike,\n", "\t\tGateKindBike,\n\t\tGateKindCar,\n",
			"GateKind: Values does not"},
		{"shared slice", "return []GateKind{\n\t\tGateKindCar,\n\t\tGateKindBike,\n\t}", "return kinds",
			"GateKind: Values does not"},
		{"name of a constant", "\tGateKindCar  GateKind", "\tCar  GateKind", "the constant Car does not start with"},
	} {
		text := strings.Replace(good, row.before, row.after, 1)
		if text == good {
			t.Fatalf("%s: the file does not contain %q", row.why, row.before)
		}
		if got := violations(text); !strings.Contains(got, row.want) {
			t.Errorf("%s: got %q, want it to contain %q", row.why, got, row.want)
		}
	}
}
