// Package lightsailtest provides an in-memory Amazon Lightsail server for tests.
//
// The server runs in the test process and needs no AWS account. It implements
// the operations of package lightsail for buckets, tags, the access details of
// instances, and the catalog of images and prices. Any other operation is rejected
// with the code UnknownOperationException and fails the test. It verifies the
// signature and the JSON body of every request, and fails the test if a client
// sends a request that AWS would reject. It injects faults on demand, such as throttling, dropped connections, and
// corrupt responses.
//
// # Quick start
//
//	func TestArchive(t *testing.T) {
//		server := lightsailtest.NewServer(t)
//		client := server.Client()
//
//		archive(t.Context(), client) // the code under test
//
//		if got := len(server.Snapshot().Buckets); got != 1 {
//			t.Errorf("got %d buckets, want 1", got)
//		}
//		server.AssertCalls(t, "GetBuckets", "CreateBucket")
//	}
//
// [NewServer] starts a server for a test and closes it when the test ends.
// [Start] starts a server for a program. Servers share no state, so tests can run
// in parallel, and one test can use several servers.
//
// # Connecting a client
//
//   - [Server.Client] returns a client of package lightsail.
//   - [Server.Config] returns an [aws.Config] for other clients of the AWS SDK for
//     Go v2, such as the official Lightsail client.
//   - [Server.URL] returns the endpoint for any other SDK. Use the Region and the
//     credentials of Config with it.
//   - [Server.HTTPClient] returns an HTTP client that calls the server without a
//     socket, in the goroutine of the caller. Use it in a testing/synctest bubble,
//     where latency and retry delays take no real time.
//
// Program fakelightsail, in a directory of this package, is the server for programs in
// other languages. docs/fakelightsail.md in the repository describes it.
//
// # Options and state
//
// A new server has no buckets and no instances. Its catalog of blueprints (the
// images of instances) and bundles (their sizes and prices) is a short version of
// the real one; [WithBlueprints] and [WithBundles] replace it.
//
// The code under test creates buckets with CreateBucket. A test adds buckets with
// [WithBuckets] or [Server.PutBuckets], and instances with [WithInstances] or
// [Server.PutInstances], or both in the form in which clients print them with
// [Server.PutJSON]. These functions do not validate their arguments, so a
// test can set up any state. [Server.FillBuckets] marks buckets as not empty.
// [Server.Snapshot] returns a copy of the state.
//
// The other options set the Region, credentials, address, clock, page size, and
// error status codes; see [Option].
//
// Lightsail finishes some work after it has responded. It returns an operation
// record for each change, and clients call GetOperation to learn when the change is
// done. By default the server finishes all work immediately. Three features
// simulate the delays of the service, counted in requests instead of time:
//
//   - [WithLag] delays the creation and the deletion of buckets.
//   - [Instance] has a NotReady count that delays its access details.
//   - [FinishLater] and [FailLater] delay or fail the operation records of a call.
//
// The same sequence of calls creates the same IDs and access keys in every run.
//
// # Fault injection
//
// A [Fault] changes how the server handles a request. [Server.Inject] adds faults
// to the requests of one API operation or of all of them:
//
//	server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Drop())
//	server.Inject("", lightsailtest.Status(503).Sometimes(0.1, 1))
//
// By default a fault applies to one request. [Fault.Times], [Fault.Always], and
// [Fault.Sometimes] change that.
//
//   - [Error], [Throttle], and [Status] return an error. The API operation does
//     not run.
//   - [Drop], [DropResponse], and [Cut] close the connection: before the API
//     operation runs, before the response, or within the response body.
//   - [Truncate], [Garble], and [Oversize] corrupt the response body.
//   - [Latency] and [Trickle] delay the response. [WrongDate] changes its Date
//     header.
//   - [FinishLater] and [FailLater] change the operation records of the call.
//   - [Hook] calls a function, for any other fault.
//
// # Rejected requests and recorded calls
//
// The server of NewServer fails its test if it receives a request that no correct
// client sends. Call [Server.Expect] before a test sends such a request on
// purpose. The error codes of rejected requests are
//
//	MissingAuthenticationTokenException  The request is not signed.
//	IncompleteSignature                  The Authorization header is malformed, the date
//	                                     is missing, or a required header is not signed.
//	UnrecognizedClientException          The access key ID or the session token is unknown.
//	ExpiredTokenException                The credentials have expired.
//	InvalidSignatureException            The signature does not match, is for another Region,
//	                                     service, or day, or is more than 5 minutes old or
//	                                     early.
//	UnknownOperationException            The API operation or the path is unknown.
//	MalformedHttpRequestException        The method or the content type is wrong.
//	RequestEntityTooLargeException       The body is larger than 1 MiB.
//	SerializationException               The body is not valid JSON for the operation's input.
//
// [Server.Calls] returns the requests that the server received, with inputs and
// attempt numbers. [Server.AssertCalls] compares them with a list.
//
// # Limits
//
// The server enforces the rules of the service that are documented and that a
// client can observe:
//
//   - Bucket names are unique and well formed, and resources that an input refers to
//     exist.
//   - Bundles exist, and the bundle of a bucket changes at most once a month.
//   - Changing the versioning of a bucket sets AllowPublicOverrides to false, which
//     makes objects private that were public individually.
//   - A bucket with objects, access keys, or attached instances is deleted only
//     with ForceDelete.
//   - A resource has at most 50 tags, and a bucket at most two access keys. The
//     access keys are made up and grant no access.
//
// Other quotas are not enforced. Buckets have no objects and no S3 endpoint.
// Instances cannot be created or reached; only their access details and tags
// exist. GetBuckets lists buckets in the order of their names, even if buckets are
// added or removed between two pages. Page tokens are opaque and valid only for
// the query that returned them. The last 10,000 calls are kept.
//
// # Guesses
//
// Some behavior of the service is not published. There, the server does what is
// likely, and a comment in the source marks each guess. The main ones are
//
//   - the error for some violated rules, and the messages and HTTP status codes of
//     most errors;
//   - that one InvalidInputException lists all violations of an input;
//   - which headers must be signed, and the limit of 5 minutes;
//   - that operation records of bucket operations are finished when they are
//     returned;
//   - the format of bucket URLs and support codes, and the size of a page.
//
// Tests should therefore check error types, not messages or status codes.
// [WithModelStatuses] switches to a second set of status codes.
package lightsailtest
