// Package types holds what Lightsail sends and takes: shapes, enums and errors. It is data only; package lightsail makes the calls.
//
// Names and Go types are those of the types package of the official client
// (github.com/aws/aws-sdk-go-v2/service/lightsail/types), so code moves between the two by a change of import path.
//
// # Set and unset
//
// A scalar is a pointer, nil when unset; an enum is a plain value, "" when unset; a list is a slice, nil when unset.
// In a request only what is set is sent, and a list that is empty but not nil is sent as [], which is how a list is
// cleared. The service leaves members out freely, so check a pointer before reading through it, or use aws.ToString and
// its kin. "Required" in a field's comment means that a request bearing the shape is refused without it.
//
// Enums are open: a value that this version has no constant for is kept as it came and sent as given, and Values can grow.
//
// # JSON
//
// Every member bears its wire name in its json tag. encoding/json therefore writes and reads these structs under the
// service's own names, for logs and storage, with one difference: there a time is RFC 3339 text, while on the wire it is a
// number of seconds since 1970, of millisecond precision.
// InstanceAccessDetails and PasswordData hold secrets, which encoding/json writes out like anything else.
//
// # Errors
//
// What the service refuses arrives as one of eight exceptions, each a pointer type that implements [smithy.APIError]:
//
//	var missing *types.NotFoundException
//	if errors.As(err, &missing) {
//		fmt.Println(missing.ErrorMessage())
//	}
//
// Every other code, throttling and signature errors among them, arrives as a *[smithy.GenericAPIError]. Decide by the type
// or the code, never by the HTTP status: sources disagree on which status belongs to which exception.
//
// All types are plain values: safe to copy and to read from several goroutines, not to write from several.
//
// [smithy.APIError]: https://pkg.go.dev/github.com/aws/smithy-go#APIError
// [smithy.GenericAPIError]: https://pkg.go.dev/github.com/aws/smithy-go#GenericAPIError
package types
