package awsjson

import (
	"context"
	"fmt"
	"reflect"
)

const maxDepth = 10000 // as in encoding/json

// decoder is the state of one call. Between calls it refers to no text and no value.
type decoder struct {
	root   *rootInfo
	data   []byte
	depth  int
	open   []byte  // closing characters of what skip has entered
	slabs  []slab  // by typeInfo.slab
	used   []*slab // those that are not empty
	chunk  []byte
	mapKey string // the key that is being stored
	err    *Error
	path   path // of err

	ctx         context.Context // nil if there is none
	ctxErr      error
	checkAt     int   // offset behind which check is due
	memory      int64 // bytes that may still be allocated
	checkMemory int64 // value of memory below which check is due
	estimates   int   // bytes that estimated list lengths may still take

	// order predicts, for each field of each struct type, which field follows: its
	// index as last seen, or the next one in the alphabet.
	order []uint16

	errorBody bool // message and Message are the same name in the outermost object
}

// noRoot is the root of decoders that walk a text without decoding it.
var noRoot rootInfo

func newDecoder(root *rootInfo, data []byte) *decoder {
	d, _ := root.decoders.Get().(*decoder)
	if d == nil {
		d = &decoder{root: root, slabs: make([]slab, root.slabs), used: make([]*slab, 0, root.slabs), order: append([]uint16(nil), root.order...)}
	}
	d.data = data
	d.checkAt = min(len(data), checkText)
	d.memory = memoryFactor*int64(len(data)) + memoryExtra
	d.checkMemory = d.memory - checkMemory
	d.estimates = len(data)
	return d
}

func (d *decoder) free() {
	for _, s := range d.used {
		*s = slab{}
	}
	*d = decoder{root: d.root, slabs: d.slabs, used: d.used[:0], open: d.open[:0], order: d.order}
	d.root.decoders.Put(d)
}

// Unmarshal decodes data, exactly one JSON text, into v, a pointer to a zero struct.
//
// The text must be an object; a text of white space only is an error, as it is in the
// official client. Names are matched exactly. An integer must have neither a fraction nor
// an exponent. Numbers must not overflow. A float can also be one of the strings NaN,
// Infinity and -Infinity. A timestamp is a number of seconds since 1970 in any JSON
// spelling, in the years 1 to 9999. It is truncated to milliseconds and in UTC. Invalid
// UTF-8 becomes U+FFFD.
//
// Unmarshal fails with an [*Error] if the text is invalid, or if the memory allocated for
// decoded values exceeds 16 times the length of data plus 4 MiB. If ctx is done, it returns
// ctx.Err(). It checks ctx after every 64 KiB of text, except inside of a number, and after
// every few MiB of allocated memory. A shorter text is decoded even if ctx is done. If
// Unmarshal fails, discard v, which can be partially filled.
func Unmarshal(ctx context.Context, data []byte, v any) error { return unmarshal(ctx, data, v, false) }

// UnmarshalError decodes the body of an error response into v, a pointer to the struct of
// the modeled exception. It works like [Unmarshal] with these exceptions, as the official
// client does: it ignores what follows the first JSON value, it leaves v unchanged if
// body is empty, and a member named Message in the outermost object also sets a field
// named message, and vice versa.
func UnmarshalError(body []byte, v any) error {
	if len(body) == 0 {
		return nil
	}
	return unmarshal(context.Background(), body, v, true)
}

func unmarshal(ctx context.Context, data []byte, v any, errorBody bool) error {
	root, a, err := rootOf(v)
	if err != nil {
		return err
	}
	if a == (addr{}) {
		return fmt.Errorf("awsjson: %T is nil", v)
	}
	d := newDecoder(root, data)
	d.ctx, d.errorBody = ctx, errorBody
	if i := d.object(root.info, a, skipSpace(data, 0)); !errorBody {
		d.finish(i)
	}
	err = d.result()
	d.free()
	return err
}

// finish returns the error of a call. i is what decoding the outermost value returned. The
// text must end behind that value.
func (d *decoder) finish(i int) error {
	if i >= 0 {
		if i = skipSpace(d.data, i); i < len(d.data) {
			d.fail(i, "data after the value")
		}
	}
	return d.result()
}

// result returns the error of a call.
func (d *decoder) result() error {
	switch {
	case d.ctxErr != nil:
		return d.ctxErr
	case d.err != nil:
		d.err.Path = d.path.String()
		return d.err
	}
	return nil
}

func (d *decoder) fail(i int, rule string) int {
	d.err = &Error{Offset: i, Rule: rule}
	return -1
}

// within adds a step to the path of an error and returns -1.
func (d *decoder) within(name string, index int) int {
	d.path = append(d.path, step{name, index})
	return -1
}

