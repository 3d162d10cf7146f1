package interop_test

import (
	"fmt"
	"reflect"
	"testing"
)

// TestEnumValues checks all enums that an operation's input or output contains.
// Values must return the official list in the same order, and a new slice for each
// call.
func TestEnumValues(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(ours, reference reflect.Type)
	walk = func(ours, reference reflect.Type) {
		if ours == reference || seen[ours] {
			return
		}
		seen[ours] = true
		switch ours.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(ours.Elem(), reference.Elem())
		case reflect.Map:
			walk(ours.Key(), reference.Key())
			walk(ours.Elem(), reference.Elem())
		case reflect.Struct:
			for i := range ours.NumField() {
				if field, ok := reference.FieldByName(ours.Field(i).Name); ok {
					walk(ours.Field(i).Type, field.Type)
				}
			}
		case reflect.String:
			if got, want := fmt.Sprint(enumValues(ours)), fmt.Sprint(enumValues(reference)); got != want {
				t.Errorf("%v: got %s, want %s", ours, got, want)
			}
			if first := enumValues(ours).Index(0); first.String() != "" {
				first.SetString("")
				if enumValues(ours).Index(0).String() == "" {
					t.Errorf("%v: Values returns a shared slice", ours)
				}
			}
		}
	}
	for _, op := range operations {
		walk(inputType(op), officialInput(op))
		walk(outputType(op), officialOutput(op))
	}
	if len(seen) < 1000 {
		t.Errorf("only %d types were compared", len(seen))
	}
}

func enumValues(enum reflect.Type) reflect.Value {
	return reflect.Zero(enum).MethodByName("Values").Call(nil)[0]
}
