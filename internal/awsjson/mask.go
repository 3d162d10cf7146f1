package awsjson

import (
	"bytes"
	"slices"
)

// Mask returns a copy of text, exactly one JSON text, in which mask replaces the values
// that a log must not contain. like is a pointer to the struct that the text is decoded
// into, usually a nil pointer, or untyped nil for the body of an error response.
//
// Mask replaces the values of fields tagged `sensitive:"true"`, of members that the type
// does not have, and values that do not fit the type, such as an object in place of a
// string. It keeps other values, null, and map keys. In an error response, it keeps the
// strings of the members __type, code, docs, message and tip, whose names it matches
// without regard to case.
//
// Mask fails if text is not JSON, if it is nested deeper than 10,000 levels, or if the
// codec does not support the type.
func Mask(text []byte, like any, mask string) ([]byte, error) {
	root := &noRoot
	if like != nil {
		var err error
		if root, _, err = rootOf(like); err != nil {
			return nil, err
		}
	}
	m := masker{d: newDecoder(root, text), mask: mask}
	defer m.d.free()
	i := skipSpace(text, 0)
	if like == nil {
		i = m.errorBody(i)
	} else {
		i = m.value(root.info, i)
	}
	if err := m.d.finish(i); err != nil {
		return nil, err
	}
	return append(m.out, text[m.done:]...), nil
}

// masker is the state of one call. out is the result for the text before done.
type masker struct {
	d    *decoder
	mask string
	out  []byte
	done int
}

// replace masks the value at i.
func (m *masker) replace(i int) int {
	end := m.d.skip(i)
	if end >= 0 {
		m.out = append(append(m.out, m.d.data[m.done:i]...), m.mask...)
		m.done = end
	}
	return end
}

// value scans the value at i and masks what does not fit n.
func (m *masker) value(n *typeInfo, i int) int {
	switch {
	case i >= len(m.d.data):
		return m.d.fail(i, ruleEnd)
	case m.d.data[i] == 'n':
		return m.d.literal(i, "null")
	case !m.fits(n, i):
		return m.replace(i)
	case n.kind == kindList:
		i, more := m.d.enter(i, ']')
		for more && i >= 0 {
			if i = m.value(n.elem, i); i >= 0 {
				i, more = m.d.next(i, ']')
			}
		}
		return i
	case n.kind != kindStruct && n.kind != kindMap:
		return m.d.skip(i)
	}
	return m.members(i, func(name []byte, i int) int {
		if n.kind == kindMap {
			return m.value(n.elem, i)
		}
		if k := n.find(name); k >= 0 && !n.fields[k].sensitive {
			return m.value(n.fields[k].info, i)
		}
		return m.replace(i)
	})
}

// members calls value for each member of the object at i.
func (m *masker) members(i int, value func(name []byte, i int) int) int {
	i, more := m.d.enter(i, '}')
	for more && i >= 0 {
		var name []byte
		if name, i = m.d.name(i); i >= 0 {
			i = value(name, i)
		}
		if i >= 0 {
			i, more = m.d.next(i, '}')
		}
	}
	return i
}

// fits reports whether the value at i has the form that type n has in JSON. For a string
// in place of a float, it reads the string.
func (m *masker) fits(n *typeInfo, i int) bool {
	c := m.d.data[i]
	switch n.kind {
	case kindString:
		return c == '"'
	case kindBool:
		return c == 't' || c == 'f'
	case kindInt32, kindInt64, kindTime:
		return m.d.isNumber(i)
	case kindFloat32, kindFloat64:
		if c == '"' {
			end, _ := m.d.quoted(i)
			if end < 0 {
				return false // replace fails for the same reason
			}
			_, ok := namedFloat(m.d.data[i+1 : end])
			return ok
		}
		return m.d.isNumber(i)
	case kindList:
		return c == '['
	}
	return c == '{'
}

var errorMembers = []string{"__type", "code", "docs", "message", "tip"}

// errorBody scans the body of an error response.
func (m *masker) errorBody(i int) int {
	switch {
	case i < len(m.d.data) && m.d.data[i] == 'n':
		return m.d.literal(i, "null")
	case i >= len(m.d.data) || m.d.data[i] != '{':
		return m.replace(i)
	}
	return m.members(i, func(name []byte, i int) int {
		known := slices.ContainsFunc(errorMembers, func(s string) bool { return bytes.EqualFold(name, []byte(s)) })
		if known && i < len(m.d.data) && (m.d.data[i] == '"' || m.d.data[i] == 'n') {
			return m.d.skip(i)
		}
		return m.replace(i)
	})
}
