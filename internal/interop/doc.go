// Package interop compares this module's client with the official one: the same
// input must give the same request, and the same answer the same values and
// errors; what the official packages export for our operations, ours export, too.
// It holds tests only.
//
// Values are random and the same in every run. Other ones, and more:
//
//	go test . -seed 7 -rounds 1000
//
// Both clients, and boto3 where it is installed, also work on the server of
// lightsailtest, through the whole life of a bucket.
//
// What differs on purpose stands in difference_test.go, and what is left out in
// the table of surface_test.go.
package interop
