package awsjson

import (
	"errors"
	"fmt"
	"maps"
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
)

// node is the plan of one Go type. Nodes point to each other as types do, in
// circles too, and do not change once published.
type node struct {
	kind   kind
	typ    reflect.Type
	size   uintptr
	id     int     // its slab in a decoder
	order  int     // its first slot in a decoder's order table
	elem   *node   // lists
	fields []field // structs, by wire name

	listOnce sync.Once
	listType reflect.Type // []typ, for slabs
}

// field is one member of a struct.
type field struct {
	name    string
	key     string // the name as it is written, quotes and colon included
	offset  uintptr
	pointer bool
	node    *node
}

var (
	plans     atomic.Pointer[map[reflect.Type]*node] // a map in it does not change
	compiling sync.Mutex
	// How many nodes and order slots all plans together have.
	nodeCount, orderCount atomic.Int64

	timeType = reflect.TypeFor[time.Time]()
)

// planOf returns the plan of the struct that v points to, and v's address.
func planOf(v any) (*node, place, error) {
	t := reflect.TypeOf(v)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct || t.Elem() == timeType {
		return nil, place{}, fmt.Errorf("awsjson: %T is not a pointer to a struct", v)
	}
	r := reflect.ValueOf(v)
	if n := published(t.Elem()); n != nil {
		return n, placeOf(r), nil
	}
	compiling.Lock()
	defer compiling.Unlock()
	c := compiler{}
	n, err := c.node(t.Elem())
	if err != nil {
		return nil, place{}, fmt.Errorf("awsjson: %w", err)
	}
	// Only whole graphs are published: a type with a bad one somewhere below stays an
	// error. The counts come first, so that who sees a plan has room for it.
	for _, n := range c {
		n.id = int(nodeCount.Add(1)) - 1
		slots := len(n.fields) + 1
		n.order = int(orderCount.Add(int64(slots))) - slots
	}
	all := map[reflect.Type]*node(c)
	if old := plans.Load(); old != nil {
		maps.Copy(all, *old)
	}
	plans.Store(&all)
	return n, placeOf(r), nil
}

// SameType tells whether v is of the type of the pointer like, and whether it is nil.
// It is here because so is reflect, which takes its time to compile.
func SameType(v, like any) (same, isNil bool) {
	same = reflect.TypeOf(v) == reflect.TypeOf(like)
	return same, same && reflect.ValueOf(v).IsNil()
}

// published returns the plan of t where there is one already.
func published(t reflect.Type) *node {
	if all := plans.Load(); all != nil {
		return (*all)[t]
	}
	return nil
}

// compiler holds the nodes that are not published yet.
type compiler map[reflect.Type]*node

func (c compiler) node(t reflect.Type) (*node, error) {
	if n := published(t); n != nil {
		return n, nil
	}
	if n := c[t]; n != nil {
		return n, nil
	}
	n := &node{kind: kindOf(t), typ: t, size: t.Size()}
	c[t] = n
	var err error
	switch n.kind {
	case 0:
		err = fmt.Errorf("unsupported type %s", t)
	case kindList:
		n.elem, err = c.node(t.Elem())
	case kindStruct:
		err = c.members(n)
	}
	return n, err
}

func (c compiler) members(n *node) error {
	for i := range n.typ.NumField() {
		sf := n.typ.Field(i)
		tag := sf.Tag.Get("json")
		if !sf.IsExported() || tag == "-" {
			continue
		}
		name, _, _ := strings.Cut(tag, ",")
		f := field{name: name, key: string(appendString(nil, name)) + ":", offset: sf.Offset}
		err := errors.New("no name in its json tag")
		if name != "" {
			f.pointer, f.node, err = c.member(sf.Type)
		}
		if err != nil {
			return fmt.Errorf("%s.%s: %w", n.typ, sf.Name, err)
		}
		n.fields = append(n.fields, f)
	}
	// Not by package slices, whose sort would be compiled here once more.
	sort.Slice(n.fields, func(i, j int) bool { return n.fields[i].name < n.fields[j].name })
	for i := 1; i < len(n.fields); i++ {
		if n.fields[i].name == n.fields[i-1].name {
			return fmt.Errorf("%s: two members named %s", n.typ, n.fields[i].name)
		}
	}
	return nil
}

// member takes pointers to anything but lists, and by value what can say itself
// that it is unset.
func (c compiler) member(t reflect.Type) (pointer bool, n *node, err error) {
	if pointer = t.Kind() == reflect.Pointer; pointer {
		n, err = c.node(t.Elem())
	} else {
		n, err = c.node(t)
	}
	if err == nil && pointer == (n.kind == kindList) && (pointer || n.kind != kindString) {
		err = fmt.Errorf("unsupported type %s", t)
	}
	return pointer, n, err
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
	case reflect.Struct:
		if t == timeType {
			return kindTime
		}
		return kindStruct
	}
	return 0
}

// list is the type of a slice of n's values.
func (n *node) list() reflect.Type {
	n.listOnce.Do(func() { n.listType = reflect.SliceOf(n.typ) })
	return n.listType
}

// find returns the index of the member with that name, or -1.
func (n *node) find(name []byte) int {
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
