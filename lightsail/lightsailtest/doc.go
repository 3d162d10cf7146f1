// Package lightsailtest is an Amazon Lightsail for tests: a server in the test's
// own process, with buckets, a catalogue and instances in memory.
//
// It checks requests strictly, signatures included, so that code which passes here
// sends what a client must send; and it does on demand what a service does on bad
// days.
//
//	func TestArchive(t *testing.T) {
//		server := lightsailtest.NewServer(t)
//		client := server.Client()
//
//		archive(t.Context(), client) // the code under test
//
//		if got := len(server.Snapshot().Buckets); got != 1 {
//			t.Errorf("%d buckets, want 1", got)
//		}
//		server.AssertCalls(t, "GetBuckets", "CreateBucket")
//	}
//
// # Reaching it
//
// [NewServer] is for tests and closes with them, [Start] is for programs.
// [Server.Client] returns a client of package lightsail. [Server.Config] is for
// any other client of the AWS SDK for Go v2, the official Lightsail client among
// them. [Server.URL] is for the rest of the world: any SDK, with that endpoint
// and the Region and credentials of Config.
//
// [Server.HTTPClient] serves the same without sockets, in the goroutine of the
// caller. It is what a testing/synctest bubble needs, where hours of latency and
// of waits between attempts pass at once.
//
// Servers share nothing; a test can have as many as it likes, and so can tests
// that run in parallel.
//
// # What it holds
//
// At first there are no buckets and no instances, and a catalogue of blueprints
// and bundles, which [WithBlueprints] and [WithBundles] replace. Code under test
// makes buckets with CreateBucket. A test makes them with [WithBuckets] or, at
// any time, [Server.PutBuckets], and instances with [WithInstances] or
// [Server.PutInstances]; these check no rule, so that a test can have what it
// wants. There are no objects in buckets; [Server.FillBuckets] lets it seem so.
// [Server.Snapshot] shows what there is.
//
// It has all operations of package lightsail, and for calls of them the rules of
// the service hold: names are unique and well formed, bundles exist and change
// once in a month, a change of versioning makes objects private, access logs go
// to a bucket that exists, access to an instance that does, and a bucket that is
// in use is deleted only with ForceDelete. It has at most 50 tags and two access
// keys, whose IDs and secrets are made up and open nothing; other quotas are not
// enforced. Buckets are listed in the order of their names, however they come and
// go between two pages. Page tokens say nothing and are refused for any other
// query.
//
// Where it is not published what the service does, the server does what is
// likely. Each such guess is marked as one in a comment in the source. Go by
// error types in tests, not by messages or status codes; [WithModelStatuses]
// switches the latter.
//
// # Trouble
//
// A [Fault] is what goes wrong with a call. [Server.Inject] lets it happen to
// calls of one operation or of all, once, a number of times, always, or with a
// probability:
//
//	server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Drop())
//	server.Inject("", lightsailtest.Status(503).Sometimes(0.1, 1))
//
// [Error], [Throttle] and [Status] answer with an error. [Drop], [DropAnswer] and
// [Cut] end the connection: before anything is done, after it, in the middle of
// the answer. [Truncate], [Garble] and [Oversize] spoil the answer's body,
// [Latency] and [Trickle] delay it, [WrongDate] shows a wrong clock. [Hook] does
// everything else.
//
// [WithLag] lets buckets that were created take a while to appear and to be OK,
// and those that were deleted to vanish, and NotReady of an [Instance] does the
// same for access details. [FinishLater] and [FailLater] do so for the operations
// that a call starts. [WithClock] gives the server a time of its own: signatures
// more than five minutes away from it are refused.
//
// # What a test expects
//
// A request that no correct client sends fails a test that has its server from
// NewServer: one that is not signed or wrongly, one for an operation that the
// server does not have, one whose body is not the operation's JSON. With
// [Server.Expect] a test says that it sends one on purpose. The codes are
//
//	MissingAuthenticationTokenException  no signature
//	IncompleteSignature                  a header Authorization that is not whole,
//	                                     no date, a header that must be signed and is not
//	UnrecognizedClientException          another access key ID or session token
//	ExpiredTokenException                credentials that have expired
//	InvalidSignatureException            a signature that does not match, of another
//	                                     Region, service or day, or too old or new
//	UnknownOperationException            another operation or path
//	MalformedHttpRequestException        another method or content type
//	RequestEntityTooLargeException       a body of more than 1 MiB
//	SerializationException               a body that is not the input's JSON
//
// [Server.Calls] returns the requests that came, with inputs and attempts, and
// [Server.AssertCalls] compares them with those that a test wants.
package lightsailtest
