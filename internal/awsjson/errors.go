package awsjson

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	ruleEnd   = "unexpected end"
	ruleDepth = "nested deeper than 10000 levels"
)

// Error tells where a JSON text is wrong, or where a value has no JSON.
//
// It never quotes the text, which may hold secrets; the names in Path are those of
// the Go types. Unwrap gives io.ErrUnexpectedEOF when the text ended too early.
type Error struct {
	Offset int    // in bytes from the start of the text; where the value would have begun when writing
	Path   string // the member, as in "buckets[3].createdAt"; "" is the whole
	Rule   string // what is wrong there, as in "expected string, found number"
}

func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("awsjson: %s at offset %d", e.Rule, e.Offset)
	}
	return fmt.Sprintf("awsjson: %s: %s at offset %d", e.Path, e.Rule, e.Offset)
}

// Unwrap returns io.ErrUnexpectedEOF when the text ended too early, else nil.
func (e *Error) Unwrap() error {
	if e.Rule == ruleEnd {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// path collects the way to a member, from the inside out.
type path []step

type step struct {
	name  string // or, if "",
	index int
}

func (p path) String() string {
	var b strings.Builder
	for i := len(p) - 1; i >= 0; i-- {
		switch s := p[i]; {
		case s.name == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case b.Len() > 0:
			b.WriteString("." + s.name)
		default:
			b.WriteString(s.name)
		}
	}
	return b.String()
}

// ErrorInfo is what an AWS JSON error answer says of itself.
type ErrorInfo struct {
	Code    string // the bare name of the error's type, "UnknownError" if it has none
	Message string // "UnknownError" if it has none
}

// ParseError reads an error answer: header is the value of X-Amzn-ErrorType, ""
// if there was none, and body the whole body.
//
// The type is the header, else the member __type, else the member code if that is
// a string; of it counts what is before the first colon and after the first #. The
// names of these members and of message are matched in any letter case. An empty
// body, one of white space only and null have no members; any other body that is
// not one JSON object is an error, as is a __type or message that is no string.
func ParseError(header string, body []byte) (ErrorInfo, error) {
	d := newDecoder(body)
	defer d.free()
	var typ, code, message string
	i := skipSpace(body, 0)
	switch {
	case i == len(body):
	case body[i] == 'n':
		i = d.literal(i, "null")
	default:
		i = d.errorMembers(i, &typ, &code, &message)
	}
	if err := d.finish(i); err != nil {
		return ErrorInfo{}, err
	}
	for _, s := range []string{header, typ, code} {
		if s != "" {
			return ErrorInfo{Code: orUnknown(bareType(s)), Message: orUnknown(message)}, nil
		}
	}
	return ErrorInfo{Code: orUnknown(""), Message: orUnknown(message)}, nil
}

func (d *decoder) errorMembers(i int, typ, code, message *string) int {
	if d.data[i] != '{' {
		return d.expected("object", i)
	}
	more := false
	for i, more = d.open(i, '}'); i >= 0 && more; i, more = d.next(i, '}') {
		var name []byte
		if name, i = d.name(i); i < 0 {
			return i
		}
		var into *string
		var label string
		switch {
		case bytes.EqualFold(name, []byte("__type")):
			into, label = typ, "__type"
		case bytes.EqualFold(name, []byte("message")):
			into, label = message, "message"
		case bytes.EqualFold(name, []byte("code")):
			*code = ""
			if i < len(d.data) && d.data[i] == '"' {
				into, label = code, "code"
			}
		}
		switch {
		case into == nil:
			i = d.skip(i)
		case i < len(d.data) && d.data[i] == 'n':
			i = d.literal(i, "null")
		default:
			*into, i = d.string(i)
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

// bareType strips a namespace and what follows a colon from an error's type.
func bareType(s string) string {
	s, _, _ = strings.Cut(s, ":")
	if _, after, ok := strings.Cut(s, "#"); ok {
		return after
	}
	return s
}

func orUnknown(s string) string {
	if s == "" {
		return "UnknownError"
	}
	return s
}
