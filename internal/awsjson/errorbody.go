package awsjson

import (
	"bytes"
	"strings"
)

// unknownError is the code or message of an error response without one.
const unknownError = "UnknownError"

// ErrorInfo holds the code and message of an error response.
type ErrorInfo struct {
	Code    string // name of the error type without namespace, or UnknownError
	Message string // or UnknownError
}

// ParseError returns the code and message of an error response. header is the value of
// X-Amzn-ErrorType, or "", and body is the whole body.
//
// The code is the header, or else the member __type, or else the member code if that is a
// string. The text behind the first colon and the namespace in front of the first # are
// removed. The names of these members and of message are matched without regard to case.
//
// As in the official client, a body that is empty, white space or null has no members,
// and the text behind the first JSON value is ignored. ParseError fails if that value is
// not an object, or if __type or message is not a string.
func ParseError(header string, body []byte) (ErrorInfo, error) {
	d := newDecoder(&noRoot, body)
	defer d.free()
	var typ, code, message string
	switch i := skipSpace(body, 0); {
	case i == len(body):
	case body[i] == 'n':
		d.literal(i, "null")
	default:
		d.errorMembers(i, &typ, &code, &message)
	}
	if err := d.result(); err != nil {
		return ErrorInfo{}, err
	}
	info := ErrorInfo{Code: unknownError, Message: unknownError}
	for _, s := range []string{header, typ, code} {
		if s != "" {
			info.Code = orUnknown(bareCode(s))
			break
		}
	}
	info.Message = orUnknown(message)
	return info, nil
}

// errorMembers decodes the members of the object at i that ParseError reads.
func (d *decoder) errorMembers(i int, typ, code, message *string) int {
	if d.data[i] != '{' {
		return d.expected("object", i)
	}
	more := false
	for i, more = d.enter(i, '}'); i >= 0 && more; i, more = d.next(i, '}') {
		var name []byte
		if name, i = d.name(i); i < 0 {
			return i
		}
		var to *string
		var label string
		switch {
		case bytes.EqualFold(name, []byte("__type")):
			to, label = typ, "__type"
		case bytes.EqualFold(name, []byte("message")):
			to, label = message, "message"
		case bytes.EqualFold(name, []byte("code")):
			*code = ""
			if i < len(d.data) && d.data[i] == '"' {
				to, label = code, "code"
			}
		}
		switch {
		case to == nil:
			i = d.skip(i)
		case i < len(d.data) && d.data[i] == 'n':
			i = d.literal(i, "null")
		default:
			*to, i = d.string(i)
		}
		if i < 0 && label != "" {
			return d.within(label, 0)
		}
		if i < 0 {
			return i
		}
	}
	return i
}

// bareCode removes the namespace and the text behind a colon from an error code.
func bareCode(s string) string {
	s, _, _ = strings.Cut(s, ":")
	if _, after, ok := strings.Cut(s, "#"); ok {
		return after
	}
	return s
}

func orUnknown(s string) string {
	if s == "" {
		return unknownError
	}
	return s
}
