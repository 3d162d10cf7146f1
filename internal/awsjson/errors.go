package awsjson

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

const (
	ruleEnd   = "unexpected end"
	ruleName  = "expected a member's name"
	ruleDepth = "nested deeper than 10000 levels"
)

// Error describes an invalid JSON text or a value that cannot be encoded.
//
// It contains no part of the text, which may be secret: the names in Path are those of
// the Go types, and map entries are numbered. Unwrap returns io.ErrUnexpectedEOF if the
// text ended early.
type Error struct {
	Offset int    // in bytes from the start of the text
	Path   string // such as buckets[3].createdAt; "" if the error is not in a field
	Rule   string // what is wrong, such as "expected string, found number"
}

func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("awsjson: %s at offset %d", e.Rule, e.Offset)
	}
	return fmt.Sprintf("awsjson: %s: %s at offset %d", e.Path, e.Rule, e.Offset)
}

// Unwrap returns io.ErrUnexpectedEOF if the text ended early, otherwise nil.
func (e *Error) Unwrap() error {
	if e.Rule == ruleEnd {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// path is the path to a value, from the inside out.
type path []step

// step is the wire name of a field or, if name is "", the index of an element.
type step struct {
	name  string
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
