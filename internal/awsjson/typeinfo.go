package awsjson

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type kind uint8

const (
	kindString kind = iota + 1
	kindBool
	kindInt32
	kindInt64
	kindFloat32
	kindFloat64
	kindTime
	kindStruct
	kindList
	kindMap
)

// rootInfo is the type info of a struct type that is passed to the codec, and of all types
// below it. Each root numbers its types from zero and has its own decoders. The size of a
// decoder therefore does not depend on what else the process decodes.
type rootInfo struct {
	info     *typeInfo
	slabs    int          // number of slabs of a decoder
	order    []uint16     // order table of a new decoder
	decoders sync.Pool    // of *decoder
	encoded  atomic.Int64 // length of the last encoding
}

// typeInfo describes a type to the codec. Type infos refer to each other as types do,
// including in cycles. They do not change once a root is stored.
type typeInfo struct {
	kind     kind
	required bool // whether a value can have required fields at any depth
	typ      reflect.Type
	size     uintptr
	slab     int          // index of its slab in a decoder
	order    int          // structs: index of the first entry in a decoder's order table
	fields   []fieldInfo  // structs: sorted by wire name
	declared []int        // structs: indexes of fields in the order of the Go type
	elem     *typeInfo    // lists and maps
	key      reflect.Type // maps
	scratch  sync.Pool    // maps: of *reflect.Value, addressable zero values of elem

	sliceOnce sync.Once
	slice     reflect.Type
}

// fieldInfo describes a struct field with a wire name.
type fieldInfo struct {
	name      string // wire name
	key       string // wire name with quotes and colon
	goName    string
	offset    uintptr
	pointer   bool
	omitzero  bool // leave out a number or boolean that is zero
	required  bool
	sensitive bool
	info      *typeInfo
}

var (
	// roots holds a rootMap, which is copied for each new root. A sync.Map would be a
	// third of what the compiler makes of this package.
	roots    atomic.Value
	addRoot  sync.Mutex
	timeType = reflect.TypeFor[time.Time]()
)

// rootMap holds the type info by the type of the pointer to the struct.
type rootMap map[reflect.Type]*rootInfo

// rootOf returns the type info of the struct that v points to, and its address. The
// address is zero if v is a nil pointer.
func rootOf(v any) (*rootInfo, addr, error) {
	t := reflect.TypeOf(v)
	known, _ := roots.Load().(rootMap)
	r := known[t]
	if r == nil {
		if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct || t.Elem() == timeType {
			return nil, addr{}, fmt.Errorf("awsjson: %T is not a pointer to a struct", v)
		}
		var err error
		if r, err = newRoot(t); err != nil {
			return nil, addr{}, fmt.Errorf("awsjson: %w", err)
		}
	}
	return r, addrOfValue(reflect.ValueOf(v)), nil
}

// newRoot compiles and stores the type info of the struct that t points to.
func newRoot(t reflect.Type) (*rootInfo, error) {
	addRoot.Lock()
	defer addRoot.Unlock()
	known, _ := roots.Load().(rootMap)
	if r := known[t]; r != nil {
		return r, nil
	}
	r, err := compile(t.Elem())
	if err != nil {
		return nil, err
	}
	more := make(rootMap, len(known)+1)
	for t, r := range known {
		more[t] = r
	}
	more[t] = r
	roots.Store(more)
	return r, nil
}

// SameType reports whether v has the type of the pointer like, and whether v is nil.
func SameType(v, like any) (same, isNil bool) {
	same = reflect.TypeOf(v) == reflect.TypeOf(like)
	return same, same && reflect.ValueOf(v).IsNil()
}

// compile returns the type info of the struct type t.
func compile(t reflect.Type) (*rootInfo, error) {
	c := compiler{infos: map[reflect.Type]*typeInfo{}, slabs: int(kindStruct)}
	info, err := c.info(t)
	if err != nil {
		return nil, err
	}
	// Types can form cycles, so repeat until nothing changes.
	for changed := true; changed; {
		changed = false
		for _, n := range c.infos {
			if !n.required && n.containsRequired() {
				n.required, changed = true, true
			}
		}
	}
	return &rootInfo{info: info, slabs: c.slabs, order: c.order}, nil
}

// containsRequired reports whether n has a required field or refers to a type that has.
func (n *typeInfo) containsRequired() bool {
	for k := range n.fields {
		if n.fields[k].required || n.fields[k].info.required {
			return true
		}
	}
	return n.elem != nil && n.elem.required
}

// compiler holds the type infos of a root while it is compiled.
type compiler struct {
	infos map[reflect.Type]*typeInfo
	slabs int
	order []uint16
	key   []byte
}

