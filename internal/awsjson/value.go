package awsjson

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// expected fails because the value at i is not of that kind.
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

// value reads a value that is not null into at.
func (d *decoder) value(n *node, at place, i int) int {
	switch n.kind {
	case kindString:
		s, j := d.string(i)
		*as[string](at) = s
		return j
	case kindStruct:
		return d.object(n, at, i)
	case kindList:
		return d.list(n, at, i)
	case kindBool:
		if i < len(d.data) && d.data[i] == 't' {
			*as[bool](at) = true
			return d.literal(i, "true")
		}
		if i < len(d.data) && d.data[i] == 'f' {
			*as[bool](at) = false
			return d.literal(i, "false")
		}
		return d.expected("boolean", i)
	case kindTime:
		return d.time(as[time.Time](at), i)
	case kindInt32:
		v, j := d.int(i, math.MaxInt32)
		*as[int32](at) = int32(v)
		return j
	case kindInt64:
		v, j := d.int(i, math.MaxInt64)
		*as[int64](at) = v
		return j
	case kindFloat32:
		v, j := d.float(i, 32)
		*as[float32](at) = float32(v)
		return j
	case kindFloat64:
		v, j := d.float(i, 64)
		*as[float64](at) = v
		return j
	}
	return d.fail(i, "unsupported type")
}

func (d *decoder) string(i int) (string, int) {
	if i >= len(d.data) || d.data[i] != '"' {
		return "", d.expected("string", i)
	}
	if j := plain(d.data, i+1); j < len(d.data) && d.data[j] == '"' {
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

// isNumber tells whether what is at i must be a number.
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
		if len(raw) > 54 { // -Infinity with every character as \uXXXX
			raw = nil
		}
		switch s := string(appendUnquoted(nil, raw)); {
		case strings.EqualFold(s, "NaN"):
			return math.NaN(), end + 1
		case strings.EqualFold(s, "Infinity"):
			return math.Inf(1), end + 1
		case strings.EqualFold(s, "-Infinity"):
			return math.Inf(-1), end + 1
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
