package awsjson

// The codec accesses struct fields by their offsets, allocates the values that pointers
// refer to in small arrays, and turns copied bytes into strings. With reflect.Value
// alone, decoding was hardly faster than in the official client. An addr always lies
// inside memory that was allocated with the type it is used as, which the garbage collector
// requires. Tests with -race verify it, because -race enables checkptr.

import (
	"reflect"
	"unsafe"
)

// addr is the address of a value. Its type is known from the type info.
type addr struct{ p unsafe.Pointer }

// slice is the memory layout of any []T.
type slice struct {
	first    addr
	len, cap int
}

// noElem is the address of the first element of an empty slice that is not nil.
var noElem = addrOf(new(struct{}))

// addrOf returns the address that v holds.
func addrOf[T any](v *T) addr { return addr{unsafe.Pointer(v)} }

// addrOfValue returns the address that v, a pointer or slice, holds.
func addrOfValue(v reflect.Value) addr { return addr{v.UnsafePointer()} }

// add returns the address n bytes behind a, in the same allocation.
func (a addr) add(n uintptr) addr { return addr{unsafe.Add(a.p, n)} }

// load returns the pointer or map that lies at a.
func (a addr) load() addr { return *(*addr)(a.p) }

// store writes the pointer b to a.
func (a addr) store(b addr) { *(*addr)(a.p) = b }

// at returns a pointer to the value at a, which must be a T.
func at[T any](a addr) *T { return (*T)(a.p) }

// value returns the value at a, which must be of type t, as an addressable reflect.Value.
func (a addr) value(t reflect.Type) reflect.Value { return reflect.NewAt(t, a.p).Elem() }

// stringOf returns b as a string without copying it. b must not change afterwards.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// bytesOf returns the bytes of s without copying them. They must not be changed.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