func (c *compiler) info(t reflect.Type) (*typeInfo, error) {
	if n := c.infos[t]; n != nil {
		return n, nil
	}
	n := &typeInfo{kind: kindOf(t), typ: t, size: t.Size()}
	c.infos[t] = n
	if n.slab = int(n.kind); n.kind >= kindStruct {
		n.slab = c.slabs
		c.slabs++
	}
	var err error
	switch n.kind {
	case 0:
		err = fmt.Errorf("unsupported type %s", t)
	case kindList:
		if n.elem, err = c.info(t.Elem()); err == nil && n.elem.slice == nil {
			n.elem.slice = t
		}
	case kindMap:
		n.key = t.Key()
		n.scratch.New = func() any { v := reflect.New(t.Elem()).Elem(); return &v }
		n.elem, err = c.info(t.Elem())
	case kindStruct:
		if err = c.fields(n); err == nil {
			n.order = len(c.order)
			for k := range len(n.fields) + 1 {
				c.order = append(c.order, uint16(k))
			}
		}
	}
	return n, err
}

func (c *compiler) fields(n *typeInfo) error {
	n.fields = make([]fieldInfo, 0, n.typ.NumField())
	for i := range n.typ.NumField() {
		sf := n.typ.Field(i)
		tag := sf.Tag.Get("json")
		if !sf.IsExported() || tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		c.key = append(appendString(c.key[:0], name), ':')
		f := fieldInfo{
			name:      name,
			key:       string(c.key),
			goName:    sf.Name,
			offset:    sf.Offset,
			pointer:   sf.Type.Kind() == reflect.Pointer,
			omitzero:  options == "omitzero",
			required:  sf.Tag.Get("required") == "true",
			sensitive: sf.Tag.Get("sensitive") == "true",
		}
		err := errors.New("no name in the json tag")
		if name != "" {
			f.info, err = c.fieldType(sf.Type)
		}
		if err != nil {
			return fmt.Errorf("%s.%s: %w", n.typ, sf.Name, err)
		}
		n.fields = append(n.fields, f)
	}
	// The generic sort of package slices would add compiled code for this one use.
	sort.Slice(n.fields, func(i, j int) bool { return n.fields[i].name < n.fields[j].name })
	n.declared = make([]int, len(n.fields))
	for k := range n.declared {
		n.declared[k] = k
	}
	sort.Slice(n.declared, func(i, j int) bool {
		return n.fields[n.declared[i]].offset < n.fields[n.declared[j]].offset
	})
	for i := 1; i < len(n.fields); i++ {
		if n.fields[i].name == n.fields[i-1].name {
			return fmt.Errorf("%s: two fields named %s", n.typ, n.fields[i].name)
		}
	}
	return nil
}

// fieldType returns the type info of a field, or of what it points to. Structs and
// timestamps must be pointers, lists and maps must not.
func (c *compiler) fieldType(t reflect.Type) (*typeInfo, error) {
	pointer := t.Kind() == reflect.Pointer
	elem := t
	if pointer {
		elem = t.Elem()
	}
	n, err := c.info(elem)
	if err != nil {
		return nil, err
	}
	bad := !pointer
	switch n.kind {
	case kindList, kindMap:
		bad = pointer
	case kindString, kindBool, kindInt32, kindInt64, kindFloat32, kindFloat64:
		bad = false
	}
	if bad {
		return nil, fmt.Errorf("unsupported type %s", t)
	}
	return n, nil
}

func kindOf(t reflect.Type) kind {
	switch t.Kind() {
	case reflect.String:
		return kindString
	case reflect.Bool:
		return kindBool
	case reflect.Int32:
		return kindInt32
	case reflect.Int64:
		return kindInt64
	case reflect.Float32:
		return kindFloat32
	case reflect.Float64:
		return kindFloat64
	case reflect.Slice:
		return kindList
	case reflect.Map:
		if t.Key().Kind() == reflect.String {
			return kindMap
		}
	case reflect.Struct:
		if t == timeType {
			return kindTime
		}
		return kindStruct
	}
	return 0
}

// sliceType returns a type of slices of n's values.
func (n *typeInfo) sliceType() reflect.Type {
	n.sliceOnce.Do(func() {
		if n.slice == nil {
			n.slice = reflect.SliceOf(n.typ)
		}
	})
	return n.slice
}

// find returns the index of the field with the wire name, or -1.
func (n *typeInfo) find(name []byte) int {
	lo, hi := 0, len(n.fields)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if n.fields[m].name < string(name) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(n.fields) && n.fields[lo].name == string(name) {
		return lo
	}
	return -1
}

// isUnset reports whether the value of f at a is unset: a nil pointer, list or map, or an
// empty string. A number or boolean by value is always set.
func (f *fieldInfo) isUnset(a addr) bool {
	switch {
	case f.pointer, f.info.kind == kindMap:
		return a.load() == addr{}
	case f.info.kind == kindList:
		return at[slice](a).first == addr{}
	case f.info.kind == kindString:
		return *at[string](a) == ""
	}
	return false
}
