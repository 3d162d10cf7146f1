package awsjson

import (
	"reflect"
	"time"
)

// A page of 1,000 buckets has tens of thousands of strings and pointers. The values that
// pointers and short lists refer to are allocated in small arrays per type, called slabs,
// and short strings in chunks. Both are small: a caller that keeps one string of a page
// keeps a few KiB of memory, not the page. The first slab of a type is smaller still,
// because most responses hold one object. Calls do not share slabs or chunks.
const (
	chunkSize = 4 << 10 // bytes of a chunk
	slabSize  = 1 << 10 // bytes of a slab
	mapSize   = 48      // bytes of an empty map

	// The memory allocated for decoded values is limited to memoryFactor times the
	// length of the text plus memoryExtra. Without a limit, {},{},... in a list of
	// large structs takes several hundred times the length of the text.
	memoryFactor = 16
	memoryExtra  = 4 << 20

	// The context is checked whenever this much text was read or memory allocated.
	checkText   = 64 << 10
	checkMemory = 2 << 20

	ruleMemory = "decoded value too large: more than 16 times the length of the text plus 4 MiB"
)

// slab is a slice of values of one type. The first len of them are in use.
type slab = slice

// spend counts n bytes of allocated memory. If a check is due, it sets d.checkAt to 0, and
// the next loop that compares an offset with d.checkAt calls check.
func (d *decoder) spend(n int) {
	if d.memory -= int64(n); d.memory < d.checkMemory {
		d.checkAt = 0
	}
}

// check fails if too much memory was allocated or if the context is done. Otherwise it
// returns i and sets when the next check is due.
func (d *decoder) check(i int) int {
	if d.memory < 0 {
		return d.fail(i, ruleMemory)
	}
	if d.ctx != nil {
		if d.ctxErr = d.ctx.Err(); d.ctxErr != nil {
			return -1
		}
	}
	d.checkAt = min(len(d.data), i+checkText)
	d.checkMemory = max(0, d.memory-checkMemory)
	return i
}

// few returns for how many elements a list of n's values has room at first.
func (n *typeInfo) few() int { return int(max(1, min(4, 128/max(n.size, 1)))) }

// refill replaces the slab s with a new one for at least the given number of values.
// Scalars are numerous, so the length of the text determines their number. The first slab
// of another type is for one object, since most texts have one.
func (d *decoder) refill(s *slab, n *typeInfo, least int) {
	size, per := int(n.size), 128 // bytes of text for one value, in a usual response
	switch n.kind {
	case kindString:
		per = 48
	case kindTime:
		per = 400
	}
	count := max(least, min(64, slabSize/max(size, 1), len(d.data)/per))
	if n.kind >= kindStruct {
		// Not more than 16, since each value can keep further slabs and chunks reachable.
		count = max(least, min(16, s.cap*4, slabSize/max(size, 1)))
	}
	if s.cap == 0 {
		d.used = append(d.used, s)
	}
	switch {
	case n.kind == kindString:
		*s = slab{addrOf(&make([]string, count)[0]), 0, count}
	case n.kind == kindTime:
		*s = slab{addrOf(&make([]time.Time, count)[0]), 0, count}
	case n.kind < kindStruct:
		words := make([]int64, (count*size+7)/8)
		*s = slab{addrOf(&words[0]), 0, len(words) * 8 / size}
	case count == 1:
		*s = slab{addrOfValue(reflect.New(n.typ)), 0, 1}
	default:
		*s = slab{}
		addrOf(s).value(n.sliceType()).Grow(count)
	}
	d.spend(s.cap * size)
}

// alloc returns the address of a new zero value.
func (d *decoder) alloc(n *typeInfo) addr {
	s := &d.slabs[n.slab]
	if s.len == s.cap {
		d.refill(s, n, 1)
	}
	a := s.first.add(uintptr(s.len) * n.size)
	s.len++
	return a
}

// endsWith reports whether the list l is the last part of s that is in use.
func (s *slab) endsWith(l *slice, size uintptr) bool {
	return l.cap > 0 && s.len >= l.cap && s.first.add(uintptr(s.len-l.cap)*size) == l.first
}

