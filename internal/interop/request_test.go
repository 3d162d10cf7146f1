package interop_test

import (
	"reflect"
	"testing"
	"time"
)

// TestRandomInputs checks that both clients send the same request for a random
// input, or reject it with the same error.
func TestRandomInputs(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		sent := 0
		rounds(t, func(t *testing.T, g *generator) {
			input := reflect.New(officialInput(op).Elem())
			g.invalidUTF8 = g.oneIn(4)
			g.fill(input.Elem())
			ours, reference := exchanges(t, settings{where: place(g.IntN(3))}, op, input.Interface())
			assertSame(t, ours, reference)
			sent += len(ours.Requests)
		})
		if sent < *roundsFlag/8 {
			t.Errorf("only %d of %d inputs were sent; the others lack a required member", sent, *roundsFlag)
		}
	})
}

// TestRequiredMembers checks that both clients reject inputs that lack required
// members with the same error. Each input lacks one field or one field of a nested
// struct.
func TestRequiredMembers(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		ours, reference := exchanges(t, settings{}, op, completeInput(op))
		assertSame(t, ours, reference)
		if len(ours.Requests) != 1 {
			t.Errorf("the complete input was rejected: %q", ours.Results[0].Failure)
		}
		for _, input := range incompleteInputs(op) {
			ours, reference := exchanges(t, settings{}, op, input)
			assertSame(t, ours, reference)
		}
	})
}

// incompleteInputs returns copies of a complete input of op, each without one field.
// The fields are those of the input, of its nested structs and of list elements.
func incompleteInputs(op string) (inputs []any) {
	input := reflect.New(officialInput(op).Elem())
	setElements(input.Elem())
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			walk(v.Elem())
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			if v.Type() == timeType {
				return
			}
			for _, member := range membersOf(v) {
				walk(member.value)
				before := reflect.ValueOf(member.value.Interface())
				member.value.SetZero()
				inputs = append(inputs, convertTo(officialInput(op), input.Interface()))
				member.value.Set(before)
			}
		}
	}
	walk(input)
	return inputs
}

// setElements sets all fields of a struct as completeInput does. Lists and maps get
// one element instead of none.
func setElements(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		setElements(v.Elem())
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(time.Unix(0, 0)))
			return
		}
		for _, member := range membersOf(v) {
			setElements(member.value)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		setElements(v.Index(0))
	case reflect.Map:
		element := reflect.New(v.Type().Elem()).Elem()
		setElements(element)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("x").Convert(v.Type().Key()), element)
	case reflect.String:
		v.SetString("x")
	}
}

func TestNilInput(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		ours, reference := exchanges(t, settings{}, op, reflect.Zero(officialInput(op)).Interface())
		assertSame(t, ours, reference)
	})
}
