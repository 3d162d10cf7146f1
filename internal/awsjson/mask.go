package awsjson

import "slices"

// Mask returns a copy of text, exactly one JSON text, in which mask stands for the
// value of every member with one of these names, at any depth.
//
// It fails where text is anything but JSON, or nested deeper than 10,000 levels:
// nobody knows then where its values end.
func Mask(text []byte, names []string, mask string) ([]byte, error) {
	d := newDecoder(text)
	defer d.free()
	m := masker{d: d, names: names, mask: mask}
	if err := d.finish(m.value(skipSpace(text, 0))); err != nil {
		return nil, err
	}
	return append(m.out, text[m.done:]...), nil
}

type masker struct {
	d     *decoder
	names []string
	mask  string
	out   []byte // of the text before done
	done  int
}

// value walks the value at i.
func (m *masker) value(i int) int {
	switch {
	case i < len(m.d.data) && m.d.data[i] == '{':
		i, more := m.d.open(i, '}')
		for ; more && i >= 0; i, more = m.d.next(i, '}') {
			var name []byte
			if name, i = m.d.name(i); i < 0 {
				return i
			}
			if slices.Contains(m.names, string(name)) {
				i = m.secret(i)
			} else {
				i = m.value(i)
			}
			if i < 0 {
				return i
			}
		}
		return i
	case i < len(m.d.data) && m.d.data[i] == '[':
		i, more := m.d.open(i, ']')
		for ; more && i >= 0; i, more = m.d.next(i, ']') {
			if i = m.value(i); i < 0 {
				return i
			}
		}
		return i
	}
	return m.d.skip(i)
}

// secret walks the value at i, and masks it.
func (m *masker) secret(i int) int {
	end := m.d.skip(i)
	if end >= 0 {
		m.out = append(append(m.out, m.d.data[m.done:i]...), m.mask...)
		m.done = end
	}
	return end
}
