package awsjson

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// Methods of decoder that read the text take an offset and return the offset behind what
// they read. On failure they set d.err or d.ctxErr and return -1.

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\r' || data[i] == '\t') {
		i++
	}
	return i
}

// plain returns the offset of the first byte, from i on, that is not a plain character of
// a string: a control character, a quote, a backslash, or not ASCII.
func plain(b []byte, i int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(b); i += 8 {
		// The lowest mark is correct. Higher ones can be wrong because of a carry.
		w := binary.LittleEndian.Uint64(b[i:])
		quote, slash := w^ones*'"', w^ones*'\\'
		m := (w-ones*' ')&^w | (quote-ones)&^quote | (slash-ones)&^slash | w | (w + ones)
		if m &= highs; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
	}
	for ; i < len(b); i++ {
		if c := b[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			break
		}
	}
	return i
}

// quoted scans the string whose opening quote is at i. It returns the offset of the
// closing quote, and whether the bytes between are the string itself: without escapes and
// valid UTF-8.
func (d *decoder) quoted(i int) (end int, same bool) {
	ascii, same := true, true
	for j := i + 1; ; {
		if j = plain(d.data[:d.checkAt], j); j >= d.checkAt {
			if j >= len(d.data) {
				return d.fail(j, ruleEnd), false
			}
			if j = d.check(j); j < 0 {
				return j, false
			}
			continue
		}
		switch c := d.data[j]; {
		case c == '"':
			return j, same && (ascii || utf8.Valid(d.data[i+1:j]))
		case c == '\\':
			same = false
			if j = d.escape(j); j < 0 {
				return j, false
			}
		case c < ' ':
			return d.fail(j, "control character in a string"), false
		default:
			for ascii = false; j < d.checkAt && d.data[j] >= 0x7f; {
				j++
			}
		}
	}
}

// escape scans the escape sequence whose backslash is at i.
func (d *decoder) escape(i int) int {
	if i++; i >= len(d.data) {
		return d.fail(i, ruleEnd)
	}
	switch d.data[i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 1
	case 'u':
		for range 4 {
			if i++; i >= len(d.data) {
				return d.fail(i, ruleEnd)
			}
			if _, ok := hexDigit(d.data[i]); !ok {
				return d.fail(i, "invalid escape in a string")
			}
		}
		return i + 1
	}
	return d.fail(i, "invalid escape in a string")
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10, true
	}
	return 0, false
}

