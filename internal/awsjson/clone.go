package awsjson

import "reflect"

// New returns a pointer to a new zero value of the type that the pointer like points to.
// like can be a nil pointer, but not an untyped nil.
func New(like any) any { return reflect.New(reflect.TypeOf(like).Elem()).Interface() }

// Clone returns a deep copy of v, a pointer to a struct: no change of v or of what it
// refers to changes the copy. Nil and empty lists and maps stay apart. Fields without a
// wire name are zero in the copy. The copy of a nil pointer is a pointer to a zero struct.
//
// Clone panics if the codec does not support the type, or if v contains itself.
func Clone(v any) any {
	root, from, err := rootOf(v)
	if err != nil {
		panic(err)
	}
	clone := reflect.New(root.info.typ)
	if from != (addr{}) {
		root.info.copy(addrOfValue(clone), from, 1)
	}
	return clone.Interface()
}

// copy copies the value at from to the zero value at to.
func (n *typeInfo) copy(to, from addr, depth int) {
	if depth > maxDepth {
		panic("awsjson: " + ruleDepth)
	}
	switch n.kind {
	case kindStruct:
		for k := range n.fields {
			n.fields[k].copy(to, from, depth)
		}
	case kindList:
		l := at[slice](from)
		if l.first == (addr{}) {
			return
		}
		list := reflect.MakeSlice(n.typ, l.len, l.len)
		to.value(n.typ).Set(list)
		for k := range l.len {
			offset := uintptr(k) * n.elem.size
			n.elem.copy(addrOfValue(list).add(offset), l.first.add(offset), depth+1)
		}
	case kindMap:
		source := from.value(n.typ)
		if source.IsNil() {
			return
		}
		clone := reflect.MakeMapWithSize(n.typ, source.Len())
		to.value(n.typ).Set(clone)
		for r := source.MapRange(); r.Next(); {
			value, elem := reflect.New(n.elem.typ), reflect.New(n.elem.typ)
			value.Elem().SetIterValue(r)
			n.elem.copy(addrOfValue(elem), addrOfValue(value), depth+1)
			clone.SetMapIndex(r.Key(), elem.Elem())
		}
	default:
		to.value(n.typ).Set(from.value(n.typ))
	}
}

// copy copies the field f of the struct at from to the struct at to.
func (f *fieldInfo) copy(to, from addr, depth int) {
	to, from = to.add(f.offset), from.add(f.offset)
	if f.pointer {
		if from = from.load(); from == (addr{}) {
			return
		}
		target := addrOfValue(reflect.New(f.info.typ))
		to.store(target)
		to = target
	}
	f.info.copy(to, from, depth+1)
}
