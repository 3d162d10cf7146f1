package lightsail

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/aws/smithy-go"
)

// violations gathers the rules that an input breaks, so that all are told at
// once. Fields are paths within the input, such as AccessLogConfig.Enabled.
type violations struct {
	smithy.InvalidParamsError

	// requiredOnly leaves out all rules but that of required members.
	requiredOnly bool
}

// required notes that a field is missing.
func (v *violations) required(field string, missing bool) {
	if missing {
		v.Add(smithy.NewErrParamRequired(field))
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
		v.Add(&invalidParamError{field: field, reason: fmt.Sprintf(format, args...)})
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

// checked makes a function that returns all violations of a check as one error.
func checked[In any](name string, check func(*In, *violations)) func(*In) error {
	return func(in *In) error {
		v := newViolations(name, false)
		check(in, v)
		return v.err()
	}
}

// validated makes the Validate of an operation out of a check of its input.
func validated[In any](name string, check func(*In, *violations)) func(any, bool) error {
	return func(input any, requiredOnly bool) error {
		in, ok := input.(*In)
		if !ok {
			return notAnInput(input)
		}
		v := newViolations(name, requiredOnly)
		check(in, v)
		return v.err()
	}
}

// notAnInput is the error of an input that only middleware can have put there.
func notAnInput(input any) error {
	return fmt.Errorf("unknown input parameters type %T", input)
}

func newViolations(name string, requiredOnly bool) *violations {
	return &violations{InvalidParamsError: smithy.InvalidParamsError{Context: name}, requiredOnly: requiredOnly}
}

func (v *violations) err() error {
	if v.Len() == 0 {
		return nil
	}
	return v.InvalidParamsError
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
