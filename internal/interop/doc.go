// Package interop compares this module's client with the official client. For the
// same input, options and response, both must send the same request and return the
// same output or error. The packages must export the same names for the operations
// that this module has. The package contains only tests.
//
// The differential tests generate random inputs and responses. They use the same
// values in every run. Flags select other values and more rounds:
//
//	go test . -seed 7 -rounds 1000
//
// Further tests run both clients, and boto3 if it is installed, against the server
// of package lightsailtest.
//
// Intentional differences are listed in intentional_differences_test.go. Exported
// names that this module omits are listed in surface_test.go.
package interop
