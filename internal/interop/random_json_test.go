package interop_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// A renderer writes a value of an official type as JSON and varies what JSON leaves
// open: the order of members, white space, escapes, explicit nulls, unknown and
// duplicate members, the format of numbers.
type renderer struct {
	*generator
	strings.Builder
}

// render returns JSON that must decode to v.
func (g *generator) render(v reflect.Value) string {
	r := &renderer{generator: g}
	r.value(v)
	return r.String()
}

// put writes parts with random white space around them.
func (r *renderer) put(parts ...string) {
	for _, part := range parts {
		r.space()
		r.WriteString(part)
		r.space()
	}
}

func (r *renderer) space() {
	if r.oneIn(8) {
		r.WriteString(pick(r.generator, " ", "\n", "\t\t", "\r\n", "   "))
	}
}

func (r *renderer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		r.value(v.Elem())
	case reflect.Struct:
		if v.Type() == timeType {
			r.put(r.seconds(v.Interface().(time.Time).UnixMilli()))
			return
		}
		r.object(r.members(v))
	case reflect.Slice:
		r.put("[")
		for i := range v.Len() {
			if i > 0 {
				r.put(",")
			}
			r.element(v.Index(i))
		}
		r.put("]")
	case reflect.Map:
		r.object(r.entries(v))
	case reflect.String:
		r.put(r.quote(v.String()))
	case reflect.Bool:
		r.put(strconv.FormatBool(v.Bool()))
	case reflect.Int32, reflect.Int64:
		r.put(strconv.FormatInt(v.Int(), 10))
	case reflect.Float32, reflect.Float64:
		r.put(r.float(v.Float(), v.Type().Bits()))
	default:
		panic(fmt.Sprintf("the renderer does not support %v", v.Type()))
	}
}

// element writes an element of a list or map. A nil list or map can only be null.
func (r *renderer) element(v reflect.Value) {
	isNil := (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.IsNil()
	if isNil || v.IsZero() && r.oneIn(2) {
		r.put("null")
		return
	}
	r.value(v)
}

// object writes an object. Each function writes one member, or more than one with
// commas between.
func (r *renderer) object(members []func()) {
	if r.oneIn(2) {
		r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	}
	r.put("{")
	for i, write := range members {
		if i > 0 {
			r.put(",")
		}
		write()
	}
	r.put("}")
}

func (r *renderer) member(name string, value func()) {
	r.put(r.quote(name), ":")
	value()
}

func (r *renderer) null() { r.put("null") }

// members returns the functions that write the members of a struct, and unknown
// members.
func (r *renderer) members(v reflect.Value) (writers []func()) {
	for _, m := range membersOf(v) {
		value := func() { r.value(m.value) }
		plain := m.value.Kind() != reflect.Pointer && m.value.Kind() != reflect.Slice && m.value.Kind() != reflect.Map
		switch {
		case !m.value.IsZero():
			writers = append(writers, func() {
				switch r.IntN(20) {
				case 0: // the last of two values counts
					other := reflect.New(m.value.Type()).Elem()
					r.fill(other)
					r.member(m.name, func() { r.value(other) })
					r.put(",")
				case 1: // null does not count
					r.member(m.name, r.null)
					r.put(",")
				case 2:
					r.member(m.name, value)
					r.put(",")
					r.member(m.name, r.null)
					return
				}
				r.member(m.name, value)
			})
		case r.oneIn(4):
			writers = append(writers, func() { r.member(m.name, r.null) })
		case plain && r.oneIn(2): // an explicit zero
			writers = append(writers, func() { r.member(m.name, value) })
		}
	}
	for r.oneIn(3) {
		writers = append(writers, func() {
			r.member(pick(r.generator, "zz", "", "Name", "buckets ", "ResultMetadata", "ErrorCodeOverride", "__type", "é"), func() { r.junk(3) })
		})
	}
	return writers
}

// entries returns the functions that write the entries of a map.
func (r *renderer) entries(v reflect.Value) (writers []func()) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	for _, key := range keys {
		writers = append(writers, func() {
			if r.oneIn(20) { // the last of two values counts
				other := reflect.New(v.Type().Elem()).Elem()
				r.fillElement(other)
				r.member(key.String(), func() { r.element(other) })
				r.put(",")
			}
			r.member(key.String(), func() { r.element(v.MapIndex(key)) })
		})
	}
	return writers
}

