// Package instrument installs what services watch their AWS clients with on this
// module's client and on the official one, and compares what is told of the same
// calls: spans or segments with their names, attributes, errors, status codes and
// request IDs, and the requests that left.
//
// The modules are the real ones, but for New Relic's middleware, and report to
// memory or to the loopback interface. It holds tests only, apart from package
// interop so that those compile without these modules.
package instrument
