package interop_test

import (
	"fmt"
	"reflect"
	"testing"

	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
)

// Values of every enum that an operation leads to returns the same list in the
// same order, in a slice that is the caller's own.
func TestValuesOfEnums(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(ours, theirs reflect.Type)
	walk = func(ours, theirs reflect.Type) {
		if ours == theirs || seen[ours] {
			return
		}
		seen[ours] = true
		switch ours.Kind() {
		case reflect.Pointer, reflect.Slice:
			walk(ours.Elem(), theirs.Elem())
		case reflect.Struct:
			for i := range ours.NumField() {
				if field, ok := theirs.FieldByName(ours.Field(i).Name); ok {
					walk(ours.Field(i).Type, field.Type)
				}
			}
		case reflect.String:
			if got, want := fmt.Sprint(values(ours)), fmt.Sprint(values(theirs)); got != want {
				t.Errorf("%v: %s, official %s", ours, got, want)
			}
			if first := values(ours).Index(0); first.String() != "" {
				first.SetString("")
				if values(ours).Index(0).String() == "" {
					t.Errorf("%v: all callers share one slice", ours)
				}
			}
		}
	}
	client := reflect.TypeFor[*official.Client]()
	for _, op := range operations {
		m, ok := client.MethodByName(op)
		if !ok {
			t.Fatalf("the official client has no operation %s", op)
		}
		walk(inputType(op), m.Type.In(2))
		walk(outputType(op), m.Type.Out(0))
	}
	if len(seen) < 40 {
		t.Errorf("only %d types were seen", len(seen))
	}
}

func values(enum reflect.Type) reflect.Value {
	return reflect.Zero(enum).MethodByName("Values").Call(nil)[0]
}