// junk writes a random value for an unknown member.
func (r *renderer) junk(depth int) {
	switch n := r.IntN(7); {
	case n == 0 && depth > 0:
		r.put("{")
		for i := range r.IntN(3) {
			if i > 0 {
				r.put(",")
			}
			r.put(r.quote(r.text()), ":")
			r.junk(depth - 1)
		}
		r.put("}")
	case n == 1 && depth > 0:
		r.put("[")
		for i := range r.IntN(4) {
			if i > 0 {
				r.put(",")
			}
			r.junk(depth - 1)
		}
		r.put("]")
	case n < 4:
		r.put(r.quote(r.text()))
	default:
		r.put(pick(r.generator, "true", "false", "null", "0", "-0", "1e400", "-1.5E+3", "123456789012345678901234567890", "0.1"))
	}
}

// quote returns s as a JSON string. It writes the required escapes and sometimes
// others.
func (r *renderer) quote(s string) string {
	const short = "\"\\/\b\f\n\r\t"
	b := []byte{'"'}
	often := r.oneIn(4)
	for _, c := range s {
		i := strings.IndexRune(short, c)
		switch {
		case i >= 0 && (i < 2 || c < ' ' || r.oneIn(2)) && !r.oneIn(8):
			b = append(b, '\\', `"\/bfnrt`[i])
		case c == utf8.RuneError && r.oneIn(2): // half of a surrogate pair
			b = append(b, `\udc00`...)
		case c < ' ', c == '"', c == '\\', often && r.oneIn(3):
			for _, unit := range utf16.Encode([]rune{c}) {
				b = fmt.Appendf(b, pick(r.generator, `\u%04x`, `\u%04X`), unit)
			}
		default:
			b = utf8.AppendRune(b, c)
		}
	}
	return string(append(b, '"'))
}

// seconds returns milliseconds as a JSON number of seconds.
func (r *renderer) seconds(ms int64) string {
	sign := ""
	if ms < 0 {
		sign, ms = "-", -ms
	}
	digits := strconv.FormatInt(ms, 10)
	plain := fmt.Sprintf("%d.%03d", ms/1000, ms%1000)
	switch r.IntN(4) {
	case 0: // with an exponent, as the service writes it
		mantissa := strings.TrimRight(digits[1:], "0")
		if mantissa == "" {
			mantissa = "0"
		}
		return fmt.Sprintf("%s%s.%s%s%d", sign, digits[:1], mantissa, pick(r.generator, "E", "e"), len(digits)-4)
	case 1:
		return sign + digits + pick(r.generator, "e-3", "E-03")
	case 2:
		if s := strings.TrimRight(strings.TrimRight(plain, "0"), "."); s != "" {
			return sign + s
		}
	}
	return sign + plain + strings.Repeat("0", r.IntN(4))
}

// float returns a float of the given size as a JSON number, or as a string if it is
// not finite.
func (r *renderer) float(f float64, bits int) string {
	switch {
	case math.IsNaN(f):
		return `"NaN"`
	case math.IsInf(f, 1):
		return `"Infinity"`
	case math.IsInf(f, -1):
		return `"-Infinity"`
	}
	s := strconv.FormatFloat(f, pick(r.generator, byte('f'), 'e', 'E', 'g'), -1, bits)
	if !strings.ContainsAny(s, ".eE") && r.oneIn(2) {
		s += ".0"
	}
	return s
}
