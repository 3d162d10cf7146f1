// Package awsjson implements the AWS JSON 1.1 codec: it encodes plain Go structs as JSON,
// and decodes responses and the bodies of error responses.
//
// The codec compiles the type info of a struct type at its first use and then works
// without reflection, except for maps. The wire name of a field is the name in its json
// tag. A field can be
//
//   - a pointer to a string, bool, int32, int64, float32, float64, [time.Time] or struct,
//   - a string type by value, usually an enum, where "" means unset,
//   - a bool, int32, int64, float32 or float64 by value,
//   - a slice, or a map with keys of a string type. Their elements are values, not
//     pointers, of the types above, or slices and maps themselves.
//
// Other types are errors. Unexported fields and fields tagged `json:"-"` are ignored.
//
// Two more tags exist: [Missing] reads `required:"true"`, and [Mask] `sensitive:"true"`.
//
// # Encoding
//
// Fields are written in the alphabetical order of their wire names, and map entries in
// the order of their keys. A value therefore has only one encoding. Nil pointers, nil slices, nil
// maps and empty strings by value are left out. A bool or number by value that is zero is
// left out if its tag has omitzero, and written otherwise. Empty slices and maps that are
// not nil are written. A nil slice or map inside of another one is written as an empty
// one. HTML characters are not escaped. A timestamp is a number of seconds since 1970 with
// at most three decimals.
//
// # Decoding
//
// The codec accepts what RFC 8259 allows and [encoding/json] accepts, with the same limit
// of 10,000 nested levels. It validates and skips unknown members. A member that is null
// leaves the field unchanged, even if an earlier member of the same name has set it.
// Otherwise the last of two members of the same name replaces the first one; they are not
// merged. A null element of a list and a null value of a map are zero values.
//
// All functions are safe for concurrent use. Decoded values share no memory with the text
// or with values of other calls.
package awsjson
