package lightsail

import (
	"fmt"
	"unicode/utf8"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/internal/transport"
)

// A checker is an input with rules beyond required fields.
type checker interface{ check(*violations) }

// validate returns an error with all rules of op that input breaks. With
// requiredOnly it checks required fields only.
func validate(op *transport.Operation, input any, requiredOnly bool) error {
	v := violations{operation: op.Name}
	for _, field := range awsjson.Missing(input) {
		v.add(smithy.NewErrParamRequired(field))
	}
	if in, ok := input.(checker); ok && !requiredOnly {
		in.check(&v)
	}
	return v.err()
}

// violations collects the rules that an input breaks. Fields are paths within the
// input, such as AccessLogConfig.Destination.
type violations struct {
	params    smithy.InvalidParamsError
	operation string
}

// reject adds a rule that a field breaks.
func (v *violations) reject(field, format string, args ...any) {
	v.add(&invalidParamError{field: field, reason: fmt.Sprintf(format, args...)})
}

func (v *violations) add(err smithy.InvalidParamError) {
	v.params.Context = v.operation + "Input"
	v.params.Add(err)
}

// err returns all violations as one error, or nil.
func (v *violations) err() error {
	if v.params.Len() == 0 {
		return nil
	}
	return v.params
}

// Limits of the length of a bucket's name, in characters.
const (
	minBucketName = 3
	maxBucketName = 54
)

// bucketName rejects a string that cannot be the name of a bucket. A nil name is
// valid here; required tags report it.
func (v *violations) bucketName(field string, name *string) {
	if name == nil {
		return
	}
	if n := utf8.RuneCountInString(*name); n < minBucketName || n > maxBucketName {
		v.reject(field, "must have %d to %d characters, not %d", minBucketName, maxBucketName, n)
		return
	}
	edge := func(c byte) bool { return 'a' <= c && c <= 'z' || isDigit(c) }
	inner := func(c byte) bool { return edge(c) || c == '-' }
	if !consistsOf(*name, inner) || !edge((*name)[0]) || !edge((*name)[len(*name)-1]) {
		v.reject(field, "must consist of lower-case letters, digits and hyphens, and begin and end with a letter or digit")
	}
}

// An invalidParamError is a rule that a field breaks. It implements
// [smithy.InvalidParamError], as the errors of required fields do.
type invalidParamError struct {
	context, field, reason string
}

// Error returns the rule and the field, never the value.
func (e *invalidParamError) Error() string { return e.reason + ", " + e.Field() + "." }

// Field returns the path of the field.
func (e *invalidParamError) Field() string { return e.context + "." + e.field }

// SetContext sets the first part of the path.
func (e *invalidParamError) SetContext(context string) { e.context = context }

// AddNestedContext inserts a part before the field.
func (e *invalidParamError) AddNestedContext(context string) { e.field = context + "." + e.field }
