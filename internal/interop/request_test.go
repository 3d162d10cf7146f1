package interop_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Whatever an input holds, both clients send the same request for it, or refuse
// it with the same error.
func TestRandomInputs(t *testing.T) {
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			sent := 0
			rounds(t, func(t *testing.T, g *generator) {
				input := reflect.New(inputType(op).Elem())
				g.invalid = g.oneIn(4)
				g.fill(input.Elem())
				before := as(inputType(op), input.Interface())

				ours, theirs := exchanges(t, settings{where: place(g.IntN(3))}, op, input.Interface())
				same(t, ours, theirs)
				sent += len(ours.Requests)
				if diff := cmp.Diff(before, input.Interface(), equal...); diff != "" {
					t.Errorf("the call changed its input:\n%s", diff)
				}
			})
			if sent < *roundsFlag/8 {
				t.Errorf("only %d of %d inputs were sent: the others lacked a required member", sent, *roundsFlag)
			}
		})
	}
}

func TestNilInput(t *testing.T) {
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			ours, theirs := exchanges(t, settings{}, op, reflect.Zero(inputType(op)).Interface())
			same(t, ours, theirs)
		})
	}
}
