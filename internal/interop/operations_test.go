package interop_test

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	official "github.com/aws/aws-sdk-go-v2/service/lightsail"

	"github.com/lightsail-go/sdk/lightsail"
)

var (
	ourClient      = reflect.TypeFor[*lightsail.Client]()
	officialClient = reflect.TypeFor[*official.Client]()

	// operations are the names of our client's operations. The differential tests
	// run for each of them, so a new operation is tested without further changes.
	operations = operationsOf(ourClient)

	// officialOperations are the names of the official client's operations.
	officialOperations = operationsOf(officialClient)
)

// operationsOf returns the names of a client's methods that have the signature of
// an operation: func(context.Context, *NameInput, ...func(*Options)) (*NameOutput,
// error).
func operationsOf(client reflect.Type) (names []string) {
	for i := range client.NumMethod() {
		m := client.Method(i)
		if t := m.Type; t.NumIn() == 4 && t.IsVariadic() && t.NumOut() == 2 &&
			t.In(1) == reflect.TypeFor[context.Context]() && isPointerTo(t.In(2), m.Name+"Input") &&
			isPointerTo(t.Out(0), m.Name+"Output") && t.Out(1) == reflect.TypeFor[error]() {
			names = append(names, m.Name)
		}
	}
	return names
}

func isPointerTo(t reflect.Type, name string) bool {
	return t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem().Name() == name
}

// TestOperationsAreComplete checks that operationsOf recognizes every method except
// Options, and that the official client has all our operations.
func TestOperationsAreComplete(t *testing.T) {
	for _, client := range []reflect.Type{ourClient, officialClient} {
		found := operationsOf(client)
		for i := range client.NumMethod() {
			if name := client.Method(i).Name; name != "Options" && !slices.Contains(found, name) {
				t.Errorf("%v.%s does not have the signature of an operation", client, name)
			}
		}
	}
	for _, op := range operations {
		if !slices.Contains(officialOperations, op) {
			t.Errorf("the official client has no operation %s", op)
		}
	}
	t.Logf("%d operations, %d in the official client", len(operations), len(officialOperations))
	if len(operations) < 17 || len(officialOperations) < 161 {
		t.Error("too few operations found")
	}
}

// forEachOperation runs f as a parallel subtest for each operation of our client. It
// returns when all have ended.
func forEachOperation(t *testing.T, f func(t *testing.T, op string)) {
	t.Run("all", func(t *testing.T) {
		for _, op := range operations {
			t.Run(op, func(t *testing.T) {
				t.Parallel()
				f(t, op)
			})
		}
	})
}

// operationType returns the type of the method of an operation, with the receiver
// as its first parameter.
func operationType(client reflect.Type, op string) reflect.Type {
	m, ok := client.MethodByName(op)
	if !ok {
		panic(client.String() + " has no operation " + op)
	}
	return m.Type
}

// inputType and outputType return the pointer types of the input and output of an
// operation of our client.
func inputType(op string) reflect.Type  { return operationType(ourClient, op).In(2) }
func outputType(op string) reflect.Type { return operationType(ourClient, op).Out(0) }

// officialInput and officialOutput return the same types of the official client. The
// generator uses these, which makes a field that our types lack fail the tests.
func officialInput(op string) reflect.Type  { return operationType(officialClient, op).In(2) }
func officialOutput(op string) reflect.Type { return operationType(officialClient, op).Out(0) }

// completeInput returns an official input of op without missing required members. It
// sets all fields at every depth. Scalars are zero, enums are "x", lists and maps are
// empty, timestamps are 1970: the official client encodes the year 1 incorrectly.
func completeInput(op string) any {
	input := reflect.New(officialInput(op).Elem())
	setFields(input.Elem())
	return input.Interface()
}

func setFields(v reflect.Value) {
	for _, member := range membersOf(v) {
		switch field := member.value; field.Kind() {
		case reflect.Pointer:
			field.Set(reflect.New(field.Type().Elem()))
			switch elem := field.Elem(); {
			case elem.Type() == timeType:
				elem.Set(reflect.ValueOf(time.Unix(0, 0)))
			case elem.Kind() == reflect.Struct:
				setFields(elem)
			}
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 0, 0))
		case reflect.Map:
			field.Set(reflect.MakeMap(field.Type()))
		case reflect.String:
			field.SetString("x")
		}
	}
}
