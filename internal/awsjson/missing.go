package awsjson

import (
	"reflect"
	"sort"
	"strconv"
)

// Missing returns the Go paths of the required fields that are unset in v, a pointer to a
// struct, at any depth, such as Cors.Rules[0].AllowedMethods and Containers["web"].Image.
// Fields are in the order of the Go type, map keys are sorted.
//
// A field is unset if it is a nil pointer, list or map, or an empty string by value. A
// number or boolean by value is never unset, nor is an empty list or map. Fields of
// structs that are unset themselves do not count. A nil pointer v is a zero struct.
//
// Missing does not allocate memory if nothing is missing. It returns nil for a type that
// the codec does not support, and stops at 10,000 levels; Marshal reports both.
func Missing(v any) []string {
	root, a, err := rootOf(v)
	if err != nil || !root.info.required {
		return nil
	}
	if a == (addr{}) {
		a = addrOfValue(reflect.New(root.info.typ))
	}
	var m missing
	m.value(root.info, a)
	return m.paths
}

// missing is the state of one call.
type missing struct {
	paths []string
	depth int
}

func (m *missing) value(n *typeInfo, a addr) {
	if !n.required || m.depth > maxDepth {
		return
	}
	m.depth++
	switch n.kind {
	case kindStruct:
		m.fields(n, a)
	case kindList:
		l := at[slice](a)
		for k := range l.len {
			start := len(m.paths)
			m.value(n.elem, l.first.add(uintptr(k)*n.elem.size))
			if len(m.paths) > start {
				m.prefix(start, "["+strconv.Itoa(k)+"]")
			}
		}
	case kindMap:
		m.entries(n, a.value(n.typ))
	}
	if m.depth <= maxDepth { // otherwise unwind without visiting more values
		m.depth--
	}
}

func (m *missing) fields(n *typeInfo, a addr) {
	for _, k := range n.declared {
		f := &n.fields[k]
		if !f.required && !f.info.required {
			continue
		}
		field := a.add(f.offset)
		if f.isUnset(field) {
			if f.required {
				m.paths = append(m.paths, f.goName)
			}
			continue
		}
		if f.pointer {
			field = field.load()
		}
		start := len(m.paths)
		m.value(f.info, field)
		m.prefix(start, f.goName)
	}
}

// entries visits the values of a map in any order, and again in the order of their keys
// if something is missing.
func (m *missing) entries(n *typeInfo, v reflect.Value) {
	start := len(m.paths)
	scratch := n.scratch.Get().(*reflect.Value)
	defer func() {
		scratch.SetZero()
		n.scratch.Put(scratch)
	}()
	elem := addrOfValue(scratch.Addr())
	for r := v.MapRange(); r.Next(); {
		scratch.SetIterValue(r)
		m.value(n.elem, elem)
	}
	if len(m.paths) == start {
		return
	}
	m.paths = m.paths[:start]
	keys := v.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, key := range keys {
		scratch.Set(v.MapIndex(key))
		start := len(m.paths)
		m.value(n.elem, elem)
		if len(m.paths) > start {
			m.prefix(start, "["+strconv.Quote(key.String())+"]")
		}
	}
}

// prefix puts a step in front of the paths from start on.
func (m *missing) prefix(start int, step string) {
	for k, path := range m.paths[start:] {
		if path[0] != '[' {
			path = "." + path
		}
		m.paths[start+k] = step + path
	}
}