// grow makes room in a full list: in the slab of its element type while that has room,
// then in an array of its own. The text of the list starts at start, that of the next
// element at i. It returns i, or -1 if the list would be too large.
func (d *decoder) grow(n *typeInfo, list addr, start, i int) int {
	l, elem := at[slice](list), n.elem
	s := &d.slabs[elem.slab]
	if l.len == 0 {
		if s.cap-s.len < elem.few() {
			d.refill(s, elem, elem.few())
		}
		l.first = s.first.add(uintptr(s.len) * elem.size)
		l.cap = elem.few()
		s.len += l.cap
		return i
	}
	if s.len < s.cap && s.endsWith(l, elem.size) {
		more := min(l.cap, s.cap-s.len)
		l.cap += more
		s.len += more
		return i
	}
	more := l.len
	if d.depth == 2 {
		// A list of the root is probably a page and most of the text. Estimate the
		// number of elements to come from those so far. All estimates of a call
		// together take no more memory than its text.
		estimate := uint64(len(d.data)-i)*uint64(l.len)/uint64(i-start) + uint64(l.len)/8 + 1
		estimate = min(estimate, uint64(d.estimates)/uint64(max(elem.size, 1)))
		d.estimates -= int(estimate) * int(elem.size)
		more = max(more, int(estimate))
	}
	if int64(l.len+more)*int64(elem.size) > d.memory {
		return d.fail(i, ruleMemory)
	}
	list.value(n.typ).Grow(more)
	d.spend(l.cap * int(elem.size))
	return i
}

// trim returns the unused room of a list to the slab. It also limits the list's capacity:
// a caller's append must not write into the memory of another value.
func (d *decoder) trim(n *typeInfo, list addr) {
	l := at[slice](list)
	if s := &d.slabs[n.elem.slab]; s.endsWith(l, n.elem.size) {
		s.len -= l.cap - l.len
	}
	l.cap = l.len
}

// spendEntry counts the memory for another entry of a map that had size entries. It
// assumes that the map has room for 8 entries first, and then doubles it when necessary.
func (d *decoder) spendEntry(n *typeInfo, size int) {
	entry := int(n.elem.size)
	if entry > 128 { // the map stores a pointer to an allocation of its own
		d.spend(entry)
		entry = 8
	}
	entry += 24 // the key, and overhead
	switch {
	case size == 0:
		d.spend(8 * entry)
	case size >= 8 && size&(size-1) == 0:
		d.spend(2 * size * entry)
	}
}

// keep returns a string with a copy of b, a part of the text.
func (d *decoder) keep(b []byte) string {
	if len(b) > cap(d.chunk)-len(d.chunk) {
		if len(b) > chunkSize/4 {
			d.spend(len(b))
			return string(b)
		}
		// Of a usual response, three eighths are in strings.
		d.chunk = make([]byte, 0, max(len(b), min(chunkSize, len(d.data)*3/8)))
		d.spend(cap(d.chunk))
	}
	if len(b) == 0 {
		return "" // must not keep a chunk reachable
	}
	from := len(d.chunk)
	d.chunk = append(d.chunk, b...)
	return stringOf(d.chunk[from:])
}

// keepUnquoted returns the string for raw, the text between the quotes of a string with
// escapes.
func (d *decoder) keepUnquoted(raw []byte) string {
	if free := d.chunk[len(d.chunk):cap(d.chunk)]; 3*len(raw) <= len(free) { // an invalid byte becomes three
		b := appendUnquoted(free[:0], raw)
		d.chunk = d.chunk[:len(d.chunk)+len(b)]
		if len(b) == 0 {
			return ""
		}
		return stringOf(b)
	}
	b := appendUnquoted(make([]byte, 0, len(raw)), raw)
	if cap(b)-len(b) > len(b)/8 {
		b = append([]byte(nil), b...)
	}
	d.spend(cap(b))
	return stringOf(b)
}
