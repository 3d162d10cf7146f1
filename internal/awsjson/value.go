package awsjson

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// expected fails because the value at i is not what was expected.
func (d *decoder) expected(what string, i int) int {
	if i >= len(d.data) {
		return d.fail(i, ruleEnd)
	}
	found := ""
	switch c := d.data[i]; {
	case c == '"':
		found = "string"
	case c == '{':
		found = "object"
	case c == '[':
		found = "list"
	case c == 't', c == 'f':
		found = "boolean"
	case c == 'n':
		found = "null"
	case c == '-', c-'0' <= 9:
		found = "number"
	default:
		found = "no JSON value"
	}
	return d.fail(i, "expected "+what+", found "+found)
}

// value decodes a value that is not null into the value at a.
func (d *decoder) value(n *typeInfo, a addr, i int) int {
	switch n.kind {
	case kindString:
		s, j := d.string(i)
		*at[string](a) = s
		return j
	case kindStruct:
		return d.object(n, a, i)
	case kindList:
		return d.list(n, a, i)
	case kindMap:
		return d.mapObject(n, a, i)
	case kindBool:
		if i < len(d.data) && d.data[i] == 't' {
			*at[bool](a) = true
			return d.literal(i, "true")
		}
		if i < len(d.data) && d.data[i] == 'f' {
			*at[bool](a) = false
			return d.literal(i, "false")
		}
		return d.expected("boolean", i)
	case kindTime:
		return d.time(at[time.Time](a), i)
	case kindInt32:
		v, j := d.int(i, math.MaxInt32)
		*at[int32](a) = int32(v)
		return j
	case kindInt64:
		v, j := d.int(i, math.MaxInt64)
		*at[int64](a) = v
		return j
	case kindFloat32:
		v, j := d.float(i, 32)
		*at[float32](a) = float32(v)
		return j
	case kindFloat64:
		v, j := d.float(i, 64)
		*at[float64](a) = v
		return j
	}
	return d.fail(i, "unsupported type")
}

func (d *decoder) string(i int) (string, int) {
	if i >= len(d.data) || d.data[i] != '"' {
		return "", d.expected("string", i)
	}
	if j := plain(d.data[:d.checkAt], i+1); j < d.checkAt && d.data[j] == '"' {
		return d.keep(d.data[i+1 : j]), j + 1
	}
	end, same := d.quoted(i)
	switch {
	case end < 0:
		return "", end
	case same:
		return d.keep(d.data[i+1 : end]), end + 1
	}
	return d.keepUnquoted(d.data[i+1 : end]), end + 1
}

// isNumber reports whether the value at i starts like a number.
func (d *decoder) isNumber(i int) bool {
	return i < len(d.data) && (d.data[i] == '-' || d.data[i]-'0' <= 9)
}

func (d *decoder) int(i int, limit uint64) (int64, int) {
	if !d.isNumber(i) {
		return 0, d.expected("integer", i)
	}
	n, j := d.number(i)
	switch {
	case j < 0:
		return 0, j
	case n.real:
		return 0, d.fail(i, "expected integer, found number with a fraction or exponent")
	case n.exp == 0 && n.neg && n.mant <= limit+1:
		return -int64(n.mant), j
	case n.exp == 0 && n.mant <= limit:
		return int64(n.mant), j
	}
	return 0, d.fail(i, "integer out of range")
}

func (d *decoder) float(i int, bits int) (float64, int) {
	if i < len(d.data) && d.data[i] == '"' {
		end, _ := d.quoted(i)
		if end < 0 {
			return 0, end
		}
		raw := d.data[i+1 : end]
		if v, ok := namedFloat(raw); ok {
			return v, end + 1
		}
		return 0, d.expected("number", i)
	}
	if !d.isNumber(i) {
		return 0, d.expected("number", i)
	}
	_, j := d.number(i)
	if j < 0 {
		return 0, j
	}
	v, err := strconv.ParseFloat(stringOf(d.data[i:j]), bits)
	if err != nil {
		return 0, d.fail(i, "number out of range")
	}
	return v, j
}

// namedFloat returns the float for raw, the text between the quotes of a string. ok is
// false if it is not NaN, Infinity or -Infinity.
func namedFloat(raw []byte) (v float64, ok bool) {
	if len(raw) > 54 { // -Infinity with every character as \uXXXX
		return 0, false
	}
	switch s := string(appendUnquoted(nil, raw)); {
	case strings.EqualFold(s, "NaN"):
		return math.NaN(), true
	case strings.EqualFold(s, "Infinity"):
		return math.Inf(1), true
	case strings.EqualFold(s, "-Infinity"):
		return math.Inf(-1), true
	}
	return 0, false
}

func (d *decoder) time(t *time.Time, i int) int {
	if !d.isNumber(i) {
		return d.expected("number", i)
	}
	n, j := d.number(i)
	if j < 0 {
		return j
	}
	ms, ok := n.millis()
	if !ok {
		return d.fail(i, ruleTime)
	}
	*t = time.UnixMilli(ms).UTC()
	return j
}
