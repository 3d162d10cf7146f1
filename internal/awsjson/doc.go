// Package awsjson is the AWS JSON 1.1 codec: plain Go structs to and from the
// bytes on the wire, and the bodies of error answers.
//
// A struct type is compiled once, at its first use, to a plan that says which
// member lies where; after that no reflection is left in the way of a byte.
// A member's name is that of its json tag. A member may be a pointer (to a
// string, bool, int32, int64, float32, float64, time.Time or struct), a string
// kind by value (an enum, "" is unset) or a slice of those values and of slices.
// Any other type is an error. Fields tagged `json:"-"` and unexported fields are
// no members.
//
// Written text: members in the alphabetical order of their names; nil pointers,
// nil slices and empty enums left out; an empty slice that is not nil as []; no
// HTML escaping; a timestamp as seconds since 1970 with at most three decimals.
//
// Read text: exactly what RFC 8259 allows and encoding/json takes for valid, its
// bound of 10,000 nested levels included, so that the two never differ. What is
// skipped is walked without recursion, at one byte a level. Unknown members are
// checked and skipped. null is as if the member were not there, so it does not undo
// an earlier value of the same name; otherwise the last of two equal members wins
// wholly. A null element of a list is a zero value.
//
// All functions may be called from several goroutines at once. Nothing that was
// decoded shares memory with the text or with another call's values.
package awsjson
