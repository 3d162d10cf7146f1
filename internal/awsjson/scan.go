package awsjson

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// Functions of a decoder that walk the text take an offset and return the offset
// behind what they read, or -1 after noting the error in the decoder.

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\r' || data[i] == '\t') {
		i++
	}
	return i
}

// plain returns the offset, from i on, of the first byte that is not a plain
// character in a string: a control character, a quote, a backslash, or not ASCII.
func plain(b []byte, i int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(b); i += 8 {
		// Eight bytes at once; the lowest byte marked is right, those above it
		// may be marked wrongly by a carry.
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

// quoted walks the string whose opening quote is at i. It returns where its closing
// quote is, and whether the bytes between are the string's own: no escapes, and valid UTF-8.
func (d *decoder) quoted(i int) (end int, same bool) {
	ascii, same := true, true
	for j := i + 1; ; {
		j = plain(d.data, j)
		if j >= len(d.data) {
			return d.fail(j, ruleEnd), false
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
			for ascii = false; j < len(d.data) && d.data[j] >= 0x7f; {
				j++
			}
		}
	}
}

// escape walks the escape sequence whose backslash is at i.
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

// appendUnquoted appends what stands between the quotes of a string that quoted
// has walked. What is no Unicode becomes U+FFFD: each bad byte of UTF-8, each lone surrogate.
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

// number is mant * 10^exp: the first 19 digits are in mant, further ones only count
// in exp. real says that a fraction or an exponent was written.
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
			if e < 1e15 { // more than any text has digits: the sum below stays in range
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

// literal walks the word, one of true, false, null, that begins at i.
func (d *decoder) literal(i int, word string) int {
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

// open enters the object or list that ends with end and begins at i. more is false
// if it is empty; else the offset returned is that of its first name or value.
func (d *decoder) open(i int, end byte) (_ int, more bool) {
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

// next goes on after a value in the object or list that ends with end, to the next
// name or value, or out of it if more is false.
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

// name reads a member's name and the colon after it. The name is good until the text or d changes.
func (d *decoder) name(i int) (name []byte, _ int) {
	switch {
	case i >= len(d.data):
		return nil, d.fail(i, ruleEnd)
	case d.data[i] != '"':
		return nil, d.fail(i, "expected a member's name")
	}
	end, same := d.quoted(i)
	if end < 0 {
		return nil, end
	}
	if name = d.data[i+1 : end]; !same {
		name = appendUnquoted(nil, name)
	}
	switch i = skipSpace(d.data, end+1); {
	case i >= len(d.data):
		return nil, d.fail(i, ruleEnd)
	case d.data[i] != ':':
		return nil, d.fail(i, "expected a colon")
	}
	return name, skipSpace(d.data, i+1)
}

// skip walks one value of any kind. It remembers in d.ends how what is open must
// end instead of calling itself: a text may nest deep.
func (d *decoder) skip(i int) int {
	base := len(d.ends)
	for {
		more := false
		switch {
		case i >= len(d.data):
			return d.fail(i, ruleEnd)
		case d.data[i] == '"':
			if i, _ = d.quoted(i); i >= 0 {
				i++
			}
		case d.data[i] == '{', d.data[i] == '[':
			end := d.data[i] + 2 // in ASCII '}' and ']' are two after their openings
			if i, more = d.open(i, end); more {
				d.ends = append(d.ends, end)
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
			if len(d.ends) == base {
				return i
			}
			if i, more = d.next(i, d.ends[len(d.ends)-1]); !more {
				d.ends = d.ends[:len(d.ends)-1]
			}
		}
		if i >= 0 && d.ends[len(d.ends)-1] == '}' {
			i = d.skipName(i)
		}
		if i < 0 {
			return i
		}
	}
}

// skipName is name for what nobody wants to know.
func (d *decoder) skipName(i int) int {
	_, i = d.name(i)
	return i
}
