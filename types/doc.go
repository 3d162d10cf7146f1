// Package types contains the data types of the Amazon Lightsail API: structs, enums and errors. Package lightsail has
// the client.
//
// Names and Go types are the same as in package github.com/aws/aws-sdk-go-v2/service/lightsail/types of the official
// client. Programs switch by changing the import path.
//
// # Optional fields
//
// A nil pointer, an empty enum, a nil slice and a nil map are not set. Requests contain only the fields that are set.
// An empty slice that is not nil is set: it is sent as [], which clears a list in the service.
//
// The service can leave out any field of a response. Check pointers for nil before use, or read them with functions
// such as aws.ToString.
//
// "Required." in the comment of a field means that the client rejects an input without the field. It applies only to
// structs that are part of an input.
//
// Fields have the name of the JSON member in their json tag. A field without omitzero in its tag is always sent.
//
// # Enums
//
// Enums are strings with constants for the known values. The service can add values at any time. Values without a
// constant are kept and can be sent. In a switch statement, add a default case.
//
// # JSON
//
// Package encoding/json writes and reads the structs with the member names of the Lightsail API, for example to store
// them. One difference remains: encoding/json writes a time as an RFC 3339 string, while the API uses seconds since
// January 1, 1970 UTC, with milliseconds as a fraction.
//
// # Sensitive fields
//
// Fields with the tag sensitive:"true" contain keys, passwords and other data that give access to a resource. Packages
// fmt and slog show their values as [REDACTED], for a struct with such a field and for pointers to it. There are
// exceptions:
//
//   - Package encoding/json writes the values.
//   - The JSON handler of package slog writes the values if it logs a slice, a map or another struct that contains the
//     struct.
//   - Package fmt does not redact for the verbs %p and %w, which are not valid for structs. The command go vet reports
//     them.
//
// # Errors
//
// The service returns errors of eight types, which implement [smithy.APIError]. Their names end in Exception. Use
// pointers to find them in an error chain:
//
//	var notFound *types.NotFoundException
//	if errors.As(err, &notFound) {
//		fmt.Println(notFound.ErrorMessage())
//	}
//
// Errors with other codes, such as throttling and invalid signatures, have the type *[smithy.GenericAPIError]. Use the
// type or the code to distinguish errors, not the HTTP status: the documentation of AWS contradicts itself on the
// status of some types.
//
// # Concurrency
//
// The types have no internal state. Several goroutines can read a value at the same time; writing needs
// synchronization.
//
// [smithy.APIError]: https://pkg.go.dev/github.com/aws/smithy-go#APIError
// [smithy.GenericAPIError]: https://pkg.go.dev/github.com/aws/smithy-go#GenericAPIError
package types
