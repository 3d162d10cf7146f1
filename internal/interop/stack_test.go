package interop_test

import (
	"slices"
	"testing"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
)

// Middleware of a caller finds the same steps in the same order. Ours has one
// more in operations of which the official client has nothing to validate.
func TestStack(t *testing.T) {
	const validation = "OperationInputValidation"
	for _, op := range operations {
		var stacks [][]string
		list := func(s *middleware.Stack) error {
			stacks = append(stacks, s.List())
			return nil
		}
		s := settings{options: map[string]any{"APIOptions": []func(*middleware.Stack) error{list}}}
		ours, theirs := exchanges(t, s, op, complete(op))
		same(t, ours, theirs)

		got, want := stacks[0], stacks[1]
		if !slices.Contains(got, validation) {
			t.Errorf("%s: ours has no %s", op, validation)
		}
		if !slices.Contains(want, validation) {
			got = slices.DeleteFunc(got, func(id string) bool { return id == validation })
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: official (-), ours (+):\n%s", op, diff)
		}
	}
}
