package lightsail

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/transport"
)

// violations gathers the rules that an input breaks, so that all are told at
// once. Fields are paths within the input, such as AccessLogConfig.Enabled.
type violations struct {
	params    smithy.InvalidParamsError
	operation string

	// requiredOnly leaves out all rules but that of required members.
	requiredOnly bool
}

// required notes that a field is missing.
func (v *violations) required(field string, missing bool) {
	if missing {
		v.add(smithy.NewErrParamRequired(field))
	}
}

// requiredList notes that a list is missing or empty.
func (v *violations) requiredList(field string, list []string) {
	v.required(field, list == nil)
	if list != nil && len(list) == 0 {
		v.refuse(field, "must not be empty")
	}
}

// refuse notes that a field breaks a rule.
func (v *violations) refuse(field, format string, args ...any) {
	if !v.requiredOnly {
		v.add(&invalidParamError{field: field, reason: fmt.Sprintf(format, args...)})
	}
}

// The model's bounds of a bucket's name, in characters.
const (
	minBucketName = 3
	maxBucketName = 54
)

// bucketName refuses what cannot be the name of a bucket. Nil is not its matter.
func (v *violations) bucketName(field string, name *string) {
	if name == nil {
		return
	}
	if n := utf8.RuneCountInString(*name); n < minBucketName || n > maxBucketName {
		v.refuse(field, "must have %d to %d characters, not %d", minBucketName, maxBucketName, n)
		return
	}
	edge := func(c byte) bool { return 'a' <= c && c <= 'z' || isDigit(c) }
	inner := func(c byte) bool { return edge(c) || c == '-' }
	if !consistsOf(*name, inner) || !edge((*name)[0]) || !edge((*name)[len(*name)-1]) {
		v.refuse(field, "must consist of lower-case letters, digits and hyphens, with no hyphen at either end")
	}
}

// notBlank refuses a string of nothing but space. Nil is not its matter.
func (v *violations) notBlank(field string, s *string) {
	if s != nil && strings.TrimSpace(*s) == "" {
		v.refuse(field, "must not be blank")
	}
}

// A checker is an input to which rules apply.
type checker interface{ check(*violations) }

// validate refuses an input that breaks the rules of op.
func validate(op *transport.Operation, input any, requiredOnly bool) error {
	in, ok := input.(checker)
	if !ok {
		return nil
	}
	v := &violations{operation: op.Name, requiredOnly: requiredOnly}
	in.check(v)
	return v.err()
}

// add notes that a rule is broken.
func (v *violations) add(err smithy.InvalidParamError) {
	v.params.Context = v.operation + "Input"
	v.params.Add(err)
}

// err returns what was noted as one error.
func (v *violations) err() error {
	if v.params.Len() == 0 {
		return nil
	}
	return v.params
}

// An invalidParamError is a rule that a field breaks. It is a
// [smithy.InvalidParamError], as those of required fields are.
type invalidParamError struct {
	context, field, reason string
}

// Error tells the rule and the field, never the value.
func (e *invalidParamError) Error() string { return e.reason + ", " + e.Field() + "." }

// Field returns the path of the field.
func (e *invalidParamError) Field() string { return e.context + "." + e.field }

// SetContext sets what the path begins with.
func (e *invalidParamError) SetContext(context string) { e.context = context }

// AddNestedContext puts a level before the field.
func (e *invalidParamError) AddNestedContext(context string) { e.field = context + "." + e.field }
