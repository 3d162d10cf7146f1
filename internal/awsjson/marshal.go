package awsjson

import (
	"math"
	"reflect"
	"sort"
	"strconv"
	"time"
	"unicode/utf8"
)

// Marshal encodes v, a pointer to a struct, as a JSON object. A nil pointer is an empty
// object.
//
// Marshal fails if the codec does not support the type, if a timestamp is outside the
// years 1 to 9999, or if values are nested deeper than 10,000 levels, as a value that
// contains itself is.
func Marshal(v any) ([]byte, error) {
	if v == nil {
		return []byte("{}"), nil
	}
	root, a, err := rootOf(v)
	if err != nil {
		return nil, err
	}
	// Values of a type mostly have encodings of similar length.
	dst := make([]byte, 0, min(root.encoded.Load()+64, 4<<10))
	if dst, err = root.encode(dst, a); err != nil {
		return nil, err
	}
	if n := int64(len(dst)); n != root.encoded.Load() {
		root.encoded.Store(n)
	}
	return dst, nil
}

// Append appends the encoding of v to dst. See [Marshal]. On failure it returns dst
// unchanged.
func Append(dst []byte, v any) ([]byte, error) {
	if v == nil {
		return append(dst, "{}"...), nil
	}
	root, a, err := rootOf(v)
	if err != nil {
		return dst, err
	}
	return root.encode(dst, a)
}

// encode appends the encoding of the value at a. On failure it returns dst unchanged.
func (r *rootInfo) encode(dst []byte, a addr) ([]byte, error) {
	if a == (addr{}) {
		return append(dst, "{}"...), nil
	}
	e := encoder{dst: dst}
	if !e.object(r.info, a) {
		return dst, &Error{Offset: len(e.dst) - len(dst), Path: e.path.String(), Rule: e.rule}
	}
	return e.dst, nil
}

// encoder is the state of one call. Its methods set rule and return false on failure.
type encoder struct {
	dst   []byte
	depth int
	rule  string
	path  path
}

// enter starts an object or list.
func (e *encoder) enter(start byte) bool {
	if e.depth++; e.depth > maxDepth {
		e.rule = ruleDepth
		return false
	}
	e.dst = append(e.dst, start)
	return true
}

// leave ends an object or list.
func (e *encoder) leave(end byte) {
	e.dst = append(e.dst, end)
	e.depth--
}

func (e *encoder) object(n *typeInfo, a addr) bool {
	if !e.enter('{') {
		return false
	}
	start := len(e.dst)
	for k := range n.fields {
		f := &n.fields[k]
		from := a.add(f.offset)
		if f.pointer {
			if from = from.load(); from == (addr{}) {
				continue
			}
		} else if f.isUnset(from) || f.omitzero && f.info.isZero(from) {
			continue
		}
		if len(e.dst) > start {
			e.dst = append(e.dst, ',')
		}
		e.dst = append(e.dst, f.key...)
		if !e.value(f.info, from) {
			e.path = append(e.path, step{name: f.name})
			return false
		}
	}
	e.leave('}')
	return true
}

// isZero reports whether the number or boolean at a is zero. Other values are not zero.
func (n *typeInfo) isZero(a addr) bool {
	switch n.kind {
	case kindBool:
		return !*at[bool](a)
	case kindInt32:
		return *at[int32](a) == 0
	case kindInt64:
		return *at[int64](a) == 0
	case kindFloat32: // negative zero is not zero, as in encoding/json
		return math.Float32bits(*at[float32](a)) == 0
	case kindFloat64:
		return math.Float64bits(*at[float64](a)) == 0
	}
	return false
}

func (e *encoder) list(n *typeInfo, l *slice) bool {
	if !e.enter('[') {
		return false
	}
	for k := range l.len {
		if k > 0 {
			e.dst = append(e.dst, ',')
		}
		if !e.value(n.elem, l.first.add(uintptr(k)*n.elem.size)) {
			e.path = append(e.path, step{index: k})
			return false
		}
	}
	e.leave(']')
	return true
}

// mapEntry is the key of a map entry and the index of its value in a copy.
type mapEntry struct {
	key   string
	index int
}

type byKey []mapEntry

func (s byKey) Len() int           { return len(s) }
func (s byKey) Less(i, j int) bool { return s[i].key < s[j].key }
func (s byKey) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func (e *encoder) mapObject(n *typeInfo, a addr) bool {
	if !e.enter('{') {
		return false
	}
	m := a.value(n.typ)
	entries := make([]mapEntry, 0, m.Len())
	values := reflect.MakeSlice(n.elem.sliceType(), m.Len(), m.Len())
	var key string
	for r := m.MapRange(); r.Next(); {
		addrOf(&key).value(n.key).SetIterKey(r)
		values.Index(len(entries)).SetIterValue(r)
		entries = append(entries, mapEntry{key, len(entries)})
	}
	sort.Sort(byKey(entries))
	first := addrOfValue(values)
	for k, entry := range entries {
		if k > 0 {
			e.dst = append(e.dst, ',')
		}
		e.dst = append(appendString(e.dst, entry.key), ':')
		if !e.value(n.elem, first.add(uintptr(entry.index)*n.elem.size)) {
			e.path = append(e.path, step{index: k})
			return false
		}
	}
	e.leave('}')
	return true
}

func (e *encoder) value(n *typeInfo, a addr) (ok bool) {
	switch n.kind {
	case kindString:
		e.dst = appendString(e.dst, *at[string](a))
	case kindBool:
		e.dst = strconv.AppendBool(e.dst, *at[bool](a))
	case kindInt32:
		e.dst = strconv.AppendInt(e.dst, int64(*at[int32](a)), 10)
	case kindInt64:
		e.dst = strconv.AppendInt(e.dst, *at[int64](a), 10)
	case kindFloat32:
		e.dst = appendFloat(e.dst, float64(*at[float32](a)), 32)
	case kindFloat64:
		e.dst = appendFloat(e.dst, *at[float64](a), 64)
	case kindTime:
		e.rule = ruleTime
		e.dst, ok = appendTime(e.dst, *at[time.Time](a))
		return ok
	case kindStruct:
		return e.object(n, a)
	case kindList:
		return e.list(n, at[slice](a))
	case kindMap:
		return e.mapObject(n, a)
	}
	return true
}

// appendFloat appends v as ECMAScript does: with an exponent below 1e-6 and from 1e21 on.
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
	if n := len(dst); n >= 4 && dst[n-4] == 'e' && dst[n-3] == '-' && dst[n-2] == '0' { // e-09 to e-9
		dst[n-2] = dst[n-1]
		dst = dst[:n-1]
	}
	return dst
}

// appendString appends s in quotes. Like the official client, it also escapes DEL and the
// line separators U+2028 and U+2029. Invalid UTF-8 becomes U+FFFD.
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