// appendUnquoted appends the string whose text between the quotes is raw. quoted must have
// accepted it. Invalid bytes and lone surrogates become U+FFFD.
func appendUnquoted(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		j := plain(raw, i)
		dst = append(dst, raw[i:j]...)
		if i = j; i == len(raw) {
			break
		}
		if raw[i] != '\\' {
			r, size := utf8.DecodeRune(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += size
			continue
		}
		c := raw[i+1]
		i += 2
		switch c {
		case 'b':
			dst = append(dst, '\b')
		case 'f':
			dst = append(dst, '\f')
		case 'n':
			dst = append(dst, '\n')
		case 'r':
			dst = append(dst, '\r')
		case 't':
			dst = append(dst, '\t')
		case 'u':
			r := hex4(raw[i:])
			i += 4
			if utf16.IsSurrogate(r) {
				r2 := rune(-1)
				if len(raw)-i >= 6 && raw[i] == '\\' && raw[i+1] == 'u' {
					r2 = hex4(raw[i+2:])
				}
				if r = utf16.DecodeRune(r, r2); r != utf8.RuneError {
					i += 6
				}
			}
			dst = utf8.AppendRune(dst, r)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func hex4(b []byte) (r rune) {
	for _, c := range b[:4] {
		v, _ := hexDigit(c)
		r = r<<4 | v
	}
	return r
}

// number is mant * 10^exp. mant holds the first 19 digits; further ones change only exp.
// real reports whether the text has a fraction or an exponent.
type number struct {
	mant      uint64
	exp       int64
	neg, real bool
}

func (d *decoder) number(i int) (n number, _ int) {
	data := d.data
	if i < len(data) && data[i] == '-' {
		n.neg = true
		i++
	}
	j := i
	if i < len(data) && data[i] == '0' {
		i++
	} else {
		for ; i < len(data) && data[i]-'0' <= 9; i++ {
			if n.mant < 1e18 {
				n.mant = n.mant*10 + uint64(data[i]-'0')
			} else {
				n.exp++
			}
		}
	}
	if i == j {
		return n, d.noDigit(i)
	}
	if i < len(data) && data[i] == '.' {
		n.real = true
		i++
		j = i
		for ; i < len(data) && data[i]-'0' <= 9; i++ {
			if n.mant < 1e18 {
				n.mant = n.mant*10 + uint64(data[i]-'0')
				n.exp--
			}
		}
		if i == j {
			return n, d.noDigit(i)
		}
	}
	if i < len(data) && data[i]|0x20 == 'e' {
		n.real = true
		i++
		neg := i < len(data) && data[i] == '-'
		if neg || i < len(data) && data[i] == '+' {
			i++
		}
		j = i
		e := int64(0)
		for ; i < len(data) && data[i]-'0' <= 9; i++ {
			if e < 1e15 { // more than the digits of any text, so the sum below cannot overflow
				e = e*10 + int64(data[i]-'0')
			}
		}
		if i == j {
			return n, d.noDigit(i)
		}
		if neg {
			e = -e
		}
		n.exp += e
	}
	return n, i
}

func (d *decoder) noDigit(i int) int {
	if i >= len(d.data) {
		return d.fail(i, ruleEnd)
	}
	return d.fail(i, "invalid number")
}

// literal scans word, which is true, false or null, at i.
func (d *decoder) literal(i int, word string) int {
	if end := i + len(word); end <= len(d.data) && string(d.data[i:end]) == word {
		return end
	}
	for k := range len(word) {
		if i+k >= len(d.data) {
			return d.fail(i+k, ruleEnd)
		}
		if d.data[i+k] != word[k] {
			return d.fail(i+k, "invalid literal")
		}
	}
	return i + len(word)
}

// enter scans the start of the object or list that ends with end. more is false if it is
// empty. Otherwise the result is the offset of its first name or value.
func (d *decoder) enter(i int, end byte) (_ int, more bool) {
	if d.depth++; d.depth > maxDepth {
		return d.fail(i, ruleDepth), false
	}
	i = skipSpace(d.data, i+1)
	if i < len(d.data) && d.data[i] == end {
		d.depth--
		return i + 1, false
	}
	return i, true
}

// next scans what follows a value in the object or list that ends with end. more is false
// at its end. Otherwise the result is the offset of the next name or value.
func (d *decoder) next(i int, end byte) (_ int, more bool) {
	i = skipSpace(d.data, i)
	switch {
	case i >= len(d.data):
		return d.fail(i, ruleEnd), false
	case d.data[i] == ',':
		return skipSpace(d.data, i+1), true
	case d.data[i] == end:
		d.depth--
		return i + 1, false
	}
	return d.fail(i, "expected a comma or an end"), false
}

// name scans a member's name and its colon. The name is valid until the text changes.
func (d *decoder) name(i int) (name []byte, _ int) {
	switch {
	case i >= len(d.data):
		return nil, d.fail(i, ruleEnd)
	case d.data[i] != '"':
		return nil, d.fail(i, ruleName)
	}
	end, same := d.quoted(i)
	if end < 0 {
		return nil, end
	}
	if name = d.data[i+1 : end]; !same {
		name = appendUnquoted(nil, name)
	}
	return name, d.colon(end + 1)
}

// colon scans the colon behind a member's name.
func (d *decoder) colon(i int) int {
	switch i = skipSpace(d.data, i); {
	case i >= len(d.data):
		return d.fail(i, ruleEnd)
	case d.data[i] != ':':
		return d.fail(i, "expected a colon")
	}
	return skipSpace(d.data, i+1)
}

// skip scans one value of any kind. Since values can nest deeply, it keeps the closing
// characters of open objects and lists in d.open and does not recurse.
func (d *decoder) skip(i int) int {
	base := len(d.open)
	for {
		if i > d.checkAt {
			if i = d.check(i); i < 0 {
				return i
			}
		}
		more := false
		switch {
		case i >= len(d.data):
			return d.fail(i, ruleEnd)
		case d.data[i] == '"':
			if i, _ = d.quoted(i); i >= 0 {
				i++
			}
		case d.data[i] == '{', d.data[i] == '[':
			end := d.data[i] + 2 // '}' is '{' + 2, and ']' is '[' + 2
			if i, more = d.enter(i, end); more {
				d.open = append(d.open, end)
			}
		case d.data[i] == 't':
			i = d.literal(i, "true")
		case d.data[i] == 'f':
			i = d.literal(i, "false")
		case d.data[i] == 'n':
			i = d.literal(i, "null")
		case d.data[i] == '-', d.data[i]-'0' <= 9:
			_, i = d.number(i)
		default:
			return d.fail(i, "expected a value")
		}
		for i >= 0 && !more {
			if len(d.open) == base {
				return i
			}
			if i, more = d.next(i, d.open[len(d.open)-1]); !more {
				d.open = d.open[:len(d.open)-1]
			}
		}
		if i >= 0 && d.open[len(d.open)-1] == '}' {
			_, i = d.name(i)
		}
		if i < 0 {
			return i
		}
	}
}
