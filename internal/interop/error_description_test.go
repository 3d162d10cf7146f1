package interop_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// deserializationFailed is the text of smithy.DeserializationError. The text after it
// is not compared, because each client has its own.
const deserializationFailed = "deserialization failed"

// describeError returns an error's text, the types of its chain, and the types and
// values that errors.As and errors.Is find. The text and the chain end at a
// deserialization error. Missing members are sorted: the official client reports
// them in the order of the service model, which its Go types do not have.
func describeError(err error) (lines []string) {
	if err == nil {
		return nil
	}
	text, _, cut := strings.Cut(sortViolations(err), deserializationFailed)
	if cut {
		text += deserializationFailed
	}
	return append(append([]string{text}, describeChain(err, "")...), errorKinds(err)...)
}

// sortViolations returns the text of err, with the lines of an InvalidParamsError in
// sorted order.
func sortViolations(err error) string {
	text := err.Error()
	if errors.As(err, new(smithy.InvalidParamsError)) {
		if head, list, ok := strings.Cut(text, "\n"); ok {
			lines := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
			slices.Sort(lines)
			return head + "\n" + strings.Join(lines, "\n")
		}
	}
	return text
}

func describeChain(err error, indent string) (lines []string) {
	for ; err != nil; err = errors.Unwrap(err) {
		lines = append(lines, indent+describeLink(err))
		switch err := err.(type) {
		case *smithy.DeserializationError:
			return lines
		case interface{ Unwrap() []error }:
			for _, e := range err.Unwrap() {
				lines = append(lines, describeChain(e, indent+"  ")...)
			}
		}
	}
	return lines
}

// describeLink describes one error of a chain without the errors that it wraps.
func describeLink(err error) string {
	switch e := err.(type) {
	case *smithy.OperationError:
		return fmt.Sprintf("%T %s %s", e, e.ServiceID, e.OperationName)
	case *awshttp.ResponseError:
		return fmt.Sprintf("%T %d %q", e, e.HTTPStatusCode(), e.ServiceRequestID())
	case *retry.MaxAttemptsError:
		return fmt.Sprintf("%T %d", e, e.Attempt)
	case smithy.InvalidParamsError:
		var violations []string
		for _, violation := range e.Errs() {
			violations = append(violations, violation.Error())
		}
		slices.Sort(violations)
		return fmt.Sprintf("%T %q", e, violations)
	case smithy.APIError:
		line := fmt.Sprintf("%T %q %q %v", e, e.ErrorCode(), e.ErrorMessage(), e.ErrorFault())
		v := reflect.ValueOf(e).Elem()
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && field.Type == reflect.TypeFor[*string]() {
				line += fmt.Sprintf(" %s=%s", field.Name, quoted(v.Field(i).Interface().(*string)))
			}
		}
		return line
	}
	return fmt.Sprintf("%T", err)
}

func quoted(s *string) string {
	if s == nil {
		return "nil"
	}
	return fmt.Sprintf("%q", *s)
}

// errorKinds returns the types and values that callers commonly look for in an error.
func errorKinds(err error) (lines []string) {
	add := func(name string, ok bool) {
		if ok {
			lines = append(lines, "is "+name)
		}
	}
	add("smithy.OperationError", errors.As(err, new(*smithy.OperationError)))
	add("smithy.APIError", errors.As(err, new(smithy.APIError)))
	add("smithy.GenericAPIError", errors.As(err, new(*smithy.GenericAPIError)))
	add("smithy.DeserializationError", errors.As(err, new(*smithy.DeserializationError)))
	add("smithy.SerializationError", errors.As(err, new(*smithy.SerializationError)))
	add("smithy.CanceledError", errors.As(err, new(*smithy.CanceledError)))
	add("smithy.InvalidParamsError", errors.As(err, new(smithy.InvalidParamsError)))
	add("awshttp.ResponseError", errors.As(err, new(*awshttp.ResponseError)))
	add("smithyhttp.ResponseError", errors.As(err, new(*smithyhttp.ResponseError)))
	add("smithyhttp.RequestSendError", errors.As(err, new(*smithyhttp.RequestSendError)))
	add("retry.MaxAttemptsError", errors.As(err, new(*retry.MaxAttemptsError)))
	add("aws.RequestCanceledError", errors.As(err, new(*aws.RequestCanceledError)))
	add("net.Error", errors.As(err, new(net.Error)))
	add("context.Canceled", errors.Is(err, context.Canceled))
	add("context.DeadlineExceeded", errors.Is(err, context.DeadlineExceeded))
	return lines
}
