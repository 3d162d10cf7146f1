package awsjson

import (
	"math"
	"strconv"
	"time"
	"unicode/utf8"
)

// Marshal writes v, a pointer to a struct, as a JSON object. A nil pointer is an
// empty object.
//
// Members stand in the alphabetical order of their names, so that a value has one
// spelling. It fails for a type that the codec does not know, for a timestamp
// outside the years 1 to 9999, and for a value nested deeper than 10,000 levels,
// as one that contains itself is.
func Marshal(v any) ([]byte, error) { return Append(make([]byte, 0, 128), v) }

// Append is Marshal onto dst, which it returns as it was when it fails.
func Append(dst []byte, v any) ([]byte, error) {
	if v == nil {
		return append(dst, "{}"...), nil
	}
	n, at, err := planOf(v)
	if err != nil {
		return dst, err
	}
	if at == (place{}) {
		return append(dst, "{}"...), nil
	}
	e := encoder{dst: dst}
	if !e.object(n, at) {
		return dst, &Error{Offset: len(e.dst) - len(dst), Path: e.path.String(), Rule: e.rule}
	}
	return e.dst, nil
}

// encoder is what one call works with. Its functions return false after noting what is wrong.
type encoder struct {
	dst   []byte
	depth int
	rule  string
	path  path
}

func (e *encoder) object(n *node, at place) bool {
	if e.depth++; e.depth > maxDepth {
		e.rule = ruleDepth
		return false
	}
	e.dst = append(e.dst, '{')
	start := len(e.dst)
	for k := range n.fields {
		f := &n.fields[k]
		from := at.at(f.offset)
		switch {
		case f.pointer:
			if from = from.target(); from == (place{}) {
				continue
			}
		case f.node.kind == kindString:
			if *as[string](from) == "" {
				continue
			}
		case as[slice](from).first == (place{}):
			continue
		}
		if len(e.dst) > start {
			e.dst = append(e.dst, ',')
		}
		e.dst = append(e.dst, f.key...)
		if !e.value(f.node, from) {
			e.path = append(e.path, step{name: f.name})
			return false
		}
	}
	e.dst = append(e.dst, '}')
	e.depth--
	return true
}

func (e *encoder) list(n *node, l *slice) bool {
	if e.depth++; e.depth > maxDepth {
		e.rule = ruleDepth
		return false
	}
	e.dst = append(e.dst, '[')
	for k := range l.len {
		if k > 0 {
			e.dst = append(e.dst, ',')
		}
		if !e.value(n.elem, l.first.at(uintptr(k)*n.elem.size)) {
			e.path = append(e.path, step{index: k})
			return false
		}
	}
	e.dst = append(e.dst, ']')
	e.depth--
	return true
}

func (e *encoder) value(n *node, from place) (ok bool) {
	switch n.kind {
	case kindString:
		e.dst = appendString(e.dst, *as[string](from))
	case kindBool:
		e.dst = strconv.AppendBool(e.dst, *as[bool](from))
	case kindInt32:
		e.dst = strconv.AppendInt(e.dst, int64(*as[int32](from)), 10)
	case kindInt64:
		e.dst = strconv.AppendInt(e.dst, *as[int64](from), 10)
	case kindFloat32:
		e.dst = appendFloat(e.dst, float64(*as[float32](from)), 32)
	case kindFloat64:
		e.dst = appendFloat(e.dst, *as[float64](from), 64)
	case kindTime:
		e.rule = ruleTime
		e.dst, ok = appendTime(e.dst, *as[time.Time](from))
		return ok
	case kindStruct:
		return e.object(n, from)
	case kindList:
		return e.list(n, as[slice](from))
	}
	return true
}

// appendFloat writes v as ECMAScript does: exponents only below 1e-6 and from 1e21.
func appendFloat(dst []byte, v float64, bits int) []byte {
	switch {
	case math.IsNaN(v):
		return append(dst, `"NaN"`...)
	case math.IsInf(v, 1):
		return append(dst, `"Infinity"`...)
	case math.IsInf(v, -1):
		return append(dst, `"-Infinity"`...)
	}
	small, large := math.Abs(v) < 1e-6, math.Abs(v) >= 1e21
	if bits == 32 {
		small, large = float32(math.Abs(v)) < 1e-6, float32(math.Abs(v)) >= 1e21
	}
	if v == 0 || !small && !large {
		return strconv.AppendFloat(dst, v, 'f', -1, bits)
	}
	dst = strconv.AppendFloat(dst, v, 'e', -1, bits)
	if n := len(dst); n >= 4 && dst[n-4] == 'e' && dst[n-3] == '-' && dst[n-2] == '0' { // e-09 is e-9
		dst[n-2] = dst[n-1]
		dst = dst[:n-1]
	}
	return dst
}

// appendString writes s in quotes. Escaped is what JSON wants escaped, and also DEL and
// the line separators U+2028 and U+2029, as the official client does; bytes that are not
// UTF-8 become U+FFFD.
func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b := bytesOf(s)
	dst = append(dst, '"')
	for i := 0; i < len(b); {
		j := plain(b, i)
		dst = append(dst, b[i:j]...)
		if i = j; i == len(b) {
			break
		}
		c := b[i]
		if c < utf8.RuneSelf {
			switch i++; c {
			case '"', '\\':
				dst = append(dst, '\\', c)
			case '\n':
				dst = append(dst, '\\', 'n')
			case '\r':
				dst = append(dst, '\\', 'r')
			case '\t':
				dst = append(dst, '\\', 't')
			default:
				dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
			}
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		i += size
		if r == '\u2028' || r == '\u2029' {
			dst = append(dst, '\\', 'u', '2', '0', '2', hex[r&0xf])
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
