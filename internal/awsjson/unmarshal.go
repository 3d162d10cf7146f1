package awsjson

import (
	"context"
	"fmt"
	"sync"
)

const maxDepth = 10000 // as encoding/json

// decoder is what one call works with. Between calls it holds nothing of a text or of a value.
type decoder struct {
	data   []byte
	depth  int
	ends   []byte // what skip has open
	slabs  []slab // by node.id
	chunk  []byte
	budget int // bytes that guesses may still take
	err    *Error
	path   path // to err

	// order says, for each member of each struct type, which member came after it
	// the last time: its index + 1, or 0 if that is not known.
	order []uint16

	errorNames bool // message and Message are one name in the outermost object
}

var decoders = sync.Pool{New: func() any { return new(decoder) }}

func newDecoder(data []byte) *decoder {
	d := decoders.Get().(*decoder)
	d.data, d.budget = data, len(data)
	if n := int(nodeCount.Load()); n > len(d.slabs) {
		d.slabs = make([]slab, n)
	}
	if n := int(orderCount.Load()); n > len(d.order) {
		d.order = append(d.order, make([]uint16, n-len(d.order))...)
	}
	return d
}

func (d *decoder) free() {
	clear(d.slabs)
	*d = decoder{slabs: d.slabs, ends: d.ends[:0], order: d.order}
	decoders.Put(d)
}

// Unmarshal reads data, exactly one JSON text, into v, a pointer to a zero struct.
//
// The text must be an object. Names are matched exactly. Numbers must fit: no fraction, exponent or overflow in an int, no overflow
// in a float, which may also be one of the strings NaN, Infinity and -Infinity.
// Timestamps are numbers of seconds since 1970 in any JSON spelling, cut to
// milliseconds, in UTC, in the years 1 to 9999. What is not UTF-8 becomes U+FFFD.
//
// What is wrong with the text is told by an *Error; v is then filled in part.
func Unmarshal(ctx context.Context, data []byte, v any) error { return unmarshal(data, v, false) }

// UnmarshalError is Unmarshal for the body of a modelled exception: a member of the
// outermost object that is spelt Message also fills the member message, and the other
// way round, and a body that is null, white space only, or empty leaves v as it is.
func UnmarshalError(body []byte, v any) error {
	if skipSpace(body, 0) == len(body) {
		return nil
	}
	return unmarshal(body, v, true)
}

func unmarshal(data []byte, v any, errorNames bool) error {
	n, at, err := planOf(v)
	if err != nil {
		return err
	}
	if at == (place{}) {
		return fmt.Errorf("awsjson: %T is nil", v)
	}
	d := newDecoder(data)
	defer d.free()
	d.errorNames = errorNames
	i := skipSpace(data, 0)
	if errorNames && i < len(data) && data[i] == 'n' {
		i = d.literal(i, "null")
	} else {
		i = d.value(n, at, i)
	}
	return d.finish(i)
}

// finish takes what the outermost value returned. Nothing but white space may follow it.
func (d *decoder) finish(i int) error {
	if i >= 0 {
		if i = skipSpace(d.data, i); i == len(d.data) {
			return nil
		}
		d.fail(i, "data after the value")
	}
	d.err.Path = d.path.String()
	return d.err
}

func (d *decoder) fail(i int, rule string) int {
	d.err = &Error{Offset: i, Rule: rule}
	return -1
}

// within adds a step to the path of the error that is on its way out.
func (d *decoder) within(name string, index int) int {
	d.path = append(d.path, step{name, index})
	return -1
}

// object reads an object into the struct at.
func (d *decoder) object(n *node, at place, i int) int {
	data := d.data
	if i >= len(data) || data[i] != '{' {
		return d.expected("object", i)
	}
	order := d.order[n.order : n.order+len(n.fields)+1]
	prev := 0 // the index of the member before, + 1
	var more bool
	for i, more = d.open(i, '}'); more; {
		// Objects of one type mostly spell their members alike and in one order:
		// look for the one that came here last time, then for its successor, since
		// it may be missing, and only then for any.
		k := follow(order, prev)
		if !n.begins(k, data, i) {
			if k2 := follow(order, min(k+1, len(order)-1)); n.begins(k2, data, i) {
				k = k2
			} else {
				k = -1
			}
		}
		if k >= 0 {
			i += len(n.fields[k].key)
			if i < len(data) && data[i] <= ' ' {
				i = skipSpace(data, i)
			}
		} else {
			var name []byte
			if name, i = d.name(i); i < 0 {
				return i
			}
			if k = d.find(n, name); k >= 0 {
				order[prev] = uint16(k + 1)
			}
		}
		switch {
		case k < 0:
			if i = d.skip(i); i < 0 {
				return i
			}
		case i < len(data) && data[i] == 'n':
			if i = d.literal(i, "null"); i < 0 {
				return d.within(n.fields[k].name, 0)
			}
			prev = k + 1
		default:
			f := &n.fields[k]
			to := at.at(f.offset)
			if f.pointer {
				target := d.alloc(f.node)
				to.point(target)
				to = target
			}
			if i = d.value(f.node, to, i); i < 0 {
				return d.within(f.name, 0)
			}
			prev = k + 1
		}
		if i+1 < len(data) && data[i] == ',' && data[i+1] == '"' {
			i++
		} else {
			i, more = d.next(i, '}')
		}
	}
	return i
}

// follow is the index of the member to expect after the one at prev-1. Until one
// was seen that is the next in the alphabet.
func follow(order []uint16, prev int) int {
	if next := order[prev]; next != 0 {
		return int(next) - 1
	}
	return prev
}

// begins tells whether the name of member k, in its plain spelling and with its
// colon, is at i.
func (n *node) begins(k int, data []byte, i int) bool {
	if k >= len(n.fields) {
		return false
	}
	key := n.fields[k].key
	return len(data)-i >= len(key) && string(data[i:i+len(key)]) == key
}

func (d *decoder) find(n *node, name []byte) int {
	k := n.find(name)
	if k < 0 && d.errorNames && d.depth == 1 {
		switch string(name) {
		case "Message":
			k = n.find([]byte("message"))
		case "message":
			k = n.find([]byte("Message"))
		}
	}
	return k
}

// list reads a list into the slice at.
func (d *decoder) list(n *node, at place, i int) int {
	if i >= len(d.data) || d.data[i] != '[' {
		return d.expected("list", i)
	}
	l, elem := as[slice](at), n.elem
	*l = slice{first: none}
	i, more := d.open(i, ']')
	for start := i; more; i, more = d.next(i, ']') {
		if l.len == l.cap {
			d.grow(n, at, start, i)
		}
		to := l.first.at(uintptr(l.len) * elem.size)
		if i < len(d.data) && d.data[i] == 'n' {
			i = d.literal(i, "null")
		} else {
			i = d.value(elem, to, i)
		}
		if i < 0 {
			return d.within("", l.len)
		}
		l.len++
	}
	if i >= 0 {
		d.trim(n, at)
	}
	return i
}
