package awsjson

import "reflect"

// New returns a pointer to a new zero value of the struct type that the pointer like
// points to. like may be nil, but not untyped.
func New(like any) any { return reflect.New(reflect.TypeOf(like).Elem()).Interface() }

// Clone returns a deep copy of v, a pointer to a struct, that shares nothing mutable
// with v.
func Clone(v any) any { return nil }
