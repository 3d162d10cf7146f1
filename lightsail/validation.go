package lightsail

import (
	"fmt"

	"github.com/aws/smithy-go"
)

// violations gathers the rules that an input breaks, so that all are told at
// once.
type violations struct {
	smithy.InvalidParamsError
}

// required notes that field is missing. field is a path within the input, such
// as AccessLogConfig.Enabled.
func (v *violations) required(field string, missing bool) {
	if missing {
		v.Add(smithy.NewErrParamRequired(field))
	}
}

// validated makes the Validate of an operation out of a function over its input.
func validated[In any](name string, check func(*In, *violations)) func(any, bool) error {
	return func(input any, _ bool) error {
		in, ok := input.(*In)
		if !ok {
			// Middleware may have put anything in its place.
			return fmt.Errorf("unknown input parameters type %T", input)
		}
		var v violations
		v.Context = name
		check(in, &v)
		if v.Len() == 0 {
			return nil
		}
		return v.InvalidParamsError
	}
}
