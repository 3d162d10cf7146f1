package interop_test

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// A renderer writes a value as JSON in one of the many ways there are: members in
// any order, spaces, escapes, nulls, members that nobody knows, members that come
// twice, numbers in any spelling.
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

// put writes parts with spaces between.
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
		r.object(v)
	case reflect.Slice:
		r.put("[")
		for i := range v.Len() {
			if i > 0 {
				r.put(",")
			}
			if v.Index(i).IsZero() && r.oneIn(2) {
				r.put("null")
			} else {
				r.value(v.Index(i))
			}
		}
		r.put("]")
	case reflect.String:
		r.put(r.quote(v.String()))
	case reflect.Bool:
		r.put(strconv.FormatBool(v.Bool()))
	case reflect.Int32:
		r.put(strconv.FormatInt(v.Int(), 10))
	case reflect.Float32:
		r.put(r.real(v.Float()))
	default:
		panic(fmt.Sprintf("no JSON for %v: add it", v.Type()))
	}
}

func (r *renderer) object(v reflect.Value) {
	var writers []func()
	member := func(name string, value func()) {
		r.put(r.quote(name), ":")
		value()
	}
	for i := range v.NumField() {
		name := wireName(v.Type().Field(i))
		if name == "" {
			continue
		}
		field := v.Field(i)
		null := func() { r.put("null") }
		switch {
		case !field.IsZero():
			writers = append(writers, func() {
				switch r.IntN(20) {
				case 0: // the second counts
					other := reflect.New(field.Type()).Elem()
					r.fill(other)
					member(name, func() { r.value(other) })
					r.put(",")
				case 1: // null counts for nothing
					member(name, null)
					r.put(",")
				case 2:
					member(name, func() { r.value(field) })
					r.put(",")
					member(name, null)
					return
				}
				member(name, func() { r.value(field) })
			})
		case r.oneIn(4):
			writers = append(writers, func() { member(name, null) })
		}
	}
	for r.oneIn(3) {
		writers = append(writers, func() {
			member(pick(r.generator, "zz", "", "Name", "buckets ", "ResultMetadata", "ErrorCodeOverride", "__type", "é"), func() { r.junk(3) })
		})
	}
	if r.oneIn(2) {
		r.Shuffle(len(writers), func(i, j int) { writers[i], writers[j] = writers[j], writers[i] })
	}
	r.put("{")
	for i, write := range writers {
		if i > 0 {
			r.put(",")
		}
		write()
	}
	r.put("}")
}

// junk writes any value that is not of interest.
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

// quote writes s as a JSON string, with escapes where there must be and, now and
// then, where there need not be.
func (r *renderer) quote(s string) string {
	const short = "\"\\/\b\f\n\r\t"
	b := []byte{'"'}
	often := r.oneIn(4)
	for _, c := range s {
		i := strings.IndexRune(short, c)
		switch {
		case i >= 0 && (i < 2 || c < ' ' || r.oneIn(2)) && !r.oneIn(8):
			b = append(b, '\\', `"\/bfnrt`[i])
		case c == utf8.RuneError && r.oneIn(2): // half a pair
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

// seconds writes milliseconds as a number of seconds.
func (r *renderer) seconds(ms int64) string {
	sign := ""
	if ms < 0 {
		sign, ms = "-", -ms
	}
	digits := strconv.FormatInt(ms, 10)
	plain := fmt.Sprintf("%d.%03d", ms/1000, ms%1000)
	switch r.IntN(4) {
	case 0: // as Java writes it
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

func (r *renderer) real(f float64) string {
	switch {
	case math.IsNaN(f):
		return `"NaN"`
	case math.IsInf(f, 1):
		return `"Infinity"`
	case math.IsInf(f, -1):
		return `"-Infinity"`
	}
	s := strconv.FormatFloat(f, pick(r.generator, byte('f'), 'e', 'E', 'g'), -1, 32)
	if !strings.ContainsAny(s, ".eE") && r.oneIn(2) {
		s += ".0"
	}
	return s
}
