package awsjson

// Why unsafe: the members of a struct are reached by their offsets, values that
// pointers point to are cut from small arrays, and copied bytes become strings.
// Through reflect.Value alone decoding was hardly faster than the official client's.
// Every place lies inside memory that Go allocated with the type it is used as, so
// the collector sees all pointers; -race and -d=checkptr watch over it in the tests.

import (
	"reflect"
	"unsafe"
)

// place is where a value of the type that the plan says lies or shall lie.
type place struct{ p unsafe.Pointer }

// slice is how Go lays out any []T.
type slice struct {
	first    place
	len, cap int
}

// none is the first element of slices that are empty and not nil.
var none = placeAt(new(struct{}))

// placeOf is where the value lies that the pointer v points to.
func placeOf(v reflect.Value) place { return place{v.UnsafePointer()} }

// placeAt is where v points to.
func placeAt[T any](v *T) place { return place{unsafe.Pointer(v)} }

// at is the place n bytes further, in the same allocation.
func (a place) at(n uintptr) place { return place{unsafe.Add(a.p, n)} }

// as looks at the place as a T, which it must be.
func as[T any](a place) *T { return (*T)(a.p) }

// target is where the pointer lying at a points to.
func (a place) target() place { return *(*place)(a.p) }

// point makes the pointer lying at a point to b.
func (a place) point(b place) { *(*place)(a.p) = b }

// value is the T lying at a, as reflect sees it.
func (a place) value(t reflect.Type) reflect.Value { return reflect.NewAt(t, a.p).Elem() }

// stringOf is b as a string, without a copy: b must never change again.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// bytesOf is s as bytes, without a copy: they must not be written to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
