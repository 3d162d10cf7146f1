package interop_test

import (
	"slices"
	"testing"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
)

// TestMiddlewareStack checks that the middleware stack of every operation has the
// official steps in the official order. Ours always has OperationInputValidation.
// The official stack has it only if the operation has required members.
func TestMiddlewareStack(t *testing.T) {
	const validation = "OperationInputValidation"
	for _, op := range operations {
		var stacks [][]string
		list := func(s *middleware.Stack) error {
			stacks = append(stacks, s.List())
			return nil
		}
		s := settings{options: map[string]any{"APIOptions": []func(*middleware.Stack) error{list}}}
		ours, reference := exchanges(t, s, op, completeInput(op))
		assertSame(t, ours, reference)

		got, want := stacks[0], stacks[1]
		if !slices.Contains(got, validation) {
			t.Errorf("%s: our stack has no %s", op, validation)
		}
		if !slices.Contains(want, validation) {
			got = slices.DeleteFunc(got, func(id string) bool { return id == validation })
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: official (-), ours (+):\n%s", op, diff)
		}
	}
}
