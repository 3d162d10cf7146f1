package awsjson

// What a decoded value points to is cut from small allocations of its type: a
// thousand buckets have tens of thousands of strings, pointers and short lists. They
// stay small so that who keeps one string of a page keeps a few KiB, not the page,
// and they begin small so that a short answer costs little. Nothing is
// handed out twice and nothing is shared between two calls.
const (
	chunkSize = 4 << 10 // of strings
	slabSize  = 1 << 10 // of what pointers and short lists hold
)

// slab is a slice of one type's values, of which the first len are handed out.
type slab = slice

// few is how many values of a type make a small allocation.
func (n *node) few() int { return int(max(1, min(4, 256/max(n.size, 1)))) }

func (d *decoder) refill(s *slab, n *node) {
	most := 64
	if n.kind == kindStruct || n.kind == kindList {
		most = 16 // since each of them holds on to more slabs and chunks
	}
	count := n.few()
	if s.cap > 0 {
		count = max(1, min(most, s.cap*4, slabSize/int(max(n.size, 1))))
	}
	*s = slab{}
	placeAt(s).value(n.list()).Grow(count)
}

// alloc hands out a zero value.
func (d *decoder) alloc(n *node) place {
	s := &d.slabs[n.id]
	if s.len == s.cap {
		d.refill(s, n)
	}
	a := s.first.at(uintptr(s.len) * n.size)
	s.len++
	return a
}

// ends tells whether the list's room is what was handed out last.
func (s *slice) ends(l *slice, size uintptr) bool {
	return l.cap > 0 && s.len >= l.cap && s.first.at(uintptr(s.len-l.cap)*size) == l.first
}

// grow makes room in a list that is full: first in the slab of its element's type, as
// far as that reaches, then on its own. The elements so far stand before offset i and began at offset start.
func (d *decoder) grow(n *node, list place, start, i int) {
	l, elem := as[slice](list), n.elem
	s := &d.slabs[elem.id]
	if l.len == 0 {
		if s.cap-s.len < elem.few() {
			d.refill(s, elem)
		}
		l.first = s.first.at(uintptr(s.len) * elem.size)
		l.cap = elem.few()
		s.len += l.cap
		return
	}
	if s.len < s.cap && s.ends(l, elem.size) {
		more := min(l.cap, s.cap-s.len)
		l.cap += more
		s.len += more
		return
	}
	more := l.len
	if d.depth == 2 {
		// A list of the answer itself, so probably a page, and most of the text:
		// guess from the elements so far how many are to come. All guesses of
		// a call together take no more memory than its text.
		guess := uint64(len(d.data)-i)*uint64(l.len)/uint64(i-start) + uint64(l.len)/8 + 1
		guess = min(guess, uint64(d.budget)/uint64(max(elem.size, 1)))
		d.budget -= int(guess) * int(elem.size)
		more = max(more, int(guess))
	}
	list.value(n.typ).Grow(more)
}

// trim gives back the room that a list does not need.
func (d *decoder) trim(n *node, list place) {
	l := as[slice](list)
	if s := &d.slabs[n.elem.id]; s.ends(l, n.elem.size) {
		s.len -= l.cap - l.len
	}
	l.cap = l.len // so that a caller's append cannot reach what follows
}

// keep copies b, a piece of the text, into a string.
func (d *decoder) keep(b []byte) string {
	if len(b) > cap(d.chunk)-len(d.chunk) {
		if len(b) > chunkSize/4 {
			return string(b)
		}
		d.chunk = make([]byte, 0, max(len(b), min(chunkSize, len(d.data))))
	}
	if len(b) == 0 {
		return "" // which must not hold on to a chunk
	}
	from := len(d.chunk)
	d.chunk = append(d.chunk, b...)
	return stringOf(d.chunk[from:])
}

// keepUnquoted is keep for what stands between the quotes of a string with escapes.
func (d *decoder) keepUnquoted(raw []byte) string {
	if free := d.chunk[len(d.chunk):cap(d.chunk)]; 3*len(raw) <= len(free) { // a bad byte becomes three
		b := appendUnquoted(free[:0], raw)
		d.chunk = d.chunk[:len(d.chunk)+len(b)]
		if len(b) == 0 {
			return ""
		}
		return stringOf(b)
	}
	b := appendUnquoted(make([]byte, 0, len(raw)), raw)
	if cap(b)-len(b) > len(b)/8 {
		return string(b)
	}
	return stringOf(b)
}
