// Package instrument installs tracing and monitoring modules on this module's client
// and on the official client. For the same calls, both clients must produce the same
// spans or segments, with the same names, attributes, errors, status codes and
// request IDs, and send the same requests.
//
// The modules are the published ones, except for New Relic's AWS middleware. They
// report to memory or to a loopback socket. The package contains only tests. It is
// separate from package interop, which compiles without these modules.
package instrument
