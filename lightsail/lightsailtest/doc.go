// Package lightsailtest provides an in-memory Amazon Lightsail server for tests.
//
// The server runs in the test process and needs no AWS account. It implements all API
// operations of the service. [Handle] replaces an operation by a function of the test.
//
// The server verifies the signature and the JSON body of every request, and fails the test
// if a client sends a request that AWS would reject. It injects faults on demand, such as
// throttling, dropped connections, and corrupt responses.
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
// A new server has no resources. Its catalog of blueprints (the images of instances) and
// bundles (their sizes and prices) is a short version of the real one; [WithBlueprints]
// and [WithBundles] replace it. Each Region of [WithRegions] has resources of its own.
//
// The code under test creates resources with the API. A test adds buckets with
// [WithBuckets] or [Server.PutBuckets], instances with [WithInstances] or
// [Server.PutInstances], and resources of all types with [Server.PutJSON]. These functions
// do not validate their arguments, so a test can set up any state. [Server.FillBuckets]
// marks buckets as not empty. [Server.Snapshot] returns a copy of the state.
//
// The other options set the credentials, address, clock, page size, and error status
// codes; see [Option].
//
// Lightsail finishes some work after it has responded. It returns an operation record for
// each change, and clients poll the record or the resource to learn when the change is
// done. By default the server finishes all work immediately. Two features simulate the
// delays and the failures of the service, counted in requests instead of time:
//
//   - [WithLag] keeps resources in states that they leave by themselves, such as pending,
//     and can make a change end in another state than usual.
//   - [FinishLater] and [FailLater] delay or fail the operation records of a call.
//
// The same sequence of calls creates the same IDs, addresses, and access keys in every
// run.
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
//   - [Error], [Throttle], [Busy], [OperationInProgress], [NotFound], [DoesNotExist],
//     and [Status] return an error. The API operation does not run.
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
//	SerializationException               The body is not valid JSON for the operation's input,
//	                                     or has a member that the input does not have.
//	HandlerError                         The function of Handle failed.
//
// [Server.Calls] returns the requests that the server received, with inputs and
// attempt numbers. [Server.AssertCalls] compares them with a list.
//
// # Limits
//
// The server enforces the rules of the service that are documented and that a client can
// observe. Members of an input are known and have the right type, required members are
// set, and enum values are known. Names are unique and well formed, and resources that an
// input refers to exist and are in a state that allows the change. Published quotas hold.
// These parts are not simulated:
//
//   - Buckets have no objects and no S3 endpoint. Access keys grant no access.
//   - Nothing runs on an instance or listens at its address, and its UserData is ignored.
//     SetupInstanceHttps creates no certificate and fails unless the TCP ports 22, 80, and
//     443 are open to all. The add-on StopInstanceOnIdle stops nothing.
//   - Key pairs have real RSA keys. They are generated once per process, and the same
//     ones in every server.
//   - Automatic snapshots are taken exactly at their time, by the server's clock, and are
//     complete at once. The server keeps seven of a resource. An instance that a test adds
//     with an enabled add-on and an older CreatedAt already has them.
//   - Domains have the entries of a new DNS zone, but there is no DNS server.
//   - Certificates are issued by themselves; nothing checks their DNS records. By the
//     server's clock, a certificate that is in use is renewed, and others expire. The
//     operation records of a certificate of a load balancer succeed before its validation,
//     also if a lag lets it fail.
//   - Load balancers and distributions serve no requests. An instance of a load balancer
//     passes through the health states initial and draining, with lags of its name.
//   - Nothing listens at the endpoint of a database. Its states are those of Amazon RDS.
//     Changes of backups and of the engine wait for the maintenance window,
//     ApplyImmediately or a restart. Backups and events follow the clock. Logs have only
//     starts and stops.
//   - Containers do not run, and each image digest counts as pushed. A lag of DEPLOYING
//     with the end FAILED makes a deployment fail.
//   - Metrics are made up. They depend on the names of the resource and the metric and on
//     the time, and also exist before the creation of the resource. Alarms are evaluated on
//     them every 5 minutes of the clock, and send no notifications.
//   - Exports, stacks, graphical sessions and VPC peering have states and records, and
//     nothing behind them. Cost estimates cover instances and disks.
//
// Lists are sorted by name, even if resources are added or removed between two pages.
// Page tokens are opaque and valid only for the query and the Region that returned them.
// The last 10,000 calls are kept, and the last 10,000 operation records of each Region.
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
//   - that operation records are finished when they are returned;
//   - the states in which the service rejects a change, most of all those of databases;
//   - what happens to a resource if another one that it refers to is deleted;
//   - the versions of database engines, the prices of large containers, and the values of
//     metrics;
//   - the format of bucket URLs and support codes, and the size of a page.
//
// Tests should therefore check error types, not messages or status codes.
// [WithModelStatuses] switches to a second set of status codes.
package lightsailtest