// object decodes an object into the struct at a.
func (d *decoder) object(n *typeInfo, a addr, i int) int {
	data := d.data
	if i >= len(data) || data[i] != '{' {
		return d.expected("object", i)
	}
	order := d.order[n.order : n.order+len(n.fields)+1]
	prev := 0 // the index of the field before, + 1
	var more bool
	for i, more = d.enter(i, '}'); more; {
		if i > d.checkAt {
			if i = d.check(i); i < 0 {
				return i
			}
		}
		// Objects of a type mostly have the same members in the same order. Try the
		// field that followed the last time, then the one after it, since a member
		// can be absent, and only then search.
		k := int(order[prev])
		f := n.match(k, data, i)
		if f == nil {
			k = int(order[min(k+1, len(order)-1)])
			f = n.match(k, data, i)
		}
		if f != nil {
			i = skipSpace(data, i+len(f.key))
		} else {
			var name []byte
			if name, i = d.name(i); i < 0 {
				return i
			}
			if k = d.find(n, name); k >= 0 {
				order[prev] = uint16(k)
				f = &n.fields[k]
			}
		}
		if f == nil {
			if i = d.skip(i); i < 0 {
				return i
			}
		} else {
			prev = k + 1
			if i < len(data) && data[i] == 'n' {
				i = d.literal(i, "null")
			} else {
				to := a.add(f.offset)
				if f.pointer {
					target := d.alloc(f.info)
					to.store(target)
					to = target
				}
				i = d.value(f.info, to, i)
			}
			if i < 0 {
				return d.within(f.name, 0)
			}
		}
		if i+1 < len(data) && data[i] == ',' && data[i+1] == '"' {
			i++
		} else {
			i, more = d.next(i, '}')
		}
	}
	return i
}

// match returns field k if its name, without escapes and followed by a colon, is at i.
// Otherwise it returns nil.
func (n *typeInfo) match(k int, data []byte, i int) *fieldInfo {
	if k < len(n.fields) {
		f := &n.fields[k]
		if end := i + len(f.key); end <= len(data) && string(data[i:end]) == f.key {
			return f
		}
	}
	return nil
}

func (d *decoder) find(n *typeInfo, name []byte) int {
	k := n.find(name)
	if k < 0 && d.errorBody && d.depth == 1 {
		switch string(name) {
		case "Message":
			k = n.find([]byte("message"))
		case "message":
			k = n.find([]byte("Message"))
		}
	}
	return k
}

// list decodes a list into the slice at a.
func (d *decoder) list(n *typeInfo, a addr, i int) int {
	if i >= len(d.data) || d.data[i] != '[' {
		return d.expected("list", i)
	}
	l, elem := at[slice](a), n.elem
	*l = slice{first: noElem}
	i, more := d.enter(i, ']')
	for start := i; more; i, more = d.next(i, ']') {
		if i > d.checkAt {
			if i = d.check(i); i < 0 {
				return d.within("", l.len)
			}
		}
		if l.len == l.cap {
			if i = d.grow(n, a, start, i); i < 0 {
				return d.within("", l.len)
			}
		}
		to := l.first.add(uintptr(l.len) * elem.size)
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
		d.trim(n, a)
	}
	return i
}

// mapObject decodes an object into the map at a.
func (d *decoder) mapObject(n *typeInfo, a addr, i int) int {
	if i >= len(d.data) || d.data[i] != '{' {
		return d.expected("object", i)
	}
	m := reflect.MakeMap(n.typ)
	a.store(addrOfValue(m))
	d.spend(mapSize)
	i, more := d.enter(i, '}')
	if !more {
		return i
	}
	// Values are decoded here and then copied into the map.
	temp := d.alloc(n.elem)
	var elem, mapKey reflect.Value
	if n.elem.kind != kindString {
		elem, mapKey = temp.value(n.elem.typ), addrOf(&d.mapKey).value(n.key)
	}
	for count := 0; more; count++ {
		if i > d.checkAt {
			if i = d.check(i); i < 0 {
				return d.within("", count)
			}
		}
		if i < len(d.data) && d.data[i] != '"' {
			d.fail(i, ruleName)
			return d.within("", count)
		}
		key, j := d.string(i)
		if i = j; i >= 0 {
			i = d.colon(i)
		}
		if i < 0 {
			return d.within("", count)
		}
		if i < len(d.data) && d.data[i] == 'n' {
			i = d.literal(i, "null")
		} else {
			i = d.value(n.elem, temp, i)
		}
		if i < 0 {
			return d.within("", count)
		}
		size := m.Len()
		if n.elem.kind == kindString { // without reflection, which takes twice as long
			(*at[map[string]string](a))[key] = *at[string](temp)
			*at[string](temp) = ""
		} else {
			d.mapKey = key // not earlier, since a value can be a map too
			m.SetMapIndex(mapKey, elem)
			elem.SetZero()
		}
		if m.Len() > size {
			d.spendEntry(n, size)
		}
		i, more = d.next(i, '}')
	}
	return i
}
